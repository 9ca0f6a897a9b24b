// What every ledger must do with an allocation that runs: make it longer, larger, shorter, and refuse by name.

import { expect, test } from "vitest";
import type { Ledger } from "../../contracts/index.ts";
import { type SignedOffer, type Signer, boundNonce, keySigner, signClose } from "../../protocol/index.ts";
import type { Prover } from "../contracts/prover.ts";
import { PRICE, type Sold, type Stage } from "./ledger-stage.ts";

export function termsTests(stage: Stage): void {
  const { world, key, spent, aProvider, anOffer, toRound, nextRound, anAllocation } = stage;

  test("an extension moves the end and costs its rounds, at the price of before", async () => {
    const { provider, client, id, allocation } = await anAllocation(3, 4);
    const before = (await client.balance()).wallet;
    spent("extend", await client.extend(id, { offer: anOffer(provider, { nonce: 2n }), rounds: 5 }));
    const longer = { ...allocation, endRound: allocation.endRound + 5, deposit: 27n * PRICE };
    expect(await client.allocation(id)).toEqual(longer);
    expect((await client.balance()).wallet).toBe(before - 15n * PRICE);
    expect((await client.provider(provider.owner))?.escrow).toBe(27n * PRICE);
    await toRound(client, allocation.endRound);
    expect((await client.provider(provider.owner))?.liveUnits).toBe(3);
  });

  test("an extension to an end is paid once, however often it is tried; an offer bound to an allocation is good for that", async () => {
    const { provider, client, id, allocation } = await anAllocation(3, 4);
    const endRound = allocation.endRound + 5;
    const before = (await client.balance()).wallet;
    const bound = (nonce: bigint, to = id): SignedOffer => anOffer(provider, { nonce: boundNonce(to, nonce) });
    const other = { code: "ERR_OFFER_INVALID" };
    await expect(client.openAllocations({ offers: [bound(2n)], units: 1, rounds: 1 })).rejects.toMatchObject(other);
    await expect(client.grow(id, { offer: bound(2n), units: 1 })).rejects.toMatchObject(other);
    await expect(client.extend(id, { offer: bound(2n, id + 1), endRound })).rejects.toMatchObject(other);
    spent("extend, to an end", await client.extend(id, { offer: bound(2n), endRound, allow: 40n * PRICE }));
    expect(await client.allocation(id)).toMatchObject({ endRound });
    await expect(client.extend(id, { offer: bound(3n), endRound })).rejects.toMatchObject({
      code: "ERR_REVERTED",
      facts: { reason: "StorageMarket_BadDuration" },
    });
    // What is left of the allowance does for the next one: one transaction, and no more is taken than it costs.
    await client.extend(id, { offer: bound(3n), endRound: endRound + 1 });
    expect((await client.balance()).wallet).toBe(before - 18n * PRICE);
  });

  test("more units count from the next round to the end", async () => {
    const { provider, client, id, allocation } = await anAllocation(3, 6);
    const round = await nextRound(client);
    const before = (await client.balance()).wallet;
    spent("grow", await client.grow(id, { offer: anOffer(provider, { nonce: 2n }), units: 2 }));
    const rounds = allocation.endRound - round - 1;
    const paid = 2n * PRICE * BigInt(rounds);
    const deposit = allocation.deposit + paid;
    expect(await client.allocation(id)).toEqual({ ...allocation, units: 5, deposit });
    expect((await client.balance()).wallet).toBe(before - paid);
    expect(await client.provider(provider.owner)).toMatchObject({ liveUnits: 3, nextUnits: 5 });
    await nextRound(client);
    expect(await client.provider(provider.owner)).toMatchObject({ liveUnits: 5, liveRate: 5n * PRICE });
    await provider.prove();
    // Each round at the units that it had.
    expect(await client.statement(id)).toEqual({ deposit, charged: 5n * PRICE, compensation: 0n });
  });

  test("an allocation is closed with this round by its provider's consent, and what falls away comes back", async () => {
    const { provider, client, id, allocation } = await anAllocation(2, 10);
    const round = await nextRound(client);
    const validUntil = (await client.clock()).timestamp + 600;
    const signature = signClose(client.domain, { allocation: id, validUntil }, provider.nodeKey);
    const closed = spent("close", await client.closeAllocation(id, { validUntil, signature }));
    const lost = BigInt(allocation.endRound - round - 1);
    expect(closed.refund).toBe(2n * PRICE * lost);
    expect(await client.allocation(id)).toMatchObject({ endRound: round + 1, settled: false });
    expect((await client.balance()).vault).toBe(closed.refund);
    await nextRound(client);
    expect((await client.provider(provider.owner))?.liveUnits).toBe(0);
    const { settlements } = await client.settle([id]);
    expect(settlements).toEqual([{ earned: 0n, refund: allocation.deposit - closed.refund, compensation: 0n }]);
  });

  test("a notice ends it without anybody's consent, some rounds later", async () => {
    const { noticeRounds } = await (await world().connect()).settings();
    const { client, id, allocation } = await anAllocation(1, noticeRounds + 10);
    const round = await nextRound(client);
    const given = spent("giveNotice", await client.giveNotice(id));
    const endRound = round + 1 + noticeRounds;
    const refund = PRICE * BigInt(allocation.endRound - endRound);
    expect(given).toMatchObject({ endRound, refund });
    expect(await client.allocation(id)).toMatchObject({ endRound });
    await expect(client.giveNotice(id)).rejects.toMatchObject({
      code: "ERR_REVERTED",
      facts: { reason: "StorageMarket_EndsAnyway", args: [endRound, endRound] },
    });
  });

  test.each<[string, string, (sold: Sold, client: Ledger) => Promise<unknown>]>([
    [
      "an extension at another price",
      "OtherTerms",
      ({ id, provider }, client) =>
        client.extend(id, { offer: anOffer(provider, { pricePerUnitRound: 2n }), rounds: 1 }),
    ],
    [
      "more units than the offer has",
      "OfferExhausted",
      ({ id, provider }, client) => client.grow(id, { offer: anOffer(provider, { nonce: 5n, maxUnits: 1 }), units: 2 }),
    ],
    ["a consent of somebody else", "BadSignature", ({ id }, client) => closeWith(client, id, keySigner(key()), 600)],
    [
      "a consent that is over",
      "ConsentExpired",
      ({ id, provider }, client) => closeWith(client, id, provider.nodeKey, -1),
    ],
    ["a change to no allocation", "NoAllocation", (_, client) => client.giveNotice(2 ** 40)],
  ])("%s is refused by name", async (_, reason, change) => {
    const sold = await anAllocation(1, 4);
    await expect(change(sold, sold.client)).rejects.toMatchObject({
      code: "ERR_REVERTED",
      facts: { reason: `StorageMarket_${reason}` },
    });
  });

  test("nobody but the client changes an allocation, and nobody once its last round has begun", async () => {
    const { provider, client, id, allocation } = await anAllocation(1, 2);
    const other = await world().connect(key());
    const more = { offer: anOffer(provider, { nonce: 2n }), rounds: 1 };
    await expect(other.extend(id, more)).rejects.toMatchObject({
      facts: { reason: "StorageMarket_NotForCaller", args: [client.account] },
    });
    await toRound(client, allocation.endRound - 1);
    await expect(client.extend(id, more)).rejects.toMatchObject({ facts: { reason: "StorageMarket_Ended" } });
  });

  test.each<[string, (provider: Prover) => SignedOffer]>([
    ["a nonce that binds it to allocation 2", (provider) => anOffer(provider, { nonce: 2n ** 49n })],
    ["a price of 2^72", (provider) => anOffer(provider, { pricePerUnitRound: 2n ** 72n })],
    ["a price of nothing", (provider) => anOffer(provider, { pricePerUnitRound: 0n })],
  ])("an offer with %s is refused before anything is sent, wherever it is brought", async (_, offerOf) => {
    const client = await world().connect(key());
    const provider = await aProvider();
    const { gas } = await client.balance();
    const offer = offerOf(provider);
    const refused = { code: "ERR_OFFER_INVALID", facts: { provider: provider.owner } };
    await expect(client.openAllocations({ offers: [offer], units: 1, rounds: 1 })).rejects.toMatchObject(refused);
    await expect(client.extend(1, { offer, rounds: 1 })).rejects.toMatchObject(refused);
    await expect(client.grow(1, { offer, units: 1 })).rejects.toMatchObject(refused);
    expect((await client.balance()).gas).toBe(gas);
  });

  async function closeWith(client: Ledger, id: number, signer: Signer, seconds: number): Promise<unknown> {
    const validUntil = (await client.clock()).timestamp + seconds;
    const signature = signClose(client.domain, { allocation: id, validUntil }, signer);
    return client.closeAllocation(id, { validUntil, signature });
  }
}
