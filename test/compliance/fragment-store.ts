// What every fragment store must do.

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { CairnError } from "../../protocol/index.ts";
import type { FragmentStore } from "../../node/provider/store/fragment-store.ts";

export interface OpenedFragmentStore {
  readonly store: FragmentStore;
  /** Closes the store and opens it again, as a restart does. */
  reopen(): Promise<FragmentStore>;
  /** Closes it and removes what it left. */
  dispose(): Promise<void>;
}

const MIB = 1_048_576;

/** `open` gives an empty store with room for at least 16 MiB, or for `capacityBytes`. */
export function fragmentStoreSuite(
  name: string,
  open: (limits: { readonly capacityBytes?: number }) => Promise<OpenedFragmentStore>,
): void {
  const withStore = async (
    work: (store: FragmentStore, opened: OpenedFragmentStore) => Promise<void>,
    limits: { readonly capacityBytes?: number } = {},
  ): Promise<void> => {
    const opened = await open(limits);
    try {
      await work(opened.store, opened);
    } finally {
      await opened.dispose();
    }
  };

  describe(`fragment store ${name}`, () => {
    test.each([1, 7, 8, 9, 255, 256, 257, 65_536, MIB - 1, MIB])("a fragment of %i bytes reads back", (bytes) =>
      withStore(async (store) => {
        const data = content(bytes);
        await store.put(rootOf("a"), data);
        expect(same(await store.read(rootOf("a")), data)).toBe(true);
        expect(await store.size(rootOf("a"))).toBe(bytes);
      }),
    );

    test("any part of a fragment reads back, the empty one too", () =>
      withStore(async (store) => {
        const data = content(1000);
        await store.put(rootOf("a"), data);
        for (const [from, to] of [
          [0, 1],
          [0, 256],
          [256, 512],
          [768, 1000],
          [999, 1000],
          [500, 500],
          [1000, 1000],
        ] as const) {
          expect(same(await store.read(rootOf("a"), from, to), data.subarray(from, to))).toBe(true);
        }
        expect(same(await store.read(rootOf("a"), 900), data.subarray(900))).toBe(true);
      }));

    test("a part that lies outside the fragment is refused", () =>
      withStore(async (store) => {
        await store.put(rootOf("a"), content(100));
        for (const [from, to] of [
          [0, 101],
          [-1, 5],
          [50, 49],
          [101, 101],
        ] as const) {
          await expect(store.read(rootOf("a"), from, to)).rejects.toThrow(RangeError);
        }
      }));

    test("a fragment that is not there is not found, and has no size", () =>
      withStore(async (store) => {
        expect(await store.size(rootOf("a"))).toBeUndefined();
        expect(await codeOf(store.read(rootOf("a")))).toBe("ERR_FRAGMENT_NOT_FOUND");
        expect(await codeOf(store.read(rootOf("a"), 0, 1))).toBe("ERR_FRAGMENT_NOT_FOUND");
      }));

    test("no fragment, one too long, and a root of another length are refused", () =>
      withStore(async (store) => {
        await expect(store.put(rootOf("a"), content(0))).rejects.toThrow(RangeError);
        await expect(store.put(rootOf("a"), new Uint8Array(MIB + 1))).rejects.toThrow(RangeError);
        await expect(store.put(new Uint8Array(31), content(1))).rejects.toThrow(RangeError);
        expect(store.usage().fragments).toBe(0);
      }));

    test("what a read returns is the caller's: writing to it changes nothing", () =>
      withStore(async (store) => {
        await store.put(rootOf("a"), content(64));
        (await store.read(rootOf("a"))).fill(0);
        (await store.read(rootOf("a"), 0, 32)).fill(0);
        expect(same(await store.read(rootOf("a")), content(64))).toBe(true);
      }));

    test.each(["Uint8Array", "Buffer"])("the root, a %s, may be reused by the caller after the call", (kind) =>
      withStore(async (store) => {
        const root = kind === "Buffer" ? Buffer.from(rootOf("a")) : rootOf("a");
        const done = store.put(root, content(64));
        root.fill(0);
        await done;
        expect(await store.size(rootOf("a"))).toBe(64);
        root.set(rootOf("a"));
        const removed = store.remove([root]);
        root.fill(0);
        await removed;
        expect(store.usage().fragments).toBe(0);
      }),
    );

    test("storing again what is there resolves and counts once, one after the other or at once", () =>
      withStore(async (store) => {
        await store.put(rootOf("a"), content(5000));
        const before = store.usage();
        await store.put(rootOf("a"), content(5000));
        expect(store.usage()).toMatchObject({ ...before, freeBytes: expect.any(Number) });
        await Promise.all(Array.from({ length: 20 }, () => store.put(rootOf("b"), content(3000))));
        expect(store.usage()).toMatchObject({ fragments: 2, payloadBytes: 8000 });
      }));

    test("calls take effect in their order, even at once", () =>
      withStore(async (store) => {
        const [first, second] = [content(100), content(200)];
        await Promise.all([store.put(rootOf("a"), first), store.remove([rootOf("a")]), store.put(rootOf("a"), second)]);
        expect(same(await store.read(rootOf("a")), second)).toBe(true);
        await Promise.all([store.remove([rootOf("a")]), store.put(rootOf("b"), first), store.remove([rootOf("b")])]);
        expect(store.usage()).toMatchObject({ fragments: 0, payloadBytes: 0, liveBytes: 0 });
      }));

    test("removing forgets what is there and passes over what is not", () =>
      withStore(async (store) => {
        await Promise.all(["a", "b", "c"].map((label) => store.put(rootOf(label), content(500))));
        await store.remove([rootOf("a"), rootOf("x"), rootOf("c"), rootOf("a")]);
        expect(await codeOf(store.read(rootOf("a")))).toBe("ERR_FRAGMENT_NOT_FOUND");
        expect(await store.size(rootOf("b"))).toBe(500);
        await store.remove([]);
        expect(store.usage()).toMatchObject({ fragments: 1, payloadBytes: 500 });
      }));

    test("everything acknowledged is there after a restart, and nothing removed is", () =>
      withStore(async (store, opened) => {
        const labels = Array.from({ length: 50 }, (_, at) => `fragment ${at}`);
        await Promise.all(labels.map((label, at) => store.put(rootOf(label), content(1000 + at), { expires: at })));
        await store.remove(labels.slice(0, 10).map(rootOf));
        const usage = store.usage();
        const again = await opened.reopen();
        for (const [at, label] of labels.entries()) {
          if (at < 10) expect(await again.size(rootOf(label))).toBeUndefined();
          else expect(same(await again.read(rootOf(label)), content(1000 + at))).toBe(true);
        }
        expect(again.usage()).toMatchObject({
          fragments: usage.fragments,
          payloadBytes: usage.payloadBytes,
          liveBytes: usage.liveBytes,
        });
      }));

    test("entries are all fragments by ascending root, with length and expiry", () =>
      withStore(async (store) => {
        const expected = Array.from({ length: 30 }, (_, at) => ({
          root: rootOf(`${at}`),
          bytes: 1 + at,
          expires: at * 3,
        }));
        await Promise.all(expected.map(({ root, bytes, expires }) => store.put(root, content(bytes), { expires })));
        const found = [];
        for await (const entry of store.entries()) found.push(entry);
        expect(found).toEqual(expected.toSorted((a, b) => Buffer.compare(a.root, b.root)));
      }));

    test("a put taken back before its turn leaves no trace", () =>
      withStore(async (store) => {
        const stop = new AbortController();
        const first = store.put(rootOf("first"), content(100));
        const stopped = store.put(rootOf("stopped"), content(100), { signal: stop.signal });
        stop.abort();
        expect(await codeOf(stopped)).toBe("ERR_ABORTED");
        expect(await codeOf(store.put(rootOf("late"), content(100), { signal: stop.signal }))).toBe("ERR_ABORTED");
        await first;
        expect(store.usage()).toMatchObject({ fragments: 1, reservedBytes: 0 });
        expect(await store.size(rootOf("stopped"))).toBeUndefined();
      }));

    test("at its capacity it refuses, keeps serving, and accepts again once there is room", () =>
      withStore(
        async (store) => {
          const outcomes = await Promise.all(
            Array.from({ length: 20 }, (_, at) => codeOf(store.put(rootOf(`${at}`), content(100_000)))),
          );
          const stored = outcomes.flatMap((code, at) => (code === undefined ? [rootOf(`${at}`)] : []));
          expect(new Set(outcomes)).toEqual(new Set([undefined, "ERR_DISK_FULL"]));
          expect(stored.length).toBeGreaterThanOrEqual(8);
          expect(store.usage()).toMatchObject({
            fragments: stored.length,
            payloadBytes: stored.length * 100_000,
            reservedBytes: 0,
          });
          for (const root of stored) expect(same(await store.read(root), content(100_000))).toBe(true);
          await store.put(stored[0]!, content(100_000));
          await store.remove(stored);
          expect(store.usage()).toMatchObject({ fragments: 0, capacityBytes: 1_000_000 });
          await store.put(rootOf("again"), content(100_000));
        },
        { capacityBytes: 1_000_000 },
      ));

    test("after close it takes nothing", () =>
      withStore(async (store) => {
        await store.put(rootOf("a"), content(10));
        await store.close();
        await expect(store.put(rootOf("b"), content(10))).rejects.toThrow("closed");
      }));
  });
}

function rootOf(label: string): Uint8Array {
  return new Uint8Array(createHash("sha256").update(label).digest());
}

function content(bytes: number): Uint8Array {
  return Uint8Array.from({ length: bytes }, (_, at) => (at * 31 + (at >> 8) * 7 + bytes) & 0xff);
}

/** Much faster on megabytes than a matcher, and says as much. */
function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return (error as CairnError).code;
  }
}
