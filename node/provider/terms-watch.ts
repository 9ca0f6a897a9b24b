// Keeps the book's terms those of the chain. A client can end an allocation at once or by notice, buy more units, or move
// its end, without a word to the provider; a root with leaves that nobody pays for any more would be refused, and one
// without an allocation that goes on would cost stake.
//
// The chain tells the sum of units in the next round with each look. Equal sums can hide two changes, so the sum decides
// only whether to read on; an allocation is left out on the chain's word alone, told when its end could move no further.
// And by no node that is behind: it would not know yet of an end that was moved.

import { PROVIDER } from "../limits/index.ts";
import { mapBounded } from "../wait.ts";
import type { AllocationRecord as ChainRecord, Ledger, ProviderRecord } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { AllocationBook, OpenAllocation } from "./allocation-book.ts";
import type { ProviderLog } from "./provider-log.ts";
import type { RoundClock } from "./round-clock.ts";

export interface TermsParts {
  readonly ledger: Ledger;
  readonly owner: Address;
  readonly clock: RoundClock;
  readonly book: AllocationBook;
  readonly log: ProviderLog;
}

/** A node answered whose head is older than one seen before. */
const BEHIND = new Error("The node that answered is behind.");

export class TermsWatch {
  readonly #parts: TermsParts;
  /** Looks in this round that did not fit together. */
  #misfits = { round: -1, looks: 0 };

  constructor(parts: TermsParts) {
    this.#parts = parts;
  }

  /**
   * Brings the book up to what runs in the round after `round`, the chain's present one, with `chain` read in it.
   * False if what the chain told does not fit together, and is to be read again: it changed meanwhile, or a node is behind.
   * Throws ERR_RPC_DOWN.
   */
  async follow(chain: ProviderRecord, round: number, signal: AbortSignal): Promise<boolean> {
    try {
      if (await this.#fits(chain, round, signal)) return true;
    } catch (reason) {
      if (reason !== BEHIND) throw reason;
      return false;
    }
    const looks = this.#misfits.round === round ? this.#misfits.looks + 1 : 1;
    this.#misfits = { round, looks };
    // The root that is decided then has no more leaves than the chain has room for, whatever the reason.
    return looks >= PROVIDER.termLooks;
  }

  async #fits(chain: ProviderRecord, round: number, signal: AbortSignal): Promise<boolean> {
    await this.#seeEnds(round, signal);
    if (this.#units(round + 1) === chain.nextUnits) return true;
    await this.#readAll(chain, round + 1, signal);
    const units = this.#units(round + 1);
    if (units === chain.nextUnits) return true;
    const facts = { round, units, onChain: chain.nextUnits };
    this.#parts.log.debug(
      { event: "allocations.moving", ...facts },
      "the chain's allocations changed while they were read",
    );
    return false;
  }

  /** An end can be moved until its last round begins: what would be left out is read once more in that round or later. */
  async #seeEnds(round: number, signal: AbortSignal): Promise<void> {
    const isDue = ({ record, endSeenIn }: OpenAllocation): boolean =>
      record.terms.endRound <= round + 1 && (endSeenIn === undefined || endSeenIn > round);
    const due = [...this.#parts.book.written()].filter(isDue);
    await mapBounded(due, PROVIDER.termReadsAtOnce, async (allocation) => {
      await this.#reread(allocation, signal);
      if (allocation.record.terms.endRound <= round + 1) allocation.endSeenIn = round;
    });
  }

  /** From the newest on, until all the units are found; then what was known to run and was not among them. */
  async #readAll(chain: ProviderRecord, next: number, signal: AbortSignal): Promise<void> {
    const { book } = this.#parts;
    const seen = new Set<number>();
    let units = 0;
    for await (const found of this.#pages(signal)) {
      for (const one of found) {
        seen.add(one.id);
        if (one.startRound <= next && next < one.endRound) units += one.units;
        else if (book.get(one.id) === undefined) continue;
        this.#learn(one, next - 1);
      }
      if (units >= chain.nextUnits) break;
    }
    const rest = [...book.runningIn(next)].filter(({ record }) => !seen.has(record.terms.id));
    await mapBounded(rest, PROVIDER.termReadsAtOnce, (allocation) => this.#reread(allocation, signal));
  }

  async #reread(allocation: OpenAllocation, signal: AbortSignal): Promise<void> {
    const { ledger, book } = this.#parts;
    const found = await this.#told(() => ledger.allocation(allocation.record.terms.id, { signal }));
    if (found === undefined) allocation.onChain = false;
    else book.learn(found);
  }

  /** Throws BEHIND. */
  async #told<T>(ask: () => Promise<T>): Promise<T> {
    const told = await this.#parts.clock.with(ask);
    if (told === undefined) throw BEHIND;
    return told.value;
  }

  #learn(found: ChainRecord, round: number): void {
    const { book, log } = this.#parts;
    const before = book.get(found.id)?.record.terms;
    book.learn(found);
    const after = book.get(found.id)?.record.terms;
    if (before === undefined || before === after || after === undefined) return;
    const { id, units, endRound } = after;
    const facts = {
      allocation: id,
      round,
      units,
      endRound,
      before: { units: before.units, endRound: before.endRound },
    };
    log.info(
      { event: "allocation.changed", ...facts },
      `its client changed allocation ${id}: ${units} MiB until round ${endRound}`,
    );
  }

  async *#pages(signal: AbortSignal): AsyncGenerator<readonly ChainRecord[]> {
    const { ledger, owner } = this.#parts;
    for (let before: number | undefined, page = 0; page < PROVIDER.termPages; page++) {
      const asked = { max: PROVIDER.recordsAtOnce, ...(before !== undefined && { before }) };
      const found = await this.#told(() => ledger.allocationsOfProvider(owner, asked, { signal }));
      yield found;
      if (found.length < PROVIDER.recordsAtOnce) return;
      before = found.at(-1)?.id;
    }
  }

  #units(round: number): number {
    let units = 0;
    for (const { record } of this.#parts.book.runningIn(round)) units += record.terms.units;
    return units;
  }
}
