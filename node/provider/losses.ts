// What went wrong has a price: tokens not earned, stake taken. One line for each round that was lost, or for a row of them,
// with what it cost and why; and one whenever stake is gone.

import { PROVIDER } from "../limits/index.ts";
import { formatTokens } from "../quantity.ts";
import { factsOf, messageOf } from "./trouble.ts";
import type { Ledger, ProviderRecord } from "../../contracts/index.ts";
import type { ProviderLog } from "./provider-log.ts";
import type { RoundReport } from "./round-report.ts";

export interface LossParts {
  readonly ledger: Ledger;
  readonly report: RoundReport;
  readonly log: ProviderLog;
}

/** Parts of the stake are counted in 1/10,000. */
const BASIS_POINTS = 10_000n;
/** Misses in a row that take no stake; each further one takes a part. */
const FREE_MISSES = 2;
/** The chain counts no more. */
const MOST_MISSES = 7;

/** What was said of a row of rounds, besides those that were told one by one. */
interface Row {
  misses: number;
  /** The last round of which was spoken. */
  until: number;
}

export class Losses {
  readonly #parts: LossParts;
  /** Rounds of which it was said already that they are lost. */
  readonly #told = new Set<number>();
  /** Rows of rounds without a proof, by the proof before them: an endpoint that lags shows an earlier one again. */
  readonly #rows = new Map<number, Row>();
  #cause: { readonly error: unknown } | undefined;

  constructor(parts: LossParts) {
    this.#parts = parts;
  }

  /** Why rounds are being lost now, if they are. */
  because(error: unknown): void {
    this.#cause = { error };
  }

  /** A proof is on the chain: what went wrong before explains no later loss. */
  proved(): void {
    this.#cause = undefined;
  }

  /** A round that cannot be proved any more, though it is not over. */
  async lose(record: ProviderRecord, round: number, error: unknown, signal: AbortSignal): Promise<void> {
    if (this.#told.has(round)) return;
    this.#told.add(round);
    for (const oldest of this.#told) if (oldest < round - PROVIDER.retainedRounds) this.#told.delete(oldest);
    const misses = record.misses + 1;
    const cost = await this.#cost(record, misses, record.liveRate, signal);
    const facts = { round, ...cost.facts, ...factsOf(error) };
    this.#parts.log.error(
      { event: "round.not-proved", ...facts },
      `round ${round} not proved: ${messageOf(error)} ${cost.sentence}`,
    );
  }

  /** What the chain tells in `round`, against what it told before; `before` is undefined at the first look. */
  async compare(
    before: ProviderRecord | undefined,
    record: ProviderRecord,
    round: number,
    signal: AbortSignal,
  ): Promise<void> {
    const { lastProvedRound: after } = record;
    const row = this.#rowAfter(after);
    const told = [...this.#told].filter((each) => each > after && each < round).length;
    const count = record.misses - row.misses - told;
    const rounds = this.#notTold(row, round);
    if (count <= 0) return;
    row.misses += count;
    row.until = round - 1;
    const rate = before?.liveRate ?? record.liveRate;
    const notEarned = rounds.slice(-count).reduce((total, each) => total + this.#parts.report.rateOf(each, rate), 0n);
    const cost = await this.#cost(record, record.misses, notEarned, signal);
    const isAll = record.misses < MOST_MISSES || round - after - 1 <= MOST_MISSES;
    const which = isAll ? nameOf(rounds, count) : `at least ${count} rounds`;
    const facts = { round, rounds: count, ...cost.facts, ...(this.#cause && factsOf(this.#cause.error)) };
    this.#parts.log.error(
      { event: "round.missed", ...facts },
      `${which} not proved: ${this.#why(before)} ${cost.sentence}`,
    );
  }

  /** Rounds before `round` that this row may have missed and of which nothing was said yet, the last ones. */
  #notTold({ until }: Row, round: number): number[] {
    const from = Math.max(until + 1, round - PROVIDER.retainedRounds, 0);
    return Array.from({ length: Math.max(0, round - from) }, (_, i) => from + i).filter(
      (each) => !this.#told.has(each),
    );
  }

  #why(before: ProviderRecord | undefined): string {
    if (this.#cause !== undefined) return messageOf(this.#cause.error);
    return before === undefined ? "This provider was not running." : "No proof of it was in a block in time.";
  }

  #rowAfter(proof: number): Row {
    const row = this.#rows.get(proof) ?? { misses: 0, until: proof };
    this.#rows.set(proof, row);
    for (const oldest of this.#rows.keys()) {
      if (this.#rows.size <= PROVIDER.retainedRounds) break;
      if (oldest !== proof) this.#rows.delete(oldest);
    }
    return row;
  }

  /** Says what went of the stake between two looks. */
  stakeTaken(before: ProviderRecord, { stake, stepsTaken, finedUntil, lastProvedRound, misses }: ProviderRecord): void {
    const isFined = finedUntil > before.finedUntil;
    const isPenalized = stepsTaken > (lastProvedRound === before.lastProvedRound ? before.stepsTaken : 0);
    if (stake >= before.stake || !(isFined || isPenalized)) return;
    const taken = before.stake - stake;
    const reasons = [
      ...(isPenalized ? [`${misses} rounds missed in a row`] : []),
      ...(isFined ? ["a dispute that was not answered"] : []),
    ];
    const facts = { slashed: taken.toString(), stake: stake.toString(), stepsTaken, finedUntil };
    const what = `${formatTokens(taken)} tokens of stake were taken for ${reasons.join(" and ")}`;
    this.#parts.log.error({ event: "stake.taken", ...facts }, `${what}; ${formatTokens(stake)} are left`);
  }

  async #cost({ stake, stepsTaken }: ProviderRecord, misses: number, notEarned: bigint, signal: AbortSignal) {
    const steps = misses - FREE_MISSES - stepsTaken;
    const atRisk = steps > 0 ? await this.#stakeOf(stake, steps, signal) : 0n;
    const facts = {
      notEarned: notEarned.toString(),
      misses,
      ...(steps > 0 && { stakeAtRisk: atRisk?.toString() }),
    };
    const earnings = `It costs ${formatTokens(notEarned)} tokens that are not earned`;
    if (steps <= 0) return { facts, sentence: `${earnings}; the third miss in a row costs stake.` };
    const part = atRisk === undefined ? "a part" : `${formatTokens(atRisk)} tokens`;
    return {
      facts,
      sentence: `${earnings}, and after ${misses} misses in a row anybody can have ${part} of the stake taken.`,
    };
  }

  /** Each step takes a part of what the one before it left. Undefined if the chain does not tell. */
  async #stakeOf(stake: bigint, steps: number, signal: AbortSignal): Promise<bigint | undefined> {
    try {
      const part = BigInt((await this.#parts.ledger.settings({ signal })).slashBasisPoints);
      let left = stake;
      for (let i = 0; i < steps; i++) left -= (left * part + BASIS_POINTS - 1n) / BASIS_POINTS;
      return stake - left;
    } catch {
      return undefined;
    }
  }
}

/** By their numbers where these are sure: rounds that were void, or in which nothing was paid for, are no misses. */
function nameOf(rounds: readonly number[], count: number): string {
  const [from, to] = [rounds[0], rounds.at(-1)];
  if (from === undefined || to === undefined || rounds.length !== count || to - from !== count - 1)
    return count === 1 ? "a round" : `${count} rounds`;
  return from === to ? `round ${from}` : `rounds ${from} to ${to}`;
}
