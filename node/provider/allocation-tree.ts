// The sub-tree of an allocation at one of its states. Its right edge is in memory, the full nodes below it are in pages on disk
// (tree-pages.ts), the items in rows: to open a tree takes a read for each level, and so does finding a leaf in it.
//
//   64² items  ■ ■ ■ ┐                         ■  full nodes, and the items at the bottom
//   64 items         └ ■ ■ ■ ■ ┐               ┐  all that is right of them, as one more node of their level
//   items                      └ ■ ■ ■
//
// An edge has fewer than 64 full nodes at each level. The tree over an edge and what is right of it is the shape that
// docs/spec/data.md wants, because a full node has a power of two of items.

import { appendItem, leafCount, locate, NO_PEAKS, sumTree } from "../../proofs/index.ts";
import { cairnError, sameBytes } from "../../protocol/index.ts";
import { someRowsAt } from "./item-rows.ts";
import { FANOUT, readPage } from "./tree-pages.ts";
import type { Hasher, Peaks, SumItem, SumStep, SumTree } from "../../proofs/index.ts";
import type { BookTables } from "./book-tables.ts";
import type { ItemRow } from "./item-rows.ts";
import type { TreeNode, TreePage } from "./tree-pages.ts";

/** Items are listed in pieces of a full node of the second level. */
export const CHUNK_ITEMS = FANOUT ** 2;

interface Edge {
  /** Index of its first node in the level. */
  readonly first: number;
  /** Full nodes; at level 0 items. */
  readonly nodes: readonly TreeNode[];
  /** Over the nodes and all that is right of them, if anything is, as one more. */
  readonly tree: SumTree;
}

/** Pages that are not on the disk, by level and page. */
export type UnsavedPages = ReadonlyMap<string, TreePage>;

export interface AllocationTree {
  readonly allocation: number;
  readonly seq: number;
  readonly items: number;
  readonly root: Uint8Array;
  readonly leaves: number;
  /** From the items up. */
  readonly edges: readonly Edge[];
  /** The items of the lowest edge. */
  readonly rows: readonly ItemRow[];
  /** Of a tree that was made from its rows: the next change writes them. */
  readonly unsaved: UnsavedPages;
}

/** What a tree consists of. */
export interface TreeParts {
  readonly allocation: number;
  readonly seq: number;
  readonly items: number;
  /** The full nodes of the edge by level; those of level 0 are the rows. */
  readonly nodes: readonly (readonly TreeNode[])[];
  readonly rows: readonly ItemRow[];
  readonly unsaved?: UnsavedPages;
}

/** Where a leaf of the tree is: its fragment, the leaf's index in it, and the steps from subRoot down to the fragment. */
export interface LeafPlace {
  readonly row: ItemRow;
  readonly leaf: number;
  readonly steps: readonly SumStep[];
  /** The nodes that were opened: give them to the next call, and positions close by need not open them again. */
  readonly way: OpenWay;
}

export interface OpenWay {
  readonly allocation: number;
  readonly seq: number;
  readonly opened: readonly OpenNode[];
}

/** A full node with its 64 children. */
interface OpenNode {
  readonly level: number;
  readonly index: number;
  readonly children: readonly TreeNode[];
  /** The children of a node of level 1. */
  readonly rows: readonly ItemRow[];
  readonly tree: SumTree;
}

export const NO_PAGES: UnsavedPages = new Map();

export function emptyTree(hasher: Hasher, allocation: number): AllocationTree {
  return treeOf(hasher, { allocation, seq: 0, items: 0, nodes: [[]], rows: [] });
}

/** Folds the edges, from the lowest up. */
export function treeOf(hasher: Hasher, parts: TreeParts): AllocationTree {
  const { allocation, seq, items, rows, unsaved = NO_PAGES } = parts;
  const edges: Edge[] = [];
  let right: SumTree | undefined;
  for (const [level, nodes] of parts.nodes.entries()) {
    const rest = right === undefined || right.items === 0 ? [] : [{ hash: right.root, leaves: right.leaves }];
    right = sumTree(hasher, [...nodes, ...rest]);
    edges.push({ first: FANOUT * Math.floor(items / FANOUT ** (level + 1)), nodes, tree: right });
  }
  const { root, leaves } = right ?? sumTree(hasher, []);
  return { allocation, seq, items, root, leaves, edges, rows, unsaved };
}

/**
 * The tree of the first `items` items of state `seq`; `unsaved` pages go before those on disk. Undefined if pages or rows are
 * missing: the book was written before there were any.
 */
export async function openTree(
  tables: BookTables,
  hasher: Hasher,
  { allocation, seq, items, unsaved = NO_PAGES }: Omit<TreeParts, "nodes" | "rows">,
): Promise<AllocationTree | undefined> {
  const from = { allocation, seq, unsaved };
  const nodes: TreeNode[][] = [[]];
  for (let full = Math.floor(items / FANOUT); full > 0; full = Math.floor(full / FANOUT)) {
    const within = full % FANOUT;
    const edge = within === 0 ? [] : await pageOf(tables, from, nodes.length, Math.floor(full / FANOUT));
    if (edge.length < within) return undefined;
    nodes.push(edge.slice(0, within));
  }
  const rows = await lastRows(tables, from, items, nodes[1] ?? []);
  if (rows === undefined) return undefined;
  nodes[0] = rows.map(nodeOf);
  return treeOf(hasher, { allocation, seq, items, nodes, rows, unsaved });
}

type PagesOf = Pick<AllocationTree, "allocation" | "seq" | "unsaved">;

async function pageOf(
  tables: BookTables,
  { allocation, seq, unsaved }: PagesOf,
  level: number,
  page: number,
): Promise<readonly TreeNode[]> {
  return unsaved.get(pageKey(level, page))?.nodes ?? (await readPage(tables, allocation, level, page, seq));
}

