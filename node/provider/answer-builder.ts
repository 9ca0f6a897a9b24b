// Builds the answer to a dispute, and checks it as the market would. All that a dispute is about was fixed when it was opened:
//
//   inclusion    the snapshot of its root has the state        → the way to it
//                … has a later state of the allocation         → that one, with its client's signature, and the way to it
//                … has none: all was taken out at some time    → a later state without leaves, with its client's signature
//   state-leaf   the state is the last one                     → the leaf, and the way to it from the state's root
//                there is a later one                          → that one, with its client's signature: the leaf need not be there
//   root-leaf    the snapshot of its root                      → the leaf, and the way to it
//
// docs/spec/chain.md says what the market takes, docs/spec/data.md how the ways are written.

import { cairnError } from "../../protocol/index.ts";
import {
  encodePositionInAllocation,
  encodeSample,
  ProofError,
  proveInclusion,
  verifyInclusion,
  verifyPosition,
  verifyPositionInAllocation,
} from "../../proofs/index.ts";
import { placeOf } from "./allocation-tree.ts";
import { sameBytes } from "./book-keys.ts";
import { buildSample } from "./proof-builder.ts";
import { indexIn } from "./snapshot-shelf.ts";
import { supersededState } from "./superseded-states.ts";
import type { ClientSignedState, DisputeRecord } from "../../contracts/index.ts";
import type { AllocationItem } from "../../proofs/index.ts";
import type { CairnError, SignedState } from "../../protocol/index.ts";
import type { AllocationRecord } from "./allocation-record.ts";
import type { ProofParts } from "./proof-builder.ts";
import type { Snapshot, SnapshotShelf } from "./snapshot-shelf.ts";

export interface AnswerParts {
  readonly proofs: ProofParts;
  readonly shelf: SnapshotShelf;
}

/** What was asked for, or a later state in its place. */
export type Answer =
  | { readonly kind: "proof"; readonly proof: Uint8Array }
  | { readonly kind: "later"; readonly later: ClientSignedState & { readonly proof: Uint8Array } };

/**
 * The answer, verified. Throws ERR_FRAGMENT_CORRUPT naming the fragment if the disk cannot give the leaf, ERR_STORE_DAMAGED if the book
 * lacks what this provider has signed or committed, ERR_INTERNAL if the book contradicts itself.
 */
export async function buildAnswer(parts: AnswerParts, dispute: DisputeRecord): Promise<Answer> {
  try {
    if (dispute.kind === "inclusion") return await inclusion(parts, dispute);
    if (dispute.kind === "state-leaf") return await stateLeaf(parts, dispute);
    return await rootLeaf(parts, dispute);
  } catch (cause) {
    if (!(cause instanceof ProofError)) throw cause;
    const facts = { dispute: dispute.id, rule: cause.rule };
    throw cairnError("ERR_INTERNAL", `The answer does not verify (${cause.rule}).`, { facts, cause });
  }
}

async function inclusion(parts: AnswerParts, dispute: DisputeRecord): Promise<Answer> {
  const { proofs } = parts;
  const { allocation, seq } = dispute;
  const snapshot = snapshotOf(parts, dispute);
  const index = indexIn(snapshot, allocation);
  const item = index === undefined ? undefined : (snapshot.allocations[index] as AllocationItem);
  if (index === undefined || item === undefined || item.seq < seq) return withoutLeaves(parts, dispute);
  const { root, leaves } = snapshot;
  const proof = proveInclusion(snapshot.tree, index);
  verifyInclusion(proofs.hasher, { root, leaves, item }, proof);
  if (item.seq > seq) return later(await signedState(proofs, allocation, item.seq, dispute), proof);
  if (sameBytes(item.subRoot, dispute.subRoot) && item.leaves === dispute.subLeaves) return { kind: "proof", proof };
  throw lacking(dispute, `state ${seq} of allocation ${allocation} is another one in the book`);
}

/** Where the allocation is under no root because it was empty when the root was made: whatever empty state came later says so. */
function withoutLeaves({ proofs }: AnswerParts, dispute: DisputeRecord): Answer {
  const { allocation, seq } = dispute;
  const emptied = proofs.book.get(allocation)?.record.emptied;
  if (emptied !== undefined && emptied.state.seq > seq) return later(emptied, new Uint8Array(0));
  throw lacking(
    dispute,
    `the root that was committed has neither state ${seq} of allocation ${allocation} nor a later one`,
  );
}

async function stateLeaf({ proofs }: AnswerParts, dispute: DisputeRecord): Promise<Answer> {
  const { allocation, seq } = dispute;
  const record = proofs.book.get(allocation)?.record;
  const signed = record?.signed;
  if (record === undefined || signed === undefined || signed.state.seq < seq)
    throw lacking(dispute, `the book does not have state ${seq} of allocation ${allocation}`);
  if (signed.state.seq > seq) return later(signed, new Uint8Array(0));
  return { kind: "proof", proof: await leafOfState(proofs, record, dispute) };
}

async function leafOfState(proofs: ProofParts, record: AllocationRecord, dispute: DisputeRecord): Promise<Uint8Array> {
  const { tables, hasher, trees, reader } = proofs;
  const { allocation, seq, position, subRoot, subLeaves } = dispute;
  const tree = await trees.get(allocation, seq, record.removedSeq);
  const { row, leaf: index, steps: subSteps } = await placeOf(tables, hasher, tree, position);
  const { bytes: fragmentBytes, path, leaf } = await reader.leaf(row.root, index);
  const proof = encodePositionInAllocation({ subSteps, fragmentBytes, leaf, path }, tree.leaves, position);
  verifyPositionInAllocation(hasher, { root: subRoot, leaves: subLeaves, position }, proof);
  return proof;
}

async function rootLeaf(parts: AnswerParts, dispute: DisputeRecord): Promise<Answer> {
  const { proofs } = parts;
  const { position } = dispute;
  const snapshot = snapshotOf(parts, dispute);
  const { root, leaves } = snapshot;
  const { sample } = await buildSample(proofs, snapshot, position, undefined);
  const proof = encodeSample(sample, leaves, [position]);
  verifyPosition(proofs.hasher, { root, leaves, position }, proof);
  return { kind: "proof", proof };
}

function snapshotOf({ shelf }: AnswerParts, dispute: DisputeRecord): Snapshot {
  const snapshot = shelf.get(dispute.root);
  if (snapshot !== undefined && snapshot.leaves === dispute.leaves) return snapshot;
  throw lacking(dispute, "the book has no snapshot of the disputed root");
}

/** A state as it is in a snapshot: the last one of its allocation, or one that was kept when it was replaced. */
async function signedState(
  { tables, book }: ProofParts,
  allocation: number,
  seq: number,
  dispute: DisputeRecord,
): Promise<SignedState> {
  const last = book.get(allocation)?.record.signed;
  const signed = last?.state.seq === seq ? last : (await supersededState(tables, allocation, seq))?.signed;
  if (signed !== undefined) return signed;
  throw lacking(dispute, `the signatures of state ${seq} of allocation ${allocation} are not in the book`);
}

function later({ state, clientSignature }: SignedState, proof: Uint8Array): Answer {
  return { kind: "later", later: { state, clientSignature, proof } };
}

function lacking({ id, kind }: DisputeRecord, what: string): CairnError {
  return cairnError("ERR_STORE_DAMAGED", `Dispute ${id} (${kind}) cannot be answered: ${what}.`, {
    facts: { dispute: id, kind },
  });
}
