// The two changes of an allocation that client and provider co-sign: append and remove (docs/spec/wire.md, sync). The
// provider signs what it has on disk, never more, and what each root from the state's fromRound on will have: rows,
// references, objects and the signed state are one synced batch, and the signature leaves this machine after it.

import { setImmediate as nextTurn } from "node:timers/promises";
import { cairnError, sameBytes, signState, verifyStateSignature } from "../../protocol/index.ts";
import { appendItem, peaksRoot } from "../../proofs/index.ts";
import { PROVIDER } from "../limits.ts";
import { buildTree, itemOf, peaksOf } from "./allocation-tree.ts";
import { capacityLeaves } from "./allocation-book.ts";
import { hexOf, keyOf } from "./book-keys.ts";
import { Change } from "./book-tables.ts";
import { putRow, rowsAt } from "./item-rows.ts";
import { rootsOf } from "./object-index.ts";
import { countReferences } from "./references.ts";
import { putSuperseded } from "./superseded-states.ts";
import type { Address, AllocationState, CairnError, Domain, Signer } from "../../protocol/index.ts";
import type { Hasher, Peaks } from "../../proofs/index.ts";
import type { AllocationBook, OpenAllocation } from "./allocation-book.ts";
import type { AllocationRecord } from "./allocation-record.ts";
import type { BookTables } from "./book-tables.ts";
import type { DecidedRounds } from "./decided-rounds.ts";
import type { ItemRow } from "./item-rows.ts";
import type { ObjectIndex } from "./object-index.ts";
import type { RoundClock } from "./round-clock.ts";
import type { Staging } from "./staging.ts";
import type { TreeCache } from "./tree-cache.ts";

export interface ChangeParts {
  readonly tables: BookTables;
  readonly book: AllocationBook;
  readonly staging: Staging;
  readonly objects: ObjectIndex;
  readonly trees: TreeCache;
  readonly clock: RoundClock;
  readonly decided: DecidedRounds;
  readonly hasher: Hasher;
  readonly domain: Domain;
  readonly nodeSigner: Signer;
}

export interface Proposal {
  readonly state: AllocationState;
  readonly clientSignature: Uint8Array;
}

export interface Append extends Proposal {
  readonly items: readonly { readonly root: Uint8Array; readonly bytes: number }[];
  readonly object: { readonly id: Uint8Array; readonly manifest: Uint8Array } | null;
}

export interface Removal extends Proposal {
  readonly object: Uint8Array;
}

/**
 * Makes staged fragments part of the allocation and returns the provider's signature. Repeated, it returns the same one.
 * Throws ERR_STATE_CONFLICT, ERR_STATE_FORGED, ERR_FRAGMENT_NOT_STAGED, ERR_ALLOCATION_FULL, ERR_ALLOCATION_EXPIRED, ERR_MANIFEST_*.
 */
export function append(parts: ChangeParts, client: Address, request: Append): Promise<Uint8Array> {
  return inTurn(parts, client, request, async (allocation) => {
    const { record } = allocation;
    const { state, items, object } = request;
    checkStaged(parts.staging, state.allocation, items);
    const peaks = await grown(parts.hasher, record.peaks, items);
    checkResult(state, peaksRoot(parts.hasher, peaks));
    const change = new Change(parts.tables);
    const roots = items.map((item) => item.root);
    items.forEach(({ root, bytes }, i) => {
      const row = { ordinal: record.nextOrdinal + i, root, bytes, addedSeq: state.seq, removedSeq: 0 };
      putRow(change, parts.tables, state.allocation, row);
      parts.staging.erase(change, state.allocation, root);
    });
    await countReferences(change, parts.tables, state.allocation, roots, 1);
    if (object !== null) await addObject(parts, change, request, object);
    const next = { ...record, peaks, nextOrdinal: record.nextOrdinal + items.length };
    const signature = await commit(parts, change, allocation, next, request);
    parts.staging.forget(state.allocation, roots);
    return signature;
  });
}

/**
 * Takes every item of an object out of the allocation and returns the provider's signature. Repeated, it returns the same one.
 * Throws ERR_OBJECT_NOT_FOUND and the errors of {@link append}.
 */
export function remove(parts: ChangeParts, client: Address, request: Removal): Promise<Uint8Array> {
  return inTurn(parts, client, request, async (allocation) => {
    const { record } = allocation;
    const { state, object } = request;
    const id = state.allocation;
    const entry = await parts.objects.get(id, object);
    if (entry === undefined) throw cairnError("ERR_OBJECT_NOT_FOUND", "The allocation holds no such object.");
    const objectParts = await parts.objects.parts(object, entry.manifest.root);
    const gone = rootsOf(objectParts).add(hexOf(entry.manifest.root));
    const keep = (row: ItemRow): boolean => !gone.has(hexOf(row.root));
    const tree = await buildTree(parts.tables, parts.hasher, id, state.seq - 1, { keep });
    checkResult(state, { hash: tree.root, leaves: tree.leaves });
    const peaks = await peaksOf(parts.tables, parts.hasher, tree, keep);
    const change = new Change(parts.tables);
    for await (const rows of rowsAt(parts.tables, id, state.seq - 1)) {
      for (const row of rows.filter((row) => !keep(row))) {
        putRow(change, parts.tables, id, { ...row, removedSeq: state.seq });
        change.put(parts.tables.removed, keyOf(id, state.seq, row.ordinal), row.root);
      }
    }
    parts.objects.remove(change, id, object, objectParts);
    const signature = await commit(parts, change, allocation, { ...record, peaks, removedSeq: state.seq }, request);
    parts.trees.put({ ...tree, seq: state.seq });
    return signature;
  });
}

