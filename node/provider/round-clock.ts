// The chain's clock as last seen. Requests need only the round, and a round seen a moment ago will do: so serving goes on
// while the chain cannot be asked.
//
// One endpoint is often several nodes, and some of them lag: then the clock jumps back and forth. A head that is older than
// one seen before counts only when it is all that is seen for several looks: then the chain itself has gone back.

import { CairnError } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { orAborted } from "../wait.ts";
import type { Clock, Ledger } from "../../contracts/index.ts";

export class RoundClock {
  readonly #ledger: Ledger;
  readonly #floor: number | undefined;
  #last: Clock | undefined;
  #asking: Promise<Clock> | undefined;
  #isAway = false;
  /** Looks in a row that found an older head than the newest one. */
  #olderLooks = 0;

  /** `floor`: a round that is over for sure, known from an earlier run; it will do while the chain was never seen. */
  constructor(ledger: Ledger, floor?: number) {
    this.#ledger = ledger;
    this.#floor = floor;
  }

  /** The newest head seen. */
  get last(): Clock | undefined {
    return this.#last;
  }

  /** Asks the chain, and gives the newest head seen. Throws ERR_RPC_DOWN. */
  read(signal?: AbortSignal): Promise<Clock> {
    // Shared by all who ask, so none of them can stop it.
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return signal === undefined ? this.#asking : orAborted(this.#asking, signal);
  }

  /**
   * What `ask` gives, with the clock of the block that it is of: both are asked at once, and so of one node, and the clock before and
   * after. Undefined if a round ended meanwhile, or the node that answered is behind what was seen before. Throws what `ask` throws.
   */
  async with<T>(ask: () => Promise<T>): Promise<{ readonly clock: Clock; readonly value: T } | undefined> {
    for (let look = 1; look <= PROVIDER.viewLooks; look++) {
      const [before, value, after] = await Promise.all([this.#ledger.clock(), ask(), this.#ledger.clock()]);
      if (this.#isOlder(before)) continue;
      this.#take(before);
      if (before.round === after.round && before.block <= after.block) return { clock: before, value };
    }
    return undefined;
  }

  /** The current round as far as is known; asks only if it was never seen. Throws ERR_RPC_DOWN if nothing at all is known. */
  async round(): Promise<number> {
    if (this.#last !== undefined) return this.#last.round;
    if (this.#isAway && this.#floor !== undefined) return this.#floor;
    try {
      return (await this.read()).round;
    } catch (error) {
      if (this.#floor === undefined) throw error;
      return this.#floor;
    }
  }

  async #ask(): Promise<Clock> {
    try {
      const clock = await this.#ledger.clock();
      if (!Number.isSafeInteger(clock.round))
        throw new CairnError("ERR_RPC_DOWN", "The chain told no round: check the RPC.");
      this.#isAway = false;
      return this.#newest(clock);
    } catch (error) {
      this.#isAway = true;
      throw error;
    }
  }

  #newest(clock: Clock): Clock {
    if (!this.#isOlder(clock)) return this.#take(clock);
    this.#olderLooks++;
    return this.#last === undefined || this.#olderLooks >= PROVIDER.olderLooks ? this.#take(clock) : this.#last;
  }

  #isOlder({ block }: Clock): boolean {
    return this.#last !== undefined && block < this.#last.block;
  }

  #take(clock: Clock): Clock {
    this.#olderLooks = 0;
    this.#last = clock;
    return clock;
  }
}
