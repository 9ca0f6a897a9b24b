/** The market of agents, against what can be worked out: the two were written apart and have to agree. */

import { describe, expect, it } from "vitest";
import { hit } from "./chances.ts";
import { expectation } from "./expectation.ts";
import { BURNED, DISPUTE_ROUNDS, DISPUTE_SLASH, MARKET } from "./market.ts";
import { measured, meanOf, runs } from "./measure.ts";
import { OMITTED, QUIET } from "./simulation.ts";
import type { Expectation } from "./expectation.ts";
import type { Mean, Measured } from "./measure.ts";
import type { Scenario } from "./simulation.ts";

const RUNS = 1_000;
/** Standard errors that a mean may be off: one in 16,000 is further by chance, and the seeds are fixed. */
const ERRORS = 4;
/** What happens more rarely than once in so many runs may not be among them at all. */
const RARE = 0.01;

const SCENARIOS: readonly { readonly name: string; readonly scenario: Scenario }[] = [
  { name: "an honest provider", scenario: QUIET },
  { name: "a thousandth deleted", scenario: { ...QUIET, deleted: 0.001 } },
  { name: "a hundredth deleted", scenario: { ...QUIET, deleted: 0.01 } },
  { name: "a twentieth deleted", scenario: { ...QUIET, deleted: 0.05 } },
  { name: "a tenth deleted, mostly ejected", scenario: { ...QUIET, deleted: 0.1 } },
  { name: "half deleted, soon ejected", scenario: { ...QUIET, deleted: 0.5 } },
  { name: "everything deleted", scenario: { ...QUIET, deleted: 1 } },
  { name: "a few samples of an auditor", scenario: { ...QUIET, deleted: 0.0005, rootSamples: 20 } },
  { name: "an auditor and ejection", scenario: { ...QUIET, deleted: 0.1, rootSamples: 20, rounds: 200 } },
  {
    name: "a fifth of the rounds void",
    scenario: { ...QUIET, deleted: 0.05, rootSamples: 2, voidChance: 0.2, rounds: 100 },
  },
  { name: "half deleted, with an auditor", scenario: { ...QUIET, deleted: 0.5, rootSamples: 20 } },
  { name: "the last round of an answer", scenario: { ...QUIET, deleted: 0.05, rootSamples: 200, rounds: 5 } },
  { name: "the round after it", scenario: { ...QUIET, deleted: 0.05, rootSamples: 200, rounds: 6 } },
  { name: "dilution that halves what is hit", scenario: { ...QUIET, deleted: 0.02, junk: 1 } },
  {
    name: "dilution, and clients who look",
    scenario: { ...QUIET, deleted: 0.001, junk: 999_999, stateSamples: 1, rounds: 500 },
  },
  {
    name: "many clients who find it within one answer time",
    scenario: { ...QUIET, deleted: 0.05, junk: OMITTED, stateSamples: 1, rounds: 60 },
  },
  { name: "all clients in the first round", scenario: { ...QUIET, deleted: 1, junk: OMITTED, stateSamples: 1 } },
  {
    name: "the provider as its own client and accuser",
    scenario: { ...QUIET, deleted: 0.05, rootSamples: 20, selfDealing: true, rounds: 60 },
  },
  {
    name: "the same, ejected with a dispute open",
    scenario: { ...QUIET, deleted: 0.5, rootSamples: 1, selfDealing: true },
  },
  {
    name: "the same, with clients who look",
    scenario: { ...QUIET, deleted: 0.02, junk: OMITTED, stateSamples: 1, selfDealing: true, rounds: 100 },
  },
];

const KEYS = ["profit", "paid", "stakeLost", "proved", "steps", "disputes", "fines"] as const;

function isOff({ mean, error }: Mean, expected: number): boolean {
  return Math.abs(mean - expected) > ERRORS * error + RARE;
}

function off(simulated: Record<keyof Measured, Mean>, expected: Expectation): string[] {
  return KEYS.filter((key) => isOff(simulated[key], expected[key]));
}

describe("the simulation agrees with the closed forms", () => {
  it.each(SCENARIOS)("$name", ({ scenario }) => {
    expect(off(measured(runs(scenario, RUNS)), expectation(scenario))).toEqual([]);
  });

  it("and would not, were the deleted part, the answer time or the rounds that are void a little different", () => {
    const scenario: Scenario = { ...QUIET, deleted: 0.05, rootSamples: 2, voidChance: 0.2, rounds: 100 };
    const simulated = measured(runs(scenario, 2_000));
    expect(off(simulated, expectation(scenario))).toEqual([]);
    for (const other of [{ deleted: 0.055 }, { voidChance: 0.22 }, { rounds: 102 }, { rootSamples: 3 }]) {
      expect(off(simulated, expectation({ ...scenario, ...other })), JSON.stringify(other)).not.toEqual([]);
    }
  });
});

describe("dilution", () => {
  it("by as much junk as data is half of the deletion", () => {
    const { proved, steps } = expectation({ ...QUIET, deleted: 0.1, junk: 1 });
    expect(expectation({ ...QUIET, deleted: 0.05 })).toMatchObject({ proved, steps });
  });
});

