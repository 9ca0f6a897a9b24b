// A segment to its n shards, and back from any k of them.

import { ErasureError } from "./erasure-error.ts";
import type { ErasureKernel } from "./kernel.ts";
import { checkScheme, range, shardBytes } from "./scheme.ts";
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
  const holding = range(0, Math.ceil(segmentBytes / bytes)); // the rest is padding
  const padded = new Uint8Array(holding.length * bytes);
  const placeOf = (index: number): Uint8Array => padded.subarray(index * bytes, (index + 1) * bytes);
  const missing = holding.filter((index) => shards[index] === undefined);
  kernel.reconstructInto(scheme, shards, missing, missing.map(placeOf));
  for (const index of holding) if (shards[index] !== undefined) placeOf(index).set(shards[index]);
  return padded.subarray(0, segmentBytes);
}

function dataShard(segment: Uint8Array, index: number, bytes: number): Uint8Array {
  const piece = segment.subarray(index * bytes, (index + 1) * bytes);
  if (piece.length === bytes) return piece;
  const padded = new Uint8Array(bytes);
  padded.set(piece);
  return padded;
}
