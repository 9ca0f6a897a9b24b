// What the allocations of today will bring and cost, if everything stays as it is.

import type { AllocationRecord } from "../../../contracts/index.ts";

export interface Horizon {
  /** The current round, and whether its pay is still to come. */
  readonly round: number;
  readonly isDue: boolean;
  /** Rounds from the next one on that are looked at. */
  readonly rounds: number;
}

export interface Forecast {
  /** Base units, if every round is proved. */
  readonly earned: bigint;
  /** Rounds with something to prove. */
  readonly paidRounds: number;
  /** Allocations that end within the horizon. */
  readonly ending: number;
}

/** Adds up the rounds that allocations have left. */
export function forecast(allocations: readonly AllocationRecord[], { round, isDue, rounds }: Horizon): Forecast {
  const first = isDue ? round : round + 1;
  const last = round + rounds; // inclusive
  let [earned, ending] = [0n, 0];
  const spans: (readonly [from: number, to: number])[] = [];
  for (const { units, price, startRound, endRound, settled } of allocations) {
    const [from, to] = [Math.max(first, startRound), Math.min(last + 1, endRound)];
    if (settled || to <= from) continue;
    earned += BigInt(units) * price * BigInt(to - from);
    if (endRound <= last + 1) ending += 1;
    spans.push([from, to]);
  }
  return { earned, paidRounds: covered(spans), ending };
}

/** How many rounds lie in at least one of the spans, whose ends are exclusive. */
export function covered(spans: readonly (readonly [from: number, to: number])[]): number {
  let [count, end] = [0, -Infinity];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (to <= end) continue;
    count += to - Math.max(from, end);
    end = to;
  }
  return count;
}
