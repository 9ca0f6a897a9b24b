// Proves every round by itself: reads the chain, builds the proof under the committed root, checks it, commits the next
// root. It never sends a proof that does not verify here, and never a root whose snapshot is not on the disk. Of several tries
// in a round at most one counts: the ledger puts the next one in the place of one that was given up.

import { addressBytes, cairnError, isCairnError } from "../../protocol/index.ts";
import { challengeSeed } from "../../proofs/index.ts";
import { PROVIDER } from "../limits.ts";
import { hexOf } from "./book-keys.ts";
import { pause } from "./pause.ts";
import { nextSnapshot } from "./next-snapshot.ts";
import { buildProof } from "./proof-builder.ts";
import type { Clock, Ledger, ProviderRecord, Receipt } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { DecidedRounds } from "./decided-rounds.ts";
import type { ProofParts } from "./proof-builder.ts";
import type { ProviderLog } from "./provider-log.ts";
import type { RoundClock } from "./round-clock.ts";
import type { RoundReport } from "./round-report.ts";
import type { Snapshot, SnapshotShelf } from "./snapshot-shelf.ts";
import type { TermsWatch } from "./terms-watch.ts";

export interface ProverParts {
  readonly ledger: Ledger;
  readonly owner: Address;
  readonly clock: RoundClock;
  readonly shelf: SnapshotShelf;
  readonly decided: DecidedRounds;
  readonly terms: TermsWatch;
  readonly proofs: ProofParts;
  readonly report: RoundReport;
  readonly log: ProviderLog;
  readonly pollMs: number;
  /** Called after each round that was proved, missed or idle. */
  readonly afterRound: (round: number) => void;
}

/** What became of a round. `waiting`: not provable yet, or to be tried again. `outside`: this provider owes the chain no proof. */
export type Outcome = "proved" | "idle" | "missed" | "waiting" | "outside";

/** What a round is to commit. */
interface Next {
  readonly round: number;
  /** What the chain had room for when it was decided. */
  readonly units: number;
  readonly snapshot: Snapshot;
}

export class Prover {
  readonly #parts: ProverParts;
  /** The round that needs nothing more from us. */
  #done = -1;
  /** The round in which a second look, late in it, has found the proof still on the chain; or which is lost anyway. */
  #settled = -1;
  #tidied = -1;
  /** The round of which nothing more can be expected for now. */
  #concluded = -1;
  #trying = false;
  /** The next snapshot of a round is decided once, so that tries do not fill the shelf; again only when the chain's allocations changed. */
  #next: Next | undefined;
  /** The last proof that left: the round may end, and a look at the chain show it there, before its receipt came. */
  #sent: { readonly round: number; readonly earned: bigint } | undefined;
  #failures = 0;
  #said = "";

