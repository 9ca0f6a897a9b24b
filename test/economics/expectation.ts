// What the simulation must come to on average, worked out without random numbers.

import { exactly, hit } from "./chances.ts";
import { BOUNTY, BURNED, DISPUTE_ROUNDS, DISPUTE_SLASH, MARKET, RULES, STEP } from "./market.ts";
import { missingUnderRoot } from "./simulation.ts";
import type { Scenario } from "./simulation.ts";

export interface Expectation {
  readonly profit: number;
  readonly paid: number;
  readonly stakeLost: number;
  readonly proved: number;
  readonly steps: number;
  readonly disputes: number;
  readonly fines: number;
  /** Chance that the provider is ejected before the end. */
  readonly ejected: number;
}

/** How likely one situation of the provider is, and what part of the stake is left on average where it is so, times that. */
interface Weight {
  chance: number;
  stake: number;
}

interface Totals {
  live: number;
  proved: number;
  steps: number;
  disputes: number;
  ejected: Weight;
  /** Part of the stake burned. */
  burned: number;
}

/**
 * Two walks: over (misses in a row, rounds until the dispute about the root is lost), and over (clients that have found nothing,
 * rounds in which no dispute costs stake). Each is exact. Together they are as long as disputes about the root and those of
 * clients do not share a fine, and ejection does not come between: so throws where both kinds look.
 */
export function expectation(scenario: Scenario): Expectation {
  if (scenario.deleted > 0 && scenario.rootSamples > 0 && scenario.stateSamples > 0) {
    throw new RangeError(
      "There is no closed form where auditors and clients look: take rootSamples or stateSamples of 0.",
    );
  }
  const missing = missingUnderRoot(scenario);
  const fails = hit(missing, MARKET.challenges);
  const found = hit(missing, scenario.rootSamples);
  const totals: Totals = { live: 0, proved: 0, steps: 0, disputes: 0, ejected: { chance: 0, stake: 0 }, burned: 0 };
  const kept = scenario.cost * (1 - scenario.deleted);
  let [paid, cost, proved] = [0, 0, 0];
  let situations = grid(RULES.maxMisses, DISPUTE_ROUNDS + 1);
  situations[0]![0] = { chance: 1, stake: 1 };
  for (let round = 1; round <= scenario.rounds; round++) {
    const before = { ...totals };
    situations = nextRound(situations, { fails, found, isVoid: scenario.voidChance }, totals);
    const closed = closedShare(scenario, round);
    const rate = 1 - closed;
    // Without any client there is nothing to prove.
    proved += (totals.proved - before.proved) * (1 - closed ** scenario.clients);
    paid += (totals.proved - before.proved) * rate;
    cost += (totals.live - before.live) * rate * kept;
  }
  const left = situations.flat().reduce((sum, { stake }) => sum + stake, totals.ejected.stake);
  const clients = clientFines(scenario);
  const stakeLost =
    scenario.stake * (scenario.selfDealing ? together(totals.burned, clients.burned) : 1 - left * clients.left);
  return {
    profit: paid - cost - stakeLost,
    paid,
    stakeLost,
    proved,
    steps: totals.steps,
    disputes: totals.disputes + closedShare(scenario, scenario.rounds) * scenario.clients,
    fines: totals.disputes + clients.fines,
    ejected: totals.ejected.chance,
  };
}

/** Part of the allocations closed in a round by disputes of their clients. */
export function closedShare({ deleted, stateSamples }: Scenario, round: number): number {
  return hit(hit(deleted, stateSamples), Math.max(0, round - DISPUTE_ROUNDS));
}

/** Part burned of two kinds of slash, of which every one burns the same part: each takes of what the other leaves. */
function together(one: number, other: number): number {
  return BURNED * (1 - (1 - one / BURNED) * (1 - other / BURNED));
}

