// The contracts of a network, put on a chain: at addresses that follow from the inputs, once, with the powers that were asked for.

import {
  type Hex,
  type TransactionSerializedLegacy,
  bytesToHex,
  createTestClient,
  createWalletClient,
  encodeFunctionData,
  getContractAddress,
  http,
  parseTransaction,
  publicActions,
  recoverTransactionAddress,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { accessManagerAbi } from "../../contracts/abi/AccessManager.ts";
import { storageMarketAbi } from "../../contracts/abi/StorageMarket.ts";
import { FACTORY, FACTORY_CODE, FACTORY_SIGNER, FACTORY_TRANSACTION } from "../../contracts/create2.ts";
import { planDeployment } from "../../contracts/deploy-plan.ts";
import {
  type Chain,
  DEVNET_PARAMETERS,
  type DeployOptions,
  type Deployment,
  TOKEN,
  connectLedger,
  deploy,
  startChain,
} from "../../contracts/index.ts";
import { type Address, keySigner, newPrivateKey } from "../../protocol/index.ts";
import { type FaultyRpc, faultyRpc } from "./faulty-rpc.ts";

const DAY = 86_400;
const POLL = { pollMs: 25 };

let chain: Chain;
beforeEach(async () => {
  chain = await startChain();
});
afterEach(() => chain.kill());

const deployerKey = (): Uint8Array => chain.accounts[0]!.privateKey;
const anvil = (at: Chain = chain) =>
  createTestClient({ mode: "anvil", cacheTime: 0, transport: http(at.rpcUrl) }).extend(publicActions);
const onChain = (options: Partial<DeployOptions> = {}): Promise<Deployment> =>
  deploy({ rpcUrl: chain.rpcUrl, privateKey: deployerKey(), ...POLL, ...options });
const transactions = (): Promise<number> => anvil().getTransactionCount({ address: chain.accounts[0]!.address });

describe("a deployment", () => {
  test("has the same addresses on another chain", async () => {
    const other = await startChain({ chainId: 4_242 });
    try {
      await other.mine(7);
      const here = await onChain();
      const there = await onChain({ rpcUrl: other.rpcUrl });
      const { chainId, rpcUrl, genesisBlock, ...addresses } = there;
      expect([chainId, rpcUrl]).toEqual([4_242, other.rpcUrl]);
      expect(here).toMatchObject(addresses);
      // The block that made the market, on each.
      expect(genesisBlock).toBe(here.genesisBlock + 7);
      for (const each of [here, there]) {
        const ledger = await connectLedger({ deployment: each });
        expect(await ledger.clock()).toMatchObject({ round: 0 });
      }
    } finally {
      await other.kill();
    }
  });

  test("is found when it is made again, and nothing is sent", async () => {
    const lines: string[] = [];
    const first = await onChain({ onStep: (line) => lines.push(line) });
    expect(lines.every((line) => /(made|set)$/.test(line))).toBe(true);
    const sent = await transactions();
    lines.length = 0;
    await chain.mine(5);
    expect(await onChain({ onStep: (line) => lines.push(line) })).toEqual(first);
    expect(lines).toHaveLength(7);
    expect(lines.every((line) => /(was there|were set)$/.test(line))).toBe(true);
    expect(await transactions()).toBe(sent);
  });

  test.each([1, 3, 5, 6])("that stopped after %i transactions goes on where it was", async (most) => {
    const whole = await startChain();
    const proxy = await faultyRpc(chain.rpcUrl);
    try {
      let sent = 0;
      const full = { code: -32_000, message: "this endpoint takes no more" };
      proxy.fault = {
        kind: "error",
        of: ({ method }) => (method === "eth_sendRawTransaction" && ++sent > most ? full : undefined),
      };
      await expect(onChain({ rpcUrl: proxy.rpcUrl })).rejects.toMatchObject({ code: "ERR_RPC_DOWN" });
      const before = await transactions();
      expect(before).toBeGreaterThan(0);
      const found: string[] = [];
      const deployment = await onChain({ onStep: (line) => found.push(line) });
      expect(found.filter((line) => line.endsWith("was there")).length).toBe(before);
      expect(await transactions()).toBe(7);
      expect(deployment.market).toBe((await onChain({ rpcUrl: whole.rpcUrl })).market);
    } finally {
      await proxy.stop();
      await whole.kill();
    }
  });

  test("of another size, salt, admin, token or delay is another one, beside the first", async () => {
    const first = await onChain();
    const token = first.token;
    const others: Partial<DeployOptions>[] = [
      { parameters: { roundBlocks: 32 } },
      { parameters: { disputeBond: 7n } },
      { finalityBlocks: 3 },
      { salt: "second" },
      { admin: chain.accounts[1]!.address },
      { delaySeconds: 60 },
      { token, delaySeconds: 0, salt: "third" },
    ];
    const markets = new Set([first.market]);
    for (const options of others) markets.add((await onChain(options)).market);
    expect(markets.size).toBe(1 + others.length);
  });

  test("takes a beacon that is there, and makes none of its own", async () => {
    const { beacon } = await onChain({ finalityBlocks: 2 });
    const lines: string[] = [];
    const deployment = await onChain({ beacon, onStep: (line) => lines.push(line) });
    expect(deployment.beacon).toBe(beacon);
    expect(lines.some((line) => line.startsWith("beacon"))).toBe(false);
    const settings = await (await connectLedger({ deployment })).settings();
    expect(settings.beacon).toBe(beacon);
    const nobody = keySigner(newPrivateKey()).address;
    await expect(onChain({ beacon: nobody })).rejects.toMatchObject({
      facts: { reason: "StorageMarket_BadParameter", args: ["beacon"] },
    });
  });

  test("that is not as the options say any more is refused, with what is wrong", async () => {
    const { market } = await onChain();
    const settings = await (await connectLedger({ deployment: await onChain() })).settings();
    const args = [{ ...settings, minStake: 5n, answerRounds: 7 }] as const;
    await call(
      deployerKey(),
      market,
      encodeFunctionData({ abi: storageMarketAbi, functionName: "setParameters", args }),
    );
    await expect(onChain()).rejects.toMatchObject({
      code: "ERR_NOT_DEPLOYED",
      facts: { market, wrong: ["minStake", "answerRounds"] },
    });
  });

  test("with settings out of their range is refused by the market, by name", async () => {
    await expect(onChain({ parameters: { challenges: 33 } })).rejects.toMatchObject({
      code: "ERR_REVERTED",
      facts: { reason: "StorageMarket_BadParameter", args: ["challenges"] },
    });
    await expect(onChain({ finalityBlocks: 5_000 })).rejects.toMatchObject({
      facts: { reason: "BlockhashBeacon_TooManyBlocks" },
    });
  });

  test("with a beacon that gives its seed after the middle of a round has void rounds, and nobody misses them", async () => {
    const deployment = await onChain({ parameters: { roundBlocks: 8 }, finalityBlocks: 5 });
    const ledger = await connectLedger({ deployment });
    const { block, blocksLeft, round } = await ledger.clock();
    await chain.mine(blocksLeft + 1);
    // Known from the sixth block after the seed block on; the middle is the fourth.
    for (let past = 0; past < 8; past++) {
      const clock = await ledger.clock();
      expect(clock).toMatchObject({ round: round + 1, block: block + blocksLeft + 1 + past });
      expect(clock.provable).toBe(past === 6);
      await chain.mine(1);
    }
    expect(await ledger.isVoid(round + 1)).toBe(true);
  });
});

describe("who may change a market", () => {
  const manager = ({ accessManager }: Deployment) => ({ address: accessManager, abi: accessManagerAbi }) as const;
  const pause = encodeFunctionData({ abi: storageMarketAbi, functionName: "pause" });

  async function newParameters(deployment: Deployment): Promise<Hex> {
    const settings = await (await connectLedger({ deployment })).settings();
    const args = [{ ...settings, minStake: 5n }] as const;
    return encodeFunctionData({ abi: storageMarketAbi, functionName: "setParameters", args });
  }

  test("is its deployer at once where the token is play money", async () => {
    const deployment = await onChain();
    await call(deployerKey(), deployment.market, await newParameters(deployment));
    await call(deployerKey(), deployment.market, pause);
    expect((await (await connectLedger({ deployment })).settings()).minStake).toBe(5n);
  });

  test("has to announce it two days before where it is not, but can pause at once", async () => {
    const { token } = await onChain();
    const deployment = await onChain({ token });
    const { market } = deployment;
    await call(deployerKey(), market, pause);
    const data = await newParameters(deployment);
    await expect(call(deployerKey(), market, data)).rejects.toThrow(/AccessManagerNotScheduled|reverted/);
    const schedule = encodeFunctionData({ ...manager(deployment), functionName: "schedule", args: [market, data, 0] });
    await call(deployerKey(), deployment.accessManager, schedule);
    await later(2 * DAY - 60);
    await expect(call(deployerKey(), market, data)).rejects.toThrow(/reverted/);
    await later(120);
    await call(deployerKey(), market, data);
    expect((await (await connectLedger({ deployment })).settings()).minStake).toBe(5n);
  });

  test("is the admin that was named, and no longer the deployer", async () => {
    const [, admin, other] = chain.accounts;
    const deployment = await onChain({ admin: admin!.address });
    const { market, accessManager } = deployment;
    await expect(call(deployerKey(), market, pause)).rejects.toThrow(/reverted/);
    const grant = encodeFunctionData({
      ...manager(deployment),
      functionName: "grantRole",
      args: [0n, other!.address, 0],
    });
    await expect(call(deployerKey(), accessManager, grant)).rejects.toThrow(/reverted/);
    await call(admin!.privateKey, market, pause);
    // And the deployment is found complete all the same.
    expect(await onChain({ admin: admin!.address })).toEqual(deployment);
  });

  test("cannot take the delay away: from the sixth day on each way around it takes as long", async () => {
    const { token } = await onChain();
    const deployment = await onChain({ token });
    const { market, accessManager } = deployment;
    const [, other] = chain.accounts;
    await later(6 * DAY);
    const contract = manager(deployment);
    const selector = (await newParameters(deployment)).slice(0, 10) as Hex;
    const toAdmin = encodeFunctionData({
      ...contract,
      functionName: "setTargetFunctionRole",
      args: [market, [selector], 0n],
    });
    await expect(call(deployerKey(), accessManager, toAdmin)).rejects.toThrow(/reverted/);
    const toOther = encodeFunctionData({ ...contract, functionName: "grantRole", args: [1n, other!.address, 0] });
    await call(deployerKey(), accessManager, toOther);
    const data = await newParameters(deployment);
    await expect(call(other!.privateKey, market, data)).rejects.toThrow(/reverted/);
    await later(2 * DAY + 60);
    await call(other!.privateKey, market, data);
  });
});

describe("the deployment proxy", () => {
  const poor = (): Uint8Array => chain.accounts[3]!.privateKey;
  const gone = (): Promise<void> => anvil().setCode({ address: FACTORY, bytecode: "0x" });
  const balance = (address: Address): Promise<bigint> => anvil().getBalance({ address });

  test("is made by the published transaction, whose signer and address follow from it", async () => {
    expect(
      await recoverTransactionAddress({ serializedTransaction: FACTORY_TRANSACTION as TransactionSerializedLegacy }),
    ).toBe(FACTORY_SIGNER);
    expect(getContractAddress({ from: FACTORY_SIGNER, nonce: 0n })).toBe(FACTORY);
    expect(parseTransaction(FACTORY_TRANSACTION)).toMatchObject({ gas: 100_000n, gasPrice: 100n * 10n ** 9n });
  });

  test("is put where it is missing, for a hundredth of an ether, and only once", async () => {
    await gone();
    const lines: string[] = [];
    const first = await onChain({ onStep: (line) => lines.push(line) });
    expect(lines[0]).toBe(`deployment proxy ${FACTORY} made`);
    expect(await anvil().getCode({ address: FACTORY })).toBe(FACTORY_CODE);
    expect(await anvil().getTransactionCount({ address: FACTORY_SIGNER })).toBe(1);
    lines.length = 0;
    expect(await onChain({ onStep: (line) => lines.push(line) })).toEqual(first);
    expect(lines.join()).not.toContain("proxy");
  });

  test.each<[string, () => Promise<unknown>, RegExp]>([
    ["another contract is there", () => anvil().setCode({ address: FACTORY, bytecode: "0x00" }), /another contract/],
    [
      "its transaction was spent for nothing",
      () => anvil().setNonce({ address: FACTORY_SIGNER, nonce: 1 }),
      /was spent/,
    ],
    ["gas costs more than it pays", () => spike(200n * 10n ** 9n), /asks for more/],
  ])("is not made where %s, and nothing is paid for it", async (_, arrange, why) => {
    await gone();
    await arrange();
    const before = await balance(keySigner(poor()).address);
    await expect(onChain({ privateKey: poor() })).rejects.toMatchObject({
      code: "ERR_NO_FACTORY",
      facts: { factory: FACTORY, why: expect.stringMatching(why) as string },
    });
    expect(await balance(keySigner(poor()).address)).toBe(before);
    expect(await balance(FACTORY_SIGNER)).toBe(0n);
  });

  test("is not made where transactions without a chain id are refused, and nothing is paid for it", async () => {
    await gone();
    const proxy: FaultyRpc = await faultyRpc(chain.rpcUrl);
    try {
      const refused = { code: -32_000, message: "only replay-protected (EIP-155) transactions allowed over RPC" };
      const isPlain = ({ method, params }: { method: string; params: readonly unknown[] }): boolean =>
        method === "eth_sendRawTransaction" && params[0] === FACTORY_TRANSACTION;
      proxy.fault = { kind: "error", of: (asked) => (isPlain(asked) ? refused : undefined) };
      await expect(onChain({ rpcUrl: proxy.rpcUrl })).rejects.toMatchObject({
        code: "ERR_NO_FACTORY",
        message: expect.stringContaining("replay-protected") as string,
      });
      expect(await balance(FACTORY_SIGNER)).toBe(0n);
      expect(await transactions()).toBe(0);
    } finally {
      await proxy.stop();
    }
  });

  async function spike(wei: bigint): Promise<void> {
    await anvil().setNextBlockBaseFeePerGas({ baseFeePerGas: wei });
    await chain.mine(1);
  }
});

describe("a plan", () => {
  const inputs = () => {
    const deployer = keySigner(newPrivateKey()).address;
    return { deployer, admin: deployer, delaySeconds: 0, parameters: DEVNET_PARAMETERS, finalityBlocks: 0 };
  };

  test("gives every deployer its own token, authority and market, and shares what is nobody's", () => {
    const [one, two] = [planDeployment(inputs()), planDeployment(inputs())];
    for (const name of ["token", "accessManager", "market", "vault"] as const) expect(one[name]).not.toBe(two[name]);
    for (const name of ["beacon", "views", "extension"] as const) expect(one[name]).toBe(two[name]);
  });

  test("changes with every parameter", () => {
    const base = inputs();
    const markets = Object.keys(DEVNET_PARAMETERS).map((name) => {
      const value = DEVNET_PARAMETERS[name as keyof typeof DEVNET_PARAMETERS];
      const other = typeof value === "bigint" ? value + TOKEN : value + 1;
      return planDeployment({ ...base, parameters: { ...DEVNET_PARAMETERS, [name]: other } }).market;
    });
    expect(new Set([planDeployment(base).market, ...markets]).size).toBe(markets.length + 1);
  });
});

/** Sends, and throws if it reverted. */
async function call(privateKey: Uint8Array, to: Address, data: Hex): Promise<void> {
  const account = privateKeyToAccount(bytesToHex(privateKey));
  const wallet = createWalletClient({ account, transport: http(chain.rpcUrl) });
  const hash = await wallet.sendTransaction({ chain: null, to, data });
  const { status } = await anvil().waitForTransactionReceipt({ hash, pollingInterval: 20 });
  if (status !== "success") throw new Error("reverted");
}

async function later(seconds: number): Promise<void> {
  await anvil().increaseTime({ seconds });
  await chain.mine(1);
}
