// What cannot be read, or not now: it costs what stands there, and nothing else.

import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { codeOf, expectThere, failOnce, onFaultyDisk, put } from "./faulty-store.ts";
import { SimulatedDisk } from "./simulated-disk.ts";
import { fragment, openTestStore, temporaryFolder, withStore } from "./temporary-store.ts";
import type { LogStore } from "../../../../node/provider/store/log-store.ts";

describe("a log that cannot be read", () => {
  /** Six logs, of which two thirds are dead. */
  async function wasteful(work: (store: LogStore, disk: SimulatedDisk, path: string) => Promise<void>): Promise<void> {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    await withStore(path, { disk, compaction: "manual" }, async (store) => {
      const all = Array.from({ length: 24 }, (_, number) => number);
      for (const number of all) await put(store, number, 60_000);
      await store.remove(all.filter((number) => number % 3 > 0).map((number) => fragment(number).root));
      await work(store, disk, join(path, "logs"));
    });
  }

  test("keeps what is left of it, and does not keep the others from being compacted", () =>
    wasteful(async (store, disk, logs) => {
      const [first] = await disk.list(logs);
      for (const to of [100, 200, 70_000]) {
        disk.fault = (operation, path, from = 0) =>
          operation === "read" && path.endsWith(first!) && from < to ? { operation, errno: "EIO" } : undefined;
        await store.compact();
        expect(await disk.list(logs)).toContain(first);
      }
      expect((await disk.list(logs)).length).toBeLessThan(5);
      disk.fault = () => undefined;
      for (let number = 0; number < 24; number += 3) await expectThere(store, number, 60_000);
    }));

  test("because something has deleted it does not keep compaction going for ever", () =>
    wasteful(async (store, disk, logs) => {
      const [first] = await disk.list(logs);
      await disk.unlink(join(logs, first!));
      await store.compact();
      expect(store.usage().fragments).toBe(8);
      expect(await codeOf(store.read(fragment(0).root))).toBe("ERR_DISK_FAILED");
      for (let number = 6; number < 24; number += 3) await expectThere(store, number, 60_000);
    }));

  test.each(["illegible", "unreadable"])(
    "because its head is %s costs what stands there, and nothing else",
    async (how) => {
      const path = temporaryFolder();
      const disk = new SimulatedDisk(path);
      await withStore(path, { disk }, async (store) => {
        for (let number = 0; number < 3; number++) await put(store, number);
      });
      const [log] = await disk.list(join(path, "logs"));
      if (how === "illegible") disk.corrupt(join(path, "logs", log!), (bytes) => bytes.fill(0, 0, 160));
      else
        disk.fault = (operation, at, from = 0) =>
          operation === "read" && at.endsWith(log!) && from < 100 ? { operation, errno: "EIO" } : undefined;
      for (const number of [3, 4]) {
        await withStore(path, { disk }, async (store) => {
          expect(await codeOf(store.read(fragment(0).root))).toMatch(/ERR_FRAGMENT_CORRUPT|ERR_DISK_FAILED/);
          await put(store, number);
          for (let one = 1; one <= number; one++) await expectThere(store, one);
        });
      }
      expect(await disk.list(join(path, "logs"))).toHaveLength(2);
    },
  );
});

test("a log that is another store's is refused, not left out", async () => {
  const [path, other] = [temporaryFolder(), temporaryFolder()];
  for (const at of [path, other]) await withStore(at, {}, (store) => put(store, 1));
  const log = join("logs", "0000000001.fragments");
  copyFileSync(join(other, log), join(path, log));
  expect(await codeOf(openTestStore(path))).toBe("ERR_STORE_DAMAGED");
});

describe("too many open files", () => {
  test("refuse what needs another one, say nothing of a fragment, and are over when they are over", () =>
    onFaultyDisk(
      async (store, disk) => {
        failOnce(disk, { operation: "create", errno: "EMFILE" });
        expect(await codeOf(put(store, 1))).toBe("ERR_PEER_BUSY");
        await put(store, 1);
        failOnce(disk, { operation: "read", errno: "EMFILE" });
        expect(await codeOf(store.read(fragment(1).root))).toBe("ERR_PEER_BUSY");
        await expectThere(store, 1);
      },
      (store) => expectThere(store, 1),
    ));
});
