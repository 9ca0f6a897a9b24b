// Reorganisations between the calls of a life. Right books here: what was paid and charged is what the chain that is left says, a call
// that fell out of it was carried out again once or its loss was told, and nothing was carried out twice.

import { createTestClient, http, publicActions } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ledger, type LedgerOptions, type RemovedTransaction, connectLedger } from "../../contracts/index.ts";
import { keySigner, newPrivateKey } from "../../protocol/index.ts";
import { PRICE, type Sold, type Stage, stageOf } from "../compliance/ledger-stage.ts";
import { type AnvilWorld, anvilWorld } from "./anvil-world.ts";
import { expectRightBooks } from "./books.ts";
import { type RpcCall, faultyRpc } from "./faulty-rpc.ts";
import { type Prover, proverOf } from "./prover.ts";

let world: AnvilWorld;
let stage: Stage;
beforeAll(async () => {
  world = await anvilWorld(60);
  stage = stageOf(() => world);
});
afterAll(() => world?.stop());

const anvil = () =>
  createTestClient({ mode: "anvil", cacheTime: 0, transport: http(world.chain.rpcUrl) }).extend(publicActions);
const somebody = (): `0x${string}` => keySigner(newPrivateKey()).address;
/** Throws the last blocks away, with all that was in them, and puts as many empty ones in their place. */
const reorganise = (depth: number, transactions: readonly (readonly [object, number])[] = []): Promise<unknown> =>
  anvil().request({ method: "anvil_reorg", params: [depth, transactions] } as never);
const connect = (privateKey: Uint8Array, options: Partial<LedgerOptions> = {}): Promise<Ledger> =>
  connectLedger({ deployment: world.deployment, privateKey, pollMs: 30, patienceMs: 2_500, ...options });

/** Blocks from this one to the head, itself included. */
async function depthOf(block: number): Promise<number> {
  return Number(await anvil().getBlockNumber({ cacheTime: 0 })) - block + 1;
}

/** A provider in the first round of an allocation of two units and four rounds, about to prove it; it tells of what fell out. */
async function proving(removed: RemovedTransaction[] = []): Promise<Sold> {
  const [owner, node] = [stage.key(), stage.key()];
  const [ledger, nodeLedger] = await Promise.all([
    connect(owner),
    connect(node, { onRemoved: (event) => removed.push(event) }),
  ]);
  const nodeKey = keySigner(node);
  await ledger.registerProvider({ nodeKey: nodeKey.address, peerId: Uint8Array.of(1), stake: world.minStake });
  const provider: Prover = proverOf(ledger, nodeLedger, nodeKey);
  const clientPrivateKey = stage.key();
  const client = await connect(clientPrivateKey);
  await stage.nextRound(client);
  const { ids } = await client.openAllocations({ offers: [stage.anOffer(provider)], units: 2, rounds: 4 });
  const id = ids[0]!;
  provider.store([{ id, seq: 1, fragments: [70_000] }]);
  await provider.prove();
  const allocation = (await client.allocation(id))!;
  await stage.toRound(client, allocation.startRound);
  return { provider, client, clientKey: keySigner(clientPrivateKey), clientPrivateKey, id, allocation };
}

describe("between prove and settle a reorganisation takes the proof away", () => {
  test("and nobody sees it: the client gets the round back, and the provider is not paid for it", async () => {
    const { provider, client, id, allocation } = await proving();
    const { block } = await provider.prove();
    expect((await client.provider(provider.owner))?.earned).toBe(2n * PRICE);
    await reorganise(await depthOf(block));
    expect((await client.provider(provider.owner))?.earned).toBe(0n);
    await expectRightBooks(world.admin);
    await stage.toRound(client, allocation.endRound);
    const { settlements } = await client.settle([id]);
    expect(settlements).toEqual([{ earned: 0n, refund: allocation.deposit, compensation: 0n }]);
    await client.withdraw();
    expect((await client.balance()).wallet).toBe(world.tokens);
    await expectRightBooks(world.admin);
  });

  test("and the provider proves again in time: the proof of before is put back, and counts once", async () => {
    const removed: RemovedTransaction[] = [];
    const { provider, client, id, allocation } = await proving(removed);
    const proof = await provider.proof();
    const first = await provider.nodeLedger.prove(proof);
    await reorganise(await depthOf(first.block));
    // The same challenge: the seed block is older than what was replaced.
    await expect(provider.nodeLedger.prove(proof)).rejects.toMatchObject({
      facts: { reason: "StorageMarket_AlreadyProved" },
    });
    expect(removed).toEqual([{ hash: first.hash, doing: `proving round ${proof.round}`, outcome: "sent again" }]);
    expect(await client.provider(provider.owner)).toMatchObject({ lastProvedRound: proof.round, earned: 2n * PRICE });
    await stage.toRound(client, allocation.endRound);
    const { settlements } = await client.settle([id]);
    expect(settlements).toEqual([{ earned: 2n * PRICE, refund: 6n * PRICE, compensation: 0n }]);
    await expectRightBooks(world.admin);
  });

  test("and the seed with it: the proof of before is worth nothing, its loss is told, and a new one counts", async () => {
    const removed: RemovedTransaction[] = [];
    const { provider, client, allocation } = await proving(removed);
    const proof = await provider.proof();
    const first = await provider.nodeLedger.prove(proof);
    const seedBlock = world.deployment.genesisBlock + proof.round * world.deployment.roundBlocks;
    const depth = await depthOf(seedBlock);
    const seed = await client.seed(proof.round);
    // With something else in the seed block, or it would have the same hash as before.
    const [from, to] = [world.chain.accounts[4]!.address, somebody()];
    await reorganise(depth, [[{ from, to, value: "0x1" }, 0]]);
    await stage.toRound(client, allocation.startRound);
    expect(await client.seed(proof.round)).not.toEqual(seed);
    await provider.prove();
    expect(removed).toEqual([{ hash: first.hash, doing: `proving round ${proof.round}`, outcome: "lost" }]);
    expect((await client.provider(provider.owner))?.earned).toBe(2n * PRICE);
    await expectRightBooks(world.admin);
  });
});

