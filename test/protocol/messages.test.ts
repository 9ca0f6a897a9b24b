import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import {
  VERBS,
  decode,
  decodeOfferRequest,
  decodeProveAnswer,
  decodeRetrieveAnswer,
  decodeRetrieveRequest,
  decodeStoreAnswer,
  decodeStoreRequest,
  decodeSyncAnswer,
  decodeSyncRequest,
  encode,
  encodeOfferAnswer,
  encodeOfferRequest,
  encodeProveRequest,
  encodeRetrieveAnswer,
  encodeStoreRequest,
  encodeSyncAnswer,
  encodeSyncRequest,
  isCairnError,
  newPrivateKey,
  keySigner,
} from "../../protocol/index.ts";
import { messageCodec } from "../../protocol/message.ts";
import { CODECS } from "./codecs.ts";
import { codeOf } from "./thrown.ts";

const ROOT = new Uint8Array(32).fill(7);
const SIGNATURE = new Uint8Array(65).fill(9);
const CLIENT = keySigner(newPrivateKey()).address;
const TICKET = { client: CLIENT, expires: Number.MAX_SAFE_INTEGER, signature: SIGNATURE };
const WIRE_TICKET = { client: new Uint8Array(20).fill(1), expires: 1, signature: SIGNATURE };
const LONG = { ok: false, code: `ERR_${"X".repeat(60)}`, detail: "é".repeat(128) } as const;
const BIG = Number.MAX_SAFE_INTEGER;
const STATE = { allocation: BIG, seq: BIG, subRoot: ROOT, leaves: BIG, fromRound: BIG };

describe.each(CODECS)("a $name", (codec) => {
  test("comes back as it was sent", () => {
    fc.assert(
      fc.property(codec.values, (value) => {
        const bytes = codec.encode(value);
        expect(bytes.length).toBeLessThanOrEqual(codec.maxBytes);
        expect(codec.decode(bytes)).toEqual(value);
      }),
    );
  });

  test("with one key more or one key less is rejected", () => {
    fc.assert(
      fc.property(codec.values, (value) => {
        const raw = rawOf(codec.encode(value));
        expect(codeOf(() => codec.decode(encode({ ...raw, extra: 1 })))).toBe("ERR_MESSAGE_INVALID");
        for (const key of Object.keys(raw).filter((k) => k !== "detail")) {
          const { [key]: _, ...less } = raw;
          expect(codeOf(() => codec.decode(encode(less)))).toBe("ERR_MESSAGE_INVALID");
        }
      }),
      { numRuns: 20 },
    );
  });

  test("longer than its limit is rejected before it is read", () => {
    expect(codeOf(() => codec.decode(new Uint8Array(codec.maxBytes + 1)))).toBe("ERR_MESSAGE_TOO_LONG");
  });

  test("that breaks its own rules is not sent", () => {
    expect(codeOf(() => codec.encode({ nothing: "of the kind" }))).toBe("ERR_INTERNAL");
  });
});

