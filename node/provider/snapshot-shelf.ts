// Snapshots: which state of which allocation is under an aggregate root. One is written before its root goes to the chain,
// and kept while the chain can still ask for it, so that neither a crash nor a chain that rolls back leaves the provider
// with a committed root that it cannot prove.

import { decode, encode } from "../../protocol/index.ts";
import { allocationLeaf, sumTree } from "../../proofs/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { hexOf } from "./book-keys.ts";
import { Change } from "./book-tables.ts";
import type { AllocationItem, Hasher, SumTree } from "../../proofs/index.ts";
import type { BookTables } from "./book-tables.ts";

export interface Snapshot {
  readonly root: Uint8Array;
  readonly leaves: number;
  /** By ascending allocation, each with at least one leaf. */
  readonly allocations: readonly AllocationItem[];
  readonly tree: SumTree;
}

interface Shelved {
  readonly snapshot: Snapshot;
  /** The last round in which this was committed, or offered to be. */
  round: number;
  /** The same as a restart would have it. */
  readonly durableRound: number;
}

/** Allocations of one provider that a snapshot may hold: 64 bytes each. */
const MAX_SNAPSHOT_BYTES = 16_777_216;
const MAX_SNAPSHOT_VALUES = 1_048_576;

export function snapshotOf(hasher: Hasher, items: readonly AllocationItem[]): Snapshot {
  const allocations = items.filter((item) => item.leaves > 0).sort((a, b) => a.allocation - b.allocation);
  const leaves = allocations.map((item) => ({ hash: allocationLeaf(hasher, item), leaves: item.leaves }));
  const tree = sumTree(hasher, leaves);
  return { root: tree.root, leaves: tree.leaves, allocations, tree };
}

export class SnapshotShelf {
  readonly #tables: BookTables;
  readonly #shelf = new Map<string, Shelved>();
  readonly #empty: Snapshot;
  #pinned: ReadonlySet<string> = new Set();
  #lastOffered = -1;

  private constructor(tables: BookTables, hasher: Hasher) {
    this.#tables = tables;
    this.#empty = snapshotOf(hasher, []);
  }

  static async open(tables: BookTables, hasher: Hasher): Promise<SnapshotShelf> {
    const shelf = new SnapshotShelf(tables, hasher);
    for await (const value of tables.snapshots.values()) {
      const stored = decode(value, MAX_SNAPSHOT_BYTES, MAX_SNAPSHOT_VALUES) as StoredSnapshot;
      const items = stored.allocations.map(([allocation, seq, subRoot, leaves]) => ({
        allocation,
        seq,
        subRoot,
        leaves,
      }));
      const snapshot = snapshotOf(hasher, items);
      shelf.#lastOffered = Math.max(shelf.#lastOffered, stored.round);
      if (snapshot.leaves === 0) continue;
      // What was offered in a round and taken is committed until the next one at least.
      const round = stored.round + 1;
      shelf.#shelf.set(hexOf(snapshot.root), { snapshot, round, durableRound: round });
    }
    return shelf;
  }

  /** The last round for which a root was offered to the chain; −1 if none ever was. */
  get lastOffered(): number {
    return this.#lastOffered;
  }

  /** The snapshot of a root, if it is kept. */
  get(root: Uint8Array): Snapshot | undefined {
    if (root.every((byte) => byte === 0)) return this.#empty;
    return this.#shelf.get(hexOf(root))?.snapshot;
  }

  get size(): number {
    return this.#shelf.size;
  }

  /** Offers a snapshot to the chain in `round`. Needed from the call on, durable when it resolves; of an empty one, the round. */
  async keep(snapshot: Snapshot, round: number): Promise<void> {
    this.#lastOffered = Math.max(this.#lastOffered, round);
    const known = this.#shelf.get(hexOf(snapshot.root));
    const change = new Change(this.#tables);
    this.#put(change, snapshot, Math.max(round, known?.round ?? 0));
    await change.commit();
  }

  /** These roots stay until the next call: somebody may ask for something under them, however old they are. */
  pin(roots: readonly Uint8Array[]): void {
    this.#pinned = new Set(roots.map(hexOf));
  }

  /** Drops what was neither committed nor offered lately. `committed` is the root on chain now: it stays, however old. */
  async prune(committed: Uint8Array, round: number): Promise<void> {
    const change = new Change(this.#tables);
    const old: string[] = [];
    for (const [key, shelved] of this.#shelf) {
      if (key === hexOf(committed)) shelved.round = Math.max(shelved.round, round);
      // A root that stays while rounds are missed: a restart must not take it for an old one.
      if (shelved.round > shelved.durableRound) this.#put(change, shelved.snapshot, shelved.round);
      if (shelved.round >= round - PROVIDER.retainedRounds || this.#pinned.has(key)) continue;
      old.push(key);
      change.del(this.#tables.snapshots, shelved.snapshot.root);
    }
    await change.commit();
    for (const key of old) this.#shelf.delete(key);
  }

  #put(change: Change, snapshot: Snapshot, round: number): void {
    change.put(this.#tables.snapshots, snapshot.root, encodeShelved(snapshot, round));
    if (snapshot.leaves > 0) this.#shelf.set(hexOf(snapshot.root), { snapshot, round, durableRound: round + 1 });
  }

  /** Whether a kept snapshot has this state of the allocation. */
  has(allocation: number, seq: number): boolean {
    for (const { snapshot } of this.#shelf.values()) if (itemIn(snapshot, allocation)?.seq === seq) return true;
    return false;
  }

  /** The oldest state of the allocation that a kept snapshot has; undefined if none has any. */
  oldestSeq(allocation: number): number | undefined {
    let oldest: number | undefined;
    for (const { snapshot } of this.#shelf.values()) {
      const seq = itemIn(snapshot, allocation)?.seq;
      if (seq !== undefined && (oldest === undefined || seq < oldest)) oldest = seq;
    }
    return oldest;
  }
}

/** The place of an allocation in a snapshot, by halving: they are in ascending order. Undefined if it is not there. */
export function indexIn({ allocations }: Snapshot, allocation: number): number | undefined {
  let low = 0;
  let high = allocations.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((allocations[middle] as AllocationItem).allocation < allocation) low = middle + 1;
    else high = middle;
  }
  return allocations[low]?.allocation === allocation ? low : undefined;
}

function itemIn(snapshot: Snapshot, allocation: number): AllocationItem | undefined {
  const index = indexIn(snapshot, allocation);
  return index === undefined ? undefined : snapshot.allocations[index];
}

function encodeShelved(snapshot: Snapshot, round: number): Uint8Array {
  const allocations = snapshot.allocations.map((item) => [item.allocation, item.seq, item.subRoot, item.leaves]);
  return encode({ v: 1, round, allocations });
}

interface StoredSnapshot {
  readonly round: number;
  readonly allocations: readonly (readonly [number, number, Uint8Array, number])[];
}
