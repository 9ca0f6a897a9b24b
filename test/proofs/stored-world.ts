// A provider's whole store in memory, made from a list of lengths: trees, samples and proofs for tests and vectors.

import {
  allocationLeaf,
  challengePositions,
  encodeProof,
  fragmentTree,
  locate,
  nobleHasher,
  proveSample,
  sumTree,
} from "../../proofs/index.ts";
import type { ProofClaim, Sample, SumTree } from "../../proofs/index.ts";
import { pattern } from "../vectors/pattern.ts";

export interface StoredAllocation {
  readonly id: number;
  readonly seq: number;
  /** Byte length of each fragment; its content is `pattern(length, place)`. */
  readonly fragments: readonly number[];
}

export interface StoredWorld {
  readonly root: Uint8Array;
  readonly leaves: number;
  readonly aggregate: SumTree;
  sampleAt(position: number): Sample;
  proof(seed: Uint8Array, count: number): Uint8Array;
  claim(seed: Uint8Array, count: number): ProofClaim;
}

export function storedWorld(allocations: readonly StoredAllocation[]): StoredWorld {
  const held = allocations.map(({ id, seq, fragments }) => {
    const stored = fragments.map((length, place) => {
      const data = pattern(length, id * 1000 + place);
      return { data, tree: fragmentTree(nobleHasher, data) };
    });
    const items = stored.map(({ tree }) => ({ hash: tree.root, leaves: Math.ceil(tree.byteLength / 256) }));
    return { id, seq, stored, sub: sumTree(nobleHasher, items) };
  });
  const aggregate = sumTree(
    nobleHasher,
    held.map(({ id, seq, sub }) => ({
      hash: allocationLeaf(nobleHasher, { allocation: id, seq, subRoot: sub.root, leaves: sub.leaves }),
      leaves: sub.leaves,
    })),
  );
  const sampleAt = (position: number): Sample => {
    const { item, offset } = locate(aggregate, position);
    const allocation = held[item]!;
    const fragment = allocation.stored[locate(allocation.sub, offset).item]!;
    return proveSample(nobleHasher, { position, aggregate, allocation, fragment });
  };
  const { root, leaves } = aggregate;
  return {
    root,
    leaves,
    aggregate,
    sampleAt,
    proof: (seed, count) => encodeProof(challengePositions(nobleHasher, seed, count, leaves).map(sampleAt)),
    claim: (seed, count) => ({ root, leaves, seed, count }),
  };
}
