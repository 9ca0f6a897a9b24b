/** What cheating brings and costs: the closed forms at points where they can be checked another way. */

import { describe, expect, it } from "vitest";
import { hit } from "./chances.ts";
import { expectation } from "./expectation.ts";
import { BURNED, DISPUTE_ROUNDS, DISPUTE_SLASH, MARKET, SETTINGS } from "./market.ts";
import {
  allowedJunk,
  bestDilution,
  breakEvenCost,
  coveredRounds,
  dilutedGain,
  disputesPerRound,
  drainedRounds,
  EJECTION,
  grindedHit,
  leftAfter,
  mostFines,
  neededBond,
  neededCapitalDays,
  neededFee,
  neededSamples,
  neededStake,
  outage,
  penaltyLost,
  regenerationUnits,
  requiredTokens,
  slashesTo,
  SURE_FINE,
  UNIT_STAKE,
  WALK_AWAY,
} from "./profit.ts";
import { runs } from "./measure.ts";
import { OMITTED, QUIET } from "./simulation.ts";
import type { Diluting } from "./profit.ts";

describe("deleting", () => {
  it("pays exactly above the cost at which pay lost and storage saved are equal", () => {
    for (const deleted of [0.01, 0.1, 0.5, 1]) {
      const cost = breakEvenCost(deleted);
      const gain = (at: number): number => at * deleted - hit(deleted, MARKET.challenges);
      expect(gain(cost * 1.001)).toBeGreaterThan(0);
      expect(gain(cost * 0.999)).toBeLessThan(0);
    }
  });

  it("never pays where the root holds the clients' data and storing costs less than the price", () => {
    for (let part = 1; part <= 50; part++) {
      for (const cost of [0.1, 0.5, 0.99]) {
        const honest = expectation({ ...QUIET, cost, rounds: 100 }).profit;
        const cheat = { ...QUIET, cost, rounds: 100, deleted: part / 50, selfDealing: true };
        expect(expectation(cheat).profit).toBeLessThan(honest);
      }
    }
  });

  it("pays when it is left out and nobody asks, and not when clients do, even for a provider that deals with itself", () => {
    const honest = expectation(QUIET).profit;
    const hidden = { ...QUIET, deleted: 0.5, junk: OMITTED, selfDealing: true };
    expect(expectation(hidden).profit).toBeGreaterThan(honest);
    expect(expectation({ ...hidden, stateSamples: 1 }).profit).toBeLessThan(honest);
  });
});

describe("a stake", () => {
  it("that covers some rounds is the one that these rounds need", () => {
    expect(neededStake(0.5, coveredRounds(0.5, 97))).toBeCloseTo(97, 9);
  });

  it("loses to five steps what the walk over misses says", () => {
    expect(WALK_AWAY * QUIET.stake).toBeCloseTo(expectation({ ...QUIET, deleted: 1 }).stakeLost, 9);
  });

  it("loses to disputes in the long run what the walk over them says", () => {
    const scenario = { ...QUIET, deleted: 0.0001, rootSamples: 100, rounds: 5_000 };
    const rate = disputesPerRound(scenario.deleted, scenario.rootSamples);
    expect(expectation(scenario).disputes / (rate * scenario.rounds)).toBeCloseTo(1, 2);
  });

  it("of the needed size is worth one fine of a provider that deals with itself", () => {
    const rounds = 20;
    const stake = neededStake(QUIET.cost, rounds);
    const [one] = runs(
      { ...QUIET, stake, deleted: 1, junk: OMITTED, clients: 1, stateSamples: 1, selfDealing: true },
      1,
    );
    expect(one!.fines).toBe(1);
    expect(one!.stakeLost).toBeCloseTo(QUIET.cost * rounds, 9);
  });

  it("is hunted without gain at the bond that is needed, whatever the chance", () => {
    for (const stays of [0.01, 0.5, 0.9]) {
      const win = DISPUTE_SLASH * (1 - BURNED) * 100 * stays;
      expect(win - neededBond(100, stays) * (1 - stays)).toBeCloseTo(0, 9);
    }
  });

  it("comes back but for the burned half to a provider that is its own client and caller", () => {
    expect(penaltyLost(0)).toBeCloseTo(0.8, 12);
    expect(penaltyLost(0.5)).toBeCloseTo(0.65, 12);
    expect(penaltyLost(1)).toBe(BURNED);
  });

  it("is drained by as many fines as leave a hundredth, and not by one less", () => {
    expect(leftAfter(slashesTo(0.01, DISPUTE_SLASH), DISPUTE_SLASH)).toBeLessThan(0.01);
    expect(leftAfter(slashesTo(0.01, DISPUTE_SLASH) - 1, DISPUTE_SLASH)).toBeGreaterThan(0.01);
    expect(slashesTo(0.5, 0.5)).toBe(1);
  });

  it("is asked for by the unit beyond what the least one covers", () => {
    expect([requiredTokens(1), requiredTokens(100_000), requiredTokens(200_000)]).toEqual([100, 100, 200]);
    for (const units of [1_000, 10_240]) {
      for (const tokens of [100, 1_024])
        expect(requiredTokens(units * (1 + allowedJunk(units, tokens)))).toBeCloseTo(tokens, 9);
    }
    expect(allowedJunk(1_000_000, MARKET.minStake)).toBe(0);
  });
});

