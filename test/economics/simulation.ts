// A small market of agents: a provider that deleted something, whoever calls `penalize`, auditors under its root, and clients
// who look after their own allocation. Amounts are in rounds of the clients' pay: 1 is what all of them pay for a round.

import { BOUNTY, BURNED, COMPENSATION, DISPUTE_ROUNDS, DISPUTE_SLASH, MARKET, RULES, STEP } from "./market.ts";
import { hits } from "./random.ts";
import type { Random } from "./random.ts";

export interface Scenario {
  /** Part of the clients' leaves that the provider no longer has and cannot get again. */
  readonly deleted: number;
  /** Leaves of its own making under its root, for each leaf of the clients. It can make them again at no cost. OMITTED: no leaf of theirs. */
  readonly junk: number;
  /** What storing everything costs a round. */
  readonly cost: number;
  readonly stake: number;
  /** Allocations, of equal rate. */
  readonly clients: number;
  /** Samples that auditors take under the root in a round, all together. */
  readonly rootSamples: number;
  /** Samples that each client takes in its own state in a round. */
  readonly stateSamples: number;
  /** Chance that a round is void. */
  readonly voidChance: number;
  /**
   * Whether the provider is its own client and accuser wherever that helps it: nearly all of the live rate is its own, and it
   * fails a dispute with itself before anybody else's is decided. Then all of a slash but the burned part comes back.
   */
  readonly selfDealing: boolean;
  readonly rounds: number;
}

/** Junk for each leaf of the clients, where none of theirs is under the root. */
export const OMITTED: number = Number.POSITIVE_INFINITY;

/** A full provider with the default price has a stake of some 100 rounds of pay. */
export const QUIET: Scenario = {
  deleted: 0,
  junk: 0,
  cost: 0.5,
  stake: 100,
  clients: 20,
  rootSamples: 0,
  stateSamples: 0,
  voidChance: 0,
  selfDealing: false,
  rounds: 1_000,
};

export interface Outcome {
  /** What the provider was paid, less what storing cost it, less what slashing really cost it. */
  readonly profit: number;
  readonly paid: number;
  /** What slashes took, less what came back of them. */
  readonly stakeLost: number;
  readonly proved: number;
  readonly steps: number;
  /** Disputes lost, and those of them that cost stake. */
  readonly disputes: number;
  readonly fines: number;
  /** Round of the first miss, of the first finding of an auditor or client, of ejection; undefined when there was none. */
  readonly firstMiss: number | undefined;
  readonly firstFinding: number | undefined;
  readonly ejected: number | undefined;
  /** Where the money is at the end: it began as the deposits of all rounds and the stake. */
  readonly purses: Purses;
}

export interface Purses {
  /** Pay, and what came back of its slashes. */
  readonly provider: number;
  readonly stake: number;
  readonly clients: number;
  /** Callers of `penalize`, and challengers. */
  readonly finders: number;
  readonly burned: number;
}

interface Client {
  live: boolean;
  /** Round in which its dispute is lost; 0 when none is open. */
  due: number;
}

interface Market {
  readonly clients: readonly Client[];
  readonly selfDealing: boolean;
  stake: number;
  finders: number;
  compensated: number;
  burned: number;
  returned: number;
  misses: number;
  steps: number;
  disputes: number;
  fines: number;
  /** Disputes with deadlines up to this round take no stake. */
  finedUntil: number;
  /** Round in which the dispute about a position of the root is lost. Auditors open no second one while it is open. */
  rootDue: number;
}

