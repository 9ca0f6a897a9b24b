// Merkle trees by SHA-256, whole ones in a call. The module has no memory of its own: it is given one and a place in it,
// where all its constants and scratch go, so several instances can share one memory. It checks nothing:
// proofs/tree-kernel.ts does, before it calls.

import { LANES } from "./compress";
import { copy, DIGEST, digests, initMessages, MESSAGES_BYTES } from "./messages";

const LEAF: usize = 256;
const INNER: usize = 64;
const TOP: usize = 40;

/** What lies at `base`, after what hashing needs: last leaves, filled up with zeros. */
const CUT_LEAVES: usize = MESSAGES_BYTES;
export const KERNEL_BYTES: usize = CUT_LEAVES + LANES * LEAF;

/** Trees are made together while their nodes take no more than this, and so stay in the cache. */
const TOGETHER: usize = 1 << 16;

let base: usize = 0;

/** Takes `KERNEL_BYTES` at `at` for constants and scratch. */
export function init(at: usize): void {
  initMessages(at);
  base = at;
}

/** Digests of `count` messages of `bytes` each, one after another at `address`, to `out`. */
export function sha256Each(address: usize, bytes: usize, count: usize, out: usize): void {
  digests(address, 0, count, 1, bytes, out, 0);
}

/**
 * All nodes of the trees of `count` fragments of `bytes` each at `address + i * stride`. Tree i goes to
 * `nodes + i * treeBytes(bytes)`: leaf hashes, each level above, the Merkle root, the fragment root.
 */
export function trees(address: usize, stride: usize, bytes: usize, count: usize, nodes: usize): void {
  const tree = treeBytes(bytes);
  const group = max<usize>(1, TOGETHER / tree);
  for (let first: usize = 0; first < count; first += group) {
    treesTogether(address + first * stride, stride, bytes, min(group, count - first), nodes + first * tree, tree);
  }
}

/** Level by level, the jobs of all trees in one list, so that lanes stay full where levels are narrow. */
function treesTogether(address: usize, stride: usize, bytes: usize, count: usize, nodes: usize, tree: usize): void {
  const whole = bytes / LEAF;
  digests(address, stride, whole, count, LEAF, nodes, tree);
  if (bytes % LEAF != 0) cutLeaves(address + whole * LEAF, stride, bytes % LEAF, count, nodes + whole * DIGEST, tree);
  let level = nodes;
  for (let width = leafCount(bytes); width > 1; ) {
    const pairs = width / 2;
    const above = level + width * DIGEST;
    digests(level, tree, pairs, count, INNER, above, tree);
    if (width % 2 == 1) moveUp(level + (width - 1) * DIGEST, above + pairs * DIGEST, count, tree);
    level = above;
    width -= pairs;
  }
  fragmentRoots(level, bytes, count, tree);
}

/** The last leaf of each fragment, `rest` bytes and zeros. */
function cutLeaves(address: usize, stride: usize, rest: usize, count: usize, out: usize, tree: usize): void {
  const leaves = base + CUT_LEAVES;
  memory.fill(leaves, 0, LANES * LEAF);
  for (let first: usize = 0; first < count; first += LANES) {
    const some = min(LANES, count - first);
    for (let i: usize = 0; i < some; i++) copy(leaves + i * LEAF, address + (first + i) * stride, rest);
    digests(leaves, LEAF, 1, some, LEAF, out + first * tree, tree);
  }
}

/** An odd last node is its own parent. */
function moveUp(from: usize, to: usize, count: usize, tree: usize): void {
  for (let i: usize = 0; i < count; i++) copy(to + i * tree, from + i * tree, DIGEST);
}

/** `H(merkleRoot ‖ u64(bytes))`: the length is written where the digest goes, which is read before it is overwritten. */
function fragmentRoots(merkleRoot: usize, bytes: usize, count: usize, tree: usize): void {
  const root = merkleRoot + DIGEST;
  for (let i: usize = 0; i < count; i++) store<u64>(root + i * tree, bswap<u64>(bytes));
  digests(merkleRoot, tree, 1, count, TOP, root, tree);
}

function leafCount(bytes: usize): usize {
  return bytes / LEAF + usize(bytes % LEAF != 0);
}

function treeBytes(bytes: usize): usize {
  let width = leafCount(bytes);
  let nodes: usize = width + 1;
  for (; width > 1; nodes += width) width -= width / 2;
  return nodes * DIGEST;
}

