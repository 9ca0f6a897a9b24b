import { expect, test } from "vitest";
import { nodeHasher } from "../../../node/hasher.ts";
import { ProveSlot, slotOf, spreadOf } from "../../../node/provider/prove-slot.ts";
import { nobleHasher } from "../../../proofs/index.ts";
import type { Clock } from "../../../contracts/index.ts";
import type { Address } from "../../../protocol/index.ts";

const owner = (n: number): Address => `0x${n.toString(16).padStart(40, "0")}`;
const at = (round: number, block: number, blocksLeft: number): Clock => ({
  round,
  block,
  blocksLeft,
  provable: true,
  timestamp: 0,
});

test("a thousand providers share no block with more than ten others on average, in any round", () => {
  const spread = spreadOf(600);
  expect(spread).toBe(150);
  for (const round of [0, 1, 7, 4_000_000_000]) {
    const counts = new Array<number>(spread).fill(0);
    for (let i = 0; i < 1000; i++) counts[slotOf(nobleHasher, owner(i), round, spread)]!++;
    // 6.7 on average; 25 in one block has a chance of one in a million.
    expect(Math.max(...counts)).toBeLessThan(25);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(spread * 0.9);
  }
});

test("a slot follows from provider and round, with any hasher, and no provider is always last", () => {
  const spread = spreadOf(64);
  const slots = Array.from({ length: 200 }, (_, round) => slotOf(nobleHasher, owner(7), round, spread));
  expect(slots).toEqual(Array.from({ length: 200 }, (_, round) => slotOf(nodeHasher, owner(7), round, spread)));
  expect(new Set(slots).size).toBe(spread);
  expect(slots.slice(0, 8)).not.toEqual(
    Array.from({ length: 8 }, (_, round) => slotOf(nobleHasher, owner(8), round, spread)),
  );
});

test.each([
  [2, 0],
  [64, 16],
  [600, 150],
  [4096, 256],
])("of a round of %i blocks %i take proofs first", (blocks, spread) => {
  expect(spreadOf(blocks)).toBe(spread);
  expect(slotOf(nobleHasher, owner(1), 5, spread)).toBeLessThan(Math.max(1, spread));
});

test("a slot counts from the block in which the round was first provable, and never reaches into its second half", () => {
  const slot = new ProveSlot(() => 10, 64);
  expect(slot.hasCome(at(1, 100, 60))).toBe(false);
  expect(slot.hasCome(at(1, 109, 51))).toBe(false);
  expect(slot.hasCome(at(1, 110, 50))).toBe(true);
  expect(slot.hasCome(at(2, 164, 60))).toBe(false);
  expect(slot.hasCome(at(3, 250, 33))).toBe(false);
  expect(slot.hasCome(at(3, 251, 32))).toBe(true);
});
