// The cpu seam of this folder: what computes parity. Also the checks that every kernel makes of its arguments
// before it touches a byte, since compiled code answers bad ones with a trap or, worse, with a silent success.

import { ErasureError } from "./erasure-error.ts";
import { checkScheme, MAX_SHARD_BYTES, SHARD_ALIGN_BYTES } from "./scheme.ts";
import type { Scheme } from "./scheme.ts";

/**
 * A kernel of the systematic Vandermonde code over GF(2^8)/0x11D. All give the same bytes: test/compliance/erasure-kernel.ts.
 * Synchronous; shards that come in are only read, shards that come out belong to the caller.
 */
export interface ErasureKernel {
  readonly name: string;
  /** The n − k parity shards of k data shards. Throws `ERR_SCHEME`, `ERR_SHARD_COUNT`, `ERR_SHARD_LENGTH`, `ERR_KERNEL`. */
  encode(scheme: Scheme, data: readonly Uint8Array[]): Uint8Array[];
  /**
   * The shards numbered `wanted`, data or parity, in that order, from any k of `shards` (n places, `undefined` where one
   * is missing). A wanted shard that is there comes back as the same array. Throws as `encode`, `ERR_SHARD_INDEX` and
   * `ERR_TOO_FEW_SHARDS` with `{ have, need }`. The contents are taken on trust: a false shard gives false ones.
   */
  reconstruct(scheme: Scheme, shards: readonly (Uint8Array | undefined)[], wanted: readonly number[]): Uint8Array[];
}

/** Checks the arguments of `encode`; returns the shards' length. */
export function checkEncode(scheme: Scheme, data: readonly Uint8Array[]): number {
  checkScheme(scheme);
  if (data.length !== scheme.k) {
    throw new ErasureError("ERR_SHARD_COUNT", `Pass all ${scheme.k} data shards.`, { given: data.length, k: scheme.k });
  }
  return checkLengths(data);
}

/** Checks the arguments of `reconstruct`; returns the shards' length. */
export function checkReconstruct(
  { k, n }: Scheme,
  shards: readonly (Uint8Array | undefined)[],
  wanted: readonly number[],
): number {
  checkScheme({ k, n });
  if (shards.length !== n) {
    throw new ErasureError("ERR_SHARD_COUNT", `Pass an array of ${n} places, undefined where a shard is missing.`, {
      given: shards.length,
      n,
    });
  }
  if (new Set(wanted).size !== wanted.length || !wanted.every((i) => Number.isInteger(i) && i >= 0 && i < n)) {
    throw new ErasureError("ERR_SHARD_INDEX", `Ask for each of the shards 0 to ${n - 1} at most once.`, { n });
  }
  const present = shards.filter((shard) => shard !== undefined);
  if (present.length < k) {
    const facts = { have: present.length, need: k };
    throw new ErasureError("ERR_TOO_FEW_SHARDS", `${present.length} of the ${k} shards needed: gather more.`, facts);
  }
  return checkLengths(present);
}

function checkLengths(shards: readonly Uint8Array[]): number {
  const bytes = shards[0]?.length ?? 0;
  const aligned = bytes >= 1 && bytes <= MAX_SHARD_BYTES && bytes % SHARD_ALIGN_BYTES === 0;
  if (aligned && shards.every((shard) => shard.length === bytes)) return bytes;
  const facts = { lengths: shards.map((shard) => shard?.length) };
  throw new ErasureError(
    "ERR_SHARD_LENGTH",
    `Shards are all of one length, a multiple of ${SHARD_ALIGN_BYTES} up to ${MAX_SHARD_BYTES} bytes.`,
    facts,
  );
}
