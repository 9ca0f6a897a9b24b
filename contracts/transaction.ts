// Transactions of one account: simulated, priced, signed and sent one at a time, then awaited side by side until the chain has them.

import type { Hex, TransactionReceipt } from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import { type Address, cairnError } from "../protocol/index.ts";
import { capital } from "./chain-error.ts";
import type { Connection } from "./evm-connection.ts";
import type { Receipt, Wait } from "./ledger.ts";
import { type Desk, follow, openDesk, submit } from "./send-desk.ts";

/** Calls that may wait for their turn to be sent. */
const MAX_WAITING = 256;

export interface Call {
  /** Undefined creates a contract. */
  readonly to: Address | undefined;
  /** Encodes the call, so that an argument out of range is an error of the send. */
  readonly data: () => Hex;
  /** Wei; default 0. */
  readonly value?: bigint;
  /** A clause for errors: "settling allocation 7". */
  readonly doing: string;
  /** Asks the state whether the call was carried out. Without it the receipt is believed. */
  readonly isDone?: (receipt: TransactionReceipt) => Promise<boolean>;
}

export interface Sender {
  /**
   * The receipt of a transaction that succeeded.
   * @throws ERR_WALLET_INVALID, ERR_NOT_ENOUGH_GAS, ERR_REVERTED, ERR_RPC_DOWN; once it was sent with `facts: { hash }`: ERR_REVERTED,
   * ERR_TX_TIMEOUT (it may still come), ERR_TX_LOST (it cannot come any more), ERR_TX_DOUBTED (receipt and state disagree)
   */
  send(call: Call, wait?: Wait): Promise<TransactionReceipt>;
}

export function createSender(connection: Connection): Sender {
  let desk: Desk | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting >= MAX_WAITING) {
      throw cairnError("ERR_TIMEOUT", `${waiting} transactions of this account wait to be sent already.`, {
        facts: { waiting },
      });
    }
    waiting += 1;
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn.finally(() => (waiting -= 1));
  };
  return {
    send: (call, wait) =>
      connection.run(call.doing, wait, async (signal) => {
        const ours = (desk ??= openDesk(connection, ownAccount(connection, call.doing)));
        const sent = await inTurn(() => {
          signal.throwIfAborted();
          return submit(ours, call, signal);
        });
        return follow(ours, sent, signal);
      }),
  };
}

export function receiptOf(receipt: TransactionReceipt): Receipt {
  return { hash: receipt.transactionHash, block: Number(receipt.blockNumber), gasUsed: Number(receipt.gasUsed) };
}

function ownAccount(connection: Connection, doing: string): PrivateKeyAccount {
  if (connection.account !== undefined) return connection.account;
  throw cairnError(
    "ERR_WALLET_INVALID",
    `${capital(doing)} needs a wallet, and this ledger was connected without one.`,
  );
}
