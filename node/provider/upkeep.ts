// Lets go of what nobody pays for: staged fragments that no state named in time, removed items that no kept snapshot needs
// any more, and everything of allocations that ended. The book first, then the bytes: a crash in between leaves bytes too
// many, never too few, and these go when the round is over that they were stored for. A signal breaks it off between two
// steps, which is no more than a crash there: the next run goes on.

import { PROVIDER } from "../limits/index.ts";
import { keyOf, LAST_NUMBER, numberAt } from "./book-keys.ts";
import { Change } from "./book-tables.ts";
import { allRows } from "./item-rows.ts";
import { countReferences } from "./references.ts";
import { dropSuperseded, eraseSuperseded } from "./superseded-states.ts";
import type { AllocationBook, OpenAllocation } from "./allocation-book.ts";
import type { BookTables } from "./book-tables.ts";
import type { FragmentKeeper } from "./fragment-keeper.ts";
import type { FragmentStore } from "./store/index.ts";
import type { ItemRow } from "./item-rows.ts";
import type { ObjectIndex } from "./object-index.ts";
import type { SnapshotShelf } from "./snapshot-shelf.ts";
import type { Staging } from "./staging.ts";
import type { TreeCache } from "./tree-cache.ts";

/** What it takes to let go of staged fragments. */
export interface ExpiryParts {
  readonly tables: BookTables;
  readonly book: Pick<AllocationBook, "get">;
  readonly staging: Staging;
  readonly keeper: FragmentKeeper;
}

export interface UpkeepParts extends ExpiryParts {
  readonly book: AllocationBook;
  readonly objects: ObjectIndex;
  readonly shelf: SnapshotShelf;
  readonly trees: TreeCache;
}

/** Drops staged fragments that expired before `now` (ms). Returns how many. */
export async function dropExpired(parts: ExpiryParts, now: number, signal?: AbortSignal): Promise<number> {
  const { tables, book, staging, keeper } = parts;
  let dropped = 0;
  for (const [id, fragments] of staging.expired(now)) {
    signal?.throwIfAborted();
    const erase = async (): Promise<Uint8Array[]> => {
      const old = fragments.filter(
        (one) => one.writers === 0 && one.expires <= now && staging.get(id, one.root) === one,
      );
      const change = new Change(tables);
      for (const { root } of old) staging.erase(change, id, root);
      await change.commit();
      const roots = old.filter((one) => one.writers === 0).map((one) => one.root);
      staging.forget(id, roots);
      return roots;
    };
    const queue = book.get(id)?.queue;
    const roots = await (queue === undefined ? erase() : queue.run(erase));
    await keeper.release(roots);
    dropped += roots.length;
  }
  return dropped;
}

/** Drops rows of removed objects that are in no kept snapshot. Returns how many. */
export async function dropRemoved(parts: UpkeepParts, signal?: AbortSignal): Promise<number> {
  let dropped = 0;
  for (const allocation of parts.book.written()) {
    if (allocation.record.removedSeq === 0) continue;
    dropped += await allocation.queue.run(() => dropRemovedOf(parts, allocation, signal));
  }
  return dropped;
}

/** Drops signed states that are replaced and in no kept snapshot. Returns how many. */
export function dropStates({ tables, book, shelf }: UpkeepParts, signal?: AbortSignal): Promise<number> {
  return dropSuperseded(tables, book, shelf, signal);
}

/**
 * Drops allocations that ended so long ago, on the chain's word, that no kept snapshot has them and no dispute about them can
 * be open. Returns how many.
 */
export async function dropEnded(parts: UpkeepParts, round: number, signal?: AbortSignal): Promise<number> {
  const ended = [...parts.book.written()].filter(
    ({ record: { terms }, endSeenIn }) =>
      endSeenIn !== undefined &&
      round >= terms.endRound + PROVIDER.retainedRounds &&
      parts.shelf.oldestSeq(terms.id) === undefined,
  );
  parts.book.forgetUnused(round);
  for (const allocation of ended) await allocation.queue.run(() => dropAllocation(parts, allocation, signal));
  return ended.length;
}

/** Where a search for fragments that nothing names has come to: the last root, or undefined at the end of all, and how many it deleted. */
export interface UnnamedSearch {
  readonly place: Uint8Array | undefined;
  readonly dropped: number;
}

/**
 * Deletes fragments that nothing names, if their round is long over: what a crash between the book and the bytes has left, or a disk
 * that took no removal then. Looks at the next ones above `place`, a bounded number.
 */
