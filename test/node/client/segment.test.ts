import { expect, test } from "vitest";
import { codeSegment, cutSegments } from "../../../node/client/segment.ts";
import { createCodingPool } from "../../../node/coding/index.ts";
import { loadKernel, scheme } from "../../../erasure/index.ts";
import { nobleHasher } from "../../../proofs/index.ts";
import { spawnNodeWorker } from "../../../node/coding/node-worker.ts";
import type { SpawnWorker } from "../../../node/coding/index.ts";

const kernel = await loadKernel();
const parts = { kernel, hasher: nobleHasher };
const segment = [new Uint8Array(65_536).fill(3), Uint8Array.from({ length: 40_001 }, (_, i) => i * 7)];
const never = new AbortController().signal;

test("segments are k MiB of records, and the last one what is left", async () => {
  const record = new Uint8Array(65_536);
  async function* records() {
    for (let i = 0; i < 35; i++) yield record;
  }
  const lengths: number[] = [];
  for await (const cut of cutSegments(records(), 1)) lengths.push(cut.length);
  expect(lengths).toEqual([16, 16, 3]);
});

test("a pool gives the fragments that this thread gives, and they outlive its workspaces", async () => {
  await using coding = await createCodingPool({ workers: 1, workspaces: 1, shards: 10 });
  const expected = await codeSegment({ ...parts, coding: undefined }, scheme(4, 10), segment, never);
  const first = await codeSegment({ ...parts, coding }, scheme(4, 10), segment, never);
  await codeSegment({ ...parts, coding }, scheme(4, 10), [new Uint8Array(500)], never);
  expect(first).toEqual(expected);
});

test("a segment whose coding thread dies is coded on this thread", async () => {
  // A real thread, which is told to end as soon as it has something to do.
  const spawn: SpawnWorker = (events) => {
    const thread = spawnNodeWorker(events);
    return {
      ...thread,
      post(order) {
        thread.post(order);
        if (order.kind === "encode") void thread.stop();
      },
    };
  };
  await using coding = await createCodingPool({ workers: 1, workspaces: 1, shards: 10, spawn });
  const fragments = await codeSegment({ ...parts, coding }, scheme(4, 10), segment, never);
  expect(fragments).toEqual(await codeSegment({ ...parts, coding: undefined }, scheme(4, 10), segment, never));
});

test("an abort is the signal's reason, not a fall back", async () => {
  await using coding = await createCodingPool({ workers: 0, workspaces: 1, shards: 10 });
  const reason = new Error("enough");
  await expect(codeSegment({ ...parts, coding }, scheme(4, 10), segment, AbortSignal.abort(reason))).rejects.toBe(
    reason,
  );
});
