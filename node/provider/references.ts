// Who needs a fragment: how many rows of which allocations name its root. A fragment that two allocations name stays
// when one of them lets go of it.
//
//   key   root 32 ‖ allocation u64        value   rows u64

import { PROVIDER } from "../limits/index.ts";
import { mapBounded } from "../wait.ts";
import { hexOf, keyOf, LAST_NUMBER, numberAt } from "./book-keys.ts";
import type { BookTables, Change } from "./book-tables.ts";

/** Adds one row's need of each root (negative: takes it back) to the allocation's counts. One writer per allocation. */
export async function countReferences(
  change: Change,
  tables: BookTables,
  allocation: number,
  roots: readonly Uint8Array[],
  each: 1 | -1,
): Promise<void> {
  const deltas = new Map<string, { root: Uint8Array; delta: number }>();
  for (const root of roots) {
    const entry = deltas.get(hexOf(root)) ?? { root, delta: 0 };
    entry.delta += each;
    deltas.set(hexOf(root), entry);
  }
  const entries = [...deltas.values()];
  const counts = await rowCounts(
    tables,
    allocation,
    entries.map((entry) => entry.root),
  );
  entries.forEach(({ root, delta }, i) => {
    const key = keyOf(root, allocation);
    const count = (counts[i] ?? 0) + delta;
    if (count > 0) change.put(tables.references, key, keyOf(count));
    else change.del(tables.references, key);
  });
}

/** How many rows of the allocation name each root. */
export async function rowCounts(
  tables: BookTables,
  allocation: number,
  roots: readonly Uint8Array[],
): Promise<number[]> {
  const counts: number[] = [];
  for (let from = 0; from < roots.length; from += PROVIDER.keysAtOnce) {
    const keys = roots.slice(from, from + PROVIDER.keysAtOnce).map((root) => keyOf(root, allocation));
    const values = (await tables.references.getMany(keys)) as (Uint8Array | undefined)[];
    counts.push(...values.map((value) => (value === undefined ? 0 : numberAt(value, 0))));
  }
  return counts;
}

/** Those of the roots that no row of any allocation names. Side by side, because each waits for its turn at the disk. */
export async function unreferenced(tables: BookTables, roots: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const free: Uint8Array[] = [];
  await mapBounded(roots, PROVIDER.rootsAtOnce, async (root) => {
    if (!(await isReferenced(tables, root))) free.push(root);
  });
  return free;
}

/** Whether any allocation has a row that names the root. */
export async function isReferenced(tables: BookTables, root: Uint8Array): Promise<boolean> {
  const range = { gte: keyOf(root, 0), lte: keyOf(root, LAST_NUMBER), limit: 1 };
  const keys = await tables.references.keys(range).all();
  return keys.length > 0;
}
