// How fast rounds follow each other.

import { MARKET, RULES } from "./market.ts";

export interface Cadence {
  readonly blockSeconds: number;
  readonly roundBlocks: number;
}

const DAY_SECONDS = 86_400;

/** Block times of chains in use, with the development network's rounds and with the longest there are. */
export const CADENCES: readonly Cadence[] = [MARKET.roundBlocks, 512, RULES.maxRoundBlocks].flatMap((roundBlocks) =>
  [1, 2, 12].map((blockSeconds) => ({ blockSeconds, roundBlocks })),
);

export function roundsPerDay({ blockSeconds, roundBlocks }: Cadence): number {
  return DAY_SECONDS / (blockSeconds * roundBlocks);
}

/** The two that the tables compare: 64 blocks of 12 s, and 4,096 blocks of 2 s. */
export const SHORT_ROUNDS = roundsPerDay({ blockSeconds: 12, roundBlocks: MARKET.roundBlocks });
export const LONG_ROUNDS = roundsPerDay({ blockSeconds: 2, roundBlocks: RULES.maxRoundBlocks });
export const DAY_HOURS = 24;
export const WEEK_DAYS = 7;
export const MONTH_DAYS = 30;
