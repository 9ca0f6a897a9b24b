// Staged fragments: stored, durable, and not yet in a signed state. Each has an expiry, written to the book before the
// fragment itself, so that no crash leaves bytes in the store that nobody accounts for.

import { CairnError, cairnError } from "../../protocol/index.ts";
import { leafCount } from "../../proofs/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { bytesAt, hexOf, keyOf, numberAt } from "./book-keys.ts";
import { Change } from "./book-tables.ts";
import type { BookTables } from "./book-tables.ts";

export interface StagedFragment {
  readonly allocation: number;
  readonly root: Uint8Array;
  readonly bytes: number;
  /** What it takes of the allocation's room: nothing if it only replaces a corrupt fragment that is in the allocation. */
  readonly leaves: number;
  /** Milliseconds since 1970. */
  expires: number;
  /** The fragment is in the store. */
  ready: boolean;
  /** Requests that write it now: while there are any, it does not expire. */
  writers: number;
}

export class Staging {
  readonly #tables: BookTables;
  readonly #byAllocation = new Map<number, Map<string, StagedFragment>>();
  readonly #leaves = new Map<number, number>();
  // How many allocations have staged a root: asked before a fragment is deleted.
  readonly #roots = new Map<string, number>();
  #count = 0;

  constructor(tables: BookTables) {
    this.#tables = tables;
  }

  /** Takes back what was staged before a restart. `isStored` tells which fragments the store has. */
  async load(isStored: (root: Uint8Array) => Promise<boolean>): Promise<void> {
    for await (const [key, value] of this.#tables.staged.iterator()) {
      const root = bytesAt(key, 8, 40);
      const ready = await isStored(root);
      const bytes = numberAt(value, 0);
      const fragment = { bytes, leaves: leafCount(bytes), expires: numberAt(value, 8), ready, writers: 0 };
      this.#add({ allocation: numberAt(key, 0), root, ...fragment });
    }
  }

  /**
   * Makes room for a fragment, at once and in memory: `room` is how many leaves the allocation has left besides what is
   * signed; undefined if the allocation has this very fragment already, and it is to be replaced.
   * Throws ERR_ALLOCATION_FULL, ERR_PEER_BUSY when too much is staged, ERR_FRAGMENT_WRONG when the root is staged with another length.
   */
  reserve(
    allocation: number,
    root: Uint8Array,
    bytes: number,
    room: number | undefined,
    expires: number,
  ): StagedFragment {
    const known = this.get(allocation, root);
    if (known !== undefined) {
      if (known.bytes !== bytes) throw cairnError("ERR_FRAGMENT_WRONG", "The root is staged with another length.");
      known.expires = Math.max(known.expires, expires);
      known.writers++;
      return known;
    }
    const leaves = room === undefined ? 0 : leafCount(bytes);
    if (room !== undefined && this.leaves(allocation) + leaves > room) throw allocationFull(allocation, room);
    if (this.#count >= PROVIDER.stagedFragments) {
      throw new CairnError("ERR_PEER_BUSY", "Too many fragments are staged: append them, or wait until they expire.");
    }
    return this.#add({ allocation, root, bytes, leaves, expires, ready: false, writers: 1 });
  }

  /** Writes the expiry to the book. */
  async write(fragment: StagedFragment): Promise<void> {
    const change = new Change(this.#tables);
    change.put(this.#tables.staged, stagedKey(fragment), keyOf(fragment.bytes, fragment.expires));
    await change.commit();
  }

  /** Ends a request's writing; true if the fragment is in the store now. What nobody finished is forgotten. */
  async done(fragment: StagedFragment, stored: boolean): Promise<void> {
    fragment.ready ||= stored;
    fragment.writers--;
    if (fragment.ready || fragment.writers > 0 || this.get(fragment.allocation, fragment.root) !== fragment) return;
    this.forget(fragment.allocation, [fragment.root]);
    const change = new Change(this.#tables);
    this.erase(change, fragment.allocation, fragment.root);
    await change.commit();
  }

  get(allocation: number, root: Uint8Array): StagedFragment | undefined {
    return this.#byAllocation.get(allocation)?.get(hexOf(root));
  }

  /** Leaves of what is staged or being written, so that they are not promised twice. */
  leaves(allocation: number): number {
    return this.#leaves.get(allocation) ?? 0;
  }

  has(root: Uint8Array): boolean {
    return this.#roots.has(hexOf(root));
  }

  get count(): number {
    return this.#count;
  }

  /** Takes the row out of the book, as a part of `change`; `forget` follows when that is durable. */
  erase(change: Change, allocation: number, root: Uint8Array): void {
    change.del(this.#tables.staged, keyOf(allocation, root));
  }

  forget(allocation: number, roots: readonly Uint8Array[]): void {
    for (const root of roots) this.#delete(allocation, root);
  }

  /** What expired before `now` and nobody writes, by allocation. */
  expired(now: number): Map<number, StagedFragment[]> {
    const found = new Map<number, StagedFragment[]>();
    for (const [allocation, fragments] of this.#byAllocation) {
      const old = [...fragments.values()].filter((fragment) => fragment.expires <= now && fragment.writers === 0);
      if (old.length > 0) found.set(allocation, old);
    }
    return found;
  }

  /** All that is staged stays until then: the clock has jumped, and nobody knows how long it has been there. In memory only. */
  beginAnew(expires: number): void {
    for (const fragments of this.#byAllocation.values()) {
      for (const fragment of fragments.values()) fragment.expires = expires;
    }
  }

  /** Everything staged in an allocation. */
  of(allocation: number): StagedFragment[] {
    return [...(this.#byAllocation.get(allocation)?.values() ?? [])];
  }

  #add(fragment: StagedFragment): StagedFragment {
    const { allocation, root, leaves } = fragment;
    const fragments = this.#byAllocation.get(allocation) ?? new Map<string, StagedFragment>();
    fragments.set(hexOf(root), fragment);
    this.#byAllocation.set(allocation, fragments);
    this.#leaves.set(allocation, this.leaves(allocation) + leaves);
    this.#roots.set(hexOf(root), (this.#roots.get(hexOf(root)) ?? 0) + 1);
    this.#count++;
    return fragment;
  }

  #delete(allocation: number, root: Uint8Array): void {
    const fragments = this.#byAllocation.get(allocation);
    const fragment = fragments?.get(hexOf(root));
    if (fragments === undefined || fragment === undefined) return;
    fragments.delete(hexOf(root));
    this.#count--;
    this.#leaves.set(allocation, this.leaves(allocation) - fragment.leaves);
    if (fragments.size === 0) {
      this.#byAllocation.delete(allocation);
      this.#leaves.delete(allocation);
    }
    const others = (this.#roots.get(hexOf(root)) ?? 1) - 1;
    if (others > 0) this.#roots.set(hexOf(root), others);
    else this.#roots.delete(hexOf(root));
  }
}

function stagedKey({ allocation, root }: StagedFragment): Uint8Array {
  return keyOf(allocation, root);
}

function allocationFull(allocation: number, room: number): CairnError {
  return cairnError("ERR_ALLOCATION_FULL", undefined, { facts: { allocation, leavesLeft: room } });
}
