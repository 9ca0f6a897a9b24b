/** What a provider has in the end, counted in every way there is, and what its clients say it must have. */

import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { rebuildTree } from "../../../node/provider/tree-grower.ts";
import type { Pieces } from "./pieces.ts";
import type { Held } from "./soak-clients.ts";

export interface Account {
  /** Fragments, payload bytes and bytes of whole records, as the index's accounts have them, and as its entries add up. */
  readonly usage: readonly number[];
  readonly entries: readonly number[];
  /** Bytes of all logs, as the accounts have them, and as the file system has. */
  readonly counted: number;
  readonly files: number;
  /** Fragments that a client or a staging owns and that are not there, and those that nobody owns. */
  readonly missing: number;
  readonly unowned: number;
  /** … that did not read back as what was put. */
  readonly wrong: number;
  /** Allocations whose tree, made again from all its rows, is not the one that was signed. */
  readonly wrongTrees: number;
  readonly allocations: number;
}

const RECORD_FRAMING = 104;

export async function accountOf(pieces: Pieces, folder: string, held: readonly Held[]): Promise<Account> {
  // Joins the one that runs: the accounts are those of a store at rest.
  await pieces.store.compact();
  const { fragments, payloadBytes, liveBytes, deadBytes } = pieces.store.usage();
  const { book } = pieces.changes;
  // All others ended.
  const owned = ownedRoots(held.filter(({ allocation }) => book.get(allocation) !== undefined));
  const entries: [number, number, number] = [0, 0, 0];
  let [unowned, wrong] = [0, 0];
  for await (const { root, bytes } of pieces.store.entries()) {
    entries[0] += 1;
    entries[1] += bytes;
    entries[2] += RECORD_FRAMING + 8 * Math.ceil(bytes / 8);
    if (!owned.delete(hex(root))) unowned++;
    // The reader compares with the root.
    const whole = await pieces.reader.whole(root).catch(() => undefined);
    if (whole?.length !== bytes) wrong++;
  }
  return {
    usage: [fragments, payloadBytes, liveBytes],
    entries,
    counted: liveBytes + deadBytes,
    files: await bytesIn(join(folder, "logs")),
    missing: owned.size,
    unowned,
    wrong,
    wrongTrees: await wrongTrees(pieces),
    allocations: [...pieces.changes.book.written()].length,
  };
}

/** Of the objects in these allocations. */
export function ownedRoots(held: readonly Held[]): Set<string> {
  return new Set(held.flatMap(({ objects }) => objects.flatMap(({ items }) => items.map(({ root }) => hex(root)))));
}

async function wrongTrees({ changes, hasher }: Pieces): Promise<number> {
  let wrong = 0;
  for (const { record } of changes.book.written()) {
    if (record.signed === undefined) continue;
    const { allocation, seq, subRoot, leaves } = record.signed.state;
    const made = await rebuildTree(changes.tables, hasher, allocation, seq);
    const paged = await changes.trees.get(allocation, seq, record.removedSeq);
    const isRight = [made, paged].every((tree) => tree.leaves === leaves && hex(tree.root) === hex(subRoot));
    if (!isRight || paged.unsaved.size > 0) wrong++;
  }
  return wrong;
}

async function bytesIn(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
