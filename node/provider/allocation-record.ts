// What the book keeps of one allocation besides its items: the terms from the chain, the last co-signed state, the peaks
// to append to. Written with every change, in the same batch.

import { CairnError, decode, encode } from "../../protocol/index.ts";
import { NO_PEAKS } from "../../proofs/index.ts";
import type { Address, SignedState } from "../../protocol/index.ts";
import type { Peaks } from "../../proofs/index.ts";

/** What the chain says of an allocation, as far as it never changes. */
export interface AllocationTerms {
  readonly id: number;
  readonly client: Address;
  /** Of 1 MiB. */
  readonly units: number;
  readonly startRound: number;
  /** Exclusive. */
  readonly endRound: number;
}

export interface AllocationRecord {
  readonly terms: AllocationTerms;
  /** The last state that both have signed; undefined before the first. */
  readonly signed: SignedState | undefined;
  readonly peaks: Peaks;
  /** The place in tree order of the next item. Never used twice. */
  readonly nextOrdinal: number;
  /** The last state that took items out, 0 if none did: trees before it are no base for those after it. */
  readonly removedSeq: number;
}

const MAX_RECORD_BYTES = 16_384;

export function newRecord(terms: AllocationTerms): AllocationRecord {
  return { terms, signed: undefined, peaks: NO_PEAKS, nextOrdinal: 0, removedSeq: 0 };
}

export function encodeRecord({ terms, signed, peaks, nextOrdinal, removedSeq }: AllocationRecord): Uint8Array {
  return encode({
    v: 1,
    terms: { ...terms },
    signed: signed === undefined ? null : { ...signed, state: { ...signed.state } },
    items: peaks.items,
    peaks: peaks.peaks.map(({ hash, leaves }) => ({ hash, leaves })),
    nextOrdinal,
    removedSeq,
  });
}

/** Reads what `encodeRecord` wrote: the database checks its own bytes, so only another version can differ. */
export function decodeRecord(bytes: Uint8Array): AllocationRecord {
  const value = decode(bytes, MAX_RECORD_BYTES) as StoredRecord;
  if (value.v !== 1) {
    throw new CairnError(
      "ERR_STORE_DAMAGED",
      "The book has an allocation in a format that this version does not know: start the version that wrote it.",
    );
  }
  return {
    terms: value.terms,
    signed: value.signed ?? undefined,
    peaks: { items: value.items, peaks: value.peaks },
    nextOrdinal: value.nextOrdinal,
    removedSeq: value.removedSeq,
  };
}

interface StoredRecord {
  readonly v: number;
  readonly terms: AllocationTerms;
  readonly signed: SignedState | null;
  readonly items: number;
  readonly peaks: Peaks["peaks"];
  readonly nextOrdinal: number;
  readonly removedSeq: number;
}