describe("times", () => {
  const scenario: Scenario = { ...QUIET, deleted: 0.01, rootSamples: 20, rounds: 2_000 };
  const outcomes = runs(scenario, RUNS);

  it("to the first miss are the mean of its chance", () => {
    const times = outcomes.map(({ firstMiss }) => firstMiss!);
    expect(isOff(meanOf(times), 1 / hit(scenario.deleted, MARKET.challenges))).toBe(false);
  });

  it("to the first finding of an auditor too", () => {
    const times = outcomes.map(({ firstFinding }) => firstFinding!);
    expect(isOff(meanOf(times), 1 / hit(scenario.deleted, scenario.rootSamples))).toBe(false);
  });

  it("to ejection are those of seven misses in a row", () => {
    const gone = runs({ ...QUIET, deleted: 1 }, 1);
    expect(gone.map(({ ejected, steps }) => [ejected, steps])).toEqual([[7, 5]]);
    const share = meanOf(runs({ ...QUIET, deleted: 0.1 }, RUNS).map(({ ejected }) => (ejected === undefined ? 0 : 1)));
    expect(isOff(share, expectation({ ...QUIET, deleted: 0.1 }).ejected)).toBe(false);
  });
});

describe("money", () => {
  it.each(SCENARIOS)("is neither made nor lost: $name", ({ scenario }) => {
    for (const { purses } of runs(scenario, 10)) {
      const { provider, stake, clients, finders, burned } = purses;
      expect(provider + stake + clients + finders + burned).toBeCloseTo(scenario.rounds + scenario.stake, 6);
      expect(Math.min(provider, stake, clients, finders, burned)).toBeGreaterThanOrEqual(0);
    }
  });

  it("of an honest provider is all its pay, and its stake", () => {
    const [outcome] = runs({ ...QUIET, rootSamples: 200, stateSamples: 5 }, 1);
    expect(outcome).toMatchObject({ paid: QUIET.rounds, stakeLost: 0, profit: QUIET.rounds * (1 - QUIET.cost) });
  });

  it("of seven misses is half burned, and goes by two and three tenths to the caller and the clients", () => {
    const [{ purses, stakeLost } = missing()] = runs({ ...QUIET, deleted: 1 }, 1);
    expect(purses.finders).toBeCloseTo(stakeLost / 5, 9);
    expect(purses.burned).toBeCloseTo(stakeLost / 2, 9);
    expect(purses.clients).toBeCloseTo(QUIET.rounds + (stakeLost * 3) / 10, 9);
  });

  it("comes back to a provider that deals with itself, but for what is burned", () => {
    const scenario: Scenario = { ...QUIET, deleted: 0.05, rootSamples: 200, selfDealing: true };
    for (const { purses, stakeLost, paid } of runs(scenario, 10)) {
      expect(stakeLost).toBeCloseTo(purses.burned, 9);
      expect(purses.provider).toBeGreaterThan(paid);
      expect(purses.finders).toBe(0);
    }
  });

  it("of a dispute that is lost after the ejection keeps the clients' part as stake", () => {
    const scenario: Scenario = { ...QUIET, deleted: 1, rootSamples: 1 };
    const [{ purses, fines, stakeLost } = missing()] = runs(scenario, 1);
    expect(fines).toBe(2);
    // The first one, of the first round, is fined before the seventh miss; the second one after it.
    const second = QUIET.stake * 0.95 ** 5 * 0.9 * DISPUTE_SLASH;
    expect(stakeLost).toBeCloseTo(QUIET.stake * (1 - 0.95 ** 5 * 0.9) + second * 0.7, 9);
    expect(purses.burned).toBeCloseTo((stakeLost - second * 0.7) * BURNED + second * BURNED, 9);
  });
});

describe("fines", () => {
  it("are one for all disputes of a time", () => {
    const [one] = runs({ ...QUIET, deleted: 1, junk: OMITTED, stateSamples: 1 }, 1);
    expect(one).toMatchObject({ disputes: QUIET.clients, fines: 1, stakeLost: QUIET.stake * DISPUTE_SLASH });
  });

  it("are never more than one for each answer time", () => {
    const scenario: Scenario = { ...QUIET, deleted: 0.05, junk: OMITTED, stateSamples: 1, clients: 100, rounds: 200 };
    for (const { fines, disputes } of runs(scenario, 20)) {
      expect(fines).toBeLessThanOrEqual(scenario.rounds / DISPUTE_ROUNDS);
      expect(disputes).toBeGreaterThan(fines);
    }
  });

  it("have no closed form where auditors and clients share them", () => {
    expect(() => expectation({ ...QUIET, deleted: 0.1, rootSamples: 1, stateSamples: 1 })).toThrow(RangeError);
  });
});

function missing(): never {
  throw new Error("no run");
}

describe("a run", () => {
  it("is the same every time", () => {
    const scenario: Scenario = { ...QUIET, deleted: 0.05, rootSamples: 5, stateSamples: 1 };
    expect(runs(scenario, 5)).toEqual(runs(scenario, 5));
  });
});
