// Keeps the book's terms those of the chain. A client can end an allocation at once or by notice, buy more units, or move
// its end, without a word to the provider; a root with leaves that nobody pays for any more would be refused, and one
// without an allocation that goes on would cost stake.
//
// The chain tells the sum of units in the next round with each look. Equal sums can hide two changes, so the sum decides
// only whether to read on; an allocation is left out on the chain's word alone, told when its end could move no further.

import { PROVIDER } from "../limits.ts";
import { mapBounded } from "../wait.ts";
import type { AllocationRecord as ChainRecord, Ledger, ProviderRecord } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { AllocationBook, OpenAllocation } from "./allocation-book.ts";
import type { ProviderLog } from "./provider-log.ts";

export interface TermsParts {
  readonly ledger: Ledger;
  readonly owner: Address;
  readonly book: AllocationBook;
  readonly log: ProviderLog;
}

export class TermsWatch {
  readonly #parts: TermsParts;

  constructor(parts: TermsParts) {
    this.#parts = parts;
  }

  /**
   * Brings the book up to what runs in the round after `round`, the chain's present one, with `chain` read in it.
   * Throws ERR_RPC_DOWN.
   */
  async follow(chain: ProviderRecord, round: number, signal: AbortSignal): Promise<void> {
    await this.#seeEnds(round, signal);
    if (this.#units(round + 1) === chain.nextUnits) return;
    await this.#readAll(chain, round + 1, signal);
    const units = this.#units(round + 1);
    if (units === chain.nextUnits) return;
    const facts = { round, units, onChain: chain.nextUnits };
    this.#parts.log.debug(facts, "the chain's allocations changed while they were read");
  }

  /** An end can be moved until its last round begins: what would be left out is read once more in that round or later. */
  async #seeEnds(round: number, signal: AbortSignal): Promise<void> {
    const isDue = ({ record, endSeenIn }: OpenAllocation): boolean =>
      record.terms.endRound <= round + 1 && (endSeenIn === undefined || endSeenIn > round);
    const due = [...this.#parts.book.written()].filter(isDue);
    await mapBounded(due, PROVIDER.termReadsAtOnce, async (allocation) => {
      await this.#parts.book.reread(allocation, signal);
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
    await mapBounded(rest, PROVIDER.termReadsAtOnce, (allocation) => book.reread(allocation, signal));
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
    log.info(facts, "the terms of an allocation were changed on chain");
  }

  async *#pages(signal: AbortSignal): AsyncGenerator<readonly ChainRecord[]> {
    const { ledger, owner } = this.#parts;
    for (let before: number | undefined, page = 0; page < PROVIDER.termPages; page++) {
      const asked = { max: PROVIDER.recordsAtOnce, ...(before !== undefined && { before }) };
      const found = await ledger.allocationsOfProvider(owner, asked, { signal });
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
