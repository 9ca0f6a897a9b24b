// Erasure coding: a segment to n shards, any k of which give it back. Bytes in, bytes out; imports nothing of ours.

export { decodeSegment, encodeSegment } from "./segment.ts";
export { ERASURE_ERRORS, ErasureError } from "./erasure-error.ts";
export type { ErasureErrorCode } from "./erasure-error.ts";
export { checkEncode, checkReconstruct } from "./kernel.ts";
export type { ErasureKernel } from "./kernel.ts";
export {
  MAX_SHARD_BYTES,
  MAX_SHARDS,
  maxSegmentBytes,
  scheme,
  segmentCount,
  segmentLength,
  segmentLengths,
  SHARD_ALIGN_BYTES,
  shardBytes,
} from "./scheme.ts";
export type { Scheme } from "./scheme.ts";
export { loadKernel } from "./wasm.ts";