  constructor(parts: ProverParts) {
    this.#parts = parts;
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
      if (this.#parts.report.chainAnswers()) this.#parts.log.info({ round: clock.round }, "the chain answers again");
      if (this.#isDue(clock)) await this.#tryRound(clock.round, signal);
      this.#failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      this.#failures++;
      this.#complain(error);
    }
  }

  /** With no block left, a transaction would only land in the next round. */
  #isDue({ round, provable, blocksLeft }: Clock): boolean {
    if (!provable || blocksLeft === 0) return false;
    if (round !== this.#done) return true;
    const late = blocksLeft <= this.#parts.ledger.deployment.roundBlocks / PROVIDER.lookAgainPart;
    return late && this.#settled !== round;
  }

  async #tryRound(round: number, signal: AbortSignal): Promise<void> {
    this.#trying = true;
    const outcome = await this.#prove(round, signal).finally(() => (this.#trying = false));
    if (outcome === "waiting") return;
    this.#concluded = round;
    if (outcome === "outside") return;
    if (outcome === "missed" || this.#done === round) this.#settled = round;
    // An idle round may still get its first fragments, and then it is worth proving.
    if (outcome !== "idle") this.#done = round;
    this.#said = "";
    if (this.#tidied === round) return;
    this.#tidied = round;
    this.#parts.afterRound(round);
  }

  async #prove(round: number, signal: AbortSignal): Promise<Outcome> {
    const { ledger, owner, shelf, decided, report } = this.#parts;
    const record = await ledger.provider(owner, { signal });
    if (record === undefined || record.ejected || record.stage === "left") return this.#outside(record);
    report.observe(record);
    // The chain knows better than a book that was put back from a copy.
    await decided.decide(record.lastProvedRound);
    await this.#countLate(record, round, signal);
    if (await this.#isProved(record, round, signal)) return this.#alreadyProved(record, round);
    await shelf.prune(record.root, round);
    await this.#follow(record, round, signal);
    // Nothing is waited for between the book as it is and the shelf: what the snapshot needs is needed from here on.
    const next = this.#nextSnapshot(record, round);
    if (record.liveUnits === 0 && record.leaves === 0 && next.leaves === 0) return "idle";
    this.#next = { round, units: record.nextUnits, snapshot: next };
    await shelf.keep(next, round);
    const proof = await this.#proof(record, round, signal);
    if (proof === undefined) return "missed";
    return this.#send(record, round, next, proof, signal);
  }

  /** The proof, or nothing when the disk cannot give it: then this round is lost, and saying so once is all there is to do. */
  async #proof(record: ProviderRecord, round: number, signal: AbortSignal): Promise<Uint8Array | undefined> {
    const { ledger, owner, shelf, proofs } = this.#parts;
    const { chainId, market } = ledger.domain;
    const snapshot = shelf.get(record.root);
    if (snapshot === undefined || snapshot.leaves !== record.leaves) return this.#lose(record, round, rootLost(record));
    const beaconSeed = await ledger.seed(round, { signal });
    const facts = { chainId, market: addressBytes(market), provider: addressBytes(owner), round, beaconSeed };
    const challenge = { seed: challengeSeed(proofs.hasher, facts), count: ledger.deployment.challenges };
    try {
      return await buildProof(proofs, snapshot, challenge, signal);
    } catch (error) {
      if (signal.aborted || isCairnError(error, "ERR_DISK_FAILED")) throw error;
      return this.#lose(record, round, error);
    }
  }

  async #send(
    record: ProviderRecord,
    round: number,
    next: Snapshot,
    proof: Uint8Array,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { ledger, report, log } = this.#parts;
    const claim = { round, nextRoot: next.root, nextLeaves: next.leaves, proof };
    this.#sent = { round, earned: record.liveRate };
    const receipt = await this.#whileRoundLasts(round, signal, (within) => ledger.prove(claim, { signal: within }));
    report.proved(round, record.liveRate, receipt.gasUsed, next);
    const facts = {
      round,
      gas: receipt.gasUsed,
      earned: record.liveRate.toString(),
      leaves: next.leaves,
      bytes: proof.length,
    };
    log.info({ ...facts, root: hexOf(next.root) }, "proved the round");
    return "proved";
  }

