// What a transaction pays for its place in a block (EIP-1559), and how much more when it does not get one.

import type { Connection } from "./evm-connection.ts";

/** Wei per gas. */
export interface Fees {
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
}

/** Nodes let a transaction take another's place from 10 % more on, both figures; a quarter is clear of rounding and of stricter ones. */
const RAISE_PERCENT = 25n;

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