function nextRound(
  situations: readonly (readonly Weight[])[],
  chances: { fails: number; found: number; isVoid: number },
  totals: Totals,
): Weight[][] {
  const next = grid(RULES.maxMisses, DISPUTE_ROUNDS + 1);
  for (const [misses, row] of situations.entries()) {
    for (const [wait, weight] of row.entries()) {
      if (weight.chance === 0) continue;
      totals.live += weight.chance;
      const isLost = wait === 1;
      if (isLost) {
        totals.disputes += weight.chance;
        totals.burned += weight.stake * DISPUTE_SLASH * BURNED;
      }
      const now = scaled(weight, 1, isLost ? 1 - DISPUTE_SLASH : 1);
      const left = Math.max(0, wait - 1);
      const go = (to: number, part: Weight): void => audited(next[to]!, left, part, chances.found);
      go(misses, scaled(now, chances.isVoid));
      const owed = scaled(now, 1 - chances.isVoid);
      totals.proved += owed.chance * (1 - chances.fails);
      go(0, scaled(owed, 1 - chances.fails));
      missed(scaled(owed, chances.fails), { misses: misses + 1, left, found: chances.found }, totals, go);
    }
  }
  return next;
}

function missed(
  weight: Weight,
  at: { misses: number; left: number; found: number },
  totals: Totals,
  go: (misses: number, weight: Weight) => void,
): void {
  if (at.misses <= RULES.freeMisses) return go(at.misses, weight);
  totals.steps += weight.chance;
  totals.burned += weight.stake * STEP * BURNED;
  const slashed = scaled(weight, 1, 1 - STEP);
  if (at.misses < RULES.maxMisses) return go(at.misses, slashed);
  // Ejected: of a dispute that is open, or opened in this round, the clients' part stays stake.
  const openChance = at.left > 0 ? 1 : at.found;
  const fined = slashed.stake * DISPUTE_SLASH * openChance;
  totals.disputes += weight.chance * openChance;
  totals.burned += fined * BURNED;
  totals.ejected.chance += slashed.chance;
  totals.ejected.stake += slashed.stake - fined * (BOUNTY + BURNED);
}

function audited(row: Weight[], left: number, weight: Weight, found: number): void {
  if (left > 0) return add(row[left]!, weight);
  add(row[DISPUTE_ROUNDS]!, scaled(weight, found));
  add(row[0]!, scaled(weight, 1 - found));
}

/** What disputes of clients take, by the round of their opening: they are lost so many rounds later, all of them. */
function clientFines({ clients, deleted, stateSamples, rounds }: Scenario): {
  fines: number;
  left: number;
  burned: number;
} {
  const finds = hit(deleted, stateSamples);
  if (finds === 0) return { fines: 0, left: 1, burned: 0 };
  const binomial = Array.from({ length: clients + 1 }, (_, looking) =>
    Array.from({ length: looking + 1 }, (_, found) => exactly(looking, finds, found)),
  );
  let [fines, burned] = [0, 0];
  let situations = grid(clients + 1, DISPUTE_ROUNDS);
  situations[clients]![0] = { chance: 1, stake: 1 };
  for (let opened = 1; opened <= rounds - DISPUTE_ROUNDS; opened++) {
    const next = grid(clients + 1, DISPUTE_ROUNDS);
    for (const [looking, row] of situations.entries()) {
      for (const [spared, weight] of row.entries()) {
        if (weight.chance === 0) continue;
        for (const [found, chance] of binomial[looking]!.entries()) {
          const isFine = found > 0 && spared === 0;
          if (isFine) {
            fines += weight.chance * chance;
            burned += weight.stake * chance * DISPUTE_SLASH * BURNED;
          }
          const wait = isFine ? MARKET.answerRounds : Math.max(0, spared - 1);
          add(next[looking - found]![wait]!, scaled(weight, chance, isFine ? 1 - DISPUTE_SLASH : 1));
        }
      }
    }
    situations = next;
  }
  return { fines, burned, left: situations.flat().reduce((sum, { stake }) => sum + stake, 0) };
}

function grid(rows: number, columns: number): Weight[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => ({ chance: 0, stake: 0 })));
}

function scaled({ chance, stake }: Weight, by: number, left = 1): Weight {
  return { chance: chance * by, stake: stake * by * left };
}

function add(to: Weight, { chance, stake }: Weight): void {
  to.chance += chance;
  to.stake += stake;
}
