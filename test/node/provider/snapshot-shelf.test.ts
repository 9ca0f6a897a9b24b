/** Which snapshots are kept: for as long as the chain could ask for them, through any restart. */

import { expect, onTestFinished, test } from "vitest";
import { nodeHasher } from "../../../node/hasher.ts";
import { PROVIDER } from "../../../node/limits/index.ts";
import { openTables } from "../../../node/provider/book-tables.ts";
import { openProviderFolder } from "../../../node/provider/store/data-folder.ts";
import { snapshotOf, SnapshotShelf } from "../../../node/provider/snapshot-shelf.ts";
import { EMPTY_ROOT } from "../../../proofs/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { fragmentOf } from "./small-client.ts";
import type { BookTables } from "../../../node/provider/book-tables.ts";
import type { Snapshot } from "../../../node/provider/snapshot-shelf.ts";

const NOBODY = "0x0000000000000000000000000000000000000001";

async function tablesOf(): Promise<BookTables> {
  const owner = { chainId: 1, market: NOBODY, provider: NOBODY } as const;
  const folder = await openProviderFolder({ folder: await temporaryFolder(), owner });
  onTestFinished(() => folder.close());
  return openTables(folder);
}

function snapshot(seq: number, allocations = [3, 9, 12]): Snapshot {
  const items = allocations.map((allocation) => ({
    allocation,
    seq,
    subRoot: fragmentOf(seq + allocation, 32),
    leaves: 5 + seq,
  }));
  return snapshotOf(nodeHasher, items.reverse());
}

test("a snapshot lists its allocations in ascending order and leaves empty ones out", () => {
  const items = [
    { allocation: 7, seq: 1, subRoot: fragmentOf(1, 32), leaves: 2 },
    { allocation: 2, seq: 4, subRoot: EMPTY_ROOT, leaves: 0 },
    { allocation: 5, seq: 1, subRoot: fragmentOf(2, 32), leaves: 3 },
  ];
  const made = snapshotOf(nodeHasher, items);
  expect(made.allocations.map((item) => item.allocation)).toEqual([5, 7]);
  expect(made.leaves).toBe(5);
});

test("the empty root is always known, and proves nothing", async () => {
  const shelf = await SnapshotShelf.open(await tablesOf(), nodeHasher);
  expect(shelf.get(EMPTY_ROOT)).toMatchObject({ leaves: 0, allocations: [] });
  expect(shelf.get(fragmentOf(1, 32))).toBeUndefined();
});

test("what was kept is there after a restart, with the same root", async () => {
  const tables = await tablesOf();
  const shelf = await SnapshotShelf.open(tables, nodeHasher);
  const made = snapshot(4);
  await shelf.keep(made, 10);
  const again = await SnapshotShelf.open(tables, nodeHasher);
  expect(again.get(made.root)?.allocations).toEqual(made.allocations);
  expect(again.oldestSeq(9)).toBe(4);
  expect(again.oldestSeq(10)).toBeUndefined();
});

test("the last eight rounds stay; an older one goes, from the disk too", async () => {
  const tables = await tablesOf();
  const shelf = await SnapshotShelf.open(tables, nodeHasher);
  const made = Array.from({ length: 20 }, (_, round) => snapshot(round + 1));
  for (const [round, one] of made.entries()) {
    await shelf.keep(one, round);
    await shelf.prune(one.root, round);
  }
  expect(shelf.size).toBe(PROVIDER.retainedRounds + 1);
  const again = await SnapshotShelf.open(tables, nodeHasher);
  expect(made.map((one) => again.get(one.root) !== undefined)).toEqual(
    made.map((_, i) => i >= 19 - PROVIDER.retainedRounds),
  );
  expect(again.oldestSeq(3)).toBe(20 - PROVIDER.retainedRounds);
});

test("the committed root stays however old it is, and for eight rounds after it was replaced", async () => {
  const shelf = await SnapshotShelf.open(await tablesOf(), nodeHasher);
  const [committed, next] = [snapshot(1), snapshot(2)];
  await shelf.keep(committed, 0);
  for (let round = 1; round <= 100; round++) await shelf.prune(committed.root, round);
  expect(shelf.get(committed.root)).toBeDefined();
  await shelf.keep(next, 101);
  await shelf.prune(next.root, 101 + PROVIDER.retainedRounds - 1);
  expect(shelf.get(committed.root)).toBeDefined();
  await shelf.prune(next.root, 101 + PROVIDER.retainedRounds);
  expect(shelf.get(committed.root)).toBeUndefined();
  expect(shelf.get(next.root)).toBeDefined();
});

test("a pinned root stays for as long as it is pinned, and goes after it", async () => {
  const shelf = await SnapshotShelf.open(await tablesOf(), nodeHasher);
  const [disputed, committed] = [snapshot(1), snapshot(2)];
  await shelf.keep(disputed, 0);
  shelf.pin([disputed.root]);
  await shelf.keep(committed, 1);
  await shelf.prune(committed.root, 1 + 2 * PROVIDER.retainedRounds);
  expect(shelf.get(disputed.root)).toBeDefined();
  expect(shelf.has(9, 1)).toBe(true);
  shelf.pin([]);
  await shelf.prune(committed.root, 1 + 2 * PROVIDER.retainedRounds);
  expect(shelf.get(disputed.root)).toBeUndefined();
  expect(shelf.has(9, 1)).toBe(false);
});

test("a root that stayed while rounds were missed is no old one after a restart", async () => {
  const tables = await tablesOf();
  const [committed, next] = [snapshot(1), snapshot(2)];
  const first = await SnapshotShelf.open(tables, nodeHasher);
  await first.keep(committed, 0);
  await first.prune(committed.root, 30);
  await first.keep(next, 30);
  const second = await SnapshotShelf.open(tables, nodeHasher);
  await second.prune(next.root, 30 + PROVIDER.retainedRounds);
  expect(second.get(committed.root)).toBeDefined();
  await second.prune(next.root, 32 + PROVIDER.retainedRounds);
  expect(second.get(committed.root)).toBeUndefined();
});

test("the last round in which a root was offered is known after a restart, also if the root was empty", async () => {
  const tables = await tablesOf();
  const first = await SnapshotShelf.open(tables, nodeHasher);
  expect(first.lastOffered).toBe(-1);
  await first.keep(snapshot(1), 4);
  await first.keep(snapshotOf(nodeHasher, []), 6);
  expect(first.lastOffered).toBe(6);
  const second = await SnapshotShelf.open(tables, nodeHasher);
  expect(second.lastOffered).toBe(6);
  expect(second.size).toBe(1);
});
