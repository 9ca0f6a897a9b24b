// A provider's whole store in memory, made from a list of lengths: trees, samples and proofs for tests and vectors.

import {
  allocationLeaf,
  challengePositions,
  distinctPositions,
  encodePositionInAllocation,
  encodeProof,
  fragmentTree,
  locate,
  nobleHasher,
  proveInclusion,
  proveSample,
  sumTree,
} from "../../proofs/index.ts";
import type { AllocationItem, FragmentTree, Hasher, ProofClaim, Sample, SumTree } from "../../proofs/index.ts";
import { pattern } from "../vectors/pattern.ts";

export interface StoredAllocation {
  readonly id: number;
  readonly seq: number;
  /** Byte length of each fragment; its content is `pattern(length, place)`. */
  readonly fragments: readonly number[];
}

export interface HeldAllocation {
  readonly id: number;
  readonly seq: number;
  readonly stored: readonly { readonly data: Uint8Array; readonly tree: FragmentTree }[];
  readonly sub: SumTree;
  readonly item: AllocationItem;
}

export interface StoredWorld {
  readonly root: Uint8Array;
  readonly leaves: number;
  readonly aggregate: SumTree;
  readonly allocations: readonly HeldAllocation[];
  sampleAt(position: number): Sample;
  /** Of these positions, in any order and number. */
  proofAt(positions: readonly number[]): Uint8Array;
  proof(seed: Uint8Array, count: number): Uint8Array;
  claim(seed: Uint8Array, count: number): ProofClaim;
  /** Of a position in allocation number `place`, under its subRoot. */
  proofInAllocation(place: number, position: number): Uint8Array;
  /** That allocation number `place` is in the aggregate tree. */
  inclusion(place: number): Uint8Array;
}

export function storedWorld(allocations: readonly StoredAllocation[], hasher: Hasher = nobleHasher): StoredWorld {
  const held = allocations.map(({ id, seq, fragments }): HeldAllocation => {
    const stored = fragments.map((length, place) => {
      const data = pattern(length, id * 1000 + place);
      return { data, tree: fragmentTree(hasher, data) };
    });
    const items = stored.map(({ tree }) => ({ hash: tree.root, leaves: Math.ceil(tree.byteLength / 256) }));
    const sub = sumTree(hasher, items);
    return { id, seq, stored, sub, item: { allocation: id, seq, subRoot: sub.root, leaves: sub.leaves } };
  });
  const aggregate = sumTree(
    hasher,
    held.map(({ item }) => ({ hash: allocationLeaf(hasher, item), leaves: item.leaves })),
  );
  const sampleAt = (position: number): Sample => {
    const { item, offset } = locate(aggregate, position);
    const allocation = held[item]!;
    const fragment = allocation.stored[locate(allocation.sub, offset).item]!;
    return proveSample(hasher, { position, aggregate, allocation, fragment });
  };
  const { root, leaves } = aggregate;
  const proofAt = (positions: readonly number[]): Uint8Array =>
    encodeProof(distinctPositions(positions).map(sampleAt), leaves);
  return {
    root,
    leaves,
    aggregate,
    allocations: held,
    sampleAt,
    proofAt,
    proof: (seed, count) => proofAt(challengePositions(hasher, seed, count, leaves)),
    claim: (seed, count) => ({ root, leaves, seed, count }),
    proofInAllocation: (place, position) => {
      const before = held.slice(0, place).reduce((sum, { item }) => sum + item.leaves, 0);
      return encodePositionInAllocation(sampleAt(before + position), held[place]!.item.leaves, position);
    },
    inclusion: (place) => proveInclusion(aggregate, place),
  };
}
