// Flipped bits: what they cost, when they show, and that no client can make use of them.

import { closeSync, openSync, readFileSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { failureOf, fill, newestLog, readable, upTo } from "./filled-store.ts";
import { accountsOf, fragment, logFiles, temporaryFolder, withStore } from "./temporary-store.ts";

const HEADER = 96;

describe("flipped bits", () => {
  test("in a payload show when the fragment is read whole, and cost no other", async () => {
    const path = temporaryFolder();
    await fill(path, 5);
    const { log, offset } = await placeOf(path, 2);
    flipBit(join(path, "logs", log), offset + HEADER + 50);
    await withStore(path, {}, async (store) => {
      expect(await failureOf(store.read(fragment(2).root))).toMatchObject({ code: "ERR_FRAGMENT_CORRUPT" });
      expect(await readable(store, 5)).toEqual([0, 1, 3, 4]);
      await store.remove([fragment(2).root]);
      await store.put(fragment(2).root, fragment(2).data);
      expect(await readable(store, 5)).toEqual(upTo(5));
    });
  });

  test.each([
    ["header", 40],
    ["length in the header", 70],
    ["marker", 3],
    ["payload", HEADER + 7],
  ])("in the %s of a record in the middle cost that record alone when the index is rebuilt", async (_, at) => {
    const path = temporaryFolder();
    await fill(path, 6);
    const { log, offset } = await placeOf(path, 2);
    flipBit(join(path, "logs", log), offset + at);
    rmSync(join(path, "index"), { recursive: true });
    await withStore(path, {}, async (store) => {
      expect(store.recovery).toMatchObject({ rebuilt: true, cutBytes: 0, damagedPlaces: 1, replayedRecords: 5 });
      expect(store.recovery.damage[0]).toMatchObject({ log: 1, offset });
      expect(await readable(store, 6)).toEqual([0, 1, 3, 4, 5]);
      expect(await store.size(fragment(2).root)).toBeUndefined();
      const { usage, entries, files, counted } = await accountsOf(store, path);
      expect(usage).toEqual(entries);
      expect(counted).toBe(files);
    });
  });

  test("in the payload of an older log are passed over by a rebuild, which reads only heads and ends, and show on reading", async () => {
    const path = temporaryFolder();
    await fill(path, 30, { logBytes: 50_000 });
    const { log, offset } = await placeOf(path, 2);
    flipBit(join(path, "logs", log), offset + HEADER + 50);
    rmSync(join(path, "index"), { recursive: true });
    await withStore(path, { logBytes: 50_000 }, async (store) => {
      expect(store.recovery).toMatchObject({ rebuilt: true, replayedRecords: 30, damagedPlaces: 0 });
      expect(await failureOf(store.read(fragment(2).root))).toMatchObject({ code: "ERR_FRAGMENT_CORRUPT" });
      expect(await readable(store, 30)).toEqual(upTo(30).filter((number) => number !== 2));
    });
  });

  test("in a log's own header cost nothing", async () => {
    const path = temporaryFolder();
    await fill(path, 5);
    flipBit(newestLog(path).path, 35);
    await withStore(path, {}, async (store) => store.put(fragment(5).root, fragment(5).data));
    rmSync(join(path, "index"), { recursive: true });
    await withStore(path, {}, async (store) => expect(await readable(store, 6)).toEqual(upTo(6)));
  });

  test("in a tombstone bring the fragment back on a rebuild rather than lose another", async () => {
    const path = temporaryFolder();
    await fill(path, 3);
    const tombstone = newestLog(path).bytes;
    await withStore(path, {}, async (store) => {
      await store.remove([fragment(1).root]);
      await store.put(fragment(3).root, fragment(3).data);
    });
    flipBit(newestLog(path).path, tombstone + 10);
    rmSync(join(path, "index"), { recursive: true });
    await withStore(path, {}, async (store) => {
      expect(store.recovery.damagedPlaces).toBe(1);
      expect(await readable(store, 4)).toEqual(upTo(4));
    });
  });

  test("never let a client's bytes pass for records of the store", async () => {
    const path = temporaryFolder();
    await fill(path, 1);
    // A fragment made of the records of another store, at the places where they would stand in this one.
    const other = temporaryFolder();
    await fill(other, 4);
    const forged = new Uint8Array(readFileSync(newestLog(other).path).subarray(64));
    const { root } = fragment(100);
    const offset = newestLog(path).bytes;
    await withStore(path, {}, (store) => store.put(root, forged));
    await withStore(path, {}, (store) => store.put(fragment(5).root, fragment(5).data));
    flipBit(newestLog(path).path, offset + 20);
    rmSync(join(path, "index"), { recursive: true });
    await withStore(path, {}, async (store) => {
      expect(store.recovery.damage).toEqual([
        { log: 1, offset, bytes: 96 + Math.ceil(forged.byteLength / 8) * 8 + 8, root: undefined },
      ]);
      expect(store.usage().fragments).toBe(2);
      expect(await readable(store, 6)).toEqual([0, 5]);
    });
  });
});

function flipBit(path: string, at: number): void {
  const file = openSync(path, "r+");
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, at);
  writeSync(file, Buffer.from([byte[0]! ^ 0x10]), 0, 1, at);
  closeSync(file);
}

/** Where fragment `number` is, found by its root in the log. */
async function placeOf(path: string, number: number): Promise<{ log: string; offset: number }> {
  for (const { name, path: file } of logFiles(path)) {
    const at = readFileSync(file).indexOf(fragment(number).root);
    if (at >= 0) return { log: name, offset: at - 32 };
  }
  throw new Error(`Fragment ${number} is in no log.`);
}
