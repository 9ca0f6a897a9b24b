// Disks that fill up or fail: nothing half-written counts, what is stored is served, and a disk that lost a write is not trusted again.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { codeOf, expectThere, failOnce, nothingMore, onFaultyDisk, put } from "./faulty-store.ts";
import { SimulatedDisk } from "./simulated-disk.ts";
import { accountsOf, fragment, openTestStore, temporaryFolder, withStore } from "./temporary-store.ts";
import type { CairnError } from "../../../../protocol/index.ts";

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

  test("that others have filled up to what the index needs takes nothing, not even a removal, and everything again later", async () => {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    await withStore(path, { disk, keepFreeBytes: 64 * 1_048_576 }, async (store) => {
      disk.reportedFree = 100 * 1_048_576;
      await put(store, 1);
      await put(store, 2);
      disk.reportedFree = 3 * 1_048_576;
      const writes: string[] = [];
      disk.changed = (operation) => void writes.push(operation);
      expect(await codeOf(store.remove([fragment(1).root]))).toBe("ERR_DISK_FULL");
      expect(writes).toEqual([]);
      await expectThere(store, 1);
      disk.reportedFree = 5 * 1_048_576;
      await store.remove([fragment(1).root]);
      expect(await store.size(fragment(1).root)).toBeUndefined();
      await expectThere(store, 2);
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

  test("does not make the next start take for durable what a failed sync has left in memory only", async () => {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    await withStore(path, { disk }, async (store) => {
      await put(store, 1);
      disk.fault = (operation) => {
        if (operation === "sync") disk.fault = () => ({ operation: "truncate", errno: "EROFS" });
        return operation === "sync" ? { operation, errno: "EIO" } : undefined;
      };
      expect(await codeOf(put(store, 2, 20_000))).toBe("ERR_DISK_FAILED");
    });
    disk.fault = () => undefined;
    await withStore(path, { disk }, (store) => put(store, 2, 20_000));
    disk.losePower(nothingMore);
    await withStore(path, { disk }, async (store) => {
      await expectThere(store, 1);
      await expectThere(store, 2, 20_000);
    });
  });

  test("on which a folder could not be synced loses nothing that was stored after the next start", async () => {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    await withStore(path, { disk }, async (store) => {
      disk.fault = (operation, at) =>
        operation === "syncFolder" && at === path ? { operation, errno: "EIO" } : undefined;
      expect(await codeOf(put(store, 1))).toBe("ERR_DISK_FAILED");
      disk.fault = () => undefined;
    });
    await withStore(path, { disk }, (store) => put(store, 1));
    disk.losePower(nothingMore);
    await withStore(path, { disk }, (store) => expectThere(store, 1));
  });

  test("is not written to again when logs.json was replaced and may not stay, even if the disk only says that it is full", () =>
    onFaultyDisk(
      async (store, disk) => {
        disk.fault = (operation, at) =>
          operation === "syncFolder" && !at.endsWith("logs") ? { operation, errno: "ENOSPC" } : undefined;
        expect(await codeOf(put(store, 1))).toBe("ERR_DISK_FAILED");
        disk.fault = () => undefined;
        expect(await codeOf(put(store, 1))).toBe("ERR_DISK_FAILED");
      },
      (store) => put(store, 1),
    ));

  test("with a sector that cannot be read in a log that must be read says so and what to do, and nothing changes", async () => {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    await withStore(path, { disk }, async (store) => {
      for (let number = 0; number < 10; number++) await put(store, number, 60_000);
    });
    rmSync(join(path, "index"), { recursive: true });
    disk.fault = (operation, _path, from = 0, to = 0) =>
      operation === "read" && from <= 100_000 && to > 100_000 ? { operation, errno: "EIO" } : undefined;
    const refused = await openTestStore(path, { disk }).catch((error: CairnError) => error);
    expect(refused).toMatchObject({ code: "ERR_DISK_FAILED", message: expect.stringContaining("ddrescue") });
    disk.fault = () => undefined;
    await withStore(path, { disk }, async (store) => {
      for (let number = 0; number < 10; number++) await expectThere(store, number, 60_000);
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
