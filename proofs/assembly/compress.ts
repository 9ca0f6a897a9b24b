// SHA-256's compression function (FIPS 180-4) on eight messages side by side. AssemblyScript; see scripts/wasm.ts.
//
// A word has 32 bits and a register 128, so four messages share a register, a lane each. Two such groups go in step:
// a round is a chain of operations that wait for each other, and while one group waits the other computes.
//
//               lane 0   lane 1   lane 2   lane 3      lane 4   lane 5   lane 6   lane 7
//     W[t]    │ m0[t]  │ m1[t]  │ m2[t]  │ m3[t]  │  │ m4[t]  │ m5[t]  │ m6[t]  │ m7[t]  │     one row, 32 bytes
//               └──────── a b c d e f g h ───────┘     └──────── A B C D E F G H ───────┘      working variables
//
// The words of a message are made while the rounds run, and stay in memory: registers are few, loads are cheap.

export const LANES: usize = 8;
/** Bytes of one word in all lanes. */
export const ROW: usize = 32;
/** Words of a message schedule. */
export const ROWS: usize = 64;

/** What lies at `base`, within 4 KiB: a store 4 KiB above a load would hold it up, since caches compare 12 bits first. */
const K: usize = 0; // 64 constants, each in four lanes
const WORDS: usize = K + ROWS * 16; // message schedule of the block at hand
const STATE: usize = WORDS + ROWS * ROW; // H0 … H7
const INITIAL: usize = STATE + 8 * ROW; // H0 … H7 before the first block
export const COMPRESS_BYTES: usize = INITIAL + 8 * ROW;

let base: usize = 0;

/** Writes the constants. FIPS 180-4 takes them from the roots of the first primes: the first 32 bits of their fractions. */
export function initCompress(at: usize): void {
  base = at;
  let prime: u32 = 2;
  for (let t: usize = 0; t < ROWS; t++, prime = nextPrime(prime)) {
    v128.store(base + K + t * 16, i32x4.splat(fractionBits(cubeRoot(prime))));
    if (t < 8) setRow(base + INITIAL + t * ROW, fractionBits(sqrt<f64>(prime)));
  }
}

/** Where the 16 words of each lane's block belong. */
export function words(): usize {
  return base + WORDS;
}

/** Where the hash of each lane is after each block, 8 rows. */
export function state(): usize {
  return base + STATE;
}

/** The hash of all lanes before the first block, 8 rows. */
export function initial(): usize {
  return base + INITIAL;
}

export function setRow(row: usize, word: u32): void {
  v128.store(row, i32x4.splat(word));
  v128.store(row, i32x4.splat(word), 16);
}

/** Makes words 16 … 63 of a schedule from the first 16. */
export function expand(rows: usize): void {
  for (const end = rows + (ROWS - 16) * ROW; rows < end; rows += 16) nextWord(rows);
}

/**
 * Takes one block of each lane into the hash, which is read at `from` and written to `state()`.
 * `rows` is the message schedule, of which `known` words are there: 16 or all 64.
 * A round changes two of the eight variables; the names move on by one, and after eight rounds are where they were.
 */
