// What a provider's transactions cost it, by their receipts.

import type { Address } from "../../../protocol/index.ts";
import { RPC } from "../../limits/index.ts";
import { quantity } from "../chain-pace.ts";
import { askRpcAll, type Rpc } from "../rpc.ts";

export interface GasSpent {
  /** Of each transaction that one of the accounts sent, wei; an estimate where its receipt was not read. */
  readonly costs: ReadonlyMap<string, bigint>;
  /** Gas of the middle one of those read; undefined if none was. */
  readonly usual: bigint | undefined;
  /** Transactions whose cost is an estimate. */
  readonly estimated: number;
}

interface Receipt {
  readonly cost: bigint;
  readonly gas: bigint;
}

/** Reads the receipts of transactions, newest first; those beyond `RPC.receipts` are taken at the mean of the others. */
export async function gasSpent(
  rpc: Rpc,
  transactions: readonly string[],
  senders: readonly Address[],
): Promise<GasSpent> {
  const all = [...new Set(transactions)];
  const read = all.slice(0, RPC.receipts);
  const calls = read.map((hash) => ({ method: "eth_getTransactionReceipt", params: [hash] }));
  const answers = await askRpcAll(rpc, calls);
  const ours = new Set(senders.map((address) => address.toLowerCase()));
  const receipts = new Map<string, Receipt>();
  for (const [i, hash] of read.entries()) {
    const receipt = receiptOf(answers[i], ours);
    if (receipt !== undefined) receipts.set(hash, receipt);
  }
  const costs = new Map([...receipts].map(([hash, { cost }]) => [hash, cost]));
  const gas = [...receipts.values()].map((each) => each.gas).sort((a, b) => (a < b ? -1 : 1));
  const mean =
    receipts.size === 0 ? 0n : [...costs.values()].reduce((sum, cost) => sum + cost, 0n) / BigInt(receipts.size);
  const rest = all.slice(RPC.receipts);
  for (const hash of rest) costs.set(hash, mean);
  return { costs, usual: gas[Math.floor(gas.length / 2)], estimated: rest.length };
}

/** Undefined for a transaction of somebody else: anyone may answer a dispute. */
function receiptOf(answer: unknown, ours: ReadonlySet<string>): Receipt | undefined {
  const { from, gasUsed, effectiveGasPrice, l1Fee } = (answer ?? {}) as Record<string, unknown>;
  if (typeof from !== "string" || !ours.has(from.toLowerCase())) return undefined;
  const gas = quantity(gasUsed);
  // Chains that settle on another one charge for that besides.
  const besides = typeof l1Fee === "string" ? quantity(l1Fee) : 0n;
  return { gas, cost: gas * quantity(effectiveGasPrice) + besides };
}
