// The figures in the text of docs/spec/economics.md, each with as many words as make it one of a kind. The test finds every
// one of them there, and no digit in the text that is in none of them.

import { LONG_ROUNDS, SHORT_ROUNDS } from "./cadence.ts";
import { chance, count, percent, perDay, time } from "./format.ts";
import { drawsFor, fatal, hit, meanRoundsToRun } from "./chances.ts";
import { INTEREST, RUNS, STRONG_SLASH } from "./cheating-tables.ts";
import { BURNED, DISPUTE_ROUNDS, DISPUTE_SLASH, GAS, MARKET, RULES, SCHEMES, SETTINGS, STEP } from "./market.ts";
import { allowedJunk, breakEvenCost, coveredRounds, DEFAULT_STAKE, drainedRounds, EJECTION } from "./profit.ts";
import {
  keptHashes,
  leftAfter,
  neededBond,
  neededCapitalDays,
  neededFee,
  neededSamples,
  neededStake,
} from "./profit.ts";
import { outage, slashesTo, SURE_FINE, UNIT_STAKE, WALK_AWAY } from "./profit.ts";
import { QUIET } from "./simulation.ts";

const HUNDREDTH = 0.01;
/** Fragments of each colluder in the example of one segment destroyed. */
const FRAGMENTS = 100_000;
const BLOCK_BYTES = 4_096;
/** Fines after which a hundredth of the stake is left. */
const DRAIN = slashesTo(HUNDREDTH, DISPUTE_SLASH);
/** Fines after which half of it is left. */
const HALVE = slashesTo(0.5, DISPUTE_SLASH);
/** Bound by the least stake. */
const FREE_UNITS = MARKET.minStake / MARKET.unitStake;
const SMALL_PROVIDER = 1_000;
const SMALL_SCHEME = SCHEMES[0]!;
/** Units of an allocation are 32 bits. */
const ALLOCATION_UNITS = 2 ** 32 - 1;
const ALLOCATION_ROUNDS = 4_096;
const TOKEN = 1e18;
/** Of a census of blocks, those that a censor makes. */
const CENSOR = { half: 0.5, most: 0.9 };

const colluders = fatal(SMALL_SCHEME);
const hundredthMissed = hit(HUNDREDTH, MARKET.challenges);
const missesOf = (samples: number): string => count(Math.round(1 / hit(1 / FRAGMENTS, colluders * samples)));

/** Chance of a bond's loss and of a find balance where a provider stays off with this chance. */
function fairChance(bond: number, stake: number): number {
  return bond / (bond + neededBond(stake, 0.5));
}

const hourOf = (hours: number): string => chance(outage((hours / 24) * SHORT_ROUNDS).lost);

/** What two fines and all steps take with the stronger dispute slash. */
const strongOutage = 1 - leftAfter(EJECTION.steps, STEP) * leftAfter(EJECTION.fines, STRONG_SLASH);

