// What the book keeps of one allocation besides its items: the terms from the chain, the last co-signed state, the peaks
// to append to. Written with every change, in the same batch.

import { CairnError, decode, encode } from "../../protocol/index.ts";
import { NO_PEAKS } from "../../proofs/index.ts";
import type { Address, SignedState } from "../../protocol/index.ts";
import type { Peaks } from "../../proofs/index.ts";

/** What the chain said of an allocation when it was asked last. Its client can buy more units, move its end, or end it. */
export interface AllocationTerms {
  readonly id: number;
  readonly client: Address;
  /** Of 1 MiB, in the next round and after it. */
  readonly units: number;
  readonly startRound: number;
  /** Exclusive. */
  readonly endRound: number;
}

export interface AllocationRecord {
  readonly terms: AllocationTerms;
  /** The last state that both have signed; undefined before the first. */
  readonly signed: SignedState | undefined;
  /** The last one without leaves: what answers those who ask why an older one is under no root. */
  readonly emptied: SignedState | undefined;
  readonly peaks: Peaks;
  /** The place in tree order of the next item. Never used twice. */
  readonly nextOrdinal: number;
  /** The last state that took items out, 0 if none did: trees before it are no base for those after it. */
  readonly removedSeq: number;
}

const MAX_RECORD_BYTES = 16_384;

export function newRecord(terms: AllocationTerms): AllocationRecord {
  return { terms, signed: undefined, emptied: undefined, peaks: NO_PEAKS, nextOrdinal: 0, removedSeq: 0 };
}

export function encodeRecord(record: AllocationRecord): Uint8Array {
  const { terms, signed, emptied, peaks, nextOrdinal, removedSeq } = record;
  return encode({
    v: 2,
    terms: { ...terms },
    signed: plain(signed),
    emptied: plain(emptied),
    items: peaks.items,
    peaks: peaks.peaks.map(({ hash, leaves }) => ({ hash, leaves })),
    nextOrdinal,
    removedSeq,
  });
}

function plain(signed: SignedState | undefined) {
  return signed === undefined ? null : { ...signed, state: { ...signed.state } };
}

/** Reads what `encodeRecord` wrote, today or in version 1: the database checks its own bytes, so only another version can differ. */
export function decodeRecord(bytes: Uint8Array): AllocationRecord {
  const value = decode(bytes, MAX_RECORD_BYTES) as StoredRecord;
  if (value.v !== 1 && value.v !== 2) {
    throw new CairnError(
      "ERR_STORE_DAMAGED",
      "The book has an allocation in a format that this version does not know: start the version that wrote it.",
    );
  }
  return {
    terms: value.terms,
    signed: value.signed ?? undefined,
    emptied: value.emptied ?? undefined,
    peaks: { items: value.items, peaks: value.peaks },
    nextOrdinal: value.nextOrdinal,
    removedSeq: value.removedSeq,
  };
}

interface StoredRecord {
  readonly v: number;
  readonly terms: AllocationTerms;
  readonly signed: SignedState | null;
  /** Not in version 1. */
  readonly emptied?: SignedState | null;
  readonly items: number;
  readonly peaks: Peaks["peaks"];
  readonly nextOrdinal: number;
  readonly removedSeq: number;
}
