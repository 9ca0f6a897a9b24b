// How the last while went, by the daemon's record: its own counts begin anew with each start.

import { readAmount } from "./amounts.ts";
import type { RoundPoint } from "../overview.ts";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const WEEK_MS = 7 * DAY_MS;

export interface Past {
  /** How far back it looks: less than asked for where the record begins later. */
  readonly spanMs: number;
  readonly passed: number;
  readonly missed: number;
  readonly earned: bigint;
}

/** The rounds of the last so many milliseconds. */
export function pastOf(rounds: readonly RoundPoint[], ms: number, now: number): Past {
  const seen = rounds.filter(({ at }) => at > now - ms);
  const count = (outcome: RoundPoint["outcome"]): number => seen.filter((point) => point.outcome === outcome).length;
  return {
    spanMs: Math.max(0, Math.min(ms, now - (rounds[0]?.at ?? now))),
    passed: count("passed"),
    missed: count("missed"),
    earned: seen.reduce((sum, { earned }) => sum + (readAmount(earned) ?? 0n), 0n),
  };
}
