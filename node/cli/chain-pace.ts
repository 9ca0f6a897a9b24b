// How fast the chain goes and what it charges: the length of a round in seconds, the price of gas, the age of the newest block.

import type { Deployment } from "../../contracts/index.ts";
import { askRpc, askRpcAll, type Rpc, RpcRefusal } from "./rpc.ts";

/** Rounds over which the length of one is measured. */
const MEASURED_ROUNDS = 32;
const LEAST_BLOCKS = 4;

export interface BlockTime {
  readonly block: number;
  /** Unix seconds. */
  readonly timestamp: number;
}

export interface Pace {
  readonly head: BlockTime;
  /** Of one round, by the blocks of the last ones. */
  readonly roundSeconds: number;
  /** Wei. */
  readonly gasPrice: bigint;
}

/** Measures over the last rounds, or over those that there were since the market was made. */
export async function readPace(rpc: Rpc, { genesisBlock, roundBlocks }: Deployment): Promise<Pace> {
  const [headAnswer, priceAnswer] = await askRpcAll(rpc, [
    { method: "eth_getBlockByNumber", params: ["latest", false] },
    { method: "eth_gasPrice", params: [] },
  ]);
  const head = blockTime(headAnswer);
  // A young market is measured by its later half: its first blocks may have come at once. Before that, by the blocks before it.
  const age = head.block - genesisBlock;
  const span = age < LEAST_BLOCKS ? roundBlocks : Math.ceil(age / 2);
  const from = Math.max(0, head.block - Math.min(span, MEASURED_ROUNDS * roundBlocks));
  const start = await readBlockTime(rpc, from);
  const blocks = Math.max(1, head.block - start.block);
  const roundSeconds = ((head.timestamp - start.timestamp) / blocks) * roundBlocks;
  return { head, roundSeconds: Math.max(roundSeconds, 0.001), gasPrice: quantity(priceAnswer) };
}

/** The time of one block, as its maker set it. */
export async function readBlockTime(rpc: Rpc, block: number): Promise<BlockTime> {
  return blockTime(await askRpc(rpc, "eth_getBlockByNumber", hex(block), false));
}

/** The times of several blocks, in their order. */
export async function readBlockTimes(rpc: Rpc, blocks: readonly number[]): Promise<BlockTime[]> {
  const calls = blocks.map((block) => ({ method: "eth_getBlockByNumber", params: [hex(block), false] }));
  return (await askRpcAll(rpc, calls)).map(blockTime);
}

export function hex(value: number): string {
  return `0x${value.toString(16)}`;
}

/** A number in an endpoint's answer. Throws RpcRefusal for anything else. */
export function quantity(value: unknown): bigint {
  if (typeof value === "string" && /^0x[0-9a-f]{1,64}$/i.test(value)) return BigInt(value);
  throw new RpcRefusal("the endpoint answered with something that is no number");
}

function blockTime(answer: unknown): BlockTime {
  const { number, timestamp } = (answer ?? {}) as { number?: unknown; timestamp?: unknown };
  return { block: Number(quantity(number)), timestamp: Number(quantity(timestamp)) };
}
