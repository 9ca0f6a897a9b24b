// Transactions that get stuck, are overtaken, or meet a price that has shot up. Right books here: each call was carried out once or
// not at all, its caller was told which, and what the market tells follows from its events.

import {
  bytesToHex,
  createTestClient,
  createWalletClient,
  http,
  keccak256,
  parseTransaction,
  publicActions,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Ledger, type LedgerOptions, connectLedger } from "../../contracts/index.ts";
import { keySigner, newPrivateKey } from "../../protocol/index.ts";
import { PRICE, type Stage, stageOf } from "../compliance/ledger-stage.ts";
import { type AnvilWorld, anvilWorld } from "./anvil-world.ts";
import { expectRightBooks } from "./books.ts";
import { type FaultyRpc, type RpcCall, faultyRpc } from "./faulty-rpc.ts";

const GWEI = 10n ** 9n;
/** As many signed for one call as there may be. */
const MAX_VARIANTS = 8;

let world: AnvilWorld;
let stage: Stage;
let proxy: FaultyRpc;
beforeAll(async () => {
  world = await anvilWorld(40);
  proxy = await faultyRpc(world.chain.rpcUrl);
  stage = stageOf(() => world);
});
afterAll(async () => {
  await proxy?.stop();
  await world?.stop();
});
beforeEach(() => anvil().setAutomine(false));
afterEach(async () => {
  proxy.fault = { kind: "none" };
  await anvil().setAutomine(true);
  await world.mine(1);
  await expectRightBooks(world.admin);
});

const anvil = () =>
  createTestClient({ mode: "anvil", cacheTime: 0, transport: http(world.chain.rpcUrl) }).extend(publicActions);
