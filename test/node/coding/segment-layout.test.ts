// A segment lies in its data shards as if it had been cut there, and the rest of them is zeros.

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { SHARD_STRIDE, shardBytes } from "../../../erasure/index.ts";
import { layOutSegment, writeSegment } from "../../../node/coding/segment-layout.ts";
import { MIB, segmentOf } from "./segment.ts";

const ADDRESS = 192;
const MOST = 4;
const memory = new WebAssembly.Memory({ initial: Math.ceil((ADDRESS + MOST * SHARD_STRIDE) / 65_536) });
const longest = segmentOf(MOST * MIB);

function check(k: number, length: number, piece: number): void {
  new Uint8Array(memory.buffer).fill(0xee);
  const segment = longest.subarray(0, length);
  for (let at = 0; at < length; at += piece) {
    writeSegment(memory, ADDRESS, at, segment.subarray(at, at + piece));
  }
  const bytes = layOutSegment(memory, ADDRESS, { k, n: k + 1 }, length);
  expect(bytes).toBe(shardBytes(length, k));
  for (let i = 0; i < k; i++) {
    const expected = new Uint8Array(bytes);
    expected.set(segment.subarray(i * bytes, (i + 1) * bytes));
    const place = new Uint8Array(memory.buffer, ADDRESS + i * SHARD_STRIDE, bytes);
    expect(Buffer.compare(place, expected), `shard ${i}`).toBe(0);
  }
}

test.each([
  [1, 1],
  [4, 1],
  [4, 256],
  [4, 1025],
  [4, MIB - 1],
  [4, MIB],
  [4, MIB + 1],
  [2, 2 * MIB - 600],
  [3, 3 * MIB - 768],
  [4, 4 * MIB - 1024],
  [4, 4 * MIB - 1023],
  [4, 4 * MIB],
])("k = %i, %i bytes", (k, length) => {
  check(k, length, 65_536);
});

test("any length, written in any pieces", () => {
  const cases = fc.record({
    k: fc.integer({ min: 1, max: MOST }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    piece: fc.integer({ min: 5000, max: 3 * MIB }),
  });
  fc.assert(
    fc.property(cases, ({ k, share, piece }) => check(k, Math.max(1, Math.floor(share * k * MIB)), piece)),
    { numRuns: 30 },
  );
});
