import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  challengePositions,
  encodeProof,
  encodeSample,
  PROOF_RULES,
  ProofError,
  verifyProof,
  verifySample,
} from "../../proofs/index.ts";
import type { ProofClaim } from "../../proofs/index.ts";
import { hash } from "../reference.ts";
import { unhex } from "../vectors/pattern.ts";
import vectors from "../vectors/proofs.json" with { type: "json" };
import { nodeHasher } from "./node-hasher.ts";
import { storedWorld } from "./stored-world.ts";

const seed = hash(2026);
const small = storedWorld([
  { id: 1, seq: 1, fragments: [256, 700, 1] },
  { id: 4, seq: 9, fragments: [5 * 256, 300] },
  { id: 5, seq: 2, fragments: [257] },
]);

test.each(vectors.names.map((name, i) => [name, i] as const))("the published proof: %s", (_, i) => {
  const claim = {
    root: unhex(vectors.roots[i]!),
    leaves: vectors.leaves[i]!,
    seed: unhex(vectors.seeds[i]!),
    count: vectors.counts[i]!,
  };
  expect(verdict(claim, unhex(vectors.proofs[i]!))).toBe(vectors.valid[i] ? "passed" : vectors.rules[i]);
});

test("the vectors try every rule that bytes can break", () => {
  const ofClaims = ["leaves", "count", "seed", "position"];
  const tried = new Set([...vectors.rules, ...ofClaims]);
  expect([...tried].toSorted()).toEqual(["", ...Object.keys(PROOF_RULES)].toSorted());
});

test("whatever is stored, every position and every challenge proves itself", () => {
  const fragments = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 6 });
  const stores = fc.array(fragments, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(stores, fc.uint8Array({ minLength: 32, maxLength: 32 }), (lengths, drawn) => {
      const world = storedWorld(lengths.map((lengthsOfOne, i) => ({ id: 3 * i, seq: i + 1, fragments: lengthsOfOne })));
      verifyProof(nodeHasher, world.claim(drawn, 5), world.proof(drawn, 5));
      for (let position = 0; position < world.leaves; position += 3) {
        verifySample(nodeHasher, { ...world, position }, encodeSample(world.sampleAt(position)));
      }
    }),
    { numRuns: 50 },
  );
});

test("every changed, missing or added byte of a proof is refused", () => {
  const claim = small.claim(seed, 2);
  const proof = small.proof(seed, 2);
  expect(verdict(claim, proof)).toBe("passed");
  for (let at = 0; at < proof.length; at++) {
    for (const mask of [0x01, 0x80, 0xff]) {
      const changed = proof.slice();
      changed[at]! ^= mask;
      expect(PROOF_RULES).toHaveProperty([verdict(claim, changed)]);
    }
    expect(verdict(claim, proof.subarray(0, at))).not.toBe("passed");
  }
  for (let more = 1; more < 300; more += 13) {
    expect(verdict(claim, Uint8Array.from([...proof, ...new Uint8Array(more)]))).toBe("trailing");
  }
});

test("a sample is refused at every other position", () => {
  for (let kept = 0; kept < small.leaves; kept++) {
    const sample = encodeSample(small.sampleAt(kept));
    for (let position = 0; position < small.leaves; position++) {
      const run = () => verifySample(nodeHasher, { ...small, position }, sample);
      if (position === kept) run();
      else expect(run).toThrow(ProofError);
    }
  }
});

test("a node that keeps one leaf cannot answer for another by any split counts", () => {
  const world = storedWorld([{ id: 1, seq: 1, fragments: [512, 512, 512, 512] }]);
  const kept = world.sampleAt(2);
  const counts = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(counts, counts, (upper, lower) => {
      fc.pre(upper > 0 && lower > 0);
      const steps = [
        { ...kept.subSteps[0]!, leftLeaves: upper },
        { ...kept.subSteps[1]!, leftLeaves: lower },
      ];
      const sample = encodeSample({ ...kept, subSteps: steps });
      expect(() => verifySample(nodeHasher, { ...world, position: 3 }, sample)).toThrow(ProofError);
    }),
  );
});

