// Random numbers that a name fixes, so that every run of the simulation is the same.

/** Draws numbers in [0, 1). */
export type Random = () => number;

/** Marsaglia's xorshift with four words of state (2003); they come from the name. */
export function seededRandom(name: string): Random {
  let [x, y, z, w] = [123_456_789, 362_436_069, 521_288_629, 88_675_123];
  const next = (): number => {
    const mixed = x ^ (x << 11);
    [x, y, z] = [y, z, w];
    w = w ^ (w >>> 19) ^ mixed ^ (mixed >>> 8);
    return w >>> 0;
  };
  for (const letter of name) {
    w ^= letter.codePointAt(0) ?? 0;
    for (let i = 0; i < 8; i++) next();
  }
  return () => next() / 2 ** 32;
}

/** Whether one of `samples` drawn leaves is among the part `missing`. Stops at the first. */
export function hits(random: Random, samples: number, missing: number): boolean {
  for (let i = 0; i < samples; i++) if (random() < missing) return true;
  return false;
}
