// Making proofs: what a provider says of each challenged leaf, and how samples that share a way say it once.
//
//   aggregate steps ▸ allocation leaf ▸ sub-tree steps ▸ fragment ▸ 256 bytes ▸ path
//
// A proof is the smallest tree that holds all its leaves, from the root down and from left to right. Each sample, in the
// order of positions, adds what the ones before it have not said; so a proof is made one sample at a time, and nothing of
// a sample is kept but its bytes. The layout is in docs/spec/data.md; walk.ts reads it back.

import { allocationLeaf, concatBytes, HASH_BYTES, isCount, LEAF_BYTES, sameBytes, u64 } from "./hash.ts";
import type { Hasher } from "./hash.ts";
import { isFragmentLength, leafData } from "./fragment-tree.ts";
import type { FragmentTree } from "./fragment-tree.ts";
import { packCount } from "./packed-count.ts";
import { unbuildable } from "./proof-error.ts";
import { provePath } from "./range.ts";
import { firstLeaf, locate, MAX_LEAVES, MAX_SUM_DEPTH, sumItem } from "./sum-tree.ts";
import type { SumStep, SumTree } from "./sum-tree.ts";

/** A leaf, and the way to it from its allocation's root. */
export interface LeafSample {
  /** From subRoot down. */
  readonly subSteps: readonly SumStep[];
  readonly fragmentBytes: number;
  /** 256 bytes, zero-padded. */
  readonly leaf: Uint8Array;
  /** 32 bytes for each level at which the leaf has a sibling, from the leaf up. */
  readonly path: Uint8Array;
}

/** A leaf, and the way to it from the aggregate root. */
export interface Sample extends LeafSample {
  /** Of the leaf, under the aggregate root. */
  readonly position: number;
  /** From the root down. */
  readonly aggregateSteps: readonly SumStep[];
  readonly allocation: number;
  readonly seq: number;
}

/** What a provider proves a position from. `locate` in both trees says which allocation and fragment to bring. */
export interface SampleParts {
  readonly position: number;
  readonly aggregate: SumTree;
  readonly allocation: { readonly id: number; readonly seq: number; readonly sub: SumTree };
  readonly fragment: { readonly tree: FragmentTree; readonly data: Uint8Array };
}

/**
 * The sample of one position. Throws `ERR_TREE_INPUT` when the parts do not belong to each other, so that a provider
 * whose store is damaged learns it here and not from the market.
 *
 *     const { item, offset } = locate(aggregate, position);        // the allocation, by its place in the tree
 *     const { item: fragment } = locate(allocations[item].sub, offset);   // the fragment to read
 */
export function proveSample(hasher: Hasher, { position, aggregate, allocation, fragment }: SampleParts): Sample {
  const { id, seq, sub } = allocation;
  const above = locate(aggregate, position);
  const expected = allocationLeaf(hasher, { allocation: id, seq, subRoot: sub.root, leaves: sub.leaves });
  if (!sameBytes(expected, sumItem(aggregate, above.item).hash)) {
    throw unbuildable("The position is in another allocation or state of it.", { position, item: above.item, id, seq });
  }
  const below = locate(sub, above.offset);
  if (
    !sameBytes(fragment.tree.root, sumItem(sub, below.item).hash) ||
    fragment.tree.byteLength !== fragment.data.length
  ) {
    throw unbuildable("The position is in another fragment.", { position, allocation: id, item: below.item });
  }
  return {
    position,
    aggregateSteps: above.steps,
    allocation: id,
    seq,
    subSteps: below.steps,
    fragmentBytes: fragment.tree.byteLength,
    leaf: leafData(fragment.data, below.offset),
    path: provePath(fragment.tree, below.offset),
  };
}

/** The positions in ascending order, each once: the order of a proof's samples. */
export function distinctPositions(positions: readonly number[]): number[] {
  return [...new Set(positions)].sort((a, b) => a - b);
}

/**
 * What a proof of `positions` (ascending, each once) under a root of `leaves` has of this sample. The proof is these
 * bytes of one sample after another. Throws `ERR_TREE_INPUT` if a field is out of its range.
 */
export function encodeSample(sample: Sample, leaves: number, positions: readonly number[]): Uint8Array {
  checkPositions(positions, leaves);
  const { position, aggregateSteps, allocation, seq } = sample;
  if (!isCount(allocation) || !isCount(seq)) {
    throw unbuildable("Allocation and seq must be whole numbers from 0 to 2^53 - 1.", { allocation, seq });
  }
  const index = lowerBound(positions, position);
  if (positions[index] !== position) throw unbuildable("The proof is of other positions.", { position });
  const piece: Piece = { parts: [], position, positions, before: positions[index - 1] ?? -1 };
  const reached = writeSteps(piece, { first: 0, leaves }, aggregateSteps);
  if (isNew(piece, reached)) piece.parts.push(u64(allocation), u64(seq));
  writeLeaf(piece, reached, sample);
  return concatBytes(piece.parts);
}

