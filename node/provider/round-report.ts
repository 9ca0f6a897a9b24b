// What a provider can tell about its rounds: proved, missed, earned, and what went wrong last.

import { isCairnError } from "../../protocol/index.ts";
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
  passed = 0;
  missed = 0;
  /** Token base units, since the start. */
  earned = 0n;
  chainDown = false;
  lastProvedRound: number | undefined;
  lastGas: number | undefined;
  committed: { readonly root: Uint8Array; readonly leaves: number } | undefined;
  record: ProviderRecord | undefined;
  failure: RoundFailure | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** True if it did not answer before. */
  chainAnswers(): boolean {
    const before = this.chainDown;
    this.chainDown = false;
    return before;
  }

  /** A look at the chain. Its count of consecutive misses is taken, because only the chain knows in which rounds it owed us pay. */
  observe(record: ProviderRecord): void {
    const before = this.record?.misses ?? record.misses;
    this.missed += Math.max(0, record.misses - before);
    this.record = record;
    this.committed = { root: record.root, leaves: record.leaves };
  }

  proved(round: number, earned: bigint, gas: number, next: Snapshot): void {
    this.lastGas = gas;
    this.#count(round, earned);
    this.committed = { root: next.root, leaves: next.leaves };
  }

  /** The round turned out to be proved already, by us before a restart or before an answer was lost. */
  found(round: number, earned: bigint): void {
    this.#count(round, earned);
  }

  /** Once a round, even if the chain rolled back and had to be given the proof again. */
  #count(round: number, earned: bigint): void {
    if (this.lastProvedRound === round) return;
    this.passed++;
    this.earned += earned;
    this.lastProvedRound = round;
  }

  failed(round: number, error: unknown): void {
    this.failure = this.#failureOf(round, error);
  }

  troubled(error: unknown, down: boolean): void {
    this.chainDown = down;
    this.failure = this.#failureOf(undefined, error);
  }

  #failureOf(round: number | undefined, error: unknown): RoundFailure {
    const code = isCairnError(error) ? error.code : "ERR_INTERNAL";
    return { round, code, reason: error instanceof Error ? error.message : String(error), at: this.#now() };
  }
}