/** One change of the allocation at a time; what both have signed already is answered again. */
async function inTurn(
  parts: ChangeParts,
  client: Address,
  request: Proposal,
  work: (allocation: OpenAllocation) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const allocation = await parts.book.of(client, request.state.allocation);
  return allocation.queue.run(async () => {
    const { signed, terms } = allocation.record;
    if (signed !== undefined && sameState(signed.state, request.state)) return signed.providerSignature;
    await parts.book.live(client, terms.id);
    await checkProposal(parts, allocation, request);
    return work(allocation);
  });
}

/** The cheap checks first: order, rounds, room, then the signature. */
async function checkProposal(parts: ChangeParts, allocation: OpenAllocation, request: Proposal): Promise<void> {
  const { state, clientSignature } = request;
  const { signed, terms } = allocation.record;
  const expected = (signed?.state.seq ?? 0) + 1;
  const facts = { allocation: terms.id, seq: state.seq, expected };
  if (state.seq !== expected) throw cairnError("ERR_STATE_CONFLICT", undefined, { facts });
  const round = await parts.clock.round();
  if (state.fromRound < round || state.fromRound > round + PROVIDER.roundsAhead) {
    const what = `The state is for round ${state.fromRound}, and this is round ${round}.`;
    throw cairnError("ERR_STATE_CONFLICT", what, { facts: { ...facts, fromRound: state.fromRound, round } });
  }
  parts.decided.check(state);
  if (state.leaves > capacityLeaves(terms)) await parts.book.refresh(allocation);
  const room = capacityLeaves(allocation.record.terms);
  if (state.leaves > room) throw cairnError("ERR_ALLOCATION_FULL", undefined, { facts: { ...facts, room } });
  verifyStateSignature(parts.domain, state, clientSignature, terms.client);
}

function checkStaged(staging: Staging, allocation: number, items: Append["items"]): void {
  for (const { root, bytes } of items) {
    const staged = staging.get(allocation, root);
    if (staged?.ready === true && staged.bytes === bytes) continue;
    throw cairnError("ERR_FRAGMENT_NOT_STAGED", undefined, { facts: { allocation, root: hexOf(root) } });
  }
}

async function grown(hasher: Hasher, peaks: Peaks, items: Append["items"]): Promise<Peaks> {
  let next = peaks;
  for (const [i, item] of items.entries()) {
    next = appendItem(hasher, next, itemOf(item));
    if (i % PROVIDER.itemsPerTurn === PROVIDER.itemsPerTurn - 1) await nextTurn();
  }
  return next;
}

function checkResult(state: AllocationState, tree: { readonly hash: Uint8Array; readonly leaves: number }): void {
  if (state.leaves === tree.leaves && sameBytes(state.subRoot, tree.hash)) return;
  const what = `State ${state.seq} of allocation ${state.allocation} does not match its items.`;
  throw cairnError("ERR_STATE_FORGED", what, { facts: { allocation: state.allocation, seq: state.seq } });
}

async function addObject(
  parts: ChangeParts,
  change: Change,
  { state, items }: Append,
  object: NonNullable<Append["object"]>,
): Promise<void> {
  const last = items.at(-1);
  if (last === undefined || !sameBytes(last.root, object.manifest)) throw manifestNotLast();
  const { allocation } = state;
  const manifest = { root: last.root, bytes: last.bytes };
  const added = items.map((item) => item.root);
  await parts.objects.add(change, {
    digest: object.id,
    manifest,
    allocation,
    added,
    others: parts.book.siblings(allocation),
  });
}

async function commit(
  parts: ChangeParts,
  change: Change,
  allocation: OpenAllocation,
  next: AllocationRecord,
  { state, clientSignature }: Proposal,
): Promise<Uint8Array> {
  return parts.decided.sign(state, async () => {
    const providerSignature = signState(parts.domain, state, parts.nodeSigner);
    const signed = { state, clientSignature, providerSignature };
    if (next.signed !== undefined) putSuperseded(change, parts.tables, next.signed);
    // The chain's terms may have come in since the change began.
    const { terms } = allocation.record;
    const record = { ...next, terms, signed, emptied: state.leaves === 0 ? signed : next.emptied };
    parts.book.putRecord(change, record);
    await change.commit();
    allocation.record = { ...record, terms: allocation.record.terms };
    allocation.written = true;
    return providerSignature;
  });
}

function sameState(a: AllocationState, b: AllocationState): boolean {
  const sameNumbers = a.allocation === b.allocation && a.seq === b.seq && a.leaves === b.leaves;
  return sameNumbers && a.fromRound === b.fromRound && sameBytes(a.subRoot, b.subRoot);
}

function manifestNotLast(): CairnError {
  return cairnError("ERR_MESSAGE_INVALID", "The manifest of the object is not the last item of the append.");
}