export function compress(from: usize, rows: usize, known: usize): void {
  let a = v128.load(from, 0 * ROW), b = v128.load(from, 1 * ROW), c = v128.load(from, 2 * ROW);
  let d = v128.load(from, 3 * ROW), e = v128.load(from, 4 * ROW), f = v128.load(from, 5 * ROW);
  let g = v128.load(from, 6 * ROW), h = v128.load(from, 7 * ROW);
  let A = v128.load(from, 0 * ROW + 16), B = v128.load(from, 1 * ROW + 16), C = v128.load(from, 2 * ROW + 16);
  let D = v128.load(from, 3 * ROW + 16), E = v128.load(from, 4 * ROW + 16), F = v128.load(from, 5 * ROW + 16);
  let G = v128.load(from, 6 * ROW + 16), H = v128.load(from, 7 * ROW + 16);
  let w = rows;
  let k = base + K;
  let t: v128;
  for (const end = rows + (ROWS - known) * ROW; w < end; w += 8 * ROW, k += 8 * 16) {
    nextWord(w + 0 * ROW);
    t = T1(e, f, g, h, v128.load(w, 0 * ROW), v128.load(k, 0 * 16)); h = add(t, T2(a, b, c)); d = add(d, t);
    nextWord(w + 0 * ROW + 16);
    t = T1(E, F, G, H, v128.load(w, 0 * ROW + 16), v128.load(k, 0 * 16)); H = add(t, T2(A, B, C)); D = add(D, t);
    nextWord(w + 1 * ROW);
    t = T1(d, e, f, g, v128.load(w, 1 * ROW), v128.load(k, 1 * 16)); g = add(t, T2(h, a, b)); c = add(c, t);
    nextWord(w + 1 * ROW + 16);
    t = T1(D, E, F, G, v128.load(w, 1 * ROW + 16), v128.load(k, 1 * 16)); G = add(t, T2(H, A, B)); C = add(C, t);
    nextWord(w + 2 * ROW);
    t = T1(c, d, e, f, v128.load(w, 2 * ROW), v128.load(k, 2 * 16)); f = add(t, T2(g, h, a)); b = add(b, t);
    nextWord(w + 2 * ROW + 16);
    t = T1(C, D, E, F, v128.load(w, 2 * ROW + 16), v128.load(k, 2 * 16)); F = add(t, T2(G, H, A)); B = add(B, t);
    nextWord(w + 3 * ROW);
    t = T1(b, c, d, e, v128.load(w, 3 * ROW), v128.load(k, 3 * 16)); e = add(t, T2(f, g, h)); a = add(a, t);
    nextWord(w + 3 * ROW + 16);
    t = T1(B, C, D, E, v128.load(w, 3 * ROW + 16), v128.load(k, 3 * 16)); E = add(t, T2(F, G, H)); A = add(A, t);
    nextWord(w + 4 * ROW);
    t = T1(a, b, c, d, v128.load(w, 4 * ROW), v128.load(k, 4 * 16)); d = add(t, T2(e, f, g)); h = add(h, t);
    nextWord(w + 4 * ROW + 16);
    t = T1(A, B, C, D, v128.load(w, 4 * ROW + 16), v128.load(k, 4 * 16)); D = add(t, T2(E, F, G)); H = add(H, t);
    nextWord(w + 5 * ROW);
    t = T1(h, a, b, c, v128.load(w, 5 * ROW), v128.load(k, 5 * 16)); c = add(t, T2(d, e, f)); g = add(g, t);
    nextWord(w + 5 * ROW + 16);
    t = T1(H, A, B, C, v128.load(w, 5 * ROW + 16), v128.load(k, 5 * 16)); C = add(t, T2(D, E, F)); G = add(G, t);
    nextWord(w + 6 * ROW);
    t = T1(g, h, a, b, v128.load(w, 6 * ROW), v128.load(k, 6 * 16)); b = add(t, T2(c, d, e)); f = add(f, t);
    nextWord(w + 6 * ROW + 16);
    t = T1(G, H, A, B, v128.load(w, 6 * ROW + 16), v128.load(k, 6 * 16)); B = add(t, T2(C, D, E)); F = add(F, t);
    nextWord(w + 7 * ROW);
    t = T1(f, g, h, a, v128.load(w, 7 * ROW), v128.load(k, 7 * 16)); a = add(t, T2(b, c, d)); e = add(e, t);
    nextWord(w + 7 * ROW + 16);
    t = T1(F, G, H, A, v128.load(w, 7 * ROW + 16), v128.load(k, 7 * 16)); A = add(t, T2(B, C, D)); E = add(E, t);
  }
  for (const end = rows + ROWS * ROW; w < end; w += 8 * ROW, k += 8 * 16) {
    t = T1(e, f, g, h, v128.load(w, 0 * ROW), v128.load(k, 0 * 16)); h = add(t, T2(a, b, c)); d = add(d, t);
    t = T1(E, F, G, H, v128.load(w, 0 * ROW + 16), v128.load(k, 0 * 16)); H = add(t, T2(A, B, C)); D = add(D, t);
    t = T1(d, e, f, g, v128.load(w, 1 * ROW), v128.load(k, 1 * 16)); g = add(t, T2(h, a, b)); c = add(c, t);
    t = T1(D, E, F, G, v128.load(w, 1 * ROW + 16), v128.load(k, 1 * 16)); G = add(t, T2(H, A, B)); C = add(C, t);
    t = T1(c, d, e, f, v128.load(w, 2 * ROW), v128.load(k, 2 * 16)); f = add(t, T2(g, h, a)); b = add(b, t);
    t = T1(C, D, E, F, v128.load(w, 2 * ROW + 16), v128.load(k, 2 * 16)); F = add(t, T2(G, H, A)); B = add(B, t);
    t = T1(b, c, d, e, v128.load(w, 3 * ROW), v128.load(k, 3 * 16)); e = add(t, T2(f, g, h)); a = add(a, t);
    t = T1(B, C, D, E, v128.load(w, 3 * ROW + 16), v128.load(k, 3 * 16)); E = add(t, T2(F, G, H)); A = add(A, t);
    t = T1(a, b, c, d, v128.load(w, 4 * ROW), v128.load(k, 4 * 16)); d = add(t, T2(e, f, g)); h = add(h, t);
    t = T1(A, B, C, D, v128.load(w, 4 * ROW + 16), v128.load(k, 4 * 16)); D = add(t, T2(E, F, G)); H = add(H, t);
    t = T1(h, a, b, c, v128.load(w, 5 * ROW), v128.load(k, 5 * 16)); c = add(t, T2(d, e, f)); g = add(g, t);
    t = T1(H, A, B, C, v128.load(w, 5 * ROW + 16), v128.load(k, 5 * 16)); C = add(t, T2(D, E, F)); G = add(G, t);
    t = T1(g, h, a, b, v128.load(w, 6 * ROW), v128.load(k, 6 * 16)); b = add(t, T2(c, d, e)); f = add(f, t);
    t = T1(G, H, A, B, v128.load(w, 6 * ROW + 16), v128.load(k, 6 * 16)); B = add(t, T2(C, D, E)); F = add(F, t);
    t = T1(f, g, h, a, v128.load(w, 7 * ROW), v128.load(k, 7 * 16)); a = add(t, T2(b, c, d)); e = add(e, t);
    t = T1(F, G, H, A, v128.load(w, 7 * ROW + 16), v128.load(k, 7 * 16)); A = add(t, T2(B, C, D)); E = add(E, t);
  }
  const to = base + STATE;
  v128.store(to, add(a, v128.load(from, 0 * ROW)), 0 * ROW);
  v128.store(to, add(b, v128.load(from, 1 * ROW)), 1 * ROW);
  v128.store(to, add(c, v128.load(from, 2 * ROW)), 2 * ROW);
  v128.store(to, add(d, v128.load(from, 3 * ROW)), 3 * ROW);
  v128.store(to, add(e, v128.load(from, 4 * ROW)), 4 * ROW);
  v128.store(to, add(f, v128.load(from, 5 * ROW)), 5 * ROW);
  v128.store(to, add(g, v128.load(from, 6 * ROW)), 6 * ROW);
  v128.store(to, add(h, v128.load(from, 7 * ROW)), 7 * ROW);
  v128.store(to, add(A, v128.load(from, 0 * ROW + 16)), 0 * ROW + 16);
  v128.store(to, add(B, v128.load(from, 1 * ROW + 16)), 1 * ROW + 16);
  v128.store(to, add(C, v128.load(from, 2 * ROW + 16)), 2 * ROW + 16);
  v128.store(to, add(D, v128.load(from, 3 * ROW + 16)), 3 * ROW + 16);
  v128.store(to, add(E, v128.load(from, 4 * ROW + 16)), 4 * ROW + 16);
  v128.store(to, add(F, v128.load(from, 5 * ROW + 16)), 5 * ROW + 16);
  v128.store(to, add(G, v128.load(from, 6 * ROW + 16)), 6 * ROW + 16);
  v128.store(to, add(H, v128.load(from, 7 * ROW + 16)), 7 * ROW + 16);
}

