// Erasure coding: a segment to n shards, any k of which give it back. Bytes in, bytes out; imports nothing of ours.

export { decodeSegment, encodeSegment } from "./segment.ts";
export { ERASURE_ERRORS, ErasureError } from "./erasure-error.ts";
export type { ErasureErrorCode } from "./erasure-error.ts";
export type { ErasureKernel, Shards } from "./kernel.ts";
export { loadKernel } from "./load-kernel.ts";
export type { KernelKind } from "./load-kernel.ts";
export {
  MAX_SHARD_BYTES,
  MAX_SHARDS,
  maxSegmentBytes,
  scheme,
  segmentCount,
  segmentLength,
  segmentLengths,
  SHARD_ALIGN_BYTES,
  SHARD_STRIDE,
  shardBytes,
} from "./scheme.ts";
export type { Scheme } from "./scheme.ts";
export { loadShardKernel, SHARD_KERNEL_BYTES } from "./shard-kernel.ts";
export type { KernelPlace, ShardKernel, ShardLayout } from "./shard-kernel.ts";
export { bestSimd, hasSimd } from "./simd.ts";
export type { Simd } from "./simd.ts";
