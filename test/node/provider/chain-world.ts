/** A whole provider, opened as the command line opens it, whose only way to a real chain is a proxy that a test can make fail. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createTestClient,
  decodeFunctionResult,
  encodeFunctionResult,
  getAbiItem,
  http,
  publicActions,
  toFunctionSelector,
} from "viem";
import { expect } from "vitest";
import { storageMarketAbi } from "../../../contracts/abi/StorageMarket.ts";
import { openProviderNode } from "../../../node/provider-node.ts";
import { readOrCreateProviderKeys } from "../../../node/provider-keys.ts";
import { expectRightBooks } from "../../contracts/books.ts";
import { faultyRpc } from "../../contracts/faulty-rpc.ts";
import { STAKE, startMarket } from "./market-world.ts";
import { PRICE, until } from "./provider-daemon.ts";
import { startClient } from "./small-client.ts";
import type { MarketParameters } from "../../../contracts/index.ts";
import type { ProviderNode, ProviderNodeOptions } from "../../../node/provider-node.ts";
import type { Fault, FaultyRpc } from "../../contracts/faulty-rpc.ts";
import type { MarketWorld } from "./market-world.ts";
import type { LogLine } from "./provider-daemon.ts";
import type { Daemon, SmallClient } from "./small-client.ts";

export interface ChainWorld {
  readonly market: MarketWorld;
  readonly proxy: FaultyRpc;
  readonly folder: string;
  readonly lines: LogLine[];
  /** Opens the provider of the folder, which is funded. */
  start(options?: Partial<ProviderNodeOptions>): Promise<ProviderNode>;
  client(): Promise<SmallClient>;
  anvil(): ReturnType<typeof anvilOf>;
  /** Of the node key: what it has sent. */
  nonce(node: ProviderNode): Promise<number>;
  isProved(node: ProviderNode, round: number): Promise<boolean>;
  /** Mines into the next round and waits until it is proved. */
  proveNext(node: ProviderNode): Promise<number>;
  stop(): Promise<void>;
}

export async function chainWorld(parameters: Partial<MarketParameters> = {}): Promise<ChainWorld> {
  const market = await startMarket(parameters);
  const proxy = await faultyRpc(market.chain.rpcUrl);
  const folder = await mkdtemp(join(tmpdir(), "cairn-"));
  const keys = await readOrCreateProviderKeys(folder);
  const { owner, node } = { owner: keys.owner.signer.address, node: keys.node.signer.address };
  await Promise.all([market.chain.fund(owner), market.chain.fund(node)]);
  await market.reader.mint(owner, STAKE);
  const lines: LogLine[] = [];
  const open: { stop(): Promise<void> }[] = [];
  const isProved = async (of: ProviderNode, round: number): Promise<boolean> =>
    (await market.reader.provedRounds(of.owner, round, round + 1))[0] === true;
  return {
    market,
    proxy,
    folder,
    lines,
    async start(options = {}) {
      const opened = await openProviderNode({
        folder,
        network: { ...market.deployment, rpcUrl: proxy.rpcUrl, bootstrap: [], local: true },
        listen: ["/ip4/127.0.0.1/tcp/0"],
        capacityBytes: 64 * 2 ** 20,
        pricePerUnitRound: PRICE,
        stake: STAKE,
        pollMs: 40,
        log: logTo(lines),
        ...options,
      });
      open.push(opened);
      return opened;
    },
    async client() {
      const client = await startClient(await market.account(10n ** 21n));
      open.push(client.network);
      return client;
    },
    anvil: () => anvilOf(market),
    nonce: ({ nodeKey }) => anvilOf(market).getTransactionCount({ address: nodeKey }),
    isProved,
    async proveNext(of) {
      const round = await market.nextRound();
      await until(() => isProved(of, round), `the proof of round ${round}`);
      return round;
    },
    async stop() {
      for (const one of open.reverse()) await one.stop();
      await proxy.stop();
      await market.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A provider as a client of the tests sees it. */
export function seen({ owner, network }: ProviderNode): Daemon {
  return { identity: { owner }, network };
}

/** What the chain had of a provider when its daemon started. */
export interface Start {
  readonly passed: number;
  readonly earned: bigint;
}

/**
 * The market's books add up, and the provider's own figures are the chain's: what it says to have proved and earned since it started, and
 * that nothing was missed besides `missed`.
 */
export async function expectOwnBooks(
  world: ChainWorld,
  node: ProviderNode,
  missed = 0,
  start: Start = { passed: 0, earned: 0n },
): Promise<void> {
  const { reader } = world.market;
  await until(async () => {
    const [status, record] = await Promise.all([node.provider.status(), reader.provider(node.owner)]);
    return status.money.earned === record!.earned - start.earned;
  }, "what it says to have earned to be what the chain says");
  await expectRightBooks(reader);
  const { round } = await reader.clock();
  const status = await node.provider.status();
  const proved = await reader.provedRounds(node.owner, 0, round + 1);
  expect(status.rounds.passed).toBe(proved.filter(Boolean).length - start.passed);
  expect(status.rounds.missed).toBe(missed);
  expect(status.stage).toBe("active");
}

interface Receipt {
  readonly status: string;
}

/** Tells of each receipt what `of` makes of it; undefined leaves it as it is. */
export const lying = (of: (receipt: Receipt | null) => unknown): Fault => ({
  kind: "lie",
  of: ({ method }, truth) => (method === "eth_getTransactionReceipt" ? of(truth) : undefined),
});

const RECORD = { abi: storageMarketAbi, functionName: "provider" } as const;
const ASKS_FOR_RECORD = toFunctionSelector(getAbiItem({ abi: storageMarketAbi, name: "provider" }));

/** Changes the records of providers that the endpoint tells. */
export const lyingRecord = (change: { readonly lastProvedRound?: number; readonly behind?: number }): Fault => ({
  kind: "lie",
  of: ({ method, params }, truth) => {
    const isAsked = method === "eth_call" && (params[0] as { data: string }).data.startsWith(ASKS_FOR_RECORD);
    if (!isAsked) return undefined;
    const result = { ...decodeFunctionResult({ ...RECORD, data: truth }), ...change };
    return encodeFunctionResult({ ...RECORD, result });
  },
});

function anvilOf({ chain }: MarketWorld) {
  return createTestClient({ mode: "anvil", cacheTime: 0, transport: http(chain.rpcUrl) }).extend(publicActions);
}

function logTo(lines: LogLine[]) {
  const write = (level: string) => (facts: object, message: string) =>
    void lines.push({ level, message, facts: { ...facts } });
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}
