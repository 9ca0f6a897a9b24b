// Endpoints that lie about receipts, and endpoints that lose every third call. Right books here: a call is reported as done only when the
// state has it, everything else is a typed error, and each call was carried out once or not at all.
// A whole life with every way of losing calls, not only the worst: `CAIRN_RPC_LOSSES=all npx vitest run test/contracts/evm-lies.test.ts`.

import {
  bytesToHex,
  createTestClient,
  createWalletClient,
  encodeAbiParameters,
  encodeEventTopics,
  encodeFunctionData,
  http,
  publicActions,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { storageMarketAbi } from "../../contracts/abi/StorageMarket.ts";
import { type Ledger, type LedgerOptions, TOKEN, connectLedger } from "../../contracts/index.ts";
import { type CairnError, keySigner, newPrivateKey, signClose } from "../../protocol/index.ts";
import { PRICE, type Stage, stageOf } from "../compliance/ledger-stage.ts";
import { type AnvilWorld, anvilWorld } from "./anvil-world.ts";
import { expectRightBooks } from "./books.ts";
import { type FaultyRpc, faultyRpc } from "./faulty-rpc.ts";
import { type Prover, proverOf } from "./prover.ts";

interface RawReceipt {
  readonly status: string;
  readonly blockHash: string;
  readonly blockNumber: string;
  readonly transactionHash: string;
  readonly transactionIndex: string;
  readonly logs: readonly object[];
}

let world: AnvilWorld;
let stage: Stage;
let proxy: FaultyRpc;
beforeAll(async () => {
  world = await anvilWorld(60);
  proxy = await faultyRpc(world.chain.rpcUrl);
  stage = stageOf(() => world);
});
afterAll(async () => {
  await proxy?.stop();
  await world?.stop();
});
afterEach(async () => {
  proxy.fault = { kind: "none" };
  await anvil().setAutomine(true);
  await expectRightBooks(world.admin);
});

const anvil = () =>
  createTestClient({ mode: "anvil", cacheTime: 0, transport: http(world.chain.rpcUrl) }).extend(publicActions);
const somebody = (): `0x${string}` => keySigner(newPrivateKey()).address;
const connect = (privateKey: Uint8Array, options: Partial<LedgerOptions> = {}): Promise<Ledger> => {
  const deployment = { ...world.deployment, rpcUrl: proxy.rpcUrl };
  return connectLedger({ deployment, privateKey, pollMs: 30, patienceMs: 5_000, ...options });
};
/** Tells of each receipt what `of` makes of it. */
const lyingAboutReceipts = (of: (receipt: RawReceipt | null) => unknown): void => {
  proxy.fault = {
    kind: "lie",
    of: ({ method }, truth) => (method === "eth_getTransactionReceipt" ? of(truth) : undefined),
  };
};

describe("a receipt", () => {
  test("of success for a call that failed in its block is doubted", async () => {
    const [owner, node] = [stage.key(), stage.key()];
    const provider = proverOf(await world.connect(owner), await world.connect(node), keySigner(node));
    const registration = { nodeKey: provider.nodeKey.address, peerId: Uint8Array.of(1), stake: world.minStake };
    await provider.ledger.registerProvider(registration);
    const client = await connect(stage.key());
    await anvil().setAutomine(false);
    lyingAboutReceipts((receipt) => receipt && { ...receipt, status: "0x1" });
    const order = { offers: [stage.anOffer(provider)], units: 1, rounds: 2 };
    const opening = client.openAllocations(order).catch((error: unknown) => error);
    await until(async () => (await anvil().getTxpoolStatus()).pending === 1);
    // The provider cancels its offers in the same block, before it.
    const account = privateKeyToAccount(bytesToHex(owner));
    const wallet = createWalletClient({ account, transport: http(world.chain.rpcUrl) });
    const data = encodeFunctionData({ abi: storageMarketAbi, functionName: "cancelOffers", args: [100n] });
    const fees = { maxFeePerGas: 10n ** 12n, maxPriorityFeePerGas: 10n ** 12n };
    await wallet.sendTransaction({ chain: null, to: world.deployment.market, data, gas: 200_000n, ...fees });
    await world.mine(1);
    expect(await opening).toMatchObject({ code: "ERR_TX_DOUBTED", facts: { hash: expect.any(String) as string } });
    expect(await client.allocationsOfClient(client.account!, { max: 9 })).toEqual([]);
    expect((await client.balance()).wallet).toBe(world.tokens);
  });

  test("of success, with made up events, for a call that failed is doubted: the state does not have it", async () => {
    const { provider, client: buyer, clientPrivateKey, id, allocation } = await stage.anAllocation(1, 9);
    await stage.nextRound(buyer);
    const client = await connect(clientPrivateKey);
    await anvil().setAutomine(false);
    const { round, timestamp } = await client.clock();
    const name = { abi: storageMarketAbi, eventName: "AllocationClosed" } as const;
    const topics = encodeEventTopics({ ...name, args: { id } });
    const data = encodeAbiParameters([{ type: "uint32" }, { type: "uint256" }], [round + 1, 7n]);
    lyingAboutReceipts((receipt) => {
      if (receipt === null) return undefined;
      const { blockHash, blockNumber, transactionHash, transactionIndex } = receipt;
      const place = { blockHash, blockNumber, transactionHash, transactionIndex, logIndex: "0x0", removed: false };
      return { ...receipt, status: "0x1", logs: [{ ...place, address: world.deployment.market, topics, data }] };
    });
    const validUntil = timestamp + 300;
    const signature = signClose(client.domain, { allocation: id, validUntil }, provider.nodeKey);
    const closing = client.closeAllocation(id, { validUntil, signature }).catch((error: unknown) => error);
    await until(async () => (await anvil().getTxpoolStatus()).pending === 1);
    // The consent is over when its block comes.
    await anvil().increaseTime({ seconds: 1_000 });
    await world.mine(1);
    expect(await closing).toMatchObject({ code: "ERR_TX_DOUBTED" });
    expect(await client.allocation(id)).toEqual(allocation);
  });

  test("with events of another contract that look like the market's is doubted", async () => {
    const provider = await stage.aProvider();
    const client = await connect(stage.key());
    const moved = (log: object): object => ({ ...log, address: world.deployment.token });
    lyingAboutReceipts((receipt) => receipt && { ...receipt, logs: receipt.logs.map(moved) });
    const order = { offers: [stage.anOffer(provider)], units: 1, rounds: 2 };
    await expect(client.openAllocations(order)).rejects.toMatchObject({ code: "ERR_TX_DOUBTED" });
    // It was carried out all the same, and that is what the state says.
    proxy.fault = { kind: "none" };
    expect((await client.allocationsOfClient(client.account!, { max: 9 })).length).toBe(1);
  });

  test("for a transaction that never left is not believed", async () => {
    const client = await connect(stage.key(), { timeoutMs: 600 });
    const to = somebody();
    const head = await anvil().getBlock();
    const hashes = new Set<unknown>();
    proxy.fault = {
      kind: "result",
      of: ({ method, params }) => {
        if (method === "eth_sendRawTransaction") return `0x${"11".repeat(32)}`;
        if (method !== "eth_getTransactionReceipt") return undefined;
        hashes.add(params[0]);
        const blank = { from: client.account, to, logs: [], logsBloom: `0x${"00".repeat(256)}`, type: "0x2" };
        const gas = { gasUsed: "0x5208", cumulativeGasUsed: "0x5208", effectiveGasPrice: "0x1", contractAddress: null };
        const place = { blockHash: head.hash, blockNumber: `0x${head.number.toString(16)}`, transactionIndex: "0x0" };
        return { ...blank, ...gas, ...place, status: "0x1", transactionHash: params[0] };
      },
    };
    await expect(client.transfer(to, 4n)).rejects.toMatchObject({ code: "ERR_TX_TIMEOUT" });
    expect(hashes.size).toBeGreaterThan(0);
    proxy.fault = { kind: "none" };
    expect((await client.balance(to)).wallet).toBe(0n);
  });

  test("of a block that is not in the chain is waited past", async () => {
    const client = await connect(stage.key());
    const to = somebody();
    let [asked, lies] = [0, 3];
    lyingAboutReceipts((receipt) => {
      if (receipt === null) return undefined;
      asked++;
      return lies-- > 0 ? { ...receipt, blockHash: `0x${"ab".repeat(32)}` } : undefined;
    });
    const { block } = await client.transfer(to, 6n);
    expect(asked).toBeGreaterThan(3);
    expect((await anvil().getBlock({ blockNumber: BigInt(block) })).transactions).toHaveLength(1);
    expect((await client.balance(to)).wallet).toBe(6n);
  });

  test("of failure names a failure, and the state decides what is done about it", async () => {
    const { provider, client, id, allocation } = await stage.anAllocation(2, 4);
    await provider.prove();
    await stage.toRound(client, allocation.startRound);
    const privateKey = stage.key();
    const node = await connect(privateKey);
    await provider.ledger.updateNode({ nodeKey: keySigner(privateKey).address, peerId: Uint8Array.of(2) });
    lyingAboutReceipts((receipt) => receipt && { ...receipt, status: "0x0", logs: [] });
    const { round } = await client.clock();
    await expect(node.prove(await provider.proof())).rejects.toMatchObject({ code: "ERR_REVERTED" });
    proxy.fault = { kind: "none" };
    expect(await node.provedRounds(provider.owner, round, round + 1)).toEqual([true]);
    expect((await node.provider(provider.owner))?.earned).toBe(2n * PRICE);
    await stage.toRound(client, allocation.endRound);
    expect((await client.settle([id])).settlements).toEqual([
      { earned: 2n * PRICE, refund: 6n * PRICE, compensation: 0n },
    ]);
  });

  test("that never comes is an error with the hash; the call was carried out, and the next one goes on", async () => {
    // As long as the second one, whose receipt is there at once, needs on a busy machine.
    const client = await connect(stage.key(), { timeoutMs: 4_000 });
    const [first, second] = [somebody(), somebody()];
    proxy.fault = { kind: "lie", of: ({ method }) => (method === "eth_getTransactionReceipt" ? null : undefined) };
    const error = await client.transfer(first, 2n).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "ERR_TX_TIMEOUT" });
    proxy.fault = { kind: "none" };
    const { hash } = (error as CairnError).facts as { hash: `0x${string}` };
    expect((await anvil().getTransactionReceipt({ hash })).status).toBe("success");
    await client.transfer(second, 3n);
    expect([(await client.balance(first)).wallet, (await client.balance(second)).wallet]).toEqual([2n, 3n]);
  });
});

