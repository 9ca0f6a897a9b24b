// Takes what a provider did not show to the chain: it must show that leaf there before the deadline, or lose stake. Each
// dispute locks a bond of the auditor's wallet. The chain remembers who opened what, so a later run goes on with all of it.

import { challengePositions } from "../../proofs/index.ts";
import { isCairnError, sameAddress } from "../../protocol/index.ts";
import { AUDITOR } from "../limits/index.ts";
import { notShown } from "./narrowing.ts";
import type { DisputeRecord, Fine, Ledger, ProviderRecord } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { SampleParts, Sampling } from "./verdict.ts";
import type { PeerAddress } from "../network/index.ts";

/**
 * possible: could be taken to the chain, and was not. opened: just now. open: waits for an answer. answered: the provider has shown the
 * leaf, and the bond is its. won: it has not, and was fined; the bond came back. over: somebody else has ended it. failed: could not be
 * opened or decided.
 */
export type DisputeState = "possible" | "opened" | "open" | "answered" | "won" | "over" | "failed";

/** What became of a dispute, or of a failure that could be one. Amounts in token base units. */
export interface DisputeNote {
  readonly provider: Address;
  readonly state: DisputeState;
  readonly reason: string;
  /** Its number on chain. */
  readonly dispute?: number;
  /** Of the leaf under the root that the provider had committed. */
  readonly position?: number;
  /** Last round in which an answer counts. */
  readonly deadline?: number;
  readonly bond?: bigint;
  /** The auditor's part of the fine. */
  readonly bounty?: bigint;
  readonly compensation?: bigint;
  readonly burned?: bigint;
}

/** A provider that did not show what it was asked for. */
export interface Failure {
  readonly record: ProviderRecord;
  /** Undefined where none is known: then it was offline. */
  readonly address: PeerAddress | undefined;
  readonly sampling: Sampling;
}

export interface ChallengerParts extends SampleParts {
  readonly ledger: Ledger;
}

interface Opened {
  readonly record: DisputeRecord;
  /** The last round in which it was seen open. */
  readonly seen: number;
}

export class Challenger {
  readonly #parts: ChallengerParts;
  readonly #open = new Map<number, Opened>();

  private constructor(parts: ChallengerParts) {
    this.#parts = parts;
  }

  /** With the disputes of the ledger's account that are still open. Throws ERR_RPC_DOWN. */
  static async recall(parts: ChallengerParts, signal: AbortSignal): Promise<Challenger> {
    const challenger = new Challenger(parts);
    const { ledger } = parts;
    const { round } = await ledger.clock({ signal });
    let top = await ledger.disputeCount({ signal });
    for (let page = 0; page < AUDITOR.disputePages && top >= 1; page++) {
      const from = Math.max(1, top - AUDITOR.pageRecords + 1);
      const found = await ledger.disputes(from, top - from + 1, { signal });
      for (const record of found) if (isOwn(ledger, record)) challenger.#open.set(record.id, { record, seen: round });
      top = from - 1;
    }
    return challenger;
  }

