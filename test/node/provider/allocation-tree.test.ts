/** The paged, versioned tree of an allocation against the plain tree over the same items. */

import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { nodeHasher } from "../../../node/hasher.ts";
import {
  CHUNK_ITEMS,
  chunkRows,
  emptyTree,
  itemOf,
  openTree,
  peaksOf,
  placeOf,
} from "../../../node/provider/allocation-tree.ts";
import { keyOf } from "../../../node/provider/book-keys.ts";
import { Change, openTables } from "../../../node/provider/book-tables.ts";
import { openProviderFolder } from "../../../node/provider/store/data-folder.ts";
import { putRow } from "../../../node/provider/item-rows.ts";
import { rebuildTree, TreeGrower } from "../../../node/provider/tree-grower.ts";
import { dropStalePages, erasePages, FANOUT, putPages, readPage } from "../../../node/provider/tree-pages.ts";
import { locate, peaksRoot, sumTree } from "../../../proofs/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { fragmentOf } from "./small-client.ts";
import type { AllocationTree } from "../../../node/provider/allocation-tree.ts";
import type { BookTables } from "../../../node/provider/book-tables.ts";
import type { ItemRow } from "../../../node/provider/item-rows.ts";

const NOBODY = "0x0000000000000000000000000000000000000001";

async function tablesOf(): Promise<BookTables> {
  const owner = { chainId: 1, market: NOBODY, provider: NOBODY } as const;
  const folder = await openProviderFolder({ folder: await temporaryFolder(), owner });
  onTestFinished(() => folder.close());
  return openTables(folder);
}

/** A state, and what its tree has to be. */
interface Version {
  readonly seq: number;
  readonly since: number;
  readonly tree: AllocationTree;
  readonly rows: readonly ItemRow[];
}

/** The states of an allocation, one after the other, each written as the book does. */
class History {
  readonly #tables: BookTables;
  readonly #allocation: number;
  #nextOrdinal = 0;
  readonly versions: Version[] = [];

  constructor(tables: BookTables, allocation: number) {
    this.#tables = tables;
    this.#allocation = allocation;
  }

  get last(): Version {
    const tree = emptyTree(nodeHasher, this.#allocation);
    return this.versions.at(-1) ?? { seq: 0, since: 0, tree, rows: [] };
  }

  async add(count: number): Promise<Version> {
    const { seq, since, tree, rows } = this.last;
    const added = Array.from({ length: count }, () => rowAt(this.#nextOrdinal++, seq + 1));
    const grower = new TreeGrower(nodeHasher, tree);
    await grower.addAll(added);
    return this.#commit(grower, { seq: seq + 1, since, rows: [...rows, ...added] }, added);
  }

  async remove(goes: (row: ItemRow) => boolean): Promise<Version> {
    const { seq, tree, rows } = this.last;
    const first = rows.findIndex(goes);
    const whole = first < 0 ? rows.length : first - (first % FANOUT);
    const base = first < 0 ? tree : await openTree(this.#tables, nodeHasher, { ...tree, items: whole });
    expect(base).toBeDefined();
    const kept = rows.filter((row) => !goes(row));
    const grower = new TreeGrower(nodeHasher, base!);
    if (first >= 0) await grower.addAll(kept.slice(whole));
    const gone = rows.filter(goes).map((row) => ({ ...row, removedSeq: seq + 1 }));
    return this.#commit(grower, { seq: seq + 1, since: seq + 1, rows: kept }, gone);
  }

  /** The tree of a version as a restart opens it. */
  open({ seq, rows }: Version): Promise<AllocationTree | undefined> {
    return openTree(this.#tables, nodeHasher, { allocation: this.#allocation, seq, items: rows.length });
  }

  async #commit(grower: TreeGrower, made: Omit<Version, "tree">, changed: readonly ItemRow[]): Promise<Version> {
    const { tree, pages } = grower.end(made.seq);
    const change = new Change(this.#tables);
    for (const row of changed) putRow(change, this.#tables, this.#allocation, row);
    putPages(change, this.#tables, this.#allocation, made.since, pages);
    await change.commit();
    this.versions.push({ ...made, tree });
    return { ...made, tree };
  }
}

function rowAt(ordinal: number, addedSeq: number): ItemRow {
  const bytes = 1 + ((ordinal * 7919) % 2000);
  return { ordinal, root: fragmentOf(ordinal, 32), bytes, addedSeq, removedSeq: 0 };
}

async function agrees(
  tables: BookTables,
  tree: AllocationTree | undefined,
  rows: readonly Pick<ItemRow, "root" | "bytes" | "ordinal">[],
): Promise<void> {
  const plain = sumTree(nodeHasher, rows.map(itemOf));
  if (tree === undefined) throw new Error("the tree has no pages");
  expect([tree.items, tree.leaves]).toEqual([rows.length, plain.leaves]);
  expect(Buffer.from(tree.root).equals(plain.root)).toBe(true);
  const folded = peaksRoot(nodeHasher, peaksOf(nodeHasher, tree));
  expect(Buffer.from(folded.hash).equals(plain.root)).toBe(true);
  for (const part of [0, 0.3, 0.6, 1]) {
    const position = Math.min(plain.leaves - 1, Math.floor(plain.leaves * part));
    if (position < 0) continue;
    const place = await placeOf(tables, nodeHasher, tree, position);
    const { item, offset, steps } = locate(plain, position);
    expect(place.row).toMatchObject({ ordinal: rows[item]!.ordinal, root: rows[item]!.root });
    expect(place.leaf).toBe(offset);
    expect(place.steps.map(({ leftLeaves, sibling }) => [leftLeaves, Buffer.from(sibling).toString("hex")])).toEqual(
      steps.map(({ leftLeaves, sibling }) => [leftLeaves, Buffer.from(sibling).toString("hex")]),
    );
  }
}

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ add: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 50, max: 700 })) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ every: fc.integer({ min: 2, max: 5 }), from: fc.double({ min: 0, max: 1, noNaN: true }) }),
  },
);

