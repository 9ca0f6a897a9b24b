// Proves one round: reads the chain, builds the proof under the committed root, checks it, commits the next root. It never sends a
// proof that does not verify here, and never a root whose snapshot is not on the disk. Of several tries in a round at most one
// counts: the ledger puts the next one in the place of one that was given up.

import { addressBytes, cairnError, isCairnError } from "../../protocol/index.ts";
import { MAX_CATCH_UP_ROUNDS } from "../../contracts/index.ts";
import { challengeSeed } from "../../proofs/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { hexOf } from "./book-keys.ts";
import { nextSnapshot } from "./next-snapshot.ts";
import { buildProof } from "./proof-builder.ts";
import { despiteLag, whileRoundLasts } from "./proof-wait.ts";
import { Standing } from "./standing.ts";
import { isOpen } from "./trouble.ts";
import type { Ledger, ProviderRecord } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { DecidedRounds } from "./decided-rounds.ts";
import type { Losses } from "./losses.ts";
import type { ProofParts } from "./proof-builder.ts";
import type { ProviderLog } from "./provider-log.ts";
import type { RoundClock } from "./round-clock.ts";
import type { RoundReport } from "./round-report.ts";
import type { Snapshot, SnapshotShelf } from "./snapshot-shelf.ts";
import type { TermsWatch } from "./terms-watch.ts";

export interface RoundProverParts {
  readonly ledger: Ledger;
  readonly owner: Address;
  readonly clock: RoundClock;
  readonly shelf: SnapshotShelf;
  readonly decided: DecidedRounds;
  readonly terms: TermsWatch;
  readonly proofs: ProofParts;
  readonly report: RoundReport;
  readonly losses: Losses;
  readonly log: ProviderLog;
  readonly pollMs: number;
  /** Told of looks at the chain that failed while a proof waited for its block. */
  readonly complain: (error: unknown) => void;
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

export class RoundProver {
  readonly #parts: RoundProverParts;
  readonly #standing: Standing;
  /** The next snapshot of a round is decided once, so that tries do not fill the shelf; again only when the chain's allocations changed. */
  #next: Next | undefined;

  constructor(parts: RoundProverParts) {
    this.#parts = parts;
    this.#standing = new Standing(parts);
  }

  /** Tries to prove the round. Throws what the chain and the disk throw: then another try may do it. */
  async prove(round: number, signal: AbortSignal): Promise<Outcome> {
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
    if (record !== undefined && (record.lastProvedRound > round || record.behind > round + 1))
      throw impossible("rounds of this provider that have not been yet", { round, behind: record.behind });
    return { record, proved, from };
  }

  /**
   * After many rounds that were skipped, the chain's figures are those of an earlier one until it has walked them. The last of them go with
   * the proof; and it goes on only as long as it is seen to help: each transaction costs gas.
   */
  async #catchUp({ behind }: ProviderRecord, round: number, signal: AbortSignal): Promise<Outcome> {
    const { ledger, owner, log } = this.#parts;
    let [left, transactions, gas] = [behind, 0, 0];
    while (left > MAX_CATCH_UP_ROUNDS && transactions < PROVIDER.catchUps) {
      gas += (await ledger.catchUp(owner, MAX_CATCH_UP_ROUNDS, { signal })).gasUsed;
      transactions++;
      left = await this.#stillBehind(left, round, signal);
    }
    const facts = { round, behind, transactions, gas };
    log.warn(
      { event: "round.caught-up", ...facts },
      `${behind} rounds went by without a proof of this provider: the market's books caught up with them, which took ${gas} gas, and proving goes on`,
    );
    return "waiting";
  }

  /** Less than `before`: a node that lags may not know of the last transaction yet, and is asked again. */
  async #stillBehind(before: number, round: number, signal: AbortSignal): Promise<number> {
    const { ledger, owner } = this.#parts;
    for (let look = 1; look <= PROVIDER.viewLooks; look++) {
      const behind = (await ledger.provider(owner, { signal }))?.behind ?? 0;
      if (behind < before) return behind;
    }
    throw impossible("rounds behind that it was just made to walk", { round, behind: before });
  }

  async #observe(record: ProviderRecord, { proved, from }: View, round: number, signal: AbortSignal): Promise<void> {
    const { report, losses } = this.#parts;
    const before = report.record;
    report.observe(record, round);
    report.reconcile(from, proved);
    if (before !== undefined) losses.stakeTaken(before, record);
    await losses.compare(before, record, round, signal);
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
    const { ledger, owner, report, log, clock, pollMs, complain } = this.#parts;
    const claim = { round, nextRoot: next.root, nextLeaves: next.leaves, proof };
    const isProved = async (within: AbortSignal): Promise<boolean> =>
      (await ledger.provedRounds(owner, round, round + 1, { signal: within }))[0] === true;
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
    await this.#parts.losses.lose(record, round, error, signal);
    return undefined;
  }
}

function impossible(what: string, facts: object): Error {
  const message = `The endpoint tells of ${what}, which cannot be: check the RPC.`;
  return cairnError("ERR_NOT_DEPLOYED", message, { facts: { ...facts } });
}

function rootLost(record: ProviderRecord): Error {
  const facts = { root: hexOf(record.root), leaves: record.leaves };
  return cairnError("ERR_STORE_DAMAGED", "The book has no snapshot of the committed root.", { facts });
}
