/** Which tree a state gets: the last one, one that a snapshot still has, and when the pages on disk are not to be believed. */

import { expect, onTestFinished, test } from "vitest";
import { nodeHasher } from "../../../node/hasher.ts";
import { encodeRecord, newRecord } from "../../../node/provider/allocation-record.ts";
import { emptyTree, peaksOf } from "../../../node/provider/allocation-tree.ts";
import { keyOf } from "../../../node/provider/book-keys.ts";
import { Change, openTables } from "../../../node/provider/book-tables.ts";
import { putRow } from "../../../node/provider/item-rows.ts";
import { putSuperseded } from "../../../node/provider/superseded-states.ts";
import { openProviderFolder } from "../../../node/provider/store/index.ts";
import { TreeCache } from "../../../node/provider/tree-cache.ts";
import { TreeGrower } from "../../../node/provider/tree-grower.ts";
import { erasePages, FANOUT, putPages, readPage } from "../../../node/provider/tree-pages.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { fragmentOf } from "./small-client.ts";
import type { AllocationTree } from "../../../node/provider/allocation-tree.ts";
import type { BookTables } from "../../../node/provider/book-tables.ts";

const NOBODY = "0x0000000000000000000000000000000000000001";
const ITEMS = 3 * FANOUT + 5;

/** A book with an allocation of two states, the second with one item more: its trees. */
async function twoStates(): Promise<{ tables: BookTables; first: AllocationTree; second: AllocationTree }> {
  const owner = { chainId: 1, market: NOBODY, provider: NOBODY } as const;
  const folder = await openProviderFolder({ folder: await temporaryFolder(), owner });
  onTestFinished(() => folder.close());
  const tables = openTables(folder);
  const first = await addTo(tables, emptyTree(nodeHasher, 1), ITEMS);
  const second = await addTo(tables, first, 1);
  const change = new Change(tables);
  putSuperseded(change, tables, signed(first), first.items);
  const terms = { id: 1, client: NOBODY, units: 1, startRound: 0, endRound: 9 } as const;
  const record = { ...newRecord(terms), signed: signed(second), peaks: peaksOf(nodeHasher, second) };
  change.put(tables.allocations, keyOf(1), encodeRecord({ ...record, nextOrdinal: second.items }));
  await change.commit();
  return { tables, first, second };
}

async function addTo(tables: BookTables, base: AllocationTree, count: number): Promise<AllocationTree> {
  const seq = base.seq + 1;
  const rows = Array.from({ length: count }, (_, i) => {
    const ordinal = base.items + i;
    return { ordinal, root: fragmentOf(ordinal, 32), bytes: 1 + ordinal, addedSeq: seq, removedSeq: 0 };
  });
  const grower = new TreeGrower(nodeHasher, base);
  await grower.addAll(rows);
  const { tree, pages } = grower.end(seq);
  const change = new Change(tables);
  for (const row of rows) putRow(change, tables, 1, row);
  putPages(change, tables, 1, 0, pages);
  await change.commit();
  return tree;
}

function signed({ seq, root: subRoot, leaves }: AllocationTree) {
  const [clientSignature, providerSignature] = [fragmentOf(1, 65), fragmentOf(2, 65)];
  return { state: { allocation: 1, seq, subRoot, leaves, fromRound: 1 }, clientSignature, providerSignature };
}

test("the last state and those in snapshots have their trees from pages, and share one who asks twice", async () => {
  const { tables, first, second } = await twoStates();
  const trees = new TreeCache(tables, nodeHasher);
  expect(await trees.get(1, 1, 0)).toEqual(first);
  expect(await trees.get(1, 2, 0)).toEqual(second);
  expect(trees.get(1, 2, 0)).toBe(trees.get(1, 2, 0));
  trees.drop(1);
  expect(await trees.get(1, 2, 0)).toEqual(second);
});

test("pages that do not give what was signed are made again from the rows", async () => {
  const { tables, first, second } = await twoStates();
  const [node, ...others] = await readPage(tables, 1, 1, 0, 2);
  const change = new Change(tables);
  putPages(change, tables, 1, 0, [{ level: 1, page: 0, nodes: [{ ...node!, hash: fragmentOf(9, 32) }, ...others] }]);
  await change.commit();
  const trees = new TreeCache(tables, nodeHasher);
  for (const tree of [first, second]) {
    const { root, leaves, unsaved } = await trees.get(1, tree.seq, 0);
    expect([root, leaves]).toEqual([tree.root, tree.leaves]);
    expect(unsaved.size).toBe(1);
  }
});

test("a book from before there were pages, or numbers of items, has its trees all the same", async () => {
  const { tables, first, second } = await twoStates();
  const change = new Change(tables);
  await erasePages(change, tables, 1);
  change.del(tables.states, keyOf(1, 1));
  await change.commit();
  const trees = new TreeCache(tables, nodeHasher);
  expect((await trees.get(1, 1, 0)).root).toEqual(first.root);
  expect((await trees.get(1, 2, 0)).root).toEqual(second.root);
});
