// The scrub reads everything that is stored, in its own time, and says what it found.

import { describe, expect, test } from "vitest";
import { Scrub } from "../../../../node/provider/store/scrub.ts";
import { SimulatedDisk } from "./simulated-disk.ts";
import { fragment, temporaryFolder, withStore } from "./temporary-store.ts";
import type { ScrubParts } from "../../../../node/provider/store/scrub.ts";
import type { ProviderFolder } from "../../../../node/provider/store/data-folder.ts";
import type { LogStore } from "../../../../node/provider/store/log-store.ts";

const COUNT = 40;
const NEVER = new AbortController().signal;
const hex = (root: Uint8Array): string => Buffer.from(root).toString("hex");

interface Seen {
  readonly whole: string[];
  readonly corrupt: string[];
  passes: number;
  failures: number;
}

async function fill(store: LogStore): Promise<void> {
  await Promise.all(
    Array.from({ length: COUNT }, (_, number) => store.put(fragment(number).root, fragment(number).data)),
  );
}

function partsOf(store: LogStore, folder: ProviderFolder, seen: Seen, change: Partial<ScrubParts> = {}): ScrubParts {
  return {
    store,
    table: folder.sublevel("scrub"),
    verify: async () => true,
    found: async ({ root }, state) => void seen[state].push(hex(root)),
    passed: async () => void (seen.passes += 1),
    failed: () => (seen.failures += 1),
    now: () => 1_000_000,
    ...change,
  };
}

function nothing(): Seen {
  return { whole: [], corrupt: [], passes: 0, failures: 0 };
}

describe("a scrub", () => {
  test("reads each fragment once, by ascending root, and tells when it was through", async () => {
    const path = temporaryFolder();
    await withStore(path, {}, async (store, folder) => {
      await fill(store);
      const seen = nothing();
      const scrub = await Scrub.open(partsOf(store, folder, seen));
      expect(scrub.status).toEqual({ progress: 0, lastPassAt: undefined });
      await scrub.pass(NEVER);
      const roots = Array.from({ length: COUNT }, (_, number) => hex(fragment(number).root)).toSorted();
      expect(seen).toEqual({ whole: roots, corrupt: [], passes: 1, failures: 0 });
      expect(scrub.status).toEqual({ progress: 0, lastPassAt: 1_000_000 });
      const again = await Scrub.open(partsOf(store, folder, seen));
      expect(again.status.lastPassAt).toBe(1_000_000);
    });
  });

  test("calls nothing lost for want of open files", async () => {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    await withStore(path, { disk }, async (store, folder) => {
      await fill(store);
      const seen = nothing();
      const scrub = await Scrub.open(partsOf(store, folder, seen));
      disk.fault = (operation) => (operation === "read" ? { operation, errno: "EMFILE" } : undefined);
      await expect(scrub.pass(NEVER)).rejects.toMatchObject({ code: "ERR_PEER_BUSY" });
      disk.fault = () => undefined;
      await scrub.pass(NEVER);
      expect(seen).toMatchObject({ corrupt: [], passes: 1 });
      expect(seen.whole).toHaveLength(COUNT);
    });
  });

  test("finds what the disk has changed, and what is whole by its checksum and has another root", async () => {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    await withStore(path, { disk }, async (store, folder) => {
      await fill(store);
      const [flipped, wrong] = [fragment(7), fragment(8)];
      for (const name of await disk.list(`${path}/logs`)) {
        disk.corrupt(`${path}/logs/${name}`, (bytes) => {
          const at = bytes.indexOf(flipped.data.subarray(0, 64));
          if (at >= 0) bytes[at + 70]! ^= 1;
        });
      }
      const seen = nothing();
      const verify = async (root: Uint8Array): Promise<boolean> => hex(root) !== hex(wrong.root);
      const scrub = await Scrub.open(partsOf(store, folder, seen, { verify }));
      await scrub.pass(NEVER);
      expect(seen.corrupt.toSorted()).toEqual([hex(flipped.root), hex(wrong.root)].toSorted());
      expect(seen.whole).toHaveLength(COUNT - 2);
    });
  });

  test("goes on after a restart where it was stopped, and misses nothing", async () => {
    const path = temporaryFolder();
    const first = nothing();
    await withStore(path, {}, async (store, folder) => {
      await fill(store);
      const stop = new AbortController();
      const found: ScrubParts["found"] = async ({ root }) => {
        if (first.whole.push(hex(root)) === 15) stop.abort();
      };
      const scrub = await Scrub.open(partsOf(store, folder, first, { found }), { afterMs: 0 });
      await scrub.run(stop.signal);
      expect(scrub.status.progress).toBeGreaterThan(0.1);
    });
    await withStore(path, {}, async (store, folder) => {
      const second = nothing();
      const scrub = await Scrub.open(partsOf(store, folder, second));
      expect(scrub.status.progress).toBeGreaterThan(0.1);
      await scrub.pass(NEVER);
      expect(first.whole).toHaveLength(15);
      expect([...first.whole, ...second.whole]).toEqual([...new Set([...first.whole, ...second.whole])].toSorted());
      expect(second.whole).toHaveLength(COUNT - 15);
    });
  });

  test("runs beside puts, removals and compaction, and reports nothing that is gone", async () => {
    const path = temporaryFolder();
    await withStore(path, { logBytes: 60_000 }, async (store, folder) => {
      await fill(store);
      const seen = nothing();
      const scrub = await Scrub.open(partsOf(store, folder, seen));
      const gone = Array.from({ length: COUNT / 2 }, (_, at) => fragment(2 * at).root);
      await Promise.all([
        scrub.pass(NEVER),
        store.remove(gone).then(() => store.compact()),
        ...Array.from({ length: COUNT }, (_, at) => store.put(fragment(100 + at).root, fragment(100 + at).data)),
      ]);
      expect(seen.corrupt).toEqual([]);
      for (let number = 1; number < COUNT; number += 2) expect(seen.whole).toContain(hex(fragment(number).root));
    });
  });

  test("waits while the store is busy", async () => {
    const path = temporaryFolder();
    await withStore(path, {}, async (store, folder) => {
      await fill(store);
      const seen = nothing();
      const looks: number[] = [];
      const busy = Object.create(store) as LogStore;
      Object.defineProperty(busy, "isBusy", { get: () => looks.push(seen.whole.length) <= 5 });
      busy.read = (root) => store.read(root);
      busy.entriesAfter = (root, count) => store.entriesAfter(root, count);
      const scrub = await Scrub.open(partsOf(busy, folder, seen));
      await scrub.pass(NEVER);
      expect(looks.filter((read) => read === 0).length).toBe(6);
      expect(seen.whole).toHaveLength(COUNT);
    });
  });

  test("takes a disk that reads nothing for broken, and not every fragment for lost", async () => {
    const path = temporaryFolder();
    const disk = new SimulatedDisk(path);
    await withStore(path, { disk }, async (store, folder) => {
      await fill(store);
      disk.fault = (operation) => (operation === "read" ? { operation, errno: "EIO" } : undefined);
      const seen = nothing();
      const scrub = await Scrub.open(partsOf(store, folder, seen));
      await expect(scrub.pass(NEVER)).rejects.toMatchObject({ code: "ERR_DISK_FAILED" });
      expect(seen.corrupt).toHaveLength(8);
      disk.fault = () => undefined;
      await scrub.pass(NEVER);
      expect(seen.whole).toHaveLength(COUNT - 8);
    });
  });
});
