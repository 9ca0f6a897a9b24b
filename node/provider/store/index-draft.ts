// Changes to the index before they are committed. Writing and replaying both go through `apply`, so that what is counted while
// the store runs and what a rebuild counts cannot differ.

import { payloadBytesOf, recordBytes, TOMBSTONE_BYTES } from "./log-record.ts";
import { emptyAccount, withPins } from "./log-account.ts";
import { keyOf } from "./root-key.ts";
import type { LogAccount } from "./log-account.ts";
import type { FragmentRecord, LogRecord, TombstoneRecord } from "./log-record.ts";
import type { Place, StoreIndex } from "./store-index.ts";

export class IndexDraft {
  readonly #base: ReadonlyMap<number, LogAccount>;
  readonly #found: ReadonlyMap<string, Place | undefined>;
  readonly #places = new Map<string, { readonly root: Uint8Array; readonly place: Place | undefined }>();
  readonly #accounts = new Map<number, LogAccount | undefined>();

  private constructor(base: ReadonlyMap<number, LogAccount>, found: ReadonlyMap<string, Place | undefined>) {
    this.#base = base;
    this.#found = found;
  }

  /** A draft that may change these roots, and no others. */
  static async of(index: StoreIndex, roots: readonly Uint8Array[]): Promise<IndexDraft> {
    const unique = [...new Map(roots.map((root) => [keyOf(root), root]))];
    const places = await index.find(unique.map(([, root]) => root));
    return new IndexDraft(index.accounts, new Map(unique.map(([key], at) => [key, places[at]])));
  }

  /** Changed entries: a new place, or none any more. */
  get places(): { readonly root: Uint8Array; readonly place: Place | undefined }[] {
    return [...this.#places.values()];
  }

  /** Changed accounts; undefined for a log that is gone. */
  get accounts(): ReadonlyMap<number, LogAccount | undefined> {
    return this.#accounts;
  }

  /** Where the fragment is with this draft's changes; `drafted` if it is they that say so. */
  find(root: Uint8Array): { readonly place: Place | undefined; readonly drafted: boolean } {
    const key = keyOf(root);
    const change = this.#places.get(key);
    if (change !== undefined) return { place: change.place, drafted: true };
    return { place: this.#found.get(key), drafted: false };
  }

  account(log: number): LogAccount | undefined {
    return this.#accounts.has(log) ? this.#accounts.get(log) : this.#base.get(log);
  }

  begin(log: number, lastSequence: number): void {
    this.#accounts.set(log, emptyAccount(lastSequence));
  }

  /** Counts the next record of a log. Records are applied by ascending sequence. */
  apply(log: number, offset: number, record: LogRecord): void {
    if (record.kind === "fragment") this.place(log, offset, record);
    else this.bury(log, record);
    const tombstones = record.kind === "tombstone" ? TOMBSTONE_BYTES : 0;
    const { sequence } = record;
    this.advance(log, { indexed: offset + recordBytes(payloadBytesOf(record)), sequence, tombstones });
  }

  /** The log is in the index up to `indexed`, with `tombstones` bytes of them more than before. */
  advance(log: number, to: { readonly indexed: number; readonly sequence: number; readonly tombstones: number }): void {
    this.#change(log, (account) => ({
      ...account,
      indexed: to.indexed,
      lastSequence: Math.max(account.lastSequence, to.sequence),
      tombstones: account.tombstones + to.tombstones,
    }));
  }

  /** Forgets a log whose file is gone. What pinned it now pins what it pinned. */
  drop(log: number): void {
    const inherited = [...(this.account(log)?.pins ?? [])];
    for (const other of new Set([...this.#base.keys(), ...this.#accounts.keys()])) {
      const account = this.account(other);
      if (other === log || !account?.pins.has(log)) continue;
      const pins = new Set([...account.pins, ...inherited].filter((pinned) => pinned !== log && pinned !== other));
      this.#accounts.set(other, { ...account, pins });
    }
    this.#accounts.set(log, undefined);
  }

  /** Takes a fragment's record for its place, unless a newer one is known. Once or many times, it is the same. */
  place(log: number, offset: number, record: FragmentRecord): void {
    const { root, length, sequence, expires } = record;
    const old = this.find(root).place;
    if (old !== undefined && old.sequence >= sequence) return this.#pin(old.log, log);
    if (old !== undefined) this.#kill(log, old);
    this.#places.set(keyOf(root), { root, place: { log, offset, length, sequence, expires } });
    this.#change(log, (account) => counted(account, length, 1));
  }

  /** Removes what a tombstone removes of the places known so far. Once or many times, it is the same. */
  bury(log: number, record: TombstoneRecord): void {
    this.#pin(log, record.targetLog);
    const old = this.find(record.root).place;
    if (old === undefined || old.sequence > record.until) return;
    this.#kill(log, old);
    this.#places.set(keyOf(record.root), { root: record.root, place: undefined });
  }

  #kill(log: number, old: Place): void {
    this.#change(old.log, (account) => counted(account, old.length, -1));
    this.#pin(log, old.log);
  }

  #pin(log: number, pinned: number): void {
    if (log === pinned || this.account(pinned) === undefined) return;
    this.#change(log, (account) => withPins(account, [pinned]));
  }

  #change(log: number, change: (account: LogAccount) => LogAccount): void {
    const account = this.account(log);
    if (account !== undefined) this.#accounts.set(log, change(account));
  }
}

function counted(account: LogAccount, length: number, sign: 1 | -1): LogAccount {
  return {
    ...account,
    live: account.live + sign * recordBytes(length),
    payload: account.payload + sign * length,
    fragments: account.fragments + sign,
  };
}
