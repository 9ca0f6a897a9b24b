// Random but valid values of everything that travels, for round trips and as the ground that mutations start from.
import * as fc from "fast-check";
import type {
  Address,
  AllocationState,
  Manifest,
  OfferAnswer,
  OfferRequest,
  ProveAnswer,
  ProveRequest,
  Refusal,
  RetrieveAnswer,
  RetrieveRequest,
  SignedState,
  SignedTicket,
  StoreAnswer,
  StoreRequest,
  SyncAnswer,
  SyncOp,
  SyncRequest,
} from "../../protocol/index.ts";
import { ERRORS, addressOf, ciphertextBytes } from "../../protocol/index.ts";

/** Of `count` bytes, plain Uint8Array. */
export function bytesOf(count: number): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength: count, maxLength: count });
}

export const digest = bytesOf(32);
export const signature = bytesOf(65);
export const address: fc.Arbitrary<Address> = bytesOf(20).map(addressOf);
/** 0 … 2^53 − 1, with the borders of CBOR's integer widths often. */
export const counter = fc.oneof(
  fc.maxSafeNat(),
  fc.constantFrom(0, 23, 24, 255, 256, 65_535, 65_536, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER),
);
const positive = counter.map((n) => Math.max(1, n));
const fragmentLength = fc.integer({ min: 1, max: 1_048_576 });
const yes = fc.constant(true as const);

export const fragment = fc.record({ root: digest, bytes: fragmentLength });
const fragments = fc.array(fragment, { minLength: 1, maxLength: 12 });
export const ticket: fc.Arbitrary<SignedTicket> = fc.record({ client: address, expires: counter, signature });

const filled = fc.record({ subRoot: digest.filter((d) => d.some((b) => b > 0)), leaves: positive });
const empty = fc.constant({ subRoot: new Uint8Array(32), leaves: 0 });
export const state: fc.Arbitrary<AllocationState> = fc
  .tuple(fc.record({ allocation: counter, seq: positive, fromRound: counter }), fc.oneof(filled, filled, empty))
  .map(([a, b]) => ({ ...a, ...b }));
export const signedState: fc.Arbitrary<SignedState> = fc.record({
  state,
  clientSignature: signature,
  providerSignature: signature,
});

export const refusal: fc.Arbitrary<Refusal> = fc.record(
  {
    ok: fc.constant(false as const),
    code: fc.oneof(fc.constantFrom(...Object.keys(ERRORS)), fc.stringMatching(/^ERR_[A-Z0-9_]{1,60}$/)),
    detail: fc.string({ unit: "grapheme", maxLength: 20 }).filter((t) => new TextEncoder().encode(t).length <= 256),
  },
  { requiredKeys: ["ok", "code"] },
);

export const storeRequest: fc.Arbitrary<StoreRequest> = fc.record({
  ticket,
  allocation: counter,
  root: digest,
  bytes: fragmentLength,
});
export const storeAnswer: fc.Arbitrary<StoreAnswer> = fc.oneof(fc.record({ ok: yes }), refusal);

export const retrieveRequest: fc.Arbitrary<RetrieveRequest> = fc
  .tuple(digest, fc.integer({ min: 0, max: 4095 }), fc.integer({ min: 1, max: 4096 }), fc.boolean())
  .map(([root, from, length, whole]) => ({ root, from, to: whole ? 0 : Math.min(4096, from + length) }));
export const retrieveAnswer: fc.Arbitrary<RetrieveAnswer> = fc.oneof(
  fc.record({ ok: yes, bytes: fragmentLength, siblings: fc.nat(24).chain((n) => bytesOf(n * 32)) }),
  refusal,
);

export const proveRequest: fc.Arbitrary<ProveRequest> = fc.record({
  root: digest,
  seed: digest,
  count: fc.integer({ min: 1, max: 256 }),
});
export const proveAnswer: fc.Arbitrary<ProveAnswer> = fc.oneof(
  fc.record({ ok: yes, leaves: counter, bytes: fc.integer({ min: 0, max: 2_097_152 }) }),
  refusal,
);

