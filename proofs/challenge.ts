// Which leaves a round asks a provider for: unknown to everyone until the chain fixes the round's seed.

import { HASH_BYTES, isCount, writeU64 } from "./hash.ts";
import type { Hasher } from "./hash.ts";
import { unbuildable } from "./proof-error.ts";

/** Bytes of an EVM address. */
const ADDRESS_BYTES = 20;
/** Bytes of a word in the seed's preimage. */
const WORD_BYTES = 32;

/** What a round's challenge of one provider follows from. */
export interface ChallengeFacts {
  readonly chainId: number;
  /** The StorageMarket's address, 20 bytes. */
  readonly market: Uint8Array;
  /** The provider owner's address, 20 bytes. */
  readonly provider: Uint8Array;
  readonly round: number;
  /** The round's randomness, 32 bytes. */
  readonly beaconSeed: Uint8Array;
}

/** `H(u256(chainId) ‖ u256(market) ‖ u256(provider) ‖ u256(round) ‖ beaconSeed)`. Throws `ERR_TREE_INPUT` on wrong lengths. */
export function challengeSeed(hasher: Hasher, facts: ChallengeFacts): Uint8Array {
  const { chainId, market, provider, round, beaconSeed } = facts;
  if (!isCount(chainId) || !isCount(round)) {
    throw unbuildable("Chain id and round must be whole numbers from 0 to 2^53 - 1.", { chainId, round });
  }
  if (market.length !== ADDRESS_BYTES || provider.length !== ADDRESS_BYTES) {
    throw unbuildable("Addresses are 20 bytes.", { market: market.length, provider: provider.length });
  }
  if (beaconSeed.length !== WORD_BYTES) throw unbuildable("A beacon seed is 32 bytes.", { bytes: beaconSeed.length });
  const preimage = new Uint8Array(5 * WORD_BYTES);
  const view = new DataView(preimage.buffer);
  writeU64(view, WORD_BYTES - 8, chainId);
  preimage.set(market, 2 * WORD_BYTES - ADDRESS_BYTES);
  preimage.set(provider, 3 * WORD_BYTES - ADDRESS_BYTES);
  writeU64(view, 4 * WORD_BYTES - 8, round);
  preimage.set(beaconSeed, 4 * WORD_BYTES);
  return hasher.sha256(preimage);
}

/** `H(seed ‖ u32(index)) mod leaves`. `leaves` is at least 1 and the seed has 32 bytes. */
export function challengePosition(hasher: Hasher, seed: Uint8Array, index: number, leaves: number): number {
  const preimage = new Uint8Array(HASH_BYTES + 4);
  preimage.set(seed, 0);
  new DataView(preimage.buffer).setUint32(HASH_BYTES, index);
  return modulo(hasher.sha256(preimage), leaves);
}

/**
 * Positions 0 … count−1 of a challenge; they may repeat. No leaves give no positions.
 * Throws `ERR_TREE_INPUT` unless the seed has 32 bytes and count < 2^32.
 */
export function challengePositions(hasher: Hasher, seed: Uint8Array, count: number, leaves: number): number[] {
  if (seed.length !== HASH_BYTES) throw unbuildable("A seed is 32 bytes.", { bytes: seed.length });
  if (!isCount(count) || count >= 2 ** 32) throw unbuildable("A challenge has 0 to 2^32 - 1 positions.", { count });
  if (!isCount(leaves)) throw unbuildable("Leaves must be a whole number from 0 to 2^53 - 1.", { leaves });
  if (leaves === 0) return [];
  return Array.from({ length: count }, (_, index) => challengePosition(hasher, seed, index, leaves));
}

/** A digest, read as a 256-bit number, modulo `divisor`. */
function modulo(digest: Uint8Array, divisor: number): number {
  const view = new DataView(digest.buffer, digest.byteOffset, HASH_BYTES);
  let value = 0n;
  for (let at = 0; at < HASH_BYTES; at += 8) value = (value << 64n) | view.getBigUint64(at);
  return Number(value % BigInt(divisor));
}