describe("the largest message of each kind fits its limit:", () => {
  test("store", () => {
    expect(encodeStoreRequest({ ticket: TICKET, allocation: BIG, root: ROOT, bytes: 1_048_576 }).length).toBeLessThan(
      VERBS.store.maxRequest,
    );
  });

  test("retrieve", () => {
    const siblings = new Uint8Array(24 * 32);
    expect(encodeRetrieveAnswer({ ok: true, bytes: 1_048_576, siblings }).length).toBeLessThan(
      VERBS.retrieve.maxAnswer,
    );
  });

  test("prove", () => {
    expect(encodeProveRequest({ root: ROOT, seed: ROOT, count: 256 }).length).toBeLessThan(VERBS.prove.maxRequest);
  });

  test("offer", () => {
    for (const what of [{ units: BIG }, { allocation: BIG }])
      expect(encodeOfferRequest({ client: CLIENT, ...what, rounds: BIG }).length).toBeLessThan(VERBS.offer.maxRequest);
    const offer = {
      provider: CLIENT,
      client: CLIENT,
      maxUnits: BIG,
      pricePerUnitRound: 2n ** 128n - 1n,
      minRounds: BIG,
      validUntil: BIG,
      nonce: 2n ** 256n - 1n,
    };
    expect(encodeOfferAnswer({ ok: true, offer, signature: SIGNATURE }).length).toBeLessThan(VERBS.offer.maxAnswer);
  });

  test("sync append, with 4,096 fragments", () => {
    const items = Array.from({ length: 4096 }, () => ({ root: ROOT, bytes: 1_048_576 }));
    const request = {
      op: "append",
      ticket: TICKET,
      state: STATE,
      clientSignature: SIGNATURE,
      items,
      object: { id: ROOT, manifest: ROOT },
    } as const;
    const bytes = encodeSyncRequest(request);
    expect(bytes.length).toBeLessThan(VERBS.sync.maxRequest);
    expect(decodeSyncRequest(bytes)).toEqual(request);
    const answer = encodeSyncAnswer("items", { ok: true, items, next: BIG });
    expect(answer.length).toBeLessThan(VERBS.sync.maxAnswer);
    expect(codeOf(() => encodeSyncRequest({ ...request, items: [...items, { root: ROOT, bytes: 1 }] }))).toBe(
      "ERR_INTERNAL",
    );
  });

  test("sync object, with 8,192 runs of segments", () => {
    const holdings = Array.from({ length: 8192 }, (_, i) => [i % 256, BIG - 1, BIG] as const);
    const answer = { ok: true, manifest: { root: ROOT, bytes: 1_048_576 }, holdings } as const;
    const bytes = encodeSyncAnswer("object", answer);
    expect(bytes.length).toBeLessThan(VERBS.sync.maxAnswer);
    expect(decodeSyncAnswer("object", bytes)).toEqual(answer);
  });

  test("sync state and announce", () => {
    const peaks = Array.from({ length: 53 }, () => ({ hash: ROOT, leaves: BIG }));
    const signed = { state: STATE, clientSignature: SIGNATURE, providerSignature: SIGNATURE };
    expect(encodeSyncAnswer("state", { ok: true, items: BIG, peaks, signed }).length).toBeLessThan(8192);
    const objects = Array.from({ length: 256 }, () => ROOT);
    expect(encodeSyncRequest({ op: "announce", ticket: TICKET, objects }).length).toBeLessThan(16_384);
  });

  test("a refusal, in each answer", () => {
    for (const codec of CODECS.filter(({ name }) => name.endsWith("answer"))) {
      expect(codec.decode(codec.encode(LONG)), codec.name).toEqual(LONG);
    }
  });
});

test("a message longer than its limit is not sent", () => {
  const short = messageCodec("note", z.strictObject({ text: z.string() }), 10);
  expect(short.decode(short.encode({ text: "abc" }))).toEqual({ text: "abc" });
  expect(codeOf(() => short.encode({ text: "abcd" }))).toBe("ERR_MESSAGE_TOO_LONG");
});

