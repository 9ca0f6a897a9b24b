// Closed forms of chance: samples that hit, runs of misses, and fragments lost together.

import type { Scheme } from "./market.ts";

/** Chance that at least one of `samples` uniform draws, with replacement, falls into the part `missing`. */
export function hit(missing: number, samples: number): number {
  return samples === 0 ? 0 : -Math.expm1(samples * Math.log1p(-missing));
}

/** Fewest draws that hit the part `missing` with at least `chance`; also rounds, with a chance for each. */
export function drawsFor(missing: number, chance: number): number {
  if (missing >= 1) return 1;
  return Math.ceil(Math.log1p(-chance) / Math.log1p(-missing) - 1e-9);
}

/** Mean rounds until a round is the last of `length` misses in a row, each missed with `chance`. */
export function meanRoundsToRun(chance: number, length: number): number {
  return chance === 1 ? length : (chance ** -length - 1) / (1 - chance);
}

/** Chance of at least `least` of `count` independent events. Exact for what it is used for: counts up to 256. */
export function atLeast(count: number, chance: number, least: number): number {
  let sum = 0;
  for (let i = least; i <= count; i++) sum += exactly(count, chance, i);
  return Math.min(1, sum);
}

/** Chance of exactly `wanted` of `count`. */
export function exactly(count: number, chance: number, wanted: number): number {
  if (chance <= 0 || chance >= 1) return wanted === (chance <= 0 ? 0 : count) ? 1 : 0;
  let log = wanted * Math.log(chance) + (count - wanted) * Math.log1p(-chance);
  for (let i = 1; i <= wanted; i++) log += Math.log((count - wanted + i) / i);
  return Math.exp(log);
}

/** Fragments that have to go for a segment to be lost. */
export function fatal({ k, n }: Scheme): number {
  return n - k + 1;
}

/** Chance that more than n − k fragments of a segment go together, each with `chance`. */
export function lossChance(scheme: Scheme, chance: number): number {
  return atLeast(scheme.n, chance, fatal(scheme));
}

/**
 * Part of the fragments it is paid for that one owner behind the share `share` of all places need not keep, because it has
 * more than k of their segment: the expectation of max(0, J − k) over that of J.
 */
export function spareShare({ k, n }: Scheme, share: number): number {
  let spare = 0;
  for (let held = k + 1; held <= n; held++) spare += (held - k) * exactly(n, share, held);
  return spare / (n * share);
}