test("one leaf more or less than there are is refused", () => {
  for (const world of [small, storedWorld([{ id: 1, seq: 1, fragments: [9] }])]) {
    for (const leaves of [world.leaves - 1, world.leaves + 1]) {
      const positions = challengePositions(nodeHasher, seed, 1, leaves).map((position) =>
        Math.min(position, world.leaves - 1),
      );
      const claim = { ...world.claim(seed, 1), leaves };
      expect(verdict(claim, encodeProof(positions.map((position) => world.sampleAt(position))))).not.toBe("passed");
    }
  }
});

test("nothing stored is proved by no bytes, under the empty root only", () => {
  const empty = { root: new Uint8Array(32), leaves: 0, seed, count: 4 };
  expect(verdict(empty, new Uint8Array(0))).toBe("passed");
  expect(verdict(empty, new Uint8Array(1))).toBe("trailing");
  expect(verdict({ ...empty, root: hash(1) }, new Uint8Array(0))).toBe("leaves");
});

test.each([
  ["leaves", { leaves: -1 }],
  ["leaves", { leaves: 1.5 }],
  ["leaves", { leaves: 2 ** 53 }],
  ["leaves", { leaves: Number.NaN }],
  ["count", { count: 0 }],
  ["count", { count: 2 ** 32 }],
  ["count", { count: Number.NaN }],
  ["seed", { seed: new Uint8Array(31) }],
  ["root", { root: new Uint8Array(0) }],
  ["truncated", { count: 2 ** 32 - 1 }],
] as const)("a claim is refused by the rule %s: %j", (rule, change) => {
  expect(verdict({ ...small.claim(seed, 1), ...change }, small.proof(seed, 1))).toBe(rule);
});

test("a sample's claim must name a position below the leaf count", () => {
  const sample = encodeSample(small.sampleAt(0));
  for (const position of [-1, small.leaves, 0.5, Number.NaN]) {
    expect(() => verifySample(nodeHasher, { ...small, position }, sample)).toThrow(
      expect.objectContaining({ rule: "position" }),
    );
  }
  expect(() => verifySample(nodeHasher, { ...small, leaves: 0, position: 0 }, sample)).toThrow(
    expect.objectContaining({ rule: "leaves" }),
  );
  expect(() => verifySample(nodeHasher, { ...small, position: 0 }, Uint8Array.from([...sample, 0]))).toThrow(
    expect.objectContaining({ rule: "trailing" }),
  );
});

test("hostile bytes of any shape are refused with a ProofError and nothing else", () => {
  const proof = small.proof(seed, 1);
  const splices = fc.record({ at: fc.nat(proof.length), skip: fc.nat(60), insert: fc.uint8Array({ maxLength: 60 }) });
  const spliced = splices.map(({ at, skip, insert }) => {
    return Uint8Array.from([...proof.subarray(0, at), ...insert, ...proof.subarray(at + skip)]);
  });
  const shallow = fc
    .uint8Array({ minLength: 400, maxLength: 900 })
    .map((bytes) => bytes.map((byte, i) => (i % 38 === 0 ? byte % 3 : byte)));
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 3000 }), spliced, shallow),
      fc.integer({ min: 1, max: 3 }),
      (bytes, count) => {
        fc.pre(Buffer.compare(bytes, proof) !== 0);
        expect(PROOF_RULES).toHaveProperty([verdict(small.claim(seed, count), bytes)]);
      },
    ),
    { numRuns: 3000 },
  );
});

test("the proof is only read, and may be a view", () => {
  const proof = small.proof(seed, 2);
  const backing = new Uint8Array(proof.length + 9).fill(0xaa);
  backing.set(proof, 5);
  const before = backing.slice();
  verifyProof(nodeHasher, small.claim(seed, 2), backing.subarray(5, 5 + proof.length));
  expect(backing).toEqual(before);
});

/** "passed", or the rule that refused; anything but a ProofError fails the test. */
function verdict(claim: ProofClaim, proof: Uint8Array): string {
  try {
    verifyProof(nodeHasher, claim, proof);
    return "passed";
  } catch (error) {
    if (!(error instanceof ProofError) || error.code !== "ERR_PROOF") throw error;
    return error.rule ?? "no rule";
  }
}
