// What a store finds when it opens: a torn tail, no index, no logs.

import { closeSync, ftruncateSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { failureOf, fill, newestLog, readable, upTo } from "./filled-store.ts";
import { accountsOf, fragment, logFiles, openTestStore, temporaryFolder, withStore } from "./temporary-store.ts";

const MANUAL = { compaction: "manual" } as const;

describe("a clean stop", () => {
  test("leaves nothing to replay, and no log is read at the next start", async () => {
    const path = temporaryFolder();
    await fill(path, 40, { logBytes: 50_000 });
    const { nodeDisk } = await import("../../../../node/provider/store/disk.ts");
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

  test("can be given up, as the refusal says, and the rest goes on", async () => {
    const path = temporaryFolder();
    await fill(path, 30, { logBytes: 50_000 });
    const gone = logFiles(path)[1]!;
    const content = readFileSync(gone.path);
    const left = upTo(30).filter((number) => !content.includes(fragment(number).root));
    rmSync(gone.path);
    const list = JSON.parse(readFileSync(join(path, "logs.json"), "utf8")) as { logs: number[] };
    writeFileSync(join(path, "logs.json"), JSON.stringify({ ...list, logs: list.logs.filter((log) => log !== 2) }));
    rmSync(join(path, "index"), { recursive: true });
    await withStore(path, { logBytes: 50_000 }, async (store) => {
      expect(left.length).toBeLessThan(30);
      expect(await readable(store, 30)).toEqual(left);
      await store.put(fragment(30).root, fragment(30).data);
    });
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
    // Without a backup, as the refusal says.
    rmSync(join(path, "index"), { recursive: true });
    await withStore(path, {}, async (store) => expect(await readable(store, 5)).toEqual(upTo(4)));
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
