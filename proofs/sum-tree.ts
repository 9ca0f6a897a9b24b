// Trees whose nodes carry how many fragment leaves lie below them, so that one position names one leaf.
// Flat arrays, no object for each node: a million items take 80 MB and a few seconds of hashing.

import { hashEach, HASH_BYTES, INNER_BYTES, isCount, SUM_BYTES, writeU64 } from "./hash.ts";
import type { Hasher } from "./hash.ts";
import { unbuildable } from "./proof-error.ts";

/** Most leaves under one root: a left count takes six bytes at most. */
export const MAX_LEAVES = 2 ** 48 - 1;
/** Most levels of a sum tree in a proof: 2^40 items. */
export const MAX_SUM_DEPTH = 40;

/** Nodes hashed at one go: 40 KiB of preimages. */
const BATCH_NODES = 512;

/** The root of a tree without items: 32 zero bytes. Do not write to it. */
export const EMPTY_ROOT: Uint8Array = new Uint8Array(HASH_BYTES);

/** An item of a sum tree, or a whole subtree: its hash, 32 bytes, and the fragment leaves below it, at least 1. */
export interface SumItem {
  readonly hash: Uint8Array;
  readonly leaves: number;
}

/** Many items without an object for each. */
export interface SumColumns {
  /** 32 bytes for each item. */
  readonly hashes: Uint8Array;
  /** One whole number, at least 1, for each item. */
  readonly leaves: Float64Array;
}

export interface SumTree {
  /** 32 bytes; {@link EMPTY_ROOT} for no items. */
  readonly root: Uint8Array;
  readonly leaves: number;
  readonly items: number;
  /** From the items up to the root; empty for no items. */
  readonly levels: readonly SumColumns[];
}

/** One level of the way down: the leaves of the left half, and the hash of the half not taken. */
export interface SumStep {
  readonly leftLeaves: number;
  readonly sibling: Uint8Array;
}

/** Where a position is: which item, which leaf in it, and the steps from the root down. */
export interface Located {
  readonly item: number;
  readonly offset: number;
  readonly steps: readonly SumStep[];
}

/** The tree over `items`, in their order. Throws `ERR_TREE_INPUT` on an item without leaves or a hash of another length. */
export function sumTree(hasher: Hasher, items: readonly SumItem[]): SumTree {
  const columns = { hashes: new Uint8Array(items.length * HASH_BYTES), leaves: new Float64Array(items.length) };
  items.forEach((item, i) => {
    if (item.hash.length !== HASH_BYTES) {
      throw unbuildable("A sum tree's item has a hash of 32 bytes.", { item: i, bytes: item.hash.length });
    }
    columns.hashes.set(item.hash, i * HASH_BYTES);
    columns.leaves[i] = item.leaves;
  });
  return sumTreeOf(hasher, columns);
}

/** {@link sumTree} over columns, which become the tree's lowest level: do not write to them afterwards. */
export function sumTreeOf(hasher: Hasher, columns: SumColumns): SumTree {
  const items = columns.leaves.length;
  const leaves = checkColumns(columns);
  if (items === 0) return { root: EMPTY_ROOT, leaves: 0, items: 0, levels: [] };
  const levels = [columns];
  let level = columns;
  while (level.leaves.length > 1) {
    level = levelAbove(hasher, level);
    levels.push(level);
  }
  return { root: level.hashes, leaves, items, levels };
}

/** An item of the tree, by its index; the hash is a view. */
export function sumItem(tree: SumTree, item: number): SumItem {
  const columns = tree.levels[0];
  const leaves = columns?.leaves[item];
  if (columns === undefined || leaves === undefined) {
    throw unbuildable("The tree has no such item.", { item, items: tree.items });
  }
  return { hash: hashAt(columns, item), leaves };
}

