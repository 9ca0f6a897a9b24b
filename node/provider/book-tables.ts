// The tables in which the allocation book lives: sublevels of the provider's one LevelDB. Every change is in one synced
// batch over all of them, so that a crash leaves either all of a change or nothing of it.

import { BookCommits } from "./book-commits.ts";
import type { BookOperation } from "./book-commits.ts";
import type { ProviderFolder, Sublevel } from "./store/index.ts";

export type Table = Sublevel;

export interface BookTables {
  readonly commits: BookCommits;
  /** u64 allocation → what is known of it, its last signed state and peaks. */
  readonly allocations: Table;
  /** u64 allocation ‖ u64 ordinal → item row, in tree order. */
  readonly items: Table;
  /** u64 allocation ‖ u64 removedSeq ‖ u64 ordinal → root: rows that only old snapshots still need. */
  readonly removed: Table;
  /** u64 allocation ‖ u64 level ‖ u64 page ‖ u64 since → nodes of the tree over the items (tree-pages.ts). */
  readonly trees: Table;
  /** root ‖ u64 allocation → u64 count of rows: who needs a fragment. */
  readonly references: Table;
  /** u64 allocation ‖ root → u64 bytes ‖ u64 expiry in ms: stored, not yet in a signed state. */
  readonly staged: Table;
  /** digest ‖ u64 allocation → manifest and holdings. */
  readonly objects: Table;
  /** u64 allocation ‖ digest → nothing: the objects of an allocation. */
  readonly objectsOf: Table;
  /** aggregate root → snapshot. */
  readonly snapshots: Table;
  /** u64 allocation ‖ u64 seq → signed state: those that are no longer the last one, and are in a kept snapshot. */
  readonly states: Table;
  /** u64 nonce → an offer that can still be taken (offer-book.ts). */
  readonly offers: Table;
}

const BYTES = { keyEncoding: "view", valueEncoding: "view" } as const;

export function openTables(folder: Pick<ProviderFolder, "book" | "sublevel">): BookTables {
  return {
    commits: new BookCommits(folder.book),
    allocations: folder.sublevel("allocations"),
    items: folder.sublevel("items"),
    removed: folder.sublevel("removed"),
    trees: folder.sublevel("trees"),
    references: folder.sublevel("references"),
    staged: folder.sublevel("staged"),
    objects: folder.sublevel("objects"),
    objectsOf: folder.sublevel("objects-of"),
    snapshots: folder.sublevel("snapshots"),
    states: folder.sublevel("states"),
    offers: folder.sublevel("offers"),
  };
}

/**
 * Collects the changes of one step; `commit` resolves when they are on the disk, all or none. `write` does not wait for the disk: a
 * killed process loses nothing of it, a power cut may, but only together with all that was written after it.
 */
export class Change {
  readonly #tables: BookTables;
  #operations: BookOperation[] = [];

  constructor(tables: BookTables) {
    this.#tables = tables;
  }

  put(table: Table, key: Uint8Array, value: Uint8Array): void {
    this.#operations.push({ type: "put", sublevel: table, key, value, ...BYTES });
  }

  del(table: Table, key: Uint8Array): void {
    this.#operations.push({ type: "del", sublevel: table, key, keyEncoding: "view" });
  }

  async commit(): Promise<void> {
    const operations = this.#taken();
    if (operations.length > 0) await this.#tables.commits.commit(operations);
  }

  async write(): Promise<void> {
    const operations = this.#taken();
    if (operations.length > 0) await this.#tables.commits.commit(operations, "written");
  }

  #taken(): BookOperation[] {
    const operations = this.#operations;
    this.#operations = [];
    return operations;
  }
}
