// What every ledger must do with orders: take offers together, for their price and time, and refuse those that are not the client's.

import { expect, test } from "vitest";
import { type Address, type SignedOffer } from "../../protocol/index.ts";
import type { Prover } from "../contracts/prover.ts";
import { PRICE, type Stage } from "./ledger-stage.ts";

export function orderTests(stage: Stage): void {
  const { world, key, spent, aProvider, anOffer } = stage;

  test("offers of several providers are taken in one transaction, in their order, for their price", async () => {
    const providers = [await aProvider(), await aProvider(), await aProvider()];
    const client = await world().connect(key());
    const offers = providers.map((provider, i) => anOffer(provider, { pricePerUnitRound: PRICE + BigInt(i) }));
    const { round, blocksLeft } = await client.clock();
    const opened = spent("openAllocations, 3 offers", await client.openAllocations({ offers, units: 5, rounds: 4 }));
    const start = round + (blocksLeft === 0 ? 2 : 1);
    for (const [i, id] of opened.ids.entries()) {
      const price = PRICE + BigInt(i);
      const expected = { id, client: client.account, provider: providers[i]!.owner, units: 5, price, settled: false };
      const span = { startRound: start, endRound: start + 4, deposit: price * 20n };
      expect(await client.allocation(id)).toEqual({ ...expected, ...span });
    }
    expect((await client.balance()).wallet).toBe(world().tokens - 20n * (3n * PRICE + 3n));
    const mine = await client.allocationsOfClient(client.account!, { max: 2 });
    expect(mine.map(({ id }) => id)).toEqual([opened.ids[2], opened.ids[1]]);
    const older = await client.allocationsOfClient(client.account!, { max: 9, before: opened.ids[1]! });
    expect(older.map(({ id }) => id)).toEqual([opened.ids[0]]);
    const sold = await client.allocationsOfProvider(providers[1]!.owner, { max: 9 });
    expect(sold.map(({ id }) => id)).toEqual([opened.ids[1]]);
  });

  test("with the last block of a round gone, an order still gets all its rounds", async () => {
    const provider = await aProvider();
    const client = await world().connect(key());
    await world().mine((await client.clock()).blocksLeft);
    const { round } = await client.clock();
    const { ids } = await client.openAllocations({
      offers: [anOffer(provider, { minRounds: 3 })],
      units: 1,
      rounds: 3,
    });
    expect(await client.allocation(ids[0]!)).toMatchObject({ startRound: round + 2, endRound: round + 5 });
  });

  test.each<[string, (provider: Prover, client: Address) => SignedOffer, string]>([
    ["another's signature", (p) => ({ ...anOffer(p), signature: anOffer(p, { nonce: 2n }).signature }), "BadSignature"],
    ["a client of its own", (p) => anOffer(p, { client: p.owner }), "NotForCaller"],
    ["its time over", (p) => anOffer(p, { validUntil: 1 }), "OfferExpired"],
    ["fewer units", (p) => anOffer(p, { maxUnits: 1 }), "OfferExhausted"],
    ["more rounds", (p) => anOffer(p, { minRounds: 9 }), "BadDuration"],
  ])("an offer with %s is refused by name", async (_, offerFor, reason) => {
    const provider = await aProvider();
    const client = await world().connect(key());
    const offers = [offerFor(provider, client.account!)];
    await expect(client.openAllocations({ offers, units: 2, rounds: 2 })).rejects.toMatchObject({
      code: "ERR_REVERTED",
      facts: { reason: `StorageMarket_${reason}` },
    });
  });

  test("an order above the wallet is refused with need and have before anything is sent", async () => {
    const provider = await aProvider();
    const client = await world().connect(key());
    const offers = [anOffer(provider, { pricePerUnitRound: world().tokens })];
    const { gas } = await client.balance();
    await expect(client.openAllocations({ offers, units: 1, rounds: 2 })).rejects.toMatchObject({
      code: "ERR_NOT_ENOUGH_TOKENS",
      facts: { need: world().tokens * 2n, have: world().tokens },
    });
    expect((await client.balance()).gas).toBe(gas);
  });
}
