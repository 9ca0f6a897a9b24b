// The items of an allocation as rows in tree order, versioned: an item is in the tree of every state from addedSeq up to,
// but not including, removedSeq. So the tree of an older committed state can always be built again.
//
//   row   root 32 ‖ bytes u32 ‖ addedSeq u64 ‖ removedSeq u64 (0 = still there)

import { PROVIDER } from "../limits/index.ts";
import { bytesAt, keyOf, LAST_NUMBER, numberAt } from "./book-keys.ts";
import type { BookTables, Change } from "./book-tables.ts";

export interface ItemRow {
  readonly ordinal: number;
  readonly root: Uint8Array;
  readonly bytes: number;
  readonly addedSeq: number;
  readonly removedSeq: number;
}

const ROW_BYTES = 52;

export function putRow(change: Change, tables: BookTables, allocation: number, row: ItemRow): void {
  const value = new Uint8Array(ROW_BYTES);
  const view = new DataView(value.buffer);
  value.set(row.root, 0);
  view.setUint32(32, row.bytes);
  view.setBigUint64(36, BigInt(row.addedSeq));
  view.setBigUint64(44, BigInt(row.removedSeq));
  change.put(tables.items, keyOf(allocation, row.ordinal), value);
}

/** All rows of an allocation from `ordinal` on, whatever their version, in batches. */
export async function* allRows(tables: BookTables, allocation: number, ordinal = 0): AsyncGenerator<ItemRow[]> {
  const range = { gte: keyOf(allocation, ordinal), lte: keyOf(allocation, LAST_NUMBER) };
  const iterator = tables.items.iterator(range);
  try {
    for (;;) {
      const entries = await iterator.nextv(PROVIDER.rowsAtOnce);
      if (entries.length === 0) return;
      yield entries.map(([key, value]) => rowOf(key, value));
    }
  } finally {
    await iterator.close();
  }
}

/** The rows that are in the tree of state `seq`, from `ordinal` on, in tree order, in batches. */
export async function* rowsAt(
  tables: BookTables,
  allocation: number,
  seq: number,
  ordinal = 0,
): AsyncGenerator<ItemRow[]> {
  for await (const rows of allRows(tables, allocation, ordinal)) {
    const visible = rows.filter((row) => isAt(row, seq));
    if (visible.length > 0) yield visible;
  }
}

/** The first `count` rows from `ordinal` on that are in the tree of state `seq`; fewer if there are no more. */
export async function someRowsAt(
  tables: BookTables,
  allocation: number,
  seq: number,
  ordinal: number,
  count: number,
): Promise<ItemRow[]> {
  const found: ItemRow[] = [];
  for (let from = ordinal; found.length < count;) {
    // Seldom are there rows in between that are in other states only.
    const limit = Math.min(PROVIDER.rowsAtOnce, count);
    const range = { gte: keyOf(allocation, from), lte: keyOf(allocation, LAST_NUMBER), limit };
    const rows = (await tables.items.iterator(range).all()).map(([key, value]) => rowOf(key, value));
    for (const row of rows) if (found.length < count && isAt(row, seq)) found.push(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) break;
    from = last.ordinal + 1;
  }
  return found;
}

function isAt(row: ItemRow, seq: number): boolean {
  return row.addedSeq <= seq && (row.removedSeq === 0 || seq < row.removedSeq);
}

function rowOf(key: Uint8Array, value: Uint8Array): ItemRow {
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  return {
    ordinal: numberAt(key, 8),
    root: bytesAt(value, 0, 32),
    bytes: view.getUint32(32),
    addedSeq: numberAt(value, 36),
    removedSeq: numberAt(value, 44),
  };
}
