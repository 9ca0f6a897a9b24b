// Waiting until the chain has a transaction. A receipt alone proves nothing: endpoints answer from caches, from blocks that were
// replaced, and from nodes that lag behind each other. So a transaction counts when
//
//     its receipt names a block,  the block of that number is this one and lists it,  enough blocks lie on it,
//     the account's nonce has passed,  and the state shows what the call was to do

import type { Hex, TransactionReceipt } from "viem";
import { cairnError } from "../protocol/index.ts";
import { type Revert, chainError, revertError } from "./chain-error.ts";
import { type Connection, pause } from "./evm-connection.ts";
import { dearer, marketFees, raisedFees } from "./fees.ts";
import { type Outbox, type Sent, hashesOf, ownAt, raise, resend, unblock } from "./sent.ts";

const FIRST_POLL_MS = 25;
/** What is not included is looked after each time so many longest pauses are over: an endpoint that was restarted has forgotten it. */
const CARE_POLLS = 5;
/** A nonce that passed without any trace of the transaction is believed after so many looks. */
const LOST_LOOKS = 3;
/** A state that does not follow from the receipt is asked again for so many longest pauses: nodes behind one endpoint differ for a moment. */
const DOUBT_POLLS = 10;
/** A transaction that nobody waits for and that blocks ours must have let so many blocks pass. */
const PASSED_BLOCKS = 2n;

export interface Included {
  readonly receipt: TransactionReceipt;
  /** The signed bytes that it is the receipt of. */
  readonly raw: Hex;
}

/** What was found out while waiting. */
interface Course {
  readonly begun: number;
  /** Last look after it, and last raise of its price. */
  cared: number;
  raised: number;
  /** Looks in a row that found the nonce passed and no trace of the transaction. */
  lostLooks: number;
  /** A receipt of success that the state does not bear out, since when. */
  doubted: { readonly hash: Hex; readonly at: number } | undefined;
  /** A transaction before ours that nobody waits for, since when. */
  blocked: { readonly nonce: number; readonly at: number; readonly block: bigint } | undefined;
  failure: unknown;
}

/** Waits for the transaction, and sees to it that it gets in. An endpoint that is away for a while is waited for too. */
export async function included(outbox: Outbox, sent: Sent, signal: AbortSignal): Promise<Included> {
  const { pollMs, timeoutMs } = outbox.connection;
  const begun = performance.now();
  const course: Course = {
    begun,
    cared: begun,
    raised: begun,
    lostLooks: 0,
    doubted: undefined,
    blocked: undefined,
    failure: undefined,
  };
  for (let wait = FIRST_POLL_MS; performance.now() - begun < timeoutMs; wait = Math.min(wait * 2, pollMs)) {
    signal.throwIfAborted();
    const found = await findIncluded(outbox, sent).catch((error: unknown) => void (course.failure = error));
    if (found !== undefined && (await isCarriedOut(outbox, sent, found, course))) return found;
    await pause(wait, signal);
    if (found !== undefined || performance.now() - course.cared < pollMs * CARE_POLLS) continue;
    course.cared = performance.now();
    const isLost = await care(outbox, sent, course).catch((error: unknown) => void (course.failure = error));
    if (isLost === true) throw lost(sent);
  }
  throw course.doubted === undefined ? late(outbox, sent, course) : doubted(sent, course.doubted.hash);
}

/** The receipt of a block that is in the chain and deep enough, whatever it says. */
async function findIncluded({ connection, account }: Outbox, sent: Sent): Promise<Included | undefined> {
  const { client, confirmations } = connection;
  const receipts = await Promise.all(hashesOf(sent).map((hash) => receiptOrNone(connection, hash)));
  const at = receipts.findLastIndex((receipt) => receipt !== undefined);
  const [receipt, raw] = [receipts[at], sent.variants[at]];
  if (receipt === undefined || raw === undefined) return undefined;
  const [block, nonce, head] = await Promise.all([
    client.getBlock({ blockNumber: receipt.blockNumber }),
    client.getTransactionCount({ address: account.address, blockTag: "latest" }),
    confirmations === 0 ? receipt.blockNumber : client.getBlockNumber({ cacheTime: 0 }),
  ]);
  const isCanonical = block.hash === receipt.blockHash && block.transactions.includes(receipt.transactionHash);
  const isDeep = head - receipt.blockNumber >= BigInt(confirmations);
  return isCanonical && isDeep && nonce > sent.nonce ? { receipt, raw } : undefined;
}

async function receiptOrNone({ client }: Connection, hash: Hex): Promise<TransactionReceipt | undefined> {
  try {
    const receipt = await client.getTransactionReceipt({ hash });
    return receipt.transactionHash === hash ? receipt : undefined;
  } catch (error) {
    if (error instanceof Error && error.name === "TransactionReceiptNotFoundError") return undefined;
    throw error;
  }
}