describe("an account whose transactions fell out of the chain", () => {
  test("has them put back in their order before it sends another, each once", async () => {
    const removed: RemovedTransaction[] = [];
    const provider = await stage.aProvider();
    const client = await connect(stage.key(), { onRemoved: (event) => removed.push(event) });
    const to = somebody();
    const first = await client.transfer(to, 1n);
    const { noticeRounds } = await client.settings();
    const rounds = noticeRounds + 9;
    const opened = await client.openAllocations({ offers: [stage.anOffer(provider)], units: 1, rounds });
    await client.transfer(to, 2n);
    await reorganise(await depthOf(first.block));
    expect(await client.allocation(opened.ids[0]!)).toBeUndefined();
    // It needs what fell out.
    const { endRound, refund } = await client.giveNotice(opened.ids[0]!);
    expect(removed.map(({ outcome }) => outcome)).toEqual(["sent again", "sent again", "sent again"]);
    expect((await client.balance(to)).wallet).toBe(3n);
    expect((await client.allocationsOfClient(client.account!, { max: 9 })).length).toBe(1);
    const { deposit, ...allocation } = (await client.allocation(opened.ids[0]!))!;
    expect(allocation).toMatchObject({ client: client.account, endRound });
    // It may have come back a round later, and has then cost one less.
    expect(await client.balance()).toMatchObject({ wallet: world.tokens - 3n - deposit - refund, vault: refund });
    await expectRightBooks(world.admin);
  });

  test("has nothing sent again that did not fall out, even if the endpoint lags behind", async () => {
    const proxy = await faultyRpc(world.chain.rpcUrl);
    const removed: RemovedTransaction[] = [];
    try {
      const deployment = { ...world.deployment, rpcUrl: proxy.rpcUrl };
      const client = await connect(stage.key(), { deployment, onRemoved: (event) => removed.push(event) });
      const to = somebody();
      await client.transfer(to, 1n);
      await client.transfer(to, 1n);
      let lies = 1;
      const isLatest = ({ method, params }: RpcCall): boolean =>
        method === "eth_getTransactionCount" && params[1] === "latest";
      proxy.fault = { kind: "result", of: (call) => (isLatest(call) && lies-- > 0 ? "0x0" : undefined) };
      proxy.seen.clear();
      await client.transfer(to, 1n);
      expect([removed, proxy.seen.get("eth_sendRawTransaction")]).toEqual([[], 1]);
      await reorganise(1);
      // Only the last one fell out.
      await client.transfer(to, 1n);
      expect(removed).toHaveLength(1);
      expect((await client.balance(to)).wallet).toBe(4n);
    } finally {
      await proxy.stop();
    }
  });

  test("that waits for confirmations has its call in the chain that is left, without doing anything", async () => {
    const removed: RemovedTransaction[] = [];
    const options = { confirmations: 3, onRemoved: (event: RemovedTransaction) => void removed.push(event) };
    const client = await connect(stage.key(), options);
    const to = somebody();
    let isDone = false;
    const sending = client.transfer(to, 5n).finally(() => (isDone = true));
    await until(async () => (await client.balance(to)).wallet === 5n);
    await world.mine(2);
    await reorganise(3);
    expect([isDone, (await client.balance(to)).wallet]).toEqual([false, 0n]);
    await until(async () => (await client.balance(to)).wallet === 5n);
    await world.mine(2);
    expect(isDone).toBe(false);
    await world.mine(1);
    const { hash, block } = await sending;
    expect((await anvil().getBlock({ blockNumber: BigInt(block) })).transactions).toContain(hash);
    expect(removed).toEqual([]);
    expect((await client.balance(to)).wallet).toBe(5n);
  });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 45_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("It did not happen within 45 s.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
