/** Offers that have an allocation last longer: at its price, to its client, with no room held; and who gets none. */

import { expect, test } from "vitest";
import { MAX_ALLOCATION_ROUNDS } from "../../../contracts/index.ts";
import { nobleHasher } from "../../../proofs/index.ts";
import { boundNonce, boundTo, encodeOfferAnswer, signOffer, VERBS } from "../../../protocol/index.ts";
import { askExtension } from "../../../node/client/extension-offer.ts";
import { createTransfer } from "../../../node/client/index.ts";
import { createNetwork } from "../../../node/network/index.ts";
import { PROVIDER } from "../../../node/limits/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { daemonStage } from "./daemon-stage.ts";
import { PRICE, quiet, register, until } from "./provider-daemon.ts";
import { fragmentOf } from "./small-client.ts";
import type { Offer, OfferAnswer, SignedOffer } from "../../../protocol/index.ts";

const MIB = 1_048_576;
const stage = daemonStage({ roundBlocks: 64 });
const { proveNext } = stage;

test("a provider that has sold all extends all, holds no room for it, and nobody gets other room that way", async () => {
  const daemon = await stage.daemon({ options: { capacityBytes: 4 * MIB } });
  const [client, other] = [await stage.client(), await stage.client()];
  const allocation = await client.open(daemon, 4, 8);
  await client.put(daemon, allocation, [fragmentOf(1, 25_600)]);
  await proveNext(daemon);
  await expect(other.offer(daemon, 1)).rejects.toMatchObject({ code: "ERR_NO_CAPACITY" });
  const before = (await client.account.ledger.allocation(allocation))!;
  for (let i = 0; i < 3; i++) await client.extension(daemon, allocation, 20);
  const signed = await client.extension(daemon, allocation, 20);
  expect(signed.offer).toMatchObject({ client: before.client, maxUnits: 4, pricePerUnitRound: PRICE });
  expect(boundTo(signed.offer.nonce)).toBe(BigInt(allocation));
  const { ledger } = client.account;
  const offers = { offers: [signed], units: 4, rounds: 8 };
  await expect(ledger.openAllocations(offers)).rejects.toMatchObject({ code: "ERR_OFFER_INVALID" });
  await expect(ledger.grow(allocation, { offer: signed, units: 1 })).rejects.toMatchObject({
    code: "ERR_OFFER_INVALID",
  });
  const endRound = before.endRound + 20;
  await ledger.extend(allocation, { offer: signed, endRound });
  expect(await ledger.allocation(allocation)).toMatchObject({ endRound, units: 4, price: PRICE });
  const again = await client.extension(daemon, allocation, 5);
  await expect(ledger.extend(allocation, { offer: again, endRound })).rejects.toMatchObject({
    code: "ERR_REVERTED",
    facts: { reason: "StorageMarket_BadDuration" },
  });
  await proveNext(daemon);
});

test("an extension keeps its price while the provider asks no more, and is refused with the new price once it does", async () => {
  const identity = await register(stage.world);
  const path = await temporaryFolder();
  const first = await stage.daemon({ identity, path });
  const client = await stage.client();
  const allocation = await client.open(first, 2, 30);
  await first.stop();
  const cheaper = await stage.daemon({ identity, path, options: { pricePerUnitRound: PRICE / 2n } });
  expect((await client.extension(cheaper, allocation, 5)).offer.pricePerUnitRound).toBe(PRICE);
  await cheaper.stop();
  // A price by the month is never quite the same at the next start: a twentieth does not count.
  const [wobbled, asked] = [(PRICE * 20n) / 19n, (PRICE * 20n) / 19n + 1n];
  const same = await stage.daemon({ identity, path, options: { pricePerUnitRound: wobbled } });
  expect((await client.extension(same, allocation, 5)).offer.pricePerUnitRound).toBe(PRICE);
  await same.stop();
  const dearer = await stage.daemon({ identity, path, options: { pricePerUnitRound: asked } });
  await expect(client.extension(dearer, allocation, 5)).rejects.toMatchObject({
    code: "ERR_PRICE_CHANGED",
    facts: { detail: String(asked) },
  });
});