/** True once the state shows what the call was to do. Throws when it failed, or when receipt and state disagree for too long. */
async function isCarriedOut(outbox: Outbox, sent: Sent, { receipt }: Included, course: Course): Promise<boolean> {
  const { call } = sent;
  const hash = receipt.transactionHash;
  if (receipt.status !== "success") {
    throw revertError(await whyReverted(outbox, sent, receipt), call.doing, undefined, { hash });
  }
  if (call.isDone === undefined) return true;
  const isDone = await call.isDone(receipt).catch((error: unknown) => void (course.failure = error));
  if (isDone === true) return true;
  course.doubted ??= { hash, at: performance.now() };
  if (performance.now() - course.doubted.at < outbox.connection.pollMs * DOUBT_POLLS) return false;
  throw doubted(sent, hash);
}

/** A receipt does not say why: the call is run once more on the state after its block, as close as one gets. */
async function whyReverted(
  { connection, account }: Outbox,
  { call, data }: Sent,
  { blockNumber }: TransactionReceipt,
): Promise<Revert | undefined> {
  try {
    const at = { account: account.address, data, blockNumber };
    await connection.client.call(call.to === undefined ? at : { ...at, to: call.to });
  } catch (error) {
    const { code, facts } = chainError(error, call.doing, connection.rpcUrl);
    if (code === "ERR_REVERTED") return { reason: String(facts["reason"]), args: facts["args"] as readonly unknown[] };
  }
  return undefined;
}

/** Sends it again, raises its price, or clears its way. True if it can never be included any more. */
async function care(outbox: Outbox, sent: Sent, course: Course): Promise<boolean> {
  const { client, patienceMs } = outbox.connection;
  const [nonce, head] = await Promise.all([
    client.getTransactionCount({ address: outbox.account.address, blockTag: "latest" }),
    client.getBlock({ blockTag: "latest" }),
  ]);
  if (nonce > sent.nonce) {
    course.lostLooks = (await isKnown(outbox, sent)) ? 0 : course.lostLooks + 1;
    return course.lostLooks >= LOST_LOOKS;
  }
  course.lostLooks = 0;
  if (nonce < sent.nonce) await clearTheWay(outbox, nonce, head.number, course);
  const isTooCheap = (head.baseFeePerGas ?? 0n) > sent.fees.maxFeePerGas;
  const now = performance.now();
  // What waits behind another one is not helped by a higher price.
  if (nonce === sent.nonce && (isTooCheap || now - course.raised >= patienceMs)) {
    course.raised = now;
    await raise(outbox, sent);
  } else {
    await resend(outbox, sent);
  }
  return false;
}

async function isKnown({ connection }: Outbox, sent: Sent): Promise<boolean> {
  const looks = hashesOf(sent).map((hash) =>
    connection.client.getTransaction({ hash }).then(
      () => true,
      (error: unknown) => !(error instanceof Error && error.name === "TransactionNotFoundError"),
    ),
  );
  return (await Promise.all(looks)).some(Boolean);
}

/** A nonce before ours that nobody here waits for: once it has stood still for long enough while blocks went by, it is made empty. */
async function clearTheWay(outbox: Outbox, nonce: number, head: bigint, course: Course): Promise<void> {
  const now = performance.now();
  const own = ownAt(outbox, nonce);
  if (own?.isGivenUp === false) return void (course.blocked = undefined);
  if (course.blocked?.nonce !== nonce) return void (course.blocked = { nonce, at: now, block: head });
  const { at, block } = course.blocked;
  if (now - at < outbox.connection.patienceMs || head < block + PASSED_BLOCKS) return;
  const market = await marketFees(outbox.connection);
  await unblock(outbox, nonce, raisedFees(own === undefined ? market : dearer(own.fees, market), market));
}

function late({ connection }: Outbox, sent: Sent, { failure }: Course): Error {
  const hash = hashesOf(sent).at(-1);
  const seconds = connection.timeoutMs / 1_000;
  return cairnError(
    "ERR_TX_TIMEOUT",
    `Transaction ${hash} (${sent.call.doing}) was not seen in a block within ${seconds} s.`,
    { facts: { hash, hashes: hashesOf(sent), nonce: sent.nonce }, cause: failure },
  );
}

function lost(sent: Sent): Error {
  const hash = hashesOf(sent).at(-1);
  return cairnError(
    "ERR_TX_LOST",
    `Another transaction than ${hash} (${sent.call.doing}) has the account's nonce ${sent.nonce}.`,
    { facts: { hash, hashes: hashesOf(sent), nonce: sent.nonce } },
  );
}

function doubted(sent: Sent, hash: Hex): Error {
  return cairnError("ERR_TX_DOUBTED", `The receipt of ${hash} (${sent.call.doing}) is not borne out by the state.`, {
    facts: { hash, nonce: sent.nonce },
  });
}
