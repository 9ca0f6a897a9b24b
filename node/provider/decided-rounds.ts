// For which rounds the root that a proof will commit is decided. A state that client and provider have signed must be under
// every root committed in round fromRound − 1 or later, or its client can have stake taken. So nothing is signed for a root
// that was decided without it, and no root is decided while a signature for it is being made.
//
//   round      … decided        decided + 1      decided + 2
//   its root       as decided       has all that is signed now
//   proved         before that      as decided       has it: the least fromRound

import { cairnError } from "../../protocol/index.ts";
import type { AllocationState } from "../../protocol/index.ts";

export class DecidedRounds {
  #last: number;
  readonly #signing = new Set<Promise<unknown>>();

  /** `last`: the last round for which a root was offered to the chain, by this run or an earlier one; −1 if none was. */
  constructor(last: number) {
    this.#last = last;
  }

  /** The first round for which a state can still be signed. */
  get leastFromRound(): number {
    return this.#last + 2;
  }

  /** Throws ERR_STATE_CONFLICT if a root that has to contain the state is decided already: a later `fromRound` will do. */
  check({ allocation, seq, fromRound }: AllocationState): void {
    if (fromRound >= this.leastFromRound) return;
    const what = `The state is for round ${fromRound}, whose root is decided; it can be for round ${this.leastFromRound}.`;
    throw cairnError("ERR_STATE_CONFLICT", what, {
      facts: { allocation, seq, fromRound, leastFromRound: this.leastFromRound },
    });
  }

  /** Runs `work`, which puts the state into the book. Throws as {@link check}, and then has run nothing. */
  async sign<T>(state: AllocationState, work: () => Promise<T>): Promise<T> {
    this.check(state);
    const signing = work();
    this.#signing.add(signing);
    try {
      return await signing;
    } finally {
      this.#signing.delete(signing);
    }
  }

  /** From this call on nothing is signed that the root committed in `round` has to contain. Resolves when all that was is in the book. */
  async decide(round: number): Promise<void> {
    this.#last = Math.max(this.#last, round);
    await Promise.allSettled(this.#signing);
  }
}
