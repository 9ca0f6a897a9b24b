// What expires together lies together, and goes as a whole: no fragment is copied to give its space back.

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { accountsOf, fragment, logFiles, temporaryFolder, withStore } from "./temporary-store.ts";
import type { LogStore } from "../../../../node/provider/store/log-store.ts";

const BYTES = 5000;
const OPTIONS = { logBytes: 40_000, compaction: "manual" } as const;
const GROUP_ROUNDS = 64;

async function putAll(store: LogStore, numbers: readonly number[], groupOf: (number: number) => number): Promise<void> {
  for (const number of numbers) {
    const { root, data } = fragment(number, BYTES);
    await store.put(root, data, { expires: groupOf(number) * GROUP_ROUNDS });
  }
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, number) => number);
}

function rootsOf(numbers: readonly number[]): Uint8Array[] {
  return numbers.map((number) => fragment(number).root);
}

/** The group in each log's header. */
function groupsOf(path: string): { name: string; group: number; bytes: number }[] {
  return logFiles(path).map(({ name, path: file, bytes }) => {
    return { name, group: Number(readFileSync(file).readBigUInt64BE(48)), bytes };
  });
}

async function expectAll(store: LogStore, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    const { root, data } = fragment(number, BYTES);
    expect(Buffer.compare(await store.read(root), data)).toBe(0);
  }
}

describe("groups", () => {
  test("have logs of their own, which go as a whole when all in them was removed", async () => {
    const path = temporaryFolder();
    const groupOf = (number: number): number => number % 3;
    await withStore(path, OPTIONS, async (store) => {
      await putAll(store, upTo(90), groupOf);
      const before = groupsOf(path);
      expect(new Set(before.map(({ group }) => group))).toEqual(new Set([0, 64, 128]));
      await store.remove(rootsOf(upTo(90).filter((number) => groupOf(number) === 1)));
      const after = groupsOf(path);
      expect(after.filter(({ group }) => group === 64)).toEqual([]);
      expect(after.filter(({ group }) => group === 128)).toEqual(before.filter(({ group }) => group === 128));
      // A tombstone for each, and nothing that was copied.
      const bytesOf = (files: typeof after): number =>
        files.filter(({ group }) => group === 0).reduce((sum, { bytes }) => sum + bytes, 0);
      expect(bytesOf(after) - bytesOf(before)).toBe(30 * 104);
      expect(await store.compact()).toBe(0);
      await expectAll(
        store,
        upTo(90).filter((number) => groupOf(number) !== 1),
      );
      const { usage, entries, files, counted } = await accountsOf(store, path);
      expect(usage).toEqual(entries);
      expect(counted).toBe(files);
    });
  });

  test("are a hint: what is still paid for stays when the rest of its log has gone, and is copied only then", async () => {
    const path = temporaryFolder();
    await withStore(path, OPTIONS, async (store) => {
      await putAll(store, upTo(20), () => 1);
      await store.remove(rootsOf(upTo(20).filter((number) => number !== 4)));
      expect(await store.compact()).toBe(1);
      await expectAll(store, [4]);
      expect(store.usage().fragments).toBe(1);
    });
    rmSync(join(path, "index"), { recursive: true });
    await withStore(path, OPTIONS, (store) => expectAll(store, [4]));
  });

  test("of more kinds than there may be logs open share the mixed one", async () => {
    const path = temporaryFolder();
    await withStore(path, { ...OPTIONS, logBytes: 1_000_000 }, async (store) => {
      await putAll(store, upTo(60), (number) => 1 + (number % 20));
      const groups = groupsOf(path).map(({ group }) => group);
      expect(groups.filter((group) => group !== 0)).toHaveLength(8);
      expect(groups.filter((group) => group === 0)).toHaveLength(1);
      await expectAll(store, upTo(60));
    });
    await withStore(path, { ...OPTIONS, logBytes: 1_000_000 }, async (store) => {
      await putAll(store, [100], () => 1);
      expect(groupsOf(path)).toHaveLength(9);
      await expectAll(store, [...upTo(60), 100]);
    });
  });

  test("that nobody stores for any more make way, one short log for each full one", async () => {
    const path = temporaryFolder();
    await withStore(path, { ...OPTIONS, logBytes: 60_000 }, async (store) => {
      await putAll(store, upTo(8), (number) => 1 + number);
      await putAll(store, [8], () => 50);
      expect(groupsOf(path).some(({ group }) => group === 50 * GROUP_ROUNDS)).toBe(false);
      await putAll(
        store,
        Array.from({ length: 10 }, (_, at) => 20 + at),
        () => 8,
      );
      await putAll(store, [9], () => 50);
      expect(groupsOf(path).some(({ group }) => group === 50 * GROUP_ROUNDS)).toBe(true);
      await expectAll(store, [...upTo(10), 20, 29]);
    });
    rmSync(join(path, "index"), { recursive: true });
    await withStore(path, { ...OPTIONS, logBytes: 60_000 }, (store) => expectAll(store, [...upTo(10), 20, 29]));
  });

  test("in many logs at once are all recovered after the index is lost, removals before what they remove included", async () => {
    const path = temporaryFolder();
    await withStore(path, { ...OPTIONS, logBytes: 1_000_000 }, async (store) => {
      // The mixed log is the first, and is replayed before the logs that it removes from.
      await putAll(store, [0], () => 0);
      await putAll(store, [1, 2, 3, 4], (number) => number);
      await store.remove(rootsOf([1, 3]));
      await putAll(store, [3], () => 2);
    });
    for (let time = 0; time < 2; time++) {
      rmSync(join(path, "index"), { recursive: true });
      await withStore(path, { ...OPTIONS, logBytes: 1_000_000 }, async (store) => {
        expect(store.recovery).toMatchObject({ rebuilt: true, damagedPlaces: 0 });
        expect(await store.size(fragment(1).root)).toBeUndefined();
        await expectAll(store, [0, 2, 3, 4]);
        const { usage, entries, files, counted } = await accountsOf(store, path);
        expect(usage).toEqual(entries);
        expect(counted).toBe(files);
      });
    }
  });
});

