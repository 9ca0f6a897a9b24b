// Reads a proof back: one walk of the tree that it is, from the root down and from left to right, folding on the way up.
// The bytes are hostile: every length is checked before it is used, and the work is bounded by their number and by the
// number of positions. Depth is bounded too: 40 levels of each of the two sum trees, 24 of a fragment's.

import { concatBytes, HASH_BYTES, LEAF_BYTES, sameBytes, sumNode, u64 } from "./hash.ts";
import type { Hasher } from "./hash.ts";
import { leafCount } from "./fragment-tree.ts";
import { countBytes, unpackCount } from "./packed-count.ts";
import { refused } from "./proof-error.ts";
import type { ProofRule } from "./proof-error.ts";
import { foldRange, siblingCount } from "./range.ts";
import { lowerBound } from "./sample.ts";
import { MAX_SUM_DEPTH } from "./sum-tree.ts";

/** The bytes, how far they are read, and the positions that the proof is of: ascending, each once. */
export interface Walk {
  readonly hasher: Hasher;
  readonly bytes: Uint8Array;
  at: number;
  readonly positions: readonly number[];
}

/** A node by the leaves below it, `[first, first + leaves)`, with those of the walk's positions `[from, to)` that are there. */
export interface Visit {
  readonly first: number;
  readonly leaves: number;
  readonly from: number;
  readonly to: number;
}

/** One kind of sum tree: the rules that refuse its nodes, and what stands at the end of its ways. Returns the item's hash. */
export interface SumKind {
  readonly split: ProofRule;
  readonly tooDeep: ProofRule;
  readItem(walk: Walk, item: Visit): Uint8Array;
}

/** The hash of the node with all that is read below it. `visit` has at least one position. */
export function readNode(walk: Walk, kind: SumKind, visit: Visit, depth = 0): Uint8Array {
  const { first, leaves, from, to } = visit;
  const leftLeaves = unpackCount(take(walk, countBytes(leaves)));
  if (leftLeaves === 0) return kind.readItem(walk, visit);
  if (leftLeaves >= leaves) throw refused(kind.split, { at: walk.at, leftLeaves, leaves });
  if (depth === MAX_SUM_DEPTH) throw refused(kind.tooDeep, { at: walk.at });
  const rightLeaves = leaves - leftLeaves;
  const middle = lowerBound(walk.positions, first + leftLeaves);
  // Where no position is, the hash itself stands.
  const sibling = middle === from || middle === to ? take(walk, HASH_BYTES) : undefined;
  const below = (side: Visit): Uint8Array =>
    side.from === side.to ? (sibling as Uint8Array) : readNode(walk, kind, side, depth + 1);
  const left = below({ first, leaves: leftLeaves, from, to: middle });
  const right = below({ first: first + leftLeaves, leaves: rightLeaves, from: middle, to });
  return sumNode(walk.hasher, left, right, leftLeaves, rightLeaves);
}

/** The tree of an allocation: its items are fragments. */
export const SUB_TREE: SumKind = { split: "sub-split", tooDeep: "sub-depth", readItem: readFragment };

/** The tree of a provider: its items are allocations. */
export const AGGREGATE_TREE: SumKind = {
  split: "aggregate-split",
  tooDeep: "aggregate-depth",
  readItem: (walk, item) => {
    // allocation and seq as they came: they are hashed, never reckoned with.
    const name = take(walk, 16);
    const subRoot = readNode(walk, SUB_TREE, item);
    return walk.hasher.sha256(concatBytes([name, subRoot, u64(item.leaves)]));
  },
};

/** A leaf and its path for each position. All must give one root; the path's length follows from place and width. */
function readFragment(walk: Walk, { first, leaves, from, to }: Visit): Uint8Array {
  const length = take(walk, 4);
  const fragmentBytes = new DataView(length.buffer, length.byteOffset, 4).getUint32(0);
  if (fragmentBytes < 1) throw refused("fragment-bytes", { at: walk.at });
  if (leafCount(fragmentBytes) !== leaves) throw refused("fragment-leaves", { at: walk.at, fragmentBytes, leaves });
  let root: Uint8Array | undefined;
  for (let i = from; i < to; i++) {
    const index = (walk.positions[i] as number) - first;
    const leaf = take(walk, LEAF_BYTES);
    const path = take(walk, siblingCount(leaves, index, index + 1) * HASH_BYTES);
    const shown = foldRange(walk.hasher, fragmentBytes, index, index + 1, leaf, path);
    if (root !== undefined && !sameBytes(root, shown)) throw refused("root", { at: walk.at });
    root = shown;
  }
  return root as Uint8Array;
}

/** The next bytes, as a view. */
export function take(walk: Walk, bytes: number): Uint8Array {
  const piece = walk.bytes.subarray(walk.at, walk.at + bytes);
  if (piece.length < bytes) throw refused("truncated", { bytes: walk.bytes.length });
  walk.at += bytes;
  return piece;
}
