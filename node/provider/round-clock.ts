// The chain's clock as last seen. Requests need only the round, and a round seen a moment ago will do: so serving goes on
// while the chain cannot be asked.

import { CairnError } from "../../protocol/index.ts";
import type { Clock, Ledger } from "../../contracts/index.ts";

export class RoundClock {
  readonly #ledger: Ledger;
  #last: Clock | undefined;
  #asking: Promise<Clock> | undefined;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  get last(): Clock | undefined {
    return this.#last;
  }

  /** Asks the chain. Throws ERR_RPC_DOWN. */
  read(signal?: AbortSignal): Promise<Clock> {
    this.#asking ??= this.#ask(signal).finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  /** The current round as far as is known; asks only if it was never seen. Throws ERR_RPC_DOWN. */
  async round(): Promise<number> {
    return (this.#last ?? (await this.read())).round;
  }

  async #ask(signal?: AbortSignal): Promise<Clock> {
    const clock = await this.#ledger.clock(signal === undefined ? {} : { signal });
    if (!Number.isSafeInteger(clock.round))
      throw new CairnError("ERR_RPC_DOWN", "The chain told no round: check the RPC.");
    this.#last = clock;
    return clock;
  }
}
