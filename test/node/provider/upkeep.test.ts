/**
 * Letting go: staged fragments keep their hour whatever the machine's clock does, and what is very much breaks off when the daemon
 * stops, for the next run to go on.
 */

import { expect, onTestFinished, test } from "vitest";
import { fragmentRoot, nobleHasher } from "../../../proofs/index.ts";
import { AllocationBook } from "../../../node/provider/allocation-book.ts";
import { encodeRecord, newRecord } from "../../../node/provider/allocation-record.ts";
import { keyOf } from "../../../node/provider/book-keys.ts";
import { Change, openTables } from "../../../node/provider/book-tables.ts";
import { ClockWatch } from "../../../node/provider/clock-watch.ts";
import { FragmentKeeper } from "../../../node/provider/fragment-keeper.ts";
import { dropStaged, Tidying } from "../../../node/provider/housekeeping.ts";
import { putRow } from "../../../node/provider/item-rows.ts";
import { countReferences } from "../../../node/provider/references.ts";
import { RoundClock } from "../../../node/provider/round-clock.ts";
import { Staging } from "../../../node/provider/staging.ts";
import { openLogStore, openProviderFolder } from "../../../node/provider/store/index.ts";
import { dropRemoved, dropUnnamed } from "../../../node/provider/upkeep.ts";
import { PROVIDER } from "../../../node/limits/index.ts";
import { addressOf } from "../../../protocol/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import type { Address, SignedState } from "../../../protocol/index.ts";
import type { Ledger } from "../../../contracts/index.ts";
import type { ProviderParts } from "../../../node/provider/provider-parts.ts";
import type { UpkeepParts } from "../../../node/provider/upkeep.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ALLOCATION = 7;
const ROWS = 2 * PROVIDER.dropsAtOnce + 100;

async function openDisk() {
  const [owner, market] = [1, 2].map((byte) => addressOf(new Uint8Array(20).fill(byte))) as [Address, Address];
  const identity = { chainId: 1, market, provider: owner };
  const folder = await openProviderFolder({ folder: await temporaryFolder(), owner: identity });
  const store = await openLogStore({ keepFreeBytes: 0 }, { folder });
  onTestFinished(async () => {
    await store.close();
    await folder.close();
  });
  return { folder, store, owner, tables: openTables(folder) };
}

/** A staged fragment on a real disk, and two clocks: the one of the machine, and the one that nobody can set. */
async function staged() {
  const { folder, store, tables } = await openDisk();
  const clock = { now: 1_800_000_000_000, steady: 0 };
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const table = folder.sublevel("clock");
  const watch = await ClockWatch.open({ table, log, now: () => clock.now, steady: () => clock.steady });
  const staging = new Staging(tables);
  const keeper = new FragmentKeeper(tables, staging, store);
  const data = new Uint8Array(3_000).fill(7);
  const root = fragmentRoot(nobleHasher, data);
  const fragment = staging.reserve(ALLOCATION, root, data.length, 100, clock.now + HOUR);
  await staging.write(fragment);
  await store.put(root, data);
  await staging.done(fragment, true);
  const parts = { tables, staging, keeper, watch, now: () => clock.now, book: { get: () => undefined } };
  return {
    /** `jumpMs`: what the machine's clock goes besides. */
    async after(ms: number, jumpMs = 0): Promise<void> {
      clock.now += ms + jumpMs;
      clock.steady += ms;
      await dropStaged(parts, HOUR);
    },
    async isThere(): Promise<boolean> {
      const isStaged = staging.get(ALLOCATION, root)?.ready === true;
      expect((await store.size(root)) !== undefined).toBe(isStaged);
      return isStaged;
    },
  };
}

test("after its hour it goes, not before", async () => {
  const { after, isThere } = await staged();
  await after(59 * MINUTE);
  expect(await isThere()).toBe(true);
  await after(MINUTE);
  expect(await isThere()).toBe(false);
});

test.each([
  ["ahead", 5 * HOUR],
  ["back", -5 * HOUR],
])("a clock that jumps %s gives it a whole hour more, and only that", async (_, jumpMs) => {
  const { after, isThere } = await staged();
  await after(30 * MINUTE, jumpMs);
  expect(await isThere()).toBe(true);
  await after(59 * MINUTE);
  expect(await isThere()).toBe(true);
  await after(2 * MINUTE);
  expect(await isThere()).toBe(false);
});

