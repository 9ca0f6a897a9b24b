// How much room an object takes at one provider.

import { MAX_SHARD_BYTES, shardBytes } from "../../erasure/index.ts";
import { leafCount } from "../../proofs/index.ts";
import { MAX_INLINE_BYTES, MAX_MANIFEST_BYTES, ciphertextBytes } from "../../protocol/index.ts";
import type { Scheme } from "../../erasure/index.ts";

/** Leaves that one provider of an object of `size` bytes needs, its copy of the manifest included. */
export function leavesNeeded(scheme: Scheme, size: number): number {
  const manifest = leafCount(MAX_INLINE_BYTES + 256);
  if (size <= MAX_INLINE_BYTES) return manifest;
  const full = scheme.k * MAX_SHARD_BYTES;
  const bytes = ciphertextBytes(size);
  const segments = Math.ceil(bytes / full);
  const rest = bytes - (segments - 1) * full;
  const manifestBytes = segments * (scheme.n * 32 + 4) + 256;
  const nested = manifestBytes > MAX_MANIFEST_BYTES ? 2 * leafCount(MAX_MANIFEST_BYTES) : 0;
  return (
    (segments - 1) * leafCount(MAX_SHARD_BYTES) +
    leafCount(shardBytes(rest, scheme.k)) +
    Math.max(manifest, leafCount(manifestBytes)) +
    nested
  );
}
