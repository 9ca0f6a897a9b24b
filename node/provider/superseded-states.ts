// Signed states that a later one has replaced and that a kept snapshot still has: a challenger may bring a state older than
// that, and then the answer is the one in the snapshot, with its client's signature.
//
//   key   allocation u64 ‖ seq u64        value   the signed state and how many items it has, CBOR
//
// Pages of the allocation's tree that only such states need go when these do.

import { decode, encode } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { keyOf, LAST_NUMBER, numberAt } from "./book-keys.ts";
import { Change } from "./book-tables.ts";
import { dropStalePages, erasePages } from "./tree-pages.ts";
import type { SignedState } from "../../protocol/index.ts";
import type { AllocationBook } from "./allocation-book.ts";
import type { BookTables } from "./book-tables.ts";
import type { SnapshotShelf } from "./snapshot-shelf.ts";

/** Two signatures of 65 bytes and a state of 56, with their keys. */
const MAX_STATE_BYTES = 1024;

export interface SupersededState {
  readonly signed: SignedState;
  /** Undefined if it was kept by a version that did not note it. */
  readonly items: number | undefined;
}

/** Keeps a state that is about to be replaced, and the number of items of its tree. */
export function putSuperseded(change: Change, tables: BookTables, signed: SignedState, items: number): void {
  const { allocation, seq } = signed.state;
  const value = encode({ v: 2, ...signed, state: { ...signed.state }, items });
  change.put(tables.states, keyOf(allocation, seq), value);
}

/** The signed state `seq` of the allocation, if it is kept here. */
export async function supersededState(
  tables: BookTables,
  allocation: number,
  seq: number,
): Promise<SupersededState | undefined> {
  const value = await tables.states.get(keyOf(allocation, seq));
  if (value === undefined) return undefined;
  const { state, clientSignature, providerSignature, items } = decode(value, MAX_STATE_BYTES) as StoredState;
  return { signed: { state, clientSignature, providerSignature }, items };
}

/** As written: version 1 had no number of items. */
type StoredState = SignedState & { readonly items?: number };

/** Drops those that are in no kept snapshot, and the pages that no other state needs. Returns how many states. */
export async function dropSuperseded(
  tables: BookTables,
  book: AllocationBook,
  shelf: SnapshotShelf,
  signal?: AbortSignal,
): Promise<number> {
  let dropped = 0;
  for (let from: Uint8Array | undefined = keyOf(0, 0); from !== undefined;) {
    signal?.throwIfAborted();
    const keys: Uint8Array[] = await tables.states.keys({ gt: from, limit: PROVIDER.dropsAtOnce }).all();
    const change = new Change(tables);
    for (const key of keys) {
      const [allocation, seq] = [numberAt(key, 0), numberAt(key, 8)];
      // A state that is the last one to everybody else may still come into a snapshot: its successor is being written.
      const isOld = seq < (book.get(allocation)?.record.signed?.state.seq ?? LAST_NUMBER);
      if (!isOld || shelf.has(allocation, seq)) continue;
      change.del(tables.states, key);
      dropped++;
    }
    await change.commit();
    from = keys.length === PROVIDER.dropsAtOnce ? keys.at(-1) : undefined;
  }
  await dropStalePages(tables, (allocation) => {
    const last = book.get(allocation)?.record.signed?.state.seq ?? 0;
    return Math.min(shelf.oldestSeq(allocation) ?? last, last);
  });
  return dropped;
}

/** Takes all of an allocation out of the book, and its pages, as a part of `change`; a bounded number, so call it until it returns 0. */
export async function eraseSuperseded(change: Change, tables: BookTables, allocation: number): Promise<number> {
  const range = { gte: keyOf(allocation, 0), lte: keyOf(allocation, LAST_NUMBER), limit: PROVIDER.dropsAtOnce };
  const keys: Uint8Array[] = await tables.states.keys(range).all();
  for (const key of keys) change.del(tables.states, key);
  return keys.length + (await erasePages(change, tables, allocation));
}