/** The proof of the samples' positions, which ascend, each once. Throws as {@link encodeSample}. */
export function encodeProof(samples: readonly Sample[], leaves: number): Uint8Array {
  const positions = samples.map(({ position }) => position);
  return concatBytes(samples.map((sample) => encodeSample(sample, leaves, positions)));
}

/** The proof of the leaf at `position` under an allocation's root of `leaves`: a proof's bytes from the sub-tree on. */
export function encodePositionInAllocation(sample: LeafSample, leaves: number, position: number): Uint8Array {
  checkPositions([position], leaves);
  const piece: Piece = { parts: [], position, positions: [position], before: -1 };
  writeLeaf(piece, { first: 0, leaves }, sample);
  return concatBytes(piece.parts);
}

/**
 * The proof that the aggregate tree has its item `item`: the position of the item's first leaf, and the steps down to it.
 * Throws `ERR_TREE_INPUT` if the tree has no such item.
 */
export function proveInclusion(aggregate: SumTree, item: number): Uint8Array {
  const position = firstLeaf(aggregate, item);
  const { leaves } = aggregate;
  const piece: Piece = { parts: [packCount(position, leaves)], position, positions: [position], before: -1 };
  writeSteps(piece, { first: 0, leaves }, locate(aggregate, position).steps);
  return concatBytes(piece.parts);
}

/** A node by the positions below it: `[first, first + leaves)`. */
interface Reached {
  readonly first: number;
  readonly leaves: number;
}

/** One sample's part of a proof, as it is written. */
interface Piece {
  readonly parts: Uint8Array[];
  readonly position: number;
  /** Of the whole proof. */
  readonly positions: readonly number[];
  /** Of the sample before; −1 for the first. */
  readonly before: number;
}

/** Whether no earlier sample has been in the node. */
function isNew({ before }: Piece, { first }: Reached): boolean {
  return before < first;
}

/** The way down one sum tree, its end included; returns the item reached. */
function writeSteps(piece: Piece, top: Reached, steps: readonly SumStep[]): Reached {
  if (steps.length > MAX_SUM_DEPTH) throw unbuildable("A sum tree is at most 40 levels deep.", { depth: steps.length });
  let node = top;
  for (const { leftLeaves, sibling } of steps) {
    if (!isCount(leftLeaves) || leftLeaves < 1 || leftLeaves >= node.leaves || sibling.length !== HASH_BYTES) {
      throw unbuildable("A step has leaves on both sides and a sibling of 32 bytes.", { leftLeaves, ...node });
    }
    const left = { first: node.first, leaves: leftLeaves };
    const right = { first: node.first + leftLeaves, leaves: node.leaves - leftLeaves };
    const [own, other] = piece.position < right.first ? [left, right] : [right, left];
    if (isNew(piece, node)) {
      piece.parts.push(packCount(leftLeaves, node.leaves));
      if (!hasPosition(piece.positions, other)) piece.parts.push(sibling);
    }
    node = own;
  }
  if (isNew(piece, node)) piece.parts.push(packCount(0, node.leaves));
  return node;
}

/** From an allocation's root down to the leaf. */
function writeLeaf(piece: Piece, root: Reached, { subSteps, fragmentBytes, leaf, path }: LeafSample): void {
  if (!isFragmentLength(fragmentBytes)) throw unbuildable("A fragment has 1 to 2^32 - 1 bytes.", { fragmentBytes });
  if (path.length % HASH_BYTES !== 0) throw unbuildable("A path is whole hashes.", { bytes: path.length });
  if (leaf.length !== LEAF_BYTES) throw unbuildable("A leaf is 256 bytes.", { bytes: leaf.length });
  const fragment = writeSteps(piece, root, subSteps);
  if (isNew(piece, fragment)) piece.parts.push(u32(fragmentBytes));
  piece.parts.push(leaf, path);
}

function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function checkPositions(positions: readonly number[], leaves: number): void {
  if (!isCount(leaves) || leaves > MAX_LEAVES) throw unbuildable("A tree has at most 2^48 - 1 leaves.", { leaves });
  const ascend = positions.every((position, i) => isCount(position) && position > (positions[i - 1] ?? -1));
  if (!ascend || (positions.at(-1) ?? -1) >= leaves) {
    throw unbuildable("Positions are whole numbers below the leaves, ascending, each once.", { leaves });
  }
}

function hasPosition(positions: readonly number[], { first, leaves }: Reached): boolean {
  return (positions[lowerBound(positions, first)] ?? Infinity) < first + leaves;
}

/** The index of the first position that is not below `bound`. */
export function lowerBound(positions: readonly number[], bound: number): number {
  let [low, high] = [0, positions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((positions[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