  /** Opens a dispute for each failure, but no more than some in a round, and one at a time for each provider. Throws only when aborted. */
  async challenge(failures: readonly Failure[], signal: AbortSignal): Promise<DisputeNote[]> {
    const notes: DisputeNote[] = [];
    // Who answers wrongly before who does not answer: an outage ends.
    const urgent = failures.toSorted((a, b) => Number(isOffline(a)) - Number(isOffline(b)));
    let opened = 0;
    for (const failure of urgent) {
      if (this.#isOpenAbout(failure.record.owner)) continue;
      if (opened === AUDITOR.disputesPerRound) {
        notes.push(possible(failure, `${opened} disputes were opened in this round already`));
        continue;
      }
      const note = await this.#challengeOne(failure, signal);
      if (note.state === "opened") opened++;
      notes.push(note);
    }
    return notes;
  }

  /** Decides those whose time is over, and tells of all. Throws only when aborted. */
  async settle(signal: AbortSignal): Promise<DisputeNote[]> {
    const notes: DisputeNote[] = [];
    for (const [id, opened] of this.#open) {
      const { provider } = opened.record;
      try {
        notes.push(await this.#settleOne(id, opened, signal));
      } catch (error) {
        signal.throwIfAborted();
        notes.push({ ...factsOf(opened.record), provider, state: "failed", reason: reasonOf(error) });
      }
    }
    return notes;
  }

  async #challengeOne(failure: Failure, signal: AbortSignal): Promise<DisputeNote> {
    const { ledger } = this.#parts;
    const { record, sampling } = failure;
    try {
      const position = await this.#positionOf(failure, signal);
      if (position === undefined) return possible(failure, "it was too busy to find out which leaf it lacks");
      const { dispute } = await ledger.challengeLeaf(record.owner, position, { root: sampling.root, signal });
      const opened = await ledger.dispute(dispute, { signal });
      if (opened === undefined)
        return { provider: record.owner, state: "over", dispute, position, reason: "over at once" };
      const { round } = await ledger.clock({ signal });
      this.#open.set(dispute, { record: opened, seen: round });
      return { ...factsOf(opened), state: "opened", reason: "it was not shown over the wire" };
    } catch (error) {
      signal.throwIfAborted();
      if (isRefusal(error, "StorageMarket_OtherRoot")) return possible(failure, "it has committed another root since");
      return { provider: record.owner, state: "failed", reason: reasonOf(error) };
    }
  }

  /** Of a leaf that was not shown; undefined if that cannot be found out now. */
  async #positionOf({ record, address, sampling }: Failure, signal: AbortSignal): Promise<number | undefined> {
    const { seed, asked } = sampling;
    const positions = challengePositions(this.#parts.hasher, seed, asked, record.leaves);
    if (address === undefined || sampling.verdict === "offline") return positions[0];
    const index = await notShown(this.#parts, record, address, sampling, signal);
    return index === undefined ? undefined : positions[index];
  }

  async #settleOne(id: number, { record, seen }: Opened, signal: AbortSignal): Promise<DisputeNote> {
    const { ledger } = this.#parts;
    // The clock first: an answer that came in between is then taken for one in time.
    const { round } = await ledger.clock({ signal });
    const now = await ledger.dispute(id, { signal });
    if (now === undefined || !isOwn(ledger, now)) {
      this.#open.delete(id);
      return ended(record, seen, round);
    }
    this.#open.set(id, { record: now, seen: round });
    const facts = factsOf(now);
    if (round <= now.deadline)
      return { ...facts, state: "open", reason: `can be answered until round ${now.deadline}` };
    const fine = await this.#decide(id, signal);
    this.#open.delete(id);
    if (fine === undefined) return { ...facts, state: "over", reason: "somebody else has decided it" };
    const { bounty, compensation, burned } = fine;
    const reason =
      bounty > 0n ? "not answered: the stake was fined" : "not answered: fined for another one of its time";
    return { ...facts, bounty, compensation, burned, state: "won", reason };
  }

  /** Undefined if somebody else was faster: anyone may. */
  async #decide(id: number, signal: AbortSignal): Promise<Fine | undefined> {
    try {
      return await this.#parts.ledger.decide(id, { signal });
    } catch (error) {
      if (isRefusal(error, "StorageMarket_NoDispute")) return undefined;
      throw error;
    }
  }

  #isOpenAbout(provider: Address): boolean {
    return [...this.#open.values()].some(({ record }) => sameAddress(record.provider, provider));
  }
}

/** What could be taken to the chain. */
export function possible({ record }: Failure, why: string): DisputeNote {
  return { provider: record.owner, state: "possible", reason: `not taken to the chain: ${why}` };
}

/** One that is open no more, without our doing: in time only an answer ends it, and past the deadline only a decision. */
function ended(record: DisputeRecord, seen: number, round: number): DisputeNote {
  const facts = factsOf(record);
  if (round <= record.deadline) return { ...facts, state: "answered", reason: "the provider has shown the leaf" };
  const reason = seen > record.deadline ? "somebody else has decided it" : "somebody has answered or decided it";
  return { ...facts, state: "over", reason };
}

function isOffline({ sampling }: Failure): boolean {
  return sampling.verdict === "offline";
}

function isOwn({ account }: Ledger, { challenger, kind }: DisputeRecord): boolean {
  return account !== undefined && kind === "root-leaf" && sameAddress(challenger, account);
}

function factsOf({ id, provider, position, deadline, bond }: DisputeRecord) {
  return { provider, dispute: id, position, deadline, bond };
}

function isRefusal(error: unknown, reason: string): boolean {
  return isCairnError(error, "ERR_REVERTED") && error.facts["reason"] === reason;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
