// The tables of docs/spec/economics.md about what cheating brings and costs.

import { DAY_HOURS, LONG_ROUNDS, MONTH_DAYS, SHORT_ROUNDS, WEEK_DAYS } from "./cadence.ts";
import { hit } from "./chances.ts";
import { expectation } from "./expectation.ts";
import { amount, chance, count, perDay, percent, signed, withError } from "./format.ts";
import { MARKET, SETTINGS } from "./market.ts";
import { measured, runs } from "./measure.ts";
import { breakEvenCost, dilutedGain, drainedRounds, neededCapitalDays, neededFee, neededSamples } from "./profit.ts";
import { neededStake, outage, penaltyLost, recyclingCapital, requiredTokens, UNIT_STAKE } from "./profit.ts";
import { grindedHit, regenerationUnits } from "./profit.ts";
import { OMITTED, QUIET } from "./simulation.ts";
import type { Table } from "./document.ts";
import type { Scenario } from "./simulation.ts";

/** Simulated runs behind a figure of the document. */
export const RUNS = 100;

/** A stronger dispute slash, to compare with. */
export const STRONG_SLASH = 0.3;
/** A year's interest on capital that lies still: an assumption. */
export const INTEREST = 0.05;
/** Part deleted in the examples of dilution. */
const DILUTED = 1;

export const CHEATING_TABLES: readonly Table[] = [
  {
    name: "deleting",
    heading: [
      "deleted",
      "pays above a cost of",
      "storage saved",
      "pay lost",
      "stake lost",
      "gain",
      "simulated",
      "gain with an auditor",
      "the same, self-dealing",
      "simulated",
    ],
    rows: () => [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1].map(deletingRow),
  },
  {
    name: "stake",
    heading: [
      "first question after",
      "cost 30 %",
      "50 %",
      "80 %",
      `50 %, dispute slash of ${percent(STRONG_SLASH)}`,
      "tokens a unit at the default price, 50 %",
    ],
    rows: () =>
      [
        { name: "1 round", rounds: 1 },
        { name: "10 rounds", rounds: 10 },
        { name: `a day of ${perDay(SHORT_ROUNDS)} rounds`, rounds: SHORT_ROUNDS },
        { name: "its week", rounds: SHORT_ROUNDS * WEEK_DAYS },
      ].map(({ name, rounds }) => [
        name,
        ...[0.3, 0.5, 0.8].map((cost) => count(neededStake(cost, rounds))),
        count(neededStake(0.5, rounds, STRONG_SLASH)),
        (neededStake(0.5, rounds) * SETTINGS.price).toPrecision(3),
      ]),
  },
  {
    name: "outages",
    heading: [
      "outage",
      ...[SHORT_ROUNDS, LONG_ROUNDS].flatMap((daily) => [
        `${perDay(daily)} rounds a day: steps`,
        "fines",
        "stake lost",
        "if nobody ejects",
      ]),
    ],
    rows: () =>
      [0.5, 1, 2, 6, 12, DAY_HOURS, 2 * DAY_HOURS].map((hours) => [
        `${hours} h`,
        ...[SHORT_ROUNDS, LONG_ROUNDS].flatMap((daily) => {
          const { steps, fines, ejected, lost, lostUnejected } = outage((hours / DAY_HOURS) * daily);
          return [ejected ? `${steps}, ejected` : count(steps), count(fines), chance(lost), chance(lostUnejected)];
        }),
      ]),
  },
  {
    name: "dilution",
    heading: [
      "junk for each leaf",
      "samples on junk",
      "stake, tokens",
      "missed",
      "found by an auditor under the root",
      "gain a round, nobody asks",
      "with an auditor",
      `gain in ${count(QUIET.rounds)} rounds with an auditor`,
      "simulated",
    ],
    rows: () => [0, 9, 19, 49, 99, 999, 9_999].map(dilutionRow),
  },
  {
    name: "hidden deleting",
    heading: ["deleted", "nobody asks", "each client takes 1 sample a round", "the same, self-dealing", "simulated"],
    rows: () => [0.001, 0.01, 0.1, 1].map(hiddenRow),
  },
  {
    name: "samples against dilution",
    heading: [
      "stake of a unit, rounds of its pay",
      "samples at a cost of 30 %",
      "50 %",
      "80 %",
      "pays all the same after so many rounds, 30 %",
      "50 %",
      "80 %",
    ],
    rows: () =>
      [1, 3, UNIT_STAKE, 30, 100].map((unitStake) => [
        count(unitStake),
        ...[0.3, 0.5, 0.8].map((cost) => {
          const samples = neededSamples(cost, unitStake);
          return samples === Number.POSITIVE_INFINITY ? "no number" : count(samples);
        }),
        ...[0.3, 0.5, 0.8].map((cost) => count(Math.round(drainedRounds(cost, unitStake)))),
      ]),
  },
  {
    name: "fee",
    heading: ["cost", "fee, of the price", "least price of a tenth: share burned", "or stake, in days of pay"],
    rows: () =>
      [0.3, 0.5, 0.8].map((cost) => [
        percent(cost),
        percent(neededFee(cost)),
        percent(neededFee(cost) / 0.1),
        count(Math.round(neededCapitalDays(cost, INTEREST))),
      ]),
  },
  {
    name: "recycling",
    heading: ["own part of the live rate", "lost of a penalty", "deposit that it takes, in rounds of the clients' pay"],
    rows: () =>
      [0, 0.5, 0.9, 0.99].map((own) => [
        percent(own),
        percent(penaltyLost(own)),
        count(Math.round(recyclingCapital(own))),
      ]),
  },
  {
    name: "regeneration",
    heading: ["samples a round", ...[SHORT_ROUNDS, LONG_ROUNDS].map((daily) => `units, ${perDay(daily)} rounds a day`)],
    rows: () =>
      [0, 1, 3, 10].map((auditors) => {
        const samples = MARKET.challenges + auditors * SETTINGS.samples;
        const units = (daily: number): number =>
          regenerationUnits({ k: 10, samples, blockBytes: 4_096, roundsPerMonth: daily * MONTH_DAYS, priceRatio: 1 });
        return [count(samples), ...[SHORT_ROUNDS, LONG_ROUNDS].map((daily) => count(Math.round(units(daily))))];
      }),
  },
  {
    name: "grinding",
    heading: ["seed blocks it makes", "hashes to choose from", "1 % deleted", "10 %", "50 %"],
    rows: () =>
      [
        { blocks: 0, tries: 1 },
        { blocks: 0.1, tries: 2 },
        { blocks: 0.3, tries: 2 },
        { blocks: 1, tries: 2 },
        { blocks: 1, tries: 100 },
      ].map(({ blocks, tries }) => [
        percent(blocks),
        count(tries),
        ...[0.01, 0.1, 0.5].map((deleted) => chance(grindedHit(deleted, blocks, tries))),
      ]),
  },
];

