/** The closed forms against counting, and the samples against the challenge function that the network uses. */

import { describe, expect, it } from "vitest";
import { challengePositions } from "../../proofs/index.ts";
import { nodeHasher } from "../proofs/node-hasher.ts";
import { atLeast, drawsFor, exactly, fatal, hit, lossChance, meanRoundsToRun, spareShare } from "./chances.ts";
import { MARKET, SCHEMES } from "./market.ts";
import { hits, seededRandom } from "./random.ts";

describe("the chance to hit", () => {
  it("is that of the published figures: five samples, and 459 for a hundredth with 99 %", () => {
    expect(hit(0.01, 5)).toBeCloseTo(0.04900995, 8);
    expect(drawsFor(0.01, 0.99)).toBe(459);
    expect(hit(0.01, 459)).toBeGreaterThanOrEqual(0.99);
    expect(hit(0.01, 458)).toBeLessThan(0.99);
  });

  it("has its ends: nothing deleted, all of it, no samples", () => {
    expect([hit(0, 5), hit(1, 5), hit(1, 0), drawsFor(1, 0.99)]).toEqual([0, 1, 0, 1]);
  });

  it("is never below the part deleted, so deleting never loses less pay than it saves at a cost of the price", () => {
    for (let part = 1; part <= 100; part++)
      expect(hit(part / 100, MARKET.challenges)).toBeGreaterThanOrEqual(part / 100);
  });
});

describe("the real challenge", () => {
  const leaves = 1_000_000;
  const rounds = 3_000;
  const deletions = {
    "a run at the start": (position: number) => position < leaves / 100,
    "a run at the end": (position: number) => position >= leaves - leaves / 100,
    "every hundredth leaf": (position: number) => position % 100 === 37,
    "whole fragments of 1 MiB": (position: number) =>
      Math.floor(position / 4_096) % 100 === 0 && position < 245 * 4_096,
  };

  it.each(Object.entries(deletions))("finds a hundredth as often as the formula says: %s", (_, isDeleted) => {
    const deleted =
      Array.from({ length: leaves }, (_, position) => isDeleted(position)).filter(Boolean).length / leaves;
    let missed = 0;
    for (let round = 0; round < rounds; round++) {
      const seed = nodeHasher.sha256(new TextEncoder().encode(`round ${round}`));
      if (challengePositions(nodeHasher, seed, MARKET.challenges, leaves).some(isDeleted)) missed++;
    }
    const expected = rounds * hit(deleted, MARKET.challenges);
    expect(Math.abs(missed - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });
});

describe("a run of misses", () => {
  it("comes after as many rounds as tossing coins says", () => {
    const random = seededRandom("coins");
    const [chance, length, games] = [0.4, 3, 20_000];
    let rounds = 0;
    for (let game = 0; game < games; game++) {
      for (let run = 0; run < length; rounds++) run = random() < chance ? run + 1 : 0;
    }
    expect(rounds / games / meanRoundsToRun(chance, length)).toBeCloseTo(1, 1);
  });

  it("of one is the mean of a geometric distribution, and certain misses take no longer than the run", () => {
    expect(meanRoundsToRun(0.25, 1)).toBeCloseTo(4, 12);
    expect(meanRoundsToRun(1, 7)).toBe(7);
  });
});

describe("fragments lost together", () => {
  it("add up to certainty, and to the mean", () => {
    const chances = Array.from({ length: 81 }, (_, count) => exactly(80, 0.3, count));
    expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    expect(chances.reduce((sum, one, count) => sum + one * count, 0)).toBeCloseTo(24, 10);
    expect(atLeast(10, 0.3, 0)).toBeCloseTo(1, 12);
  });

  it("are as many as a small scheme counted by hand has", () => {
    // 1 of 2 with a half each: lost when both are gone; one fragment spare when both places are its own.
    expect(lossChance({ k: 1, n: 2 }, 0.5)).toBeCloseTo(0.25, 12);
    expect(spareShare({ k: 1, n: 2 }, 0.5)).toBeCloseTo(0.25, 12);
  });

  it.each(SCHEMES)("are drawn as often as the tail says: $k of $n", (scheme) => {
    const random = seededRandom(`fragments ${scheme.n}`);
    const [games, gone] = [4_000, 1 - scheme.k / scheme.n];
    let lost = 0;
    for (let game = 0; game < games; game++) {
      const count = Array.from({ length: scheme.n }, () => hits(random, 1, gone)).filter(Boolean).length;
      if (count >= fatal(scheme)) lost++;
    }
    const expected = lossChance(scheme, gone);
    expect(Math.abs(lost / games - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / games));
  });
});
