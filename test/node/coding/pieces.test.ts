// Jobs cover all of a segment once, and none is larger than it may be.

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_SHARD_BYTES, SHARD_ALIGN_BYTES, SHARD_STRIDE } from "../../../erasure/index.ts";
import { HASH_BYTES, treeBytes } from "../../../proofs/index.ts";
import { CODING } from "../../../node/limits/index.ts";
import { NODES_BYTES } from "../../../node/coding/memory-layout.ts";
import { encodeJobs, reconstructJobs, treeJobs } from "../../../node/coding/pieces.ts";

const segments = fc.record({
  n: fc.integer({ min: 2, max: 256 }),
  leaves: fc.integer({ min: 1, max: MAX_SHARD_BYTES / SHARD_ALIGN_BYTES }),
  workers: fc.integer({ min: 1, max: CODING.workers }),
});

test("columns follow on each other from the first to the last, and are bounded", () => {
  fc.assert(
    fc.property(segments, ({ n, leaves, workers }) => {
      const shards = { scheme: { k: 1, n }, address: 640, bytes: leaves * SHARD_ALIGN_BYTES };
      let end = 0;
      for (const job of encodeJobs(shards, workers)) {
        if (job.kind !== "encode") throw new Error(job.kind);
        expect(job.from).toBe(end);
        expect(job.to).toBeGreaterThan(job.from);
        expect(job.to % SHARD_ALIGN_BYTES).toBe(0);
        expect(job.to - job.from).toBeLessThanOrEqual(CODING.columnBytes);
        expect((job.to - job.from - SHARD_ALIGN_BYTES) * n).toBeLessThan(CODING.encodeBytes);
        end = job.to;
      }
      expect(end).toBe(shards.bytes);
    }),
  );
});

test("columns of a reconstruction are the same ones", () => {
  const shards = { scheme: { k: 2, n: 9 }, address: 0, bytes: MAX_SHARD_BYTES };
  const columns = ({ from, to }: { from: number; to: number }): number[] => [from, to];
  const losses = { present: [3, 4], wanted: [0] };
  const jobs = reconstructJobs(shards, losses, 2) as { from: number; to: number }[];
  expect(jobs.map(columns)).toEqual((encodeJobs(shards, 2) as { from: number; to: number }[]).map(columns));
  expect(jobs[0]).toMatchObject(losses);
});

test("every fragment is hashed once, and the trees of a job fit where they are made", () => {
  fc.assert(
    fc.property(segments, ({ n, leaves }) => {
      const bytes = leaves * SHARD_ALIGN_BYTES;
      let next = 0;
      for (const job of treeJobs({ scheme: { k: 1, n }, address: 640, bytes }, 64)) {
        if (job.kind !== "trees") throw new Error(job.kind);
        expect(job.address).toBe(640 + next * SHARD_STRIDE);
        expect(job.roots).toBe(64 + next * HASH_BYTES);
        expect(job.count).toBeGreaterThan(0);
        expect(job.count * treeBytes(bytes)).toBeLessThanOrEqual(NODES_BYTES);
        if (job.count > 1) expect(job.count * bytes).toBeLessThanOrEqual(CODING.hashBytes);
        next += job.count;
      }
      expect(next).toBe(n);
    }),
  );
});
