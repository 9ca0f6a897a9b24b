// Proves every round by itself: reads the chain, builds the proof under the committed root, checks it, commits the next
// root. It never sends a proof that does not verify here, and never a root whose snapshot is not on the disk. Of several tries
// in a round at most one counts: the ledger puts the next one in the place of one that was given up.

import { addressBytes, cairnError, isCairnError } from "../../protocol/index.ts";
import { MAX_CATCH_UP_ROUNDS } from "../../contracts/index.ts";
import { challengeSeed } from "../../proofs/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { formatTokens } from "../quantity.ts";
import { hexOf } from "./book-keys.ts";
import { GasWatch } from "./gas-watch.ts";
import { Losses } from "./losses.ts";
import { nextSnapshot } from "./next-snapshot.ts";
import { pause } from "./pause.ts";
import { buildProof } from "./proof-builder.ts";
import { despiteLag, whileRoundLasts } from "./proof-wait.ts";
import { Standing } from "./standing.ts";
import { isOpen, messageOf, Trouble } from "./trouble.ts";
import type { Clock, Ledger, ProviderRecord } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { DecidedRounds } from "./decided-rounds.ts";
import type { ProofParts } from "./proof-builder.ts";
import type { ProveSlot } from "./prove-slot.ts";
import type { ProviderLog } from "./provider-log.ts";
import type { RoundClock } from "./round-clock.ts";
import type { RoundReport } from "./round-report.ts";
import type { Snapshot, SnapshotShelf } from "./snapshot-shelf.ts";
import type { TermsWatch } from "./terms-watch.ts";

export interface ProverParts {
  readonly ledger: Ledger;
  readonly owner: Address;
  readonly clock: RoundClock;
  readonly slot: ProveSlot;
  readonly shelf: SnapshotShelf;
  readonly decided: DecidedRounds;
  readonly terms: TermsWatch;
  readonly proofs: ProofParts;
  readonly report: RoundReport;
  readonly log: ProviderLog;
  readonly pollMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called after each round that was proved, missed or idle. */
  readonly afterRound: (round: number) => void;
}

/** What became of a round. `waiting`: to be looked at again. `outside`: this provider owes the chain no proof. */
export type Outcome = "proved" | "idle" | "missed" | "waiting" | "outside";

/** The chain as one block has it. */
interface View {
  readonly record: ProviderRecord | undefined;
  /** From round `from` to the present one. */
  readonly proved: readonly boolean[];
  readonly from: number;
}

/** What a round is to commit. */
interface Next {
  readonly round: number;
  /** What the chain had room for when it was decided. */
  readonly units: number;
  readonly snapshot: Snapshot;
}

export class Prover {
  readonly #parts: ProverParts;
  readonly #losses: Losses;
  readonly #gas: GasWatch;
  readonly #trouble: Trouble;
  readonly #standing: Standing;
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
  #failures = 0;

  constructor(parts: ProverParts) {
    this.#parts = parts;
    this.#losses = new Losses(parts);
    this.#gas = new GasWatch(parts);
    this.#trouble = new Trouble(parts.log, parts.now);
    this.#standing = new Standing(parts);
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
    const outcome = await this.#prove(round, signal).finally(() => (this.#trying = false));
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

  async #prove(round: number, signal: AbortSignal): Promise<Outcome> {
    const { shelf, decided } = this.#parts;
    const view = await this.#view(round, signal);
    if (view === undefined) return "waiting";
    const { record } = view;
    if (!this.#standing.isInside(record)) {
      if (record !== undefined) this.#parts.report.observe(record, round);
      return "outside";
    }
    if (record.behind > MAX_CATCH_UP_ROUNDS) return this.#catchUp(record, round, signal);
    // The chain knows better than a book that was put back from a copy.
    await decided.decide(record.lastProvedRound);
    await this.#observe(record, view, round, signal);
    if (view.proved.at(-1) === true) return "proved";
    await shelf.prune(record.root, round);
    if (!(await this.#follow(record, round, signal))) return "waiting";
    // Nothing is waited for between the book as it is and the shelf: what the snapshot needs is needed from here on.
    const next = this.#nextSnapshot(record, round);
    if (record.liveUnits === 0 && record.leaves === 0 && next.leaves === 0) return "idle";
    this.#next = { round, units: record.nextUnits, snapshot: next };
    await shelf.keep(next, round);
    const proof = await this.#proof(record, round, signal);
    if (proof === undefined) return "missed";
    return this.#send(record, round, next, proof, signal);
  }

  /** Undefined if what the endpoint tells is not of this round, or of an older block than one seen before. */
  async #view(round: number, signal: AbortSignal): Promise<View | undefined> {
    const { ledger, owner, clock, report } = this.#parts;
    const { from, to } = report.window(round);
    const found = await clock.with(() =>
      Promise.all([ledger.provider(owner, { signal }), ledger.provedRounds(owner, from, to, { signal })]),
    );
    report.chainDown = false;
    if (found?.clock.round !== round) return undefined;
    const [record, proved] = found.value;
    return { record, proved, from };
  }

  /** After many rounds that were skipped, the chain's figures are those of an earlier one until it has walked them. */
  async #catchUp({ behind }: ProviderRecord, round: number, signal: AbortSignal): Promise<Outcome> {
    const { ledger, owner, log } = this.#parts;
    const transactions = Math.min(Math.ceil(behind / MAX_CATCH_UP_ROUNDS), PROVIDER.catchUps);
    let gas = 0;
    for (let i = 0; i < transactions; i++) {
      gas += (await ledger.catchUp(owner, MAX_CATCH_UP_ROUNDS, { signal })).gasUsed;
    }
    const facts = { round, behind, transactions, gas };
    log.warn(
      { event: "round.caught-up", ...facts },
      `${behind} rounds went by unproved: the market caught up with them, which took ${gas} gas`,
    );
    return "waiting";
  }

