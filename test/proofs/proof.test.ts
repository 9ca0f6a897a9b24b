import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  allocationLeaf,
  challengePositions,
  distinctPositions,
  encodePositionInAllocation,
  encodeProof,
  encodeSample,
  fragmentTree,
  PROOF_RULES,
  ProofError,
  proveInclusion,
  provePath,
  sumTree,
  verifyInclusion,
  verifyPosition,
  verifyPositionInAllocation,
  verifyProof,
} from "../../proofs/index.ts";
import type { ProofClaim } from "../../proofs/index.ts";
import { hash, proofOf, type Shown, shownTree } from "../reference.ts";
import { pattern, unhex } from "../vectors/pattern.ts";
import { fieldsOf, joinFields, u32, u64 } from "../vectors/proof-fields.ts";
import vectors from "../vectors/proofs.json" with { type: "json" };
import single from "../vectors/single-proofs.json" with { type: "json" };
import { nodeHasher } from "./node-hasher.ts";
import { storedWorld, type StoredAllocation, type StoredWorld } from "./stored-world.ts";

const seed = hash(2026);
const small = storedWorld([
  { id: 1, seq: 1, fragments: [256, 700, 1] },
  { id: 4, seq: 9, fragments: [5 * 256, 300] },
  { id: 5, seq: 2, fragments: [257] },
]);

/** Anything a provider may store: 1 to 6 allocations of 1 to 6 fragments. */
const stores = fc
  .array(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 })
  .map((all) => all.map((fragments, i): StoredAllocation => ({ id: 3 * i, seq: i + 1, fragments })));
const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });

test.each(vectors.names.map((name, i) => [name, i] as const))("the published proof: %s", (_, i) => {
  const claim = {
    root: unhex(vectors.roots[i]!),
    leaves: vectors.leaves[i]!,
    seed: unhex(vectors.seeds[i]!),
    count: vectors.counts[i]!,
  };
  expect(verdict(claim, unhex(vectors.proofs[i]!))).toBe(vectors.valid[i] ? "passed" : vectors.rules[i]);
});

test.each(single.names.map((name, i) => [single.kinds[i]!, name, i] as const))(
  "the published proof of %s: %s",
  (kind, _, i) => {
    const claim = { root: unhex(single.roots[i]!), leaves: single.leaves[i]!, position: single.positions[i]! };
    const subRoot = unhex(single.subRoots[i]!);
    const state = { allocation: single.allocations[i]!, seq: single.seqs[i]!, subRoot, leaves: single.subLeaves[i]! };
    const proof = unhex(single.proofs[i]!);
    const judge = (): void => {
      if (kind === "position") verifyPosition(nodeHasher, claim, proof);
      else if (kind === "inclusion") verifyInclusion(nodeHasher, { ...claim, item: state }, proof);
      else verifyPositionInAllocation(nodeHasher, claim, proof);
    };
    expect(ruleOf(judge)).toBe(single.valid[i] ? "passed" : single.rules[i]);
  },
);

test("the vectors try every rule that bytes can break", () => {
  const ofClaims = ["count", "seed"];
  const tried = new Set([...vectors.rules, ...single.rules, ...ofClaims]);
  expect([...tried].toSorted()).toEqual(["", ...Object.keys(PROOF_RULES)].toSorted());
});

test("whatever is stored, every challenge, position and allocation proves itself, in the bytes of the naive reference", () => {
  fc.assert(
    fc.property(stores, seeds, fc.integer({ min: 1, max: 20 }), (stored, drawn, count) => {
      const world = storedWorld(stored, nodeHasher);
      const naive = naiveTree(world);
      const proof = world.proof(drawn, count);
      verifyProof(nodeHasher, world.claim(drawn, count), proof);
      const positions = distinctPositions(challengePositions(nodeHasher, drawn, count, world.leaves));
      expect(Buffer.compare(proof, proofOf(naive.aggregate, positions))).toBe(0);
      for (let position = 0; position < world.leaves; position += 5) {
        verifyPosition(nodeHasher, { ...world, position }, world.proofAt([position]));
      }
      for (const [place, { item, sub }] of world.allocations.entries()) {
        verifyInclusion(nodeHasher, { ...world, item }, world.inclusion(place));
        const position = (place * 7) % item.leaves;
        const inside = world.proofInAllocation(place, position);
        verifyPositionInAllocation(nodeHasher, { ...sub, position }, inside);
        expect(Buffer.compare(inside, proofOf(naive.subs[place]!, [position]))).toBe(0);
      }
    }),
    { numRuns: 40 },
  );
});

