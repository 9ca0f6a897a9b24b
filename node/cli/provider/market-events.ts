// What the chain remembers of a provider: its proofs, penalties and disputes as the market's events, newest first. Read as raw logs,
// because no call of the market lists them; test/node/cli/provider/market-events.test.ts compares the names with the contract's.

import type { Address } from "../../../protocol/index.ts";
import type { Deployment } from "../../../contracts/index.ts";
import { RPC } from "../../limits/index.ts";
import { hex, quantity } from "../chain-pace.ts";
import { askRpcAll, type Rpc, RpcRefusal } from "../rpc.ts";

/** The first topic of each event: the hash of its signature. */
export const EVENT_TOPICS = {
  /** Proved(address,uint32,bytes32,uint48,uint128) */
  Proved: "0x9a6a088fdb86cdcb4be805d6af607b404dd95beeba461230499071f81d203826",
  /** Penalized(address,uint32,uint8,address,uint256,uint256,uint256) */
  Penalized: "0x4f8623a807e1d90f7fe48c8c17ed983e07e9ee612bff507efc98951f55527958",
  /** DisputeAnswered(uint48,address,uint256) */
  DisputeAnswered: "0x47de48e3a1b9b8fd74fcfe098c9d37d3f6106fb7720492945d2e45bb53d543f3",
  /** DisputeLost(uint48,address,uint256,uint256,uint256,uint256) */
  DisputeLost: "0xc4a87f55d0a2beacfdec8e4471c45a24a2771e1bcf1b46dbbd13ef7a55d0f04c",
} as const;

/** `bond`: earned by answering a dispute. `slash`: taken from the stake, by a penalty or a lost dispute. Amounts in base units. */
export type MarketEvent = {
  readonly block: number;
  readonly transaction: string;
  readonly amount: bigint;
} & ({ readonly kind: "proof"; readonly round: number } | { readonly kind: "bond" | "slash" });

export interface MarketEvents {
  /** Newest first. */
  readonly events: readonly MarketEvent[];
  /** The oldest block that was looked at. */
  readonly from: number;
  /** Why no older ones were read, if that is so. */
  readonly cut: string | undefined;
}

/** The provider's events in the blocks `from` … `to`, as far back as the endpoint gives them. */
export async function readMarketEvents(
  rpc: Rpc,
  { market }: Deployment,
  provider: Address,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<MarketEvents> {
  const events: MarketEvent[] = [];
  let end = to;
  let span: number = RPC.logBlocks;
  while (end >= from) {
    if (events.length >= RPC.events) return { events, from: end + 1, cut: `There are more than ${RPC.events}.` };
    const start = Math.max(from, end - span + 1);
    try {
      events.push(...(await readPart(rpc, market, provider, start, end)));
      end = start - 1;
    } catch (error) {
      if (!(error instanceof RpcRefusal)) throw error;
      const asked = end - start + 1;
      if (asked <= RPC.leastLogBlocks) return { events, from: end + 1, cut: error.message };
      span = Math.max(RPC.leastLogBlocks, Math.floor(asked / 4));
    }
  }
  return { events, from, cut: undefined };
}

async function readPart(
  rpc: Rpc,
  market: Address,
  provider: Address,
  from: number,
  to: number,
): Promise<MarketEvent[]> {
  const ours = `0x${provider.slice(2).toLowerCase().padStart(64, "0")}`;
  const { Proved, Penalized, DisputeAnswered, DisputeLost } = EVENT_TOPICS;
  const filters = [
    [[Proved, Penalized], ours],
    [[DisputeAnswered, DisputeLost], null, ours],
  ];
  const calls = filters.map((topics) => ({
    method: "eth_getLogs",
    params: [{ address: market, fromBlock: hex(from), toBlock: hex(to), topics }],
  }));
  const found = (await askRpcAll(rpc, calls)).flatMap((answer) => (Array.isArray(answer) ? answer.map(eventOf) : []));
  return found.sort((a, b) => b.block - a.block);
}

interface Log {
  readonly topics?: unknown;
  readonly data?: unknown;
  readonly blockNumber?: unknown;
  readonly transactionHash?: unknown;
}

function eventOf(log: unknown): MarketEvent {
  const { topics, data, blockNumber, transactionHash } = (log ?? {}) as Log;
  const [name, , third] = Array.isArray(topics) ? topics : [];
  const words = wordsOf(data);
  if (typeof transactionHash !== "string") throw new RpcRefusal("the endpoint gave a log without its transaction");
  const common = { block: Number(quantity(blockNumber)), transaction: transactionHash };
  const word = (at: number): bigint => words[at] ?? 0n;
  switch (name) {
    case EVENT_TOPICS.Proved:
      return { ...common, kind: "proof", round: Number(quantity(third)), amount: word(2) };
    case EVENT_TOPICS.Penalized:
      return { ...common, kind: "slash", amount: word(2) + word(3) + word(4) };
    case EVENT_TOPICS.DisputeAnswered:
      return { ...common, kind: "bond", amount: word(0) };
    case EVENT_TOPICS.DisputeLost:
      return { ...common, kind: "slash", amount: word(1) + word(2) + word(3) };
    default:
      throw new RpcRefusal("the endpoint gave a log that was not asked for");
  }
}

/** The 32-byte words of a log's data. */
function wordsOf(data: unknown): bigint[] {
  const digits = typeof data === "string" && /^0x([0-9a-f]{64})*$/i.test(data) ? data.slice(2) : "";
  return (digits.match(/.{64}/g) ?? []).map((each) => BigInt(`0x${each}`));
}
