/** The chunked, versioned tree of an allocation against the plain tree over the same items. */

import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { nodeHasher } from "../../../node/hasher.ts";
import { buildTree, CHUNK_ITEMS, itemOf, peaksOf, placeOf } from "../../../node/provider/allocation-tree.ts";
import { Change, openTables } from "../../../node/provider/book-tables.ts";
import { openProviderFolder } from "../../../node/provider/store/data-folder.ts";
import { putRow } from "../../../node/provider/item-rows.ts";
import { TreeCache } from "../../../node/provider/tree-cache.ts";
import { locate, peaksRoot, sumTree } from "../../../proofs/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { fragmentOf } from "./small-client.ts";
import type { BookTables } from "../../../node/provider/book-tables.ts";
import type { ItemRow } from "../../../node/provider/item-rows.ts";

const NOBODY = "0x0000000000000000000000000000000000000001";

async function tablesOf(): Promise<BookTables> {
  const owner = { chainId: 1, market: NOBODY, provider: NOBODY } as const;
  const folder = await openProviderFolder({ folder: await temporaryFolder(), owner });
  onTestFinished(() => folder.close());
  return openTables(folder);
}

async function write(tables: BookTables, allocation: number, rows: readonly ItemRow[]): Promise<void> {
  const change = new Change(tables);
  for (const row of rows) putRow(change, tables, allocation, row);
  await change.commit();
}

function rowAt(ordinal: number, addedSeq: number, bytes = 1 + ((ordinal * 7919) % 2000)): ItemRow {
  return { ordinal, root: fragmentOf(ordinal, 32), bytes, addedSeq, removedSeq: 0 };
}

async function agrees(
  tables: BookTables,
  tree: Awaited<ReturnType<typeof buildTree>>,
  visible: readonly ItemRow[],
): Promise<void> {
  const plain = sumTree(nodeHasher, visible.map(itemOf));
  expect(tree.items).toBe(visible.length);
  expect(tree.leaves).toBe(plain.leaves);
  expect(Buffer.from(tree.root).equals(plain.root)).toBe(true);
  const folded = peaksRoot(nodeHasher, await peaksOf(tables, nodeHasher, tree));
  expect(Buffer.from(folded.hash).equals(plain.root)).toBe(true);
  for (const position of [0, Math.floor(plain.leaves / 3), plain.leaves - 1].filter(
    (at) => at >= 0 && at < plain.leaves,
  )) {
    const place = await placeOf(tables, nodeHasher, tree, position);
    const { item, offset, steps } = locate(plain, position);
    expect(place.row).toEqual(visible[item]);
    expect(place.leaf).toBe(offset);
    expect(place.steps.map(({ leftLeaves, sibling }) => [leftLeaves, Buffer.from(sibling).toString("hex")])).toEqual(
      steps.map(({ leftLeaves, sibling }) => [leftLeaves, Buffer.from(sibling).toString("hex")]),
    );
  }
}

test("after any run of additions and removals, every state that ever was has the tree of its items", async () => {
  const tables = await tablesOf();
  let allocation = 0;
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ add: fc.integer({ min: 1, max: 9 }) }) },
    { weight: 1, arbitrary: fc.record({ remove: fc.integer({ min: 2, max: 5 }) }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      allocation++;
      const trees = new TreeCache(tables, nodeHasher);
      let rows: ItemRow[] = [];
      let removedSeq = 0;
      const versions: { seq: number; removedSeq: number; visible: ItemRow[] }[] = [];
      for (const [i, one] of steps.entries()) {
        const seq = i + 1;
        if ("add" in one) {
          rows = [...rows, ...Array.from({ length: one.add }, (_, j) => rowAt(rows.length + j, seq))];
        } else {
          removedSeq = seq;
          rows = rows.map((row) =>
            row.removedSeq === 0 && row.ordinal % one.remove === 0 ? { ...row, removedSeq: seq } : row,
          );
        }
        await write(tables, allocation, rows);
        versions.push({ seq, removedSeq, visible: rows.filter((row) => row.removedSeq === 0) });
        const last = versions.at(-1)!;
        const cached = await trees.get(allocation, seq, removedSeq);
        expect(Buffer.from(cached.root).equals(sumTree(nodeHasher, last.visible.map(itemOf)).root)).toBe(true);
      }
      for (const { seq, visible } of versions) {
        const then = visible.map((row) => rows[row.ordinal]!);
        const tree = await buildTree(tables, nodeHasher, allocation, seq);
        await agrees(tables, tree, then);
      }
    }),
    { numRuns: 25 },
  );
});

test.each([CHUNK_ITEMS - 1, CHUNK_ITEMS, CHUNK_ITEMS + 1, 2 * CHUNK_ITEMS, 2 * CHUNK_ITEMS + 777])(
  "%i items give the same tree in chunks as in one piece, and growing from it gives the same as starting anew",
  async (count) => {
    const tables = await tablesOf();
    const rows = Array.from({ length: count }, (_, i) => rowAt(2 * i, 1));
    await write(tables, 1, rows);
    const tree = await buildTree(tables, nodeHasher, 1, 1);
    await agrees(tables, tree, rows);
    const more = Array.from({ length: 5_000 }, (_, i) => rowAt(2 * (count + i), 2));
    await write(tables, 1, more);
    const grown = await buildTree(tables, nodeHasher, 1, 2, { base: tree });
    await agrees(tables, grown, [...rows, ...more]);
    await agrees(tables, await buildTree(tables, nodeHasher, 1, 1, { base: tree }), rows);
  },
);

test("positions in one chunk open it once, and another chunk is another", async () => {
  const tables = await tablesOf();
  const rows = Array.from({ length: CHUNK_ITEMS + 3 }, (_, i) => rowAt(i, 1));
  await write(tables, 1, rows);
  const tree = await buildTree(tables, nodeHasher, 1, 1);
  const first = await placeOf(tables, nodeHasher, tree, 0);
  const second = await placeOf(tables, nodeHasher, tree, 99, first.chunk);
  expect(second.chunk).toBe(first.chunk);
  expect(second).toEqual(await placeOf(tables, nodeHasher, tree, 99));
  const last = await placeOf(tables, nodeHasher, tree, tree.leaves - 1, second.chunk);
  expect(last.chunk).not.toBe(first.chunk);
  expect(last.row).toEqual(rows.at(-1));
});

test("the cache never grows a tree from one that was before a removal", async () => {
  const tables = await tablesOf();
  const trees = new TreeCache(tables, nodeHasher);
  const rows = Array.from({ length: CHUNK_ITEMS + 10 }, (_, i) => rowAt(i, 1));
  await write(tables, 1, rows);
  await trees.get(1, 1, 0);
  const without = rows.map((row) => (row.ordinal < 3 ? { ...row, removedSeq: 2 } : row));
  await write(tables, 1, without);
  await agrees(tables, await trees.get(1, 2, 2), without.slice(3));
  await agrees(tables, await trees.get(1, 1, 2), without);
});
