// Vectors of the record cipher, made with node:crypto and nothing of ours: what WebCrypto gives must be the same bytes.

import { createCipheriv, createHash, hkdfSync } from "node:crypto";
import { hex, pattern } from "./pattern.ts";

const RECORD_PLAIN_BYTES = 65_520;

export function cipherVectors(): unknown {
  const readKey = pattern(32, 3);
  return {
    about:
      "plaintext = pattern(size). recordKey = HKDF-SHA256(readKey, no salt, 'cairn/1/records'). Short ciphertexts are given whole, long ones by their length and SHA-256.",
    readKey: hex(readKey),
    recordKey: hex(recordKey(readKey)),
    cases: [0, 1, 100, 65_519, 65_520, 65_521, 131_040, 200_000].map((size) => {
      const sealed = seal(recordKey(readKey), pattern(size));
      const whole = sealed.length <= 200 ? { ciphertext: hex(sealed) } : {};
      return { size, bytes: sealed.length, sha256: hex(createHash("sha256").update(sealed).digest()), ...whole };
    }),
  };
}

function recordKey(readKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", readKey, new Uint8Array(0), "cairn/1/records", 32));
}

function seal(key: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const records = Math.max(1, Math.ceil(plaintext.length / RECORD_PLAIN_BYTES));
  const sealed = Array.from({ length: records }, (_, record) => {
    const nonce = Buffer.alloc(12);
    nonce.writeBigUInt64BE(BigInt(record), 3);
    nonce[11] = record === records - 1 ? 1 : 0;
    const cipher = createCipheriv("aes-256-gcm", key, nonce);
    const from = record * RECORD_PLAIN_BYTES;
    const body = cipher.update(plaintext.subarray(from, from + RECORD_PLAIN_BYTES));
    return Buffer.concat([body, cipher.final(), cipher.getAuthTag()]);
  });
  return Buffer.concat(sealed);
}
