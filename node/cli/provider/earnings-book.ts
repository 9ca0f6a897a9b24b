// A provider's events and costs put into days or rounds.

import type { BlockTime } from "../chain-pace.ts";
import type { MarketEvent } from "./market-events.ts";

/** Amounts in base units; gas in wei. */
export interface Period {
  /** `2026-05-01` (UTC), or the number of a round. */
  readonly name: string;
  readonly proofs: number;
  readonly earned: bigint;
  readonly bonds: bigint;
  readonly slashed: bigint;
  readonly gas: bigint;
}

export type By = "day" | "round";

/** The periods in which something happened, oldest first. */
export function periodsOf(
  events: readonly MarketEvent[],
  costs: ReadonlyMap<string, bigint>,
  nameOf: (event: MarketEvent) => string,
): Period[] {
  const periods = new Map<string, Period>();
  const counted = new Set<string>();
  for (const event of [...events].reverse()) {
    const name = nameOf(event);
    const before = periods.get(name) ?? { ...NOTHING, name };
    const gas = counted.has(event.transaction) ? 0n : (costs.get(event.transaction) ?? 0n);
    counted.add(event.transaction);
    periods.set(name, withEvent({ ...before, gas: before.gas + gas }, event));
  }
  return [...periods.values()];
}

/** All periods in one. */
export function sumOf(periods: readonly Period[]): Period {
  return periods.reduce(
    (sum, each) => ({
      name: sum.name,
      proofs: sum.proofs + each.proofs,
      earned: sum.earned + each.earned,
      bonds: sum.bonds + each.bonds,
      slashed: sum.slashed + each.slashed,
      gas: sum.gas + each.gas,
    }),
    { ...NOTHING, name: "in all" },
  );
}

const NOTHING: Period = { name: "", proofs: 0, earned: 0n, bonds: 0n, slashed: 0n, gas: 0n };

function withEvent(period: Period, event: MarketEvent): Period {
  if (event.kind === "proof") return { ...period, proofs: period.proofs + 1, earned: period.earned + event.amount };
  if (event.kind === "bond") return { ...period, bonds: period.bonds + event.amount };
  return { ...period, slashed: period.slashed + event.amount };
}

/** The time of any block, in unix seconds, from some that are known: chains keep their pace between them. */
export function timeOf(block: number, known: readonly BlockTime[]): number {
  const after = known.findIndex((each) => each.block >= block);
  const [a, b] = [known[Math.max(0, after - 1)], known[after < 0 ? known.length - 1 : after]];
  if (a === undefined || b === undefined || a.block === b.block) return b?.timestamp ?? 0;
  return a.timestamp + ((b.timestamp - a.timestamp) * (block - a.block)) / (b.block - a.block);
}

/** The day of a time, UTC. */
export function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
