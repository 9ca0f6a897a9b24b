// Vectors of every message: one small valid value of each kind, as it is in TypeScript and as it is on the wire.
import {
  encodeOfferAnswer,
  encodeOfferRequest,
  encodeProveAnswer,
  encodeProveRequest,
  encodeRetrieveAnswer,
  encodeRetrieveRequest,
  encodeSignedState,
  encodeStoreAnswer,
  encodeStoreRequest,
  encodeSyncAnswer,
  encodeSyncRequest,
  keySigner,
  type SyncAnswer,
  type SyncOp,
} from "../../protocol/index.ts";
import { hashOf } from "./name-vectors.ts";
import { hex } from "./pattern.ts";
import { plain } from "./plain.ts";

const signer = keySigner(hashOf("client key"));
const root = hashOf("root");
const signature = signer.sign(root);
const ticket = { client: signer.address, expires: 1_900_000_000, signature };
const state = { allocation: 3, seq: 2, subRoot: hashOf("sub root"), leaves: 4097, fromRound: 70_000 };
const signed = { state, clientSignature: signature, providerSignature: keySigner(hashOf("node key")).sign(root) };
const fragment = { root, bytes: 1_048_576 };
const change = { ticket, state, clientSignature: signature } as const;
const offer = {
  provider: keySigner(hashOf("owner key")).address,
  client: signer.address,
  maxUnits: 100,
  pricePerUnitRound: 10n ** 24n,
  minRounds: 10,
  validUntil: 1_900_000_000,
  nonce: 2n ** 200n,
};

interface MessageVector {
  readonly message: string;
  readonly value: unknown;
  readonly bytes: string;
}

function vector<T>(message: string, encodeValue: (value: T) => Uint8Array, value: T): MessageVector {
  return { message, value: plain(value), bytes: hex(encodeValue(value)) };
}

function syncAnswer<Op extends SyncOp>(op: Op, value: SyncAnswer<Op>): MessageVector {
  return vector(`sync ${op} answer`, (answer) => encodeSyncAnswer(op, answer), value);
}

export function messageVectors(): readonly MessageVector[] {
  return [
    vector("store request", encodeStoreRequest, { ticket, allocation: 3, root, bytes: 300 }),
    vector("store answer", encodeStoreAnswer, { ok: true }),
    vector("store answer", encodeStoreAnswer, { ok: false, code: "ERR_ALLOCATION_FULL" }),
    vector("store answer", encodeStoreAnswer, { ok: false, code: "ERR_MESSAGE_INVALID", detail: "zu groß" }),
    vector("retrieve request", encodeRetrieveRequest, { root, from: 0, to: 0 }),
    vector("retrieve request", encodeRetrieveRequest, { root, from: 3, to: 4096 }),
    vector("retrieve answer", encodeRetrieveAnswer, { ok: true, bytes: 1024, siblings: hashOf("sibling") }),
    vector("prove request", encodeProveRequest, { root, seed: hashOf("seed"), count: 200 }),
    vector("prove answer", encodeProveAnswer, { ok: true, leaves: 2 ** 40, bytes: 150_000 }),
    vector("offer request", encodeOfferRequest, { client: signer.address, units: 10, rounds: 100 }),
    vector("offer request", encodeOfferRequest, { client: signer.address, allocation: 3, rounds: 100 }),
    vector("offer answer", encodeOfferAnswer, { ok: true, offer, signature }),
    vector("sync request", encodeSyncRequest, { op: "state", ticket, allocation: 3 }),
    vector("sync request", encodeSyncRequest, { op: "append", ...change, items: [fragment], object: null }),
    vector("sync request", encodeSyncRequest, {
      op: "append",
      ...change,
      items: [fragment, { root: hashOf("manifest"), bytes: 500 }],
      object: { id: hashOf("object"), manifest: hashOf("manifest") },
    }),
    vector("sync request", encodeSyncRequest, { op: "remove", ...change, object: hashOf("object") }),
    vector("sync request", encodeSyncRequest, { op: "items", ticket, allocation: 3, from: 4096 }),
    vector("sync request", encodeSyncRequest, { op: "object", object: hashOf("object") }),
    vector("sync request", encodeSyncRequest, { op: "announce", ticket, objects: [hashOf("a"), hashOf("b")] }),
    syncAnswer("state", { ok: true, items: 0, peaks: [], signed: null }),
    syncAnswer("state", { ok: true, items: 5, peaks: [{ hash: hashOf("a"), leaves: 4096 }, { hash: root, leaves: 1 }], signed }),
    syncAnswer("append", { ok: true, providerSignature: signature }),
    syncAnswer("remove", { ok: true, providerSignature: signature }),
    syncAnswer("items", { ok: true, items: [fragment], next: null }),
    syncAnswer("object", { ok: true, manifest: fragment, holdings: [[0, 0, 3], [7, 2, 3]] }),
    syncAnswer("announce", { ok: true, stored: [20, 0] }),
    vector("co-signed state", encodeSignedState, signed),
  ];
}
