// Range proofs: that some run of leaves belongs to a fragment. A path is the range proof of one leaf.
//
// The number of siblings follows from (byteLength, from, to) alone and is checked first: a proof whose
// length is not bound to the tree's height lets a root pass as a leaf under an empty path.

import { concatBytes, fragmentTop, HASH_BYTES, LEAF_BYTES, sameBytes } from "./hash.ts";
import type { Hasher } from "./hash.ts";
import { isFragmentLength, leafCount, leafHashes, levelAbove } from "./fragment-tree.ts";
import type { FragmentTree } from "./fragment-tree.ts";
import { unbuildable } from "./proof-error.ts";

/** The siblings of leaves `[from, to)`, 32 bytes each, from the leaves up, the left before the right at each level. */
export function proveRange(tree: FragmentTree, from: number, to: number): Uint8Array {
  const count = leafCount(tree.byteLength);
  if (!isRange(count, from, to)) throw unbuildable("The fragment has no such range of leaves.", { from, to, count });
  const siblings: Uint8Array[] = [];
  walk(count, from, to, (level, node) => siblings.push(nodeHash(tree, level, node)));
  return concatBytes(siblings);
}

/** The siblings of one leaf, 32 bytes each, from the leaf up. */
export function provePath(tree: FragmentTree, leaf: number): Uint8Array {
  return proveRange(tree, leaf, leaf + 1);
}

/**
 * Whether `data` is what leaves `[from, from + ceil(data.length / 256))` of the fragment hold. `data` comes as it is in
 * the fragment: whole leaves, except that a run up to the fragment's end stops at `byteLength`.
 * Total: any lengths and numbers give true or false. Hashes at most `data` and two siblings a level.
 */
export function verifyRange(
  hasher: Hasher,
  root: Uint8Array,
  byteLength: number,
  from: number,
  data: Uint8Array,
  siblings: Uint8Array,
): boolean {
  if (!isFragmentLength(byteLength)) return false;
  const to = from + leafCount(data.length);
  if (!isRange(leafCount(byteLength), from, to)) return false;
  if (data.length !== Math.min(to * LEAF_BYTES, byteLength) - from * LEAF_BYTES) return false;
  return foldsTo(hasher, root, byteLength, from, to, data, siblings);
}

/** Whether `leafBytes`, 256 bytes (zero-padded if the last), is that leaf of the fragment. Total, as `verifyRange`. */
export function verifyPath(
  hasher: Hasher,
  root: Uint8Array,
  byteLength: number,
  leaf: number,
  leafBytes: Uint8Array,
  path: Uint8Array,
): boolean {
  if (!isFragmentLength(byteLength) || leafBytes.length !== LEAF_BYTES) return false;
  if (!isRange(leafCount(byteLength), leaf, leaf + 1)) return false;
  return foldsTo(hasher, root, byteLength, leaf, leaf + 1, leafBytes, path);
}

/** How many siblings prove leaves `[from, to)` of `count`. The range must be one. */
export function siblingCount(count: number, from: number, to: number): number {
  let siblings = 0;
  walk(count, from, to, () => siblings++);
  return siblings;
}

/** fragmentRoot from a run of leaf bytes and exactly the siblings it needs. */
export function foldRange(
  hasher: Hasher,
  byteLength: number,
  from: number,
  to: number,
  data: Uint8Array,
  siblings: Uint8Array,
): Uint8Array {
  let run = leafHashes(hasher, data);
  let used = 0;
  const take = (): Uint8Array => siblings.subarray(used, (used += HASH_BYTES));
  for (let count = leafCount(byteLength), lo = from, hi = to; count > 1; count = half(count)) {
    if (lo % 2 === 1) run = concatBytes([take(), run]);
    if (hi % 2 === 1 && hi < count) run = concatBytes([run, take()]);
    run = levelAbove(hasher, run);
    lo = Math.floor(lo / 2);
    hi = half(hi);
  }
  return fragmentTop(hasher, run, byteLength);
}

function foldsTo(
  hasher: Hasher,
  root: Uint8Array,
  byteLength: number,
  from: number,
  to: number,
  data: Uint8Array,
  siblings: Uint8Array,
): boolean {
  if (siblings.length !== siblingCount(leafCount(byteLength), from, to) * HASH_BYTES) return false;
  return sameBytes(foldRange(hasher, byteLength, from, to, data, siblings), root);
}

/** Calls `visit` for each sibling that leaves `[from, to)` need, in proof order. */
function walk(count: number, from: number, to: number, visit: (level: number, node: number) => void): void {
  for (let level = 0, lo = from, hi = to, nodes = count; nodes > 1; level++, nodes = half(nodes)) {
    if (lo % 2 === 1) visit(level, lo - 1);
    if (hi % 2 === 1 && hi < nodes) visit(level, hi);
    lo = Math.floor(lo / 2);
    hi = half(hi);
  }
}

function isRange(count: number, from: number, to: number): boolean {
  return Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from < to && to <= count;
}

function half(value: number): number {
  return Math.ceil(value / 2);
}

function nodeHash(tree: FragmentTree, level: number, node: number): Uint8Array {
  return (tree.levels[level] as Uint8Array).subarray(node * HASH_BYTES, (node + 1) * HASH_BYTES);
}
