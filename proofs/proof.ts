// Verification of samples and proofs: the same rules, in the same order, as the contract's.
// The bytes are hostile: every length is checked before it is used, and the work is bounded by their number.

import { HASH_BYTES, isCount, LEAF_BYTES, sameBytes, sumNode, writeU64 } from "./hash.ts";
import type { Hasher } from "./hash.ts";
import { challengePosition } from "./challenge.ts";
import { leafCount } from "./fragment-tree.ts";
import { refused } from "./proof-error.ts";
import { foldRange, siblingCount } from "./range.ts";
import { MAX_SUM_DEPTH, STEP_BYTES } from "./sample.ts";
import { EMPTY_ROOT } from "./sum-tree.ts";

/** What a proof is checked against. */
export interface ProofClaim {
  /** The provider's committed root, 32 bytes. */
  readonly root: Uint8Array;
  /** The leaves under it. */
  readonly leaves: number;
  /** Of `challengeSeed`, or any 32 bytes that an auditor drew. */
  readonly seed: Uint8Array;
  /** Samples; at least 1. */
  readonly count: number;
}

/** What one sample is checked against. */
export interface SampleClaim {
  readonly root: Uint8Array;
  readonly leaves: number;
  readonly position: number;
}

/**
 * Returns if `proof` is the samples of positions 0 … count−1, each under the root, and nothing else.
 * Without leaves the root must be `EMPTY_ROOT` and the proof empty. Throws `ProofError` (`ERR_PROOF`) with the rule
 * broken and, in its facts, the sample; nothing else is thrown for any bytes.
 */
export function verifyProof(hasher: Hasher, { root, leaves, seed, count }: ProofClaim, proof: Uint8Array): void {
  if (!isCount(leaves)) throw refused("leaves", { leaves });
  if (!isCount(count) || count < 1 || count >= 2 ** 32) throw refused("count", { count });
  if (seed.length !== HASH_BYTES) throw refused("seed", { bytes: seed.length });
  const cursor: Cursor = { bytes: proof, at: 0, sample: 0 };
  if (leaves === 0 && !sameBytes(root, EMPTY_ROOT)) throw refused("leaves", { leaves });
  const samples = leaves === 0 ? 0 : count;
  for (; cursor.sample < samples; cursor.sample++) {
    readSample(hasher, cursor, root, leaves, challengePosition(hasher, seed, cursor.sample, leaves));
  }
  if (cursor.at !== proof.length) throw refused("trailing", { bytes: proof.length - cursor.at });
}

/** Returns if `bytes` is exactly one sample, of this position under this root. Throws as {@link verifyProof}. */
export function verifySample(hasher: Hasher, { root, leaves, position }: SampleClaim, bytes: Uint8Array): void {
  if (!isCount(leaves) || leaves === 0) throw refused("leaves", { leaves });
  if (!isCount(position) || position >= leaves) throw refused("position", { position, leaves });
  const cursor: Cursor = { bytes, at: 0, sample: 0 };
  readSample(hasher, cursor, root, leaves, position);
  if (cursor.at !== bytes.length) throw refused("trailing", { bytes: bytes.length - cursor.at });
}

/** A place in the proof's bytes, and the number of the sample there. */
interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
  sample: number;
}

/** One level of the way down, with all that its node hashes. */
interface Turn {
  readonly goesRight: boolean;
  readonly leftLeaves: number;
  readonly rightLeaves: number;
  readonly sibling: Uint8Array;
}

/** Where a way down ends: `leaves` below that node, `position` among them, 0 ≤ position < leaves. */
interface Descent {
  readonly turns: readonly Turn[];
  readonly leaves: number;
  readonly position: number;
}

function readSample(hasher: Hasher, cursor: Cursor, root: Uint8Array, leaves: number, position: number): void {
  const aggregate = descend(cursor, leaves, position, "aggregate");
  const allocationAndSeq = take(cursor, 16);
  const sub = descend(cursor, aggregate.leaves, aggregate.position, "sub");
  const subRoot = ascend(hasher, sub, readFragmentRoot(hasher, cursor, sub));
  const allocation = rawAllocationLeaf(hasher, allocationAndSeq, subRoot, aggregate.leaves);
  if (!sameBytes(ascend(hasher, aggregate, allocation), root)) throw refused("root", { sample: cursor.sample });
}

/** Rules 1 and 2: each half has a leaf, so position and leaf count alone decide every turn. */
function descend(cursor: Cursor, leaves: number, position: number, tree: "aggregate" | "sub"): Descent {
  const depth = take(cursor, 1)[0] as number;
  if (depth > MAX_SUM_DEPTH) throw refused(`${tree}-depth`, { sample: cursor.sample, depth });
  const turns: Turn[] = [];
  for (let level = 0; level < depth; level++) {
    const step = take(cursor, STEP_BYTES);
    const leftLeaves = readU48(step);
    if (leftLeaves < 1 || leftLeaves >= leaves) throw refused(`${tree}-split`, { sample: cursor.sample, level });
    const rightLeaves = leaves - leftLeaves;
    const goesRight = position >= leftLeaves;
    turns.push({ goesRight, leftLeaves, rightLeaves, sibling: step.subarray(6) });
    leaves = goesRight ? rightLeaves : leftLeaves;
    if (goesRight) position -= leftLeaves;
  }
  return { turns, leaves, position };
}

/** Rule 3 for one sum tree: from the node at the end of the way back up to its root. */
function ascend(hasher: Hasher, { turns }: Descent, end: Uint8Array): Uint8Array {
  return turns.reduceRight((node, { goesRight, leftLeaves, rightLeaves, sibling }) => {
    const [left, right] = goesRight ? [sibling, node] : [node, sibling];
    return sumNode(hasher, left, right, leftLeaves, rightLeaves);
  }, end);
}

/** The path's length follows from the leaf's index and the fragment's length, so nothing but a leaf can stand at its end. */
function readFragmentRoot(hasher: Hasher, cursor: Cursor, { leaves, position }: Descent): Uint8Array {
  const length = take(cursor, 4);
  const fragmentBytes = new DataView(length.buffer, length.byteOffset, 4).getUint32(0);
  if (fragmentBytes < 1) throw refused("fragment-bytes", { sample: cursor.sample });
  if (leafCount(fragmentBytes) !== leaves) {
    throw refused("fragment-leaves", { sample: cursor.sample, fragmentBytes, leaves });
  }
  const path = take(cursor, siblingCount(leaves, position, position + 1) * HASH_BYTES);
  return foldRange(hasher, fragmentBytes, position, position + 1, take(cursor, LEAF_BYTES), path);
}

/** `allocationLeaf` with allocation and seq as they came: they are hashed, never reckoned with. */
function rawAllocationLeaf(
  hasher: Hasher,
  allocationAndSeq: Uint8Array,
  subRoot: Uint8Array,
  leaves: number,
): Uint8Array {
  const preimage = new Uint8Array(56);
  preimage.set(allocationAndSeq, 0);
  preimage.set(subRoot, 16);
  writeU64(new DataView(preimage.buffer), 48, leaves);
  return hasher.sha256(preimage);
}

function take(cursor: Cursor, bytes: number): Uint8Array {
  const piece = cursor.bytes.subarray(cursor.at, cursor.at + bytes);
  if (piece.length < bytes) throw refused("truncated", { sample: cursor.sample, bytes: cursor.bytes.length });
  cursor.at += bytes;
  return piece;
}

function readU48(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 6);
  return view.getUint16(0) * 2 ** 32 + view.getUint32(2);
}
