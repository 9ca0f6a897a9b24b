// SHA-256 as a seam, and the five kinds of node, told apart by the length of their preimage.
//
//   leaf 256 · allocation leaf 56 · sum node 80 · inner node 64 · fragment root 40
//
// No two kinds share a length, so no node can be passed off as another kind (docs/spec/data.md).

import { sha256 } from "@noble/hashes/sha2.js";
import { unbuildable } from "./proof-error.ts";

/** Bytes of data under one Merkle leaf. */
export const LEAF_BYTES = 256;
/** Bytes of a SHA-256 digest. */
export const HASH_BYTES = 32;
/** Bytes of an inner node's preimage. */
export const INNER_BYTES = 64;
/** Bytes of a sum node's preimage. */
export const SUM_BYTES = 80;

/** A SHA-256 engine (FIPS 180-4). Every implementation passes test/compliance/hasher.ts. */
export interface Hasher {
  readonly name: string;
  /** The 32-byte digest, a plain `Uint8Array` that the caller owns. `preimage` is only read. */
  sha256(preimage: Uint8Array): Uint8Array;
  /**
   * Optional bulk form, for engines where a call costs more than a block: the digest of each
   * `bytes`-long piece of `preimages`, one after another into `out`.
   * `preimages.length` is a multiple of `bytes`; `out` has room for all digests and does not overlap `preimages`.
   */
  sha256Each?(preimages: Uint8Array, bytes: number, out: Uint8Array): void;
}

/** The engine that runs everywhere, in plain JavaScript. */
export const nobleHasher: Hasher = { name: "noble", sha256: (preimage) => sha256(preimage) };

/** What {@link Hasher.sha256Each} does, with any hasher. */
export function hashEach(hasher: Hasher, preimages: Uint8Array, bytes: number, out: Uint8Array): void {
  if (hasher.sha256Each !== undefined) return hasher.sha256Each(preimages, bytes, out);
  const count = preimages.length / bytes;
  for (let i = 0; i < count; i++) {
    out.set(hasher.sha256(preimages.subarray(i * bytes, (i + 1) * bytes)), i * HASH_BYTES);
  }
}

/** `H(left ‖ right)`. */
export function innerHash(hasher: Hasher, left: Uint8Array, right: Uint8Array): Uint8Array {
  const preimage = new Uint8Array(INNER_BYTES);
  preimage.set(left, 0);
  preimage.set(right, HASH_BYTES);
  return hasher.sha256(preimage);
}

/** `H(merkleRoot ‖ u64(byteLength))`: binds the length, and with it the shape of the tree. */
export function fragmentTop(hasher: Hasher, merkleRoot: Uint8Array, byteLength: number): Uint8Array {
  return hasher.sha256(fragmentTopPreimage(merkleRoot, byteLength));
}

/** The 40 bytes that a FragmentId is the CID of. */
export function fragmentTopPreimage(merkleRoot: Uint8Array, byteLength: number): Uint8Array {
  const preimage = new Uint8Array(HASH_BYTES + 8);
  preimage.set(merkleRoot, 0);
  writeU64(new DataView(preimage.buffer), HASH_BYTES, byteLength);
  return preimage;
}

/** `H(left ‖ right ‖ u64(leftLeaves) ‖ u64(rightLeaves))`. */
export function sumNode(
  hasher: Hasher,
  left: Uint8Array,
  right: Uint8Array,
  leftLeaves: number,
  rightLeaves: number,
): Uint8Array {
  const preimage = new Uint8Array(SUM_BYTES);
  const view = new DataView(preimage.buffer);
  preimage.set(left, 0);
  preimage.set(right, HASH_BYTES);
  writeU64(view, INNER_BYTES, leftLeaves);
  writeU64(view, INNER_BYTES + 8, rightLeaves);
  return hasher.sha256(preimage);
}

/** What the aggregate tree holds of one allocation. */
export interface AllocationItem {
  readonly allocation: number;
  readonly seq: number;
  readonly subRoot: Uint8Array;
  readonly leaves: number;
}

/**
 * `H(u64(allocation) ‖ u64(seq) ‖ subRoot ‖ u64(leaves))`, 32 bytes: the aggregate tree's item for an allocation.
 * Throws `ERR_TREE_INPUT` if a number is no safe integer, `leaves` is 0 or `subRoot` has not 32 bytes.
 */
export function allocationLeaf(hasher: Hasher, { allocation, seq, subRoot, leaves }: AllocationItem): Uint8Array {
  if (!isCount(allocation) || !isCount(seq)) {
    throw unbuildable("Allocation and seq must be whole numbers from 0 to 2^53 - 1.", { allocation, seq });
  }
  if (!isCount(leaves) || leaves === 0) throw unbuildable("An allocation leaf needs at least one leaf.", { leaves });
  if (subRoot.length !== HASH_BYTES) throw unbuildable("A subRoot is 32 bytes.", { bytes: subRoot.length });
  const preimage = new Uint8Array(56);
  const view = new DataView(preimage.buffer);
  writeU64(view, 0, allocation);
  writeU64(view, 8, seq);
  preimage.set(subRoot, 16);
  writeU64(view, 48, leaves);
  return hasher.sha256(preimage);
}

/** A safe integer in 8 bytes, big-endian. */
export function u64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  writeU64(new DataView(bytes.buffer), 0, value);
  return bytes;
}

/** Writes a safe integer as 8 bytes, big-endian. */
export function writeU64(view: DataView, offset: number, value: number): void {
  view.setUint32(offset, value / 2 ** 32);
  view.setUint32(offset + 4, value % 2 ** 32);
}

/** A whole number that a double holds exactly, 0 included. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** The parts in a row, in a copy. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Equality of two byte strings; not constant-time, since nothing here is secret. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