describe("an endpoint that loses every third call", () => {
  const losses: ["question" | "answer" | "part", string][] = [
    ["answer", "after it was carried out"],
    ["question", "before it arrives"],
    ["part", "out of its batch"],
  ];
  const tried = process.env["CAIRN_RPC_LOSSES"] === "all" ? losses : losses.slice(0, 1);

  test.each(tried)("a whole life goes well (%s: %s)", async (what) => {
    const [owner, node, client] = [stage.key(), stage.key(), stage.key()];
    const [ledger, nodeLedger, buyer] = await Promise.all([connect(owner), connect(node), connect(client)]);
    proxy.fault = { kind: "lose", every: 3, what };
    const nodeKey = keySigner(node);
    await ledger.registerProvider({ nodeKey: nodeKey.address, peerId: Uint8Array.of(1), stake: world.minStake });
    await ledger.addStake(TOKEN);
    const provider: Prover = proverOf(ledger, nodeLedger, nodeKey);
    await stage.nextRound(world.admin);
    const { ids } = await buyer.openAllocations({ offers: [stage.anOffer(provider)], units: 3, rounds: 4 });
    provider.store([{ id: ids[0]!, seq: 1, fragments: [9_000] }]);
    await provider.prove();
    const { startRound, endRound } = (await buyer.allocation(ids[0]!))!;
    for (const round of [startRound, startRound + 1]) {
      await stage.toRound(world.admin, round);
      await provider.prove();
    }
    const to = somebody();
    await Promise.all([1n, 2n, 4n].map((amount) => buyer.transfer(to, amount)));
    await stage.toRound(world.admin, endRound);
    const { settlements } = await buyer.settle(ids);
    expect(settlements).toEqual([{ earned: 6n * PRICE, refund: 6n * PRICE, compensation: 0n }]);
    expect((await buyer.withdraw()).amount).toBe(6n * PRICE);
    expect((await ledger.withdraw()).amount).toBe(6n * PRICE);
    // Read where nothing is lost.
    const truth = world.admin;
    expect(await truth.provider(provider.owner)).toMatchObject({ stake: world.minStake + TOKEN, earned: 0n });
    expect((await truth.allocationsOfProvider(provider.owner, { max: 9 })).length).toBe(1);
    expect((await truth.balance(buyer.account)).wallet).toBe(world.tokens - 7n - 6n * PRICE);
    expect((await truth.balance(to)).wallet).toBe(7n);
    expect((await truth.balance(ledger.account)).wallet).toBe(world.tokens - world.minStake - TOKEN + 6n * PRICE);
  });

  test("or the first two tries to send, has the third one", async () => {
    // So long a pause that nothing else would send it again in time.
    const client = await connect(stage.key(), { pollMs: 20_000, timeoutMs: 60_000, patienceMs: 60_000 });
    const to = somebody();
    let lost = 0;
    proxy.fault = { kind: "cut", of: ({ method }) => method === "eth_sendRawTransaction" && ++lost <= 2 };
    await client.transfer(to, 8n);
    expect(lost).toBe(3);
    expect((await client.balance(to)).wallet).toBe(8n);
  });

  test("gives no call the answer of another one", async () => {
    const ledger = await connect(stage.key());
    proxy.seen.clear();
    proxy.fault = { kind: "lose", every: 3, what: "part" };
    for (let i = 0; i < 5; i++) {
      const [clock, settings, count, balance] = await Promise.all([
        ledger.clock(),
        ledger.settings(),
        ledger.providerCount(),
        ledger.balance(),
      ]);
      expect([settings.minStake, balance.wallet, balance.vault]).toEqual([world.minStake, world.tokens, 0n]);
      expect(clock.round).toBe((await world.admin.clock()).round);
      expect(count).toBe(await world.admin.providerCount());
    }
    // Some were lost, and asked again.
    expect(proxy.seen.get("eth_call")).toBeGreaterThan(25);
  });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 45_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("It did not happen within 45 s.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
