// What a market asks of a provider and what others are paid there, for a person who is about to join it.

import type { NetworkFile } from "../../../contracts/index.ts";
import { openLedger } from "../chain.ts";
import { readPace } from "../chain-pace.ts";
import type { CommandContext } from "../command.ts";

/** Providers looked at for the going price. */
const LOOKED_AT = 256;
const UNIT_BYTES = 2 ** 20;

export interface MarketTerms {
  readonly roundSeconds: number;
  /** Base units: the least stake, and what each unit sold needs. */
  readonly minStake: bigint;
  readonly unitStake: bigint;
  /** What the middle one of the providers is paid per unit and round; undefined if nobody sells yet. */
  readonly goingPrice: bigint | undefined;
  readonly sellers: number;
}

/** Reads the terms from the chain. Throws what a ledger throws. */
export async function readTerms(context: CommandContext, network: NetworkFile): Promise<MarketTerms> {
  const { signal } = context;
  const ledger = await openLedger(context);
  try {
    const [{ minStake, unitStake }, { roundSeconds }, providers] = await Promise.all([
      ledger.settings({ signal }),
      readPace({ url: network.rpcUrl, signal }, network),
      ledger.providers(0, LOOKED_AT, { signal }),
    ]);
    const prices = providers
      .filter(({ liveUnits, stage }) => liveUnits > 0 && stage === "active")
      .map(({ liveRate, liveUnits }) => liveRate / BigInt(liveUnits))
      .sort((a, b) => (a < b ? -1 : 1));
    return {
      roundSeconds,
      minStake,
      unitStake,
      goingPrice: prices[Math.floor(prices.length / 2)],
      sellers: prices.length,
    };
  } finally {
    ledger.close();
  }
}

/** The stake with which all of a capacity can be sold. */
export function stakeFor({ minStake, unitStake }: MarketTerms, capacityBytes: number): bigint {
  const forUnits = unitStake * BigInt(Math.floor(capacityBytes / UNIT_BYTES));
  return forUnits > minStake ? forUnits : minStake;
}
