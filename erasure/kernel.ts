// The cpu seam of this folder: what computes parity. Also the checks that every kernel makes of its arguments
// before it touches a byte, since compiled code answers bad ones with a trap or, worse, with a silent success.

import { ErasureError } from "./erasure-error.ts";
import { checkScheme, MAX_SHARD_BYTES, SHARD_ALIGN_BYTES } from "./scheme.ts";
import type { Scheme } from "./scheme.ts";

/** Shards by their index, `undefined` where one is missing. */
export type Shards = readonly (Uint8Array | undefined)[];

/**
 * A kernel of the systematic Vandermonde code over GF(2^8)/0x11D. All give the same bytes: test/compliance/erasure-kernel.ts.
 * Synchronous; shards that come in are only read, shards that come out belong to the caller.
 */
export interface ErasureKernel {
  readonly name: string;
  /** The n − k parity shards of k data shards. Throws `ERR_SCHEME`, `ERR_SHARD_COUNT`, `ERR_SHARD_LENGTH`, `ERR_MEMORY`, `ERR_KERNEL`. */
  encode(scheme: Scheme, data: readonly Uint8Array[]): Uint8Array[];
  /** {@link encode} into n − k arrays of the caller's, as long as the data shards and none of them. */
  encodeInto(scheme: Scheme, data: readonly Uint8Array[], parity: readonly Uint8Array[]): void;
  /**
   * The shards numbered `wanted`, data or parity, in that order, from any k of `shards` (n places, `undefined` where one
   * is missing). A wanted shard that is there comes back as the same array. Throws as `encode`, `ERR_SHARD_INDEX` and
   * `ERR_TOO_FEW_SHARDS` with `{ have, need }`. The contents are taken on trust: a false shard gives false ones.
   */
  reconstruct(scheme: Scheme, shards: Shards, wanted: readonly number[]): Uint8Array[];
  /** Waits for what is compiled for this scheme. Nobody has to: without it the first calls are slower. Throws `ERR_SCHEME`, `ERR_KERNEL`. */
  prepare(scheme: Scheme): Promise<void>;
  /** The missing shards numbered `wanted` into as many arrays of the caller's. Throws as `reconstruct`. */
  reconstructInto(scheme: Scheme, shards: Shards, wanted: readonly number[], out: readonly Uint8Array[]): void;
}

/** What is particular about a kernel; arguments are checked, and no shard in `missing` is there. */
export interface KernelEngine {
  readonly name: string;
  encodeInto(scheme: Scheme, data: readonly Uint8Array[], parity: readonly Uint8Array[]): void;
  reconstructInto(scheme: Scheme, shards: Shards, missing: readonly number[], out: readonly Uint8Array[]): void;
  /** If there is anything to prepare. */
  prepare?(scheme: Scheme): Promise<void>;
}

/** The kernel of an engine: checks arguments, and allocates what comes out. */
export function kernelOf(engine: KernelEngine): ErasureKernel {
  const outOf = (count: number, bytes: number): Uint8Array[] =>
    Array.from({ length: count }, () => new Uint8Array(bytes));
  return {
    name: engine.name,
    async prepare(scheme) {
      checkScheme(scheme);
      await engine.prepare?.(scheme);
    },
    encode(scheme, data) {
      const parity = outOf(scheme.n - scheme.k, checkEncode(scheme, data));
      engine.encodeInto(scheme, data, parity);
      return parity;
    },
    encodeInto(scheme, data, parity) {
      checkOut(parity, scheme.n - scheme.k, checkEncode(scheme, data));
      engine.encodeInto(scheme, data, parity);
    },
    reconstruct(scheme, shards, wanted) {
      const bytes = checkReconstruct(scheme, shards, wanted);
      const missing = wanted.filter((index) => shards[index] === undefined);
      const restored = outOf(missing.length, bytes);
      if (missing.length > 0) engine.reconstructInto(scheme, shards, missing, restored);
      return wanted.map((index) => shards[index] ?? (restored[missing.indexOf(index)] as Uint8Array));
    },
    reconstructInto(scheme, shards, wanted, out) {
      checkOut(out, wanted.length, checkReconstruct(scheme, shards, wanted));
      if (wanted.some((index) => shards[index] !== undefined)) {
        throw new ErasureError("ERR_SHARD_INDEX", "Ask only for shards that are missing.", { wanted });
      }
      if (wanted.length > 0) engine.reconstructInto(scheme, shards, wanted, out);
    },
  };
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
export function checkReconstruct({ k, n }: Scheme, shards: Shards, wanted: readonly number[]): number {
  checkScheme({ k, n });
  if (shards.length !== n) {
    throw new ErasureError("ERR_SHARD_COUNT", `Pass an array of ${n} places, undefined where a shard is missing.`, {
      given: shards.length,
      n,
    });
  }
  checkIndices(n, wanted);
  const present = shards.filter((shard) => shard !== undefined);
  checkEnough(k, present.length);
  return checkLengths(present);
}

/** Throws `ERR_SHARD_INDEX` unless each index is one of n shards and none comes twice. */
export function checkIndices(n: number, indices: readonly number[]): void {
  if (new Set(indices).size === indices.length && indices.every((i) => Number.isInteger(i) && i >= 0 && i < n)) return;
  throw new ErasureError("ERR_SHARD_INDEX", `Name each of the shards 0 to ${n - 1} at most once.`, { n, indices });
}

/** Throws `ERR_TOO_FEW_SHARDS` on fewer than k. */
export function checkEnough(k: number, have: number): void {
  if (have >= k) return;
  throw new ErasureError("ERR_TOO_FEW_SHARDS", `${have} of the ${k} shards needed: gather more.`, { have, need: k });
}

/** Whether a shard can have this length: 256 … MAX_SHARD_BYTES, a multiple of 256. */
export function isShardLength(bytes: number): boolean {
  return bytes >= 1 && bytes <= MAX_SHARD_BYTES && bytes % SHARD_ALIGN_BYTES === 0;
}

function checkOut(out: readonly Uint8Array[], count: number, bytes: number): void {
  if (out.length !== count) {
    throw new ErasureError("ERR_SHARD_COUNT", `Pass ${count} arrays to write to.`, { given: out.length, count });
  }
  if (count > 0 && checkLengths(out) !== bytes) {
    throw new ErasureError("ERR_SHARD_LENGTH", `Pass arrays of ${bytes} bytes to write to.`, { bytes });
  }
}

function checkLengths(shards: readonly Uint8Array[]): number {
  const bytes = shards[0]?.length ?? 0;
  if (isShardLength(bytes) && shards.every((shard) => shard.length === bytes)) return bytes;
  const facts = { lengths: shards.map((shard) => shard?.length) };
  throw new ErasureError(
    "ERR_SHARD_LENGTH",
    `Shards are all of one length, a multiple of ${SHARD_ALIGN_BYTES} up to ${MAX_SHARD_BYTES} bytes.`,
    facts,
  );
}
