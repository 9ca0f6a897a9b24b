// What every hasher must do: SHA-256, into arrays that are the caller's own.

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Hasher } from "../../proofs/index.ts";
import { hex, pattern } from "../vectors/pattern.ts";

/** FIPS 180-4 examples of NIST, and the digest of nothing. */
const PUBLISHED = [
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
] as const;

export function hasherSuite(name: string, make: () => Hasher): void {
  describe(`hasher ${name}`, () => {
    const hasher = make();

    test.each(PUBLISHED)("SHA-256 of %j is the published one", (text, digest) => {
      expect(hex(hasher.sha256(new TextEncoder().encode(text)))).toBe(`0x${digest}`);
    });

    test("every length of preimage up to 600 bytes agrees with node:crypto", () => {
      for (let bytes = 0; bytes <= 600; bytes++) {
        const preimage = pattern(bytes, bytes);
        expect(hex(hasher.sha256(preimage))).toBe(digest(preimage));
      }
    });

    test("a view at an odd offset is hashed alone, and only read", () => {
      const backing = pattern(1000, 3);
      const view = backing.subarray(13, 13 + 256);
      expect(hex(hasher.sha256(view))).toBe(digest(pattern(1000, 3).slice(13, 13 + 256)));
      expect(backing).toEqual(pattern(1000, 3));
    });

    test("a digest is a plain Uint8Array of its own: a Buffer's slice would be a view", () => {
      const first = hasher.sha256(pattern(64, 1));
      const copy = first.slice();
      expect(Object.getPrototypeOf(first)).toBe(Uint8Array.prototype);
      expect(first).toHaveLength(32);
      expect(hasher.sha256(pattern(64, 2))).not.toEqual(copy);
      expect(first).toEqual(copy);
      first.fill(0);
      expect(hasher.sha256(pattern(64, 1))).toEqual(copy);
    });

    bulkTests(hasher);
  });
}

/** The optional bulk form; a hasher without one has nothing to show here. */
function bulkTests(hasher: Hasher): void {
  if (hasher.sha256Each === undefined) return;

  test.each([40, 56, 64, 80, 256])("in bulk, many pieces of %d bytes get the digests they get one by one", (bytes) => {
    for (const count of [0, 1, 2, 3, 4, 5, 7, 8, 9, 100, 4096]) checkBulk(hasher, bytes, count);
  });

  test("in bulk, pieces of every length to 300 bytes, one to nine of them, at any offset", () => {
    for (let bytes = 1; bytes <= 300; bytes++) {
      for (let count = 1; count <= 9; count++) checkBulk(hasher, bytes, count, (bytes + count) % 17);
    }
  });

  test("in bulk, long pieces", () => {
    for (const bytes of [1000, 4095, 4096, 65_536, 70_001, 300_000]) checkBulk(hasher, bytes, 3);
  });

  test("in bulk, twice the same gives the same: nothing is left over from other lengths", () => {
    for (const bytes of [64, 80, 119, 64, 120, 256, 119, 80]) checkBulk(hasher, bytes, 10);
  });
}

/** Hashes pieces between bytes that must stay as they are, and compares with node:crypto. */
function checkBulk(hasher: Hasher, bytes: number, count: number, offset = 1): void {
  const backing = pattern(count * bytes + offset + 3, count);
  const before = backing.slice();
  const preimages = backing.subarray(offset, offset + count * bytes);
  const out = new Uint8Array(count * 32 + 64).fill(0xee);
  const expected = out.slice();
  for (let i = 0; i < count; i++) expected.set(digestOf(preimages.subarray(i * bytes, (i + 1) * bytes)), 32 + i * 32);
  hasher.sha256Each?.(preimages, bytes, out.subarray(32, 32 + count * 32));
  if (Buffer.compare(out, expected) !== 0) expect.fail(`${count} pieces of ${bytes} bytes have other digests`);
  if (Buffer.compare(backing, before) !== 0) expect.fail(`${count} pieces of ${bytes} bytes were written to`);
}

function digestOf(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

function digest(bytes: Uint8Array): string {
  return `0x${createHash("sha256").update(bytes).digest("hex")}`;
}
