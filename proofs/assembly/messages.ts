// SHA-256 of many messages of one length: padding, lanes, and the way of bytes into rows of words and back.
//
// Four words of four messages are loaded as they lie in memory and transposed:
//
//     x0 = │ m0[0] m0[1] m0[2] m0[3] │             │ m0[0] m1[0] m2[0] m3[0] │ = W[0]
//     x1 = │ m1[0] m1[1] m1[2] m1[3] │   ──────►   │ m0[1] m1[1] m2[1] m3[1] │ = W[1]
//     x2 = │ m2[0] m2[1] m2[2] m2[3] │             │ m0[2] m1[2] m2[2] m3[2] │ = W[2]
//     x3 = │ m3[0] m3[1] m3[2] m3[3] │             │ m0[3] m1[3] m2[3] m3[3] │ = W[3]

import { compress, COMPRESS_BYTES, expand, initCompress, initial, LANES, ROW, ROWS, setRow, state, words } from "./compress";

export const DIGEST: usize = 32;
const BLOCK: usize = 64;

/** What lies at `base`, after what the compression function needs. */
const PADDING: usize = COMPRESS_BYTES; // message schedule of a block that is padding and nothing else
const TAILS: usize = PADDING + ROWS * ROW; // the last one or two blocks of each lane's message
const SOURCES: usize = TAILS + LANES * 2 * BLOCK; // where each lane's message lies
const TARGETS: usize = SOURCES + LANES * 4; // where its digest goes
const BIG_ENDIAN: usize = TARGETS + LANES * 4; // the bytes of each word turned round, as indices
export const MESSAGES_BYTES: usize = BIG_ENDIAN + BLOCK;

let base: usize = 0;
/** The message length that PADDING and TAILS are made for. */
let prepared: usize = ~0;

export function initMessages(at: usize): void {
  initCompress(at);
  base = at;
  v128.store(base + BIG_ENDIAN, i8x16(3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12));
  prepared = ~0;
}

/**
 * Digests of `rows * perRow` messages of `bytes` each. Message j of row i lies at `source + i * sourceStride + j * bytes`,
 * its digest goes to `target + i * targetStride + j * 32`. Lanes that are left over repeat the last message.
 */
export function digests(
  source: usize,
  sourceStride: usize,
  perRow: usize,
  rows: usize,
  bytes: usize,
  target: usize,
  targetStride: usize,
): void {
  prepare(bytes);
  const jobs = perRow * rows;
  let column: usize = 0;
  for (let job: usize = 0; job < jobs; ) {
    for (let lane: usize = 0; lane < LANES; lane++) {
      store<usize>(base + SOURCES + lane * 4, source);
      store<usize>(base + TARGETS + lane * 4, target);
      if (++job >= jobs) continue;
      source += bytes;
      target += DIGEST;
      if (++column < perRow) continue;
      column = 0;
      source += sourceStride - perRow * bytes;
      target += targetStride - perRow * DIGEST;
    }
    eightDigests(bytes);
  }
}

/** The digests of the messages at SOURCES. All of a message is read before any digest is written. */
function eightDigests(bytes: usize): void {
  const rest = bytes % BLOCK;
  const whole = bytes - rest;
  let hash = initial();
  for (let at: usize = 0; at < whole; at += BLOCK) hash = block(hash, at);
  if (rest == 0) {
    compress(hash, base + PADDING, ROWS);
  } else {
    gatherTails(whole, rest);
    hash = block(hash, 0);
    if (hasTwoTails(rest)) block(hash, BLOCK);
  }
  writeDigests(state(), base + TARGETS);
  writeDigests(state() + 16, base + TARGETS + 16);
}

/** What comes after a message depends on its length alone: `80 00 … 00 ‖ u64(bits)`, up to the end of a block. */
function prepare(bytes: usize): void {
  if (bytes == prepared) return;
  prepared = bytes;
  const bits = <u64>bytes * 8;
  const rest = bytes % BLOCK;
  if (rest == 0) {
    const rows = base + PADDING;
    memory.fill(rows, 0, 16 * ROW);
    setRow(rows, 0x80000000);
    setRow(rows + 14 * ROW, <u32>(bits >> 32));
    setRow(rows + 15 * ROW, <u32>bits);
    expand(rows);
    return;
  }
  const end: usize = hasTwoTails(rest) ? 2 * BLOCK : BLOCK;
  memory.fill(base + TAILS, 0, LANES * 2 * BLOCK);
  for (let lane: usize = 0; lane < LANES; lane++) {
    const tail = base + TAILS + lane * 2 * BLOCK;
    store<u8>(tail + rest, 0x80);
    store<u64>(tail + end - 8, bswap(bits));
  }
}

