// A segment in its k data shards. Its length is known only when all of it is there, and with it the length of a shard; so it is
// written as if the shards were full, and a short one, the last of an object, is moved then:
//
//   written   │0123456789│abcdef    │          │     as if of MAX_SHARD_BYTES
//   laid out  │012345    │6789ab    │cdef00    │     shardBytes each, zeros at the end

import { MAX_SHARD_BYTES, SHARD_STRIDE, shardBytes } from "../../erasure/index.ts";
import type { Scheme } from "../../erasure/index.ts";

/** Copies `bytes` to where byte `at` of a segment and the following ones belong, as if all shards were full. */
export function writeSegment(memory: WebAssembly.Memory, address: number, at: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    const inShard = (at + done) % MAX_SHARD_BYTES;
    const piece = bytes.subarray(done, done + MAX_SHARD_BYTES - inShard);
    new Uint8Array(memory.buffer, placeOf(address, at + done), piece.length).set(piece);
    done += piece.length;
  }
}

/** Moves a segment that was written so to its shards, and fills these up with zeros. Returns the length of a shard. */
export function layOutSegment(memory: WebAssembly.Memory, address: number, { k }: Scheme, length: number): number {
  const bytes = shardBytes(length, k);
  // Every byte moves to a higher address or stays, so from the end on nothing is overwritten before it has moved.
  for (let shard = k - 1; shard >= 0; shard--) {
    const start = shard * bytes;
    const end = Math.max(start, Math.min(start + bytes, length));
    const target = address + shard * SHARD_STRIDE;
    moveRun(memory, address, start, end, target);
    new Uint8Array(memory.buffer, target + end - start, bytes - (end - start)).fill(0);
  }
  return bytes;
}

/** Moves bytes `[start, end)` of the segment to `target`, the last ones first. */
function moveRun(memory: WebAssembly.Memory, address: number, start: number, end: number, target: number): void {
  for (let to = end; to > start;) {
    const from = Math.max(start, Math.floor((to - 1) / MAX_SHARD_BYTES) * MAX_SHARD_BYTES);
    const [source, place] = [placeOf(address, from), target + from - start];
    if (source !== place) copy(memory, source, place, to - from);
    to = from;
  }
}

function copy(memory: WebAssembly.Memory, source: number, target: number, length: number): void {
  new Uint8Array(memory.buffer, target, length).set(new Uint8Array(memory.buffer, source, length));
}

function placeOf(address: number, at: number): number {
  return address + Math.floor(at / MAX_SHARD_BYTES) * SHARD_STRIDE + (at % MAX_SHARD_BYTES);
}
