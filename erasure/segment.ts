// A segment to its n shards, and back from any k of them.

import { ErasureError } from "./erasure-error.ts";
import type { ErasureKernel } from "./kernel.ts";
import { checkScheme, shardBytes } from "./scheme.ts";
import type { Scheme } from "./scheme.ts";

/**
 * The n shards of `segment` (1 … k × MAX_SHARD_BYTES bytes), each `shardBytes(segment.length, k)` long.
 * Data shards that lie wholly inside the segment are views of it, the others are zero-padded copies; so do not
 * write to the segment while its shards are in use. Throws `ERR_SCHEME`, `ERR_SEGMENT_LENGTH`, `ERR_KERNEL`.
 */
export function encodeSegment(kernel: ErasureKernel, scheme: Scheme, segment: Uint8Array): Uint8Array[] {
  checkScheme(scheme);
  const bytes = shardBytes(segment.length, scheme.k);
  const data = Array.from({ length: scheme.k }, (_, i) => dataShard(segment, i, bytes));
  return [...data, ...kernel.encode(scheme, data)];
}

/**
 * The segment, `segmentBytes` long, from any k of its n shards, which must have been verified against their roots:
 * a false shard gives a false segment. Only missing data shards cost field arithmetic; parity is not recomputed.
 * Throws as the kernel's `reconstruct`; `ERR_TOO_FEW_SHARDS` carries `{ have, need }`.
 */
export function decodeSegment(
  kernel: ErasureKernel,
  scheme: Scheme,
  shards: readonly (Uint8Array | undefined)[],
  segmentBytes: number,
): Uint8Array {
  checkScheme(scheme);
  const bytes = shardBytes(segmentBytes, scheme.k);
  const wrong = shards.findIndex((shard) => shard !== undefined && shard.length !== bytes);
  if (wrong >= 0) {
    const facts = { shard: wrong, bytes: shards[wrong]?.length, expected: bytes };
    throw new ErasureError("ERR_SHARD_LENGTH", `A segment of ${segmentBytes} bytes has shards of ${bytes}.`, facts);
  }
  const holding = Array.from({ length: Math.ceil(segmentBytes / bytes) }, (_, i) => i); // the rest is padding
  const segment = new Uint8Array(segmentBytes);
  kernel.reconstruct(scheme, shards, holding).forEach((shard, i) => {
    segment.set(shard.subarray(0, segmentBytes - i * bytes), i * bytes);
  });
  return segment;
}

function dataShard(segment: Uint8Array, index: number, bytes: number): Uint8Array {
  const piece = segment.subarray(index * bytes, (index + 1) * bytes);
  if (piece.length === bytes) return piece;
  const padded = new Uint8Array(bytes);
  padded.set(piece);
  return padded;
}
