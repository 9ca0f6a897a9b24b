// Answers disputes by itself: finds those that are open, builds each answer, and sends it before the deadline. The chain is
// what counts: a dispute is read again before it is answered, and one that a rollback brought back is answered again.
//
// Proofs go first, because a round is shorter than the time to answer: with rounds to spare an answer waits until the
// round's proof has been made or given up, in the last but one it only keeps out of the way of one that is being made,
// and in the last one it waits for nothing: a proof that no block takes must not cost a dispute as well.

import { isCairnError } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { mapBounded } from "../wait.ts";
import { buildAnswer } from "./answer-builder.ts";
import { DisputeSearch } from "./dispute-search.ts";
import { pause } from "./pause.ts";
import { isOpen, kindOf } from "./trouble.ts";
import type { DisputeRecord, Ledger, ProviderRecord, Receipt } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { Answer, AnswerParts } from "./answer-builder.ts";
import type { DisputeReport } from "./dispute-report.ts";
import type { ProviderLog } from "./provider-log.ts";
import type { Prover } from "./prover.ts";
import type { RoundClock } from "./round-clock.ts";
import type { RoundReport } from "./round-report.ts";

export interface AnswererParts extends AnswerParts {
  readonly ledger: Ledger;
  readonly owner: Address;
  readonly clock: RoundClock;
  readonly prover: Pick<Prover, "isTrying" | "hasConcluded">;
  readonly rounds: RoundReport;
  readonly report: DisputeReport;
  readonly log: ProviderLog;
  readonly pollMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Why one is not tried in each pass. */
interface Wait {
  readonly until: number;
  readonly failures: number;
}

export class Answerer {
  readonly #parts: AnswererParts;
  readonly #search: DisputeSearch;
  readonly #waits = new Map<number, Wait>();
  // The kinds of failure that were said of each, so that each is said once.
  readonly #said = new Map<number, Set<string>>();
  /** Answers that left and of which no good receipt came: when the dispute is gone in time, they have arrived. */
  readonly #sent = new Map<number, DisputeRecord>();
  #record: ProviderRecord | undefined;
  /** The prover's record that was taken over last. */
  #taken: ProviderRecord | undefined;
  #askedAt = 0;
  #failures = 0;

  constructor(parts: AnswererParts) {
    this.#parts = parts;
    this.#search = new DisputeSearch(parts.ledger, parts.owner);
  }