export function pageKey(level: number, page: number): string {
  return `${level}:${page}`;
}

/** The items after the last full node of level 1: fewer than 64. */
async function lastRows(
  tables: BookTables,
  from: PagesOf,
  items: number,
  edge: readonly TreeNode[],
): Promise<ItemRow[] | undefined> {
  const count = items % FANOUT;
  if (count === 0) return [];
  const full = Math.floor(items / FANOUT);
  const last = edge.at(-1) ?? (full === 0 ? undefined : (await pageOf(tables, from, 1, full / FANOUT - 1)).at(-1));
  if (last === undefined && full > 0) return undefined;
  const skip = last === undefined ? 0 : FANOUT;
  const rows = await someRowsAt(tables, from.allocation, from.seq, last?.ordinal ?? 0, skip + count);
  return rows.length < skip + count ? undefined : rows.slice(skip);
}

/** The row, leaf and steps of leaf `position` of the tree. Throws ERR_STORE_DAMAGED if a page is missing or another one's. */
export async function placeOf(
  tables: BookTables,
  hasher: Hasher,
  tree: AllocationTree,
  position: number,
  way?: OpenWay,
): Promise<LeafPlace> {
  const isSame = way?.allocation === tree.allocation && way.seq === tree.seq;
  const known = isSame ? way.opened : [];
  const opened: OpenNode[] = [];
  let { node, row, level, index, offset, steps } = placeOnEdge(tree, position);
  for (; level > 0; level--) {
    const at = { level, index };
    const parent =
      known.find((one) => one.level === at.level && one.index === at.index) ??
      (await openNode(tables, hasher, tree, node, at));
    opened.push(parent);
    const below = locate(parent.tree, offset);
    steps = [...steps, ...below.steps];
    offset = below.offset;
    index = index * FANOUT + below.item;
    node = parent.children[below.item] as TreeNode;
    row = parent.rows[below.item];
  }
  const { allocation, seq } = tree;
  return { row: row as ItemRow, leaf: offset, steps, way: { allocation, seq, opened } };
}

/** Which node of the edge has the position, or which item. */
function placeOnEdge(tree: AllocationTree, position: number) {
  let offset = position;
  let steps: readonly SumStep[] = [];
  for (let level = tree.edges.length - 1; ; level--) {
    const edge = tree.edges[level] as Edge;
    const found = locate(edge.tree, offset);
    offset = found.offset;
    steps = [...steps, ...found.steps];
    const node = edge.nodes[found.item];
    if (node === undefined) continue; // right of the level's full nodes
    const row = level === 0 ? tree.rows[found.item] : undefined;
    return { node, row, level, index: edge.first + found.item, offset, steps };
  }
}

async function openNode(
  tables: BookTables,
  hasher: Hasher,
  tree: AllocationTree,
  node: TreeNode,
  { level, index }: Pick<OpenNode, "level" | "index">,
): Promise<OpenNode> {
  const rows = level > 1 ? [] : await someRowsAt(tables, tree.allocation, tree.seq, node.ordinal, FANOUT);
  const children = level > 1 ? await pageOf(tables, tree, level - 1, index) : rows.map(nodeOf);
  const below = sumTree(hasher, children);
  if (!sameBytes(below.root, node.hash) || below.leaves !== node.leaves) throw wrongPage(tree, level, index);
  return { level, index, children, rows, tree: below };
}

/** The items `[chunk × CHUNK_ITEMS, …)` of the tree, as many as there are up to the next chunk. */
export async function chunkRows(tables: BookTables, tree: AllocationTree, chunk: number): Promise<ItemRow[]> {
  const first = chunk * CHUNK_ITEMS;
  const count = Math.min(CHUNK_ITEMS, tree.items - first);
  if (count <= 0) return [];
  const from = await ordinalOf(tables, tree, first);
  return someRowsAt(tables, tree.allocation, tree.seq, from, count);
}

/** The ordinal of the first item of a chunk: a node of level 1 begins with it, unless fewer items than that are left. */
async function ordinalOf(tables: BookTables, tree: AllocationTree, item: number): Promise<number> {
  const index = item / FANOUT;
  const [items, nodes] = tree.edges;
  if (nodes === undefined || tree.items - item < FANOUT) return items?.nodes[0]?.ordinal ?? 0;
  const onEdge = nodes.nodes[index - nodes.first];
  if (onEdge !== undefined) return onEdge.ordinal;
  const node = (await pageOf(tables, tree, 1, Math.floor(index / FANOUT)))[index % FANOUT];
  if (node === undefined) throw wrongPage(tree, 2, Math.floor(index / FANOUT));
  return node.ordinal;
}

/** The peaks of the tree: those of each edge, from the top down. */
export function peaksOf(hasher: Hasher, tree: AllocationTree): Peaks {
  const byLevel = tree.edges.map(
    ({ nodes }) => nodes.reduce((peaks, node) => appendItem(hasher, peaks, node), NO_PEAKS).peaks,
  );
  return { items: tree.items, peaks: byLevel.toReversed().flat() };
}

export function itemOf(row: { readonly root: Uint8Array; readonly bytes: number }): SumItem {
  return { hash: row.root, leaves: leafCount(row.bytes) };
}

export function nodeOf(row: ItemRow): TreeNode {
  return { ...itemOf(row), ordinal: row.ordinal };
}

function wrongPage({ allocation, seq }: AllocationTree, level: number, index: number): Error {
  const what = `The book's tree of allocation ${allocation} at state ${seq} does not fit its items (node ${index} of level ${level}).`;
  return cairnError("ERR_STORE_DAMAGED", what, { facts: { allocation, seq, level, index } });
}
