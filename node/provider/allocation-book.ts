// The book of allocations: what the provider owes to whom. It knows an allocation's terms as the chain told them last, keeps
// them and the last co-signed state on disk, and lets one change of an allocation happen at a time.

import { CairnError, cairnError, sameAddress, UNIT_LEAVES } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { decodeRecord, encodeRecord, newRecord } from "./allocation-record.ts";
import { keyOf } from "./book-keys.ts";
import { Change } from "./book-tables.ts";
import { WriterQueue } from "./writer-queue.ts";
import type { AllocationRecord as ChainRecord, Ledger } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { AllocationRecord, AllocationTerms } from "./allocation-record.ts";
import type { BookTables } from "./book-tables.ts";
import type { RoundClock } from "./round-clock.ts";

/** The market counts allocations in 48 bits; a peer can name any number below 2^53. */
const ALLOCATION_IDS = 2 ** 48;

/** An allocation in memory. `record` is what is on disk, except before the first change. */
export interface OpenAllocation {
  record: AllocationRecord;
  /** The record is on disk. */
  written: boolean;
  /** False if the chain was asked and has no such allocation of this client: it has rolled back. */
  onChain: boolean;
  /** The round in which the chain told its end, if that was too late to move it further away. */
  endSeenIn: number | undefined;
  readonly queue: WriterQueue;
}

/** What the chain told, and what it is in the book: undefined if it is none of this provider's. */
interface Told {
  readonly found: ChainRecord;
  readonly allocation: OpenAllocation | undefined;
}

export interface BookComponents {
  readonly tables: BookTables;
  readonly ledger: Ledger;
  readonly owner: Address;
  readonly clock: RoundClock;
}

export class AllocationBook {
  readonly #parts: BookComponents;
  readonly #open = new Map<number, OpenAllocation>();
  readonly #lookups = new Map<number, Promise<Told | undefined>>();

  private constructor(parts: BookComponents) {
    this.#parts = parts;
  }

  /** Reads the book. Throws ERR_STORE_DAMAGED when it cannot. */
  static async open(parts: BookComponents): Promise<AllocationBook> {
    const book = new AllocationBook(parts);
    for await (const value of parts.tables.allocations.values()) {
      const record = decodeRecord(value);
      book.#open.set(record.terms.id, entryOf(record, true));
    }
    return book;
  }

