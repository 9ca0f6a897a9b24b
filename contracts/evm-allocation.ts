// The ledger's calls about allocations: opening, listing, settling.

import { type Hex, type TransactionReceipt, encodeFunctionData } from "viem";
import { cairnError, sameAddress } from "../protocol/index.ts";
import { marketAbi } from "./abi-set.ts";
import { chainError, isRevert } from "./chain-error.ts";
import { offerArguments } from "./evm-offer.ts";
import { allocationOf, clockOf, count } from "./evm-record.ts";
import { type AllocationRecord, type Ledger, MAX_RECORDS, type Order, type Page, type Wait } from "./ledger.ts";
import { type Market, marketEvents, ownAddress, sendCall, withoutEvent } from "./market.ts";
import { allowTokens, allowance, checkTokens, signPermit } from "./payment.ts";
import { receiptOf } from "./transaction.ts";

type AllocationCalls = Pick<
  Ledger,
  "openAllocations" | "allocation" | "statement" | "allocationsOfClient" | "allocationsOfProvider" | "settle"
>;

export function allocationCalls(market: Market): AllocationCalls {
  const { run, client } = market.connection;
  const contract = { address: market.address, abi: marketAbi } as const;
  return {
    openAllocations: (order, wait) => openAllocations(market, order, wait),
    allocation: (id, wait) => run(`reading allocation ${id}`, wait, () => readAllocation(market, id)),
    statement: (id, wait) =>
      run(`reading what allocation ${id} has cost`, wait, () =>
        unlessNone(market, async () => {
          const args = [id] as const;
          const found = await client.readContract({ ...contract, functionName: "accountOf", args });
          const { deposit, charged, compensation } = found;
          return { deposit, charged, compensation };
        }),
      ),
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
    settle: (ids, wait) => settle(market, ids, wait),
  };
}

/** Undefined if there is none. */
export function readAllocation(market: Market, id: number): Promise<AllocationRecord | undefined> {
  const { client } = market.connection;
  const contract = { address: market.address, abi: marketAbi } as const;
  return unlessNone(market, async () =>
    allocationOf(await client.readContract({ ...contract, functionName: "allocation", args: [id] })),
  );
}

/** What `read` gives, or undefined where the market says that there is no such allocation. */
export async function unlessNone<T>({ connection }: Market, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isRevert(chainError(error, "", connection.rpcUrl), "StorageMarket_NoAllocation")) return undefined;
    throw error;
  }
}

async function openAllocations(market: Market, order: Order, wait?: Wait): ReturnType<Ledger["openAllocations"]> {
  const many = order.offers.length;
  const doing = many === 1 ? "opening an allocation" : `opening ${many} allocations`;
  const account = ownAddress(market, doing);
  const call = await market.connection.run(doing, wait, () => openingCall(market, order, doing, wait));
  const idsOf = (receipt: TransactionReceipt): number[] =>
    marketEvents(market, receipt, "AllocationOpened").map(({ args }) => count(args.id, "allocation"));
  const isDone = async (receipt: TransactionReceipt): Promise<boolean> => {
    const last = idsOf(receipt).at(-1);
    const record = last === undefined ? undefined : await readAllocation(market, last);
    const provider = order.offers.at(-1)?.offer.provider;
    if (record === undefined || provider === undefined) return false;
    return sameAddress(record.client, account) && sameAddress(record.provider, provider);
  };
  const receipt = await sendCall(market, { data: () => call, doing, isDone }, wait);
  // The market opens them in the order of the offers.
  const ids = idsOf(receipt);
  if (ids.length !== many) throw withoutEvent(receipt, "AllocationOpened");
  return { ...receiptOf(receipt), ids };
}

/** Price first, so that too small a wallet shows before anything is sent; then the call, with the permit it needs. */
async function openingCall(market: Market, order: Order, doing: string, wait?: Wait): Promise<Hex> {
  const { client } = market.connection;
  const account = ownAddress(market, doing);
  const pairs = order.offers.map((signed) => offerArguments(signed));
  const now = clockOf(await client.readContract({ address: market.address, abi: marketAbi, functionName: "clock" }));
  // With no block of this round left, the transaction lands in the next one.
  const endRound = now.round + (now.blocksLeft === 0 ? 2 : 1) + order.rounds;
  const need = price(order, endRound - now.round - 1);
  const [allowed] = await Promise.all([
    allowance(market.purse, account),
    checkTokens(market.purse, account, need, doing),
  ]);
  const args = [pairs.map(([offer]) => offer), pairs.map(([, signature]) => signature), order.units, endRound] as const;
  const permit = allowed >= need ? undefined : await signPermit(market.purse, need, now.timestamp);
  if (permit !== undefined) {
    const functionName = "openAllocationsWithPermit";
    return encodeFunctionData({ abi: marketAbi, functionName, args: [...args, permit] });
  }
  const data = encodeFunctionData({ abi: marketAbi, functionName: "openAllocations", args });
  await allowTokens(market.purse, account, need, { to: market.address, data }, wait);
  return data;
}

function price({ offers, units }: Order, rounds: number): bigint {
  const perRound = offers.reduce((sum, { offer }) => sum + offer.pricePerUnitRound * BigInt(units), 0n);
  return perRound * BigInt(rounds);
}

async function settle(market: Market, ids: readonly number[], wait?: Wait): ReturnType<Ledger["settle"]> {
  const doing = ids.length === 1 ? `settling allocation ${ids[0]}` : `settling ${ids.length} allocations`;
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "settle", args: [ids] });
  const isDone = async (): Promise<boolean> => {
    const last = ids.at(-1);
    return last === undefined || (await readAllocation(market, last))?.settled === true;
  };
  const receipt = await sendCall(market, { data, doing, isDone }, wait);
  const settled = new Map(
    marketEvents(market, receipt, "AllocationSettled").map(({ args }) => [
      count(args.id, "allocation"),
      { earned: args.earned, refund: args.refund, compensation: args.compensation },
    ]),
  );
  return { ...receiptOf(receipt), settlements: ids.map((id) => settled.get(id)) };
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