  /** Looks and answers until the signal. Never throws. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#tryPass(signal);
      await pause(this.#delay(), signal);
    }
  }

  async #tryPass(signal: AbortSignal): Promise<void> {
    try {
      await this.#pass(signal);
      this.#failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      this.#failures++;
      // That the chain is away, the prover says.
      if (this.#failures === 1 && !isCairnError(error, "ERR_RPC_DOWN"))
        this.#parts.log.warn(
          { event: "dispute.look-failed", err: error },
          "the chain could not be asked for disputes about this provider, trying again soon",
        );
    }
  }

  async #pass(signal: AbortSignal): Promise<void> {
    const { shelf, clock, report } = this.#parts;
    const record = await this.#look(signal);
    report.open = record?.openDisputes ?? 0;
    if (report.open > 0 || this.#search.known.length > 0) await this.#search.look(report.open, signal);
    await this.#findArrived(signal);
    shelf.pin(this.#search.known.map((dispute) => dispute.root));
    this.#forgetOld();
    if (this.#search.known.length === 0) return;
    const { round } = await clock.read(signal);
    const due = this.#search.known.filter((dispute) => this.#isDue(dispute, round));
    await mapBounded(due, PROVIDER.answersAtOnce, (dispute) => this.#handle(dispute.id, round, signal));
  }

  /** Receipts get lost, and endpoints lie about them: that a dispute is gone says as much. */
  async #findArrived(signal: AbortSignal): Promise<void> {
    const known = new Set(this.#search.known.map(({ id }) => id));
    for (const [id, dispute] of this.#sent) {
      if (known.has(id) || (await this.#parts.ledger.dispute(id, { signal })) !== undefined) continue;
      this.#sent.delete(id);
      // Only after its deadline a dispute can end in another way than by an answer.
      if ((this.#parts.clock.last?.round ?? Infinity) > dispute.deadline) continue;
      this.#parts.report.answeredOne(dispute);
      this.#parts.log.info(
        { event: "dispute.answered", ...factsOf(dispute), bond: dispute.bond.toString() },
        "answered a dispute",
      );
    }
  }

  /** What the prover has seen, or what the chain tells: at once while there is something to answer, else now and then. */
  async #look(signal: AbortSignal): Promise<ProviderRecord | undefined> {
    const { ledger, owner, rounds, pollMs, now } = this.#parts;
    if (rounds.record !== this.#taken) {
      this.#taken = rounds.record;
      this.#record = rounds.record;
    }
    const isRecent = now() - this.#askedAt < pollMs * PROVIDER.disputeLookPolls;
    if (isRecent && (this.#record?.openDisputes ?? 0) === 0) return this.#record;
    this.#record = await ledger.provider(owner, { signal });
    this.#askedAt = now();
    return this.#record;
  }

  #isDue(dispute: DisputeRecord, round: number): boolean {
    const { prover, now } = this.#parts;
    if ((this.#waits.get(dispute.id)?.until ?? 0) > now()) return false;
    if (this.#givesWay(dispute, round)) return false;
    return prover.hasConcluded(round) || dispute.deadline <= round + 1;
  }

  /** To a proof that is being made. */
  #givesWay({ deadline }: DisputeRecord, round: number): boolean {
    return this.#parts.prover.isTrying && deadline > round;
  }

  async #handle(id: number, round: number, signal: AbortSignal): Promise<void> {
    try {
      const dispute = await this.#search.reread(id, signal);
      if (dispute === undefined) return;
      if (dispute.deadline < round) return await this.#lose(dispute, signal);
      // What this pass found due, a proof that has begun since then goes before.
      if (this.#givesWay(dispute, round)) return;
      await this.#answer(dispute, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      await this.#fail(id, error, signal);
    }
  }

  async #answer(dispute: DisputeRecord, signal: AbortSignal): Promise<void> {
    const { report, log } = this.#parts;
    const answer = await buildAnswer(this.#parts, dispute);
    this.#sent.set(dispute.id, dispute);
    const { gasUsed } = await this.#send(dispute, answer, signal);
    report.answeredOne(dispute);
    this.#sent.delete(dispute.id);
    this.#search.forget(dispute.id);
    this.#waits.delete(dispute.id);
    log.info(
      {
        event: "dispute.answered",
        ...factsOf(dispute),
        with: answer.kind,
        bond: dispute.bond.toString(),
        gas: gasUsed,
      },
      "answered a dispute",
    );
  }

  #send({ id }: DisputeRecord, answer: Answer, signal: AbortSignal): Promise<Receipt> {
    const { ledger } = this.#parts;
    if (answer.kind === "proof") return ledger.answer(id, answer.proof, { signal });
    return ledger.answerWithState(id, answer.later, { signal });
  }

  async #lose(dispute: DisputeRecord, signal: AbortSignal): Promise<void> {
    const { report, log } = this.#parts;
    this.#wait(dispute.id, PROVIDER.retryMs);
    if (!report.lostOne(dispute)) return;
    const cost = await this.#cost(dispute, signal);
    const facts = { ...factsOf(dispute), stakeAtRisk: cost?.toString() };
    log.error(
      { event: "dispute.lost", ...facts },
      `dispute ${dispute.id} was not answered in time: anybody can have it decided, which takes stake. The lines before say why it was not`,
    );
  }

  async #fail(id: number, error: unknown, signal: AbortSignal): Promise<void> {
    const { report, log } = this.#parts;
    // It is answered: by this provider, though no receipt says so, or by somebody else, as anybody may.
    const isGone = isCairnError(error, "ERR_REVERTED") && error.facts["reason"] === "StorageMarket_NoDispute";
    if (isGone || (isOpen(error) && (await this.#search.reread(id, signal)) === undefined)) {
      this.#search.forget(id);
      return;
    }
    const failures = (this.#waits.get(id)?.failures ?? 0) + 1;
    this.#wait(id, Math.min(this.#parts.pollMs * 2 ** Math.min(failures, 10), PROVIDER.retryMs), failures);
    if (isCairnError(error, "ERR_RPC_DOWN")) throw error;
    const dispute = this.#search.known.find((one) => one.id === id);
    if (dispute === undefined) return;
    const cost = await this.#cost(dispute, signal);
    report.failed(dispute, error, cost);
    const what = error instanceof Error ? error.message : String(error);
    const said = this.#said.get(id) ?? new Set();
    if (said.has(kindOf(error)) || said.size >= PROVIDER.troubleKinds) return;
    this.#said.set(id, said.add(kindOf(error)));
    const facts = { ...factsOf(dispute), ...errorFacts(error), stakeAtRisk: cost?.toString() };
    log.error(
      { event: "dispute.not-answered", ...facts },
      `dispute ${dispute.id} not answered: ${what} If it is not by the end of round ${dispute.deadline}, it costs stake.`,
    );
  }

  #wait(id: number, ms: number, failures = 0): void {
    this.#waits.set(id, { until: this.#parts.now() + ms, failures });
  }

  /** What the dispute takes of the stake as it is now, if it stays unanswered; nothing if another one of its time has. */
  async #cost({ deadline }: DisputeRecord, signal: AbortSignal): Promise<bigint | undefined> {
    const record = this.#record;
    if (record === undefined) return undefined;
    if (deadline <= record.finedUntil) return 0n;
    try {
      const { disputeSlashBasisPoints } = await this.#parts.ledger.settings({ signal });
      return (record.stake * BigInt(disputeSlashBasisPoints) + BASIS_POINTS - 1n) / BASIS_POINTS;
    } catch {
      return undefined;
    }
  }

  #forgetOld(): void {
    const known = new Set(this.#search.known.map(({ id }) => id));
    for (const notes of [this.#waits, this.#said]) for (const id of notes.keys()) if (!known.has(id)) notes.delete(id);
  }

  #delay(): number {
    const { pollMs } = this.#parts;
    return Math.min(pollMs * 2 ** Math.min(this.#failures, 6), Math.max(pollMs, PROVIDER.retryMs));
  }
}

/** Parts of the stake are counted in 1/10,000. */
const BASIS_POINTS = 10_000n;

function factsOf({ id, kind, deadline, allocation, seq, position }: DisputeRecord): object {
  const about = kind === "root-leaf" ? { position } : { allocation, seq, ...(kind === "state-leaf" && { position }) };
  return { dispute: id, kind, deadline, ...about };
}

function errorFacts(error: unknown): object {
  return isCairnError(error) ? { code: error.code, ...error.facts } : { err: error };
}