test("a proof of all leaves states no sibling of a sum tree", () => {
  const world = storedWorld([{ id: 1, seq: 1, fragments: [256, 256, 256, 256, 256] }]);
  const proof = world.proofAt([0, 1, 2, 3, 4]);
  expect(proof.length).toBe(1 + 16 + 4 + 5 * (4 + 256));
});

test("every changed, missing or added byte of a proof is refused", () => {
  const claim = small.claim(seed, 3);
  const proof = small.proof(seed, 3);
  expect(verdict(claim, proof)).toBe("passed");
  for (let at = 0; at < proof.length; at++) {
    for (const mask of [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff]) {
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

test("a proof is refused at every other position, and an inclusion for every other allocation", () => {
  for (let kept = 0; kept < small.leaves; kept++) {
    const proof = small.proofAt([kept]);
    for (let position = 0; position < small.leaves; position++) {
      const rule = ruleOf(() => verifyPosition(nodeHasher, { ...small, position }, proof));
      expect(rule === "passed").toBe(position === kept);
    }
  }
  for (const [i, { item }] of small.allocations.entries()) {
    for (let place = 0; place < small.allocations.length; place++) {
      const rule = ruleOf(() => verifyInclusion(nodeHasher, { ...small, item }, small.inclusion(place)));
      expect(rule === "passed").toBe(place === i);
    }
  }
});

test("samples out of order, twice or missing are refused", () => {
  const positions = [1, 4, 6, 9];
  const pieces = positions.map((position) => encodeSample(small.sampleAt(position), small.leaves, positions));
  const judge = (order: readonly number[]): string => {
    const bytes = Uint8Array.from(Buffer.concat(order.map((i) => pieces[i]!)));
    return ruleOf(() => verifyMany(small, positions, bytes));
  };
  expect(judge([0, 1, 2, 3])).toBe("passed");
  const orders = fc.array(fc.nat(3), { maxLength: 6 }).filter((order) => order.join() !== "0,1,2,3");
  fc.assert(
    fc.property(orders, (order) => {
      expect(PROOF_RULES).toHaveProperty([judge(order)]);
    }),
    { numRuns: 400 },
  );
});

test("a node that keeps one leaf cannot answer for another by any counts", () => {
  const world = storedWorld([{ id: 1, seq: 1, fragments: [512, 512, 512, 512] }]);
  const fields = fieldsOf(world.sampleAt(2), world.leaves);
  const counts = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(counts, counts, (upper, lower) => {
      const bytes = joinFields(fields, { "sub count 0": Uint8Array.of(upper), "sub count 1": Uint8Array.of(lower) });
      expect(() => verifyPosition(nodeHasher, { ...world, position: 3 }, bytes)).toThrow(ProofError);
    }),
  );
});

test("one leaf more or less than there are is refused", () => {
  for (const world of [small, storedWorld([{ id: 1, seq: 1, fragments: [9] }])]) {
    for (const leaves of [world.leaves - 1, world.leaves + 1]) {
      const positions = challengePositions(nodeHasher, seed, 1, leaves).map((position) =>
        Math.min(position, world.leaves - 1),
      );
      expect(verdict({ ...world.claim(seed, 1), leaves }, world.proofAt(positions))).not.toBe("passed");
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
  ["count", { count: 65_537 }],
  ["leaves", { leaves: 2 ** 48 }],
  ["count", { count: Number.NaN }],
  ["seed", { seed: new Uint8Array(31) }],
  ["root", { root: new Uint8Array(0) }],
  ["aggregate-split", { count: 65_536 }],
] as const)("a claim is refused by the rule %s: %j", (rule, change) => {
  expect(verdict({ ...small.claim(seed, 1), ...change }, small.proof(seed, 1))).toBe(rule);
});

test("the claim of a position must name one below the leaf count", () => {
  const proof = small.proofAt([0]);
  for (const position of [-1, small.leaves, 0.5, Number.NaN]) {
    expect(ruleOf(() => verifyPosition(nodeHasher, { ...small, position }, proof))).toBe("position");
    expect(ruleOf(() => verifyPositionInAllocation(nodeHasher, { ...small, position }, proof))).toBe("position");
  }
  const { item } = small.allocations[0]!;
  for (const leaves of [0, -1, 2 ** 48, 0.5]) {
    expect(ruleOf(() => verifyPosition(nodeHasher, { ...small, leaves, position: 0 }, proof))).toBe("leaves");
    expect(ruleOf(() => verifyInclusion(nodeHasher, { ...small, leaves, item }, proof))).toBe("leaves");
  }
  expect(() => verifyInclusion(nodeHasher, { ...small, item: { ...item, seq: -1 } }, small.inclusion(0))).toThrow(
    expect.objectContaining({ code: "ERR_TREE_INPUT" }),
  );
});

test("2^40 items, and not one more level", () => {
  const sub = sumTree(nodeHasher, [{ hash: hash(1), leaves: 1 }]);
  const steps = (count: number) => Array.from({ length: count }, (_, i) => ({ leftLeaves: 1, sibling: hash(i) }));
  const data = pattern(256);
  const tree = fragmentTree(nodeHasher, data);
  // A way of 40 levels to the right, each with one leaf to the left, to the last of 41 leaves.
  let node = allocationLeaf(nodeHasher, { allocation: 1, seq: 1, subRoot: tree.root, leaves: 1 });
  for (let level = 39; level >= 0; level--) node = hash(hash(level), node, 1, 40 - level);
  const sample = { position: 40, allocation: 1, seq: 1, subSteps: [], fragmentBytes: 256, leaf: data };
  const shown = { ...sample, path: provePath(tree, 0), aggregateSteps: steps(40) };
  verifyPosition(nodeHasher, { root: node, leaves: 41, position: 40 }, encodeProof([shown], 41));
  const deeper = { ...shown, position: 41, aggregateSteps: steps(41) };
  expect(() => encodeProof([deeper], 42)).toThrow(expect.objectContaining({ code: "ERR_TREE_INPUT" }));
  expect(() => encodePositionInAllocation({ ...shown, subSteps: steps(41) }, 42, 41)).toThrow(ProofError);
  expect(proveInclusion(sub, 0)).toEqual(new Uint8Array(0));
});

test("hostile bytes of any shape are refused with a ProofError and nothing else", () => {
  const proof = small.proof(seed, 1);
  const splices = fc.record({ at: fc.nat(proof.length), skip: fc.nat(60), insert: fc.uint8Array({ maxLength: 60 }) });
  const spliced = splices.map(({ at, skip, insert }) => {
    return Uint8Array.from([...proof.subarray(0, at), ...insert, ...proof.subarray(at + skip)]);
  });
  const shallow = fc
    .uint8Array({ minLength: 400, maxLength: 900 })
    .map((bytes) => bytes.map((byte, i) => (i % 33 === 0 ? byte % 3 : byte)));
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

/** "passed", or the rule that refused. */
function verdict(claim: ProofClaim, proof: Uint8Array): string {
  return ruleOf(() => verifyProof(nodeHasher, claim, proof));
}

/** Anything thrown but an `ERR_PROOF` fails the test. */
function ruleOf(verify: () => void): string {
  try {
    verify();
    return "passed";
  } catch (error) {
    if (!(error instanceof ProofError) || error.code !== "ERR_PROOF") throw error;
    return error.rule ?? "no rule";
  }
}

/** A challenge that asks for exactly these positions, found by trying seeds. */
function verifyMany(world: StoredWorld, positions: readonly number[], proof: Uint8Array): void {
  verifyProof(nodeHasher, world.claim(seedOf(world.leaves, positions), positions.length), proof);
}

const found = new Map<string, Uint8Array>();

function seedOf(leaves: number, positions: readonly number[]): Uint8Array {
  const key = `${leaves}:${positions.join()}`;
  for (let salt = 0; !found.has(key); salt++) {
    const drawn = hash(salt);
    const asked = distinctPositions(challengePositions(nodeHasher, drawn, positions.length, leaves));
    if (asked.join() === positions.join()) found.set(key, drawn);
  }
  return found.get(key)!;
}

/** The world's trees as the reference has them. */
function naiveTree(world: StoredWorld): { aggregate: Shown; subs: Shown[] } {
  const subs = world.allocations.map(({ stored }) =>
    shownTree(
      stored.map(({ data, tree }) => ({
        hash: tree.root,
        leaves: Math.ceil(data.length / 256),
        show: (positions) => {
          const padded = Buffer.concat([data, new Uint8Array(256)]);
          const leaf = (at: number) => padded.subarray(at * 256, at * 256 + 256);
          return Buffer.concat([u32(data.length), ...positions.flatMap((at) => [leaf(at), provePath(tree, at)])]);
        },
      })),
    ),
  );
  const items = world.allocations.map(({ id, seq, item }, place): Shown => ({
    hash: hash(id, seq, item.subRoot, item.leaves),
    leaves: item.leaves,
    show: (positions) => Buffer.concat([u64(id), u64(seq), proofOf(subs[place]!, positions)]),
  }));
  return { aggregate: shownTree(items), subs };
}