describe("an index from which a batch is missing", () => {
  test("is not believed, and made again from the logs", async () => {
    const path = temporaryFolder();
    await withStore(path, OPTIONS, async (store, folder) => {
      await putAll(store, upTo(6), () => 0);
      // What a power loss can leave of two files of LevelDB's, of which only the second was synced.
      const table = (name: string) =>
        folder.fragmentIndex.sublevel<Uint8Array, Uint8Array>(name, { keyEncoding: "view", valueEncoding: "view" });
      await table("fragments").del(fragment(2).root);
      const batches = await table("batches").keys().all();
      await table("batches").del(batches.at(-3)!);
    });
    await withStore(path, OPTIONS, async (store) => {
      expect(store.recovery).toMatchObject({ rebuilt: true, replayedRecords: 6 });
      await expectAll(store, upTo(6));
    });
    await withStore(path, OPTIONS, async (store) => expect(store.recovery.rebuilt).toBe(false));
  });

  test("nor is what a crash leaves of one that was being emptied", async () => {
    const path = temporaryFolder();
    await withStore(path, OPTIONS, async (store, folder) => {
      await putAll(store, upTo(6), () => 0);
      const table = (name: string) =>
        folder.fragmentIndex.sublevel<Uint8Array, Uint8Array>(name, { keyEncoding: "view", valueEncoding: "view" });
      await table("about").clear();
      await table("batches").clear();
      await table("fragments").del(fragment(4).root);
    });
    await withStore(path, OPTIONS, async (store) => {
      expect(store.recovery).toMatchObject({ rebuilt: true, replayedRecords: 6 });
      await expectAll(store, upTo(6));
    });
  });
});
