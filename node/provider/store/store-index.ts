// Where each fragment is, and how much of each log is alive: a LevelDB that replaying the logs gives again (docs/spec/store.md).
// The accounts of the logs are held in memory as well; both change together, in one batch.
//
//   fragments   root 32 → log u32 │ length u32 │ offset u64 │ sequence u64 │ expires u64
//   logs        log u32 → indexed u64 │ live u64 │ payload u64 │ fragments u64 │ last sequence u64 │ pinned logs, u32 each
//   about       "store" → the id of the store
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

export interface StoreIndex {
  readonly accounts: ReadonlyMap<number, LogAccount>;
  /** The place of each root, in their order. */
  find(roots: readonly Uint8Array[]): Promise<(Place | undefined)[]>;
  /** All fragments by ascending root, as of the call. */
  entries(): AsyncGenerator<{ readonly root: Uint8Array; readonly place: Place }>;
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
}

function tablesOf(database: Database): Tables {
  const table = (name: string): Sublevel => database.sublevel<Uint8Array, Uint8Array>(name, BYTES);
  return { fragments: table("fragments"), logs: table("logs"), about: table("about") };
}

/** Whose index this is: the id of a store, or undefined if it is new. */
export async function indexedStore(database: Database): Promise<Uint8Array | undefined> {
  return tablesOf(database).about.get(ABOUT_STORE);
}

export async function openStoreIndex(database: Database, store: Uint8Array): Promise<StoreIndex> {
  const tables = tablesOf(database);
  const accounts = await readAccounts(tables.logs);
  await tables.about.put(ABOUT_STORE, store);
  return {
    accounts,
    async find(roots) {
      const values = await tables.fragments.getMany([...roots]);
      return values.map((value) => (value === undefined ? undefined : decodePlace(value)));
    },
    async *entries() {
      for await (const [root, value] of tables.fragments.iterator())
        yield { root: new Uint8Array(root), place: decodePlace(value) };
    },
    async commit(draft) {
      await database.batch(operationsOf(draft, tables));
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

async function readAccounts(logs: Sublevel): Promise<Map<number, LogAccount>> {
  const accounts = new Map<number, LogAccount>();
  for await (const [key, value] of logs.iterator()) accounts.set(logOf(key), decodeAccount(value));
  return accounts;
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

function decodePlace(bytes: Uint8Array): Place {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    log: view.getUint32(0),
    length: view.getUint32(4),
    offset: Number(view.getBigUint64(8)),
    sequence: Number(view.getBigUint64(16)),
    expires: Number(view.getBigUint64(24)),
  };
}
