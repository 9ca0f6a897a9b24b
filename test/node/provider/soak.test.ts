/**
 * A provider at work on everything at once, for a few seconds: nothing is lost, nothing stays that nobody owns, and every account
 * agrees with every other. How fast, and for a million operations, measures `npm run bench -- --suite store`.
 */

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountOf } from "../../bench/store/account.ts";
import { startBenchMarket } from "../../bench/store/market.ts";
import { openPieces } from "../../bench/store/pieces.ts";
import { Soak } from "../../bench/store/soak.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import type { BenchMarket } from "../../bench/store/market.ts";

let market: BenchMarket;
beforeAll(async () => void (market = await startBenchMarket()));
afterAll(() => market.stop());

test("puts, deletes, expiry, compaction, scrub and proofs at once leave exactly what the clients still own", async () => {
  const folder = await temporaryFolder();
  const options = { logBytes: 256 * 1024, scrub: { everyMs: 0, afterMs: 0 } };
  const pieces = await openPieces(market.place(folder), options);
  const soak = new Soak(market, pieces, { operations: 5_000, lanes: 3, operationsPerRound: 250, shortRounds: 4 });
  try {
    await soak.run();
    const account = await accountOf(pieces, folder, soak.held);
    expect(account).toMatchObject({ missing: 0, unowned: 0, wrong: 0, wrongTrees: 0 });
    expect(account.entries).toEqual(account.usage);
    expect(account.files).toBe(account.counted);
    // All of it happened, or the agreement says nothing.
    const { done, hand } = soak;
    const happened = { ...done, ...hand.dropped, proofs: hand.proofTimes.count, left: account.usage[0] ?? 0 };
    expect(Object.entries(happened).filter(([, count]) => count === 0)).toEqual([]);
    expect(pieces.scrub.status.lastPassAt).toBeDefined();
    expect(pieces.lost.size).toBe(0);
  } finally {
    await pieces.close();
  }
  const before = await entriesOf(folder, options);
  await rm(join(folder, "index"), { recursive: true });
  expect(await entriesOf(folder, options)).toEqual(before);
});

/** All fragments of a folder by root, after opening it. */
async function entriesOf(folder: string, options: { logBytes: number }): Promise<Map<string, number>> {
  const pieces = await openPieces(market.place(folder), options);
  try {
    const entries = new Map<string, number>();
    for await (const { root, bytes } of pieces.store.entries()) entries.set(Buffer.from(root).toString("hex"), bytes);
    return entries;
  } finally {
    await pieces.close();
  }
}
