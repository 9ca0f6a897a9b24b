// What a sender remembers of its transactions, and which nonce the next one gets.
//
// All that an endpoint has taken for one call has one nonce, so at most one of it can ever be in the chain. The rest follows:
//
//     the price is too low            the same call at the same nonce, dearer
//     its caller has given it up      the next call takes its nonce, and so its place
//     a reorganisation took it out    the same bytes again, before anything else is sent
//     another one was at its nonce    it is lost and its caller told: it is never signed again by itself

import type { Hex, TransactionReceipt } from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import { type CairnError, cairnError, isCairnError } from "../protocol/index.ts";
import { isNonceTaken, isPriceTooLow, isTransport } from "./chain-error.ts";
import { type Connection, pause } from "./evm-connection.ts";
import { type Fees, affordableFees, dearer, doubledFees, marketFees, raisedFees } from "./fees.ts";
import { type Included, included } from "./inclusion.ts";
import { type Outbox, type Sent, broadcast, resend, sign } from "./sent.ts";
import type { Call } from "./transaction.ts";

/** Tries to get a transaction taken; each reads nonce and price anew. */
const SEND_ATTEMPTS = 4;
const RETRY_MS = 50;
/** Transactions watched for a reorganisation, the last ones. */
const MAX_WATCHED = 64;
/** An endpoint may know of so many transactions of the account besides ours. One that tells of more is wrong: a far nonce is never reached. */
const MAX_FOREIGN = 64;
/** Gas may grow between simulation and block: a round ends, a list gets longer. Unused gas is not paid. */
const GAS_MARGIN_PERCENT = 25n;
const GAS_MARGIN = 30_000n;
/** Two programs with one key that make the same call at once would sign the same bytes, and one transaction would serve for both. */
const GAS_JITTER = 4_096;
/** EIP-7825 allows 2^24 gas in a transaction. */
const MAX_TX_GAS = 2n ** 24n - BigInt(GAS_JITTER);

export interface Desk extends Outbox {
  /** In the chain, oldest first, in case that a reorganisation takes them out. */
  readonly watched: (Included & { readonly sent: Sent })[];
}

/** A look at the chain before signing. */
interface Outlook {
  /** Of gas; throws why the call would revert. */
  readonly estimate: () => bigint;
  readonly fees: Fees;
  /** Transactions of the account in the chain, … */
  readonly latest: number;
  /** … and with those that wait at this endpoint. */
  readonly pending: number;
  readonly balance: bigint;
}

export function openDesk(connection: Connection, account: PrivateKeyAccount): Desk {
  return { connection, account, open: new Set(), watched: [] };
}

/** Signs the call and sends it. A nonce that another program with this key has taken meanwhile is read anew. */
export async function submit(desk: Desk, call: Call, signal: AbortSignal): Promise<Sent> {
  const data = call.data();
  let least: Fees = { maxFeePerGas: 0n, maxPriorityFeePerGas: 0n };
  for (let attempt = 1; ; attempt++) {
    const outlook = await lookout(desk, call, data);
    if (await putBack(desk, outlook.latest, signal)) continue;
    const gas = gasLimit(outlook.estimate());
    const { nonce, over } = placeOf(desk, outlook);
    const market = dearer(outlook.fees, least);
    const wanted = over === undefined ? market : raisedFees(over.fees, market);
    const fees = affordableFees(wanted, gas, outlook.balance - (call.value ?? 0n), over?.fees);
    if (fees === undefined) throw notEnoughGas(desk, call, gas * wanted.maxFeePerGas, outlook.balance);
    const sent = { call, data, nonce, gas, fees, isGivenUp: false };
    const raw = await sign(desk, { ...sent, to: call.to, value: call.value });
    try {
      await broadcast(desk.connection, raw);
      return taken(desk, { ...sent, variants: [raw] }, over);
    } catch (error) {
      if (!(isNonceTaken(error) || isPriceTooLow(error)) || attempt === SEND_ATTEMPTS) throw error;
      if (over !== undefined) over.fees = fees;
      if (isPriceTooLow(error)) least = doubledFees(fees);
      await pause(RETRY_MS, signal);
    }
  }
}

