// A call that was signed and sent, once or in several variants of one nonce, and what can be done for it while it is in no block.

import { type Hex, keccak256 } from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import type { Address } from "../protocol/index.ts";
import { isAlreadyKnown, isTransport } from "./chain-error.ts";
import type { Connection } from "./evm-connection.ts";
import { type Fees, affordableFees, marketFees, raisedFees } from "./fees.ts";
import type { Call } from "./transaction.ts";

/** Signed for one call at most: a quarter dearer each time, the eighth costs five times the first. */
const MAX_VARIANTS = 8;
/** Tries to give an endpoint bytes while it does not answer: viem makes one. */
const BROADCASTS = 3;
/** Of a transaction that does nothing. */
const LEAST_GAS = 21_000n;

/** A call that was sent. */
export interface Sent {
  readonly call: Call;
  readonly data: Hex;
  readonly nonce: number;
  readonly gas: bigint;
  /** Signed bytes, oldest first; one or more. */
  readonly variants: Hex[];
  /** The highest price tried so far. */
  fees: Fees;
  /** Nobody waits for it any more, but it may still be included. */
  isGivenUp: boolean;
}

/** An account and its calls under way. */
export interface Outbox {
  readonly connection: Connection;
  readonly account: PrivateKeyAccount;
  /** Sent, and not known to be in the chain. */
  readonly open: Set<Sent>;
}

export interface Unsigned {
  readonly to: Address | undefined;
  readonly data: Hex;
  readonly value?: bigint | undefined;
  readonly nonce: number;
  readonly gas: bigint;
  readonly fees: Fees;
}

export function sign(
  { account, connection }: Outbox,
  { to, data, value = 0n, nonce, gas, fees }: Unsigned,
): Promise<Hex> {
  const { chainId } = connection;
  return account.signTransaction({ type: "eip1559", chainId, nonce, gas, to: to ?? null, data, value, ...fees });
}

export function hashesOf({ variants }: Sent): Hex[] {
  return variants.map((raw) => keccak256(raw));
}

/** The call of this program that has the nonce. */
export function ownAt({ open }: Outbox, nonce: number): Sent | undefined {
  return [...open].find((sent) => sent.nonce === nonce);
}

/**
 * Gives the endpoint signed bytes, which may be given any number of times. Throws when it refuses them; not when no answer came, or when the
 * refusal followed a try without an answer: then they may be there already.
 */
export async function broadcast({ client }: Connection, serializedTransaction: Hex): Promise<void> {
  let mayBeThere = false;
  for (let attempt = 1; attempt <= BROADCASTS; attempt++) {
    try {
      await client.sendRawTransaction({ serializedTransaction });
      return;
    } catch (error) {
      if (isAlreadyKnown(error)) return;
      if (!isTransport(error) && !mayBeThere) throw error;
      if (!isTransport(error)) return;
      mayBeThere = true;
    }
  }
}

/** The last variant again, for an endpoint that has forgotten it. */
export async function resend({ connection }: Outbox, { variants }: Sent): Promise<void> {
  const last = variants.at(-1);
  if (last !== undefined) await broadcast(connection, last).catch(() => {});
}

/** The same at the market's price, and a quarter dearer than before at least. At most MAX_VARIANTS, and not beyond the account's balance. */
export async function raise(outbox: Outbox, sent: Sent): Promise<void> {
  const { connection, account } = outbox;
  if (sent.variants.length >= MAX_VARIANTS) return resend(outbox, sent);
  const [market, balance] = await Promise.all([
    marketFees(connection),
    connection.client.getBalance({ address: account.address }),
  ]);
  const { to, value = 0n } = sent.call;
  const fees = affordableFees(raisedFees(sent.fees, market), sent.gas, balance - value, sent.fees);
  if (fees === undefined) return resend(outbox, sent);
  sent.fees = fees;
  const raw = await sign(outbox, { ...sent, to, value });
  // Kept whatever the endpoint says: it may have passed the bytes on and then failed.
  sent.variants.push(raw);
  await broadcast(connection, raw).catch(() => {});
}

/**
 * Puts an empty transaction in place of one that nobody waits for and that all the next ones wait behind: of an earlier run, sent when
 * gas was cheaper, or given up.
 */
export async function unblock(outbox: Outbox, nonce: number, fees: Fees): Promise<void> {
  const { address: to } = outbox.account;
  const raw = await sign(outbox, { to, data: "0x", nonce, gas: LEAST_GAS, fees });
  await broadcast(outbox.connection, raw).catch(() => {});
}
