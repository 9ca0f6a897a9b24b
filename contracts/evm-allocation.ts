// The ledger's calls about allocations: opening, listing, settling.

import { type Hex, bytesToHex, encodeFunctionData, parseEventLogs } from "viem";
import { type Address, type SignedOffer, cairnError } from "../protocol/index.ts";
import { marketAbi } from "./abi-set.ts";
import { isRevert } from "./chain-error.ts";
import { allocationOf, clockOf, count, strange } from "./evm-record.ts";
import { type AllocationRecord, type Ledger, MAX_RECORDS, type Order, type Page, type Wait } from "./ledger.ts";
import { type Market, ownAddress } from "./market.ts";
import { allowance, approve, checkTokens, signPermit } from "./payment.ts";
import { receiptOf } from "./transaction.ts";

type AllocationCalls = Pick<
  Ledger,
  "openAllocations" | "allocation" | "allocationsOfClient" | "allocationsOfProvider" | "settle"
>;

export function allocationCalls(market: Market): AllocationCalls {
  const { run, client } = market.connection;
  const contract = { address: market.address, abi: marketAbi } as const;
  return {
    openAllocations: (order, wait) => openAllocations(market, order, wait),
    allocation: (id, wait) =>
      run(`reading allocation ${id}`, wait, async () =>
        allocationOf(await client.readContract({ ...contract, functionName: "allocation", args: [id] })),
      ).catch((error: unknown) => {
        if (isRevert(error, "StorageMarket_NoAllocation")) return undefined;
        throw error;
      }),
    allocationsOfClient: (account, page, wait) =>
      run("reading the allocations of a client", wait, async () => {
        const args = [account, page.before ?? 0, pageSize(page)] as const;
        return present(await client.readContract({ ...contract, functionName: "allocationsOfClient", args }));
      }),
    allocationsOfProvider: (account, page, wait) =>
      run("reading the allocations of a provider", wait, async () => {
        const args = [account, page.before ?? 0, pageSize(page)] as const;
        return present(await client.readContract({ ...contract, functionName: "allocationsOfProvider", args }));
      }),
    settle: (id, wait) => settle(market, id, wait),
  };
}

async function openAllocations(market: Market, order: Order, wait?: Wait): ReturnType<Ledger["openAllocations"]> {
  const many = order.offers.length;
  const doing = many === 1 ? "opening an allocation" : `opening ${many} allocations`;
  const call = await market.connection.run(doing, wait, () => openingCall(market, order, doing, wait));
  const receipt = await market.sender.send({ to: market.address, data: () => call, doing }, wait);
  // The market opens them in the order of the offers.
  const opened = parseEventLogs({ abi: marketAbi, eventName: "AllocationOpened", logs: receipt.logs });
  if (opened.length !== many) throw strange("number of opened allocations", String(opened.length));
  return { ...receiptOf(receipt), ids: opened.map((event) => count(event.args.id, "allocation")) };
}

/** Price first, so that too small a wallet shows before anything is sent; then the call, with the permit it needs. */
async function openingCall(market: Market, order: Order, doing: string, wait?: Wait): Promise<Hex> {
  const { client } = market.connection;
  const account = ownAddress(market, doing);
  const now = clockOf(await client.readContract({ address: market.address, abi: marketAbi, functionName: "clock" }));
  // With no block of this round left, the transaction lands in the next one.
  const endRound = now.round + (now.blocksLeft === 0 ? 2 : 1) + order.rounds;
  const need = price(order, endRound - now.round - 1);
  const [allowed] = await Promise.all([
    allowance(market.purse, account),
    checkTokens(market.purse, account, need, doing),
  ]);
  const offers = order.offers.map(offerStruct);
  const signatures = order.offers.map((signed) => bytesToHex(signed.signature));
  const permit = allowed >= need ? undefined : await signPermit(market.purse, need, now.timestamp);
  if (permit !== undefined) {
    const args = [offers, signatures, order.units, endRound, permit] as const;
    return encodeFunctionData({ abi: marketAbi, functionName: "openAllocationsWithPermit", args });
  }
  await approve(market.purse, account, need, wait);
  return encodeFunctionData({
    abi: marketAbi,
    functionName: "openAllocations",
    args: [offers, signatures, order.units, endRound],
  });
}

function price({ offers, units }: Order, rounds: number): bigint {
  const perRound = offers.reduce((sum, { offer }) => sum + offer.pricePerUnitRound * BigInt(units), 0n);
  return perRound * BigInt(rounds);
}

function offerStruct({ offer }: SignedOffer): {
  provider: Address;
  client: Address;
  maxUnits: bigint;
  pricePerUnitRound: bigint;
  minRounds: bigint;
  validUntil: bigint;
  nonce: bigint;
} {
  return {
    provider: offer.provider,
    client: offer.client,
    maxUnits: BigInt(offer.maxUnits),
    pricePerUnitRound: offer.pricePerUnitRound,
    minRounds: BigInt(offer.minRounds),
    validUntil: BigInt(offer.validUntil),
    nonce: offer.nonce,
  };
}

async function settle(market: Market, id: number, wait?: Wait): ReturnType<Ledger["settle"]> {
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "settle", args: [id] });
  const receipt = await market.sender.send({ to: market.address, data, doing: `settling allocation ${id}` }, wait);
  const [settled] = parseEventLogs({ abi: marketAbi, eventName: "AllocationSettled", logs: receipt.logs });
  if (settled === undefined) throw strange("settlement", "none in the receipt");
  const { earned, refund, compensation } = settled.args;
  return { ...receiptOf(receipt), earned, refund, compensation };
}

function pageSize({ max }: Page): bigint {
  if (!Number.isSafeInteger(max) || max < 0) throw cairnError("ERR_INTERNAL", `A page cannot have ${max} records.`);
  return BigInt(Math.min(max, MAX_RECORDS));
}

function present(
  records: Parameters<typeof allocationOf>[0][] | readonly Parameters<typeof allocationOf>[0][],
): AllocationRecord[] {
  return records.map(allocationOf).filter((record) => record !== undefined);
}
