// The sub-tree of an allocation at one of its states, in chunks of 4,096 items. A chunk is a perfect subtree, so the tree
// over the chunks' nodes is the top of the tree over the items; a grown tree keeps its full chunks, and hashing yields
// to the event loop after each one.
//
//              subRoot
//            /         \            top: a sum tree over the chunks' nodes
//        chunk 0      chunk 1
//        /    \        /    \       chunk: a sum tree over its items, built again when a leaf in it is asked for
//      item … item   item … item

import { setImmediate as nextTurn } from "node:timers/promises";
import { appendItem, leafCount, locate, NO_PEAKS, sumTree } from "../../proofs/index.ts";
import { rowsAt } from "./item-rows.ts";
import type { Hasher, Peaks, SumItem, SumTree } from "../../proofs/index.ts";
import type { BookTables } from "./book-tables.ts";
import type { ItemRow } from "./item-rows.ts";

/** Items of a full chunk: a power of two, as the shape of the tree requires. */
export const CHUNK_ITEMS = 4096;

interface Chunk {
  readonly firstOrdinal: number;
  readonly items: number;
  readonly node: SumItem;
}

export interface AllocationTree {
  readonly allocation: number;
  readonly seq: number;
  readonly items: number;
  readonly root: Uint8Array;
  readonly leaves: number;
  readonly chunks: readonly Chunk[];
  readonly top: SumTree;
}

/** Where a leaf of the tree is: its fragment, the leaf's index in it, and the steps from subRoot down to the fragment. */
export interface LeafPlace {
  readonly row: ItemRow;
  readonly leaf: number;
  readonly steps: ReturnType<typeof locate>["steps"];
  /** Of the leaf: give it to the next call, and positions in one chunk build it once. */
  readonly chunk: OpenChunk;
}

/** A chunk with all its nodes. */
export interface OpenChunk {
  readonly of: Chunk;
  readonly rows: readonly ItemRow[];
  readonly nodes: SumTree;
}

export type RowFilter = (row: ItemRow) => boolean;

/**
 * Builds the tree of state `seq`. `base` is a tree of an earlier state with nothing removed since: its full chunks are kept.
 * `keep` leaves rows out, to see a tree before it is made so.
 */
export async function buildTree(
  tables: BookTables,
  hasher: Hasher,
  allocation: number,
  seq: number,
  { base, keep = () => true }: { base?: AllocationTree | undefined; keep?: RowFilter } = {},
): Promise<AllocationTree> {
  const chunks = base?.chunks.filter((chunk) => chunk.items === CHUNK_ITEMS) ?? [];
  const rest = base?.chunks[chunks.length]?.firstOrdinal ?? (await ordinalAfter(tables, allocation, seq, chunks));
  let pending: ItemRow[] = [];
  for await (const rows of rowsAt(tables, allocation, seq, rest)) {
    pending = pending.concat(rows.filter(keep));
    while (pending.length >= CHUNK_ITEMS) {
      chunks.push(chunkOf(hasher, pending.slice(0, CHUNK_ITEMS)));
      pending = pending.slice(CHUNK_ITEMS);
      await nextTurn();
    }
  }
  if (pending.length > 0) chunks.push(chunkOf(hasher, pending));
  return treeOf(hasher, allocation, seq, chunks);
}

/** The row, leaf and steps of leaf `position` of the tree. `open` is the chunk of a position asked for before. */
export async function placeOf(
  tables: BookTables,
  hasher: Hasher,
  tree: AllocationTree,
  position: number,
  open?: OpenChunk,
): Promise<LeafPlace> {
  const above = locate(tree.top, position);
  const of = tree.chunks[above.item] as Chunk;
  const chunk = open?.of === of ? open : await openChunk(tables, hasher, tree, above.item);
  const below = locate(chunk.nodes, above.offset);
  const row = chunk.rows[below.item] as ItemRow;
  return { row, leaf: below.offset, steps: [...above.steps, ...below.steps], chunk };
}

async function openChunk(tables: BookTables, hasher: Hasher, tree: AllocationTree, index: number): Promise<OpenChunk> {
  const rows = await chunkRows(tables, tree, index);
  return { of: tree.chunks[index] as Chunk, rows, nodes: sumTree(hasher, rows.map(itemOf)) };
}

/** The rows of chunk `index`, in tree order. `keep` must be the one that the tree was built with. */
export async function chunkRows(
  tables: BookTables,
  tree: AllocationTree,
  index: number,
  keep: RowFilter = () => true,
): Promise<ItemRow[]> {
  const chunk = tree.chunks[index];
  if (chunk === undefined) return [];
  const found: ItemRow[] = [];
  for await (const rows of rowsAt(tables, tree.allocation, tree.seq, chunk.firstOrdinal)) {
    found.push(...rows.filter(keep).slice(0, chunk.items - found.length));
    if (found.length === chunk.items) break;
  }
  return found;
}

/** The peaks of the tree: those of its full chunks, then those inside the last one. */
export async function peaksOf(
  tables: BookTables,
  hasher: Hasher,
  tree: AllocationTree,
  keep?: RowFilter,
): Promise<Peaks> {
  const full = tree.chunks.filter((chunk) => chunk.items === CHUNK_ITEMS);
  const above = full.reduce((peaks, chunk) => appendItem(hasher, peaks, chunk.node), NO_PEAKS);
  const rest = full.length < tree.chunks.length ? await chunkRows(tables, tree, full.length, keep) : [];
  const below = rest.reduce((peaks, row) => appendItem(hasher, peaks, itemOf(row)), NO_PEAKS);
  return { items: tree.items, peaks: [...above.peaks, ...below.peaks] };
}

export function itemOf(row: { readonly root: Uint8Array; readonly bytes: number }): SumItem {
  return { hash: row.root, leaves: leafCount(row.bytes) };
}

function chunkOf(hasher: Hasher, rows: readonly ItemRow[]): Chunk {
  const { root, leaves } = sumTree(hasher, rows.map(itemOf));
  return { firstOrdinal: (rows[0] as ItemRow).ordinal, items: rows.length, node: { hash: root, leaves } };
}

function treeOf(hasher: Hasher, allocation: number, seq: number, chunks: readonly Chunk[]): AllocationTree {
  const top = sumTree(
    hasher,
    chunks.map((chunk) => chunk.node),
  );
  const items = chunks.reduce((sum, chunk) => sum + chunk.items, 0);
  return { allocation, seq, items, root: top.root, leaves: top.leaves, chunks, top };
}

// Only when the base ends exactly with a full chunk: where its last row is.
async function ordinalAfter(
  tables: BookTables,
  allocation: number,
  seq: number,
  chunks: readonly Chunk[],
): Promise<number> {
  const last = chunks.at(-1);
  if (last === undefined) return 0;
  let seen = 0;
  for await (const rows of rowsAt(tables, allocation, seq, last.firstOrdinal)) {
    const row = rows[last.items - seen - 1];
    if (row !== undefined) return row.ordinal + 1;
    seen += rows.length;
  }
  return last.firstOrdinal;
}
