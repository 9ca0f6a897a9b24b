// Verification of proofs: the same rules, in the same order, as the contract's.

import { allocationLeaf, HASH_BYTES, isCount, sameBytes } from "./hash.ts";
import type { AllocationItem, Hasher } from "./hash.ts";
import { challengePositions } from "./challenge.ts";
import { countBytes, unpackCount } from "./packed-count.ts";
import { refused } from "./proof-error.ts";
import { distinctPositions } from "./sample.ts";
import { EMPTY_ROOT, MAX_LEAVES } from "./sum-tree.ts";
import { AGGREGATE_TREE, readNode, SUB_TREE, take } from "./walk.ts";
import type { SumKind, Walk } from "./walk.ts";

/** Most positions of one proof, which all are derived before the first byte is read. */
const MAX_POSITIONS = 65_536;

/** What a proof is checked against. */
export interface ProofClaim {
  /** The provider's committed root, 32 bytes. */
  readonly root: Uint8Array;
  /** The leaves under it. */
  readonly leaves: number;
  /** Of `challengeSeed`, or any 32 bytes that an auditor drew. */
  readonly seed: Uint8Array;
  /** Challenges: 1 to 65,536. Positions that repeat are shown once. */
  readonly count: number;
}

/** What the proof of one position is checked against. */
export interface PositionClaim {
  /** An aggregate root or a subRoot, 32 bytes. */
  readonly root: Uint8Array;
  readonly leaves: number;
  readonly position: number;
}

/** What the proof of an allocation's place under an aggregate root is checked against. */
export interface InclusionClaim {
  readonly root: Uint8Array;
  readonly leaves: number;
  readonly item: AllocationItem;
}

/**
 * Returns if `proof` shows the leaves at positions 0 … count−1 of the challenge under the root, and nothing else.
 * Without leaves the root must be `EMPTY_ROOT` and the proof empty. Throws `ProofError` (`ERR_PROOF`) with the rule
 * broken; nothing else is thrown for any bytes.
 */
export function verifyProof(hasher: Hasher, { root, leaves, seed, count }: ProofClaim, proof: Uint8Array): void {
  if (!isCount(leaves) || leaves > MAX_LEAVES) throw refused("leaves", { leaves });
  if (!isCount(count) || count < 1 || count > MAX_POSITIONS) throw refused("count", { count });
  if (seed.length !== HASH_BYTES) throw refused("seed", { bytes: seed.length });
  if (leaves === 0) {
    if (!sameBytes(root, EMPTY_ROOT)) throw refused("leaves", { leaves });
    if (proof.length > 0) throw refused("trailing", { bytes: proof.length });
    return;
  }
  const positions = distinctPositions(challengePositions(hasher, seed, count, leaves));
  verifyWalk({ hasher, bytes: proof, at: 0, positions }, AGGREGATE_TREE, root, leaves);
}

/** Returns if `proof` is that of this one position under an aggregate root. Throws as {@link verifyProof}. */
export function verifyPosition(hasher: Hasher, claim: PositionClaim, proof: Uint8Array): void {
  verifyOne(hasher, AGGREGATE_TREE, claim, proof);
}

/** Returns if `proof` is that of this one position under an allocation's subRoot. Throws as {@link verifyProof}. */
export function verifyPositionInAllocation(hasher: Hasher, claim: PositionClaim, proof: Uint8Array): void {
  verifyOne(hasher, SUB_TREE, claim, proof);
}

/**
 * Returns if `proof` shows that the aggregate tree has this item, wherever. Throws as {@link verifyProof}, and
 * `ERR_TREE_INPUT` if the item cannot be one.
 */
export function verifyInclusion(hasher: Hasher, { root, leaves, item }: InclusionClaim, proof: Uint8Array): void {
  if (!isCount(leaves) || leaves === 0 || leaves > MAX_LEAVES) throw refused("leaves", { leaves });
  const hash = allocationLeaf(hasher, item);
  const walk = { hasher, bytes: proof, at: 0, positions: [] as number[] };
  const position = unpackCount(take(walk, countBytes(leaves)));
  if (position >= leaves) throw refused("position", { position, leaves });
  walk.positions.push(position);
  const readItem: SumKind["readItem"] = (_, place) => {
    // The first leaf alone stands for the item: any other position in it would be a second proof of the same.
    if (place.first !== position || place.leaves !== item.leaves) throw refused("place", { position, ...place });
    return hash;
  };
  verifyWalk(walk, { ...AGGREGATE_TREE, readItem }, root, leaves);
}

function verifyOne(hasher: Hasher, kind: SumKind, { root, leaves, position }: PositionClaim, proof: Uint8Array): void {
  if (!isCount(leaves) || leaves === 0 || leaves > MAX_LEAVES) throw refused("leaves", { leaves });
  if (!isCount(position) || position >= leaves) throw refused("position", { position, leaves });
  verifyWalk({ hasher, bytes: proof, at: 0, positions: [position] }, kind, root, leaves);
}

function verifyWalk(walk: Walk, kind: SumKind, root: Uint8Array, leaves: number): void {
  const shown = readNode(walk, kind, { first: 0, leaves, from: 0, to: walk.positions.length });
  if (walk.at !== walk.bytes.length) throw refused("trailing", { bytes: walk.bytes.length - walk.at });
  if (!sameBytes(shown, root)) throw refused("root");
}
