// The log store keeps the contract of every fragment store, and its own: logs that begin, end and are deleted.

import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { accountsOf, fragment, logFiles, openTestStore, temporaryFolder, withStore } from "./temporary-store.ts";
import { fragmentStoreSuite } from "../../../compliance/fragment-store.ts";

fragmentStoreSuite("on logs", async (limits) => {
  const path = await mkdtemp(join(tmpdir(), "cairn-store-"));
  let opened = await openTestStore(path, limits);
  return {
    store: opened.store,
    async reopen() {
      await opened.close();
      opened = await openTestStore(path, limits);
      return opened.store;
    },
    async dispose() {
      await opened.close();
      rmSync(path, { recursive: true, force: true });
    },
  };
});

describe("logs", () => {
  test("a new one begins when the last one is long enough, and reading goes on across all", () => {
    const path = temporaryFolder();
    return withStore(path, { logBytes: 50_000 }, async (store) => {
      for (let number = 0; number < 30; number++) await store.put(fragment(number).root, fragment(number).data);
      expect(logFiles(path).length).toBeGreaterThan(4);
      expect(logFiles(path).every(({ bytes }) => bytes <= 50_000)).toBe(true);
      for (let number = 0; number < 30; number++) {
        expect(Buffer.compare(await store.read(fragment(number).root), fragment(number).data)).toBe(0);
      }
    });
  });

  test("one is deleted when its fragments and what its tombstones remove are gone", () => {
    const path = temporaryFolder();
    return withStore(path, { logBytes: 50_000 }, async (store) => {
      const roots = Array.from({ length: 30 }, (_, number) => fragment(number).root);
      for (let number = 0; number < 30; number++) await store.put(fragment(number).root, fragment(number).data);
      await store.remove(roots);
      // The one being appended to stays.
      expect(logFiles(path)).toHaveLength(1);
      expect(store.usage()).toMatchObject({ fragments: 0, payloadBytes: 0, liveBytes: 0 });
      expect(store.usage().deadBytes).toBe(logFiles(path)[0]?.bytes);
    });
  });

  test("a log with tombstones stays as long as a log with what they remove", () => {
    const path = temporaryFolder();
    return withStore(path, { logBytes: 10_000, compaction: "manual" }, async (store) => {
      const [kept, removed] = [fragment(1, 2000), fragment(2, 2000)];
      await Promise.all([store.put(kept.root, kept.data), store.put(removed.root, removed.data)]);
      // The tombstone stands in a log of which nothing else lives.
      const filler = [fragment(3, 9000), fragment(4, 9000), fragment(5, 9000)];
      await store.put(filler[0]!.root, filler[0]!.data);
      await store.remove([removed.root]);
      for (const { root, data } of filler.slice(1)) await store.put(root, data);
      await store.remove(filler.map(({ root }) => root));
      const names = logFiles(path).map(({ name }) => name);
      expect(names).toContain("0000000001.fragments");
      expect(names.length).toBeGreaterThan(2);
      await store.remove([kept.root]);
      expect(logFiles(path)).toHaveLength(1);
    });
  });

  test("many fragments put at once share few syncs, and one alone waits for nobody", async () => {
    const { nodeDisk } = await import("../../../../node/provider/store/disk.ts");
    let syncs = 0;
    const counting = {
      ...nodeDisk,
      create: async (path: string) => {
        const file = await nodeDisk.create(path);
        return { ...file, sync: () => ((syncs += 1), file.sync()) };
      },
    };
    await withStore(temporaryFolder(), { logBytes: 64_000_000, disk: counting }, async (store) => {
      await store.put(fragment(0).root, fragment(0).data);
      const before = syncs;
      await Promise.all(
        Array.from({ length: 500 }, (_, at) => store.put(fragment(1 + at).root, fragment(1 + at).data)),
      );
      expect(syncs - before).toBeLessThanOrEqual(3);
      await store.put(fragment(501).root, fragment(501).data);
      expect(syncs - before).toBeLessThanOrEqual(4);
    });
  });

  test("usage, index and files agree", () => {
    const path = temporaryFolder();
    return withStore(path, { logBytes: 100_000 }, async (store) => {
      await Promise.all(Array.from({ length: 60 }, (_, at) => store.put(fragment(at).root, fragment(at).data)));
      await store.remove(Array.from({ length: 25 }, (_, at) => fragment(at * 2).root));
      const { usage, entries, files, counted } = await accountsOf(store, path);
      expect(usage).toEqual(entries);
      expect(counted).toBe(files);
    });
  });
});