export const FIGURES: readonly string[] = [
  `1 is what all clients`,
  `earns ${(SETTINGS.price * SETTINGS.capacity).toFixed(3)} tokens a round`,
  `development network is ${count(DEFAULT_STAKE)} rounds of its pay`,
  `The examples take ${count(QUIET.stake)}.`,
  // In short.
  `costs ${chance(SURE_FINE)} of the stake and no more is sure`,
  `**${count(neededStake(0.5, 1))} times** the pay of the time to the first question`,
  `asks for ${count(UNIT_STAKE)} rounds of the default price a unit, which is one round's worth`,
  `so ${neededSamples(0.5, UNIT_STAKE)} sample a round by an auditor makes it a loss`,
  `after ${count(Math.round(drainedRounds(0.5, UNIT_STAKE)))} rounds it pays after all`,
  `With rounds of ${count(MARKET.roundBlocks)} blocks of 12 s an hour costs ${hourOf(1)} at most, and any longer one ${chance(EJECTION.lost)}`,
  // Parameters and detection.
  `proof of some ${count(GAS.prove)} gas`,
  `development network's ${count(MARKET.roundBlocks)} blocks`,
  `${count(RULES.maxRoundBlocks)} blocks of 2 s give it most of a day`,
  `no round longer than ${count(RULES.maxRoundBlocks)} blocks`,
  `loss of a hundredth in ${chance(hundredthMissed)} of the rounds`,
  `${count(drawsFor(HUNDREDTH, 0.99))} samples in a round would find it with 99 %`,
  `Auditors with ${count(SETTINGS.samples)} samples each`,
  `Every leaf has ${count(RULES.leafBytes)} bytes`,
  `(q^−3 − 1) / (1 − q) rounds on average`,
  `a round takes q^3 steps`,
  `after ${count(meanRoundsToRun(hundredthMissed, RULES.freeMisses + 1))} rounds, ${time(meanRoundsToRun(hundredthMissed, RULES.freeMisses + 1), SHORT_ROUNDS)} with ${perDay(SHORT_ROUNDS)} rounds a day`,
  `its first step after ${count(Math.round(meanRoundsToRun(HUNDREDTH, RULES.freeMisses + 1)))} rounds`,
  `the price: ${percent(breakEvenCost(HUNDREDTH))} at a hundredth, ${percent(breakEvenCost(1))} at everything`,
  `The table has ${count(QUIET.rounds)} rounds with a cost of half the price and a stake of ${count(QUIET.stake)}`,
  `takes ${count(SETTINGS.samples)} samples a round under the root`,
  `ejected within the ${count(QUIET.rounds)} rounds`,
  // Slash sizing.
  `covers a first question within ${count(coveredRounds(QUIET.cost, DEFAULT_STAKE))} rounds`,
  `by the unit alone, within ${count(coveredRounds(QUIET.cost, UNIT_STAKE))} round`,
  `that is ${count(neededStake(0.5, 1))} days of pay for each day`,
  `A dispute slash of ${percent(STRONG_SLASH)} needs a third`,
  `costs ${chance(strongOutage)} where it is ${chance(EJECTION.lost)} now`,
  `${EJECTION.steps} steps and ${EJECTION.fines} fines, ${chance(EJECTION.lost)} of the stake, of which ${chance(EJECTION.lost * BURNED)} is sure`,
  `five steps, ${percent(WALK_AWAY)} of the stake, of which half, ${percent(WALK_AWAY * BURNED)}, is sure`,
  `with a stake of ${count(QUIET.stake)}, when (c − 1) × rounds > ${count(WALK_AWAY * BURNED * QUIET.stake)}`,
  // Outages.
  `floor((h + 1) / ${DISPUTE_ROUNDS}) fines`,
  `1 − ${1 - STEP}^steps × ${1 - DISPUTE_SLASH}^fines`,
  `bond ≥ ${Number(neededBond(1, 0.5).toPrecision(3))} S p / (1 − p)`,
  `bond of ${count(MARKET.disputeBond)} token keeps, with its least stake, up to p = ${chance(fairChance(MARKET.disputeBond, MARKET.minStake))}, and with ten times that up to ${chance(fairChance(MARKET.disputeBond, 10 * MARKET.minStake))}`,
  // Money that comes back.
  `${DRAIN} of them, ${DRAIN * DISPUTE_ROUNDS} rounds, move ${chance(1 - leftAfter(DRAIN, DISPUTE_SLASH))} of the stake and burn ${chance((1 - leftAfter(DRAIN, DISPUTE_SLASH)) * BURNED)} of it`,
  `the effective fine is ${percent(SURE_FINE)} of the stake, where an honest provider pays ${percent(DISPUTE_SLASH)}`,
  // Omission.
  `Twenty clients with equal shares, ${count(QUIET.rounds)} rounds, a stake of ${count(QUIET.stake)}`,
  // Dilution.
  `with chance 1 / (1 + j)`,
  `the deposit for ${count(ALLOCATION_UNITS)} units over ${count(ALLOCATION_ROUNDS)} rounds at a price of 1 base unit is ${((ALLOCATION_UNITS * ALLOCATION_ROUNDS) / TOKEN).toFixed(7)} tokens`,
  `they need a stake of ${count(Math.round(ALLOCATION_UNITS * MARKET.unitStake))} tokens`,
  `The least stake of ${count(MARKET.minStake)} tokens covers ${count(FREE_UNITS)} units`,
  `a full default provider can have ${count(allowedJunk(SETTINGS.capacity, MARKET.minStake))} leaves of junk for each leaf of its clients, and one with ${count(SMALL_PROVIDER)} units of clients ${count(allowedJunk(SMALL_PROVIDER, MARKET.minStake))}`,
  `1 − (clients' units × unitStake) / stake`,
  `${count(UNIT_STAKE)} rounds of pay for each unit of junk: at ${percent(INTEREST)} a year ${chance((UNIT_STAKE * INTEREST) / 365 / SHORT_ROUNDS)} of its price a round with ${perDay(SHORT_ROUNDS)} rounds a day`,
  `${neededSamples(0.5, UNIT_STAKE)} sample a round in all is enough at a cost of half the price`,
  `near 2 K unitStake / cost²: ${count(Math.round(drainedRounds(0.5, UNIT_STAKE)))} rounds, ${time(drainedRounds(0.5, UNIT_STAKE), SHORT_ROUNDS)} with ${perDay(SHORT_ROUNDS)} rounds a day and ${time(drainedRounds(0.5, UNIT_STAKE), LONG_ROUNDS)} with ${perDay(LONG_ROUNDS)}`,
  `leave after ${count(MARKET.noticeRounds)} rounds`,
  `roughly (cost)² / 4 K`,
  `an interest of ${percent(INTEREST)} a year`,
  // Regeneration, coalitions, attacks, auditors.
  `one hash for every ${count(BLOCK_BYTES)} bytes (${percent(keptHashes({ blockBytes: BLOCK_BYTES }))} with the levels above), and fetch k × ${count(BLOCK_BYTES)} bytes`,
  `For 10 of 30, **assuming**`,
  `a month of 30 days`,
  `n − k + 1 are gone`,
  `each of n − k + 1 colluding`,
  `(n − k + 1) × K samples`,
  `For ${SMALL_SCHEME.k} of ${SMALL_SCHEME.n} that is ${colluders * MARKET.challenges} samples in place of ${MARKET.challenges}`,
  `With ${count(FRAGMENTS)} fragments each`,
  `after ${missesOf(MARKET.challenges)} rounds on average, and with an auditor at each somebody finds it after ${missesOf(MARKET.challenges + SETTINGS.samples)} rounds`,
  `some ${count(GAS.answer)} |`,
  `with a chance ${chance(CENSOR.half ** MARKET.roundBlocks)}, nine tenths with ${chance(CENSOR.most ** MARKET.roundBlocks)}`,
  `costs ${count((RULES.leavesPerUnit * GAS.answer) / 1e6)} million gas`,
  `reads ${count(RULES.leafBytes)} bytes and a path`,
  `its answer after ${count(1 / HUNDREDTH)} rounds`,
  // What would close the gaps.
  `after ${HALVE} fines, ${HALVE * DISPUTE_ROUNDS} rounds`,
  `a least price of a tenth of the going one, ${percent(neededFee(0.5) / 0.1)} of every payment burned`,
  `${count(Math.round(neededCapitalDays(0.5, INTEREST)))} days of pay a unit`,
  // The simulation, and sources.
  `a mean of ${count(RUNS)} runs`,
  `which has the 460 blocks for a hundredth at 99 %; with a fraction, and draws with replacement, it is ${count(drawsFor(HUNDREDTH, 0.99))}`,
];