/**
 * The most fines of an outage by trying all: disputes with every deadline in it, decided in an order that takes the first whose
 * deadline is not covered yet. `from` is the round in whose last block it begins; a deadline is the end of a round before `to`.
 */
function countedFines(from: number, to: number): number {
  let [fines, finedUntil] = [0, 0];
  for (let deadline = from + MARKET.answerRounds; deadline < to; deadline++) {
    if (deadline <= finedUntil) continue;
    finedUntil = deadline + MARKET.answerRounds;
    fines++;
  }
  return fines;
}

describe("an outage", () => {
  it("costs as many fines as counting the deadlines in it says", () => {
    // It begins at the end of round 100, so all of it but a block lies in the rounds after.
    for (let rounds = 0; rounds <= 60; rounds++)
      expect(mostFines(rounds), `${rounds}`).toBe(countedFines(100, 101 + rounds));
  });

  it("costs nothing up to two rounds, and by its end both kinds of slash", () => {
    expect(outage(2.9)).toEqual({ steps: 0, fines: 0, ejected: false, lost: 0, lostUnejected: 0 });
    expect(outage(5)).toMatchObject({ steps: 3, fines: 1, ejected: false });
    expect(outage(5).lost).toBeCloseTo(1 - 0.95 ** 3 * 0.9, 12);
  });

  it("of any length costs five steps and two fines if somebody ejects, and everything if nobody does", () => {
    for (const rounds of [12, 100, 1_000])
      expect(outage(rounds)).toMatchObject({ steps: 5, fines: 2, lost: EJECTION.lost });
    expect(outage(1_000).lostUnejected).toBeGreaterThan(0.9999);
    const walk = expectation({ ...QUIET, deleted: 1, rootSamples: 1 });
    expect(walk.fines).toBeLessThanOrEqual(EJECTION.fines);
    expect(walk.stakeLost / QUIET.stake).toBeLessThan(EJECTION.lost);
  });
});

