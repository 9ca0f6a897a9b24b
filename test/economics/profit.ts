// What cheating brings and costs, in closed form. Amounts are in rounds of the clients' pay unless they say otherwise; `cost`
// is what storing everything costs a round, so also the part of the price that it is.

import { hit } from "./chances.ts";
import {
  BOUNTY,
  BURNED,
  COMPENSATION,
  DISPUTE_ROUNDS,
  DISPUTE_SLASH,
  MARKET,
  RULES,
  SETTINGS,
  STEP,
} from "./market.ts";

/** Cost, as a part of the price, above which deleting `missing` saves more than the pay of the rounds it misses. */
export function breakEvenCost(missing: number, samples: number = MARKET.challenges): number {
  return hit(missing, samples) / missing;
}

/** Part of a stake that is left after `count` slashes, each taking `part` of what is left. */
export function leftAfter(count: number, part: number): number {
  return (1 - part) ** count;
}

/** Slashes, each taking `part` of what is left, until at most `rest` is left. */
export function slashesTo(rest: number, part: number): number {
  return Math.ceil(Math.log(rest) / Math.log1p(-part) - 1e-9);
}

const MOST_STEPS = RULES.maxMisses - RULES.freeMisses;

/** Part of the stake that walking away costs: a step for each miss from the third to the seventh. */
export const WALK_AWAY = 1 - leftAfter(MOST_STEPS, STEP);

/** Part of the stake that one dispute surely costs, whoever gets the rest. */
export const SURE_FINE = DISPUTE_SLASH * BURNED;

/**
 * Rounds of pay that have to be at stake so that saving `saved` a round is not worth it, when it is found after `rounds`: by
 * what one fine surely costs.
 */
export function neededStake(saved: number, rounds: number, disputeSlash: number = DISPUTE_SLASH): number {
  return (saved * rounds) / (disputeSlash * BURNED);
}

/** Rounds to the first question up to which a stake is enough. */
export function coveredRounds(saved: number, stake: number): number {
  return (stake * SURE_FINE) / saved;
}

/** The least stake, in rounds of pay of a full provider with the default price. */
export const DEFAULT_STAKE = MARKET.minStake / (SETTINGS.price * SETTINGS.capacity);

/** The stake that a unit needs, in rounds of its pay at the default price. */
export const UNIT_STAKE = MARKET.unitStake / SETTINGS.price;

/** Disputes lost a round over the long run, when auditors take so many samples and one dispute at a time. */
export function disputesPerRound(missing: number, samples: number): number {
  const found = hit(missing, samples);
  return found === 0 ? 0 : 1 / (1 / found + DISPUTE_ROUNDS - 1);
}

export interface Diluting {
  /** What storing costs, as a part of the price. */
  readonly cost: number;
  /** A fee on capacity, as a part of the price, which self-dealt capacity pays too. */
  readonly fee: number;
  /** Samples a round of auditors under the root. */
  readonly auditSamples: number;
  /** Stake by the unit, which self-dealt capacity needs too: in rounds of pay of a unit. */
  readonly unitStake: number;
}

export interface Dilution {
  /** Part of the clients' leaves that is deleted. */
  readonly deleted: number;
  /** Own leaves for each of theirs. */
  readonly junk: number;
}

/**
 * Gain a round over an honest provider, if it is its own client and accuser too, so that a fine costs it what is burned. That is
 * counted from a full stake, and a stake that binds it no more than it has to.
 */
export function dilutedGain({ cost, fee, auditSamples, unitStake }: Diluting, { deleted, junk }: Dilution): number {
  const missing = deleted / (1 + junk);
  const fines = SURE_FINE * unitStake * (1 + junk) * disputesPerRound(missing, auditSamples);
  return cost * deleted - hit(missing, MARKET.challenges) - fines - fee * junk;
}

/** The best that a diluting provider can do: junk by powers, deleting all or parts. */
export function bestDilution(facts: Diluting): Dilution & { readonly gain: number } {
  let best = { deleted: 0, junk: 0, gain: 0 };
  for (let part = 1; part <= 10; part++) {
    for (let power = 0; power <= 200; power++) {
      const dilution = { deleted: part / 10, junk: 1.1 ** power - 1 };
      const gain = dilutedGain(facts, dilution);
      if (gain > best.gain) best = { ...dilution, gain };
    }
  }
  return best;
}

/** Smallest fee at which dilution no longer pays while nobody looks, by halving. */
export function neededFee(cost: number): number {
  let [low, high] = [0, 1];
  while (high - low > 1e-7) {
    const fee = (low + high) / 2;
    if (bestDilution({ cost, fee, auditSamples: 0, unitStake: 0 }).gain > 0) low = fee;
    else high = fee;
  }
  return high;
}

/** Stake by the unit, in days of its pay, whose interest is as much as that fee: so it does not depend on how long a round is. */
export function neededCapitalDays(cost: number, interestPerYear: number): number {
  return (neededFee(cost) * 365) / interestPerYear;
}

/**
 * Fewest samples a round under the root with which deleting does not pay, however diluted. Infinite where no number does: fines
 * are one for each answer time, however many disputes there are.
 */
