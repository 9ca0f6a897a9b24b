// What a put tells: how far it is, and in the end where the object lies.

import type { Scheme } from "../../erasure/index.ts";
import type { Address, ObjectId, SignedState } from "../../protocol/index.ts";

/** Counts of plaintext: `stored` bytes are acknowledged durable, `signed` bytes are under a co-signed state as well. */
export interface PutProgress {
  readonly read: number;
  readonly stored: number;
  readonly signed: number;
}

export interface Placed {
  readonly shard: number;
  readonly provider: Address;
  readonly peer: string;
  readonly allocation: number;
}

export interface PutResult {
  readonly link: string;
  readonly object: ObjectId;
  readonly size: number;
  /** Bytes that all providers together keep for it, manifests included. */
  readonly storedBytes: number;
  readonly segments: number;
  readonly scheme: Scheme;
  readonly placements: readonly Placed[];
  /** The co-signed allocation states under which the object lies; they verify offline. */
  readonly receipts: readonly SignedState[];
  /** DHT servers that hold a record of the object, counted over its providers. */
  readonly records: number;
  /** The first round for which no longer all of it is paid. */
  readonly paidUntilRound: number;
}
