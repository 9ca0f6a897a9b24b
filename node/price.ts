// What storage costs, in the two ways that people and the market say it: tokens per unit (1 MiB) and round, which is what is signed
// and paid, and tokens per TiB and month, which can be compared. The length of a round leads from one to the other.

import { CairnError } from "../protocol/index.ts";
import { formatTokens, parseTokens } from "./quantity.ts";

/** A month of a price: 30 days. */
export const MONTH_SECONDS = 30 * 86_400;
/** The market keeps a price in 72 bits. */
const UNIT_PRICES = 2n ** 72n;
const UNITS_PER_TIB = 2n ** 20n;
const MONTH_MS = BigInt(MONTH_SECONDS) * 1000n;

export interface Price {
  /** Token base units, at least 1. */
  readonly amount: bigint;
  readonly per: "unit-round" | "TiB-month";
}

/** A price such as `0.0001` or `2.5 per TiB-month`; undefined if it is none that could reach a market. */
export function parsePrice(text: string): Price | undefined {
  const [, digits = "", month] = /^\s*([\d.]+)\s*(per\s+TiB-month)?\s*$/i.exec(text) ?? [];
  const amount = parseTokens(digits);
  if (amount === undefined || amount < 1n) return undefined;
  if (month !== undefined) return { amount, per: "TiB-month" };
  return amount < UNIT_PRICES ? { amount, per: "unit-round" } : undefined;
}

/** A price as the settings write it. */
export function formatPrice({ amount, per }: Price): string {
  return per === "TiB-month" ? `${formatTokens(amount)} per TiB-month` : formatTokens(amount);
}

/**
 * Base units per unit and round, to the nearest one, on a network whose rounds last so long.
 * Throws ERR_CONFIG_INVALID for what rounds to nothing or is more than the market keeps.
 */
export function unitPrice({ amount, per }: Price, roundSeconds: number): bigint {
  if (per === "unit-round") return amount;
  const scale = UNITS_PER_TIB * MONTH_MS;
  const price = (amount * milliseconds(roundSeconds) + scale / 2n) / scale;
  if (price >= 1n && price < UNIT_PRICES) return price;
  const message = `The price of ${formatTokens(amount)} tokens per TiB-month is ${price} base units per unit and round of ${roundSeconds} s: use one that gives 1 to ${UNIT_PRICES - 1n}.`;
  throw new CairnError("ERR_CONFIG_INVALID", message, { facts: { amount, roundSeconds, price } });
}

/** Base units for a TiB over a month, of a price per unit and round. */
export function monthPrice(perUnitRound: bigint, roundSeconds: number): bigint {
  return (perUnitRound * UNITS_PER_TIB * MONTH_MS) / milliseconds(roundSeconds);
}

/** At least 1: a chain whose blocks have the same time has rounds without a length, and nothing is to be divided by 0. */
function milliseconds(seconds: number): bigint {
  return BigInt(Math.max(1, Math.round(seconds * 1000)));
}