const somebody = (): `0x${string}` => keySigner(newPrivateKey()).address;
const connect = (privateKey: Uint8Array, options: Partial<LedgerOptions> = {}): Promise<Ledger> =>
  connectLedger({ deployment: world.deployment, privateKey, pollMs: 30, patienceMs: 5_000, ...options });

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 45_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("It did not happen within 45 s.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const pool = async (): Promise<number> => {
  const { pending, queued } = await anvil().getTxpoolStatus();
  return pending + queued;
};
/** Prices of the account's transactions in the pool, by nonce. */
async function pooledPrices(account: string): Promise<Record<string, bigint>> {
  const { pending, queued } = await anvil().getTxpoolContent();
  const mine = Object.entries({ ...pending, ...queued }).find(([from]) => from.toLowerCase() === account.toLowerCase());
  const list = Object.entries(mine?.[1] ?? {});
  return Object.fromEntries(list.map(([nonce, { maxFeePerGas }]) => [nonce, BigInt(maxFeePerGas ?? 0)]));
}
/** Blocks whose base fee is this, until stopped. */
function mining(baseFeePerGas: bigint): () => Promise<void> {
  const stop = new AbortController();
  const loop = (async () => {
    while (!stop.signal.aborted) {
      await anvil().setNextBlockBaseFeePerGas({ baseFeePerGas });
      await anvil().mine({ blocks: 1 });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  })();
  return async () => {
    stop.abort();
    await loop;
  };
}

/** Different bytes that are sent through the proxy from now on. */
function signedHere(): Set<string> {
  const signed = new Set<string>();
  proxy.fault = {
    kind: "result",
    of: ({ method, params }) => void (method === "eth_sendRawTransaction" && signed.add(String(params[0]))),
  };
  return signed;
}

describe("a transaction in the pool", () => {
  test("that a price spike has made too cheap is sent again at the new price, and carried out once", async () => {
    await anvil().setAutomine(true);
    const provider = await stage.aProvider();
    const client = await connect(stage.key(), { patienceMs: 60_000 });
    await anvil().setAutomine(false);
    const opening = client.openAllocations({ offers: [stage.anOffer(provider)], units: 2, rounds: 3 });
    await until(async () => (await pool()) === 1);
    const [[nonce, before]] = Object.entries(await pooledPrices(client.account!)) as [[string, bigint]];
    await anvil().setNextBlockBaseFeePerGas({ baseFeePerGas: before * 3n });
    await world.mine(1);
    await until(async () => ((await pooledPrices(client.account!))[nonce] ?? 0n) > before * 3n);
    await world.mine(1);
    const { ids } = await opening;
    expect(await client.allocation(ids[0]!)).toMatchObject({ client: client.account, units: 2 });
    expect((await client.allocationsOfClient(client.account!, { max: 9 })).length).toBe(1);
    expect(await anvil().getTransactionCount({ address: client.account! })).toBe(Number(nonce) + 1);
    expect((await client.balance()).wallet).toBe(world.tokens - 6n * PRICE);
  });

  test("that no block takes is raised by a quarter at a time, so often and no more, and carried out once", async () => {
    const privateKey = stage.key();
    const deployment = { ...world.deployment, rpcUrl: proxy.rpcUrl };
    const client = await connect(privateKey, { deployment, patienceMs: 20 });
    const signed = signedHere();
    const to = somebody();
    const sending = client.transfer(to, 5n);
    await until(async () => signed.size === MAX_VARIANTS);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(signed.size).toBe(MAX_VARIANTS);
    const variants = [...signed].map((raw) => parseTransaction(raw as `0x${string}`));
    expect(new Set(variants.map(({ nonce }) => nonce)).size).toBe(1);
    for (const [i, { maxFeePerGas }] of variants.entries()) {
      if (i > 0) expect(maxFeePerGas! * 100n).toBeGreaterThanOrEqual(variants[i - 1]!.maxFeePerGas! * 125n);
    }
    await world.mine(1);
    const { hash } = await sending;
    expect([...signed].map((raw) => keccak256(raw as `0x${string}`))).toContain(hash);
    expect((await client.balance(to)).wallet).toBe(5n);
  });

  test("is not raised beyond what the account has for gas", async () => {
    const deployment = { ...world.deployment, rpcUrl: proxy.rpcUrl };
    const client = await connect(stage.key(), { deployment, patienceMs: 20 });
    const signed = new Set<string>();
    let looks = 0;
    proxy.fault = {
      kind: "result",
      of: ({ method, params }) => {
        if (method === "eth_sendRawTransaction") signed.add(String(params[0]));
        if (method !== "eth_getBalance" || signed.size === 0) return undefined;
        looks++;
        // Enough for what is there, not for a quarter more.
        const { gas, maxFeePerGas } = parseTransaction([...signed][0] as `0x${string}`);
        return `0x${(gas! * maxFeePerGas! + 1n).toString(16)}`;
      },
    };
    const sending = client.transfer(somebody(), 1n);
    await until(async () => looks >= 3);
    expect(signed.size).toBe(1);
    await world.mine(1);
    await sending;
  });

  test("that its caller has given up makes room for the next one, and is never carried out", async () => {
    const client = await connect(stage.key(), { patienceMs: 60_000 });
    const [first, second] = [somebody(), somebody()];
    const given = await givenUp(client, first);
    const patient = client.transfer(second, 8n);
    await until(async () => (await pooledPrices(client.account!))[given.nonce]! > given.price);
    expect(await pool()).toBe(1);
    await world.mine(1);
    await patient;
    expect([(await client.balance(first)).wallet, (await client.balance(second)).wallet]).toEqual([0n, 8n]);
    expect(await anvil().getTransactionCount({ address: client.account! })).toBe(Number(given.nonce) + 1);
  });

  /** Seven units on their way to somebody, in the pool, and nobody waits for them any more. */
  async function givenUp(client: Ledger, to: `0x${string}`, meanwhile = async (): Promise<void> => {}) {
    const stop = new AbortController();
    const sending = client.transfer(to, 7n, { signal: stop.signal }).catch((error: unknown) => error);
    await until(async () => (await pool()) === 1);
    await meanwhile();
    stop.abort();
    expect(await sending).toMatchObject({ code: "ERR_ABORTED" });
    const [[nonce, price] = ["", 0n]] = Object.entries(await pooledPrices(client.account!));
    return { nonce, price };
  }

  test("that was given up while a look at the chain hung makes room all the same", async () => {
    const deployment = { ...world.deployment, rpcUrl: proxy.rpcUrl };
    const client = await connect(stage.key(), { deployment, patienceMs: 60_000 });
    const [first, second] = [somebody(), somebody()];
    const given = await givenUp(client, first, async () => {
      proxy.fault = { kind: "silent" };
      const { requests } = proxy;
      await until(async () => proxy.requests > requests);
    });
    proxy.fault = { kind: "none" };
    const patient = client.transfer(second, 8n);
    await until(async () => (await pool()) === 2 || (await pooledPrices(client.account!))[given.nonce]! > given.price);
    expect(await pool()).toBe(1);
    await world.mine(1);
    await patient;
    expect([(await client.balance(first)).wallet, (await client.balance(second)).wallet]).toEqual([0n, 8n]);
  });

  test("that was given up does not hold up one behind it, whatever the price has become", async () => {
    const client = await connect(stage.key(), { patienceMs: 300 });
    const [first, second] = [somebody(), somebody()];
    const stop = new AbortController();
    const sending = client.transfer(first, 7n, { signal: stop.signal }).catch((error: unknown) => error);
    await until(async () => (await pool()) === 1);
    const behind = client.transfer(second, 8n);
    await until(async () => (await pool()) === 2);
    stop.abort();
    expect(await sending).toMatchObject({ code: "ERR_ABORTED" });
    const prices = Object.values(await pooledPrices(client.account!));
    const blocks = mining(10n * prices.reduce((most, price) => (price > most ? price : most)));
    await behind.finally(blocks);
    expect([(await client.balance(first)).wallet, (await client.balance(second)).wallet]).toEqual([0n, 8n]);
    expect(await anvil().getTransactionCount({ address: client.account! })).toBe(2);
  });

  test("that somebody with the same key has overtaken is lost, and its caller is told", async () => {
    const privateKey = stage.key();
    const client = await connect(privateKey);
    const to = somebody();
    const sending = client.transfer(to, 9n).catch((error: unknown) => error);
    await until(async () => (await pool()) === 1);
    const [[nonce, price]] = Object.entries(await pooledPrices(client.account!)) as [[string, bigint]];
    const account = privateKeyToAccount(bytesToHex(privateKey));
    const other = createWalletClient({ account, transport: http(world.chain.rpcUrl) });
    const maxFeePerGas = price * 5n;
    const fees = { maxFeePerGas, maxPriorityFeePerGas: maxFeePerGas };
    await other.sendTransaction({ chain: null, to: account.address, value: 1n, nonce: Number(nonce), ...fees });
    await world.mine(1);
    expect(await sending).toMatchObject({ code: "ERR_TX_LOST", facts: { nonce: Number(nonce) } });
    expect((await client.balance(to)).wallet).toBe(0n);
    // And the next one goes as if nothing had been.
    await anvil().setAutomine(true);
    await client.transfer(to, 10n);
    expect((await client.balance(to)).wallet).toBe(10n);
  });

  test("left behind by an earlier run, at a price of before, does not hold up what comes after a restart", async () => {
    const privateKey = stage.key();
    const before = await connect(privateKey);
    const [first, second] = [somebody(), somebody()];
    const left = before.transfer(first, 1n).catch((error: unknown) => error);
    await until(async () => (await pool()) === 1);
    before.close();
    expect(await left).toMatchObject({ code: "ERR_ABORTED" });
    // As an endpoint does that counts what is too cheap for the next block, too.
    const isPending = ({ method, params }: RpcCall): boolean =>
      method === "eth_getTransactionCount" && params[1] === "pending";
    const counted = (truth: string): string => (Number(truth) === 0 ? "0x1" : truth);
    proxy.fault = { kind: "lie", of: (call, truth) => (isPending(call) ? counted(truth) : undefined) };
    const stop = mining(300n * GWEI);
    try {
      const deployment = { ...world.deployment, rpcUrl: proxy.rpcUrl };
      const after = await connect(privateKey, { deployment, patienceMs: 300 });
      await after.transfer(second, 2n);
      expect([(await after.balance(first)).wallet, (await after.balance(second)).wallet]).toEqual([0n, 2n]);
      expect(await anvil().getTransactionCount({ address: after.account! })).toBe(2);
    } finally {
      await stop();
    }
  });
});

describe("while the price moves", () => {
  test("calls sent side by side before a spike all arrive after it, each once", async () => {
    const client = await connect(stage.key(), { patienceMs: 60_000 });
    const to = somebody();
    const sending = Promise.all([1n, 2n, 4n, 8n, 16n].map((amount) => client.transfer(to, amount)));
    await until(async () => (await pool()) === 5);
    const prices = Object.values(await pooledPrices(client.account!));
    const stop = mining(3n * prices.reduce((most, price) => (price > most ? price : most)));
    await sending.finally(stop);
    expect((await client.balance(to)).wallet).toBe(31n);
    expect(await anvil().getTransactionCount({ address: client.account! })).toBe(5);
  });

  test("an endpoint that asks for more than it advises gets it", async () => {
    const deployment = { ...world.deployment, rpcUrl: proxy.rpcUrl };
    const client = await connect(stage.key(), { deployment });
    const [to, asked] = [somebody(), [] as bigint[]];
    const tooLow = { code: -32_000, message: "max fee per gas less than block base fee" };
    proxy.fault = {
      kind: "error",
      of: ({ method, params }) => {
        if (method !== "eth_sendRawTransaction") return undefined;
        asked.push(parseTransaction(params[0] as `0x${string}`).maxFeePerGas!);
        return asked.length < 3 ? tooLow : undefined;
      },
    };
    await anvil().setAutomine(true);
    await client.transfer(to, 3n);
    expect((await client.balance(to)).wallet).toBe(3n);
    expect(asked[1]).toBeGreaterThanOrEqual(asked[0]! * 2n);
    expect(asked[2]).toBeGreaterThanOrEqual(asked[1]! * 2n);
  });
});
