// Disks that fill up or fail: nothing half-written counts, what is stored is served, and a disk that lost a write is not trusted again.

import { describe, expect, test } from "vitest";
import { SimulatedDisk } from "./simulated-disk.ts";
import { accountsOf, fragment, openTestStore, temporaryFolder, withStore } from "./temporary-store.ts";
import type { Fault } from "./simulated-disk.ts";
import type { CairnError } from "../../../../protocol/index.ts";
import type { LogStore } from "../../../../node/provider/store/log-store.ts";

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: CairnError) => error.code,
  );
}

function put(store: LogStore, number: number, bytes?: number): Promise<void> {
  const { root, data } = fragment(number, bytes);
  return store.put(root, data);
}

async function expectThere(store: LogStore, number: number, bytes?: number): Promise<void> {
  const { root, data } = fragment(number, bytes);
  expect(Buffer.compare(await store.read(root), data)).toBe(0);
}

/** Fails the next operation of its kind on a log, and no other. */
function failOnce(disk: SimulatedDisk, fault: Fault): void {
  disk.fault = (operation, path) => {
    if (operation !== fault.operation || !path.endsWith(".fragments")) return undefined;
    disk.fault = () => undefined;
    return fault;
  };
}

/** A store on a disk that fails on command; and once more on the same disk, as after a restart. */
async function onFaultyDisk(
  work: (store: LogStore, disk: SimulatedDisk) => Promise<void>,
  afterwards: (store: LogStore) => Promise<void>,
): Promise<void> {
  const path = temporaryFolder();
  const disk = new SimulatedDisk(path);
  await withStore(path, { disk }, (store) => work(store, disk));
  disk.fault = () => undefined;
  disk.capacity = Number.POSITIVE_INFINITY;
  await withStore(path, { disk }, afterwards);
}

describe("a full disk", () => {
  test.each([0, 1, 95, 96, 5000])(
    "that takes %i bytes of a write leaves nothing of it, and later ones fit again",
    (bytesBefore) =>
      onFaultyDisk(
        async (store, disk) => {
          await put(store, 1);
          const before = { ...store.usage(), freeBytes: 0 };
          failOnce(disk, { operation: "append", errno: "ENOSPC", bytesBefore });
          expect(await codeOf(put(store, 2, 9000))).toBe("ERR_DISK_FULL");
          expect({ ...store.usage(), freeBytes: 0 }).toEqual(before);
          expect(await store.size(fragment(2).root)).toBeUndefined();
          await expectThere(store, 1);
          await put(store, 3);
          await expectThere(store, 3);
        },
        async (store) => {
          expect(store.recovery).toMatchObject({ cutBytes: 0, damagedPlaces: 0, replayedRecords: 0 });
          expect(store.usage().fragments).toBe(2);
          await expectThere(store, 3);
        },
      ),
  );

  test("that is found only by the sync is full as well", () =>
    onFaultyDisk(
      async (store, disk) => {
        await put(store, 1);
        failOnce(disk, { operation: "sync", errno: "ENOSPC" });
        expect(await codeOf(put(store, 2))).toBe("ERR_DISK_FULL");
        expect(await store.size(fragment(2).root)).toBeUndefined();
        await put(store, 2);
      },
      (store) => expectThere(store, 2),
    ));

  test("fills to the last fragment that fits, keeps serving, lets one remove, and then accepts again", () =>
    onFaultyDisk(
      async (store, disk) => {
        disk.capacity = 1_000_000;
        const codes = [];
        for (let number = 0; number < 30; number++) codes.push(await codeOf(put(store, number, 60_000)));
        const count = codes.indexOf("ERR_DISK_FULL");
        expect(count).toBeGreaterThan(10);
        expect(codes.slice(count).every((code) => code === "ERR_DISK_FULL")).toBe(true);
        for (let number = 0; number < count; number++) await expectThere(store, number, 60_000);
        await store.remove([0, 1, 2, 3, 4, 5].map((number) => fragment(number).root));
        await store.compact();
        await put(store, 100, 60_000);
        await expectThere(store, 100, 60_000);
      },
      async (store) => {
        await expectThere(store, 100, 60_000);
        expect(await store.size(fragment(0).root)).toBeUndefined();
      },
    ));

  test("keeps a reserve for the index: puts stop before the disk does", async () => {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    await withStore(path, { disk, keepFreeBytes: 50_000 }, async (store) => {
      disk.reportedFree = 60_000;
      expect(store.usage().freeBytes).toBe(10_000);
      expect(await codeOf(put(store, 1, 11_000))).toBe("ERR_DISK_FULL");
      await put(store, 2, 9000);
      await store.remove([fragment(2).root]);
      disk.reportedFree = 40_000;
      expect(store.usage().freeBytes).toBe(0);
      expect(await codeOf(put(store, 3, 1))).toBe("ERR_DISK_FULL");
    });
  });

  test("on which no new log can begin refuses, and begins one when it can", () =>
    onFaultyDisk(
      async (store, disk) => {
        for (let number = 0; number < 5; number++) await put(store, number, 50_000);
        for (const operation of ["create", "append", "sync"] as const) {
          failOnce(disk, { operation, errno: "ENOSPC" });
          expect(await codeOf(put(store, 10, 50_000))).toBe("ERR_DISK_FULL");
        }
        await put(store, 10, 50_000);
      },
      (store) => expectThere(store, 10, 50_000),
    ));

  test("fails only those of a batch that had something to write", () =>
    onFaultyDisk(
      async (store, disk) => {
        await put(store, 1);
        failOnce(disk, { operation: "append", errno: "ENOSPC" });
        const codes = await Promise.all(
          [put(store, 1), put(store, 2), put(store, 2), store.remove([fragment(9).root])].map(codeOf),
        );
        expect(codes).toEqual([undefined, "ERR_DISK_FULL", "ERR_DISK_FULL", undefined]);
      },
      (store) => expectThere(store, 1),
    ));
});

