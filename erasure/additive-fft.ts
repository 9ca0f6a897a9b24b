// Why parity costs k·log k and not k·m: the code as a polynomial, and the additive Fourier transform.
//
// THE CODE. The k bytes of one column are the values, at the points 0 … k−1 of GF(2^8), of exactly one polynomial f of
// degree below k. Parity shard i is f(i), at the points k … n−1. Any k values determine f, hence any k shards the rest.
// That is the systematic Vandermonde code: the matrix merely writes out "interpolate, then evaluate".
//
// THE BASIS. Points are bytes, and the set {0 … 2^j − 1} is closed under addition (exclusive or): a subspace U_j. Let
//
//     s_j(x) = Π over u in U_j of (x − u),   normalised so that s_j(2^j) = 1.
//
// s_j is additive, s_j(x + y) = s_j(x) + s_j(y), is 0 on U_j and 1 on 2^j + U_j. Write f not in powers of x but in products of
// these (S. Lin, W. Chung, Y. Han, Novel polynomial basis and its application to Reed–Solomon erasure codes, FOCS 2014;
// S. Lin, T. Al-Naffouri, Y. Han, FFT algorithm for binary extension finite fields, IEEE Trans. Inf. Theory 2016):
//
//     X_i(x) = Π of s_j(x) over the bits j that are set in i,      f(x) = Σ c_i · X_i(x)
//
// X_i has degree i, so "degree below k" still means "c_k and all later ones are 0".
//
// THE TRANSFORM. Halve the coefficients of f, of which there are 2^(j+1): f = low + s_j · high. On the coset β + U_j the
// factor s_j has one value, s = s_j(β), and on the other half, β + 2^j + U_j, it is s + 1. So
//
//        low ──●───────────────●──▶ coefficients of f on β + U_j            a butterfly: one multiplication by
//              ▲ · s           │                                            a constant and two additions, for each
//       high ──●───────────────▼──▶ coefficients of f on β + 2^j + U_j      pair of coefficients
//
// and each half goes on by itself, with half the coefficients. Backwards the same butterflies lead from values to
// coefficients. Where k is no power of two, values are known only at the first k points, but then the coefficients from k on
// are known to be 0: `interpolate` below descends with both kinds of knowledge.
//
// Everything is written over an `Arithmetic`: with numbers it computes, with the nodes of a program it writes down the
// program that encoder.ts compiles.

import { divide, multiply } from "./gf256.ts";

/** Sums and multiples of values of any kind. */
export interface Arithmetic<Value> {
  readonly zero: Value;
  add(a: Value, b: Value): Value;
  /** `a + factor · b`. */
  addMultiple(a: Value, factor: number, b: Value): Value;
}

/** `SUBSPACE[j][x]` = s_j(x), normalised. From s_0(x) = x by s_{j+1}(x) = s_j(x) · (s_j(x) + s_j(2^j)). */
const SUBSPACE: readonly Uint8Array[] = subspacePolynomials();

function subspacePolynomials(): Uint8Array[] {
  let values = Uint8Array.from({ length: 256 }, (_, x) => x);
  return Array.from({ length: 8 }, (_, j) => {
    const scale = values[1 << j] as number;
    const normalised = values.map((value) => divide(value, scale));
    values = values.map((value) => multiply(value, value ^ scale));
    return normalised;
  });
}

/** The parity of k data values: f(k) … f(n − 1). */
export function parity<Value>(field: Arithmetic<Value>, data: readonly Value[], n: number): Value[] {
  const k = data.length;
  let size = 1;
  while (size < k) size *= 2;
  const zeros = Array.from({ length: size - k }, () => field.zero);
  const { coefficients, values } = interpolate(field, 0, data, zeros, Math.min(size, n));
  const blocks: Value[] = values.slice(k);
  for (let beta = size; beta < n; beta += size) {
    blocks.push(...evaluate(field, coefficients, beta, 0, Math.min(size, n - beta)));
  }
  return blocks;
}

/** f(β + from) … f(β + to − 1), of f with so many coefficients, a power of two. */
export function evaluate<Value>(
  field: Arithmetic<Value>,
  coefficients: readonly Value[],
  beta: number,
  from: number,
  to: number,
): Value[] {
  if (from >= to) return [];
  if (coefficients.length === 1) return [...coefficients];
  const { half, s, low, high } = halves(coefficients, beta);
  const first = low.map((value, i) => field.addMultiple(value, s, high[i] as Value));
  if (to <= half) return evaluate(field, first, beta, from, to);
  const second =
    from < half
      ? first.map((value, i) => field.add(value, high[i] as Value))
      : low.map((value, i) => field.addMultiple(value, s ^ 1, high[i] as Value));
  return [
    ...evaluate(field, first, beta, from, half),
    ...evaluate(field, second, beta + half, Math.max(0, from - half), to - half),
  ];
}

/** A polynomial on β + U: all its coefficients, and its values as far as they are wanted. */
interface Interpolated<Value> {
  readonly coefficients: Value[];
  readonly values: Value[];
}

/**
 * f from its first t values on β + U and its coefficients from t on (`tail`); t + tail.length is a power of two.
 * Also gives f's values up to `wanted` of them, which mostly come by the way.
 */
export function interpolate<Value>(
  field: Arithmetic<Value>,
  beta: number,
  values: readonly Value[],
  tail: readonly Value[],
  wanted: number,
): Interpolated<Value> {
  const known = values.length;
  const size = known + tail.length;
  if (known === 0) return { coefficients: [...tail], values: evaluate(field, tail, beta, 0, wanted) };
  if (size === 1) return { coefficients: [...values], values: [...values] };
  const half = size / 2;
  const given = [...values.map(() => field.zero), ...tail];
  const { s, low, high } = halves(given, beta);
  if (known >= half) {
    const first = interpolate(field, beta, values.slice(0, half), [], half);
    const secondTail = high.slice(known - half).map((value, i) => field.add(at(first, known - half + i), value));
    const second = interpolate(field, beta + half, values.slice(half), secondTail, wanted - half);
    const upper = high.map((value, i) => (i < known - half ? field.add(at(first, i), at(second, i)) : value));
    const lower = upper.map((value, i) => field.addMultiple(at(first, i), s, value));
    return { coefficients: [...lower, ...upper], values: [...first.values, ...second.values] };
  }
  const firstTail = low.slice(known).map((value, i) => field.addMultiple(value, s, high[known + i] as Value));
  const first = interpolate(field, beta, values, firstTail, Math.min(half, wanted));
  const lower = low.map((value, i) => (i < known ? field.addMultiple(at(first, i), s, high[i] as Value) : value));
  const second = high.map((value, i) => field.add(at(first, i), value));
  const rest = evaluate(field, second, beta + half, 0, wanted - half);
  return { coefficients: [...lower, ...high], values: [...first.values, ...rest] };
}

function at<Value>({ coefficients }: Interpolated<Value>, index: number): Value {
  return coefficients[index] as Value;
}

function halves<Value>(
  coefficients: readonly Value[],
  beta: number,
): { half: number; s: number; low: readonly Value[]; high: readonly Value[] } {
  const half = coefficients.length / 2;
  const s = (SUBSPACE[Math.log2(half)] as Uint8Array)[beta] as number;
  return { half, s, low: coefficients.slice(0, half), high: coefficients.slice(half) };
}