export function simulate(scenario: Scenario, random: Random): Outcome {
  const market = open(scenario);
  const seen: { miss?: number; finding?: number; ejected?: number } = {};
  let [paid, kept, proved] = [0, 0, 0];
  for (let round = 1; round <= scenario.rounds && seen.ejected === undefined; round++) {
    loseDisputes(market, round, "live");
    const rate = market.clients.filter(({ live }) => live).length / scenario.clients;
    if (rate === 0) break;
    kept += scenario.cost * (1 - scenario.deleted) * rate;
    const isVoid = scenario.voidChance > 0 && random() < scenario.voidChance;
    if (!isVoid && !hits(random, MARKET.challenges, missingUnderRoot(scenario))) {
      market.misses = 0;
      proved++;
      paid += rate;
    } else if (!isVoid) {
      seen.miss ??= round;
      penalize(market);
      if (market.misses === RULES.maxMisses) seen.ejected = round;
    }
    if (audit(market, scenario, round, random)) seen.finding ??= round;
  }
  if (seen.ejected !== undefined) {
    for (let later = 1; later <= DISPUTE_ROUNDS; later++) loseDisputes(market, seen.ejected + later, "ejected");
  }
  const stakeLost = scenario.stake - market.stake - market.returned;
  return {
    profit: paid - kept - stakeLost,
    paid,
    stakeLost,
    proved,
    steps: market.steps,
    disputes: market.disputes,
    fines: market.fines,
    firstMiss: seen.miss,
    firstFinding: seen.finding,
    ejected: seen.ejected,
    purses: {
      provider: paid + market.returned,
      stake: market.stake,
      clients: scenario.rounds - paid + market.compensated,
      finders: market.finders,
      burned: market.burned,
    },
  };
}

/** Part of the leaves under the root that the provider no longer has: its own junk dilutes it. */
export function missingUnderRoot({ deleted, junk }: Scenario): number {
  return deleted / (1 + junk);
}

function open({ clients, stake, selfDealing }: Scenario): Market {
  return {
    clients: Array.from({ length: clients }, () => ({ live: true, due: 0 })),
    selfDealing,
    stake,
    finders: 0,
    compensated: 0,
    burned: 0,
    returned: 0,
    misses: 0,
    steps: 0,
    disputes: 0,
    fines: 0,
    finedUntil: 0,
    rootDue: 0,
  };
}

/** A miss; somebody calls `penalize` as soon as it takes anything. */
function penalize(market: Market): void {
  market.misses++;
  if (market.misses <= RULES.freeMisses) return;
  market.steps++;
  slash(market, STEP, COMPENSATION);
}

/** Takes a part of the stake that is left: a share to whoever found it, one burned, one to clients, if there is anybody. */
function slash(market: Market, part: number, compensation: number): void {
  const amount = market.stake * part;
  market.stake -= amount * (BOUNTY + BURNED + compensation);
  market.burned += amount * BURNED;
  if (market.selfDealing) {
    market.returned += amount * (BOUNTY + compensation);
  } else {
    market.finders += amount * BOUNTY;
    market.compensated += amount * compensation;
  }
}

/** A leaf that is gone cannot be shown: a dispute about it is lost when its time is over, and a client's allocation closed. */
function loseDisputes(market: Market, round: number, stage: "live" | "ejected"): void {
  if (market.rootDue === round) {
    market.rootDue = 0;
    // With nothing live there is nobody to share with by rate: that part stays stake.
    lose(market, round, stage === "live" ? COMPENSATION : 0);
  }
  for (const client of market.clients) {
    if (client.due !== round) continue;
    client.live = false;
    client.due = 0;
    lose(market, round, COMPENSATION);
  }
}

/** Disputes of one time cost one fine. */
function lose(market: Market, round: number, compensation: number): void {
  market.disputes++;
  const deadline = round - 1;
  if (deadline <= market.finedUntil) return;
  market.finedUntil = deadline + MARKET.answerRounds;
  market.fines++;
  slash(market, DISPUTE_SLASH, compensation);
}

/** Auditors sample under the root, clients in their own states; who finds a leaf missing opens a dispute. */
function audit(market: Market, scenario: Scenario, round: number, random: Random): boolean {
  let found = false;
  const due = round + DISPUTE_ROUNDS;
  if (market.rootDue === 0 && hits(random, scenario.rootSamples, missingUnderRoot(scenario))) {
    market.rootDue = due;
    found = true;
  }
  if (scenario.stateSamples === 0) return found;
  for (const client of market.clients) {
    if (!client.live || client.due > 0 || !hits(random, scenario.stateSamples, scenario.deleted)) continue;
    client.due = due;
    found = true;
  }
  return found;
}
