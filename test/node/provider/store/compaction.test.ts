// Compaction gives back the space of removed fragments, while the store is read from and written to.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SimulatedDisk } from "./simulated-disk.ts";
import { accountsOf, fragment, logFiles, temporaryFolder, withStore } from "./temporary-store.ts";
import type { LogStore } from "../../../../node/provider/store/log-store.ts";

const MANUAL = { logBytes: 60_000, compaction: "manual" } as const;
const COUNT = 60;
const BYTES = 5000;

async function fill(store: LogStore, count = COUNT): Promise<void> {
  for (let number = 0; number < count; number++) {
    const { root, data } = fragment(number, BYTES);
    await store.put(root, data, { expires: number });
  }
}

function some(keep: (number: number) => boolean): Uint8Array[] {
  return Array.from({ length: COUNT }, (_, number) => number)
    .filter(keep)
    .map((number) => fragment(number, BYTES).root);
}

async function expectExactly(store: LogStore, kept: (number: number) => boolean): Promise<void> {
  for (let number = 0; number < COUNT; number++) {
    const { root, data } = fragment(number, BYTES);
    if (kept(number)) expect(Buffer.compare(await store.read(root), data)).toBe(0);
    else expect(await store.size(root)).toBeUndefined();
  }
}

describe("compaction", () => {
  test("shrinks the files to little more than what lives, keeps expiry, and survives a rebuild", async () => {
    const path = temporaryFolder();
    const kept = (number: number): boolean => number % 5 === 0;
    await withStore(path, MANUAL, async (store) => {
      await fill(store);
      await store.remove(some((number) => !kept(number)));
      const before = logFiles(path).reduce((sum, { bytes }) => sum + bytes, 0);
      expect(await store.compact()).toBeGreaterThan(3);
      const after = logFiles(path).reduce((sum, { bytes }) => sum + bytes, 0);
      expect(after).toBeLessThan(before / 3);
      expect(store.usage().deadBytes).toBeLessThan(store.usage().liveBytes);
      await expectExactly(store, kept);
      expect(await store.compact()).toBe(0);
    });
    rmSync(join(path, "index"), { recursive: true });
    await withStore(path, MANUAL, async (store) => {
      await expectExactly(store, kept);
      const numbers: number[] = [];
      for await (const { expires } of store.entries()) numbers.push(expires);
      expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: COUNT / 5 }, (_, at) => at * 5));
      const { usage, entries, files, counted } = await accountsOf(store, path);
      expect(usage).toEqual(entries);
      expect(counted).toBe(files);
    });
  });

  test("starts by itself when removals leave enough dead, the newest log included", async () => {
    const path = temporaryFolder();
    await withStore(path, { logBytes: 1_000_000, capacityBytes: 400_000 }, async (store) => {
      await fill(store);
      await store.remove(some((number) => number !== 7));
      await store.compact();
      expect(store.usage().deadBytes).toBeLessThan(20_000);
      await expectExactly(store, (number) => number === 7);
    });
  });

  test("runs beside reads, puts and removals of the same fragments", async () => {
    const path = temporaryFolder();
    await withStore(path, MANUAL, async (store) => {
      await fill(store);
      await store.remove(some((number) => number % 3 !== 0));
      const compacting = store.compact();
      const gone = some((number) => number % 6 === 0);
      const reading = Promise.all(
        Array.from({ length: 200 }, async (_, at) => {
          const { root, data } = fragment(((at * 6) % COUNT) + 3, BYTES);
          expect(Buffer.compare(await store.read(root), data)).toBe(0);
        }),
      );
      const back = fragment(1, BYTES);
      await Promise.all([store.remove(gone), store.put(back.root, back.data), reading, compacting]);
      await expectExactly(store, (number) => number === 1 || number % 6 === 3);
    });
    rmSync(join(path, "index"), { recursive: true });
    await withStore(path, MANUAL, (store) => expectExactly(store, (number) => number === 1 || number % 6 === 3));
  });

  test("stopped half-way loses nothing, and can be started again", async () => {
    const path = temporaryFolder();
    const kept = (number: number): boolean => number % 3 === 0;
    await withStore(path, MANUAL, async (store) => {
      await fill(store);
      await store.remove(some((number) => !kept(number)));
      await expect(store.compact({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "ERR_ABORTED" });
      await expectExactly(store, kept);
      expect(await store.compact()).toBeGreaterThan(3);
      await expectExactly(store, kept);
    });
  });

  test("on a full disk fails, and nothing is lost by it", async () => {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    const kept = (number: number): boolean => number % 3 === 0;
    await withStore(path, { ...MANUAL, disk }, async (store) => {
      await fill(store);
      await store.remove(some((number) => !kept(number)));
      disk.capacity = 0;
      await expect(store.compact()).rejects.toMatchObject({ code: "ERR_DISK_FULL" });
      await expectExactly(store, kept);
      disk.capacity = Number.POSITIVE_INFINITY;
      expect(await store.compact()).toBeGreaterThan(3);
      await expectExactly(store, kept);
    });
  });

  test("does not begin what the disk has no room for, and keeps a reserve that puts cannot take", async () => {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    const kept = (number: number): boolean => number % 3 === 0;
    await withStore(path, { ...MANUAL, keepFreeBytes: 60_000, disk }, async (store) => {
      await fill(store);
      await store.remove(some((number) => !kept(number)));
      const before = { ...store.usage(), freeBytes: 0 };
      disk.reportedFree = 20_000;
      await expect(store.compact()).rejects.toMatchObject({ code: "ERR_DISK_FULL", facts: { free: 20_000 } });
      expect({ ...store.usage(), freeBytes: 0 }).toEqual(before);
      disk.reportedFree = 60_000;
      expect(store.usage().freeBytes).toBe(0);
      expect(await store.compact()).toBeGreaterThan(3);
      await expectExactly(store, kept);
    });
  });

  test("that goes slowly keeps nobody waiting, and stops when it is told to", async () => {
    const path = temporaryFolder();
    const kept = (number: number): boolean => number % 3 === 0;
    const stop = new AbortController();
    await withStore(path, { ...MANUAL, compactionBytesPerSecond: 1 }, async (store) => {
      await fill(store);
      await store.remove(some((number) => !kept(number)));
      const compacting = store.compact({ signal: stop.signal });
      const stopped = expect(compacting).rejects.toMatchObject({ code: "ERR_ABORTED" });
      const extra = fragment(1000, BYTES);
      await store.put(extra.root, extra.data);
      await expectExactly(store, kept);
      await store.remove([extra.root]);
      stop.abort();
      await stopped;
      await expectExactly(store, kept);
    });
  });

  test("never takes a log that has just begun for a dead one", async () => {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    let compact = (): void => undefined;
    // When a log is ended another one has begun, and is empty for a moment.
    const create = disk.create.bind(disk);
    disk.create = async (file) => {
      const made = await create(file);
      return { ...made, close: async () => (compact(), made.close()) };
    };
    await withStore(path, { ...MANUAL, disk }, async (store) => {
      const compacting: Promise<unknown>[] = [];
      compact = () => void compacting.push(store.compact());
      await fill(store);
      await Promise.all(compacting);
      compact = () => undefined;
      expect(compacting.length).toBeGreaterThan(3);
      await expectExactly(store, () => true);
    });
  });

  test("keeps a log with a fragment that can no longer be read, for the rest of it", async () => {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    await withStore(path, { ...MANUAL, disk }, async (store) => {
      await fill(store, 30);
      const log = join(path, "logs", "0000000001.fragments");
      const broken = fragment(0, BYTES);
      disk.corrupt(log, (bytes) => bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000));
      await store.remove(some((number) => number > 0 && number < 30));
      await store.compact();
      expect(await disk.list(join(path, "logs"))).toContain("0000000001.fragments");
      await expect(store.read(broken.root)).rejects.toMatchObject({ code: "ERR_FRAGMENT_CORRUPT" });
      expect(Buffer.compare(await store.read(broken.root, 2560, 2816), broken.data.subarray(2560, 2816))).toBe(0);
      await store.remove([broken.root]);
      await store.put(broken.root, broken.data);
      expect(Buffer.compare(await store.read(broken.root), broken.data)).toBe(0);
    });
  });
});