export async function dropUnnamed(
  { store, keeper }: { readonly store: Pick<FragmentStore, "entriesAfter">; readonly keeper: FragmentKeeper },
  round: number,
  place: Uint8Array | undefined,
  signal?: AbortSignal,
): Promise<UnnamedSearch> {
  let dropped = 0;
  for (let step = 0; step < PROVIDER.unnamedSteps; step++) {
    signal?.throwIfAborted();
    const some = await store.entriesAfter(place, PROVIDER.dropsAtOnce);
    // Of what has no round, or is still paid for as it was stored, only the book decides.
    const over = some.filter(({ expires }) => expires > 0 && expires + PROVIDER.retainedRounds <= round);
    dropped += await keeper.release(over.map(({ root }) => root));
    place = some.at(-1)?.root;
    if (some.length < PROVIDER.dropsAtOnce) return { place: undefined, dropped };
  }
  return { place, dropped };
}

async function dropRemovedOf(
  parts: UpkeepParts,
  { record }: OpenAllocation,
  signal: AbortSignal | undefined,
): Promise<number> {
  const { id } = record.terms;
  const needed = Math.min(parts.shelf.oldestSeq(id) ?? LAST_NUMBER, record.signed?.state.seq ?? 0);
  const range = { gte: keyOf(id, 0, 0), lte: keyOf(id, needed, LAST_NUMBER), limit: PROVIDER.dropsAtOnce };
  for (let dropped = 0; ;) {
    signal?.throwIfAborted();
    const entries = await parts.tables.removed.iterator(range).all();
    if (entries.length === 0) return dropped;
    const change = new Change(parts.tables);
    for (const [key] of entries) {
      change.del(parts.tables.removed, key);
      change.del(parts.tables.items, keyOf(id, numberAt(key, 16)));
    }
    await letGo(
      parts,
      change,
      id,
      entries.map(([, root]) => root),
    );
    dropped += entries.length;
  }
}

async function dropAllocation(
  parts: UpkeepParts,
  { record }: OpenAllocation,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { id } = record.terms;
  for await (const rows of allRows(parts.tables, id)) await dropRows(parts, id, rows, signal);
  await dropObjects(parts, id, signal);
  const staged = parts.staging.of(id).filter((one) => one.writers === 0);
  const change = new Change(parts.tables);
  for (const { root } of staged) parts.staging.erase(change, id, root);
  await change.commit();
  const roots = staged.map((one) => one.root);
  parts.staging.forget(id, roots);
  await parts.keeper.release(roots);
  await eraseStates(parts, id, signal);
  await parts.book.forget(id);
  parts.trees.drop(id);
}

async function dropRows(
  parts: UpkeepParts,
  id: number,
  rows: readonly ItemRow[],
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let from = 0; from < rows.length; from += PROVIDER.dropsAtOnce) {
    signal?.throwIfAborted();
    const some = rows.slice(from, from + PROVIDER.dropsAtOnce);
    const change = new Change(parts.tables);
    for (const { ordinal, removedSeq } of some) {
      change.del(parts.tables.items, keyOf(id, ordinal));
      if (removedSeq > 0) change.del(parts.tables.removed, keyOf(id, removedSeq, ordinal));
    }
    await letGo(
      parts,
      change,
      id,
      some.map((row) => row.root),
    );
  }
}

async function eraseStates({ tables }: UpkeepParts, id: number, signal: AbortSignal | undefined): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const change = new Change(tables);
    if ((await eraseSuperseded(change, tables, id)) === 0) return;
    await change.commit();
  }
}

async function dropObjects(parts: UpkeepParts, id: number, signal: AbortSignal | undefined): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const digests = await parts.objects.of(id, PROVIDER.dropsAtOnce);
    if (digests.length === 0) return;
    const change = new Change(parts.tables);
    for (const digest of digests) parts.objects.remove(change, id, digest);
    await change.commit();
  }
}

/** Commits the change together with the references it takes back, then deletes the fragments that nobody names now. */
async function letGo(parts: UpkeepParts, change: Change, id: number, roots: readonly Uint8Array[]): Promise<void> {
  await countReferences(change, parts.tables, id, roots, -1);
  await change.commit();
  await parts.keeper.release([...new Map(roots.map((root) => [Buffer.from(root).toString("hex"), root])).values()]);
}
