// The parameters as the document lists them.

import { MARKET, RULES, SETTINGS } from "./market.ts";
import { count } from "./format.ts";

export interface ParameterRow {
  readonly name: string;
  readonly range: string;
  readonly development: string;
  readonly trade: string;
}

const part = (basisPoints: number): string => `${count(basisPoints)} (${basisPoints / 100} %)`;

/** Of the contract; names as in its `Parameters`. */
export const CONTRACT_ROWS: readonly ParameterRow[] = [
  {
    name: "roundBlocks",
    range: `2 … ${count(RULES.maxRoundBlocks)}`,
    development: count(MARKET.roundBlocks),
    trade: "short rounds find losses sooner; long ones cost less gas and forgive longer outages",
  },
  {
    name: "challenges",
    range: "1 … 32",
    development: count(MARKET.challenges),
    trade: "pay lost for what is deleted, against calldata",
  },
  {
    name: "minStake",
    range: "1 … 2^96 − 1",
    development: `${count(MARKET.minStake)} tokens`,
    trade: "what a new name costs, and what small providers can lose, against capital that lies still",
  },
  {
    name: "unitStake",
    range: "below 2^64",
    development: `${MARKET.unitStake} tokens`,
    trade: "what large providers can lose, and what junk binds, against the capital of the honest",
  },
  {
    name: "slashBasisPoints",
    range: "1 … 10,000",
    development: part(MARKET.slashBasisPoints),
    trade: "walking away against an honest outage",
  },
  {
    name: "unbondingRounds",
    range: "≤ 65,536",
    development: count(MARKET.unbondingRounds),
    trade: "time to find out about a provider that leaves, against its capital",
  },
  {
    name: "noticeRounds",
    range: "≤ 4,096",
    development: count(MARKET.noticeRounds),
    trade: "what a provider can plan with, against clients bound to a bad one",
  },
  {
    name: "answerRounds",
    range: "2 … 8",
    development: count(MARKET.answerRounds),
    trade:
      "an outage or censorship that a provider survives, and the time between fines, against time to make up a leaf",
  },
  {
    name: "disputeSlashBasisPoints",
    range: "1 … 10,000",
    development: part(MARKET.disputeSlashBasisPoints),
    trade:
      "what a cheat surely loses, which is half of it, against what an outage costs: it is taken once in each answer time",
  },
  {
    name: "disputeBond",
    range: "1 … 2^96 − 1",
    development: `${count(MARKET.disputeBond)} token${MARKET.disputeBond === 1 ? "" : "s"}`,
    trade: "has to pay for an answer at the highest price of gas, against disputes that the poor cannot open",
  },
];

/** Of the programs and of the client's choice. */
export const OTHER_ROWS: readonly ParameterRow[] = [
  {
    name: "samples",
    range: "1 … 256",
    development: count(SETTINGS.samples),
    trade: "what an auditor asks of each provider in a round: chance against bandwidth",
  },
  {
    name: "k, n",
    range: "1 ≤ k < n ≤ 256",
    development: "the client's",
    trade: "loss and coalitions, against n/k times the price",
  },
];
