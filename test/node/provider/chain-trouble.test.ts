/**
 * One whole provider lives through what an endpoint, a mempool and a chain can do to it. After each trouble the books are right: every
 * round that could be proved was proved once, and what the provider says of itself is what the chain says.
 *
 * With every way of losing calls, not only one: `CAIRN_RPC_LOSSES=all npx vitest run test/node/provider/chain-trouble.test.ts`.
 */

import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { bytesToHex, createWalletClient, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { connectLedgerLater } from "../../../contracts/index.ts";
import { readOrCreateProviderKeys } from "../../../node/provider-keys.ts";
import { chainWorld, expectOwnBooks, lying, seen } from "./chain-world.ts";
import { PRICE, until } from "./provider-daemon.ts";
import { fragmentOf } from "./small-client.ts";
import type { ProviderNode } from "../../../node/provider-node.ts";
import type { Fault } from "../../contracts/faulty-rpc.ts";
import type { ChainWorld } from "./chain-world.ts";
import type { LogLine } from "./provider-daemon.ts";
import type { SmallClient } from "./small-client.ts";

const UNITS = 2;
let world: ChainWorld;
let node: ProviderNode;
let client: SmallClient;
let allocation: number;
let missed = 0;
let fragments = 0;

beforeAll(async () => {
  world = await chainWorld({ roundBlocks: 32 });
  node = await world.start();
  client = await world.client();
  allocation = await client.open(seen(node), UNITS, 400);
  await store();
  await world.proveNext(node);
  await world.proveNext(node);
  world.lines.length = 0;
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") console.log(world.lines);
  world.proxy.fault = { kind: "none" };
  await world.anvil().setAutomine(true);
  await expectOwnBooks(world, node, missed);
  world.lines.length = 0;
});
afterAll(() => world?.stop());

/** A client goes on storing, whatever the chain does. */
async function store(): Promise<void> {
  await client.put(seen(node), allocation, [fragmentOf(++fragments, 2_000)]);
}

const pooled = async (): Promise<number> => (await world.anvil().getTxpoolStatus()).pending;
const said = (what: string): LogLine[] => world.lines.filter(({ message }) => message.includes(what));

test.each<[string, Fault]>([
  ["failed, though it is in the chain", lying((receipt) => receipt && { ...receipt, status: "0x0", logs: [] })],
  ["are never there", { kind: "lie", of: ({ method }) => (method === "eth_getTransactionReceipt" ? null : undefined) }],
  ["have no events, or those of others", lying((receipt) => receipt && { ...receipt, logs: [] })],
  [
    "name a block that is not in the chain",
    lying((receipt) => receipt && { ...receipt, blockHash: `0x${"ab".repeat(32)}` }),
  ],
])("receipts that %s", async (_, fault) => {
  const before = await world.nonce(node);
  world.proxy.fault = fault;
  const rounds = [await world.proveNext(node), await world.proveNext(node)];
  await store();
  await until(
    async () => (await node.provider.status()).rounds.lastProved === rounds[1],
    "its own notice of the proof",
  );
  expect(await world.nonce(node)).toBe(before + 2);
  // The state tells it at once: that is no trouble.
  expect(world.lines.filter(({ level }) => level === "warn" || level === "error")).toEqual([]);
});

test("a receipt for a transaction that is in no block is not believed, and the proof counts when it is there", async () => {
  const before = await world.nonce(node);
  await world.anvil().setAutomine(false);
  world.proxy.fault = await claimsInclusion();
  const round = await world.market.nextRound();
  await until(async () => (await pooled()) === 1, "the proof in the pool");
  const looks = (): number => world.proxy.seen.get("eth_getTransactionReceipt") ?? 0;
  const enough = looks() + 4;
  await until(() => looks() >= enough, "its looks for the receipt");
  expect((await node.provider.status()).rounds.lastProved).toBe(round - 1);
  await world.anvil().mine({ blocks: 1 });
  await until(async () => (await node.provider.status()).rounds.lastProved === round, "the proof to count");
  expect(await world.nonce(node)).toBe(before + 1);
});

/** Every transaction is in the head's block, and did what it should. */
async function claimsInclusion(): Promise<Fault> {
  const head = await world.anvil().getBlock({ blockTag: "latest" });
  const of = (transactionHash: unknown): object => ({
    transactionHash,
    blockHash: head.hash,
    blockNumber: `0x${head.number.toString(16)}`,
    transactionIndex: "0x0",
    status: "0x1",
    from: node.nodeKey,
    to: world.market.deployment.market,
    gasUsed: "0x5208",
    cumulativeGasUsed: "0x5208",
    effectiveGasPrice: "0x1",
    logs: [],
    logsBloom: `0x${"00".repeat(256)}`,
    type: "0x2",
    contractAddress: null,
  });
  return {
    kind: "lie",
    of: ({ method, params }, truth) =>
      method === "eth_getTransactionReceipt" && truth === null ? of(params[0]) : undefined,
  };
}

const LOSSES = ["part", "question", "answer"] as const;
test.each(process.env["CAIRN_RPC_LOSSES"] === "all" ? LOSSES : LOSSES.slice(0, 1))(
  "an endpoint that drops every third call (%s)",
  async (what) => {
    const before = await world.nonce(node);
    world.proxy.fault = { kind: "lose", every: 3, what };
    const round = await world.proveNext(node);
    await until(async () => (await node.provider.status()).rounds.lastProved === round, "its own notice");
    expect(await world.nonce(node)).toBe(before + 1);
  },
);

test("answers that are garbage, endless, slow or missing: said once, and the round is proved when it is over", async () => {
  const faults: Fault[] = [
    { kind: "body", status: 200, body: "<html>Welcome</html>" },
    { kind: "flood" },
    { kind: "result", of: () => "0xzz" },
    { kind: "body", status: 500, body: "" },
    { kind: "hang up" },
  ];
  world.proxy.fault = faults[0]!;
  const round = await world.market.nextRound();
  for (const fault of faults) {
    world.proxy.fault = fault;
    const { requests } = world.proxy;
    await until(() => world.proxy.requests > requests, "a request that meets it");
    expect(
      (
        await client.retrieve(
          seen(node),
          (await client.put(seen(node), allocation, [fragmentOf(++fragments, 900)]))[0]!.root,
        )
      ).bytes,
    ).toBe(900);
  }
  await until(() => said("the chain does not answer").length === 1, "the notice");
  world.proxy.fault = { kind: "none" };
  await until(() => world.isProved(node, round), "the proof after all");
  await until(() => said("takes proofs again").length === 1, "the end of the trouble");
  const warned = world.lines.filter(({ level }) => level === "warn").map(({ facts }) => facts["code"]);
  expect(new Set(warned).size).toBe(warned.length);
  expect(warned).toContain("ERR_RPC_DOWN");
  expect(said("the chain does not answer")[0]!.message).toContain(`costs 0.000000000002 tokens`);
  expect(said("not proved")).toEqual([]);
});

test("the price of gas shoots up while the proof waits: it pays what is asked, and is there once", async () => {
  const before = await world.nonce(node);
  await world.anvil().setAutomine(false);
  const round = await world.market.nextRound();
  await until(async () => (await pooled()) === 1, "the proof in the pool");
  // More than all the raises there can be.
  const spike = (await pooledFee()) * 10n;
  const mineSpike = async (): Promise<void> => {
    await world.anvil().setNextBlockBaseFeePerGas({ baseFeePerGas: spike });
    await world.anvil().mine({ blocks: 1 });
  };
  await mineSpike();
  expect(await world.isProved(node, round)).toBe(false);
  await until(async () => (await pooledFee()) >= spike, "the proof at the price that is asked");
  await mineSpike();
  expect(await world.isProved(node, round)).toBe(true);
  await world.anvil().setAutomine(true);
  await until(async () => (await node.provider.status()).rounds.lastProved === round, "its own notice");
  expect(await world.nonce(node)).toBe(before + 1);
});

test("no block for a while, and a pool that forgets: the proof is sent again, dearer, and is there once", async () => {
  const before = await world.nonce(node);
  await world.anvil().setAutomine(false);
  const round = await world.market.nextRound();
  await until(async () => (await pooled()) === 1, "the proof in the pool");
  const first = await pooledFee();
  await world.anvil().request({ method: "anvil_dropAllTransactions" } as never);
  await until(async () => (await pooled()) === 1, "the proof in the pool again");
  await until(async () => (await pooledFee()) > first, "a better price");
  await world.anvil().mine({ blocks: 1 });
  await world.anvil().setAutomine(true);
  await until(async () => (await node.provider.status()).rounds.lastProved === round, "its own notice");
  expect(await world.nonce(node)).toBe(before + 1);
  await world.proveNext(node);
});

async function pooledFee(): Promise<bigint> {
  const { pending } = await world.anvil().getTxpoolContent();
  const of = Object.entries(pending).find(([from]) => from.toLowerCase() === node.nodeKey.toLowerCase())?.[1] ?? {};
  return BigInt(Object.values(of)[0]?.maxFeePerGas ?? 0);
}

test("another program with the node key takes the nonce: the proof is lost, which is said, and another one is given", async () => {
  const before = await world.nonce(node);
  await world.anvil().setAutomine(false);
  const round = await world.market.nextRound();
  await until(async () => (await pooled()) === 1, "the proof in the pool");
  const { privateKey } = (await readOrCreateProviderKeys(world.folder)).node;
  const account = privateKeyToAccount(bytesToHex(privateKey));
  const other = createWalletClient({ account, transport: http(world.market.chain.rpcUrl) });
  const maxFeePerGas = (await pooledFee()) * 20n;
  await other.sendTransaction({
    chain: null,
    to: account.address,
    nonce: before,
    maxFeePerGas,
    maxPriorityFeePerGas: maxFeePerGas,
  });
  await world.anvil().mine({ blocks: 1 });
  await world.anvil().setAutomine(true);
  await until(() => world.isProved(node, round), "the other proof");
  await until(async () => (await node.provider.status()).rounds.lastProved === round, "its own notice");
  expect(await world.nonce(node)).toBe(before + 2);
  const warned = world.lines.filter(({ level }) => level === "warn");
  expect(warned.map(({ facts }) => facts["code"])).toEqual(["ERR_TX_LOST"]);
  expect(world.lines.filter(({ level }) => level === "error")).toEqual([]);
});

test("a reorganisation between prove and settle takes the proof out: it is given again in the same round", async () => {
  await store();
  const round = await world.proveNext(node);
  await until(async () => (await node.provider.status()).rounds.lastProved === round, "its own notice");
  await world.anvil().request({ method: "anvil_reorg", params: [1, []] } as never);
  expect(await world.isProved(node, round)).toBe(false);
  // Late in the round it looks once more.
  const { blocksLeft } = await world.market.reader.clock();
  await world.market.chain.mine(blocksLeft - 6);
  await until(() => world.isProved(node, round), "the proof once more");
  await until(async () => (await node.provider.status()).rounds.lastProved === round, "its own notice of it");
  await world.proveNext(node);
});

test("a reorganisation over the end of a round costs that round: it is said, and the next one is proved from the older root", async () => {
  const round = await world.proveNext(node);
  await until(async () => (await node.provider.status()).rounds.lastProved === round, "its own notice");
  const { blocksLeft, block } = await world.market.reader.clock();
  await world.market.chain.mine(blocksLeft - 1);
  const head = (await world.market.reader.clock()).block;
  await world.anvil().request({ method: "anvil_reorg", params: [head - block + 2, []] } as never);
  await world.market.chain.mine(4);
  expect((await world.market.reader.clock()).round).toBe(round + 1);
  await until(() => world.isProved(node, round + 1), "the next proof");
  missed++;
  await until(() => said(`round ${round} not proved`).length === 1, "the line about the round");
  expect(said(`round ${round} not proved`)[0]).toMatchObject({
    level: "error",
    facts: { rounds: 1, notEarned: (BigInt(UNITS) * PRICE).toString(), misses: 1 },
  });
});

test("the endpoint is down for three rounds: it serves and stores, says once what that costs, and proves when it is back", async () => {
  world.proxy.fault = { kind: "hang up" };
  const first = await world.market.nextRound();
  await until(async () => (await node.provider.status()).chainDown, "the notice");
  await store();
  await expect(client.offer(seen(node), 1)).rejects.toMatchObject({ code: expect.stringMatching(/^ERR_/) as string });
  await world.market.nextRound();
  await world.market.nextRound();
  const round = await world.market.nextRound();
  world.proxy.fault = { kind: "none" };
  await until(() => world.isProved(node, round), "the first proof");
  missed += 3;
  await until(() => said("takes proofs again").length === 1, "the end");
  expect(said("the chain does not answer")).toHaveLength(1);
  const [lost] = said("not proved");
  expect(said("not proved")).toHaveLength(1);
  expect(lost!.message).toContain(`rounds ${first} to ${first + 2} not proved`);
  expect(lost!.message).toContain(
    "It costs 0.000000000006 tokens that are not earned, and after 3 misses in a row anybody can have 50 tokens",
  );
  expect(lost).toMatchObject({
    level: "error",
    facts: {
      code: "ERR_RPC_DOWN",
      rounds: 3,
      notEarned: (3n * 2n * PRICE).toString(),
      stakeAtRisk: (50n * 10n ** 18n).toString(),
    },
  });
});

test("rounds missed in a row are penalized: the stake that is gone is said, with why", async () => {
  world.proxy.fault = { kind: "hang up" };
  for (let i = 0; i < 4; i++) await world.market.nextRound();
  const somebody = await world.market.account();
  await somebody.ledger.penalize(node.owner);
  world.proxy.fault = { kind: "none" };
  missed += 3;
  const { round } = await world.market.reader.clock();
  await until(() => world.isProved(node, round), "the proof after it");
  await until(() => said("of stake were taken").length === 1, "the line about the stake");
  expect(said("of stake were taken")[0]).toMatchObject({
    level: "error",
    message: "50 tokens of stake were taken for 3 rounds missed in a row; 950 are left",
    facts: { slashed: (50n * 10n ** 18n).toString() },
  });
});

test("an endpoint of several nodes, of which one lags by a round: nothing is counted twice or forgotten, nothing sent in vain", async () => {
  const before = await world.nonce(node);
  world.proxy.fault = { kind: "lag", every: 3, blocks: 33 };
  const rounds: number[] = [];
  for (let i = 0; i < 2; i++) rounds.push(await world.proveNext(node));
  await store();
  await until(async () => (await node.provider.status()).rounds.lastProved === rounds[1], "its own notice");
  expect(await world.nonce(node)).toBe(before + 2);
  expect(world.lines.filter(({ level }) => level === "error")).toEqual([]);
});

test("gas runs low: it says for how many rounds there is some, proves to the last, and goes on when there is more", async () => {
  const { nodeKey: address } = node;
  const gasPrice = await world.anvil().getGasPrice();
  await world.anvil().setBalance({ address, value: 20n * 300_000n * gasPrice });
  await world.proveNext(node);
  await until(() => said("enough gas for").length === 1, "the first warning");
  expect(said("enough gas for")[0]).toMatchObject({ level: "warn", facts: { account: address } });
  const money = async () => (await node.provider.status()).money;
  await until(async () => (await money()).gas === (await world.anvil().getBalance({ address })), "what is left");
  const { roundsOfGasLeft } = await money();
  expect(roundsOfGasLeft).toBeGreaterThan(5);
  expect(roundsOfGasLeft).toBeLessThanOrEqual(20);

  // Not even for the next block.
  await world.anvil().setBalance({ address, value: 1000n });
  const round = await world.market.nextRound();
  await until(() => said("this try to prove failed").length === 1, "the line about the gas");
  expect(said("this try to prove failed")[0]).toMatchObject({
    facts: { code: "ERR_NOT_ENOUGH_GAS", account: address },
  });
  await until(() => said("enough gas for 0 more rounds").length === 1, "the second warning");
  expect(said("enough gas for 0 more rounds")[0]!.level).toBe("error");

  // For a block at the present price, though not for one at twice the price.
  const { baseFeePerGas } = await world.anvil().getBlock({ blockTag: "latest" });
  await world.anvil().setNextBlockBaseFeePerGas({ baseFeePerGas: 10n ** 11n });
  await world.anvil().mine({ blocks: 1 });
  await world.anvil().setBalance({ address, value: 220_000n * 13n * 10n ** 10n });
  await until(() => world.isProved(node, round), "the proof");
  expect(baseFeePerGas).toBeLessThan(10n ** 11n);
  await world.anvil().setNextBlockBaseFeePerGas({ baseFeePerGas: baseFeePerGas! });
  await world.anvil().mine({ blocks: 1 });
  await world.anvil().setBalance({ address, value: 10n ** 20n });
  await world.proveNext(node);
  await until(() => said("rounds again").length === 1, "the end of it");
  expect((await node.provider.status()).money.roundsOfGasLeft).toBeGreaterThan(100);
});

test("a dispute is answered though the receipts of the answer lie: it counts once, with its bond", async () => {
  const challenger = await world.market.account(10n ** 21n);
  world.proxy.fault = lying((receipt) => receipt && { ...receipt, logs: [] });
  await challenger.ledger.challengeLeaf(node.owner, 3);
  await until(async () => (await node.provider.status()).disputes.answered === 1, "the answer");
  world.proxy.fault = { kind: "lie", of: ({ method }) => (method === "eth_getTransactionReceipt" ? null : undefined) };
  await challenger.ledger.challengeLeaf(node.owner, 4);
  await until(async () => (await world.market.reader.provider(node.owner))?.openDisputes === 0, "the second answer");
  world.proxy.fault = { kind: "none" };
  await until(async () => (await node.provider.status()).disputes.answered === 2, "its count");
  expect((await node.provider.status()).disputes).toMatchObject({
    lost: 0,
    bonds: 2n * 10n ** 18n,
    failure: undefined,
  });
  expect(said("answered a dispute")).toHaveLength(2);
});

test("an answer that drips is given up in time", async () => {
  const deployment = { ...world.market.deployment, rpcUrl: world.proxy.rpcUrl };
  const ledger = connectLedgerLater({ deployment, requestTimeoutMs: 100 });
  world.proxy.fault = { kind: "drip", everyMs: 20 };
  await expect(ledger.clock()).rejects.toMatchObject({ code: "ERR_RPC_DOWN" });
  ledger.close();
});

test("at the end all is as it was promised: the client is charged for each proved round and no other", async () => {
  const { round } = await world.market.reader.clock();
  const record = (await world.market.reader.allocation(allocation))!;
  const proved = await world.market.reader.provedRounds(node.owner, record.startRound, round + 1);
  const { charged } = (await world.market.reader.statement(allocation))!;
  expect(charged).toBe(BigInt(proved.filter(Boolean).length * UNITS) * PRICE);
  expect((await world.market.reader.provider(node.owner))?.earned).toBe(charged);
  expect((await node.provider.status()).money.earned).toBe(charged);
});
