import { sha256 } from "@noble/hashes/sha2.js";
import * as fc from "fast-check";
import { CID } from "multiformats/cid";
import { describe, expect, test } from "vitest";
import { nobleHasher } from "../../proofs/index.ts";
import {
  DIGEST_BYTES,
  ID_CHARACTERS,
  fragmentId,
  fragmentRootOf,
  objectDigest,
  objectId,
  objectIdOf,
  parseFragmentId,
  parseObjectId,
} from "../../protocol/index.ts";
import { digest } from "./arbitraries.ts";
import { codeOf, messageOf } from "./thrown.ts";

const DIGEST = sha256(new TextEncoder().encode("manifest"));
const OBJECT = objectId(DIGEST);
const FRAGMENT = fragmentId(DIGEST);

describe("an id", () => {
  test("is a CID that other programs read", () => {
    expect(OBJECT).toMatch(/^bafy/);
    expect(FRAGMENT).toMatch(/^bafk/);
    const cid = CID.parse(OBJECT);
    expect([cid.version, cid.code, cid.multihash.code]).toEqual([1, 0x71, 0x12]);
    expect(CID.parse(FRAGMENT).code).toBe(0x55);
  });

  test("goes to its digest and back", () => {
    fc.assert(
      fc.property(digest, (bytes) => {
        expect(objectDigest(objectId(bytes))).toEqual(bytes);
        expect(fragmentRootOf(fragmentId(bytes))).toEqual(bytes);
        expect(objectId(bytes)).toHaveLength(ID_CHARACTERS);
        expect(parseObjectId(objectId(bytes))).toBe(objectId(bytes));
        expect(parseFragmentId(fragmentId(bytes))).toBe(fragmentId(bytes));
      }),
    );
  });

  test("of an object is the hash of its manifest", () => {
    const bytes = new TextEncoder().encode("manifest");
    expect(objectIdOf(nobleHasher, bytes)).toBe(OBJECT);
  });

  test("is made of 32 bytes only", () => {
    for (const length of [0, DIGEST_BYTES - 1, DIGEST_BYTES + 1]) {
      expect(codeOf(() => objectId(new Uint8Array(length)))).toBe("ERR_INTERNAL");
    }
  });
});

describe("text that is not an object id is rejected with its reason:", () => {
  test.each([
    ["nothing", "", "cut short: 0 of 59"],
    ["cut short", OBJECT.slice(0, -1), "cut short: 58 of 59"],
    ["too long", `${OBJECT}a`, "longer than 59"],
    ["upper case", OBJECT.toUpperCase(), "lower-case"],
    ["a digit that base32 has not", `${OBJECT.slice(0, -1)}1`, "lower-case"],
    ["a fragment's id", FRAGMENT, "a fragment id, not an object id"],
    ["a file of IPFS", CID.createV1(0x70, CID.parse(OBJECT).multihash).toString(), "a file of IPFS"],
    ["another base", CID.parse(OBJECT).toString().replace(/^b/, "z"), "lower-case"],
    ["another hash", rehashed(0x1b), "SHA-256"],
    ["no CID", `b${"a".repeat(58)}`, "not a CID"],
  ])("%s", (_, text, reason) => {
    expect(codeOf(() => parseObjectId(text))).toBe("ERR_ID_INVALID");
    expect(messageOf(() => parseObjectId(text))).toContain(reason);
  });

  test("spare bits in the last character", () => {
    const last = OBJECT.at(-1) as string;
    const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    for (const bits of [1, 2, 3]) {
      const other = alphabet[alphabet.indexOf(last) + bits];
      expect(codeOf(() => parseObjectId(OBJECT.slice(0, -1) + other))).toBe("ERR_ID_INVALID");
    }
  });

  test("anything at all, without another error", () => {
    const base32 = fc.stringMatching(/^b[a-z2-7]{58}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), base32), (text) => {
        expect(["ERR_ID_INVALID", "nothing"]).toContain(codeOf(() => parseObjectId(text)));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The text of OBJECT with another hash function's number. */
function rehashed(code: number): string {
  const bytes = Uint8Array.from(CID.parse(OBJECT).bytes);
  bytes[2] = code;
  return CID.decode(bytes).toString();
}
