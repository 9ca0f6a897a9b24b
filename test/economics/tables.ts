// The tables of docs/spec/economics.md. Those of detection stand here, those of cheating in cheating-tables.ts.

import { CADENCES, LONG_ROUNDS, roundsPerDay, SHORT_ROUNDS, WEEK_DAYS } from "./cadence.ts";
import { drawsFor, fatal, hit, lossChance, meanRoundsToRun, spareShare } from "./chances.ts";
import { CHEATING_TABLES } from "./cheating-tables.ts";
import { chance, count, perDay, percent, time } from "./format.ts";
import { DISPUTE_ROUNDS, GAS, MARKET, RULES, SCHEMES, SETTINGS } from "./market.ts";
import { CONTRACT_ROWS, OTHER_ROWS } from "./parameters.ts";
import type { Scheme } from "./market.ts";
import type { Table } from "./document.ts";

const DELETED = [0.0001, 0.001, 0.01, 0.05, 0.1, 0.25, 0.5] as const;

export const TABLES: readonly Table[] = [
  {
    name: "parameters",
    heading: ["name", "range", "development", "what it trades off"],
    rows: () =>
      [...CONTRACT_ROWS, ...OTHER_ROWS].map((row) => [`\`${row.name}\``, row.range, row.development, row.trade]),
  },
  {
    name: "rounds",
    heading: [
      "blocks of a round",
      "block time",
      "a round",
      "rounds a day",
      "first step after",
      "ejected after",
      "a dispute is lost after",
      "gas a day",
    ],
    rows: () =>
      CADENCES.map((cadence) => {
        const daily = roundsPerDay(cadence);
        return [
          count(cadence.roundBlocks),
          `${cadence.blockSeconds} s`,
          time(1, daily),
          perDay(daily),
          time(RULES.freeMisses + 1, daily),
          time(RULES.maxMisses, daily),
          `${time(MARKET.answerRounds, daily)} to ${time(DISPUTE_ROUNDS, daily)}`,
          `${count((daily * GAS.prove) / 1e6)} million`,
        ];
      }),
  },
  {
    name: "samples",
    heading: [
      "deleted",
      `proof, ${MARKET.challenges}`,
      `auditor, ${SETTINGS.samples}`,
      "3 auditors",
      "10 auditors",
      "samples for 99 %",
    ],
    rows: () =>
      DELETED.map((deleted) => [
        percent(deleted),
        chance(hit(deleted, MARKET.challenges)),
        ...[1, 3, 10].map((auditors) => chance(hit(deleted, auditors * SETTINGS.samples))),
        count(drawsFor(deleted, 0.99)),
      ]),
  },
  {
    name: "time to a miss",
    heading: [
      "deleted",
      "mean rounds",
      "rounds for 99 %",
      `a day of ${perDay(SHORT_ROUNDS)} rounds`,
      "its week",
      `a day of ${perDay(LONG_ROUNDS)} rounds`,
      "its week",
    ],
    rows: () =>
      DELETED.map((deleted) => {
        const fails = hit(deleted, MARKET.challenges);
        const within = (rounds: number): string => chance(hit(fails, rounds));
        return [
          percent(deleted),
          count(1 / fails),
          count(drawsFor(fails, 0.99)),
          ...[SHORT_ROUNDS, LONG_ROUNDS].flatMap((daily) => [within(daily), within(daily * WEEK_DAYS)]),
        ];
      }),
  },
  {
    name: "time to a finding",
    heading: ["deleted", "mean rounds, 1 auditor", "rounds for 99 %", "mean rounds, 3 auditors", "rounds for 99 %"],
    rows: () =>
      DELETED.slice(0, 4).map((deleted) => [
        percent(deleted),
        ...[1, 3].flatMap((auditors) => {
          const found = hit(deleted, auditors * SETTINGS.samples);
          return [count(1 / found), count(drawsFor(found, 0.99))];
        }),
      ]),
  },
  {
    name: "runs of misses",
    heading: [
      "deleted",
      "a round missed",
      "rounds to the third in a row",
      "as time",
      "rounds to the seventh",
      "as time",
    ],
    rows: () =>
      DELETED.slice(1).map((deleted) => {
        const fails = hit(deleted, MARKET.challenges);
        const runs = [RULES.freeMisses + 1, RULES.maxMisses].map((length) => meanRoundsToRun(fails, length));
        return [
          percent(deleted),
          chance(fails),
          ...runs.flatMap((rounds) => [count(rounds), time(rounds, SHORT_ROUNDS)]),
        ];
      }),
  },
  ...CHEATING_TABLES,
  {
    name: "schemes",
    heading: [
      "scheme",
      "price",
      "fragments that kill a segment",
      "seen in a round if each deletes 0.1 %",
      "1 %",
      "lost if each is gone with 1 %",
      "5 %",
      "10 %",
      "20 %",
    ],
    rows: () =>
      SCHEMES.map((scheme) => [
        schemeName(scheme),
        `${count(scheme.n / scheme.k)} ×`,
        count(fatal(scheme)),
        ...[0.001, 0.01].map((deleted) => chance(hit(deleted, MARKET.challenges * fatal(scheme)))),
        ...[0.01, 0.05, 0.1, 0.2].map((gone) => chance(lossChance(scheme, gone))),
      ]),
  },
  {
    name: "coalitions",
    heading: [
      "share of the places",
      ...SCHEMES.flatMap((scheme) => [`${schemeName(scheme)}: at its mercy`, "need not keep"]),
    ],
    rows: () =>
      [0.05, 0.1, 0.2, 0.3, 0.5].map((share) => [
        percent(share),
        ...SCHEMES.flatMap((scheme) => [chance(lossChance(scheme, share)), chance(spareShare(scheme, share))]),
      ]),
  },
];

function schemeName({ k, n }: Scheme): string {
  return `${k} of ${n}`;
}
