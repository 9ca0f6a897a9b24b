import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nobleHasher } from "../../proofs/index.ts";
import {
  MAX_INNER_MANIFEST_BYTES,
  MAX_MANIFEST_BYTES,
  type Manifest,
  ciphertextBytes,
  decode,
  decodeInnerManifest,
  decodeManifest,
  encode,
  encodeManifest,
  objectId,
  objectIdOf,
  verifyManifest,
} from "../../protocol/index.ts";
import * as arbitrary from "./arbitraries.ts";
import { codeOf, messageOf } from "./thrown.ts";

const INLINE: Manifest = {
  size: 3,
  cipher: "aes-256-gcm",
  content: "bytes",
  body: { kind: "inline", bytes: new Uint8Array(19).fill(4) },
};
const CODED = coded(5_000_000, 4, 7);

function coded(size: number, k: number, n: number, changes: Partial<Manifest> = {}): Manifest {
  const cipher = changes.cipher ?? "aes-256-gcm";
  const stored = cipher === "none" ? size : ciphertextBytes(size);
  const segments = Math.ceil(stored / (k * 1_048_576));
  const roots = Array.from({ length: segments }, (_, i) => new Uint8Array(n * 32).fill(i + 1));
  return { size, cipher, content: "bytes", body: { kind: "coded", scheme: { k, n }, roots }, ...changes };
}

describe("a manifest", () => {
  test("comes back as it was written, in canonical bytes", () => {
    fc.assert(
      fc.property(arbitrary.manifest, (manifest) => {
        const bytes = encodeManifest(manifest);
        expect(decodeManifest(bytes)).toEqual(manifest);
        expect(encodeManifest(decodeManifest(bytes))).toEqual(bytes);
      }),
    );
  });

  test("is its id's, or is not read at all", () => {
    const bytes = encodeManifest(CODED);
    const id = objectIdOf(nobleHasher, bytes);
    expect(verifyManifest(nobleHasher, id, bytes)).toEqual(CODED);
    expect(codeOf(() => verifyManifest(nobleHasher, objectId(new Uint8Array(32)), bytes))).toBe("ERR_MANIFEST_WRONG");
    for (const at of [0, 100, bytes.length - 1]) {
      const changed = Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte));
      expect(codeOf(() => verifyManifest(nobleHasher, id, changed))).toBe("ERR_MANIFEST_WRONG");
    }
    expect(codeOf(() => verifyManifest(nobleHasher, id, bytes.subarray(1)))).toBe("ERR_MANIFEST_WRONG");
  });

  test("that hashes to its id and is none is rejected as invalid", () => {
    const bytes = encode({ v: 1 });
    expect(codeOf(() => verifyManifest(nobleHasher, objectIdOf(nobleHasher, bytes), bytes))).toBe(
      "ERR_MANIFEST_INVALID",
    );
  });

  test("of an object of 0 and of 4,096 bytes is inline, of 4,097 is not", () => {
    const inline = (size: number) =>
      ({ ...INLINE, size, body: { kind: "inline", bytes: new Uint8Array(size + 16) } }) as const;
    for (const size of [0, 1, 4096]) expect(decodeManifest(encodeManifest(inline(size))).size).toBe(size);
    expect(codeOf(() => encodeManifest(inline(4097)))).toBe("ERR_MANIFEST_INVALID");
    expect(codeOf(() => encodeManifest(coded(4096, 4, 7)))).toBe("ERR_MANIFEST_INVALID");
    expect(decodeManifest(encodeManifest(coded(4097, 4, 7))).size).toBe(4097);
  });

  test("has one run of roots more from the byte that no longer fits the segment", () => {
    const full = 4 * 1_048_576;
    const segments = (size: number) => {
      const { body } = decodeManifest(encodeManifest(coded(size, 4, 7, { cipher: "none" })));
      return body.kind === "coded" ? body.roots.length : 0;
    };
    expect([full - 1, full, full + 1].map(segments)).toEqual([1, 1, 2]);
  });

  test("of the largest scheme and of the smallest is read", () => {
    expect(decodeManifest(encodeManifest(coded(10_000, 255, 256)))).toEqual(coded(10_000, 255, 256));
    expect(decodeManifest(encodeManifest(coded(3_000_000, 1, 2)))).toEqual(coded(3_000_000, 1, 2));
  });
});

