// Segments: runs of ciphertext that are erasure-coded on their own. A segment boundary is always a record boundary,
// because k × 1 MiB is a multiple of 64 KiB.

import { MAX_SHARD_BYTES } from "../../erasure/index.ts";
import { joined } from "./bytes.ts";

export interface Segment {
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** Gathers sealed records into segments of exactly k × 1 MiB; the last one is shorter. Owns the buffers it yields. */
export async function* cutSegments(records: AsyncIterable<Uint8Array>, k: number): AsyncGenerator<Segment> {
  const full = k * MAX_SHARD_BYTES;
  let held: Uint8Array[] = [];
  let bytes = 0;
  let index = 0;
  for await (const record of records) {
    held.push(record);
    bytes += record.byteLength;
    if (bytes < full) continue;
    yield { index: index++, bytes: joined(held, bytes) };
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield { index, bytes: joined(held, bytes) };
}
