// Signed states that a later one has replaced and that a kept snapshot still has: a challenger may bring a state older than
// that, and then the answer is the one in the snapshot, with its client's signature.
//
//   key   allocation u64 ‖ seq u64        value   the signed state, CBOR

import { decode, encode } from "../../protocol/index.ts";
import { PROVIDER } from "../limits.ts";
import { keyOf, LAST_NUMBER, numberAt } from "./book-keys.ts";
import { Change } from "./book-tables.ts";
import type { SignedState } from "../../protocol/index.ts";
import type { AllocationBook } from "./allocation-book.ts";
import type { BookTables } from "./book-tables.ts";
import type { SnapshotShelf } from "./snapshot-shelf.ts";

/** Two signatures of 65 bytes and a state of 56, with their keys. */
const MAX_STATE_BYTES = 1024;

/** Keeps a state that is about to be replaced. */
export function putSuperseded(change: Change, tables: BookTables, signed: SignedState): void {
  const { allocation, seq } = signed.state;
  change.put(tables.states, keyOf(allocation, seq), encode({ v: 1, ...signed, state: { ...signed.state } }));
}

/** The signed state `seq` of the allocation, if it is kept here. */
export async function supersededState(
  tables: BookTables,
  allocation: number,
  seq: number,
): Promise<SignedState | undefined> {
  const value = await tables.states.get(keyOf(allocation, seq));
  if (value === undefined) return undefined;
  const { state, clientSignature, providerSignature } = decode(value, MAX_STATE_BYTES) as SignedState;
  return { state, clientSignature, providerSignature };
}

/** Drops those that are in no kept snapshot. Returns how many. */
export async function dropSuperseded(tables: BookTables, book: AllocationBook, shelf: SnapshotShelf): Promise<number> {
  let dropped = 0;
  for (let from: Uint8Array | undefined = keyOf(0, 0); from !== undefined;) {
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
  return dropped;
}

/** Takes all of an allocation out of the book, as a part of `change`; a bounded number, so call it until it returns 0. */
export async function eraseSuperseded(change: Change, tables: BookTables, allocation: number): Promise<number> {
  const range = { gte: keyOf(allocation, 0), lte: keyOf(allocation, LAST_NUMBER), limit: PROVIDER.dropsAtOnce };
  const keys: Uint8Array[] = await tables.states.keys(range).all();
  for (const key of keys) change.del(tables.states, key);
  return keys.length;
}
