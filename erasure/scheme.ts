// A scheme (any k of n shards), and the lengths of segments and shards that follow from it (docs/spec/data.md).

import { ErasureError } from "./erasure-error.ts";

/** Any `k` of `n` shards give the segment back: 1 ≤ k < n ≤ 256. */
export interface Scheme {
  readonly k: number;
  readonly n: number;
}

/** Most shards of a scheme: the points of GF(2^8). */
export const MAX_SHARDS = 256;
/** Bytes of the largest shard. */
export const MAX_SHARD_BYTES = 1_048_576;
/** Every shard is a multiple of this long: whole Merkle leaves, and no tails for wide instructions. */
export const SHARD_ALIGN_BYTES = 256;
/**
 * Bytes from one shard to the next in a kernel's memory, however long the shards are: a constant, so that generated code has
 * it in its instructions, and no power of two, so that the shards of one column do not fall on the same lines of a cache.
 */
export const SHARD_STRIDE: number = MAX_SHARD_BYTES + 192;
/** Most lengths that `segmentLengths` lists, so that a hostile size cannot fill the memory. */
export const MAX_LISTED_SEGMENTS = 1_048_576;

/** The scheme "any k of n". Throws `ERR_SCHEME`. */
export function scheme(k: number, n: number): Scheme {
  checkScheme({ k, n });
  return { k, n };
}

/** Throws `ERR_SCHEME` unless 1 ≤ k < n ≤ 256. */
export function checkScheme({ k, n }: Scheme): void {
  if (Number.isInteger(k) && Number.isInteger(n) && k >= 1 && k < n && n <= MAX_SHARDS) return;
  throw new ErasureError("ERR_SCHEME", `No scheme "any ${k} of ${n}": choose 1 ≤ k < n ≤ 256.`, { k, n });
}

/** Bytes of a full segment: `k × MAX_SHARD_BYTES`. */
export function maxSegmentBytes(k: number): number {
  return k * MAX_SHARD_BYTES;
}

/** Bytes of each shard of a segment of 1 … k × MAX_SHARD_BYTES bytes. Throws `ERR_SEGMENT_LENGTH`. */
export function shardBytes(segmentBytes: number, k: number): number {
  if (!Number.isSafeInteger(segmentBytes) || segmentBytes < 1 || segmentBytes > maxSegmentBytes(k)) {
    throw new ErasureError("ERR_SEGMENT_LENGTH", `A segment over ${k} shards has 1 to ${maxSegmentBytes(k)} bytes.`, {
      segmentBytes,
      k,
    });
  }
  return Math.ceil(Math.ceil(segmentBytes / k) / SHARD_ALIGN_BYTES) * SHARD_ALIGN_BYTES;
}

/** Segments of so many bytes. None for no bytes. */
export function segmentCount(totalBytes: number, scheme: Scheme): number {
  checkScheme(scheme);
  if (!Number.isSafeInteger(totalBytes) || totalBytes < 0) {
    throw new ErasureError("ERR_SEGMENT_LENGTH", "A length is a whole number from 0 to 2^53 - 1.", { totalBytes });
  }
  return Math.ceil(totalBytes / maxSegmentBytes(scheme.k));
}

/** Bytes of one segment: full, or what is left for the last one. Throws `ERR_SEGMENT_LENGTH` on an index out of range. */
export function segmentLength(totalBytes: number, scheme: Scheme, index: number): number {
  const segments = segmentCount(totalBytes, scheme);
  if (!Number.isSafeInteger(index) || index < 0 || index >= segments) {
    throw new ErasureError("ERR_SEGMENT_LENGTH", `There is no segment ${index} of ${segments}.`, { index, segments });
  }
  const full = maxSegmentBytes(scheme.k);
  return Math.min(full, totalBytes - index * full);
}

/** The length of every segment in order, for up to 1,048,576 of them; above that ask `segmentLength` one at a time. */
export function segmentLengths(totalBytes: number, scheme: Scheme): number[] {
  const segments = segmentCount(totalBytes, scheme);
  if (segments > MAX_LISTED_SEGMENTS) {
    const facts = { totalBytes, segments, max: MAX_LISTED_SEGMENTS };
    throw new ErasureError(
      "ERR_SEGMENT_LENGTH",
      "Too many segments to list: ask for their lengths one at a time.",
      facts,
    );
  }
  return Array.from({ length: segments }, (_, index) => segmentLength(totalBytes, scheme, index));
}

/** The whole numbers from `from` up to and without `to`. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** The places that are not `undefined`, in order. */
export function presentIndices(shards: readonly unknown[]): number[] {
  return range(0, shards.length).filter((index) => shards[index] !== undefined);
}