export function neededSamples(cost: number, unitStake: number): number {
  const pays = (auditSamples: number): boolean => bestDilution({ cost, fee: 0, auditSamples, unitStake }).gain > 0;
  if (pays(Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  let samples = 0;
  while (pays(samples)) samples++;
  return samples;
}

/**
 * Rounds after which deleting everything, with the best dilution, pays although every fine that there can be was taken: they add
 * up to the burned part of the stake. Near 2 K unitStake / cost².
 */
export function drainedRounds(cost: number, unitStake: number): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (let junk = 0; junk <= 1_000; junk++) {
    const gain = dilutedGain({ cost, fee: 0, auditSamples: 0, unitStake: 0 }, { deleted: 1, junk });
    if (gain > 0) fewest = Math.min(fewest, (BURNED * unitStake * (1 + junk)) / gain);
  }
  return fewest;
}

/** Tokens at stake for `units` live. */
export function requiredTokens(units: number): number {
  return Math.max(MARKET.minStake, units * MARKET.unitStake);
}

/** Junk for each leaf of `units` of clients that a stake of so many tokens allows. */
export function allowedJunk(units: number, tokens: number): number {
  return Math.max(0, tokens / MARKET.unitStake / units - 1);
}

/** Part of a penalty that is lost for good, where the provider calls `penalize` itself and has the part `own` of the live rate. */
export function penaltyLost(own: number): number {
  return BURNED + COMPENSATION * (1 - own);
}

/** Deposit that gives a provider the part `own` of its live rate for the rounds of all steps, in rounds of the clients' pay. */
export function recyclingCapital(own: number): number {
  return (own / (1 - own)) * MOST_STEPS;
}

export interface Outage {
  readonly steps: number;
  readonly fines: number;
  readonly ejected: boolean;
  /** Part of the stake, where somebody ejects as soon as it can be. */
  readonly lost: number;
  /** The same where nobody does, so that disputes go on. */
  readonly lostUnejected: number;
}

/**
 * Fines that disputes opened within `rounds` of an outage can cost at most. The first one is opened in the last block of a round,
 * so its time is `answerRounds` and a block; each further one comes DISPUTE_ROUNDS later.
 */
export function mostFines(rounds: number): number {
  return Math.floor((rounds + 1) / DISPUTE_ROUNDS + 1e-9);
}

/**
 * The most that an outage of so many rounds can cost, penalties and disputes together. It misses the rounds that it fills. No
 * dispute is opened after an ejection, which the round after the seventh miss can bring: the deadline of the last one is
 * `answerRounds` after that.
 */
export function outage(rounds: number): Outage {
  const misses = Math.floor(rounds + 1e-9);
  const steps = Math.min(MOST_STEPS, Math.max(0, misses - RULES.freeMisses));
  const ejected = misses >= RULES.maxMisses;
  const fines = mostFines(Math.min(rounds, RULES.maxMisses + DISPUTE_ROUNDS));
  const lost = (count: number): number => 1 - leftAfter(steps, STEP) * leftAfter(count, DISPUTE_SLASH);
  return { steps, fines, ejected, lost: lost(fines), lostUnejected: lost(mostFines(rounds)) };
}

/** An outage that nobody comes back from: what leaving by ejection costs at most. */
export const EJECTION: Outage = outage(RULES.maxMisses + DISPUTE_ROUNDS);

export interface Regeneration {
  readonly k: number;
  /** Samples a round that have to be answered. */
  readonly samples: number;
  /** Bytes whose hash is kept; a sample needs this many of each of k other fragments. */
  readonly blockBytes: number;
  /** Rounds of a month: moving a MiB once costs as much as storing it for so long times `priceRatio`. */
  readonly roundsPerMonth: number;
  /** Price of moving a MiB, over that of storing it for a month. */
  readonly priceRatio: number;
}

/** MiB moved a round to answer from other providers' fragments. */
export function regenerationMib({ k, samples, blockBytes }: Regeneration): number {
  return (samples * k * blockBytes) / 2 ** 20;
}

/** Part of the data kept all the same: the hashes above the blocks, as many again for the levels above. */
export function keptHashes({ blockBytes }: Pick<Regeneration, "blockBytes">): number {
  return (2 * 32) / blockBytes;
}

/** Units from which answering from others' fragments is cheaper than storing. */
export function regenerationUnits(facts: Regeneration): number {
  const { roundsPerMonth, priceRatio } = facts;
  return (regenerationMib(facts) * priceRatio * roundsPerMonth) / (1 - keptHashes(facts));
}

/** Chance to be challenged on a deleted leaf when the maker of the part `blocks` of seed blocks can choose among `tries` hashes. */
export function grindedHit(missing: number, blocks: number, tries: number): number {
  const fails = hit(missing, MARKET.challenges);
  return fails * (1 - blocks) + fails ** tries * blocks;
}

/**
 * Bond at which opening disputes against providers that seem to be off does not pay, when `stays` is the chance that they stay
 * so. Whoever hunts is a client, too: then it gets all of a fine but what is burned.
 */
export function neededBond(stake: number, stays: number): number {
  return (DISPUTE_SLASH * (BOUNTY + COMPENSATION) * stake * stays) / (1 - stays);
}
