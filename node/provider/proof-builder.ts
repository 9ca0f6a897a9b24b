// Builds the samples of a challenge from a snapshot, the trees of its allocations and the fragments on disk; and checks
// them as the market would, so that a provider whose disk lies says so itself.

import { cairnError } from "../../protocol/index.ts";
import {
  challengePositions,
  distinctPositions,
  encodeSample,
  locate,
  ProofError,
  verifyProof,
} from "../../proofs/index.ts";
import { placeOf } from "./allocation-tree.ts";
import { sameBytes } from "./book-keys.ts";
import type { AllocationItem, Hasher, Sample } from "../../proofs/index.ts";
import type { AllocationBook } from "./allocation-book.ts";
import type { OpenWay } from "./allocation-tree.ts";
import type { BookTables } from "./book-tables.ts";
import type { FragmentReader } from "./fragment-reader.ts";
import type { Snapshot } from "./snapshot-shelf.ts";
import type { TreeCache } from "./tree-cache.ts";

export interface ProofParts {
  readonly tables: BookTables;
  readonly hasher: Hasher;
  readonly book: AllocationBook;
  readonly trees: TreeCache;
  readonly reader: FragmentReader;
}

export interface Challenge {
  /** 32 bytes. */
  readonly seed: Uint8Array;
  readonly count: number;
}

/**
 * The proof of a challenge under the snapshot's root, verified; empty if it has no leaves.
 * Throws ERR_FRAGMENT_CORRUPT naming the first fragment that does not match, ERR_INTERNAL if the book does not match the root.
 */
export async function buildProof(
  parts: ProofParts,
  snapshot: Snapshot,
  { seed, count }: Challenge,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { hasher } = parts;
  const positions = distinctPositions(challengePositions(hasher, seed, count, snapshot.leaves));
  const pieces: Uint8Array[] = [];
  // In ascending order: nodes that several positions have above them are opened once, a fragment is read and hashed once.
  let open: OpenWay | undefined;
  for (const position of positions) {
    signal.throwIfAborted();
    const { sample, way } = await buildSample(parts, snapshot, position, open);
    pieces.push(encodeSample(sample, snapshot.leaves, positions));
    open = way;
  }
  const proof = new Uint8Array(Buffer.concat(pieces));
  verify(hasher, snapshot, { seed, count }, proof);
  return proof;
}

/** The sample of one position. `open` is the way to a position before it. Throws as {@link buildProof}. */
export async function buildSample(
  parts: ProofParts,
  snapshot: Snapshot,
  position: number,
  open: OpenWay | undefined,
): Promise<{ sample: Sample; way: OpenWay }> {
  const above = locate(snapshot.tree, position);
  const item = snapshot.allocations[above.item] as AllocationItem;
  const { allocation, seq } = item;
  const tree = await parts.trees.get(allocation, seq, parts.book.get(allocation)?.record.removedSeq ?? 0);
  if (!sameBytes(tree.root, item.subRoot) || tree.leaves !== item.leaves) throw bookMismatch(allocation, seq);
  const {
    row,
    leaf: index,
    steps: subSteps,
    way,
  } = await placeOf(parts.tables, parts.hasher, tree, above.offset, open);
  const { bytes: fragmentBytes, path, leaf } = await parts.reader.leaf(row.root, index);
  const sample = { position, aggregateSteps: above.steps, allocation, seq, subSteps, fragmentBytes, leaf, path };
  return { sample, way };
}

function verify(hasher: Hasher, { root, leaves }: Snapshot, { seed, count }: Challenge, proof: Uint8Array): void {
  try {
    verifyProof(hasher, { root, leaves, seed, count }, proof);
  } catch (cause) {
    if (!(cause instanceof ProofError)) throw cause;
    throw cairnError("ERR_INTERNAL", `The proof does not verify (${cause.rule}).`, {
      facts: { rule: cause.rule },
      cause,
    });
  }
}

function bookMismatch(allocation: number, seq: number): Error {
  const facts = { allocation, seq };
  return cairnError("ERR_INTERNAL", `The items of allocation ${allocation} do not match its state ${seq}.`, { facts });
}
