// The ledger's calls that change an allocation: longer, larger, shorter.

import { type Hex, bytesToHex, encodeFunctionData } from "viem";
import { marketAbi } from "./abi-set.ts";
import { readAllocation } from "./evm-allocation.ts";
import { offerArguments } from "./evm-offer.ts";
import { allocationOf, clockOf, count, strange } from "./evm-record.ts";
import type { AllocationRecord, Clock, CloseConsent, Extension, Growth, Ledger, Receipt, Wait } from "./ledger.ts";
import { type Market, type MarketCall, marketEvent, ownAddress, payCall, sendCall } from "./market.ts";
import { receiptOf } from "./transaction.ts";

type TermsCalls = Pick<Ledger, "extend" | "grow" | "closeAllocation" | "giveNotice">;

export function termsCalls(market: Market): TermsCalls {
  return {
    extend: (id, more, wait) => extend(market, id, more, wait),
    grow: (id, more, wait) => grow(market, id, more, wait),
    closeAllocation: (id, consent, wait) => closeAllocation(market, id, consent, wait),
    giveNotice: (id, wait) => giveNotice(market, id, wait),
  };
}

async function extend(market: Market, id: number, more: Extension, wait?: Wait): Promise<Receipt> {
  const doing = `extending allocation ${id}`;
  ownAddress(market, doing);
  const offer = offerArguments(more.offer, id);
  const { record } = await present(market, id, doing, wait);
  const endRound = "endRound" in more ? more.endRound : record.endRound + more.rounds;
  const need = record.price * BigInt(record.units) * BigInt(Math.max(0, endRound - record.endRound));
  const args = [id, ...offer, endRound] as const;
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "extend", args });
  const isDone = async (): Promise<boolean> => (await readAllocation(market, id))?.endRound === endRound;
  return receiptOf(await payCall(market, need, { data, doing, isDone }, { ...wait, allow: more.allow }));
}

async function grow(market: Market, id: number, more: Growth, wait?: Wait): Promise<Receipt> {
  const doing = `adding to allocation ${id}`;
  ownAddress(market, doing);
  const offer = offerArguments(more.offer);
  const { record, clock } = await present(market, id, doing, wait);
  // With no block of this round left, the transaction lands in the next one.
  const from = clock.round + (clock.blocksLeft === 0 ? 2 : 1);
  const rounds = Math.max(0, record.endRound - from);
  const need = record.price * BigInt(more.units) * BigInt(rounds);
  const args = [id, ...offer, more.units] as const;
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "grow", args });
  const units = record.units + more.units;
  const isDone = async (): Promise<boolean> => ((await readAllocation(market, id))?.units ?? 0) >= units;
  return receiptOf(await payCall(market, need, { data, doing, isDone }, wait));
}

async function closeAllocation(
  market: Market,
  id: number,
  { validUntil, signature }: CloseConsent,
  wait?: Wait,
): ReturnType<Ledger["closeAllocation"]> {
  const args = [id, BigInt(validUntil), bytesToHex(signature)] as const;
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "close", args });
  const { receipt, refund } = await end(market, id, `closing allocation ${id}`, data, wait);
  return { ...receipt, refund };
}

async function giveNotice(market: Market, id: number, wait?: Wait): ReturnType<Ledger["giveNotice"]> {
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "giveNotice", args: [id] });
  const { receipt, refund, endRound } = await end(market, id, `giving notice of allocation ${id}`, data, wait);
  return { ...receipt, refund, endRound };
}

async function end(
  market: Market,
  id: number,
  doing: string,
  data: () => Hex,
  wait?: Wait,
): Promise<{ receipt: Receipt; refund: bigint; endRound: number }> {
  const isDone: MarketCall["isDone"] = async (receipt) => {
    const { args } = marketEvent(market, receipt, "AllocationClosed");
    const record = await readAllocation(market, id);
    return record !== undefined && record.endRound <= args.endRound;
  };
  const receipt = await sendCall(market, { data, doing, isDone }, wait);
  const { refund, endRound } = marketEvent(market, receipt, "AllocationClosed").args;
  return { receipt: receiptOf(receipt), refund, endRound: count(endRound, "end round") };
}

/** The allocation and the clock at once. ERR_REVERTED StorageMarket_NoAllocation if there is none. */
async function present(
  market: Market,
  id: number,
  doing: string,
  wait?: Wait,
): Promise<{ record: AllocationRecord; clock: Clock }> {
  const { run, client } = market.connection;
  const contract = { address: market.address, abi: marketAbi } as const;
  return run(doing, wait, async () => {
    const [found, clock] = await Promise.all([
      client.readContract({ ...contract, functionName: "allocation", args: [id] }),
      client.readContract({ ...contract, functionName: "clock" }),
    ]);
    const record = allocationOf(found);
    if (record === undefined) throw strange("allocation", `${id} without a client`);
    return { record, clock: clockOf(clock) };
  });
}
