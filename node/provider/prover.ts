// When a round is proved, and what is said about it: looks at the chain again and again, tries the round when its slot has come
// (round-prover.ts), again after what failed, and once more late in the round whether the chain still has the proof.

import { cairnError, isCairnError } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { formatTokens } from "../quantity.ts";
import { GasWatch } from "./gas-watch.ts";
import { Losses } from "./losses.ts";
import { pause } from "./pause.ts";
import { RoundProver } from "./round-prover.ts";
import { messageOf, Trouble } from "./trouble.ts";
import type { Clock } from "../../contracts/index.ts";
import type { ProveSlot } from "./prove-slot.ts";
import type { Outcome, RoundProverParts } from "./round-prover.ts";

export interface ProverParts extends Omit<RoundProverParts, "losses" | "complain"> {
  readonly slot: ProveSlot;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called after each round that was proved, missed or idle. */
  readonly afterRound: (round: number) => void;
}

export class Prover {
  readonly #parts: ProverParts;
  readonly #round: RoundProver;
  readonly #losses: Losses;
  readonly #gas: GasWatch;
  readonly #trouble: Trouble;
  /** The round that needs nothing more from us. */
  #done = -1;
  /** The round in which a second look, late in it, has found the proof still on the chain; or which is lost anyway. */
  #settled = -1;
  #tidied = -1;
  /** The round of which nothing more can be expected for now. */
  #concluded = -1;
  #trying = false;
  #failures = 0;

  constructor(parts: ProverParts) {
    this.#parts = parts;
    this.#losses = new Losses(parts);
    this.#gas = new GasWatch(parts);
    this.#trouble = new Trouble(parts.log, parts.now);
    this.#round = new RoundProver({ ...parts, losses: this.#losses, complain: (error) => this.#complain(error) });
  }

  /** A proof is being made or sent. */
  get isTrying(): boolean {
    return this.#trying;
  }

  /** The round was tried, and is proved, lost, or needs no proof. */
  hasConcluded(round: number): boolean {
    return this.#concluded === round;
  }

  /** Polls and proves until the signal. Never throws. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#poll(signal);
      await pause(this.#delay(), signal);
    }
  }

  async #poll(signal: AbortSignal): Promise<void> {
    try {
      const clock = await this.#parts.clock.read(signal);
      const outcome = this.#isDue(clock) ? await this.#tryRound(clock.round, signal) : undefined;
      this.#failures = 0;
      this.#parts.report.chainDown = false;
      if (this.#isStale(clock)) return;
      this.#trouble.wentWell(outcome === "proved", { round: clock.round }, "the chain answers and takes proofs again");
    } catch (error) {
      if (signal.aborted) return;
      this.#failures++;
      this.#complain(error);
      if (isCairnError(error, "ERR_NOT_ENOUGH_GAS")) await this.#lookAtGas(signal);
    }
  }

  /** An endpoint that follows the chain no more answers as if all were well. */
  #isStale({ timestamp, block }: Clock): boolean {
    const { now, report } = this.#parts;
    const minutes = Math.floor((now() / 1000 - timestamp) / 60);
    if (minutes * 60_000 < PROVIDER.staleHeadMs) return false;
    const what = `The endpoint's last block is ${minutes} minutes old: it or the chain stands still, or this machine's clock is wrong.`;
    const error = cairnError("ERR_RPC_DOWN", what, { facts: { block, timestamp } });
    report.troubled(error, false);
    this.#losses.because(error);
    this.#trouble.say("warn", error, {}, `${what} Meanwhile no round is proved.`);
    return true;
  }

  /** With no block left, a transaction would only land in the next round. */
  #isDue(clock: Clock): boolean {
    const { round, provable, blocksLeft } = clock;
    if (!provable || blocksLeft === 0) return false;
    if (round !== this.#done) return this.#parts.slot.hasCome(clock);
    const late = blocksLeft <= this.#parts.ledger.deployment.roundBlocks / PROVIDER.lookAgainPart;
    return late && this.#settled !== round;
  }

  async #tryRound(round: number, signal: AbortSignal): Promise<Outcome> {
    this.#trying = true;
    const outcome = await this.#round.prove(round, signal).finally(() => (this.#trying = false));
    if (outcome === "waiting") return outcome;
    this.#concluded = round;
    if (outcome === "outside") return outcome;
    if (outcome === "proved") this.#losses.proved();
    if (outcome === "missed" || this.#done === round) this.#settled = round;
    // An idle round may still get its first fragments, and then it is worth proving.
    if (outcome !== "idle") this.#done = round;
    if (this.#tidied === round) return outcome;
    this.#tidied = round;
    this.#parts.afterRound(round);
    await this.#lookAtGas(signal);
    return outcome;
  }

  #complain(error: unknown): void {
    const { report } = this.#parts;
    const isDown = isCairnError(error, "ERR_RPC_DOWN");
    report.troubled(error, isDown);
    this.#losses.because(error);
    // A refusal without a transaction can be that of a node which lags: it means something when it comes again.
    if (this.#failures === 1 && isCairnError(error, "ERR_REVERTED")) return;
    const { liveRate, misses } = report.record ?? { liveRate: undefined, misses: undefined };
    const price = liveRate === undefined ? "" : ` A missed round costs ${formatTokens(liveRate)} tokens.`;
    const what = isDown
      ? `the chain does not answer; serving goes on, trying again.${price}`
      : `this try to prove failed, trying again: ${messageOf(error)}${price}`;
    this.#trouble.say("warn", error, { round: this.#parts.clock.last?.round, misses }, what);
  }

  /** What it tells is worth a try and no trouble. */
  async #lookAtGas(signal: AbortSignal): Promise<void> {
    await this.#gas.look(signal).catch(() => {});
  }

  #delay(): number {
    const { pollMs } = this.#parts;
    return Math.min(pollMs * 2 ** Math.min(this.#failures, 6), Math.max(pollMs, PROVIDER.retryMs));
  }
}
