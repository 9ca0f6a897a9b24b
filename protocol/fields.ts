// The shapes that wire messages are made of, as zod schemas: exact lengths, bounded integers, nothing optional by accident.
// Where TypeScript has a richer type (Address, bigint) the schema is a codec between it and what travels.
import * as z from "zod";
import { MAX_SHARDS } from "../erasure/index.ts";
import { HASH_BYTES } from "../proofs/index.ts";
import { FRAGMENT_LEAVES, MAX_FRAGMENT_BYTES } from "./bounds.ts";
import { ADDRESS_BYTES, addressBytes, addressOf, isAddress, type Address } from "./address.ts";
import { SIGNATURE_BYTES } from "./signature.ts";

/** A type whose properties and elements are all readonly; byte arrays stay as they are. */
export type Frozen<T> = T extends Uint8Array | bigint | string | number | boolean | null | undefined
  ? T
  : { readonly [K in keyof T]: Frozen<T[K]> };

/** Byte string of exactly `length`. */
export function bytes(length: number) {
  return z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length === length, {
    error: `expected ${length} bytes`,
  });
}

/** Byte string of whole 32-byte hashes, at most `max` of them. */
export function hashes(max: number) {
  return z.custom<Uint8Array>(
    (value) => value instanceof Uint8Array && value.length % HASH_BYTES === 0 && value.length <= max * HASH_BYTES,
    { error: `expected at most ${max} hashes of 32 bytes` },
  );
}

/** Integer from `min` to `max`, both included, and never above 2^53 − 1. */
export function integer(min = 0, max: number = Number.MAX_SAFE_INTEGER) {
  return z.int().min(min).max(max);
}

/** Decimal text ↔ bigint of at most `bits`: CBOR integers of other implementations stop at 2^53 or 2^64. */
export function amount(bits: number) {
  const digits = (2n ** BigInt(bits) - 1n).toString().length;
  return z.codec(
    z
      .string()
      .max(digits)
      .regex(/^(0|[1-9][0-9]*)$/, { error: "expected a decimal number" }),
    z
      .bigint()
      .min(0n)
      .max(2n ** BigInt(bits) - 1n),
    { decode: (text) => BigInt(text), encode: (value) => value.toString() },
  );
}

/** 20 bytes ↔ checksummed address. */
export const address = z.codec(bytes(ADDRESS_BYTES), z.custom<Address>(isAddress, { error: "expected an address" }), {
  decode: addressOf,
  encode: addressBytes,
});

export const digest = bytes(HASH_BYTES);
export const signature = bytes(SIGNATURE_BYTES);
export const counter = integer();
export const fragmentBytes = integer(1, MAX_FRAGMENT_BYTES);
/** Index of a leaf in a fragment; as the end of a run, one more. */
export const leafIndex = integer(0, FRAGMENT_LEAVES);
export const shardIndex = integer(0, MAX_SHARDS - 1);

/** A fragment by its root and length. */
export const fragment = z.strictObject({ root: digest, bytes: fragmentBytes });
export type FragmentRef = Frozen<z.infer<typeof fragment>>;

export const ticket = z.strictObject({ client: address, expires: counter, signature });

/** An allocation state; an empty one has the root of zeros, and only an empty one. */
export const allocationState = z
  .strictObject({ allocation: counter, seq: integer(1), subRoot: digest, leaves: counter, fromRound: counter })
  .refine((state) => (state.leaves === 0) === state.subRoot.every((byte) => byte === 0), {
    error: "leaves and subRoot do not fit together",
    path: ["leaves"],
  });

export const signedState = z.strictObject({
  state: allocationState,
  clientSignature: signature,
  providerSignature: signature,
});