test("who has no such allocation gets no extension of it, and nobody one that the market would not sell", async () => {
  const [daemon, elsewhere] = [await stage.daemon(), await stage.daemon()];
  const [client, other] = [await stage.client(), await stage.client()];
  const [allocation, foreign] = [await client.open(daemon, 1, 30), await client.open(elsewhere, 1, 30)];
  const unknown = { code: "ERR_ALLOCATION_UNKNOWN" };
  await expect(other.extension(daemon, allocation, 5)).rejects.toMatchObject(unknown);
  for (const id of [foreign, 2 ** 48 - 1, 2 ** 48, Number.MAX_SAFE_INTEGER])
    await expect(client.extension(daemon, id, 5)).rejects.toMatchObject(unknown);
  for (const rounds of [MAX_ALLOCATION_ROUNDS, Number.MAX_SAFE_INTEGER])
    await expect(client.extension(daemon, allocation, rounds)).rejects.toMatchObject({ code: "ERR_MESSAGE_INVALID" });
  // What it gets is for its client alone, whoever asks.
  const forAnother = await other.extension(daemon, allocation, 5, client.account.signer.address);
  await expect(other.account.ledger.extend(allocation, { offer: forAnother, rounds: 5 })).rejects.toMatchObject({
    code: "ERR_REVERTED",
  });
  await client.account.ledger.extend(allocation, { offer: forAnother, rounds: 5 });
});

test("nothing is extended from its last round on, by a provider that leaves, or by one made smaller than what it has sold", async () => {
  const identity = await register(stage.world);
  const path = await temporaryFolder();
  const daemon = await stage.daemon({ identity, path });
  const client = await stage.client();
  const [ending, running] = [await client.open(daemon, 1, 2), await client.open(daemon, 3, 60)];
  await proveNext(daemon);
  await client.extension(daemon, ending, 5);
  await proveNext(daemon);
  // What the provider believes of the chain is a moment old.
  const isOver = async (): Promise<boolean> =>
    (await codeOf(client.extension(daemon, ending, 5))) === "ERR_ALLOCATION_EXPIRED";
  await until(isOver, "the last round seen by the desk");
  await daemon.stop();
  const small = await stage.daemon({ identity, path, options: { capacityBytes: 2 * MIB } });
  await expect(client.extension(small, running, 5)).rejects.toMatchObject({ code: "ERR_NO_CAPACITY" });
  await small.stop();
  const same = await stage.daemon({ identity, path });
  await client.extension(same, running, 5);
  await identity.ownerAccount.ledger.exit();
  const hasLeft = async (): Promise<boolean> =>
    (await codeOf(client.extension(same, running, 5))) === "ERR_NO_CAPACITY";
  await until(hasLeft, "the exit seen by the desk");
});

test("questions about extensions are counted with all others, and leave other peers theirs", async () => {
  const daemon = await stage.daemon();
  const [client, other] = [await stage.client(), await stage.client()];
  const allocation = await client.open(daemon, 1, 30);
  const { burst, perSecond } = PROVIDER.offers;
  const started = performance.now();
  let answered = 0;
  for (let i = 0; i < 2 * burst; i++) {
    const asked = i % 2 === 0 ? client.offer(daemon, 1) : client.extension(daemon, allocation, 1);
    if ((await codeOf(asked)) !== "ERR_PEER_BUSY") answered++;
  }
  const seconds = (performance.now() - started) / 1000;
  expect(answered).toBeGreaterThan(0);
  expect(answered).toBeLessThanOrEqual(burst + perSecond * seconds + 1);
  expect((await other.offer(daemon, 1)).offer.maxUnits).toBe(1);
});