  /** A transaction may take long, or the chain be away: the wait ends with the round, since the proof is worth nothing after it. */
  async #whileRoundLasts(
    round: number,
    signal: AbortSignal,
    send: (signal: AbortSignal) => Promise<Receipt>,
  ): Promise<Receipt> {
    const over = new AbortController();
    const done = new AbortController();
    const watching = this.#watch(round, over, AbortSignal.any([signal, done.signal]));
    try {
      return await send(AbortSignal.any([signal, over.signal]));
    } catch (error) {
      throw over.signal.aborted && !signal.aborted ? tooLate(round, error) : error;
    } finally {
      done.abort();
      await watching;
    }
  }

  async #watch(round: number, over: AbortController, until: AbortSignal): Promise<void> {
    const { clock, pollMs } = this.#parts;
    for (await pause(pollMs, until); !until.aborted; await pause(pollMs, until)) {
      try {
        if ((await clock.read(until)).round > round) return over.abort();
      } catch (error) {
        if (!until.aborted) this.#complain(error);
      }
    }
  }

  async #follow(record: ProviderRecord, round: number, signal: AbortSignal): Promise<void> {
    if (this.#isDecided(record, round)) return;
    const { terms, decided } = this.#parts;
    await terms.follow(record, round, signal);
    await decided.decide(round);
  }

  #isDecided({ nextUnits }: ProviderRecord, round: number): boolean {
    return this.#next?.round === round && this.#next.units === nextUnits;
  }

  #nextSnapshot(record: ProviderRecord, round: number): Snapshot {
    if (this.#next !== undefined && this.#isDecided(record, round)) return this.#next.snapshot;
    const { log, proofs } = this.#parts;
    return nextSnapshot({ book: proofs.book, hasher: proofs.hasher, log }, record, round);
  }

  /** Also after a restart, or when an answer to our own transaction never came. */
  async #isProved(record: ProviderRecord, round: number, signal: AbortSignal): Promise<boolean> {
    if (record.lastProvedRound !== round) return false;
    return round > 0 || (await this.#parts.ledger.provedRounds(record.owner, 0, 1, { signal }))[0] === true;
  }

  /** The proof of an earlier round whose receipt we did not wait for any longer, and which is on the chain all the same. */
  async #countLate(record: ProviderRecord, round: number, signal: AbortSignal): Promise<void> {
    const sent = this.#sent;
    if (sent === undefined || sent.round >= round) return;
    if (await this.#isProved(record, sent.round, signal)) this.#parts.report.found(sent.round, sent.earned);
    this.#sent = undefined;
  }

  #alreadyProved(record: ProviderRecord, round: number): Outcome {
    this.#parts.report.found(round, record.liveRate);
    return "proved";
  }

  #outside(record: ProviderRecord | undefined): Outcome {
    if (record !== undefined) this.#parts.report.observe(record);
    const state = record?.stage ?? "not registered";
    this.#say({ owner: this.#parts.owner, state }, `this provider is ${state}: it proves nothing and earns nothing`);
    return "outside";
  }

  #lose(record: ProviderRecord, round: number, error: unknown): undefined {
    const cost = record.liveRate.toString();
    const facts = { round, notEarned: cost, misses: record.misses + 1, ...factsOf(error) };
    this.#parts.report.failed(round, error);
    this.#parts.log.error(
      facts,
      `round ${round} not proved: ${messageOf(error)} This round earns nothing; three in a row cost stake.`,
    );
    return undefined;
  }

  #complain(error: unknown): void {
    const down = isCairnError(error, "ERR_RPC_DOWN");
    this.#parts.report.troubled(error, down);
    const what = down
      ? "the chain does not answer; serving goes on, trying again"
      : `this try to prove failed: ${messageOf(error)}`;
    this.#say(factsOf(error), what);
  }

  /** Says a thing once in a row, not at every poll. */
  #say(facts: object, what: string): void {
    if (what === this.#said) return;
    this.#said = what;
    this.#parts.log.warn(facts, what);
  }

  #delay(): number {
    const { pollMs } = this.#parts;
    return Math.min(pollMs * 2 ** Math.min(this.#failures, 6), Math.max(pollMs, PROVIDER.retryMs));
  }
}

function factsOf(error: unknown): object {
  return isCairnError(error) ? { code: error.code, ...error.facts } : { err: error };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function rootLost(record: ProviderRecord): Error {
  const facts = { root: hexOf(record.root), leaves: record.leaves };
  return cairnError("ERR_STORE_DAMAGED", "The book has no snapshot of the committed root.", { facts });
}

function tooLate(round: number, cause: unknown): Error {
  return cairnError("ERR_TX_TIMEOUT", `The proof of round ${round} was in no block when the round ended.`, {
    facts: { round },
    cause,
  });
}