describe("a value out of range is rejected:", () => {
  const store = { ticket: WIRE_TICKET, allocation: 1, root: ROOT, bytes: 1 };
  const retrieve = { root: ROOT, from: 0, to: 1 };
  const cases: readonly (readonly [string, (bytes: Uint8Array) => unknown, unknown])[] = [
    ["a fragment of no bytes", decodeStoreRequest, { ...store, bytes: 0 }],
    ["a fragment above 1 MiB", decodeStoreRequest, { ...store, bytes: 1_048_577 }],
    ["a root of 31 bytes", decodeStoreRequest, { ...store, root: ROOT.subarray(1) }],
    ["a root as text", decodeStoreRequest, { ...store, root: "7".repeat(32) }],
    ["an allocation of 2^53", decodeStoreRequest, { ...store, allocation: 2n ** 53n }],
    [
      "an address of 21 bytes",
      decodeStoreRequest,
      { ...store, ticket: { ...WIRE_TICKET, client: new Uint8Array(21) } },
    ],
    [
      "a signature of 64 bytes",
      decodeStoreRequest,
      { ...store, ticket: { ...WIRE_TICKET, signature: new Uint8Array(64) } },
    ],
    ["a key hidden in the ticket", decodeStoreRequest, { ...store, ticket: { ...WIRE_TICKET, provider: ROOT } }],
    ["an empty range", decodeRetrieveRequest, { ...retrieve, from: 5, to: 5 }],
    ["a range backwards", decodeRetrieveRequest, { ...retrieve, from: 5, to: 4 }],
    ["a range beyond 4,096 leaves", decodeRetrieveRequest, { ...retrieve, to: 4097 }],
    ["half a sibling", decodeRetrieveAnswer, { ok: true, bytes: 1, siblings: new Uint8Array(16) }],
    ["25 siblings", decodeRetrieveAnswer, { ok: true, bytes: 1, siblings: new Uint8Array(25 * 32) }],
    ["a proof above 2 MiB", decodeProveAnswer, { ok: true, leaves: 1, bytes: 2_097_153 }],
    ["ok as a number", decodeStoreAnswer, { ok: 1 }],
    ["a refusal without a code", decodeStoreAnswer, { ok: false }],
    ["a code that is no code", decodeStoreAnswer, { ok: false, code: "\u001b[2J" }],
    ["a detail of 257 bytes", decodeStoreAnswer, { ok: false, code: "ERR_X", detail: "é".repeat(128) + "x" }],
    ["an unknown op", decodeSyncRequest, { op: "format" }],
    ["an offer for nothing", decodeOfferRequest, { client: new Uint8Array(20), rounds: 1 }],
    [
      "an offer of units and for an allocation",
      decodeOfferRequest,
      { client: new Uint8Array(20), units: 1, allocation: 1, rounds: 1 },
    ],
    ["an offer for allocation 0", decodeOfferRequest, { client: new Uint8Array(20), allocation: 0, rounds: 1 }],
    ["an op without its ticket", decodeSyncRequest, { op: "state", allocation: 1 }],
    ["no objects to announce", decodeSyncRequest, { op: "announce", ticket: WIRE_TICKET, objects: [] }],
    [
      "a holding that ends where it starts",
      (b) => decodeSyncAnswer("object", b),
      { ok: true, manifest: { root: ROOT, bytes: 1 }, holdings: [[0, 4, 4]] },
    ],
    [
      "a holding of shard 256",
      (b) => decodeSyncAnswer("object", b),
      { ok: true, manifest: { root: ROOT, bytes: 1 }, holdings: [[256, 0, 1]] },
    ],
    [
      "54 peaks",
      (b) => decodeSyncAnswer("state", b),
      { ok: true, items: 1, peaks: Array.from({ length: 54 }, () => ({ hash: ROOT, leaves: 1 })), signed: null },
    ],
    ["another op's answer", (b) => decodeSyncAnswer("state", b), { ok: true, providerSignature: SIGNATURE }],
  ];

  test.each(cases)("%s", (_, decode, value) => {
    expect(codeOf(() => decode(encode(value)))).toBe("ERR_MESSAGE_INVALID");
  });

  test.each([
    ["without leaves but with a root", { leaves: 0, subRoot: ROOT }],
    ["with leaves but without a root", { leaves: 1, subRoot: new Uint8Array(32) }],
    ["with number 0", { seq: 0 }],
  ])("a state %s", (_, wrong) => {
    const request = {
      op: "remove",
      ticket: WIRE_TICKET,
      state: { ...STATE, ...wrong },
      clientSignature: SIGNATURE,
      object: ROOT,
    };
    expect(codeOf(() => decodeSyncRequest(encode(request)))).toBe("ERR_MESSAGE_INVALID");
  });

  test.each(["01", "-1", "1e3", "0x10", " 1", "", (2n ** 128n).toString(), "9".repeat(200)])(
    "the price %j",
    (price) => {
      const codec = CODECS.find(({ name }) => name === "offer answer");
      const raw = rawOf(encodeOfferAnswer({ ok: true, offer: OFFER, signature: SIGNATURE }));
      const changed = { ...raw, offer: { ...(raw["offer"] as object), pricePerUnitRound: price } };
      expect(codeOf(() => codec?.decode(encode(changed)))).toBe("ERR_MESSAGE_INVALID");
    },
  );

  test("and the message says where", () => {
    try {
      decodeStoreRequest(encode({ ...store, bytes: 0 }));
      expect.unreachable();
    } catch (error) {
      expect(isCairnError(error) && error.message).toMatch(/^The store request is not valid: bytes: /);
    }
  });
});

const OFFER = {
  provider: CLIENT,
  client: CLIENT,
  maxUnits: 1,
  pricePerUnitRound: 1n,
  minRounds: 1,
  validUntil: 1,
  nonce: 1n,
};

/** What is on the wire, before any schema. */
function rawOf(bytes: Uint8Array): Record<string, unknown> {
  return decode(bytes, bytes.length) as Record<string, unknown>;
}
