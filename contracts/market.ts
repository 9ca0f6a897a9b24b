// What every call of the EVM ledger works with: the connection, the sender of its account, and the addresses.

import { type ContractEventName, type TransactionReceipt, parseEventLogs } from "viem";
import { type Address, cairnError, sameAddress } from "../protocol/index.ts";
import { marketAbi } from "./abi-set.ts";
import { capital } from "./chain-error.ts";
import type { Deployment } from "./deployment.ts";
import type { Connection } from "./evm-connection.ts";
import type { Wait } from "./ledger.ts";
import { type Purse, allowTokens, checkTokens } from "./payment.ts";
import type { Call, Sender } from "./transaction.ts";

export interface Market {
  readonly address: Address;
  readonly deployment: Deployment;
  readonly connection: Connection;
  readonly sender: Sender;
  readonly purse: Purse;
}

/** A transaction to the market. */
export type MarketCall = Omit<Call, "to">;

/** Throws ERR_WALLET_INVALID for a ledger that only reads. */
export function ownAddress(market: Market, doing: string): Address {
  if (market.connection.account !== undefined) return market.connection.account.address;
  throw cairnError(
    "ERR_WALLET_INVALID",
    `${capital(doing)} needs a wallet, and this ledger was connected without one.`,
  );
}

export function sendCall(market: Market, call: MarketCall, wait?: Wait): Promise<TransactionReceipt> {
  return market.sender.send({ to: market.address, ...call }, wait);
}

/**
 * Sends a call that takes `amount` from the account's wallet; where the vault may not take it yet it is allowed that, or `allow` if that is
 * more. A refusal for any other reason shows before.
 */
export async function payCall(
  market: Market,
  amount: bigint,
  call: MarketCall,
  wait?: Wait & { readonly allow?: bigint | undefined },
): Promise<TransactionReceipt> {
  const account = ownAddress(market, call.doing);
  const allow = wait?.allow ?? 0n;
  await market.connection.run(call.doing, wait, async () => {
    await checkTokens(market.purse, account, amount, call.doing);
    await allowTokens(market.purse, account, amount, { to: market.address, data: call.data(), allow }, wait);
  });
  return sendCall(market, call, wait);
}

/** The market's own events of one kind in a receipt: other contracts can emit what looks the same. */
export function marketEvents<const Name extends ContractEventName<typeof marketAbi>>(
  market: Market,
  receipt: TransactionReceipt,
  eventName: Name,
): ReturnType<typeof parseEventLogs<typeof marketAbi, true, Name>> {
  const logs = receipt.logs.filter(({ address }) => sameAddress(address, market.address));
  return parseEventLogs<typeof marketAbi, true, Name>({ abi: marketAbi, eventName, logs });
}

/** The one event that a call cannot succeed without. Throws ERR_TX_DOUBTED if the receipt has none. */
export function marketEvent<const Name extends ContractEventName<typeof marketAbi>>(
  market: Market,
  receipt: TransactionReceipt,
  eventName: Name,
): ReturnType<typeof marketEvents<Name>>[number] {
  const [event] = marketEvents(market, receipt, eventName);
  if (event !== undefined) return event;
  throw withoutEvent(receipt, eventName);
}

export function withoutEvent({ transactionHash: hash }: TransactionReceipt, event: string): Error {
  return cairnError("ERR_TX_DOUBTED", `The receipt of ${hash} has no event ${event}.`, { facts: { hash, event } });
}