test("after any run of additions and removals, every state that ever was has the tree of its items", async () => {
  const tables = await tablesOf();
  let allocation = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const history = new History(tables, ++allocation);
      for (const one of steps) {
        if ("add" in one) await history.add(one.add);
        else {
          const from = one.from * (history.last.rows.at(-1)?.ordinal ?? 0);
          await history.remove(({ ordinal }) => ordinal >= from && ordinal % one.every === 0);
        }
        await agrees(tables, history.last.tree, history.last.rows);
      }
      for (const version of history.versions) {
        await agrees(tables, await history.open(version), version.rows);
        await agrees(tables, await rebuildTree(tables, nodeHasher, allocation, version.seq), version.rows);
      }
    }),
    { numRuns: 20 },
  );
});

test.each([FANOUT - 1, FANOUT, FANOUT + 1, CHUNK_ITEMS - 1, CHUNK_ITEMS, CHUNK_ITEMS + 1, 2 * CHUNK_ITEMS + 777])(
  "%i items give the same tree in pages as in one piece, grown at once or in two steps, and are listed in pieces",
  async (count) => {
    const tables = await tablesOf();
    const [once, twice] = [new History(tables, 1), new History(tables, 2)];
    const version = await once.add(count);
    await agrees(tables, await once.open(version), version.rows);
    const listed = [];
    for (let chunk = 0; chunk * CHUNK_ITEMS < count; chunk++) listed.push(await chunkRows(tables, version.tree, chunk));
    expect(listed.flat()).toEqual(version.rows);
    expect(listed.slice(0, -1).every((rows) => rows.length === CHUNK_ITEMS)).toBe(true);
    expect(await chunkRows(tables, version.tree, listed.length)).toEqual([]);
    const half = await twice.add(Math.floor(count / 2));
    const whole = await twice.add(count - Math.floor(count / 2));
    expect(whole.tree.root).toEqual(version.tree.root);
    await agrees(tables, await twice.open(whole), whole.rows);
    await agrees(tables, await twice.open(half), half.rows);
  },
);