export const offerRequest: fc.Arbitrary<OfferRequest> = fc.oneof(
  fc.record({ client: address, units: positive, rounds: positive }),
  fc.record({ client: address, allocation: positive, rounds: positive }),
);
export const offer = fc.record({
  provider: address,
  client: address,
  maxUnits: counter,
  pricePerUnitRound: fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }),
  minRounds: counter,
  validUntil: counter,
  nonce: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
});
export const offerAnswer: fc.Arbitrary<OfferAnswer> = fc.oneof(fc.record({ ok: yes, offer, signature }), refusal);

const change = { ticket, state, clientSignature: signature };
const appended = fc.option(fc.record({ id: digest, manifest: digest }), { nil: null });
export const syncRequest: fc.Arbitrary<SyncRequest> = fc.oneof(
  fc.record({ op: fc.constant("state" as const), ticket, allocation: counter }),
  fc.record({ op: fc.constant("append" as const), ...change, items: fragments, object: appended }),
  fc.record({ op: fc.constant("remove" as const), ...change, object: digest }),
  fc.record({ op: fc.constant("items" as const), ticket, allocation: counter, from: counter }),
  fc.record({ op: fc.constant("object" as const), object: digest }),
  fc.record({
    op: fc.constant("announce" as const),
    ticket,
    objects: fc.array(digest, { minLength: 1, maxLength: 9 }),
  }),
);

const signed = fc.oneof(fc.record({ ok: yes, providerSignature: signature }), refusal);
const holding = fc
  .tuple(fc.integer({ min: 0, max: 255 }), fc.nat(1e9), fc.integer({ min: 1, max: 1e9 }))
  .map(([shard, from, run]): [number, number, number] => [shard, from, from + run]);
export const syncAnswers: { readonly [Op in SyncOp]: fc.Arbitrary<SyncAnswer<Op>> } = {
  state: fc.oneof(
    fc.record({
      ok: yes,
      items: counter,
      peaks: fc.array(fc.record({ hash: digest, leaves: positive }), { maxLength: 53 }),
      signed: fc.option(signedState, { nil: null }),
    }),
    refusal,
  ),
  append: signed,
  remove: signed,
  items: fc.oneof(fc.record({ ok: yes, items: fragments, next: fc.option(positive, { nil: null }) }), refusal),
  object: fc.oneof(fc.record({ ok: yes, manifest: fragment, holdings: fc.array(holding, { maxLength: 20 }) }), refusal),
  announce: fc.oneof(fc.record({ ok: yes, stored: fc.array(counter, { maxLength: 9 }) }), refusal),
};

const cipher = fc.constantFrom("aes-256-gcm" as const, "none" as const);

const inlineManifest: fc.Arbitrary<Manifest> = fc.tuple(fc.nat(4096), cipher).chain(([size, by]) =>
  bytesOf(by === "none" ? size : ciphertextBytes(size)).map((bytes): Manifest => ({
    size,
    cipher: by,
    content: "bytes",
    body: { kind: "inline", bytes },
  })),
);

const schemes = fc
  .integer({ min: 1, max: 20 })
  .chain((k) => fc.record({ k: fc.constant(k), n: fc.integer({ min: k + 1, max: k + 20 }) }));

const codedManifest: fc.Arbitrary<Manifest> = fc
  .tuple(fc.integer({ min: 4097, max: 16_000_000 }), cipher, schemes, fc.boolean())
  .chain(([size, by, scheme, outer]) => {
    const whole = {
      size,
      cipher: outer ? ("none" as const) : by,
      content: outer ? ("manifest" as const) : ("bytes" as const),
    };
    const stored = whole.cipher === "none" ? size : ciphertextBytes(size);
    const segments = Math.ceil(stored / (scheme.k * 1_048_576));
    return fc
      .array(bytesOf(scheme.n * 32), { minLength: segments, maxLength: segments })
      .map((roots): Manifest => ({ ...whole, body: { kind: "coded", scheme, roots } }));
  });

export const manifest: fc.Arbitrary<Manifest> = fc.oneof(inlineManifest, codedManifest);