/** Whether a last block with so many bytes of message has no room for the padding. */
function hasTwoTails(rest: usize): bool {
  return rest >= BLOCK - 8;
}

/** Puts the last `rest` bytes of each message before its padding, and lets the lanes go on there. */
function gatherTails(at: usize, rest: usize): void {
  for (let lane: usize = 0; lane < LANES; lane++) {
    const tail = base + TAILS + lane * 2 * BLOCK;
    const source = base + SOURCES + lane * 4;
    copy(tail, load<usize>(source) + at, rest);
    store<usize>(source, tail);
  }
}

/** Takes the block at `at` of each message into `hash`, and says where the new one is. */
function block(hash: usize, at: usize): usize {
  readWords(at, base + SOURCES, words());
  readWords(at, base + SOURCES + 16, words() + 16);
  compress(hash, words(), 16);
  return state();
}

/** W[0] … W[15] of four messages: big-endian words, transposed. */
function readWords(at: usize, sources: usize, words: usize): void {
  const p0 = load<usize>(sources, 0) + at;
  const p1 = load<usize>(sources, 4) + at;
  const p2 = load<usize>(sources, 8) + at;
  const p3 = load<usize>(sources, 12) + at;
  const order = v128.load(base + BIG_ENDIAN); // loaded, not written as a constant: V8 makes a constant anew at each use
  for (let from: usize = 0, to = words; from < BLOCK; from += 16, to += 4 * ROW) {
    const x0 = i8x16.swizzle(v128.load(p0 + from), order);
    const x1 = i8x16.swizzle(v128.load(p1 + from), order);
    const x2 = i8x16.swizzle(v128.load(p2 + from), order);
    const x3 = i8x16.swizzle(v128.load(p3 + from), order);
    transpose(x0, x1, x2, x3, to, to + ROW, to + 2 * ROW, to + 3 * ROW);
  }
}

/** H0 … H7 of four messages, transposed back. */
function writeDigests(state: usize, targets: usize): void {
  const t0 = load<usize>(targets, 0);
  const t1 = load<usize>(targets, 4);
  const t2 = load<usize>(targets, 8);
  const t3 = load<usize>(targets, 12);
  const order = v128.load(base + BIG_ENDIAN);
  for (let from = state, to: usize = 0; to < DIGEST; from += 4 * ROW, to += 16) {
    const x0 = i8x16.swizzle(v128.load(from, 0 * ROW), order);
    const x1 = i8x16.swizzle(v128.load(from, 1 * ROW), order);
    const x2 = i8x16.swizzle(v128.load(from, 2 * ROW), order);
    const x3 = i8x16.swizzle(v128.load(from, 3 * ROW), order);
    transpose(x0, x1, x2, x3, t0 + to, t1 + to, t2 + to, t3 + to);
  }
}

/** Column i of the four rows goes to `to` i. */
@inline function transpose(
  x0: v128,
  x1: v128,
  x2: v128,
  x3: v128,
  to0: usize,
  to1: usize,
  to2: usize,
  to3: usize,
): void {
  const y0 = v128.shuffle<i32>(x0, x1, 0, 4, 1, 5);
  const y1 = v128.shuffle<i32>(x2, x3, 0, 4, 1, 5);
  const y2 = v128.shuffle<i32>(x0, x1, 2, 6, 3, 7);
  const y3 = v128.shuffle<i32>(x2, x3, 2, 6, 3, 7);
  v128.store(to0, v128.shuffle<i64>(y0, y1, 0, 2));
  v128.store(to1, v128.shuffle<i64>(y0, y1, 1, 3));
  v128.store(to2, v128.shuffle<i64>(y2, y3, 0, 2));
  v128.store(to3, v128.shuffle<i64>(y2, y3, 1, 3));
}

/** Copies without a call; the two places do not overlap. */
export function copy(to: usize, from: usize, bytes: usize): void {
  let at: usize = 0;
  for (; at + 8 <= bytes; at += 8) store<u64>(to + at, load<u64>(from + at));
  for (; at < bytes; at++) store<u8>(to + at, load<u8>(from + at));
}