  /** All allocations that are on disk. */
  *written(): Generator<OpenAllocation> {
    for (const allocation of this.#open.values()) if (allocation.written) yield allocation;
  }

  /** The newest other allocations of the same client, a bounded number of them. */
  siblings(id: number): number[] {
    const client = this.#open.get(id)?.record.terms.client;
    const found = [...this.written()].map(({ record }) => record.terms);
    const others = found.filter(
      (terms) => terms.id !== id && client !== undefined && sameAddress(terms.client, client),
    );
    return others
      .map((terms) => terms.id)
      .sort((a, b) => b - a)
      .slice(0, PROVIDER.siblings);
  }

  get(id: number): OpenAllocation | undefined {
    return this.#open.get(id);
  }

  /** Those whose units the market counts in the round, as far as is known; also where nothing was stored yet. */
  *runningIn(round: number): Generator<OpenAllocation> {
    for (const allocation of this.#open.values()) {
      const { startRound, endRound } = allocation.record.terms;
      if (allocation.onChain && startRound <= round && round < endRound) yield allocation;
    }
  }

  /**
   * An allocation of `client` at this provider. Throws ERR_ALLOCATION_UNKNOWN when the chain has no such one, ERR_RPC_DOWN
   * when the book does not know it and the chain cannot be asked, ERR_PEER_BUSY when too many wait for the chain.
   */
  async of(client: Address, id: number): Promise<OpenAllocation> {
    const allocation = this.#open.get(id) ?? (await this.#lookUp(id))?.allocation;
    if (allocation === undefined || !sameAddress(allocation.record.terms.client, client)) throw unknownAllocation(id);
    return allocation;
  }

  /** The same, if it still takes changes. Throws ERR_ALLOCATION_EXPIRED when its last round is over. */
  async live(client: Address, id: number): Promise<OpenAllocation> {
    const allocation = await this.of(client, id);
    const round = await this.#parts.clock.round();
    if (round >= allocation.record.terms.endRound) await this.refresh(allocation);
    const { endRound } = allocation.record.terms;
    if (round < endRound) return allocation;
    throw cairnError("ERR_ALLOCATION_EXPIRED", undefined, { facts: { allocation: id, endRound, round } });
  }

  /** Asks the chain once more, for a request that asks for more than the book knows of. Throws ERR_RPC_DOWN, ERR_PEER_BUSY. */
  async refresh({ record }: OpenAllocation): Promise<void> {
    await this.#lookUp(record.terms.id);
  }

  /** What the chain says now of an allocation of `client` at this provider. Throws what `live` throws, and ERR_RPC_DOWN in any case. */
  async told(client: Address, id: number): Promise<ChainRecord> {
    const told = await this.#lookUp(id);
    const isOurs = told?.allocation !== undefined && sameAddress(told.found.client, client);
    if (!isOurs) throw unknownAllocation(id);
    return told.found;
  }

  /** Reads the terms of an allocation in the book anew. Throws ERR_RPC_DOWN. */
  async reread(allocation: OpenAllocation, signal: AbortSignal): Promise<void> {
    const { ledger } = this.#parts;
    const found = await ledger.allocation(allocation.record.terms.id, { signal });
    if (found === undefined) allocation.onChain = false;
    else this.learn(found);
  }

  /** Takes over what the chain tells of an allocation; undefined if that is none of this provider's. */
  learn(found: ChainRecord): OpenAllocation | undefined {
    if (!sameAddress(found.provider, this.#parts.owner)) return undefined;
    const { id, client, units, startRound, endRound } = found;
    const terms = { id, client, units, startRound, endRound };
    const known = this.#open.get(id);
    if (known === undefined) {
      const entry = entryOf(newRecord(terms), false);
      if (!found.settled) this.#open.set(id, entry);
      return entry;
    }
    known.onChain = sameAddress(known.record.terms.client, client);
    if (known.onChain && !sameTerms(known.record.terms, terms)) this.#change(known, terms);
    return known;
  }

  /** Puts the record into `change` if it is not on disk yet: an allocation is kept from its first staged fragment on. */
  enter(change: Change, allocation: OpenAllocation): void {
    if (allocation.written) return;
    this.putRecord(change, allocation.record);
  }

  putRecord(change: Change, record: AllocationRecord): void {
    change.put(this.#parts.tables.allocations, keyOf(record.terms.id), encodeRecord(record));
  }

  /** Forgets an allocation whose rows are gone. */
  async forget(id: number): Promise<void> {
    const change = new Change(this.#parts.tables);
    change.del(this.#parts.tables.allocations, keyOf(id));
    await change.commit();
    this.#open.delete(id);
  }

  /** In memory at once, so that a request sees it; on the disk after the changes that wait, which write the record, too. */
  #change(allocation: OpenAllocation, terms: AllocationTerms): void {
    allocation.record = { ...allocation.record, terms };
    allocation.endSeenIn = undefined;
    if (!allocation.written) return;
    const write = async (): Promise<void> => {
      const change = new Change(this.#parts.tables);
      this.putRecord(change, allocation.record);
      await change.commit();
    };
    // What is not written now is written with the next change, or learnt again.
    if (allocation.queue.hasRoom) allocation.queue.run(write).catch(() => {});
  }

  /** Forgets allocations that ended before anything was stored in them. */
  forgetUnused(round: number): void {
    for (const [id, { record, written }] of this.#open)
      if (!written && record.terms.endRound <= round) this.#open.delete(id);
  }

  #lookUp(id: number): Promise<Told | undefined> {
    const known = this.#lookups.get(id);
    if (known !== undefined) return known;
    if (this.#lookups.size >= PROVIDER.allocationLookups) {
      throw new CairnError("ERR_PEER_BUSY", "Too many unknown allocations are being looked up: try again.");
    }
    const lookup = this.#fetch(id).finally(() => this.#lookups.delete(id));
    this.#lookups.set(id, lookup);
    return lookup;
  }

  async #fetch(id: number): Promise<Told | undefined> {
    const found = id < ALLOCATION_IDS ? await this.#parts.ledger.allocation(id) : undefined;
    if (found === undefined) return undefined;
    const allocation = this.learn(found);
    if (!found.settled) return { found, allocation };
    throw cairnError("ERR_ALLOCATION_EXPIRED", undefined, { facts: { allocation: id } });
  }
}

function entryOf(record: AllocationRecord, written: boolean): OpenAllocation {
  return { record, written, onChain: true, endSeenIn: undefined, queue: new WriterQueue() };
}

function sameTerms(a: AllocationTerms, b: AllocationTerms): boolean {
  return a.units === b.units && a.startRound === b.startRound && a.endRound === b.endRound;
}

/** Leaves that the allocation may have. */
export function capacityLeaves(terms: AllocationTerms): number {
  return terms.units * UNIT_LEAVES;
}

/** Leaves of the last signed state. */
export function signedLeaves(record: AllocationRecord): number {
  return record.signed?.state.leaves ?? 0;
}

function unknownAllocation(id: number): CairnError {
  return cairnError("ERR_ALLOCATION_UNKNOWN", undefined, { facts: { allocation: id } });
}
