import * as fc from "fast-check";
import { expect, test } from "vitest";
import { challengePositions, challengeSeed, nobleHasher } from "../../proofs/index.ts";
import { hash } from "../reference.ts";
import { hex, unhex } from "../vectors/pattern.ts";
import vectors from "../vectors/challenge.json" with { type: "json" };
import { nodeHasher } from "./node-hasher.ts";

const zeros = (bytes: number) => new Uint8Array(bytes);
const refusal = expect.objectContaining({ name: "ProofError", code: "ERR_TREE_INPUT" });

test.each(vectors.cases)("the published seed and positions of round $round", (vector) => {
  const market = unhex(vector.market);
  const provider = unhex(vector.provider);
  const beaconSeed = unhex(vector.beaconSeed);
  const seed = challengeSeed(nobleHasher, { ...vector, market, provider, beaconSeed });
  const words = [
    zeros(24),
    vector.chainId,
    zeros(12),
    market,
    zeros(12),
    provider,
    zeros(24),
    vector.round,
    beaconSeed,
  ];
  expect(hex(seed)).toBe(vector.seed);
  expect(seed).toEqual(hash(...words));
  expect(challengePositions(nobleHasher, seed, 6, vector.leaves)).toEqual(vector.positions);
});

test("a position is the digest modulo the leaves, as whole numbers reckon it", () => {
  const numbers = fc.oneof(
    fc.integer({ min: 1, max: 5000 }),
    fc.maxSafeNat().filter((leaves) => leaves > 0),
  );
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), numbers, (seed, leaves) => {
      const positions = challengePositions(nodeHasher, seed, 3, leaves);
      const expected = [0, 1, 2].map((i) => BigInt(hex(hash(seed, Uint8Array.of(0, 0, 0, i)))) % BigInt(leaves));
      expect(positions.map(BigInt)).toEqual(expected);
    }),
  );
});

test("more positions begin with the fewer, and reach all leaves", () => {
  const seed = hash(5);
  const positions = challengePositions(nobleHasher, seed, 200, 7);
  expect(positions.slice(0, 50)).toEqual(challengePositions(nobleHasher, seed, 50, 7));
  expect([...new Set(positions)].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test("no leaves, or none asked for, give no positions", () => {
  expect(challengePositions(nobleHasher, hash(1), 4, 0)).toEqual([]);
  expect(challengePositions(nobleHasher, hash(1), 0, 4)).toEqual([]);
});

test.each([
  { seed: zeros(31) },
  { count: -1 },
  { count: 2 ** 32 },
  { count: 0.5 },
  { leaves: -1 },
  { leaves: 2 ** 53 },
  { leaves: Number.NaN },
])("positions with %j are refused", (bad) => {
  const { seed, count, leaves } = { seed: hash(1), count: 1, leaves: 1, ...bad };
  expect(() => challengePositions(nobleHasher, seed, count, leaves)).toThrow(refusal);
});

test.each([
  { chainId: -1 },
  { round: 0.5 },
  { round: 2 ** 53 },
  { market: zeros(32) },
  { provider: zeros(19) },
  { beaconSeed: zeros(31) },
])("a seed with %j is refused", (bad) => {
  const good = { chainId: 1, market: zeros(20), provider: zeros(20), round: 1, beaconSeed: zeros(32) };
  expect(() => challengeSeed(nobleHasher, { ...good, ...bad })).toThrow(refusal);
});