test("a tree is opened and searched by a handful of reads, however many items it has", async () => {
  const tables = await tablesOf();
  const history = new History(tables, 1);
  const version = await history.add(3 * CHUNK_ITEMS + 2 * FANOUT + 5);
  const reads = { rows: 0, pages: 0 };
  const counted: BookTables = {
    ...tables,
    items: counting(tables.items, (found) => (reads.rows += found)),
    trees: counting(tables.trees, (found) => (reads.pages += found)),
  };
  const tree = await openTree(counted, nodeHasher, { allocation: 1, seq: 1, items: version.rows.length });
  expect(reads).toEqual({ rows: FANOUT + 5, pages: 2 });
  reads.rows = reads.pages = 0;
  await placeOf(counted, nodeHasher, tree!, Math.floor(tree!.leaves / 2));
  expect(reads).toEqual({ rows: FANOUT, pages: 1 });
});

/** A table that tells how many entries were read by its iterators. */
function counting<T extends BookTables["items"]>(table: T, count: (found: number) => void): T {
  const counts = (method: "iterator" | "values") => (options: object) => {
    const all = async (): Promise<readonly unknown[]> => {
      const found = method === "iterator" ? await table.iterator(options).all() : await table.values(options).all();
      count(found.length);
      return found;
    };
    return { all };
  };
  return { iterator: counts("iterator"), values: counts("values") } as unknown as T;
}

test("positions below one node open it once, and another node is another", async () => {
  const tables = await tablesOf();
  const history = new History(tables, 1);
  const { tree, rows } = await history.add(CHUNK_ITEMS + 3);
  const first = await placeOf(tables, nodeHasher, tree, 0);
  const second = await placeOf(tables, nodeHasher, tree, 9, first.way);
  expect(second.way.opened[0]).toBe(first.way.opened[0]);
  expect(second).toEqual(await placeOf(tables, nodeHasher, tree, 9));
  const last = await placeOf(tables, nodeHasher, tree, tree.leaves - 1, second.way);
  expect(last.way.opened).toEqual([]);
  expect(last.row).toEqual(rows.at(-1));
  const other = new History(tables, 2);
  await other.add(1);
  const longer = await other.add(CHUNK_ITEMS);
  await placeOf(tables, nodeHasher, longer.tree, 0, first.way).then(({ row }) => expect(row).toEqual(longer.rows[0]));
});

test("a page that does not fit the tree above it is told, not proved", async () => {
  const tables = await tablesOf();
  const history = new History(tables, 1);
  const { tree } = await history.add(CHUNK_ITEMS);
  const [first, ...others] = await readPage(tables, 1, 1, 0, 1);
  const change = new Change(tables);
  putPages(change, tables, 1, 0, [{ level: 1, page: 0, nodes: [{ ...first!, leaves: first!.leaves + 1 }, ...others] }]);
  await change.commit();
  await expect(placeOf(tables, nodeHasher, tree, 0)).rejects.toMatchObject({ code: "ERR_STORE_DAMAGED" });
});

test("a tree without pages is made from its rows, and the next change writes them", async () => {
  const tables = await tablesOf();
  const history = new History(tables, 1);
  const { rows, seq } = await history.add(CHUNK_ITEMS + FANOUT + 1);
  const change = new Change(tables);
  while ((await erasePages(change, tables, 1)) > 0) await change.commit();
  expect(await history.open(history.last)).toBeUndefined();
  const rebuilt = await rebuildTree(tables, nodeHasher, 1, seq);
  await agrees(tables, rebuilt, rows);
  history.versions[0] = { ...history.last, tree: rebuilt };
  await history.add(1);
  await agrees(tables, await history.open(history.last), history.last.rows);
});

test("pages of states that nobody needs any more go, and all others stay", async () => {
  const tables = await tablesOf();
  const [history, other] = [new History(tables, 1), new History(tables, 2)];
  await other.add(2 * CHUNK_ITEMS);
  await history.add(2 * CHUNK_ITEMS);
  for (let ordinal = 0; ordinal < 3; ordinal++) await history.remove((row) => row.ordinal === ordinal);
  const pages = async (): Promise<number> => (await tables.trees.keys({ gte: keyOf(1), lt: keyOf(2) }).all()).length;
  const before = await pages();
  expect(await dropStalePages(tables, (allocation) => (allocation === 1 ? 3 : 1))).toBeGreaterThan(0);
  expect(await pages()).toBeLessThan(before);
  for (const version of history.versions.slice(2)) await agrees(tables, await history.open(version), version.rows);
  await agrees(tables, await other.open(other.last), other.last.rows);
  expect(await dropStalePages(tables, () => 3)).toBe(0);
});
