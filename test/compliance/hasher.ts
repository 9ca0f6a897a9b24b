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

  test.each([64, 80, 256])("in bulk, pieces of %d bytes get the digests they get one by one", (bytes) => {
    for (const count of [0, 1, 2, 3, 4, 5, 7, 8, 9, 100, 4096]) {
      const preimages = pattern(count * bytes + 1, count).subarray(1);
      const before = preimages.slice();
      const out = new Uint8Array(count * 32 + 64).fill(0xee);
      hasher.sha256Each?.(preimages, bytes, out.subarray(32, 32 + count * 32));
      for (let i = 0; i < count; i++) {
        const piece = preimages.subarray(i * bytes, (i + 1) * bytes);
        expect(hex(out.subarray(32 + i * 32, 64 + i * 32))).toBe(digest(piece));
      }
      expect([...out.subarray(0, 32), ...out.subarray(32 + count * 32)]).toEqual(Array(64).fill(0xee));
      expect(preimages).toEqual(before);
    }
  });
}

function digest(bytes: Uint8Array): string {
  return `0x${createHash("sha256").update(bytes).digest("hex")}`;
}
