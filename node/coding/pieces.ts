// Cuts work on one segment into jobs: columns for coding, fragments for hashing. Small enough that an abort is noticed soon and
// several segments take turns, large enough that handing them out costs nothing beside.

import { SHARD_ALIGN_BYTES, SHARD_STRIDE } from "../../erasure/index.ts";
import { HASH_BYTES, treeBytes } from "../../proofs/index.ts";
import { CODING } from "../limits/index.ts";
import { NODES_BYTES } from "./memory-layout.ts";
import type { Scheme } from "../../erasure/index.ts";
import type { Job } from "./job.ts";

/** The shards of a segment: shard i at `address + i × SHARD_STRIDE`, `bytes` of it. */
interface Shards {
  readonly scheme: Scheme;
  readonly address: number;
  readonly bytes: number;
}

/** All parity, by columns. */
export function encodeJobs(shards: Shards, workers: number): Job[] {
  return columnsOf(shards, workers).map((columns) => ({ kind: "encode", ...shards, ...columns }));
}

/** The shards `wanted`, by columns. */
export function reconstructJobs(
  shards: Shards,
  { present, wanted }: { readonly present: readonly number[]; readonly wanted: readonly number[] },
  workers: number,
): Job[] {
  return columnsOf(shards, workers).map((columns) => ({ kind: "reconstruct", ...shards, present, wanted, ...columns }));
}

/** The roots of all n shards, by fragments, each at `roots + i × 32`. */
export function treeJobs({ scheme: { n }, address, bytes }: Shards, roots: number): Job[] {
  const most = Math.floor(Math.min(CODING.hashBytes / bytes, NODES_BYTES / treeBytes(bytes)));
  const each = Math.max(1, most);
  return Array.from({ length: Math.ceil(n / each) }, (_, i) => ({
    kind: "trees",
    address: address + i * each * SHARD_STRIDE,
    bytes,
    count: Math.min(each, n - i * each),
    roots: roots + i * each * HASH_BYTES,
  }));
}

function columnsOf({ scheme: { n }, bytes }: Shards, workers: number): { from: number; to: number }[] {
  const most = Math.min(CODING.columnBytes, CODING.encodeBytes / n);
  const width = Math.min(alignedUp(bytes / workers), alignedUp(most));
  return Array.from({ length: Math.ceil(bytes / width) }, (_, i) => ({
    from: i * width,
    to: Math.min((i + 1) * width, bytes),
  }));
}

function alignedUp(bytes: number): number {
  return Math.ceil(bytes / SHARD_ALIGN_BYTES) * SHARD_ALIGN_BYTES;
}
