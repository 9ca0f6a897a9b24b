/** Each warning comes when it should, goes when it should, and says what to do. */

import { describe, expect, test } from "vitest";
import { MONITOR } from "../../../node/limits/index.ts";
import { WARNINGS } from "../../../node/monitor/index.ts";
import { findings, WarningMemory } from "../../../node/monitor/warnings.ts";
import { NOW, sightOf } from "./sights.ts";
import type { MarketSettings } from "../../../contracts/index.ts";
import type { WarningCode } from "../../../node/monitor/warnings.ts";
import type { Changes } from "./sights.ts";

const TOKEN = 10n ** 18n;
const market = { unitStake: 10n * TOKEN, minStake: TOKEN } as MarketSettings;
const failure = { round: 100, code: "ERR_FRAGMENT_CORRUPT", reason: "A leaf is wrong.", at: NOW };
const lost = {
  dispute: 7,
  kind: "inclusion",
  deadline: 104,
  code: "ERR_STORE_DAMAGED",
  reason: "It is gone.",
  cost: 5n * TOKEN,
  at: NOW,
} as const;
const reach = (state: "public" | "relayed" | "private" | "unknown") => ({
  reachability: { state, confirmed: [], relayed: [] },
});

/** For each warning: looks at which it holds, and looks close by at which it does not. */
const CASES: Readonly<Record<WarningCode, { readonly holds: readonly Changes[]; readonly not: readonly Changes[] }>> = {
  CHAIN_DOWN: { holds: [{ status: { chainDown: true } }], not: [{}] },
  CHAIN_STANDS: {
    holds: [
      { status: { head: { block: 1, at: NOW - 250_000 } } },
      { status: { head: { block: 1, at: NOW - 130_000 } }, sight: { roundSeconds: 64 } },
    ],
    not: [
      { status: { head: { block: 1, at: NOW - 230_000 } } },
      { status: { head: undefined } },
      { status: { head: { block: 1, at: 0 }, chainDown: true } },
    ],
  },
  CLOCK_BEHIND: {
    holds: [{ status: { head: { block: 1, at: NOW + 61_000 } } }],
    not: [{ status: { head: { block: 1, at: NOW + 59_000 } } }],
  },
  EJECTED: {
    holds: [{ status: { stage: "ejected" } }],
    not: [{ status: { stage: "exiting" } }, { status: { stage: undefined } }],
  },
  ROUNDS_MISSED: {
    holds: [{ rounds: { misses: 1 } }, { rounds: { misses: 3 } }],
    not: [{ rounds: { missed: 5 } }, { rounds: { misses: 7 }, status: { stage: "left" } }],
  },
  PROOF_FAILED: {
    holds: [
      { status: { failure }, rounds: { lastProved: 99 } },
      { status: { failure: { ...failure, round: 99 } }, rounds: { lastProved: 100 } },
    ],
    not: [
      { status: { failure } },
      { status: { failure: { ...failure, round: 98 } } },
      { status: { failure: { ...failure, round: undefined } } },
    ],
  },
  DISPUTES_OPEN: { holds: [{ disputes: { open: 1 } }], not: [{ disputes: { answered: 3 } }] },
  DISPUTE_UNANSWERED: {
    holds: [{ disputes: { failure: lost } }, { disputes: { failure: { ...lost, cost: undefined } } }],
    not: [{ disputes: { open: 2 } }],
  },
  GAS_GONE: {
    holds: [{ money: { roundsOfGasLeft: 0, gas: 0n } }, { money: { roundsOfGasLeft: 5 } }],
    not: [{ money: { roundsOfGasLeft: 6 } }, { money: { gas: undefined, roundsOfGasLeft: undefined } }],
  },
  GAS_LOW: {
    holds: [{ money: { roundsOfGasLeft: 6 } }, { money: { roundsOfGasLeft: 50 } }],
    not: [{ money: { roundsOfGasLeft: 5 } }, { money: { roundsOfGasLeft: 51 } }],
  },
  STAKE_LOW: {
    holds: [
      { sight: { market }, money: { stake: 399n * TOKEN } },
      { sight: { market }, status: { paidBytes: 0, money: { ...sightOf().status.money, stake: 0n } } },
    ],
    not: [{ sight: { market }, money: { stake: 400n * TOKEN } }, { money: { stake: 0n } }],
  },
  DISK_FAILED: {
    holds: [{ status: { freeBytes: 0 } }],
    not: [{ status: { freeBytes: 1 } }, { status: { freeBytes: 0 }, sight: { diskFree: 2 ** 29 } }],
  },
  DISK_FULL: {
    holds: [
      { status: { freeBytes: 0 }, sight: { diskFree: 2 ** 28 } },
      { status: { freeBytes: 0, deadBytes: 100 * 2 ** 20 } },
    ],
    not: [{ status: { freeBytes: 1 } }, { status: { freeBytes: 0, liveBytes: 100 * 2 ** 20 } }],
  },
  DISK_NEARLY_FULL: {
    holds: [
      { sight: { diskFree: 2 ** 29 } },
      { status: { paidBytes: 2 ** 40, capacityBytes: 2 ** 40 }, sight: { diskFree: 2 ** 39 } },
    ],
    not: [{ sight: { diskFree: 2 ** 29 + 1 } }, { sight: { diskFree: undefined } }],
  },
  FRAGMENTS_CORRUPT: { holds: [{ status: { corruptFragments: 1 } }], not: [{}] },
  NOT_REACHABLE: {
    holds: [{ network: reach("private") }],
    not: [{ network: reach("unknown") }, { network: reach("relayed") }],
  },
  RELAYED: { holds: [{ network: reach("relayed") }], not: [{ network: reach("private") }] },
  ALONE: {
    holds: [{ network: { connections: 0 }, sight: { aloneMs: MONITOR.aloneMs } }],
    not: [
      { network: { connections: 0 }, sight: { aloneMs: MONITOR.aloneMs - 1 } },
      { network: { connections: 0, ...reach("private") }, sight: { aloneMs: MONITOR.aloneMs } },
    ],
  },
  UPDATED: { holds: [{ sight: { installed: "999.0.0" } }], not: [{ sight: { installed: undefined } }] },
};

