// The inner nodes of the allocations' trees, on disk in pages of up to 64 neighbours: so a start reads none of them, an append
// writes one now and then, and a proof reads one for each level.
//
//   key     allocation u64 ‖ level u64 ‖ page u64 ‖ since u64
//   value   for each node of the page, from the left:  hash 32 ‖ leaves u64 ‖ ordinal of its first row u64
//
// Only full nodes are kept, those of 64^level items, and these never change when the tree grows. Taking items out changes all
// nodes to the right of the first: such pages are written anew, with the state that did it as `since`, and the older ones stay
// for the states before it. A state reads the last version that is no younger than itself.

import { PROVIDER } from "../limits/index.ts";
import { bytesAt, keyOf, LAST_NUMBER, numberAt } from "./book-keys.ts";
import { Change } from "./book-tables.ts";
import type { SumItem } from "../../proofs/index.ts";
import type { BookTables } from "./book-tables.ts";

/** Children of a full node: a power of two, as the shape of the tree requires. */
export const FANOUT = 64;

/** A node of a tree, or an item at level 0. */
export interface TreeNode extends SumItem {
  /** Of its first row. */
  readonly ordinal: number;
}

export interface TreePage {
  /** From 1 on: a node has 64^level items. */
  readonly level: number;
  /** Its nodes are those from 64 × page on in their level. */
  readonly page: number;
  readonly nodes: readonly TreeNode[];
}

const HASH_BYTES = 32;
const NODE_BYTES = HASH_BYTES + 8 + 8;

export function putPages(
  change: Change,
  tables: BookTables,
  allocation: number,
  since: number,
  pages: Iterable<TreePage>,
): void {
  for (const { level, page, nodes } of pages) {
    change.put(tables.trees, keyOf(allocation, level, page, since), encodeNodes(nodes));
  }
}

/** The nodes of a page as of state `seq`; a page at the right edge may have more than the state. Empty if there is none. */
export async function readPage(
  tables: BookTables,
  allocation: number,
  level: number,
  page: number,
  seq: number,
): Promise<TreeNode[]> {
  const range = { gte: keyOf(allocation, level, page, 0), lte: keyOf(allocation, level, page, seq) };
  const [value] = await tables.trees.values({ ...range, reverse: true, limit: 1 }).all();
  return value === undefined ? [] : decodeNodes(value);
}

/**
 * Drops pages that are older than any state in use; `oldestSeq` tells the oldest one of an allocation. One pass over the keys:
 * 250 for a million items.
 */
export async function dropStalePages(tables: BookTables, oldestSeq: (allocation: number) => number): Promise<number> {
  let dropped = 0;
  let before: Uint8Array | undefined;
  for (let from: Uint8Array | undefined = keyOf(0); from !== undefined;) {
    const keys: Uint8Array[] = await tables.trees.keys({ gt: from, limit: PROVIDER.dropsAtOnce }).all();
    const change = new Change(tables);
    for (const key of keys) {
      const isReplaced = before !== undefined && isSamePage(before, key) && sinceOf(key) <= oldestSeq(numberAt(key, 0));
      if (before !== undefined && isReplaced) {
        change.del(tables.trees, before);
        dropped++;
      }
      before = key;
    }
    await change.commit();
    from = keys.length === PROVIDER.dropsAtOnce ? keys.at(-1) : undefined;
  }
  return dropped;
}

/** Takes an allocation's pages out, as a part of `change`; a bounded number, so call it until it returns 0. */
export async function erasePages(change: Change, tables: BookTables, allocation: number): Promise<number> {
  const range = { gte: keyOf(allocation), lte: keyOf(allocation, LAST_NUMBER), limit: PROVIDER.dropsAtOnce };
  const keys: Uint8Array[] = await tables.trees.keys(range).all();
  for (const key of keys) change.del(tables.trees, key);
  return keys.length;
}

const SINCE_AT = 24;

function sinceOf(key: Uint8Array): number {
  return numberAt(key, SINCE_AT);
}

function isSamePage(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a.subarray(0, SINCE_AT), b.subarray(0, SINCE_AT)) === 0;
}

function encodeNodes(nodes: readonly TreeNode[]): Uint8Array {
  const bytes = new Uint8Array(nodes.length * NODE_BYTES);
  const view = new DataView(bytes.buffer);
  nodes.forEach(({ hash, leaves, ordinal }, i) => {
    const at = i * NODE_BYTES;
    bytes.set(hash, at);
    view.setBigUint64(at + HASH_BYTES, BigInt(leaves));
    view.setBigUint64(at + HASH_BYTES + 8, BigInt(ordinal));
  });
  return bytes;
}

function decodeNodes(value: Uint8Array): TreeNode[] {
  const bytes = bytesAt(value, 0, value.length);
  return Array.from({ length: Math.floor(bytes.length / NODE_BYTES) }, (_, i) => {
    const at = i * NODE_BYTES;
    const hash = bytes.subarray(at, at + HASH_BYTES);
    return { hash, leaves: numberAt(bytes, at + HASH_BYTES), ordinal: numberAt(bytes, at + HASH_BYTES + 8) };
  });
}
