// The Merkle tree of one fragment: 256-byte leaves, RFC 6962 shape, the byte length bound into the root.
//
//            merkleRoot ─┬─ u64(byteLength)          5 leaves:        ┌──┴──┐
//                   fragmentRoot                                    ┌─┴─┐   │
//                                                                  ┌┴┐ ┌┴┐  │
//   An odd last node moves up unchanged.                           0 1 2 3  4

import { fragmentTop, hashEach, HASH_BYTES, INNER_BYTES, LEAF_BYTES } from "./hash.ts";
import type { Hasher } from "./hash.ts";
import { unbuildable } from "./proof-error.ts";

/** The longest fragment that a sample can name (its length field is a u32). */
export const MAX_FRAGMENT_BYTES = 2 ** 32 - 1;

/** All hashes of one fragment: 64 bytes for each leaf, an eighth of the fragment's own size altogether. */
export interface FragmentTree {
  readonly byteLength: number;
  /** fragmentRoot, 32 bytes. */
  readonly root: Uint8Array;
  /** From the leaf hashes up to the single Merkle root; each level is its nodes' 32-byte hashes in a row. */
  readonly levels: readonly Uint8Array[];
}

/** Leaves of a fragment of so many bytes. */
export function leafCount(byteLength: number): number {
  return Math.ceil(byteLength / LEAF_BYTES);
}

/** Nodes of each level, from the leaves up to the one Merkle root. */
export function levelWidths(leaves: number): number[] {
  const widths = [leaves];
  for (let width = leaves; width > 1; widths.push(width)) width = Math.ceil(width / 2);
  return widths;
}

/** Whether a fragment can have this length: 1 … 2^32 − 1 bytes. */
export function isFragmentLength(byteLength: number): boolean {
  return Number.isSafeInteger(byteLength) && byteLength >= 1 && byteLength <= MAX_FRAGMENT_BYTES;
}

/** The tree over `data`, which is only read. Throws `ERR_TREE_INPUT` on no bytes at all. */
export function fragmentTree(hasher: Hasher, data: Uint8Array): FragmentTree {
  checkLength(data.length);
  const levels = [leafHashes(hasher, data)];
  let level = levels[0] as Uint8Array;
  while (level.length > HASH_BYTES) {
    level = levelAbove(hasher, level);
    levels.push(level);
  }
  return { byteLength: data.length, root: fragmentTop(hasher, level, data.length), levels };
}

/** fragmentRoot of `data`, 32 bytes. Throws `ERR_TREE_INPUT` on no bytes at all. */
export function fragmentRoot(hasher: Hasher, data: Uint8Array): Uint8Array {
  checkLength(data.length);
  return fragmentTop(hasher, merkleRoot(hasher, data), data.length);
}

/** The Merkle root below the length binding, of at least one byte. */
export function merkleRoot(hasher: Hasher, data: Uint8Array): Uint8Array {
  let level = leafHashes(hasher, data);
  while (level.length > HASH_BYTES) level = levelAbove(hasher, level);
  return level;
}

/** The 256 bytes of one leaf, zero-padded if it is the fragment's last: a view of `data` where it can be. */
export function leafData(data: Uint8Array, leaf: number): Uint8Array {
  if (!Number.isSafeInteger(leaf) || leaf < 0 || leaf >= leafCount(data.length)) {
    throw unbuildable("The fragment has no such leaf.", { leaf, leaves: leafCount(data.length) });
  }
  const piece = data.subarray(leaf * LEAF_BYTES, (leaf + 1) * LEAF_BYTES);
  if (piece.length === LEAF_BYTES) return piece;
  const padded = new Uint8Array(LEAF_BYTES);
  padded.set(piece);
  return padded;
}

/** The hash of each leaf of `data`, the last one zero-padded. */
export function leafHashes(hasher: Hasher, data: Uint8Array): Uint8Array {
  const count = leafCount(data.length);
  const whole = Math.floor(data.length / LEAF_BYTES);
  const hashes = new Uint8Array(count * HASH_BYTES);
  hashEach(hasher, data.subarray(0, whole * LEAF_BYTES), LEAF_BYTES, hashes);
  if (whole < count) hashes.set(hasher.sha256(leafData(data, whole)), whole * HASH_BYTES);
  return hashes;
}

/** The level above: pairs from the left, an odd last node unchanged. */
export function levelAbove(hasher: Hasher, level: Uint8Array): Uint8Array {
  const paired = level.length - (level.length % INNER_BYTES);
  const above = new Uint8Array(Math.ceil(level.length / INNER_BYTES) * HASH_BYTES);
  hashEach(hasher, level.subarray(0, paired), INNER_BYTES, above);
  if (paired < level.length) above.set(level.subarray(paired), above.length - HASH_BYTES);
  return above;
}

/** Throws `ERR_TREE_INPUT` unless a fragment can have this length. */
export function checkLength(byteLength: number): void {
  if (isFragmentLength(byteLength)) return;
  throw unbuildable("A fragment has 1 to 2^32 - 1 bytes.", { byteLength });
}
