// Every message codec of the protocol with a source of valid values: what the round-trip and the mutation tests loop over.
import type * as fc from "fast-check";
import * as protocol from "../../protocol/index.ts";
import * as arbitrary from "./arbitraries.ts";

export interface Codec {
  readonly name: string;
  readonly values: fc.Arbitrary<unknown>;
  readonly maxBytes: number;
  encode(value: unknown): Uint8Array;
  decode(bytes: Uint8Array): unknown;
}

function codec<T>(
  name: string,
  maxBytes: number,
  values: fc.Arbitrary<T>,
  encode: (value: T) => Uint8Array,
  decode: (bytes: Uint8Array) => T,
): Codec {
  return { name, values, maxBytes, encode: (value) => encode(value as T), decode };
}

const { VERBS } = protocol;

function syncAnswer<Op extends protocol.SyncOp>(op: Op, values: fc.Arbitrary<protocol.SyncAnswer<Op>>): Codec {
  return codec(
    `sync ${op} answer`,
    VERBS.sync.maxAnswer,
    values,
    (value) => protocol.encodeSyncAnswer(op, value),
    (bytes) => protocol.decodeSyncAnswer(op, bytes),
  );
}

export const CODECS: readonly Codec[] = [
  codec(
    "store request",
    VERBS.store.maxRequest,
    arbitrary.storeRequest,
    protocol.encodeStoreRequest,
    protocol.decodeStoreRequest,
  ),
  codec(
    "store answer",
    VERBS.store.maxAnswer,
    arbitrary.storeAnswer,
    protocol.encodeStoreAnswer,
    protocol.decodeStoreAnswer,
  ),
  codec(
    "retrieve request",
    VERBS.retrieve.maxRequest,
    arbitrary.retrieveRequest,
    protocol.encodeRetrieveRequest,
    protocol.decodeRetrieveRequest,
  ),
  codec(
    "retrieve answer",
    VERBS.retrieve.maxAnswer,
    arbitrary.retrieveAnswer,
    protocol.encodeRetrieveAnswer,
    protocol.decodeRetrieveAnswer,
  ),
  codec(
    "prove request",
    VERBS.prove.maxRequest,
    arbitrary.proveRequest,
    protocol.encodeProveRequest,
    protocol.decodeProveRequest,
  ),
  codec(
    "prove answer",
    VERBS.prove.maxAnswer,
    arbitrary.proveAnswer,
    protocol.encodeProveAnswer,
    protocol.decodeProveAnswer,
  ),
  codec(
    "offer request",
    VERBS.offer.maxRequest,
    arbitrary.offerRequest,
    protocol.encodeOfferRequest,
    protocol.decodeOfferRequest,
  ),
  codec(
    "offer answer",
    VERBS.offer.maxAnswer,
    arbitrary.offerAnswer,
    protocol.encodeOfferAnswer,
    protocol.decodeOfferAnswer,
  ),
  codec(
    "sync request",
    VERBS.sync.maxRequest,
    arbitrary.syncRequest,
    protocol.encodeSyncRequest,
    protocol.decodeSyncRequest,
  ),
  syncAnswer("state", arbitrary.syncAnswers.state),
  syncAnswer("append", arbitrary.syncAnswers.append),
  syncAnswer("remove", arbitrary.syncAnswers.remove),
  syncAnswer("items", arbitrary.syncAnswers.items),
  syncAnswer("object", arbitrary.syncAnswers.object),
  syncAnswer("announce", arbitrary.syncAnswers.announce),
  codec("co-signed state", 512, arbitrary.signedState, protocol.encodeSignedState, protocol.decodeSignedState),
];