test("rows of removed objects go step by step, and a stop comes between two steps", async () => {
  const { store, owner, tables } = await openDisk();
  const state = { allocation: ALLOCATION, seq: 2, subRoot: new Uint8Array(32), leaves: 0, fromRound: 1 };
  const signed: SignedState = { state, clientSignature: new Uint8Array(65), providerSignature: new Uint8Array(65) };
  const terms = { id: ALLOCATION, client: owner, units: 100, startRound: 0, endRound: 1000 };
  const change = new Change(tables);
  change.put(tables.allocations, keyOf(ALLOCATION), encodeRecord({ ...newRecord(terms), signed, removedSeq: 2 }));
  const roots: Uint8Array[] = [];
  for (let ordinal = 0; ordinal < ROWS; ordinal++) {
    const root = new Uint8Array(32);
    root.set(keyOf(ordinal));
    roots.push(root);
    putRow(change, tables, ALLOCATION, { ordinal, root, bytes: 300, addedSeq: 1, removedSeq: 2 });
    change.put(tables.removed, keyOf(ALLOCATION, 2, ordinal), root);
  }
  await countReferences(change, tables, ALLOCATION, roots, 1);
  await change.commit();

  const ledger = {} as Ledger; // nothing asks the chain here
  const book = await AllocationBook.open({ tables, ledger, owner, clock: new RoundClock(ledger, 5) });
  const staging = new Staging(tables);
  const stop = new AbortController();
  const keeper = new FragmentKeeper(tables, staging, store);
  const release = keeper.release.bind(keeper);
  Object.assign(keeper, { release: (gone: Uint8Array[]) => release(gone).finally(() => stop.abort()) });
  const shelf = { oldestSeq: () => undefined };
  const parts = { tables, book, staging, keeper, shelf } as unknown as UpkeepParts;
  await expect(dropRemoved(parts, stop.signal)).rejects.toMatchObject({ name: "AbortError" });
  const left = async (): Promise<number[]> =>
    Promise.all(
      [tables.items, tables.removed, tables.references].map(async (table) => (await table.keys().all()).length),
    );
  const rest = ROWS - PROVIDER.dropsAtOnce;
  expect(await left()).toEqual([rest, rest, rest]);
  expect(await dropRemoved(parts)).toBe(rest);
  expect(await left()).toEqual([0, 0, 0]);
});

test("fragments that nothing names go when their round is long over, and no others", async () => {
  const { store, tables } = await openDisk();
  const staging = new Staging(tables);
  const keeper = new FragmentKeeper(tables, staging, store);
  const [END, NEVER_SAID] = [64, 0];
  const put = async (byte: number, expires: number): Promise<Uint8Array> => {
    const root = new Uint8Array(32).fill(byte);
    await store.put(root, new Uint8Array(300), { expires });
    return root;
  };
  const leftOver = await put(1, END);
  const kept = await Promise.all([put(2, END), put(3, END), put(4, END + 1), put(5, NEVER_SAID)]);
  const change = new Change(tables);
  await countReferences(change, tables, ALLOCATION, [kept[0]], 1);
  await change.commit();
  staging.reserve(ALLOCATION, kept[1], 300, 100, 0);
  const over = END + PROVIDER.retainedRounds;
  expect(await dropUnnamed({ store, keeper }, over - 1, undefined)).toEqual({ place: undefined, dropped: 0 });
  expect(await dropUnnamed({ store, keeper }, over, leftOver)).toEqual({ place: undefined, dropped: 0 });
  expect(await dropUnnamed({ store, keeper }, over, undefined)).toEqual({ place: undefined, dropped: 1 });
  expect(await store.size(leftOver)).toBeUndefined();
  expect(store.usage().fragments).toBe(kept.length);
});

test("a round that comes while an earlier one is tidied up has its turn after it, and of several the last", async () => {
  const begun: number[] = [];
  const gate = Promise.withResolvers<void>();
  const isPresent = async (round: number): Promise<boolean> => {
    begun.push(round);
    await gate.promise;
    return false; // and nothing is deleted
  };
  const parts = { watch: { isPresent }, components: { log: {} } } as unknown as ProviderParts;
  const tidying = new Tidying(parts, new AbortController().signal);
  for (const round of [5, 6, 7]) tidying.begin(round);
  gate.resolve();
  await tidying.idle();
  expect(begun).toEqual([5, 7]);
  tidying.begin(8);
  await tidying.idle();
  expect(begun).toEqual([5, 7, 8]);
});