function deletingRow(deleted: number): string[] {
  const scenario: Scenario = { ...QUIET, deleted };
  const audited: Scenario = { ...scenario, rootSamples: SETTINGS.samples };
  const selfDealing: Scenario = { ...audited, selfDealing: true };
  const [honest, cheat] = [expectation(QUIET), expectation(scenario)];
  const lostPay = honest.paid - cheat.paid;
  return [
    percent(deleted),
    percentOfPrice(breakEvenCost(deleted)),
    amount(gainOf(scenario) + lostPay + cheat.stakeLost),
    amount(lostPay),
    amount(cheat.stakeLost),
    signed(gainOf(scenario)),
    simulatedGain(scenario),
    signed(gainOf(audited)),
    signed(gainOf(selfDealing)),
    simulatedGain(selfDealing),
  ];
}

/** A full default provider, with the least stake that its units and its junk need. */
function dilutionRow(junk: number): string[] {
  const missing = DILUTED / (1 + junk);
  const tokens = requiredTokens(SETTINGS.capacity * (1 + junk));
  const stake = tokens / (SETTINGS.capacity * SETTINGS.price);
  const gain = (auditSamples: number): number =>
    dilutedGain({ cost: 0.5, fee: 0, auditSamples, unitStake: stake / (1 + junk) }, { deleted: DILUTED, junk });
  const walk: Scenario = { ...QUIET, deleted: DILUTED, junk, stake, rootSamples: SETTINGS.samples, selfDealing: true };
  return [
    count(junk),
    chance(junk / (1 + junk)),
    count(tokens),
    chance(hit(missing, MARKET.challenges)),
    chance(hit(missing, SETTINGS.samples)),
    signed(gain(0), 3),
    signed(gain(SETTINGS.samples), 2),
    signed(gainOf(walk)),
    simulatedGain(walk),
  ];
}

function hiddenRow(deleted: number): string[] {
  const hidden: Scenario = { ...QUIET, deleted, junk: OMITTED };
  const watched: Scenario = { ...hidden, stateSamples: 1 };
  const selfDealing: Scenario = { ...watched, selfDealing: true };
  return [
    percent(deleted),
    ...[hidden, watched, selfDealing].map((one) => signed(gainOf(one))),
    simulatedGain(selfDealing),
  ];
}

/** Over an honest provider. */
function gainOf(scenario: Scenario): number {
  return expectation(scenario).profit - expectation(QUIET).profit;
}

function simulatedGain(scenario: Scenario): string {
  const { mean, error } = measured(runs(scenario, RUNS)).profit;
  return withError({ mean: mean - expectation(QUIET).profit, error });
}

function percentOfPrice(part: number): string {
  return `${count(Math.round(part * 100))} % of the price`;
}
