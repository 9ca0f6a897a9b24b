// What a store finds when it opens: a torn tail, flipped bits, no index, no logs.

import {
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { accountsOf, fragment, logFiles, openTestStore, temporaryFolder, withStore } from "./temporary-store.ts";
import type { CairnError } from "../../../../protocol/index.ts";
import type { LogStore } from "../../../../node/provider/log-store.ts";

const HEADER = 96;
const MANUAL = { compaction: "manual" } as const;

async function fill(path: string, count: number, options: { logBytes?: number } = {}): Promise<void> {
  await withStore(path, options, async (store) => {
    for (let number = 0; number < count; number++) await store.put(fragment(number).root, fragment(number).data);
  });
}

async function readable(store: LogStore, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let number = 0; number < count; number++) {
    const { root, data } = fragment(number);
    const bytes = await store.read(root).catch(() => undefined);
    if (bytes !== undefined && Buffer.compare(bytes, data) === 0) found.push(number);
  }
  return found;
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, number) => number);
}

function flipBit(path: string, at: number): void {
  const file = openSync(path, "r+");
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, at);
  writeSync(file, Buffer.from([byte[0]! ^ 0x10]), 0, 1, at);
  closeSync(file);
}

function newestLog(path: string): { name: string; path: string; bytes: number } {
  return logFiles(path).at(-1)!;
}

async function failureOf(work: Promise<unknown>): Promise<CairnError> {
  return (await work.then(
    () => undefined,
    (error: unknown) => error,
  )) as CairnError;
}

describe("a clean stop", () => {
  test("leaves nothing to replay, and no log is read at the next start", async () => {
    const path = temporaryFolder();
    await fill(path, 40, { logBytes: 50_000 });
    const { nodeDisk } = await import("../../../../node/provider/disk.ts");
    const read: string[] = [];
    const watching = { ...nodeDisk, openToRead: (file: string) => (read.push(file), nodeDisk.openToRead(file)) };
    await withStore(path, { logBytes: 50_000, disk: watching }, async (store) => {
      expect(store.recovery).toEqual({ rebuilt: false, replayedRecords: 0, cutBytes: 0, damage: [], damagedPlaces: 0 });
      expect(read.filter((file) => file.endsWith(".fragments"))).toEqual([]);
      expect(await readable(store, 40)).toEqual(upTo(40));
    });
  });
});

describe("a torn tail", () => {
  test.each([1, 8, 95, 96, 97, 500, 1000])("of %i bytes is cut off, and writing goes on", async (bytes) => {
    const path = temporaryFolder();
    await fill(path, 3);
    const whole = newestLog(path).bytes;
    // The start of a record that would be the next one, as far as it got.
    await fill(path, 4);
    const file = openSync(newestLog(path).path, "r+");
    ftruncateSync(file, whole + bytes);
    closeSync(file);
    rmSync(join(path, "index"), { recursive: true });
    await withStore(path, {}, async (store) => {
      expect(store.recovery).toMatchObject({ cutBytes: bytes, replayedRecords: 3 });
      expect(newestLog(path).bytes).toBe(whole);
      expect(await readable(store, 4)).toEqual([0, 1, 2]);
      await store.put(fragment(3).root, fragment(3).data);
    });
    await withStore(path, {}, async (store) => expect(await readable(store, 4)).toEqual(upTo(4)));
  });

  test("of garbage or of zeros behind the last record is cut off with the index in place", async () => {
    const path = temporaryFolder();
    await fill(path, 3);
    for (const garbage of [Buffer.alloc(10_000), Buffer.from("not a record ".repeat(700))]) {
      const { bytes, path: log } = newestLog(path);
      writeFileSync(log, garbage, { flag: "a" });
      await withStore(path, {}, async (store) => {
        expect(store.recovery).toMatchObject({ rebuilt: false, replayedRecords: 0, cutBytes: garbage.byteLength });
        expect(newestLog(path).bytes).toBe(bytes);
        expect(await readable(store, 3)).toEqual(upTo(3));
      });
    }
  });

  test("is all that is scanned: records written after the index was last saved are found", async () => {
    const path = temporaryFolder();
    await fill(path, 3);
    renameSync(join(path, "index"), join(path, "old-index"));
    await fill(path, 6);
    rmSync(join(path, "index"), { recursive: true });
    renameSync(join(path, "old-index"), join(path, "index"));
    await withStore(path, {}, async (store) => {
      expect(store.recovery).toMatchObject({ rebuilt: false, replayedRecords: 3, cutBytes: 0 });
      expect(await readable(store, 6)).toEqual(upTo(6));
    });
  });
});

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

