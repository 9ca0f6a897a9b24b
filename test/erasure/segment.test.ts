import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decodeSegment, encodeSegment, loadKernel, MAX_SHARD_BYTES, scheme, shardBytes } from "../../erasure/index.ts";
import { encode } from "../reference.ts";
import { pattern } from "../vectors/pattern.ts";

const kernel = await loadKernel();

test("any segment comes back from any k of its shards", () => {
  const inputs = fc.record({
    k: fc.integer({ min: 1, max: 12 }),
    m: fc.integer({ min: 1, max: 12 }),
    bytes: fc.integer({ min: 1, max: 20_000 }),
    order: fc.infiniteStream(fc.nat()),
  });
  fc.assert(
    fc.property(inputs, ({ k, m, bytes, order }) => {
      const segment = pattern(bytes, k);
      const shards = encodeSegment(kernel, scheme(k, k + m), segment);
      const keys = shards.map(() => order.next().value);
      const kept = keys
        .map((_, i) => i)
        .sort((a, b) => keys[a]! - keys[b]!)
        .slice(0, k);
      const some = shards.map((shard, i) => (kept.includes(i) ? shard : undefined));
      expect(decodeSegment(kernel, scheme(k, k + m), some, bytes)).toEqual(segment);
    }),
  );
});

test("shards are the padded segment cut in k, and the reference's parity", () => {
  const segment = pattern(1300, 1);
  const shards = encodeSegment(kernel, scheme(4, 6), segment);
  const padded = new Uint8Array(4 * 512);
  padded.set(segment);
  const data = [0, 1, 2, 3].map((i) => padded.subarray(i * 512, (i + 1) * 512));
  expect(shards).toEqual([...data, ...encode(4, 6, data)]);
});

test("whole data shards are views of the segment, and the segment stays as it is", () => {
  const segment = pattern(700, 2);
  const [first, second, third] = encodeSegment(kernel, scheme(3, 5), segment);
  expect([first!.buffer, second!.buffer]).toEqual([segment.buffer, segment.buffer]);
  expect(third!.buffer).not.toBe(segment.buffer);
  expect(third).toEqual(Uint8Array.from([...segment.subarray(512), ...new Uint8Array(68)]));
  expect(segment).toEqual(pattern(700, 2));
});

test("the decoded segment is a copy, also when all data shards are there", () => {
  const segment = pattern(256, 3);
  const shards = encodeSegment(kernel, scheme(1, 2), segment);
  const decoded = decodeSegment(kernel, scheme(1, 2), shards, 256);
  decoded.fill(0);
  expect(segment).toEqual(pattern(256, 3));
});

test("a full segment of the largest shards comes back from parity alone", () => {
  const segment = pattern(2 * MAX_SHARD_BYTES, 4);
  const shards = encodeSegment(kernel, scheme(2, 4), segment);
  const decoded = decodeSegment(kernel, scheme(2, 4), [undefined, undefined, ...shards.slice(2)], segment.length);
  expect(Buffer.compare(decoded, segment)).toBe(0);
});

test.each([0, 4 * MAX_SHARD_BYTES + 1])("a segment of %d bytes is refused", (bytes) => {
  expect(() => encodeSegment(kernel, scheme(4, 6), new Uint8Array(bytes))).toThrow(
    expect.objectContaining({ code: "ERR_SEGMENT_LENGTH" }),
  );
  expect(() => decodeSegment(kernel, scheme(4, 6), Array(6).fill(undefined), bytes)).toThrow(
    expect.objectContaining({ code: "ERR_SEGMENT_LENGTH" }),
  );
});

test("too few shards say how many there are and how many it takes", () => {
  const shards = encodeSegment(kernel, scheme(4, 6), pattern(1024));
  const some = shards.map((shard, i) => (i % 2 === 0 ? shard : undefined));
  expect(() => decodeSegment(kernel, scheme(4, 6), some, 1024)).toThrow(
    expect.objectContaining({ code: "ERR_TOO_FEW_SHARDS", facts: { have: 3, need: 4 } }),
  );
});

test("shards of another segment's length are refused", () => {
  const shards = encodeSegment(kernel, scheme(2, 3), pattern(512));
  expect(shardBytes(513, 2)).toBe(512);
  expect(() => decodeSegment(kernel, scheme(2, 3), shards, 513)).toThrow(
    expect.objectContaining({ code: "ERR_SHARD_LENGTH", facts: { shard: 0, bytes: 256, expected: 512 } }),
  );
  expect(() => decodeSegment(kernel, scheme(2, 3), shards.slice(0, 2), 512)).toThrow(
    expect.objectContaining({ code: "ERR_SHARD_COUNT" }),
  );
});

test("a forged scheme is refused before anything is allocated", () => {
  expect(() => encodeSegment(kernel, { k: 1e9, n: 2e9 }, pattern(512))).toThrow(
    expect.objectContaining({ code: "ERR_SCHEME" }),
  );
});