/** The way from the root down to the item that holds `position`; O(log items), siblings are views of the tree. */
export function locate(tree: SumTree, position: number): Located {
  if (!isCount(position) || position >= tree.leaves) {
    throw unbuildable("The tree has no leaf at this position.", { position, leaves: tree.leaves });
  }
  const steps: SumStep[] = [];
  let item = 0;
  let offset = position;
  for (let height = tree.levels.length - 2; height >= 0; height--) {
    const level = tree.levels[height] as SumColumns;
    item *= 2;
    if (item + 1 === level.leaves.length) continue; // an odd last node moved up unchanged
    const leftLeaves = level.leaves[item] as number;
    const goesRight = offset >= leftLeaves;
    steps.push({ leftLeaves, sibling: hashAt(level, goesRight ? item : item + 1) });
    if (!goesRight) continue;
    item++;
    offset -= leftLeaves;
  }
  return { item, offset, steps };
}

/** The position of an item's first leaf; O(log items). */
export function firstLeaf(tree: SumTree, item: number): number {
  sumItem(tree, item);
  let [first, node] = [0, item];
  for (const { leaves } of tree.levels) {
    if (node % 2 === 1) first += leaves[node - 1] as number;
    node >>= 1;
  }
  return first;
}

function levelAbove(hasher: Hasher, level: SumColumns): SumColumns {
  const count = level.leaves.length;
  const hashes = new Uint8Array(Math.ceil(count / 2) * HASH_BYTES);
  const leaves = new Float64Array(Math.ceil(count / 2));
  const pairs = count >> 1;
  const preimages = new Uint8Array(Math.min(pairs, BATCH_NODES) * SUM_BYTES);
  for (let first = 0; first < pairs; first += BATCH_NODES) {
    const some = Math.min(BATCH_NODES, pairs - first);
    writePreimages(level, first, some, preimages, leaves);
    const out = hashes.subarray(first * HASH_BYTES, (first + some) * HASH_BYTES);
    hashEach(hasher, preimages.subarray(0, some * SUM_BYTES), SUM_BYTES, out);
  }
  if (count % 2 === 1) {
    hashes.set(hashAt(level, count - 1), hashes.length - HASH_BYTES);
    leaves[leaves.length - 1] = level.leaves[count - 1] as number;
  }
  return { hashes, leaves };
}

/** What nodes `[first, first + some)` of the level above are the hashes of, and how many leaves they have. */
function writePreimages(
  level: SumColumns,
  first: number,
  some: number,
  preimages: Uint8Array,
  leaves: Float64Array,
): void {
  const view = new DataView(preimages.buffer);
  for (let i = 0; i < some; i++) {
    const node = first + i;
    const left = level.leaves[2 * node] as number;
    const right = level.leaves[2 * node + 1] as number;
    preimages.set(level.hashes.subarray(node * INNER_BYTES, (node + 1) * INNER_BYTES), i * SUM_BYTES);
    writeU64(view, i * SUM_BYTES + INNER_BYTES, left);
    writeU64(view, i * SUM_BYTES + INNER_BYTES + 8, right);
    leaves[node] = left + right;
  }
}

/** The total; throws unless every item has its hash and at least one leaf. */
function checkColumns({ hashes, leaves }: SumColumns): number {
  if (hashes.length !== leaves.length * HASH_BYTES) {
    throw unbuildable("A sum tree needs 32 bytes of hash for each item.", {
      items: leaves.length,
      bytes: hashes.length,
    });
  }
  let total = 0;
  for (let i = 0; i < leaves.length; i++) {
    total = addLeaves(total, leaves[i] as number);
  }
  return total;
}

/** `total + leaves`; throws `ERR_TREE_INPUT` if `leaves` is no whole number of at least 1, or the sum passes 2^48 − 1. */
export function addLeaves(total: number, leaves: number): number {
  if (!isCount(leaves) || leaves === 0) throw unbuildable("A sum tree's item has at least one leaf.", { leaves });
  if (total + leaves > MAX_LEAVES) throw unbuildable("A sum tree has at most 2^48 - 1 leaves.", { total, leaves });
  return total + leaves;
}

function hashAt(level: SumColumns, node: number): Uint8Array {
  return level.hashes.subarray(node * HASH_BYTES, (node + 1) * HASH_BYTES);
}
