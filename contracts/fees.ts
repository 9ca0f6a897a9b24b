// What a transaction pays for its place in a block (EIP-1559), and how much more when it does not get one.

import type { Connection } from "./evm-connection.ts";

/** Wei per gas. */
export interface Fees {
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
}

/** Nodes let a transaction take another's place from 10 % more on, both figures; a quarter is clear of rounding and of stricter ones. */
const RAISE_PERCENT = 25n;

/** What is advised has room for six full blocks in a row before a waiting transaction becomes too cheap (EIP-1559: 12.5 % a block). */
export const BASE_FEE_ROOM = 2;
/** A block's base fee exceeds the one before it by so many parts of it at most: an eighth. */
const BASE_FEE_STEP = 8n;

/** What the endpoint advises now. */
export async function marketFees({ client }: Connection): Promise<Fees> {
  const { maxFeePerGas, maxPriorityFeePerGas } = await client.estimateFeesPerGas();
  return { maxFeePerGas, maxPriorityFeePerGas };
}

/** Enough to take the place of a transaction with `fees`, and not below `market`. */
export function raisedFees(fees: Fees, market: Fees): Fees {
  const maxPriorityFeePerGas = larger(raised(fees.maxPriorityFeePerGas), market.maxPriorityFeePerGas);
  const maxFeePerGas = larger(raised(fees.maxFeePerGas), market.maxFeePerGas);
  return { maxPriorityFeePerGas, maxFeePerGas: larger(maxFeePerGas, maxPriorityFeePerGas) };
}

/** For an endpoint that has just called these too low: what it advises is of the last block, what it asks for of the next. */
export function doubledFees({ maxFeePerGas, maxPriorityFeePerGas }: Fees): Fees {
  return { maxFeePerGas: maxFeePerGas * 2n, maxPriorityFeePerGas };
}

/**
 * The fees, or what `wei` can pay of them for `gas`, as long as that suffices for the next block and, where it is to take the place of a
 * transaction with fees `over`, for that; else undefined. Waiting for a fuller purse can cost more than the room that is given up.
 */
export function affordableFees(fees: Fees, gas: bigint, wei: bigint, over?: Fees): Fees | undefined {
  if (wei >= gas * fees.maxFeePerGas) return fees;
  const nothing = { maxFeePerGas: 0n, maxPriorityFeePerGas: 0n };
  const taking = over === undefined ? nothing : raisedFees(over, nothing);
  const maxPriorityFeePerGas = fees.maxPriorityFeePerGas;
  const baseFee = (fees.maxFeePerGas - maxPriorityFeePerGas) / BigInt(BASE_FEE_ROOM);
  const least = larger(baseFee + baseFee / BASE_FEE_STEP + 1n + maxPriorityFeePerGas, taking.maxFeePerGas);
  const maxFeePerGas = wei / gas;
  return maxFeePerGas < least ? undefined : { maxFeePerGas, maxPriorityFeePerGas };
}

export function dearer(one: Fees, other: Fees): Fees {
  return one.maxFeePerGas >= other.maxFeePerGas ? one : other;
}

/** Rounded up, so that even 0 and 1 grow. */
function raised(wei: bigint): bigint {
  return wei + (wei * RAISE_PERCENT) / 100n + 1n;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
