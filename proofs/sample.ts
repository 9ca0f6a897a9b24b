// One sample: a leaf, and the hashes that show it to be at one position under a provider's root.
//
//   aggregate steps ▸ allocation leaf ▸ sub-tree steps ▸ fragment root ▸ path ▸ 256 bytes
//
// Its byte layout is in docs/spec/data.md; proof.ts reads it back.

import { allocationLeaf, HASH_BYTES, isCount, LEAF_BYTES, sameBytes, writeU64 } from "./hash.ts";
import type { Hasher } from "./hash.ts";
import { isFragmentLength, leafData } from "./fragment-tree.ts";
import type { FragmentTree } from "./fragment-tree.ts";
import { unbuildable } from "./proof-error.ts";
import { provePath } from "./range.ts";
import { locate, MAX_LEAVES, sumItem } from "./sum-tree.ts";
import type { SumStep, SumTree } from "./sum-tree.ts";

/** Most levels of a sum tree in a sample: 2^40 items. */
export const MAX_SUM_DEPTH = 40;
/** A step on the wire: left count u48, sibling. */
export const STEP_BYTES = 6 + HASH_BYTES;

export interface Sample {
  /** From the root down. */
  readonly aggregateSteps: readonly SumStep[];
  readonly allocation: number;
  readonly seq: number;
  /** From subRoot down. */
  readonly subSteps: readonly SumStep[];
  readonly fragmentBytes: number;
  /** 32 bytes for each level at which the leaf has a sibling, from the leaf up. */
  readonly path: Uint8Array;
  /** 256 bytes, zero-padded. */
  readonly leaf: Uint8Array;
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
    aggregateSteps: above.steps,
    allocation: id,
    seq,
    subSteps: below.steps,
    fragmentBytes: fragment.tree.byteLength,
    path: provePath(fragment.tree, below.offset),
    leaf: leafData(fragment.data, below.offset),
  };
}

/** The sample's bytes. Throws `ERR_TREE_INPUT` if a field is out of its range. */
export function encodeSample(sample: Sample): Uint8Array {
  checkSample(sample);
  const { aggregateSteps, subSteps, path } = sample;
  const steps = aggregateSteps.length + subSteps.length;
  const bytes = new Uint8Array(2 + steps * STEP_BYTES + 16 + 4 + path.length + LEAF_BYTES);
  const view = new DataView(bytes.buffer);
  let at = writeSteps(bytes, 0, aggregateSteps);
  writeU64(view, at, sample.allocation);
  writeU64(view, at + 8, sample.seq);
  at = writeSteps(bytes, at + 16, subSteps);
  view.setUint32(at, sample.fragmentBytes);
  bytes.set(path, at + 4);
  bytes.set(sample.leaf, at + 4 + path.length);
  return bytes;
}

/** A proof: the samples of positions 0 … K−1 in that order, one after another. */
export function encodeProof(samples: readonly Sample[]): Uint8Array {
  const parts = samples.map(encodeSample);
  const proof = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    proof.set(part, at);
    at += part.length;
  }
  return proof;
}

function writeSteps(bytes: Uint8Array, offset: number, steps: readonly SumStep[]): number {
  const view = new DataView(bytes.buffer);
  bytes[offset] = steps.length;
  let at = offset + 1;
  for (const { leftLeaves, sibling } of steps) {
    view.setUint16(at, leftLeaves / 2 ** 32);
    view.setUint32(at + 2, leftLeaves % 2 ** 32);
    bytes.set(sibling, at + 6);
    at += STEP_BYTES;
  }
  return at;
}

function checkSample({ aggregateSteps, subSteps, allocation, seq, fragmentBytes, path, leaf }: Sample): void {
  for (const steps of [aggregateSteps, subSteps]) {
    if (steps.length > MAX_SUM_DEPTH)
      throw unbuildable("A sum tree is at most 40 levels deep.", { depth: steps.length });
    if (!steps.every(isStep)) throw unbuildable("A step has a left count of 1 to 2^48 - 1 and a sibling of 32 bytes.");
  }
  if (!isCount(allocation) || !isCount(seq)) {
    throw unbuildable("Allocation and seq must be whole numbers from 0 to 2^53 - 1.", { allocation, seq });
  }
  if (!isFragmentLength(fragmentBytes)) throw unbuildable("A fragment has 1 to 2^32 - 1 bytes.", { fragmentBytes });
  if (path.length % HASH_BYTES !== 0) throw unbuildable("A path is whole hashes.", { bytes: path.length });
  if (leaf.length !== LEAF_BYTES) throw unbuildable("A leaf is 256 bytes.", { bytes: leaf.length });
}

function isStep({ leftLeaves, sibling }: SumStep): boolean {
  return isCount(leftLeaves) && leftLeaves >= 1 && leftLeaves <= MAX_LEAVES && sibling.length === HASH_BYTES;
}
