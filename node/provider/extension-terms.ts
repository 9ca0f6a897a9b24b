// Whether a provider would have an allocation last longer, at the price that it has. Nothing is sold anew: its units are, and an offer
// that is bound to it buys no others.

import { MAX_ALLOCATION_ROUNDS, MAX_TERM_ROUNDS } from "../../contracts/index.ts";
import { CairnError, cairnError } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import type { AllocationRecord, ProviderRecord } from "../../contracts/index.ts";

/** How the provider stands when it is asked. */
export interface Extending {
  readonly record: ProviderRecord | undefined;
  readonly round: number;
  /** What it asks now. */
  readonly pricePerUnitRound: bigint;
  /** Units that its operator lets it sell. */
  readonly units: number;
}

/**
 * Throws ERR_ALLOCATION_EXPIRED once the last round has begun, ERR_NO_CAPACITY of a provider that leaves or was made smaller than what it
 * has sold, ERR_PRICE_CHANGED for clearly less than is asked now, and ERR_MESSAGE_INVALID for more rounds than the market sells.
 */
export function checkExtension(allocation: AllocationRecord, rounds: number, now: Extending): void {
  const { id, endRound, startRound, price } = allocation;
  if (endRound <= now.round + 1) throw over(id, endRound, now.round);
  if (now.record?.stage !== "active") throw new CairnError("ERR_NO_CAPACITY", "The provider takes on nothing more.");
  if (now.record.nextUnits > now.units) throw tooMuch(now.record.nextUnits, now.units);
  if (isDearer(now.pricePerUnitRound, price)) throw dearer(id, price, now.pricePerUnitRound);
  // Who asks may see the next round already; what is one too far is for the market to refuse.
  const most = Math.min(now.round + 1 + MAX_ALLOCATION_ROUNDS + 1, startRound + MAX_TERM_ROUNDS) - endRound;
  if (rounds > most) throw tooLong(id, rounds, most);
}

/** By more than what a price by the month wobbles. */
function isDearer(asked: bigint, price: bigint): boolean {
  return price * PROVIDER.priceWobble < asked * (PROVIDER.priceWobble - 1n);
}

function over(allocation: number, endRound: number, round: number): CairnError {
  return cairnError("ERR_ALLOCATION_EXPIRED", undefined, { facts: { allocation, endRound, round } });
}

function tooMuch(sold: number, units: number): CairnError {
  const message = `The provider has sold ${sold} units and has room for ${units}: it extends none until that fits again.`;
  return new CairnError("ERR_NO_CAPACITY", message, { facts: { sold, units } });
}

function dearer(allocation: number, price: bigint, asked: bigint): CairnError {
  const message = `Allocation ${allocation} costs ${price} base units per unit and round, and the provider asks ${asked} now.`;
  return cairnError("ERR_PRICE_CHANGED", message, { facts: { allocation, price, asked } });
}

function tooLong(allocation: number, rounds: number, most: number): CairnError {
  const message = `Allocation ${allocation} can be extended by ${Math.max(0, most)} rounds at most, not by ${rounds}.`;
  return cairnError("ERR_MESSAGE_INVALID", message, { facts: { allocation, rounds, most } });
}
