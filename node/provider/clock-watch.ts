// Clocks that jump: that of this machine, and the round of the chain. What clients were promised by a clock is not taken away because
// somebody set it: after a jump staged fragments get their whole time again, and while the chain is in an earlier round than it
// was nothing is deleted for being over.

import { PROVIDER } from "../limits/index.ts";
import { keyOf, numberAt } from "./book-keys.ts";
import type { ProviderLog } from "./provider-log.ts";
import type { Sublevel } from "./store/index.ts";

const SEEN = Buffer.from("seen");

export interface ClockWatchParts {
  /** Keeps what was seen last: milliseconds since 1970 u64 ‖ round u64. */
  readonly table: Sublevel;
  readonly log: ProviderLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds that nobody can set; default those since the start of the process. */
  readonly steady?: () => number;
}

export class ClockWatch {
  readonly #parts: ClockWatchParts;
  readonly #steady: () => number;
  #seenAt: number;
  #seenSteadyAt: number;
  #round: number;
  #isBehind = false;

  private constructor(parts: ClockWatchParts, seenAt: number, round: number) {
    this.#parts = parts;
    this.#steady = parts.steady ?? ((): number => performance.now());
    this.#seenAt = seenAt;
    this.#seenSteadyAt = this.#steady();
    this.#round = round;
  }

  static async open(parts: ClockWatchParts): Promise<ClockWatch> {
    const seen = await parts.table.get(SEEN);
    const now = parts.now();
    if (seen === undefined) return new ClockWatch(parts, now, 0);
    // Time may have gone on while nobody watched, but not backwards.
    const seenAt = numberAt(seen, 0);
    return new ClockWatch(parts, now < seenAt ? seenAt : now, numberAt(seen, 8));
  }

  /** True if the machine's clock has jumped since the last look; says so in the log. */
  async jumped(): Promise<boolean> {
    const { now, log } = this.#parts;
    const [at, steadyAt] = [now(), this.#steady()];
    const jump = at - this.#seenAt - (steadyAt - this.#seenSteadyAt);
    [this.#seenAt, this.#seenSteadyAt] = [at, steadyAt];
    await this.#keep();
    if (Math.abs(jump) < PROVIDER.clockJumpMs) return false;
    const direction = jump < 0 ? "back" : "ahead";
    log.warn(
      { event: "clock.jumped", jumpMs: Math.round(jump) },
      `the clock of this machine went ${direction} by ${spanOf(Math.abs(jump))}. Nothing is deleted because of it; see that the clock is right (timedatectl says whether it is kept in time)`,
    );
    return true;
  }

  /** False while the chain is in an earlier round than it was seen in, by more than a reorganisation explains; says so once. */
  async isPresent(round: number): Promise<boolean> {
    const isBehind = round < this.#round - PROVIDER.retainedRounds;
    if (isBehind && !this.#isBehind) {
      this.#parts.log.warn(
        { event: "chain.other-round", round, seen: this.#round },
        `the chain is in round ${round} and was in round ${this.#round}: another chain, or an endpoint that is far behind. Nothing is deleted until it is there again; check the RPC`,
      );
    }
    this.#isBehind = isBehind;
    if (round > this.#round) {
      this.#round = round;
      await this.#keep();
    }
    return !isBehind;
  }

  async #keep(): Promise<void> {
    await this.#parts.table.put(SEEN, keyOf(Math.round(this.#seenAt), this.#round));
  }
}

function spanOf(ms: number): string {
  const hours = ms / 3_600_000;
  if (hours >= 48) return `${Math.round(hours / 24)} days`;
  return hours >= 2 ? `${Math.round(hours)} hours` : `${Math.round(ms / 60_000)} minutes`;
}
