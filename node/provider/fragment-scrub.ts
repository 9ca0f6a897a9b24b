// The scrub of a provider: what it finds lost is remembered, said in the log with what it costs, and admitted to whoever asks.
// A checksum tells of changed bits; only the root tells that these are the bytes that the provider has signed for. So each
// fragment is hashed up to its root, in steps that leave the loop free for others.

import { setImmediate as nextTurn } from "node:timers/promises";
import { fragmentId } from "../../protocol/index.ts";
import { FragmentHasher, leafCount } from "../../proofs/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { formatTokens } from "../quantity.ts";
import { signedLeaves } from "./allocation-book.ts";
import { bytesAt, keyOf, LAST_NUMBER, numberAt, sameBytes } from "./book-keys.ts";
import { Scrub } from "./store/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { Ledger } from "../../contracts/index.ts";
import type { AllocationBook } from "./allocation-book.ts";
import type { BookTables } from "./book-tables.ts";
import type { FragmentReader } from "./fragment-reader.ts";
import type { ProviderLog } from "./provider-log.ts";
import type { RoundReport } from "./round-report.ts";
import type { FragmentStore, ScrubOptions, StoredFragment, Sublevel } from "./store/index.ts";

export interface FragmentScrubParts {
  readonly table: Sublevel;
  readonly store: FragmentStore;
  readonly reader: FragmentReader;
  readonly tables: BookTables;
  readonly book: AllocationBook;
  readonly report: RoundReport;
  readonly ledger: Ledger;
  readonly hasher: Hasher;
  readonly log: ProviderLog;
  readonly now: () => number;
}

/** Goes on where an earlier run has left off. */
export function openFragmentScrub(parts: FragmentScrubParts, options: ScrubOptions): Promise<Scrub> {
  const { table, store, now, log } = parts;
  const scrub = {
    table,
    store,
    now,
    verify: (root: Uint8Array, bytes: Uint8Array) => isOfRoot(parts.hasher, root, bytes),
    found: (fragment: StoredFragment, state: "whole" | "corrupt") => note(parts, fragment, state),
    passed: (signal: AbortSignal) => findMissing(parts, signal),
    failed: (err: unknown) =>
      log.warn(
        { event: "scrub.failed", err },
        "what is stored is read again all the time, to find damage early; that broke off and goes on soon: check the disk if this repeats",
      ),
  };
  return Scrub.open(scrub, options);
}

async function isOfRoot(hasher: Hasher, root: Uint8Array, bytes: Uint8Array): Promise<boolean> {
  const tree = new FragmentHasher(hasher);
  for (let at = 0; at < bytes.byteLength; at += PROVIDER.hashBytesPerTurn) {
    tree.update(bytes.subarray(at, at + PROVIDER.hashBytesPerTurn));
    await nextTurn();
  }
  return sameBytes(tree.root(), root);
}

async function note(parts: FragmentScrubParts, { root, bytes }: StoredFragment, state: "whole" | "corrupt") {
  if (state === "corrupt") return lose(parts, root, leafCount(bytes));
  if (!parts.reader.isCorrupt(root)) return;
  parts.reader.healed(root);
  const fragment = fragmentId(root);
  parts.log.info(
    { event: "fragment.whole", fragment },
    `fragment ${fragment}, which could not be read, is whole again`,
  );
}

/** Fragments that the book owes and the store does not have: what damage has made of the logs. */
async function findMissing(parts: FragmentScrubParts, signal: AbortSignal): Promise<void> {
  for (let after: Uint8Array | undefined; !signal.aborted;) {
    const range = { limit: PROVIDER.keysAtOnce, ...(after === undefined ? {} : { gt: keyOf(after, LAST_NUMBER) }) };
    const keys = await parts.tables.references.keys(range).all();
    if (keys.length === 0) return;
    for (const key of keys) {
      const root = bytesAt(key, 0, 32);
      if (after !== undefined && sameBytes(root, after)) continue;
      after = root;
      if ((await parts.store.size(root)) === undefined) await loseMissing(parts, root, signal);
    }
  }
}

/** It may have been let go of since it was listed. */
async function loseMissing(parts: FragmentScrubParts, root: Uint8Array, signal: AbortSignal): Promise<void> {
  if (signal.aborted || (await allocationsOf(parts.tables, root)).length === 0) return;
  if ((await parts.store.size(root)) === undefined) await lose(parts, root, undefined);
}

async function lose(parts: FragmentScrubParts, root: Uint8Array, leaves: number | undefined): Promise<void> {
  const { reader, tables, book, ledger, report, log } = parts;
  if (reader.isCorrupt(root)) return;
  const fragment = fragmentId(root);
  const allocations = await allocationsOf(tables, root);
  // Counted and said in one go: whoever sees the count finds the line.
  if (!reader.noteCorrupt(root)) return;
  const all = [...book.written()].reduce((sum, { record }) => sum + signedLeaves(record), 0);
  const facts = { fragment, allocations, leaves, signedLeaves: all };
  const what = leaves === undefined ? "is not on the disk any more" : "is no longer what was stored";
  if (allocations.length === 0) {
    log.warn(
      { event: "fragment.lost", ...facts },
      `fragment ${fragment} ${what}; nobody has paid for it yet. Check the disk`,
    );
    return;
  }
  const rate = report.record?.liveRate ?? 0n;
  const share = leaves === undefined || all === 0 ? undefined : 1 - (1 - leaves / all) ** ledger.deployment.challenges;
  const often = share === undefined ? "Some rounds" : `About ${percent(share)} of the rounds`;
  const cost = `${often} ask for it and cannot be proved; each costs ${formatTokens(rate)} tokens that are not earned, and the third in a row stake`;
  const todo = "Check the disk. When its client repairs the object, or stores it again, it is whole";
  const facts2 = { ...facts, notEarned: rate.toString(), share };
  log.error(
    { event: "fragment.lost", ...facts2 },
    `fragment ${fragment} ${what} (allocation ${allocations.join(", ")}). ${cost}. ${todo}`,
  );
}

/** Those that name it, or the first of very many. */
async function allocationsOf(tables: BookTables, root: Uint8Array): Promise<number[]> {
  const range = { gte: keyOf(root, 0), lte: keyOf(root, LAST_NUMBER), limit: PROVIDER.allocationsNamed };
  const keys = await tables.references.keys(range).all();
  return keys.map((key) => numberAt(key, 32));
}

function percent(share: number): string {
  if (share < 0.001) return "one in a thousand or fewer";
  return `${(share * 100).toPrecision(2)} %`;
}
