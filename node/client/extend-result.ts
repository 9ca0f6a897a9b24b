// What an extension tells: before it pays, what it will cost; in the end, what became of each allocation.

import type { AllocationRecord } from "../../contracts/index.ts";
import type { Address, ErrorCode, ObjectId } from "../../protocol/index.ts";

/**
 * `extended`: it was paid for now. `enough`: it lasts as long already. `failed`: it ends when it did; `reason` says why. `unknown`: its
 * provider could not be asked whether anything of the object lies there.
 */
export type ExtendOutcome = "extended" | "enough" | "failed" | "unknown";

export interface ExtendedAllocation {
  readonly allocation: number;
  readonly provider: Address;
  /** Of 1 MiB; all of them are extended, whatever else lies there. */
  readonly units: number;
  readonly outcome: ExtendOutcome;
  /** The first round that is not paid for. */
  readonly endRound: number;
  /** Token base units; 0 unless it was extended. */
  readonly paid: bigint;
  readonly code?: ErrorCode;
  readonly reason?: string;
}

/** Of an object: how much of it is paid for until the round that was asked for. */
export interface ExtendCoverage {
  readonly object: ObjectId;
  /** Of the worst segment: how many of its `of` fragments. `needed` of them give the object back. */
  readonly fragments: number;
  readonly needed: number;
  readonly of: number;
}

/** Before anything is paid. */
export interface ExtendQuote {
  /** The round now. */
  readonly round: number;
  /** The first round that will not be paid for. */
  readonly until: number;
  /** What all of `buys` cost. */
  readonly price: bigint;
  /** Those that will be extended, each with what it costs. */
  readonly buys: readonly { readonly allocation: AllocationRecord; readonly price: bigint }[];
  /** What is to be said already of the others. */
  readonly others: readonly ExtendedAllocation[];
}

export interface ExtendResult {
  /** Asked for again, nothing that was extended is paid twice. */
  readonly until: number;
  readonly paid: bigint;
  readonly allocations: readonly ExtendedAllocation[];
  /** Missing where allocations were named and no object. */
  readonly coverage?: ExtendCoverage;
}
