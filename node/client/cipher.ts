// The record cipher: AES-256-GCM over records of 64 KiB, so that a reader can start anywhere and neither reordering nor
// truncation opens. Platform crypto (WebCrypto), the same in Node and in browsers. Layout: docs/spec/data.md, "Cipher".

import { CairnError, RECORD_BYTES, RECORD_PLAIN_BYTES } from "../../protocol/index.ts";

export const KEY_BYTES = 32;

/** Seals and opens the records of one object. */
export interface Cipher {
  /** Ciphertext of one record: at most RECORD_PLAIN_BYTES in, 16 bytes more out. */
  seal(record: number, last: boolean, plaintext: Uint8Array): Promise<Uint8Array>;
  /** Plaintext of one record. Throws ERR_WRONG_KEY when it does not open. */
  open(record: number, last: boolean, ciphertext: Uint8Array): Promise<Uint8Array>;
}

/** A fresh read key: one per object, never used twice. */
export function newReadKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

export async function createCipher(readKey: Uint8Array): Promise<Cipher> {
  const key = await recordKey(readKey);
  return {
    async seal(record, last, plaintext) {
      return new Uint8Array(await crypto.subtle.encrypt(gcm(record, last), key, plaintext as BufferSource));
    },
    async open(record, last, ciphertext) {
      try {
        return new Uint8Array(await crypto.subtle.decrypt(gcm(record, last), key, ciphertext as BufferSource));
      } catch (cause) {
        throw new CairnError(
          "ERR_WRONG_KEY",
          `Record ${record} does not open with this key: check that the part of the link after # belongs to this object.`,
          { facts: { record }, cause },
        );
      }
    },
  };
}

/** Cuts plaintext into records and seals them. Holds one record back, because the last one is marked. */
export async function* sealRecords(cipher: Cipher, plaintext: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array | undefined;
  let record = 0;
  for await (const next of cutRecords(plaintext)) {
    if (held !== undefined) yield await cipher.seal(record++, false, held);
    held = next;
  }
  yield await cipher.seal(record, true, held ?? new Uint8Array(0));
}

/** Opens the records in `ciphertext`, which starts at record `first` and belongs to an object of `total` records. */
export async function* openRecords(
  cipher: Cipher,
  ciphertext: Uint8Array,
  first: number,
  total: number,
): AsyncGenerator<Uint8Array> {
  for (let at = 0, record = first; at < ciphertext.byteLength; at += RECORD_BYTES, record++) {
    yield await cipher.open(record, record === total - 1, ciphertext.subarray(at, at + RECORD_BYTES));
  }
}

/** How many records an object of `size` plaintext bytes has: an empty one has one. */
export function recordCount(size: number): number {
  return Math.max(1, Math.ceil(size / RECORD_PLAIN_BYTES));
}

// Full records, then one shorter rest; nothing at all for no bytes. Each record is a buffer of its own.
async function* cutRecords(plaintext: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let record = new Uint8Array(RECORD_PLAIN_BYTES);
  let filled = 0;
  for await (const chunk of plaintext) {
    for (let at = 0; at < chunk.byteLength;) {
      const part = chunk.subarray(at, at + RECORD_PLAIN_BYTES - filled);
      record.set(part, filled);
      filled += part.byteLength;
      at += part.byteLength;
      if (filled < RECORD_PLAIN_BYTES) continue;
      yield record;
      record = new Uint8Array(RECORD_PLAIN_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield record.subarray(0, filled);
}

function gcm(record: number, last: boolean): AesGcmParams {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setBigUint64(3, BigInt(record));
  iv[11] = last ? 1 : 0;
  return { name: "AES-GCM", iv, tagLength: 128 };
}

async function recordKey(readKey: Uint8Array): Promise<CryptoKey> {
  if (readKey.byteLength !== KEY_BYTES) {
    throw new CairnError(
      "ERR_LINK_INVALID",
      `A read key has ${KEY_BYTES} bytes, this one ${readKey.byteLength}: copy the link again.`,
    );
  }
  const material = await crypto.subtle.importKey("raw", readKey as BufferSource, "HKDF", false, ["deriveKey"]);
  const info = new TextEncoder().encode("cairn/1/records");
  const hkdf = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info };
  return crypto.subtle.deriveKey(hkdf, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
