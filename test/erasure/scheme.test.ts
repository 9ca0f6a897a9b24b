import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  MAX_SHARD_BYTES,
  scheme,
  segmentCount,
  segmentLength,
  segmentLengths,
  shardBytes,
} from "../../erasure/index.ts";

test.each([
  [1, 2],
  [4, 10],
  [255, 256],
])("any %d of %d is a scheme", (k, n) => {
  expect(scheme(k, n)).toEqual({ k, n });
});

test.each([
  [0, 1],
  [1, 1],
  [10, 4],
  [1, 257],
  [1.5, 4],
  [Number.NaN, 4],
  [4, Number.POSITIVE_INFINITY],
  [-1, 4],
])("any %d of %d is none", (k, n) => {
  expect(() => scheme(k, n)).toThrow(expect.objectContaining({ code: "ERR_SCHEME", facts: { k, n } }));
});

test("a shard is the segment's share, rounded up to whole leaves", () => {
  expect([1, 4, 1024, 1025, 4 * MAX_SHARD_BYTES - 1].map((bytes) => shardBytes(bytes, 4))).toEqual([
    256,
    256,
    256,
    512,
    MAX_SHARD_BYTES,
  ]);
});

test.each([0, -1, 0.5, Number.NaN, 4 * MAX_SHARD_BYTES + 1])(
  "a segment of %d bytes over 4 shards is refused",
  (bytes) => {
    expect(() => shardBytes(bytes, 4)).toThrow(expect.objectContaining({ code: "ERR_SEGMENT_LENGTH" }));
  },
);

test("segments are full but for the last, and add up to the whole", () => {
  const sizes = fc.integer({ min: 0, max: 2 ** 34 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 255 }), (total, k) => {
      const lengths = segmentLengths(total, scheme(k, 256));
      expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(total);
      expect(lengths.slice(0, -1).every((length) => length === k * MAX_SHARD_BYTES)).toBe(true);
      expect(lengths.every((length) => length >= 1 && shardBytes(length, k) <= MAX_SHARD_BYTES)).toBe(true);
    }),
  );
});

test("a hostile size is not listed, but its segments can still be asked for", () => {
  const huge = Number.MAX_SAFE_INTEGER;
  expect(() => segmentLengths(huge, scheme(1, 2))).toThrow(expect.objectContaining({ code: "ERR_SEGMENT_LENGTH" }));
  const last = segmentCount(huge, scheme(1, 2)) - 1;
  expect(segmentLength(huge, scheme(1, 2), last)).toBe(MAX_SHARD_BYTES - 1);
});

test.each([-1, 3, 0.5, Number.NaN])("there is no segment %d of three", (index) => {
  expect(() => segmentLength(3 * MAX_SHARD_BYTES, scheme(1, 2), index)).toThrow(
    expect.objectContaining({ code: "ERR_SEGMENT_LENGTH" }),
  );
});

test.each([-1, 0.5, Number.NaN, 2 ** 53])("%d bytes are no length", (total) => {
  expect(() => segmentCount(total, scheme(1, 2))).toThrow(expect.objectContaining({ code: "ERR_SEGMENT_LENGTH" }));
});
