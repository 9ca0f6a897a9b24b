import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCipher, newReadKey, openRecords, recordCount, sealRecords } from "../../../node/client/cipher.ts";
import { joined } from "../../../node/client/bytes.ts";
import { hex, pattern as vectorPattern } from "../../vectors/pattern.ts";
import { RECORD_BYTES, RECORD_PLAIN_BYTES, ciphertextBytes } from "../../../protocol/index.ts";

interface CipherVectors {
  readonly readKey: string;
  readonly cases: readonly { size: number; bytes: number; sha256: string; ciphertext?: string }[];
}

const vectors = JSON.parse(readFileSync("test/vectors/cipher.json", "utf8")) as CipherVectors;

function fromHex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), "hex"));
}

async function* inPieces(bytes: Uint8Array, piece: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += piece) yield bytes.slice(at, at + piece);
}

async function all(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return joined(parts);
}

function pattern(bytes: number): Uint8Array {
  return Uint8Array.from({ length: bytes }, (_, i) => (i * 31 + (i >> 8)) & 0xff);
}

const BOUNDARIES = [
  0,
  1,
  RECORD_PLAIN_BYTES - 1,
  RECORD_PLAIN_BYTES,
  RECORD_PLAIN_BYTES + 1,
  2 * RECORD_PLAIN_BYTES,
  200_000,
];

describe("the record cipher", () => {
  test.each(BOUNDARIES)(
    "gives back %i bytes, and its ciphertext has the length that the format says",
    async (bytes) => {
      const plaintext = pattern(bytes);
      const cipher = await createCipher(newReadKey());
      const sealed = await all(sealRecords(cipher, inPieces(plaintext, 10_007)));
      expect(sealed.byteLength).toBe(ciphertextBytes(bytes));
      expect(await all(openRecords(cipher, sealed, 0, recordCount(bytes)))).toEqual(plaintext);
    },
  );

  test.each(vectors.cases)(
    "seals pattern($size) to the bytes of the vector",
    async ({ size, bytes, sha256, ciphertext }) => {
      const cipher = await createCipher(fromHex(vectors.readKey));
      const sealed = await all(sealRecords(cipher, inPieces(vectorPattern(size), 50_000)));
      expect([sealed.byteLength, hex(createHash("sha256").update(sealed).digest())]).toEqual([bytes, sha256]);
      if (ciphertext !== undefined) expect(hex(sealed)).toBe(ciphertext);
    },
  );

  test("does not depend on how the plaintext was cut into chunks", async () => {
    const key = newReadKey();
    const plaintext = pattern(150_000);
    const whole = await all(sealRecords(await createCipher(key), inPieces(plaintext, 150_000)));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 700, max: 140_000 }), async (piece) => {
        expect(await all(sealRecords(await createCipher(key), inPieces(plaintext, piece)))).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  test("seals with the nonce of the format: record number at bytes 3 to 10, last flag at 11", async () => {
    const readKey = pattern(32);
    const material = await crypto.subtle.importKey("raw", readKey as BufferSource, "HKDF", false, ["deriveKey"]);
    const info = new TextEncoder().encode("cairn/1/records");
    const hkdf = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info };
    const key = await crypto.subtle.deriveKey(hkdf, material, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
    const sealed = await (await createCipher(readKey)).seal(258, true, pattern(5));
    const iv = new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 1]);
    expect(new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed as BufferSource))).toEqual(
      pattern(5),
    );
  });

  test("refuses another key, another place, a flipped bit and a cut-off end", async () => {
    const cipher = await createCipher(newReadKey());
    const sealed = await all(sealRecords(cipher, inPieces(pattern(RECORD_PLAIN_BYTES * 2), 50_000)));
    const wrong = { code: "ERR_WRONG_KEY" };
    await expect(all(openRecords(await createCipher(newReadKey()), sealed, 0, 2))).rejects.toMatchObject(wrong);
    await expect(all(openRecords(cipher, sealed.subarray(RECORD_BYTES), 0, 2))).rejects.toMatchObject(wrong);
    await expect(all(openRecords(cipher, sealed.subarray(0, RECORD_BYTES), 0, 1))).rejects.toMatchObject(wrong);
    const flipped = Uint8Array.from(sealed);
    flipped[RECORD_BYTES + 7] = (flipped[RECORD_BYTES + 7] as number) ^ 1;
    await expect(all(openRecords(cipher, flipped, 0, 2))).rejects.toMatchObject(wrong);
  });

  test("a key of another length is refused before anything is done", async () => {
    await expect(createCipher(new Uint8Array(31))).rejects.toMatchObject({ code: "ERR_LINK_INVALID" });
  });
});
