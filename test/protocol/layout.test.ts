import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxSegmentBytes, shardBytes } from "../../erasure/index.ts";
import {
  type Manifest,
  RECORD_BYTES,
  RECORD_PLAIN_BYTES,
  TAG_BYTES,
  ciphertextBytes,
  fragmentBytes,
  fragmentRootAt,
  segmentBytes,
  segmentCount,
  storedBytes,
} from "../../protocol/index.ts";
import * as arbitrary from "./arbitraries.ts";
import { codeOf } from "./thrown.ts";

/** The same by cutting, one record at a time. */
function ciphertextByCutting(size: number): number {
  let total = 0;
  let left = size;
  do {
    const record = Math.min(left, RECORD_PLAIN_BYTES);
    total += record + TAG_BYTES;
    left -= record;
  } while (left > 0);
  return total;
}

describe("ciphertext", () => {
  test.each([
    [0, 16],
    [1, 17],
    [4096, 4112],
    [4097, 4113],
    [65_519, 65_535],
    [65_520, 65_536],
    [65_521, 65_553],
    [131_040, 131_072],
    [131_041, 131_089],
  ])("of %i bytes has %i", (size, expected) => {
    expect(ciphertextBytes(size)).toBe(expected);
    expect(ciphertextByCutting(size)).toBe(expected);
  });

  test("has a tag for every record, at any size", () => {
    fc.assert(
      fc.property(fc.nat(40_000_000), (size) => {
        expect(ciphertextBytes(size)).toBe(ciphertextByCutting(size));
      }),
    );
  });

  test("of a full record has 64 KiB", () => {
    expect(ciphertextBytes(RECORD_PLAIN_BYTES)).toBe(RECORD_BYTES);
  });
});

describe("the segments of an object", () => {
  test("have together the bytes that are stored, and fragments as erasure coding makes them", () => {
    fc.assert(
      fc.property(arbitrary.manifest, (manifest) => {
        const { body } = manifest;
        const indices = Array.from({ length: segmentCount(manifest) }, (_, i) => i);
        if (body.kind === "inline") {
          expect(indices).toEqual([]);
          return;
        }
        const lengths = indices.map((i) => segmentBytes(manifest, i));
        expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(storedBytes(manifest));
        for (const length of lengths.slice(0, -1)) expect(length).toBe(maxSegmentBytes(body.scheme.k));
        for (const i of indices) {
          expect(fragmentBytes(manifest, i)).toBe(shardBytes(lengths[i] as number, body.scheme.k));
          for (let shard = 0; shard < body.scheme.n; shard++) {
            expect(fragmentRootAt(manifest, i, shard)).toEqual(body.roots[i]?.slice(shard * 32, shard * 32 + 32));
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test.each([-1, 1, 0.5, Number.NaN])("do not include number %d of one", (segment) => {
    expect(codeOf(() => segmentBytes(ONE_SEGMENT, segment))).toBe("ERR_INTERNAL");
    expect(codeOf(() => fragmentBytes(ONE_SEGMENT, segment))).toBe("ERR_INTERNAL");
    expect(codeOf(() => fragmentRootAt(ONE_SEGMENT, segment, 0))).toBe("ERR_INTERNAL");
  });

  test.each([-1, 3, 0.5])("have no shard %d of three", (shard) => {
    expect(codeOf(() => fragmentRootAt(ONE_SEGMENT, 0, shard))).toBe("ERR_INTERNAL");
  });
});

const ONE_SEGMENT: Manifest = {
  size: 5000,
  cipher: "none",
  content: "bytes",
  body: { kind: "coded", scheme: { k: 2, n: 3 }, roots: [new Uint8Array(96)] },
};
