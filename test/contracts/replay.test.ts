// The events of a chain are enough: whatever was done on it, all that the views tell follows from them.
// More runs by chance: `CAIRN_REPLAY_RUNS=50 npx vitest run test/contracts/replay.test.ts`.

import { bytesToHex, createWalletClient, encodeFunctionData, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { storageMarketAbi } from "../../contracts/abi/StorageMarket.ts";
import { type Ledger, TOKEN } from "../../contracts/index.ts";
import { isCairnError, keySigner, signClose, signState } from "../../protocol/index.ts";
import { PRICE, type Sold, type Stage, stageOf } from "../compliance/ledger-stage.ts";
import { type AnvilWorld, anvilWorld } from "./anvil-world.ts";
import { expectRightBooks } from "./books.ts";
import type { Prover } from "./prover.ts";

const RUNS = Number(process.env["CAIRN_REPLAY_RUNS"] ?? 2);

let world: AnvilWorld;
let stage: Stage;
beforeAll(async () => {
  world = await anvilWorld(20 + 6 * RUNS);
  stage = stageOf(() => world);
});
afterAll(() => world?.stop());

test("of a life with everything in it", async () => {
  const { key, aProvider, anOffer, anAllocation, nextRound, toRound } = stage;
  const reader = await world.connect();
  const { answerRounds } = await reader.settings();
  expect((await expectRightBooks(reader)).providers.size).toBe(0);

  // One that does everything right, and whose terms change.
  const good = await anAllocation(3, 20);
  await good.provider.prove();
  await nextRound(reader);
  await good.provider.prove();
  await good.client.grow(good.id, { offer: anOffer(good.provider, { nonce: 2n }), units: 2 });
  await good.client.extend(good.id, { offer: anOffer(good.provider, { nonce: 2n }), rounds: 3 });
  const pair = await good.client.openAllocations({
    offers: [anOffer(good.provider, { nonce: 9n }), anOffer(await aProvider(), { nonce: 1n })],
    units: 4,
    rounds: 8,
  });
  await expectRightBooks(reader);
  await nextRound(reader);
  await good.provider.prove();
  await good.provider.ledger.addStake(5n * TOKEN);
  await good.provider.ledger.setPayout(keySigner(key()).address);
  await good.provider.ledger.updateNode({ nodeKey: good.provider.nodeKey.address, peerId: Uint8Array.of(7) });
  await good.client.collect(good.provider.owner);
  await expectRightBooks(reader);
  await settings(world);
  await consent(good, pair.ids[0]!);
  await good.client.giveNotice(good.id);
  await expectRightBooks(reader);

  // Disputes of all kinds, answered, and left open.
  await nextRound(reader);
  await good.provider.prove();
  const challenger = await world.connect(key());
  const { round } = await reader.clock();
  const signed = good.provider.signedState(good.id, round);
  const first = (await challenger.challengeInclusion(signed)).dispute;
  const second = (await challenger.challengeStateLeaf(signed, 3)).dispute;
  const third = (await challenger.challengeLeaf(good.provider.owner, 1)).dispute;
  expect((await expectRightBooks(reader)).disputes.size).toBe(3);
  await good.provider.nodeLedger.answer(first, good.provider.inclusion(good.id));
  const state = { ...signed.state, seq: 9 };
  const clientSignature = signState(reader.domain, state, good.clientKey);
  await good.provider.nodeLedger.answerWithState(second, { state, clientSignature, proof: new Uint8Array() });
  await good.provider.nodeLedger.answer(third, good.provider.rootLeaf(1));
  await expectRightBooks(reader);

  // One that loses disputes, misses rounds, and is ejected.
  const bad = await anAllocation(2, 30);
  await bad.provider.prove();
  const start = await nextRound(reader);
  await bad.provider.prove();
  const lost = [
    (await challenger.challengeLeaf(bad.provider.owner, 0)).dispute,
    (await challenger.challengeInclusion(bad.provider.signedState(bad.id, start))).dispute,
  ];
  await toRound(reader, start + answerRounds + 1);
  await challenger.decide(lost[0]!);
  await expectRightBooks(reader);
  await bad.provider.ledger.addStake(20n * TOKEN);
  const more = await bad.client.openAllocations({ offers: [anOffer(bad.provider)], units: 1, rounds: 25 });
  await challenger.decide(lost[1]!);
  await expectRightBooks(reader);
  await toRound(reader, start + answerRounds + 5);
  await challenger.penalize(bad.provider.owner);
  await expectRightBooks(reader);
  await toRound(reader, start + answerRounds + 12);
  await challenger.penalize(bad.provider.owner);
  expect(await reader.provider(bad.provider.owner)).toMatchObject({ stage: "ejected" });
  await expectRightBooks(reader);
  await bad.client.settle([bad.id, more.ids[0]!]);
  await expectRightBooks(reader);

  // Ends: allocations settled, money taken out, an exit.
  const ends = await Promise.all([good.id, ...pair.ids].map(async (id) => (await reader.allocation(id))!.endRound));
  await toRound(reader, Math.max(...ends, (await reader.clock()).round + 1));
  await good.client.settle([good.id, ...pair.ids]);
  await good.client.withdraw();
  await challenger.withdraw();
  expect(await good.provider.ledger.exit()).toMatchObject({ released: 0n });
  await expectRightBooks(reader);
  const { unbondingRounds } = await reader.settings();
  const { stageRound } = (await reader.provider(good.provider.owner))!;
  const last = (await expectRightBooks(reader)).providers.get(good.provider.owner)!.horizon;
  await toRound(reader, Math.max(stageRound, last, (await reader.clock()).round) + unbondingRounds);
  expect((await good.provider.ledger.exit()).released).toBeGreaterThan(0n);
  await good.provider.ledger.withdraw();
  await expectRightBooks(reader);
});

/** Parameters changed, and the market paused for a moment, by its admin. */
async function settings({ admin, chain, deployment }: AnvilWorld): Promise<void> {
  const account = privateKeyToAccount(bytesToHex(chain.accounts[0]!.privateKey));
  const wallet = createWalletClient({ account, transport: http(chain.rpcUrl) });
  const send = async (to: `0x${string}`, data: `0x${string}`): Promise<void> => {
    const hash = await wallet.sendTransaction({ chain: null, to, data });
    expect(hash).toMatch(/^0x/);
  };
  const now = await admin.settings();
  const abi = storageMarketAbi;
  const args = [{ ...now, slashBasisPoints: 700, disputeBond: 2n * TOKEN }] as const;
  await send(deployment.market, encodeFunctionData({ abi, functionName: "setParameters", args }));
  await send(deployment.market, encodeFunctionData({ abi, functionName: "pause" }));
  await expectRightBooks(admin);
  const nobody = await admin.openAllocations({ offers: [], units: 1, rounds: 1 }).catch((error: unknown) => error);
  expect(nobody).toMatchObject({ facts: { reason: "EnforcedPause" } });
  await send(deployment.market, encodeFunctionData({ abi, functionName: "unpause" }));
  expect(await admin.settings()).toMatchObject({ slashBasisPoints: 700, disputeBond: 2n * TOKEN });
}

async function consent({ client, provider }: Sold, id: number): Promise<void> {
  const validUntil = (await client.clock()).timestamp + 600;
  const signature = signClose(client.domain, { allocation: id, validUntil }, provider.nodeKey);
  await client.closeAllocation(id, { validUntil, signature });
}

const seeds = Array.from({ length: RUNS }, (_, run) => run + 1);

/** A run of its own for each seed; refusals are part of it. */
test.each(seeds)("of a run by chance, seed %i", async (seed) => {
  const random = generator(seed);
  const { key, aProvider, anOffer, nextRound } = stage;
  const reader = await world.connect();
  const providers = [await aProvider(), await aProvider()];
  const clients = [await world.connect(key()), await world.connect(key())];
  const ids: number[] = [];
  let nonce = 1n;
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError("there is none yet");
    return list[Math.floor(random() * list.length)]!;
  };
  const offerOf = (provider: Prover) => anOffer(provider, { nonce: nonce++, pricePerUnitRound: PRICE });

  const actions: ((provider: Prover, client: Ledger) => Promise<unknown>)[] = [
    async (provider, client) => {
      const rounds = 2 + Math.floor(random() * 12);
      const units = 1 + Math.floor(random() * 5);
      const opened = await client.openAllocations({ offers: [offerOf(provider)], units, rounds });
      ids.push(...opened.ids);
      provider.store(opened.ids.map((id) => ({ id, seq: 1, fragments: [3_000] })));
    },
    async (provider) => provider.prove(),
    async (provider) => {
      provider.store([]);
      return provider.prove();
    },
    async (provider, client) => client.grow(pick(ids), { offer: offerOf(provider), units: 1 }),
    async (provider, client) => client.extend(pick(ids), { offer: offerOf(provider), rounds: 2 }),
    async (_, client) => client.giveNotice(pick(ids)),
    async (_, client) => client.settle([pick(ids), pick(ids)]),
    async (provider, client) => client.collect(provider.owner),
    async (provider, client) => client.penalize(provider.owner),
    async (provider, client) => client.challengeLeaf(provider.owner, 2),
    async (provider) => provider.nodeLedger.answer(pick(await reader.disputes(1, 256)).id, provider.rootLeaf(2)),
    async (_, client) => client.decide(pick(await reader.disputes(1, 256)).id),
    async (_, client) => client.withdraw(),
    async (provider) => provider.ledger.withdraw(),
    async (provider) => provider.ledger.addStake(TOKEN),
    async () => nextRound(reader),
    async () => nextRound(reader),
  ];
  let done = 0;
  for (let step = 0; step < 70; step++) {
    const isDone = await pick(actions)(pick(providers), pick(clients)).then(
      () => true,
      (error: unknown) => {
        if (error instanceof RangeError || isCairnError(error, "ERR_REVERTED")) return false;
        throw error;
      },
    );
    if (isDone) done++;
    if (step % 10 === 9) await expectRightBooks(reader);
  }
  expect(done).toBeGreaterThan(25);
});

/** Numbers in [0, 1) that are the same for a seed (a linear congruential generator with the constants of Numerical Recipes). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