describe("a missing index", () => {
  test("is rebuilt from the logs: the same fragments, the same accounts", async () => {
    const path = temporaryFolder();
    let before: object = {};
    await withStore(path, { logBytes: 60_000, ...MANUAL }, async (store) => {
      for (const number of upTo(50)) await store.put(fragment(number).root, fragment(number).data, { expires: number });
      await store.remove(
        upTo(50)
          .filter((number) => number % 3 === 0)
          .map((number) => fragment(number).root),
      );
      for (const number of [0, 3, 6]) await store.put(fragment(number).root, fragment(number).data);
      before = await accountsOf(store, path);
    });
    rmSync(join(path, "index"), { recursive: true });
    await withStore(path, { logBytes: 60_000, ...MANUAL }, async (store) => {
      expect(store.recovery).toMatchObject({ rebuilt: true, damagedPlaces: 0, cutBytes: 0 });
      expect(await accountsOf(store, path)).toEqual(before);
      expect(await readable(store, 50)).toEqual(upTo(50).filter((number) => number % 3 !== 0 || number <= 6));
      for await (const { root, expires } of store.entries()) {
        const number = upTo(50).find((number) => Buffer.compare(fragment(number).root, root) === 0)!;
        expect(expires).toBe(number % 3 === 0 ? 0 : number);
      }
    });
  });

  test("of another store is refused, with what to do", async () => {
    const [path, other] = [temporaryFolder(), temporaryFolder()];
    await fill(path, 2);
    await fill(other, 2);
    rmSync(join(path, "index"), { recursive: true });
    renameSync(join(other, "index"), join(path, "index"));
    expect(await failureOf(openTestStore(path))).toMatchObject({
      code: "ERR_STORE_DAMAGED",
      message: expect.stringContaining("Delete it and start again"),
    });
  });
});

describe("a missing log", () => {
  test.each(["with its index", "without an index"])("%s is refused by name, and nothing is changed", async (how) => {
    const path = temporaryFolder();
    await fill(path, 30, { logBytes: 50_000 });
    const gone = logFiles(path)[1]!;
    renameSync(gone.path, join(path, "..", "moved-away.fragments"));
    if (how === "without an index") rmSync(join(path, "index"), { recursive: true });
    const left = logFiles(path);
    expect(await failureOf(openTestStore(path))).toMatchObject({
      code: "ERR_STORE_DAMAGED",
      message: expect.stringContaining(gone.name),
      facts: { files: [gone.name] },
    });
    expect(logFiles(path)).toEqual(left);
    renameSync(join(path, "..", "moved-away.fragments"), gone.path);
    await withStore(path, {}, async (store) => expect(await readable(store, 30)).toEqual(upTo(30)));
  });

  test("refuses even when all logs and the index are gone together", async () => {
    const path = temporaryFolder();
    await fill(path, 5);
    for (const { path: log } of logFiles(path)) rmSync(log);
    rmSync(join(path, "index"), { recursive: true });
    expect(await failureOf(openTestStore(path))).toMatchObject({ code: "ERR_STORE_DAMAGED" });
  });

  test("folder refuses too", async () => {
    const path = temporaryFolder();
    await fill(path, 5);
    rmSync(join(path, "logs"), { recursive: true });
    expect(await failureOf(openTestStore(path))).toMatchObject({ code: "ERR_STORE_DAMAGED" });
  });

  test("is not one that was cut: a log shorter than its index says is refused", async () => {
    const path = temporaryFolder();
    await fill(path, 5);
    const file = openSync(newestLog(path).path, "r+");
    ftruncateSync(file, newestLog(path).bytes - 1);
    closeSync(file);
    expect(await failureOf(openTestStore(path))).toMatchObject({
      code: "ERR_STORE_DAMAGED",
      message: expect.stringContaining("shorter"),
    });
  });

  test("is not one too many: a log that logs.json does not name is refused", async () => {
    const path = temporaryFolder();
    await fill(path, 5);
    const list = readFileSync(join(path, "logs.json"));
    await fill(path, 40, { logBytes: 50_000 });
    writeFileSync(join(path, "logs.json"), list);
    expect(await failureOf(openTestStore(path))).toMatchObject({
      code: "ERR_STORE_DAMAGED",
      message: expect.stringContaining("logs.json"),
    });
  });
});

/** Where fragment `number` is, found by its root in the log. */
async function placeOf(path: string, number: number): Promise<{ log: string; offset: number }> {
  for (const { name, path: file } of logFiles(path)) {
    const at = readFileSync(file).indexOf(fragment(number).root);
    if (at >= 0) return { log: name, offset: at - 32 };
  }
  throw new Error(`Fragment ${number} is in no log.`);
}
