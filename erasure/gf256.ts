// The field GF(2^8): bytes as polynomials over GF(2), modulo x^8 + x^4 + x^3 + x^2 + 1. Addition is exclusive or.
//
// 2 generates all 255 elements but 0, so a product is a sum of logarithms. What a kernel needs is another form of the same:
// multiplication by a constant c is linear over GF(2), so c·x = c·(x & 15) ^ c·(x & 240), two look-ups in tables of sixteen
// bytes, which one SIMD instruction does for sixteen bytes at once (H. P. Anvin, The mathematics of RAID-6, 2004–2011;
// J. Plank, K. Greenan, E. Miller, Screaming fast Galois field arithmetic using Intel SIMD instructions, FAST 2013).

const POLYNOMIAL = 0x11d;
/** Elements but 0, and the period of the powers of 2. */
const ORDER = 255;

/** `EXP[i]` = 2^i, for two periods, so that the sum of two logarithms needs no reduction. */
const EXP = new Uint8Array(2 * ORDER);
/** `LOG[2^i]` = i; `LOG[0]` means nothing. */
const LOG = new Uint8Array(256);
for (let i = 0, power = 1; i < ORDER; i++) {
  EXP[i] = EXP[i + ORDER] = power;
  LOG[power] = i;
  power = (power << 1) ^ (power & 0x80 ? POLYNOMIAL : 0);
}

export function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : exp(log(a) + log(b));
}

/** `a / b`; b is not 0. */
export function divide(a: number, b: number): number {
  return a === 0 ? 0 : exp(log(a) - log(b) + ORDER);
}

/** Bytes of the two tables of one constant. */
export const NIBBLE_BYTES = 32;

/** For each constant c: c·0 … c·15, then c·0 … c·240 in steps of 16. 8 KiB, which every kernel copies into its memory. */
export function nibbleTables(): Uint8Array {
  const tables = new Uint8Array(256 * NIBBLE_BYTES);
  for (let c = 0; c < 256; c++) {
    for (let x = 0; x < 16; x++) {
      tables[c * NIBBLE_BYTES + x] = multiply(c, x);
      tables[c * NIBBLE_BYTES + 16 + x] = multiply(c, x << 4);
    }
  }
  return tables;
}

/**
 * Lagrange's interpolation: with f of degree below `points.length`, f(targets[t]) = Σ factors[t × points.length + j] · f(points[j]).
 * Points are distinct elements; a target is none of them. O(points² + targets × points), no matrix and no inversion:
 *
 *     factor(t, j) = Π (t − p_i) / Π (p_j − p_i), over all i but j, as sums of logarithms
 */
export function interpolationFactors(points: readonly number[], targets: readonly number[]): Uint8Array {
  const factors = new Uint8Array(targets.length * points.length);
  const below = points.map((point) => logOfDifferences(point, points));
  targets.forEach((target, t) => {
    const above = logOfDifferences(target, points);
    points.forEach((point, j) => {
      const exponent = above - log(target ^ point) - (below[j] as number);
      factors[t * points.length + j] = exp(((exponent % ORDER) + ORDER) % ORDER);
    });
  });
  return factors;
}

/** The logarithm of the product of `from − point`, over all points but `from` itself; not reduced. */
function logOfDifferences(from: number, points: readonly number[]): number {
  return points.reduce((sum, point) => (point === from ? sum : sum + log(from ^ point)), 0);
}

function exp(exponent: number): number {
  return EXP[exponent] as number;
}

function log(element: number): number {
  return LOG[element] as number;
}
