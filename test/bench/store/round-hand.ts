/**
 * Moves the rounds of a soak: mines, decides and keeps the next snapshot, proves the one before, and lets go of what ended, in the
 * order of the daemon's prover and upkeep. Only the transaction is left out.
 */

import { randomBytes } from "node:crypto";
import { PROVIDER } from "../../../node/limits/index.ts";
import { nextSnapshot } from "../../../node/provider/next-snapshot.ts";
import { buildProof } from "../../../node/provider/proof-builder.ts";
import { TermsWatch } from "../../../node/provider/terms-watch.ts";
import { dropEnded, dropExpired, dropRemoved, dropStates } from "../../../node/provider/upkeep.ts";
import { Stopwatch } from "./stopwatch.ts";
import { SILENT } from "./pieces.ts";
import type { Snapshot } from "../../../node/provider/snapshot-shelf.ts";
import type { BenchMarket } from "./market.ts";
import type { Pieces } from "./pieces.ts";

const CHALLENGES = 5;
const MOST_ROUNDS = 100_000;
/** Rounds for which a staged fragment waits. */
const STAGED_ROUNDS = 2;
/** A round, as the clock of staged fragments counts it. */
const ROUND_MS = 1_000_000;

export class RoundHand {
  round = 0;
  readonly dropped = { expired: 0, removed: 0, allocations: 0, states: 0 };
  readonly proofTimes = new Stopwatch(MOST_ROUNDS);
  readonly #market: BenchMarket;
  readonly #pieces: Pieces;
  readonly #terms: TermsWatch;
  #committed: Snapshot | undefined;
  #rounds = 0;

  constructor(market: BenchMarket, pieces: Pieces) {
    this.#market = market;
    this.#pieces = pieces;
    const { ledger, changes } = pieces;
    this.#terms = new TermsWatch({
      ledger,
      owner: market.identity.owner,
      book: changes.book,
      clock: changes.clock,
      log: SILENT,
    });
  }

  /** The time, by the soak's clock, until which what is staged now is kept. */
  get stagedUntil(): number {
    return (this.#rounds + STAGED_ROUNDS) * ROUND_MS;
  }

  /** One round more. */
  async next(): Promise<void> {
    const { changes, shelf, ledger, hasher, proofs, upkeep } = this.#pieces;
    const { signal } = new AbortController();
    await this.#market.world.nextRound();
    const { round } = await changes.clock.read();
    this.round = round;
    this.#rounds++;
    const record = await ledger.provider(this.#market.identity.owner);
    if (record === undefined) throw new Error("the provider is not registered");
    await this.#terms.follow(record, round, signal);
    await changes.decided.decide(round);
    const next = nextSnapshot({ book: changes.book, hasher, log: SILENT }, record, round);
    await shelf.keep(next, round);
    const committed = this.#committed;
    this.#committed = next;
    if (committed !== undefined && committed.leaves > 0) {
      const challenge = { seed: new Uint8Array(randomBytes(32)), count: CHALLENGES };
      await this.proofTimes.time(() => buildProof(proofs, committed, challenge, signal));
    }
    await shelf.prune(next.root, round);
    this.dropped.removed += await dropRemoved(upkeep);
    this.dropped.allocations += await dropEnded(upkeep, round);
    this.dropped.states += await dropStates(upkeep);
    this.dropped.expired += await dropExpired(upkeep, this.#rounds * ROUND_MS);
  }

  /** As many rounds as it takes until no snapshot has anything that is not in the last one. */
  async settle(): Promise<void> {
    for (let i = 0; i < PROVIDER.retainedRounds + STAGED_ROUNDS + 2; i++) await this.next();
  }
}