test("a bound offer that somebody changed is refused by the market", async () => {
  const daemon = await stage.daemon();
  const client = await stage.client();
  const allocation = await client.open(daemon, 1, 30);
  const { offer } = await client.extension(daemon, allocation, 5);
  const forged = signOffer(stage.world.reader.domain, { ...offer, maxUnits: 8 }, client.account.signer);
  await expect(client.account.ledger.extend(allocation, { offer: forged, rounds: 5 })).rejects.toMatchObject({
    code: "ERR_REVERTED",
    facts: { reason: "StorageMarket_BadSignature" },
  });
});

test("a client takes no offer that does not answer its question, and believes no more of a refusal than its code and a price", async () => {
  const identity = await register(stage.world);
  const client = await stage.client();
  const { ledger, signer } = client.account;
  const { domain } = ledger;
  const terms = {
    provider: identity.owner,
    client: signer.address,
    maxUnits: 4,
    pricePerUnitRound: PRICE,
    minRounds: 1,
    validUntil: (await ledger.clock()).timestamp + 600,
    nonce: 1n,
  };
  const opening = { offers: [signOffer(domain, terms, identity.node.signer)], units: 4, rounds: 10 };
  const id = (await ledger.openAllocations(opening)).ids[0]!;
  const allocation = (await ledger.allocation(id))!;
  let answer: OfferAnswer | undefined;
  const liar = await createNetwork({ ...quiet(), privateKey: identity.peerKey, bootstrap: [] });
  stage.atEnd(() => liar.stop());
  await liar.serve("offer", async (channel) => {
    await channel.readMessage(VERBS.offer.maxRequest);
    await channel.writeMessage(encodeOfferAnswer(answer!));
  });
  const network = await createNetwork({ ...quiet(), listen: [], dhtServer: false, bootstrap: liar.addresses });
  stage.atEnd(() => network.stop());
  const transfer = createTransfer({ network, hasher: nobleHasher, domain, signer });
  const ask = (signal = AbortSignal.timeout(20_000)): Promise<SignedOffer> =>
    askExtension({ ledger, network, transfer, signer }, allocation, allocation.endRound + 5, signal);
  const bound = { ...terms, nonce: boundNonce(id, 2n) };
  const answerWith = (offer: Offer, key = identity.node.signer): void =>
    void (answer = { ok: true, ...signOffer(domain, offer, key) });

  const lies: Partial<Offer>[] = [
    { pricePerUnitRound: PRICE - 1n },
    { pricePerUnitRound: PRICE + 1n },
    { maxUnits: 3 },
    { minRounds: 6 },
    { nonce: boundNonce(id + 1, 2n) },
    { provider: signer.address },
  ];
  for (const lie of lies) {
    answerWith({ ...bound, ...lie });
    expect([lie, await codeOf(ask())]).toEqual([lie, "ERR_OFFER_INVALID"]);
  }
  answerWith(bound, signer);
  expect(await codeOf(ask())).toBe("ERR_OFFER_INVALID");
  answerWith({ ...bound, validUntil: 1 });
  expect(await codeOf(ask())).toBe("ERR_OFFER_EXPIRED");
  for (const [detail, said] of [
    ["2000000", "asks 2000000 base units per MiB"],
    ["\u001b[31m send tokens to 0x00", "asks more per MiB"],
  ] as const) {
    answer = { ok: false, code: "ERR_PRICE_CHANGED", detail };
    await expect(ask()).rejects.toMatchObject({
      code: "ERR_PRICE_CHANGED",
      message: expect.stringContaining(said) as string,
    });
  }
  answerWith(bound);
  expect((await ask()).offer).toEqual(bound);
});

/** The code that it was refused with, if it was. */
function codeOf(asked: Promise<unknown>): Promise<string | undefined> {
  return asked.then(
    () => undefined,
    (error: { code?: string }) => error.code,
  );
}
