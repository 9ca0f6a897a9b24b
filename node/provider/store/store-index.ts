// Where each fragment is, and how much of each log is alive: a LevelDB that replaying the logs gives again (docs/spec/store.md).
// The accounts of the logs are held in memory as well; both change together, in one batch.
//
//   fragments   root 32 → log u32 │ length u32 │ offset u64 │ sequence u64 │ expires u64
//   logs        log u32 → indexed u64 │ live u64 │ payload u64 │ fragments u64 │ last sequence u64 │ pinned logs, u32 each
//   about       "store" → the id of the store; "format" → 2
//   batches     number of a batch, modulo a power of two, u32 → the number u64
//
// LevelDB writes ahead to a file and begins another one now and then, without syncing the one before. So a power loss may take older
// batches and leave newer ones. Each batch leaves its number: where one is missing the index is not what it was at any time, and
// is made again from the logs.
//
// The index may lag behind the logs (its writes are not synced), never the other way: records are durable before they are indexed.

import { decodeAccount, encodeAccount } from "./log-account.ts";
import type { AbstractBatchOperation } from "abstract-level";
import type { LogAccount } from "./log-account.ts";
import type { Database, Sublevel } from "./data-folder.ts";
import type { IndexDraft } from "./index-draft.ts";

/** Where a live fragment's record is. */
export interface Place {
  readonly log: number;
  /** Of the record's header in the log. */
  readonly offset: number;
  /** Payload bytes. */
  readonly length: number;
  readonly sequence: number;
  readonly expires: number;
}

export interface IndexEntry {
  readonly root: Uint8Array;
  readonly place: Place;
}

export interface StoreIndex {
  readonly accounts: ReadonlyMap<number, LogAccount>;
  /** The place of one root, at once: without the thread pool, where it would wait behind syncs and reads of whole fragments. */
  placeOf(root: Uint8Array): Place | undefined;
  /** The place of each root, in their order. */
  find(roots: readonly Uint8Array[]): Promise<(Place | undefined)[]>;
  /** All fragments by ascending root, as of the call. */
  entries(): AsyncGenerator<IndexEntry>;
  /** The next `count` fragments with a root above `after`. */
  entriesAfter(after: Uint8Array | undefined, count: number): Promise<IndexEntry[]>;
  /** Takes over a draft, in one batch. */
  commit(draft: IndexDraft): Promise<void>;
  /** Makes everything committed so far durable. */
  sync(): Promise<void>;
}

const BYTES = { keyEncoding: "view", valueEncoding: "view" } as const;
/** LevelDB's own option: on the disk before the promise resolves. */
const SYNCED = { ...BYTES, sync: true } as const;

interface Tables {
  readonly fragments: Sublevel;
  readonly logs: Sublevel;
  readonly about: Sublevel;
  readonly batches: Sublevel;
}

function tablesOf(database: Database): Tables {
  const table = (name: string): Sublevel => database.sublevel<Uint8Array, Uint8Array>(name, BYTES);
  return { fragments: table("fragments"), logs: table("logs"), about: table("about"), batches: table("batches") };
}

/** Whose index this is: the id of a store, or undefined if it is new. One from which a batch is missing is emptied, and is new. */
export async function indexedStore(database: Database): Promise<Uint8Array | undefined> {
  const tables = tablesOf(database);
  const store = await tables.about.get(ABOUT_STORE);
  if (store !== undefined && (await newestBatch(tables.batches)) !== undefined) return store;
  // First it is nobody's: emptying takes a while, and what a crash leaves of it is emptied again.
  if (store !== undefined) await database.batch([change(tables.about, ABOUT_STORE, undefined)], SYNCED);
  await database.clear();
  return undefined;
}

export async function openStoreIndex(database: Database, store: Uint8Array): Promise<StoreIndex> {
  const tables = tablesOf(database);
  const accounts = await bringUpToDate(database, tables, store);
  let batch = (await newestBatch(tables.batches)) ?? 0;
  const placeOf = (root: Uint8Array): Place | undefined => {
    const value = tables.fragments.getSync(root);
    return value === undefined ? undefined : decodePlace(value);
  };
  return {
    accounts,
    placeOf,
    async find(roots) {
      const [first] = roots;
      if (first !== undefined && roots.length === 1) return [placeOf(first)];
      const values = await tables.fragments.getMany([...roots]);
      return values.map((value) => (value === undefined ? undefined : decodePlace(value)));
    },
    async *entries() {
      for await (const [root, value] of tables.fragments.iterator())
        yield { root: new Uint8Array(root), place: decodePlace(value) };
    },
    async entriesAfter(after, count) {
      const range = after === undefined ? { limit: count } : { gt: after, limit: count };
      const found = await tables.fragments.iterator(range).all();
      return found.map(([root, value]) => ({ root: new Uint8Array(root), place: decodePlace(value) }));
    },
    async commit(draft) {
      batch += 1;
      await database.batch([...operationsOf(draft, tables), change(tables.batches, batchKey(batch), u64(batch))]);
      for (const [log, account] of draft.accounts) {
        if (account === undefined) accounts.delete(log);
        else accounts.set(log, account);
      }
    },
    async sync() {
      // LevelDB syncs all that was written before along with it.
      await database.batch([change(tables.about, ABOUT_STORE, store)], SYNCED);
    },
  };
}

