// What every call of the EVM ledger works with: the connection, the sender of its account, and the addresses.

import { type Address, cairnError } from "../protocol/index.ts";
import { capital } from "./chain-error.ts";
import type { Deployment } from "./deployment.ts";
import type { Connection } from "./evm-connection.ts";
import type { Purse } from "./payment.ts";
import type { Sender } from "./transaction.ts";

export interface Market {
  readonly address: Address;
  readonly deployment: Deployment;
  readonly connection: Connection;
  readonly sender: Sender;
  readonly purse: Purse;
}

/** Throws ERR_WALLET_INVALID for a ledger that only reads. */
export function ownAddress(market: Market, doing: string): Address {
  if (market.connection.account !== undefined) return market.connection.account.address;
  throw cairnError(
    "ERR_WALLET_INVALID",
    `${capital(doing)} needs a wallet, and this ledger was connected without one.`,
  );
}