test("with a provider that is well there is nothing to say", () => {
  expect(findings(sightOf())).toEqual([]);
});

describe.each(Object.keys(WARNINGS) as WarningCode[])("%s", (code) => {
  test.each(CASES[code].holds.map((changes) => [changes]))("holds with %o", (changes) => {
    const found = findings(sightOf(changes)).find((one) => one.code === code);
    expect(found?.text).toMatch(/^[A-Z0-9].*\.?$/);
    expect(found?.whatToDo).toMatch(/^[A-Z].*\.$/);
  });

  test.each(CASES[code].not.map((changes) => [changes]))("does not with %o", (changes) => {
    expect(findings(sightOf(changes)).map((one) => one.code)).not.toContain(code);
  });
});

test("the worst comes first", () => {
  const worst = findings(
    sightOf({ network: reach("relayed"), money: { roundsOfGasLeft: 20 }, status: { chainDown: true } }),
  );
  expect(worst.map(({ code }) => code)).toEqual(["CHAIN_DOWN", "GAS_LOW", "RELAYED"]);
});

test("what is to be sent is said with how much, or to whom", () => {
  const { nodeKey } = sightOf();
  const low: Changes = { money: { roundsOfGasLeft: 20, stake: 399n * TOKEN }, sight: { market } };
  const said = findings(sightOf(low)).map(({ code, whatToDo }) => [code, whatToDo]);
  expect(said).toEqual([
    ["GAS_LOW", `Send some of the chain's own coin to the node key, ${nodeKey}.`],
    ["STAKE_LOW", "Add what is missing: `cairn provider stake 1`."],
  ]);
});

test("a warning tells since when it holds, and begins anew when it comes back", () => {
  const memory = new WarningMemory();
  const down = findings(sightOf({ status: { chainDown: true } }));
  expect(memory.warnings(down, 10)).toMatchObject([{ level: "error", code: "CHAIN_DOWN", since: 10 }]);
  expect(memory.warnings(down, 20)).toMatchObject([{ since: 10 }]);
  expect(memory.warnings([], 30)).toEqual([]);
  expect(memory.warnings(down, 40)).toMatchObject([{ since: 40 }]);
});
