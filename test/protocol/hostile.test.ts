// Every decoder against bytes that nobody would send in good faith: it answers with its own error, always, and soon.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, encode, decodeInnerManifest, decodeManifest, encodeManifest } from "../../protocol/index.ts";
import * as arbitrary from "./arbitraries.ts";
import { CODECS, type Codec } from "./codecs.ts";
import { mutations } from "./mutation.ts";
import { codeOf } from "./thrown.ts";

const MANIFESTS: Codec = {
  name: "manifest",
  values: arbitrary.manifest,
  maxBytes: 1_048_576,
  encode: (value) => encodeManifest(value as never),
  decode: decodeManifest,
};
const REJECTED = /^(ERR_MESSAGE_INVALID|ERR_MESSAGE_TOO_LONG|ERR_MANIFEST_INVALID)$/;

describe.each([...CODECS, MANIFESTS])("a damaged $name", (codec) => {
  test("is rejected, or is another valid one that encodes to the same bytes", () => {
    fc.assert(
      fc.property(codec.values, fc.array(mutations(), { minLength: 20, maxLength: 20 }), (value, damages) => {
        const good = codec.encode(value);
        for (const damage of damages) rejectedOrCanonical(codec, damage(good));
      }),
      { numRuns: codec === MANIFESTS ? 40 : 100 },
    );
  });

  test("is rejected when it is noise", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => rejectedOrCanonical(codec, noise)),
      { numRuns: 1000 },
    );
  });
});

function rejectedOrCanonical(codec: Codec, bytes: Uint8Array): void {
  let value: unknown;
  const code = codeOf(() => (value = codec.decode(bytes)));
  if (code === "nothing") expect(codec.encode(value)).toEqual(Uint8Array.from(bytes));
  else expect(code).toMatch(REJECTED);
}

describe("CBOR made to exhaust the reader", () => {
  const deep = (levels: number) => Uint8Array.from([...Array.from({ length: levels }, () => 0x81), 0x00]);

  test("by depth is rejected at the ninth level", () => {
    expect(decode(deep(8), 100)).toEqual([[[[[[[[0]]]]]]]]);
    expect(codeOf(() => decode(deep(9), 100))).toBe("ERR_MESSAGE_INVALID");
    expect(codeOf(() => decode(deep(500_000), 524_288))).toBe("ERR_MESSAGE_INVALID");
  });

  test("by stating a list of 2^64 − 1 entries is rejected from its head", () => {
    for (const head of [0x9b, 0xbb, 0x5b, 0x7b]) {
      const bytes = Uint8Array.from([head, ...Array.from({ length: 8 }, () => 0xff)]);
      expect(codeOf(() => decode(bytes, 100))).toBe("ERR_MESSAGE_INVALID");
    }
  });

  test("by half a million empty lists is rejected after 65,536 values", () => {
    const bytes = new Uint8Array(524_288).fill(0x80);
    bytes.set([0x9a, 0x00, 0x07, 0xff, 0xfb]);
    const started = performance.now();
    expect(codeOf(() => decode(bytes, 524_288))).toBe("ERR_MESSAGE_INVALID");
    expect(performance.now() - started).toBeLessThan(200);
  });

  test("by a manifest of no more than a few bytes that names 2^33 segments is rejected by its count", () => {
    const bytes = cborManifest(Number.MAX_SAFE_INTEGER - 2 ** 42);
    const started = performance.now();
    expect(codeOf(() => decodeManifest(bytes))).toBe("ERR_MANIFEST_INVALID");
    expect(codeOf(() => decodeInnerManifest(bytes))).toBe("ERR_MANIFEST_INVALID");
    expect(performance.now() - started).toBeLessThan(200);
  });
});

function cborManifest(size: number): Uint8Array {
  const one = encodeManifest({
    size: 5000,
    cipher: "none",
    content: "bytes",
    body: { kind: "coded", scheme: { k: 1, n: 2 }, roots: [new Uint8Array(64)] },
  });
  const value = decode(one, one.length) as Record<string, unknown>;
  return encode({ ...value, size });
}