describe("a failing disk", () => {
  test.each(["append", "sync"] as const)(
    "that fails to %s is not written to again, and what is there is served",
    (operation) =>
      onFaultyDisk(
        async (store, disk) => {
          await put(store, 1);
          failOnce(disk, { operation, errno: "EIO", ...(operation === "append" ? { bytesBefore: 40 } : {}) });
          expect(await codeOf(put(store, 2))).toBe("ERR_DISK_FAILED");
          expect(await codeOf(put(store, 3))).toBe("ERR_DISK_FAILED");
          expect(await codeOf(store.remove([fragment(1).root]))).toBe("ERR_DISK_FAILED");
          expect(store.usage()).toMatchObject({ fragments: 1, freeBytes: 0 });
          await expectThere(store, 1);
        },
        async (store) => {
          await expectThere(store, 1);
          expect(store.usage().fragments).toBe(1);
          await put(store, 3);
        },
      ),
  );

  test("that fails while a failed write is cut back is not written to again, and the next start cuts it", () =>
    onFaultyDisk(
      async (store, disk) => {
        await put(store, 1);
        disk.fault = (operation) => {
          if (operation === "append") return { operation, errno: "ENOSPC", bytesBefore: 500 };
          return operation === "truncate" ? { operation, errno: "EIO" } : undefined;
        };
        expect(await codeOf(put(store, 2))).toBe("ERR_DISK_FAILED");
        disk.fault = () => undefined;
        expect(await codeOf(put(store, 3))).toBe("ERR_DISK_FAILED");
        await expectThere(store, 1);
      },
      async (store) => {
        expect(store.recovery.cutBytes).toBe(500);
        await put(store, 3);
        await expectThere(store, 1);
      },
    ));

  test("that fails to read says so for that read, and the next may succeed", () =>
    onFaultyDisk(
      async (store, disk) => {
        await put(store, 1);
        failOnce(disk, { operation: "read", errno: "EIO" });
        expect(await codeOf(store.read(fragment(1).root))).toBe("ERR_DISK_FAILED");
        await expectThere(store, 1);
        await put(store, 2);
      },
      (store) => expectThere(store, 2),
    ));

  test("on which a log cannot be deleted keeps what was removed removed", () =>
    onFaultyDisk(
      async (store, disk) => {
        for (let number = 0; number < 12; number++) await put(store, number, 50_000);
        disk.fault = (operation) => (operation === "unlink" ? { operation, errno: "EIO" } : undefined);
        await store.remove([0, 1, 2, 3, 4].map((number) => fragment(number).root));
        expect(await store.size(fragment(0).root)).toBeUndefined();
        await expectThere(store, 5, 50_000);
      },
      async (store) => {
        expect(await store.size(fragment(0).root)).toBeUndefined();
        await expectThere(store, 5, 50_000);
        await put(store, 20);
      },
    ));

  test("another program that writes to the log is noticed before anything is written over", async () => {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    await withStore(path, { disk }, async (store) => {
      await put(store, 1);
      const [log] = await disk.list(`${path}/logs`);
      const other = await disk.openToAppend(`${path}/logs/${log}`);
      await other.append([new Uint8Array(100)]);
      expect(await codeOf(put(store, 2))).toBe("ERR_DISK_FAILED");
      await expectThere(store, 1);
    });
  });

  test("a read-only file system is said at the start", async () => {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    disk.fault = (operation) => (operation === "create" ? { operation, errno: "EROFS" } : undefined);
    expect(await codeOf(openTestStore(path, { disk }))).toBe("ERR_DISK_FAILED");
  });
});

describe("an index that is behind", () => {
  test("because a sync before it failed never says more than the logs do", async () => {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    await withStore(path, { disk }, async (store) => {
      for (let number = 0; number < 20; number++) {
        if (number % 3 === 0) failOnce(disk, { operation: "append", errno: "ENOSPC", bytesBefore: number * 50 });
        await codeOf(put(store, number));
      }
      const { usage, entries } = await accountsOf(store, path);
      expect(usage).toEqual(entries);
      expect(store.usage().fragments).toBe(13);
    });
  });
});
