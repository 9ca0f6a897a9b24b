/** Moves the rounds of a soak on the chain. The provider sees them by itself, proves them, and lets go of what ended. */

import { setTimeout as sleep } from "node:timers/promises";
import { PROVIDER } from "../../../node/limits/index.ts";
import { Stopwatch } from "./stopwatch.ts";
import type { BenchMarket } from "./market.ts";
import type { Rounds } from "./soak-clients.ts";

const LOOK_MS = 50;
const MOST_ROUNDS = 100_000;
/** A proof that has not come by then does not come. */
const LONGEST_PROOF_MS = 120_000;

export class WireRounds implements Rounds {
  round = 0;
  /** Rounds that passed without a proof of what was committed. */
  missed = 0;
  /** Milliseconds from a round's first blocks until its proof was on the chain: building it, and some looks of both sides at the chain. */
  readonly proofTimes = new Stopwatch(MOST_ROUNDS);
  readonly #market: BenchMarket;

  constructor(market: BenchMarket) {
    this.#market = market;
  }

  async next(): Promise<void> {
    const { world, identity } = this.#market;
    const before = await world.reader.provider(identity.owner);
    this.round = await world.nextRound();
    if ((before?.leaves ?? 0) > 0) await this.proofTimes.time(() => this.#proof());
  }

  /** As many rounds as it takes until no snapshot has anything that is not in the last one. */
  async settle(): Promise<void> {
    for (let i = 0; i < PROVIDER.retainedRounds + 2; i++) await this.next();
  }

  async #proof(): Promise<void> {
    const { world, identity } = this.#market;
    for (const end = Date.now() + LONGEST_PROOF_MS; Date.now() < end; await sleep(LOOK_MS)) {
      const record = await world.reader.provider(identity.owner);
      if ((record?.lastProvedRound ?? -1) >= this.round) return;
    }
    this.missed++;
  }
}