describe("a manifest inside another one", () => {
  const large = coded(16_000 * 1_048_576, 1, 3, { cipher: "none" });

  test("is longer than an outer one may be, and is read from there", () => {
    const bytes = encodeManifest(large);
    expect(bytes.length).toBeGreaterThan(MAX_MANIFEST_BYTES);
    expect(codeOf(() => decodeManifest(bytes))).toBe("ERR_MANIFEST_INVALID");
    expect(decodeInnerManifest(bytes)).toEqual(large);
    const outer = coded(bytes.length, 4, 7, { cipher: "none", content: "manifest" });
    expect(decodeManifest(encodeManifest(outer))).toEqual(outer);
  });

  test("cannot hold a third", () => {
    const outer = encodeManifest(coded(9000, 4, 7, { cipher: "none", content: "manifest" }));
    expect(codeOf(() => decodeInnerManifest(outer))).toBe("ERR_MANIFEST_INVALID");
  });

  test("is not enciphered, not inline, not empty and not above 16 MiB", () => {
    const outer = { cipher: "none", content: "manifest" } as const;
    expect(codeOf(() => encodeManifest(coded(9000, 4, 7, { content: "manifest" })))).toBe("ERR_MANIFEST_INVALID");
    expect(
      codeOf(() => encodeManifest({ ...INLINE, ...outer, body: { kind: "inline", bytes: new Uint8Array(3) } })),
    ).toBe("ERR_MANIFEST_INVALID");
    expect(codeOf(() => encodeManifest(coded(0, 4, 7, outer)))).toBe("ERR_MANIFEST_INVALID");
    expect(codeOf(() => encodeManifest(coded(MAX_INNER_MANIFEST_BYTES, 4, 7, outer)))).toBe("nothing");
    expect(codeOf(() => encodeManifest(coded(MAX_INNER_MANIFEST_BYTES + 1, 4, 7, outer)))).toBe("ERR_MANIFEST_INVALID");
    expect(codeOf(() => encodeManifest(coded(100, 4, 7, outer)))).toBe("nothing");
  });
});

describe("parts that do not fit together are rejected:", () => {
  const inline = raw(INLINE);
  const erasure = raw(CODED);
  const roots = erasure["roots"] as Uint8Array[];
  const { size: _, ...withoutSize } = erasure;
  const { n: __, ...withoutN } = erasure;
  const { inline: ___, ...withoutBody } = inline;

  test.each<[string, unknown]>([
    ["no map", [erasure]],
    ["a later version", { ...erasure, v: 2 }],
    ["an unknown key", { ...erasure, places: [] }],
    ["no size", withoutSize],
    ["no n", withoutN],
    ["neither inline nor roots", withoutBody],
    ["both inline and roots", { ...erasure, inline: new Uint8Array(19) }],
    ["inline and a k besides", { ...inline, k: 4 }],
    ["inline and an n besides", { ...inline, n: 7 }],
    ["inline and no roots, but a list of them", { ...inline, roots: [] }],
    ["an unknown cipher", { ...erasure, cipher: "rot13" }],
    ["an unknown content", { ...erasure, content: "folder" }],
    ["inline bytes without their tag", { ...inline, inline: new Uint8Array(3) }],
    ["inline text", { ...inline, inline: "bytes of which 19 !" }],
    ["k = 0", { ...erasure, k: 0 }],
    ["k = n", { ...erasure, k: 7 }],
    ["n = 257", { ...erasure, n: 257, roots: roots.map(() => new Uint8Array(257 * 32)) }],
    ["k beyond 2^53", { ...erasure, k: 2n ** 60n }],
    ["a segment's roots missing", { ...erasure, roots: roots.slice(1) }],
    ["a segment's roots twice", { ...erasure, roots: [...roots, ...roots] }],
    ["one root missing in a segment", { ...erasure, roots: roots.map((run) => run.subarray(32)) }],
    [
      "one root too many in a segment",
      { ...erasure, roots: roots.map((run) => Uint8Array.from([...run, ...run.subarray(0, 32)])) },
    ],
    ["roots in one string", { ...erasure, roots: new Uint8Array(14 * 32) }],
    ["a size of one segment more", { ...erasure, size: 5_000_000 + 4 * 1_048_576 }],
    ["a size beyond 2^53 with its tags", { ...erasure, size: Number.MAX_SAFE_INTEGER }],
  ])("%s", (name, value) => {
    expect(
      codeOf(() => decodeManifest(encode(value))),
      name,
    ).toBe("ERR_MANIFEST_INVALID");
  });

  test("and the message names the rule", () => {
    expect(messageOf(() => decodeManifest(encode({ ...erasure, k: 7 })))).toContain("1 ≤ k < n ≤ 256");
    expect(messageOf(() => decodeManifest(encode({ ...erasure, roots: [] })))).toContain(
      "0 segments where its size gives 2",
    );
  });

  test("and keys in another order are another manifest, which is none", () => {
    const bytes = encodeManifest(INLINE); // map head, "v": 1 in 3 bytes, "size": 3 in 6
    const swapped = Uint8Array.from([
      ...bytes.subarray(0, 1),
      ...bytes.subarray(4, 10),
      ...bytes.subarray(1, 4),
      ...bytes.subarray(10),
    ]);
    expect(Buffer.from(swapped.subarray(0, 10)).toString("latin1")).toContain("size\u0003av\u0001");
    expect(codeOf(() => decodeManifest(swapped))).toBe("ERR_MANIFEST_INVALID");
  });
});

function raw(manifest: Manifest): Record<string, unknown> {
  const bytes = encodeManifest(manifest);
  return decode(bytes, bytes.length) as Record<string, unknown>;
}
