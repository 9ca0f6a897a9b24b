import fc from "fast-check";
import { expect, it } from "vitest";
import { roundsToOpen, unitsFor } from "../../../node/client/placement.ts";

const start = fc.integer({ min: 1, max: 2 ** 40 });

it("opens for at least fifteen sixteenths of twice the rounds wanted, and for no more than the chain allows", () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 2047 }), (from, keepRounds) => {
      const rounds = roundsToOpen(from, keepRounds);
      expect(rounds).toBeGreaterThanOrEqual(Math.max(keepRounds, (keepRounds * 2 * 15) / 16));
      expect(rounds).toBeLessThanOrEqual(Math.min(4096, keepRounds * 2));
    }),
  );
});

it("lets what is opened within one step end in the same round", () => {
  const ends = new Set(Array.from({ length: 128 }, (_, i) => 128 * 40 + i + roundsToOpen(128 * 40 + i, 2000)));
  expect(ends.size).toBe(2);
  const year = Array.from({ length: 4096 }, (_, i) => i + roundsToOpen(i, 2000));
  expect(new Set(year).size).toBe(33);
});

it("never buys less than an allocation is worth", () => {
  expect(unitsFor(1)).toBe(16);
  expect(unitsFor(16 * 4096)).toBe(16);
  expect(unitsFor(16 * 4096 + 1)).toBe(17);
});
