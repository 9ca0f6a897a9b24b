// The two changes of an allocation that client and provider co-sign: append and remove (docs/spec/wire.md, sync). The
// provider signs what it has on disk, never more, and what each root from the state's fromRound on will have: rows,
// references, objects and the signed state are one synced batch, and the signature leaves this machine after it.

import { cairnError, sameBytes, signState, verifyStateSignature } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { emptyTree, openTree, peaksOf } from "./allocation-tree.ts";
import { capacityLeaves } from "./allocation-book.ts";
import { hexOf, keyOf } from "./book-keys.ts";
import { Change } from "./book-tables.ts";
import { putRow, rowsAt } from "./item-rows.ts";
import { rootsOf } from "./object-index.ts";
import { countReferences } from "./references.ts";
import { putSuperseded } from "./superseded-states.ts";
import { TreeGrower } from "./tree-grower.ts";
import { FANOUT, putPages } from "./tree-pages.ts";
import type { Address, AllocationState, CairnError, Domain, Signer } from "../../protocol/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { AllocationTree } from "./allocation-tree.ts";
import type { AllocationBook, OpenAllocation } from "./allocation-book.ts";
import type { AllocationRecord } from "./allocation-record.ts";
import type { BookTables } from "./book-tables.ts";
import type { DecidedRounds } from "./decided-rounds.ts";
import type { FragmentReader } from "./fragment-reader.ts";
import type { ItemRow } from "./item-rows.ts";
import type { ObjectIndex } from "./object-index.ts";
import type { RoundClock } from "./round-clock.ts";
import type { Staging } from "./staging.ts";
import type { TreeCache } from "./tree-cache.ts";

export interface ChangeParts {
  readonly tables: BookTables;
  readonly book: AllocationBook;
  readonly staging: Staging;
  readonly reader: FragmentReader;
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
    checkStaged(parts, state.allocation, items);
    const { seq } = state;
    const rows = items.map(({ root, bytes }, i): ItemRow => {
      return { ordinal: record.nextOrdinal + i, root, bytes, addedSeq: seq, removedSeq: 0 };
    });
    const grower = new TreeGrower(parts.hasher, await lastTree(parts, record));
    await grower.addAll(rows);
    const { tree, pages } = grower.end(seq);
    checkResult(state, tree);
    const change = new Change(parts.tables);
    const roots = items.map((item) => item.root);
    for (const row of rows) {
      putRow(change, parts.tables, state.allocation, row);
      parts.staging.erase(change, state.allocation, row.root);
    }
    putPages(change, parts.tables, state.allocation, record.removedSeq, pages);
    await countReferences(change, parts.tables, state.allocation, roots, 1);
    if (object !== null) await addObject(parts, change, request, object);
    const peaks = peaksOf(parts.hasher, tree);
    const next = { ...record, peaks, nextOrdinal: record.nextOrdinal + items.length };
    const signature = await commit(parts, change, allocation, next, request);
    parts.trees.put(tree);
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
    const { grower, removed } = await without(parts, record, (row) => gone.has(hexOf(row.root)));
    const { tree, pages } = grower.end(state.seq);
    checkResult(state, tree);
    const change = new Change(parts.tables);
    for (const row of removed) {
      putRow(change, parts.tables, id, { ...row, removedSeq: state.seq });
      change.put(parts.tables.removed, keyOf(id, state.seq, row.ordinal), row.root);
    }
    putPages(change, parts.tables, id, state.seq, pages);
    parts.objects.remove(change, id, object, objectParts);
    const next = { ...record, peaks: peaksOf(parts.hasher, tree), removedSeq: state.seq };
    const signature = await commit(parts, change, allocation, next, request);
    parts.trees.put(tree);
    return signature;
  });
}

/** The tree of the last signed state. */
async function lastTree({ trees, hasher }: ChangeParts, { terms, signed, removedSeq }: AllocationRecord) {
  return signed === undefined ? emptyTree(hasher, terms.id) : trees.get(terms.id, signed.state.seq, removedSeq);
}

/**
 * The tree without some of its rows, in one pass over these. What is left of the first one that goes stays as it is; items
 * to the right of it move, and their part of the tree is hashed anew: the shape wants it so (docs/spec/data.md).
 */
async function without(
  parts: ChangeParts,
  record: AllocationRecord,
  goes: (row: ItemRow) => boolean,
): Promise<{ grower: TreeGrower; removed: ItemRow[] }> {
  const base = await lastTree(parts, record);
  const removed: ItemRow[] = [];
  let grower: TreeGrower | undefined;
  let [items, kept]: [number, ItemRow[]] = [0, []];
  for await (const rows of rowsAt(parts.tables, base.allocation, base.seq)) {
    const going = rows.filter(goes);
    removed.push(...going);
    kept.push(...(going.length === 0 ? rows : rows.filter((row) => !goes(row))));
    if (grower === undefined && going.length === 0) {
      items += rows.length;
      // Those after the last full node: the tree that grows begins with it.
      kept = kept.slice(kept.length - (items % FANOUT));
      continue;
    }
    grower ??= new TreeGrower(parts.hasher, await firstItems(parts, base, items - (items % FANOUT)));
    await grower.addAll(kept);
    kept = [];
  }
  return { grower: grower ?? new TreeGrower(parts.hasher, base), removed };
}

/** The tree of the first items of another, full nodes only. Throws ERR_STORE_DAMAGED. */
async function firstItems(parts: ChangeParts, base: AllocationTree, items: number): Promise<AllocationTree> {
  const tree = await openTree(parts.tables, parts.hasher, { ...base, items });
  if (tree !== undefined) return tree;
  throw cairnError("ERR_STORE_DAMAGED", `The book's tree of allocation ${base.allocation} is not whole.`);
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
    // By the present node key: it may have been replaced since.
    if (signed !== undefined && sameState(signed.state, request.state))
      return signState(parts.domain, signed.state, parts.nodeSigner);
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

/** What the disk has lost since it was staged is to be stored again, too: it would be signed and could not be proved. */
function checkStaged({ staging, reader }: ChangeParts, allocation: number, items: Append["items"]): void {
  for (const { root, bytes } of items) {
    const staged = staging.get(allocation, root);
    if (staged?.ready === true && staged.bytes === bytes && !reader.isCorrupt(root)) continue;
    throw cairnError("ERR_FRAGMENT_NOT_STAGED", undefined, { facts: { allocation, root: hexOf(root) } });
  }
}

function checkResult(state: AllocationState, tree: AllocationTree): void {
  if (state.leaves === tree.leaves && sameBytes(state.subRoot, tree.root)) return;
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
    if (next.signed !== undefined) putSuperseded(change, parts.tables, next.signed, allocation.record.peaks.items);
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