  async #observe(record: ProviderRecord, { proved, from }: View, round: number, signal: AbortSignal): Promise<void> {
    const { report } = this.#parts;
    const before = report.record;
    report.observe(record, round);
    report.reconcile(from, proved);
    if (before !== undefined) this.#losses.stakeTaken(before, record);
    await this.#losses.compare(before, record, round, signal);
  }

  /** The proof, or nothing when the disk cannot give it: then this round is lost, and saying so once is all there is to do. */
  async #proof(record: ProviderRecord, round: number, signal: AbortSignal): Promise<Uint8Array | undefined> {
    const { ledger, owner, shelf, proofs } = this.#parts;
    const { chainId, market } = ledger.domain;
    const snapshot = shelf.get(record.root);
    if (snapshot === undefined || snapshot.leaves !== record.leaves)
      return this.#lose(record, round, rootLost(record), signal);
    const beaconSeed = await despiteLag(() => ledger.seed(round, { signal }));
    const facts = { chainId, market: addressBytes(market), provider: addressBytes(owner), round, beaconSeed };
    const challenge = { seed: challengeSeed(proofs.hasher, facts), count: ledger.deployment.challenges };
    try {
      const started = performance.now();
      const proof = await buildProof(proofs, snapshot, challenge, signal);
      this.#parts.report.proofSeconds = (performance.now() - started) / 1000;
      return proof;
    } catch (error) {
      if (signal.aborted || isCairnError(error, "ERR_DISK_FAILED")) throw error;
      return this.#lose(record, round, error, signal);
    }
  }

  async #send(
    record: ProviderRecord,
    round: number,
    next: Snapshot,
    proof: Uint8Array,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { ledger, owner, report, log, clock, pollMs } = this.#parts;
    const claim = { round, nextRoot: next.root, nextLeaves: next.leaves, proof };
    const isProved = async (within: AbortSignal): Promise<boolean> =>
      (await ledger.provedRounds(owner, round, round + 1, { signal: within }))[0] === true;
    const complain = (error: unknown): void => this.#complain(error);
    const receipt = await whileRoundLasts({ clock, pollMs, isProved, complain }, round, signal, (within) =>
      despiteLag(() => ledger.prove(claim, { signal: within })),
    ).catch(async (error: unknown) => {
      if (signal.aborted || !isOpen(error) || !(await isProved(signal))) throw error;
      return undefined;
    });
    if (receipt === undefined) report.found(round);
    else report.proved(round, receipt.gasUsed, next);
    const facts = {
      round,
      gas: receipt?.gasUsed,
      earned: record.liveRate.toString(),
      leaves: next.leaves,
      bytes: proof.length,
    };
    log.info({ event: "round.proved", ...facts, root: hexOf(next.root) }, "proved the round");
    return "proved";
  }

  /** False if the terms have to be read again before anything can be decided. */
  async #follow(record: ProviderRecord, round: number, signal: AbortSignal): Promise<boolean> {
    if (this.#isDecided(record, round)) return true;
    const { terms, decided } = this.#parts;
    if (!(await terms.follow(record, round, signal))) return false;
    await decided.decide(round);
    return true;
  }

  #isDecided({ nextUnits }: ProviderRecord, round: number): boolean {
    return this.#next?.round === round && this.#next.units === nextUnits;
  }

  #nextSnapshot(record: ProviderRecord, round: number): Snapshot {
    if (this.#next !== undefined && this.#isDecided(record, round)) return this.#next.snapshot;
    const { log, proofs } = this.#parts;
    return nextSnapshot({ book: proofs.book, hasher: proofs.hasher, log }, record, round);
  }

  async #lose(record: ProviderRecord, round: number, error: unknown, signal: AbortSignal): Promise<undefined> {
    this.#parts.report.failed(round, error);
    await this.#losses.lose(record, round, error, signal);
    return undefined;
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

function rootLost(record: ProviderRecord): Error {
  const facts = { root: hexOf(record.root), leaves: record.leaves };
  return cairnError("ERR_STORE_DAMAGED", "The book has no snapshot of the committed root.", { facts });
}
