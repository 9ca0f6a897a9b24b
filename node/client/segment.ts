// Segments: runs of ciphertext that are erasure-coded on their own, and the fragments that come of them. A segment boundary is
// always a record boundary, because k × 1 MiB is a multiple of 64 KiB.

import { ErasureError, MAX_SHARD_BYTES, encodeSegment } from "../../erasure/index.ts";
import { fragmentRoot } from "../../proofs/index.ts";
import { breathe } from "../wait.ts";
import { joined } from "./bytes.ts";
import type { ErasureKernel, Scheme } from "../../erasure/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { CodingPool } from "../coding/index.ts";
import type { Fragment } from "./lane.ts";

export interface CodingParts {
  /** Undefined where there is no SIMD, no thread or no memory for it: then `kernel` and `hasher` code on this thread. */
  readonly coding: CodingPool | undefined;
  readonly kernel: ErasureKernel;
  readonly hasher: Hasher;
}

/** Gathers sealed records into segments of exactly k × 1 MiB; the last one is shorter. A segment is the records of it, in order. */
export async function* cutSegments(records: AsyncIterable<Uint8Array>, k: number): AsyncGenerator<Uint8Array[]> {
  const full = k * MAX_SHARD_BYTES;
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const record of records) {
    held.push(record);
    bytes += record.byteLength;
    if (bytes < full) continue;
    yield held;
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield held;
}

/** The n fragments of a segment, the caller's own. On this thread, if a coding thread dies. */
export async function codeSegment(
  { coding, kernel, hasher }: CodingParts,
  scheme: Scheme,
  segment: readonly Uint8Array[],
  signal: AbortSignal,
): Promise<Fragment[]> {
  try {
    if (coding !== undefined) return await codeThere(coding, scheme, segment, signal);
  } catch (error) {
    if (!(error instanceof ErasureError) || error.code !== "ERR_KERNEL") throw error;
  }
  return codeHere(kernel, hasher, scheme, joined(segment));
}

async function codeThere(
  coding: CodingPool,
  scheme: Scheme,
  segment: readonly Uint8Array[],
  signal: AbortSignal,
): Promise<Fragment[]> {
  using workspace = await coding.workspace(scheme, { signal });
  for (const record of segment) workspace.write(record);
  const { shards, roots } = await workspace.code({ signal });
  // Copies, because a lane keeps its fragments until they are co-signed, and others wait for the workspace.
  return shards.map((shard, i) => ({ root: roots[i] as Uint8Array, data: Uint8Array.from(shard) }));
}

async function codeHere(
  kernel: ErasureKernel,
  hasher: Hasher,
  scheme: Scheme,
  segment: Uint8Array,
): Promise<Fragment[]> {
  const fragments: Fragment[] = [];
  for (const data of encodeSegment(kernel, scheme, segment)) {
    fragments.push({ root: fragmentRoot(hasher, data), data });
    await breathe();
  }
  return fragments;
}
