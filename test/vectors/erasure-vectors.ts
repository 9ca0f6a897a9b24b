// What test/vectors/erasure.json holds: parity by the naive reference.

import { encode, hash } from "../reference.ts";
import { hex, pattern } from "./pattern.ts";

/** [k, n, segment bytes]. */
const SMALL = [
  [1, 2, 100],
  [1, 5, 256],
  [2, 3, 512],
  [3, 5, 700],
  [4, 10, 1024],
  [6, 12, 1300],
  [10, 14, 1],
] as const;
/** These are too long to print: a digest stands for the parity. */
const LARGE = [
  [4, 10, 4 * 2048 - 77],
  [10, 30, 10 * 256],
  [29, 80, 29 * 256 - 1],
  [128, 256, 128 * 256],
  [1, 256, 256],
  [255, 256, 255 * 256],
] as const;

export function erasureVectors(): unknown {
  return {
    about:
      "segment = pattern(segmentBytes, k): byte i is (i + floor(i / 256) * 7 + k * 13) mod 256; shards are zero-padded. " +
      "parity is shards k to n - 1, paritySha256 the digest of these in a row.",
    cases: [...SMALL, ...LARGE].map(([k, n, segmentBytes], i) => {
      const parity = encode(k, n, dataShards(k, segmentBytes));
      const shown = i < SMALL.length ? { parity: parity.map(hex) } : {};
      return { k, n, segmentBytes, shardBytes: parity[0]!.length, ...shown, paritySha256: hex(hash(...parity)) };
    }),
  };
}

/** The k shards of `pattern(segmentBytes, k)`, as docs/spec/data.md cuts them. */
function dataShards(k: number, segmentBytes: number): Uint8Array[] {
  const size = Math.ceil(Math.ceil(segmentBytes / k) / 256) * 256;
  const padded = new Uint8Array(k * size);
  padded.set(pattern(segmentBytes, k));
  return Array.from({ length: k }, (_, i) => padded.subarray(i * size, (i + 1) * size));
}