const ABOUT_STORE = Buffer.from("store");

function operationsOf(draft: IndexDraft, { fragments, logs }: Tables): Operation[] {
  return [
    ...draft.places.map(({ root, place }) => change(fragments, root, place && encodePlace(place))),
    ...[...draft.accounts].map(([log, account]) => change(logs, logKey(log), account && encodeAccount(account))),
  ];
}

type Operation = AbstractBatchOperation<Database, Uint8Array, Uint8Array>;

function change(sublevel: Sublevel, key: Uint8Array, value: Uint8Array | undefined): Operation {
  return value === undefined ? { type: "del", sublevel, key } : { type: "put", sublevel, key, value };
}

const ABOUT_FORMAT = Buffer.from("format");
const FORMAT = 2;

/** Version 1 had other accounts, and no format. */
async function bringUpToDate(
  database: Database,
  { logs, about }: Tables,
  store: Uint8Array,
): Promise<Map<number, LogAccount>> {
  const format = (await about.get(ABOUT_FORMAT))?.[0] ?? 1;
  const accounts = new Map<number, LogAccount>();
  for await (const [key, value] of logs.iterator())
    accounts.set(logOf(key), decodeAccount(value, format === 1 ? 1 : 2));
  const rewritten =
    format === FORMAT ? [] : [...accounts].map(([log, account]) => change(logs, logKey(log), encodeAccount(account)));
  await database.batch([
    ...rewritten,
    change(about, ABOUT_STORE, store),
    change(about, ABOUT_FORMAT, Uint8Array.of(FORMAT)),
  ]);
  return accounts;
}

/** Numbers of batches that are kept: more than LevelDB can have begun before it has made an older file durable. */
const BATCHES_KEPT = 8192;

/** The number of the last batch, 0 if there is none; undefined if one of those before it is missing. */
async function newestBatch(batches: Sublevel): Promise<number | undefined> {
  const kept = new Set<number>();
  for await (const value of batches.values()) kept.add(numberOf(value));
  let newest = 0;
  for (const number of kept) newest = Math.max(newest, number);
  return kept.size === Math.min(newest, BATCHES_KEPT) && consecutive(kept, newest) ? newest : undefined;
}

function consecutive(kept: ReadonlySet<number>, newest: number): boolean {
  for (let number = newest - kept.size + 1; number <= newest; number += 1) if (!kept.has(number)) return false;
  return true;
}

function batchKey(batch: number): Uint8Array {
  return logKey(batch % BATCHES_KEPT);
}

function u64(number: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number));
  return bytes;
}

function numberOf(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0));
}

function logKey(log: number): Uint8Array {
  const key = new Uint8Array(4);
  new DataView(key.buffer).setUint32(0, log);
  return key;
}

function logOf(key: Uint8Array): number {
  return new DataView(key.buffer, key.byteOffset, key.byteLength).getUint32(0);
}

const PLACE_BYTES = 32;

function encodePlace(place: Place): Uint8Array {
  const bytes = new Uint8Array(PLACE_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, place.log);
  view.setUint32(4, place.length);
  view.setBigUint64(8, BigInt(place.offset));
  view.setBigUint64(16, BigInt(place.sequence));
  view.setBigUint64(24, BigInt(place.expires));
  return bytes;
}

/** Decoding is part of every read: a view for each value would cost as much as looking it up. */
const decoded = new DataView(new ArrayBuffer(PLACE_BYTES));
const decodedBytes = new Uint8Array(decoded.buffer);

/**
 * A class only for what V8 makes of it: objects written as literals it puts among the old ones, once it has seen some live on, and
 * what reads leave there makes it mark all its memory half as often again (docs/decisions/0029-reads-and-memory.md).
 */
class DecodedPlace implements Place {
  readonly log = decoded.getUint32(0);
  readonly length = decoded.getUint32(4);
  readonly offset = decodedNumber(8);
  readonly sequence = decodedNumber(16);
  readonly expires = decodedNumber(24);
}

function decodePlace(bytes: Uint8Array): Place {
  decodedBytes.set(bytes);
  return new DecodedPlace();
}

/** A u64 that is a safe integer, as all of them are that were written. */
function decodedNumber(at: number): number {
  return decoded.getUint32(at) * 2 ** 32 + decoded.getUint32(at + 4);
}