describe("dilution", () => {
  const alone: Diluting = { cost: 0.5, fee: 0, auditSamples: 0, unitStake: UNIT_STAKE };

  it("stops paying at the fee that is needed and not at nine tenths of it", () => {
    for (const cost of [0.3, 0.5, 0.8]) {
      const facts = { ...alone, cost, unitStake: 0 };
      expect(bestDilution({ ...facts, fee: neededFee(cost) }).gain).toBe(0);
      expect(bestDilution({ ...facts, fee: neededFee(cost) * 0.9 }).gain).toBeGreaterThan(0);
    }
  });

  it("needs a fee near cost² / 4 K, or a stake of which that is the interest", () => {
    expect(neededFee(0.5) / (0.5 ** 2 / 4 / MARKET.challenges)).toBeCloseTo(1.1, 0);
    expect((neededCapitalDays(0.5, 0.05) / 365) * 0.05).toBeCloseTo(neededFee(0.5), 12);
  });

  it("stops paying at the samples that are needed, however much junk, and not at one less", () => {
    for (const [cost, unitStake] of [
      [0.3, 1],
      [0.5, 3],
      [0.8, UNIT_STAKE],
    ] as const) {
      const auditSamples = neededSamples(cost, unitStake);
      expect(bestDilution({ ...alone, cost, unitStake, auditSamples }).gain).toBe(0);
      expect(bestDilution({ ...alone, cost, unitStake, auditSamples: auditSamples - 1 }).gain).toBeGreaterThan(0);
    }
  });

  it("stops paying in the limit of all junk where samples times the sure fine of a unit are its cost", () => {
    const [cost, auditSamples] = [0.5, 20];
    const unitStake = cost / (auditSamples * SURE_FINE);
    const gain = (stake: number): number =>
      dilutedGain({ ...alone, cost, auditSamples, unitStake: stake }, { deleted: 1, junk: 1e6 });
    expect(gain(unitStake * 0.99)).toBeGreaterThan(0);
    expect(gain(unitStake * 1.01)).toBeLessThan(0);
  });

  it("is stopped by no number of samples where a fine for each answer time is less than what is saved in it", () => {
    expect(neededSamples(0.5, 1)).toBe(Number.POSITIVE_INFINITY);
  });

  it("pays once the stake is drained, and not before, in the exact walk too", () => {
    const rounds = drainedRounds(0.5, UNIT_STAKE);
    const gain = (junk: number, of: number): number => {
      const scenario = { ...QUIET, deleted: 1, junk, stake: UNIT_STAKE * (1 + junk), selfDealing: true, rounds: of };
      const cheat = expectation({ ...scenario, rootSamples: SETTINGS.samples });
      return cheat.profit - expectation({ ...QUIET, rounds: of }).profit;
    };
    const best = (of: number): number => Math.max(...[5, 10, 15, 20, 25, 40, 80].map((junk) => gain(junk, of)));
    expect(best(Math.round(rounds * 0.8))).toBeLessThan(0);
    expect(best(Math.round(rounds * 1.2))).toBeGreaterThan(0);
    expect(rounds / ((2 * MARKET.challenges * UNIT_STAKE) / 0.5 ** 2)).toBeCloseTo(0.9, 1);
  });

  it("gains all that is saved, in the limit", () => {
    expect(dilutedGain(alone, { deleted: 0.3, junk: 1e9 })).toBeCloseTo(0.15, 6);
  });

  it("of fines takes one for each answer time at most", () => {
    expect(disputesPerRound(1, 1)).toBeCloseTo(1 / DISPUTE_ROUNDS, 12);
  });
});

describe("other ways", () => {
  it("regeneration pays from a size that grows with samples and the price of moving", () => {
    const facts = { k: 10, samples: 5, blockBytes: 4_096, roundsPerMonth: 3_000, priceRatio: 1 };
    const units = regenerationUnits(facts);
    expect(regenerationUnits({ ...facts, samples: 10 })).toBeCloseTo(2 * units, 9);
    expect(regenerationUnits({ ...facts, priceRatio: 3 })).toBeCloseTo(3 * units, 9);
  });

  it("grinding does nothing without blocks or without a choice", () => {
    const fair = hit(0.1, MARKET.challenges);
    expect([grindedHit(0.1, 0, 9), grindedHit(0.1, 1, 1)]).toEqual([fair, fair]);
    expect(grindedHit(0.1, 1, 2)).toBeCloseTo(fair ** 2, 12);
  });
});
