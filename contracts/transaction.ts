// Transactions of one account: simulated, priced, signed and sent one at a time, then awaited side by side until they are in a block.

import { type Hex, type TransactionReceipt, keccak256 } from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import { type Address, type CairnError, cairnError } from "../protocol/index.ts";
import {
  type Revert,
  capital,
  chainError,
  isAlreadyKnown,
  isNonceTaken,
  isTransport,
  revertError,
} from "./chain-error.ts";
import { type Connection, pause } from "./evm-connection.ts";
import type { Receipt, Wait } from "./ledger.ts";

/** Calls that may wait for their turn to be sent. */
const MAX_WAITING = 256;
const NONCE_ATTEMPTS = 4;
const FIRST_POLL_MS = 25;
/** An endpoint that was restarted has forgotten what it had not put into a block: it gets the same bytes again after so many longest pauses. */
const RESEND_POLLS = 5;
/** Gas may grow between simulation and block: a round ends, a list gets longer. Unused gas is not paid. */
const GAS_MARGIN_PERCENT = 25n;
const GAS_MARGIN = 30_000n;
/** Two programs with one key that make the same call at once would sign the same bytes, and one transaction would serve for both. */
const GAS_JITTER = 4_096;
/** EIP-7825 allows 2^24 gas in a transaction. */
const MAX_TX_GAS = 2n ** 24n - BigInt(GAS_JITTER);

export interface Call {
  /** Undefined creates a contract. */
  readonly to: Address | undefined;
  /** Encodes the call, so that an argument out of range is an error of the send. */
  readonly data: () => Hex;
  /** A clause for errors: "settling allocation 7". */
  readonly doing: string;
}

export interface Sender {
  /** The receipt of a transaction that succeeded. */
  send(call: Call, wait?: Wait): Promise<TransactionReceipt>;
}

export function createSender(connection: Connection): Sender {
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
        const account = ownAccount(connection, call.doing);
        const raw = await inTurn(() => {
          signal.throwIfAborted();
          return submit(connection, account, call);
        });
        return included(connection, account, call, raw, signal);
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

/** Sends the call and gives its signed bytes. A nonce taken meanwhile, by another program with this key, is read anew. */
async function submit(connection: Connection, account: PrivateKeyAccount, call: Call): Promise<Hex> {
  const data = call.data();
  for (let attempt = 1; ; attempt++) {
    const raw = await sign(connection, account, call, data);
    try {
      await connection.client.sendRawTransaction({ serializedTransaction: raw });
      return raw;
    } catch (error) {
      // Without an answer it may be there or not: its hash will tell, and the bytes are sent again while waiting.
      if (isAlreadyKnown(error) || isTransport(error)) return raw;
      if (!isNonceTaken(error) || attempt === NONCE_ATTEMPTS) throw error;
    }
  }
}

async function sign(connection: Connection, account: PrivateKeyAccount, call: Call, data: Hex): Promise<Hex> {
  const { client } = connection;
  const { address } = account;
  // The estimate runs the call: a revert shows here, decoded, and costs nothing.
  const [estimate, fees, nonce, balance] = await Promise.all([
    client.estimateGas({ account: address, to: call.to ?? null, data }),
    client.estimateFeesPerGas(),
    client.getTransactionCount({ address, blockTag: "pending" }),
    client.getBalance({ address }),
  ]);
  const gas = gasLimit(estimate);
  const need = gas * fees.maxFeePerGas;
  if (balance < need) throw notEnoughGas(call.doing, address, need, balance);
  return account.signTransaction({
    type: "eip1559",
    chainId: connection.chainId,
    nonce,
    gas,
    to: call.to ?? null,
    data,
    maxFeePerGas: fees.maxFeePerGas,
    maxPriorityFeePerGas: fees.maxPriorityFeePerGas,
  });
}

function gasLimit(estimate: bigint): bigint {
  const roomy = estimate + (estimate * GAS_MARGIN_PERCENT) / 100n + GAS_MARGIN;
  const capped = roomy < MAX_TX_GAS ? roomy : MAX_TX_GAS;
  return (capped > estimate ? capped : estimate) + BigInt(Math.floor(Math.random() * GAS_JITTER));
}

/** Waits for the receipt. An endpoint that is away for a while is waited for too. */
async function included(
  connection: Connection,
  account: PrivateKeyAccount,
  call: Call,
  raw: Hex,
  signal: AbortSignal,
): Promise<TransactionReceipt> {
  const hash = keccak256(raw);
  const begun = performance.now();
  let resent = begun;
  let cause: unknown;
  for (
    let wait = FIRST_POLL_MS;
    performance.now() - begun < connection.timeoutMs;
    wait = Math.min(wait * 2, connection.pollMs)
  ) {
    signal.throwIfAborted();
    const receipt = await connection.client.getTransactionReceipt({ hash }).catch((error: unknown) => {
      cause = error;
      return undefined;
    });
    if (receipt !== undefined) return succeeded(connection, account, call, receipt);
    await pause(wait, signal);
    if (performance.now() - resent < connection.pollMs * RESEND_POLLS) continue;
    resent = performance.now();
    await connection.client.sendRawTransaction({ serializedTransaction: raw }).catch(() => {});
  }
  throw cairnError(
    "ERR_TX_TIMEOUT",
    `Transaction ${hash} (${call.doing}) is in no block after ${connection.timeoutMs / 1_000} s.`,
    {
      facts: { hash },
      cause,
    },
  );
}

async function succeeded(
  connection: Connection,
  account: PrivateKeyAccount,
  call: Call,
  receipt: TransactionReceipt,
): Promise<TransactionReceipt> {
  if (receipt.status === "success") return receipt;
  throw revertError(await whyReverted(connection, account, call, receipt), call.doing, undefined, {
    hash: receipt.transactionHash,
  });
}

/** A receipt does not say why: the call is run once more on the state after its block, as close as one gets. */
async function whyReverted(
  connection: Connection,
  account: PrivateKeyAccount,
  call: Call,
  receipt: TransactionReceipt,
): Promise<Revert | undefined> {
  try {
    const at = { account: account.address, data: call.data(), blockNumber: receipt.blockNumber };
    await connection.client.call(call.to === undefined ? at : { ...at, to: call.to });
  } catch (error) {
    const { code, facts } = chainError(error, call.doing, connection.rpcUrl);
    if (code === "ERR_REVERTED") return { reason: String(facts["reason"]), args: facts["args"] as readonly unknown[] };
  }
  return undefined;
}

function notEnoughGas(doing: string, account: Address, need: bigint, have: bigint): CairnError {
  return cairnError("ERR_NOT_ENOUGH_GAS", `The wallet ${account} has ${have} wei for gas, ${doing} may take ${need}.`, {
    facts: { account, need, have },
  });
}
