// What a provider can tell about its rounds: proved, missed, earned, and what went wrong last. The chain is right: what it
// shows of the last rounds replaces what was counted, be it a proof whose receipt never came or one that a reorganisation took.

import { isCairnError } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import type { ProviderRecord } from "../../contracts/index.ts";
import type { Snapshot } from "./snapshot-shelf.ts";

export interface RoundFailure {
  readonly round: number | undefined;
  readonly code: string;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export class RoundReport {
  readonly #now: () => number;
  /** Proved rounds that the chain may still change its mind about; the rest is in the sums. */
  readonly #proved = new Set<number>();
  /** What a proof paid in each of these rounds, as seen in it. */
  readonly #rates = new Map<number, bigint>();
  /** Misses of each row of rounds without a proof, by the proof before it; of the first row those from before the start. */
  readonly #rows = new Map<number, number>();
  #missesBefore = 0;
  #firstRound: number | undefined;
  /** Rounds below are in the sums. */
  #settledBelow = 0;
  #settled = { passed: 0, earned: 0n, missed: 0 };
  #lastProved: number | undefined;
  chainDown = false;
  lastGas: number | undefined;
  /** What the last proof took to build, from the disk. */
  proofSeconds: number | undefined;
  /** Of the node key, wei; as of the last round. */
  gas: bigint | undefined;
  /** Proofs that this pays for at the price of the last look. */
  roundsOfGasLeft: number | undefined;
  committed: { readonly root: Uint8Array; readonly leaves: number } | undefined;
  record: ProviderRecord | undefined;
  failure: RoundFailure | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Rounds proved since the start, as are missed and earned. */
  get passed(): number {
    return this.#settled.passed + this.#proved.size;
  }

  get missed(): number {
    return this.#settled.missed + sum([...this.#rows.values()]) - this.#missesBefore;
  }

  /** Token base units. */
  get earned(): bigint {
    return [...this.#proved].reduce((total, round) => total + this.rateOf(round), this.#settled.earned);
  }

  get lastProvedRound(): number | undefined {
    return this.#lastProved;
  }

  /** What a proof of the round paid, as seen in it; else `standard`, which is what one pays now. */
  rateOf(round: number, standard = this.record?.liveRate ?? 0n): bigint {
    return this.#rates.get(round) ?? standard;
  }

  /**
   * A look at the chain in `round`. Its count of consecutive misses is taken, because only the chain knows in which rounds it owed us
   * pay.
   */
  observe(record: ProviderRecord, round: number): void {
    this.#firstRound ??= round;
    if (this.record === undefined) this.#missesBefore = record.misses;
    this.#rows.set(record.lastProvedRound, Math.max(this.#rows.get(record.lastProvedRound) ?? 0, record.misses));
    this.#rates.set(round, record.liveRate);
    this.record = record;
    this.committed = { root: record.root, leaves: record.leaves };
    this.#settle(round - PROVIDER.retainedRounds);
  }

  /** Rounds of which the chain can still be asked, from the start of this run on. */
  window(round: number): { readonly from: number; readonly to: number } {
    return { from: Math.max(this.#firstRound ?? round, this.#settledBelow), to: round + 1 };
  }

  /** What the chain shows of rounds from `from` on. */
  reconcile(from: number, proved: readonly boolean[]): void {
    for (const [i, isProved] of proved.entries()) {
      const round = from + i;
      if (round < this.#settledBelow) continue;
      if (isProved) this.#proved.add(round);
      else if (this.#proved.delete(round)) this.#rows.delete(round);
    }
    this.#lastProved = last(this.#proved) ?? this.#lastProved;
  }

  proved(round: number, gas: number, next: Snapshot): void {
    this.lastGas = gas;
    this.found(round);
    this.committed = { root: next.root, leaves: next.leaves };
  }

  /** The round turned out to be proved, by us before a restart or before an answer was lost. */
  found(round: number): void {
    if (round < this.#settledBelow) return;
    this.#proved.add(round);
    this.#lastProved = last(this.#proved);
  }

  failed(round: number, error: unknown): void {
    this.failure = this.#failureOf(round, error);
  }

  troubled(error: unknown, down: boolean): void {
    this.chainDown = down;
    this.failure = this.#failureOf(undefined, error);
  }

  /** What lies so far back stays as it is. */
  #settle(below: number): void {
    for (const round of this.#proved) {
      if (round >= below) continue;
      this.#settled.passed++;
      this.#settled.earned += this.rateOf(round);
      this.#proved.delete(round);
    }
    for (const round of this.#rates.keys()) if (round < below) this.#rates.delete(round);
    const current = this.record?.lastProvedRound;
    for (const [row, misses] of this.#rows) {
      if (row >= below || row === current) continue;
      this.#settled.missed += misses;
      this.#rows.delete(row);
    }
    this.#settledBelow = Math.max(this.#settledBelow, below);
  }

  #failureOf(round: number | undefined, error: unknown): RoundFailure {
    const code = isCairnError(error) ? error.code : "ERR_INTERNAL";
    return { round, code, reason: error instanceof Error ? error.message : String(error), at: this.#now() };
  }
}

function last(rounds: Iterable<number>): number | undefined {
  let highest: number | undefined;
  for (const round of rounds) if (highest === undefined || round > highest) highest = round;
  return highest;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