/** `h + Σ1(e) + Ch(e, f, g) + K[t] + W[t]`, what is ready last added last. */
@inline function T1(e: v128, f: v128, g: v128, h: v128, w: v128, k: v128): v128 {
  return add(add(add(h, add(w, k)), Ch(e, f, g)), Sigma1(e));
}

@inline function T2(a: v128, b: v128, c: v128): v128 {
  return add(Sigma0(a), Maj(a, b, c));
}

/** W[t + 16] of four lanes, where their W[t] is at `w`. */
@inline function nextWord(w: usize): void {
  const early = add(add(v128.load(w), v128.load(w, 9 * ROW)), sigma0(v128.load(w, ROW)));
  v128.store(w, add(early, sigma1(v128.load(w, 14 * ROW))), 16 * ROW);
}

@inline function Ch(e: v128, f: v128, g: v128): v128 {
  return xor(g, v128.and(e, xor(f, g)));
}

/** The next round needs a ⊕ b again, as its b ⊕ c: the engine computes it once. */
@inline function Maj(a: v128, b: v128, c: v128): v128 {
  return xor(b, v128.and(xor(a, b), xor(b, c)));
}

@inline function Sigma0(x: v128): v128 {
  return xor(xor(rotr(x, 2), rotr(x, 13)), rotr(x, 22));
}

@inline function Sigma1(x: v128): v128 {
  return xor(xor(rotr(x, 6), rotr(x, 11)), rotr(x, 25));
}

@inline function sigma0(x: v128): v128 {
  return xor(xor(rotr(x, 7), rotr(x, 18)), i32x4.shr_u(x, 3));
}

@inline function sigma1(x: v128): v128 {
  return xor(xor(rotr(x, 17), rotr(x, 19)), i32x4.shr_u(x, 10));
}

@inline function rotr(x: v128, n: i32): v128 {
  return xor(i32x4.shr_u(x, n), i32x4.shl(x, 32 - n));
}

@inline function add(x: v128, y: v128): v128 {
  return i32x4.add(x, y);
}

@inline function xor(x: v128, y: v128): v128 {
  return v128.xor(x, y);
}

function fractionBits(root: f64): u32 {
  return <u32>(<i64>(root * 4294967296.0));
}

/** Newton's method from above; 64 steps are far more than it takes. */
function cubeRoot(cube: f64): f64 {
  let root = cube;
  for (let i = 0; i < 64; i++) root = (2.0 * root + cube / (root * root)) / 3.0;
  return root;
}

function nextPrime(after: u32): u32 {
  let n = after + 1;
  for (let divisor: u32 = 2; divisor < n; divisor++) {
    if (n % divisor == 0) {
      n++;
      divisor = 1;
    }
  }
  return n;
}