/** Waits until the call is in the chain and what it was to do is done. */
export async function follow(desk: Desk, sent: Sent, signal: AbortSignal): Promise<TransactionReceipt> {
  // At once, also while a look at the chain hangs: the caller's next call is to take the place, not to wait behind it.
  const giveUp = (): void => void (sent.isGivenUp = true);
  signal.addEventListener("abort", giveUp, { once: true });
  if (signal.aborted) giveUp();
  try {
    const found = await included(desk, sent, signal);
    desk.open.delete(sent);
    desk.watched.push({ ...found, sent });
    if (desk.watched.length > MAX_WATCHED) desk.watched.shift();
    return found.receipt;
  } catch (error) {
    const isOver = ["ERR_REVERTED", "ERR_NOT_ENOUGH_TOKENS", "ERR_TX_LOST", "ERR_TX_DOUBTED"] as const;
    if (isOver.some((code) => isCairnError(error, code))) desk.open.delete(sent);
    giveUp();
    throw error;
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

function taken(desk: Desk, sent: Sent, over: Sent | undefined): Sent {
  if (over !== undefined) desk.open.delete(over);
  desk.open.add(sent);
  return sent;
}

async function lookout({ connection, account }: Desk, call: Call, data: Hex): Promise<Outlook> {
  const { client } = connection;
  const { address } = account;
  // The estimate runs the call: a revert shows here, decoded, and costs nothing.
  const simulated = client.estimateGas({ account: address, to: call.to ?? null, data, value: call.value ?? 0n }).then(
    (gas) => () => gas,
    (error: unknown) => () => {
      throw error;
    },
  );
  const [estimate, fees, latest, pending, balance] = await Promise.all([
    simulated,
    marketFees(connection),
    client.getTransactionCount({ address, blockTag: "latest" }),
    client.getTransactionCount({ address, blockTag: "pending" }),
    client.getBalance({ address }),
  ]);
  return { estimate, fees, latest, pending, balance };
}

/** The first place that was given up, else the next free one. An endpoint may not have seen yet what was sent a moment ago. */
function placeOf({ open }: Desk, { latest, pending }: Outlook): { readonly nonce: number; readonly over?: Sent } {
  for (const sent of open) if (sent.isGivenUp && sent.nonce < latest) open.delete(sent);
  const most = latest + open.size + MAX_FOREIGN;
  const waiting = [...open]
    .filter(({ nonce }) => nonce >= latest && nonce <= most)
    .toSorted((a, b) => a.nonce - b.nonce);
  const over = waiting.find(({ isGivenUp }) => isGivenUp);
  if (over !== undefined) return { nonce: over.nonce, over };
  return { nonce: Math.max(pending <= most ? pending : latest, (waiting.at(-1)?.nonce ?? -1) + 1) };
}

/**
 * Sends again what a reorganisation has taken out of the chain, and waits for it: else the next call would take its nonce and with it
 * its place for ever. True if there was any.
 */
async function putBack(desk: Desk, latest: number, signal: AbortSignal): Promise<boolean> {
  const removed: (typeof desk.watched)[number][] = [];
  for (const watched of desk.watched.filter(({ sent }) => sent.nonce >= latest)) {
    if (await isRemoved(desk, watched)) removed.push(watched);
  }
  for (const { sent, raw, receipt } of removed) {
    const { doing } = sent.call;
    desk.watched.splice(0, desk.watched.length, ...desk.watched.filter((each) => each.sent !== sent));
    const tell = (outcome: "sent again" | "lost"): void =>
      desk.connection.onRemoved({ hash: receipt.transactionHash, doing, outcome });
    if (!(await isStillPossible(desk, sent))) {
      tell("lost");
      continue;
    }
    const again = taken(desk, { ...sent, variants: [raw], isGivenUp: false }, undefined);
    await resend(desk, again);
    tell("sent again");
    await follow(desk, again, signal).catch((error: unknown) => {
      if (signal.aborted) throw error;
      tell("lost");
    });
  }
  return removed.length > 0;
}

/** An endpoint that lags behind shows an old nonce, too; only another block in the place of the transaction's tells of a reorganisation. */
async function isRemoved({ connection }: Desk, { receipt }: Included): Promise<boolean> {
  const block = await connection.client.getBlock({ blockNumber: receipt.blockNumber }).catch(() => undefined);
  return block !== undefined && block.hash !== receipt.blockHash;
}

async function isStillPossible({ connection, account }: Desk, { call, data }: Sent): Promise<boolean> {
  const wanted = { account: account.address, to: call.to ?? null, data, value: call.value ?? 0n };
  return connection.client.estimateGas(wanted).then(
    () => true,
    (error: unknown) => isTransport(error),
  );
}

function gasLimit(estimate: bigint): bigint {
  const roomy = estimate + (estimate * GAS_MARGIN_PERCENT) / 100n + GAS_MARGIN;
  const capped = roomy < MAX_TX_GAS ? roomy : MAX_TX_GAS;
  return (capped > estimate ? capped : estimate) + BigInt(Math.floor(Math.random() * GAS_JITTER));
}

function notEnoughGas({ account: { address: account } }: Desk, call: Call, forGas: bigint, have: bigint): CairnError {
  const { doing, value = 0n } = call;
  const need = forGas + value;
  return cairnError("ERR_NOT_ENOUGH_GAS", `The wallet ${account} has ${have} wei for gas, ${doing} may take ${need}.`, {
    facts: { account, need, have },
  });
}
