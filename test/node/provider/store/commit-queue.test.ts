// Group commit: what shares a batch, in which order, and what happens when a batch fails or a caller gives up.

import { describe, expect, test } from "vitest";
import { CommitQueue } from "../../../../node/provider/store/commit-queue.ts";

interface Request {
  readonly name: string;
  readonly bytes: number;
}

const LIMITS = { batchBytes: 100, batchRequests: 5 };
const aborted = (): Error => new Error("aborted");

/** A queue whose batches are recorded, and finish when they are let go. */
function heldQueue(outcome: (request: Request) => Error | undefined = () => undefined) {
  const batches: string[][] = [];
  let release: (() => void)[] = [];
  const queue = new CommitQueue<Request>(async (batch) => {
    batches.push(batch.map(({ name }) => name));
    await new Promise<void>((resolve) => release.push(resolve));
    return batch.map(outcome);
  }, LIMITS);
  const letGo = async (): Promise<void> => {
    for (const resolve of release) resolve();
    release = [];
    await new Promise(setImmediate);
  };
  const add = (name: string, bytes = 10, signal?: AbortSignal): Promise<void> =>
    queue.add({ name, bytes }, signal, aborted);
  return { queue, batches, letGo, add };
}

describe("a batch", () => {
  test("holds the calls of one turn, and then what came while it was written", async () => {
    const { queue, batches, letGo, add } = heldQueue();
    const first = [add("a"), add("b")];
    await new Promise(setImmediate);
    const second = [add("c"), add("d"), add("e")];
    expect(queue.bytes).toBe(50);
    expect(queue.waiting).toBe(3);
    await letGo();
    await Promise.all(first);
    await letGo();
    await Promise.all(second);
    expect(batches).toEqual([
      ["a", "b"],
      ["c", "d", "e"],
    ]);
    expect(queue.bytes).toBe(0);
    await queue.idle();
  });

  test("is bounded in requests and in bytes, but takes one that is larger than the bound", async () => {
    const { batches, letGo, add } = heldQueue();
    const all = Promise.all([
      ...["a", "b", "c", "d", "e", "f"].map((name) => add(name)),
      add("g", 95),
      add("h", 10),
      add("i", 500),
      add("j", 1),
    ]);
    for (let turn = 0; turn < 8; turn++) await letGo();
    await all;
    expect(batches).toEqual([["a", "b", "c", "d", "e"], ["f"], ["g"], ["h"], ["i"], ["j"]]);
  });

  test("that throws fails all its requests and no other", async () => {
    let batch = 0;
    const queue = new CommitQueue<Request>(
      async (requests) => {
        if (batch++ === 0) throw new Error("disk");
        return requests.map(() => undefined);
      },
      { batchBytes: 15, batchRequests: 5 },
    );
    const results = await Promise.allSettled(
      [1, 2].map((n) => queue.add({ name: `${n}`, bytes: 10 }, undefined, aborted)),
    );
    expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
    expect(queue.bytes).toBe(0);
  });

  test("gives each request its own outcome", async () => {
    const { letGo, add } = heldQueue(({ name }) => (name === "b" ? new Error("no room") : undefined));
    const results = Promise.allSettled(["a", "b", "c"].map((name) => add(name)));
    await letGo();
    await letGo();
    expect((await results).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });
});

describe("a caller that gives up", () => {
  test("before its batch begins is taken out of it, and later is not", async () => {
    const { queue, batches, letGo, add } = heldQueue();
    const stop = new AbortController();
    const running = add("a", 10, stop.signal);
    await new Promise(setImmediate);
    const waiting = add("b", 10, stop.signal);
    const other = add("c");
    stop.abort();
    await expect(waiting).rejects.toThrow("aborted");
    await expect(add("d", 10, stop.signal)).rejects.toThrow("aborted");
    await letGo();
    await letGo();
    await Promise.all([running, other]);
    expect(batches).toEqual([["a"], ["c"]]);
    expect(queue.bytes).toBe(0);
  });
});
