/** The book's group commit: how many syncs there are, in which order changes take effect, and what a failed one takes along. */

import { beforeEach, expect, onTestFinished, test } from "vitest";
import { PROVIDER } from "../../../node/limits/index.ts";
import { keyOf } from "../../../node/provider/book-keys.ts";
import { Change, openTables } from "../../../node/provider/book-tables.ts";
import { openProviderFolder } from "../../../node/provider/store/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import type { BookTables } from "../../../node/provider/book-tables.ts";
import type { ProviderFolder } from "../../../node/provider/store/index.ts";

const NOBODY = "0x0000000000000000000000000000000000000001";

let folder: ProviderFolder;
let tables: BookTables;
/** Operations of each batch that LevelDB wrote. */
let batches: number[];

beforeEach(async () => {
  const owner = { chainId: 1, market: NOBODY, provider: NOBODY } as const;
  folder = await openProviderFolder({ folder: await temporaryFolder(), owner });
  onTestFinished(() => folder.close());
  tables = openTables(folder);
  batches = [];
  folder.book.on("write", (operations) => void batches.push(operations.length));
});

function put(number: number, value: number): Promise<void> {
  const change = new Change(tables);
  change.put(tables.items, keyOf(number), keyOf(value));
  return change.commit();
}

async function values(): Promise<number[]> {
  return (await tables.items.values().all()).map((value) => Number(Buffer.from(value).readBigUInt64BE()));
}

test("one change alone is written at once; those that come meanwhile share the next batch", async () => {
  const first = put(1, 1);
  await Promise.resolve();
  await Promise.all([first, ...Array.from({ length: 50 }, (_, i) => put(2 + i, i))]);
  expect(batches).toEqual([1, 50]);
  expect(await values()).toHaveLength(51);
});

test("changes take effect in the order in which they were made", async () => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => put(7, i)));
  expect(await values()).toEqual([19]);
  const change = new Change(tables);
  change.del(tables.items, keyOf(7));
  await Promise.all([put(7, 1), change.commit()]);
  expect(await values()).toEqual([]);
});

test("a batch ends before it would be too long, and no change is ever cut in two", async () => {
  const large = new Change(tables);
  for (let i = 0; i < PROVIDER.bookBatchOperations; i++) large.put(tables.items, keyOf(i), keyOf(i));
  await Promise.all([put(1, 1), large.commit(), put(2, 2)]);
  expect(batches).toEqual([1, PROVIDER.bookBatchOperations, 1]);
});

test("what cannot be written is told to each who waits for it, and does not keep the next ones from being written", async () => {
  const bad = new Change(tables);
  bad.put(tables.items, new Uint8Array(0), keyOf(1)); // LevelDB takes no value without a key, and none of a batch with one
  bad.put(tables.items, undefined as never, keyOf(1));
  const together = await Promise.allSettled([put(1, 1), bad.commit(), put(2, 2)]);
  expect(together.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(await values()).toEqual([]);
  await put(3, 3);
  expect(await values()).toEqual([3]);
});

test("a change without operations waits for nothing", async () => {
  await new Change(tables).commit();
  expect(batches).toEqual([]);
});
