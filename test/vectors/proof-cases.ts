// The proofs of test/vectors/proofs.json: valid ones, and every way to spoil one that an attacker or a bug might try.

import { encodeProof, encodeSample } from "../../proofs/index.ts";
import type { ProofRule, Sample } from "../../proofs/index.ts";
import { hash } from "../reference.ts";
import { storedWorld } from "../proofs/stored-world.ts";
import type { StoredWorld } from "../proofs/stored-world.ts";
import { hex, pattern } from "./pattern.ts";

export interface ProofCase {
  readonly name: string;
  readonly root: Uint8Array;
  readonly leaves: number;
  readonly seed: Uint8Array;
  readonly count: number;
  readonly proof: Uint8Array;
  /** The rule that refuses it; "" for a valid proof. */
  readonly rule: ProofRule | "";
}

const seed = hash(new TextEncoder().encode("cairn vectors"));

/** One allocation, one fragment, one leaf: no step and no path at all. */
const single = storedWorld([{ id: 1, seq: 1, fragments: [5] }]);
/** Five allocations of one to seven fragments, none a power of two of leaves. */
const many = storedWorld([
  { id: 1, seq: 3, fragments: [1, 256, 257] },
  { id: 2, seq: 1, fragments: [1300] },
  { id: 9, seq: 12, fragments: [700, 5 * 256, 11 * 256 + 1, 30, 512, 256, 3 * 256] },
  { id: 70_000, seq: 2, fragments: [2560, 100] },
  { id: 4_294_967_296, seq: 4_294_967_297, fragments: [1024, 1025, 255] },
]);

export function proofCases(): ProofCase[] {
  return [...validCases(), ...claimCases(), ...sampleCases(), ...shapeCases()];
}

function validCases(): ProofCase[] {
  const worlds: [string, StoredWorld, number][] = [
    ["one leaf", single, 1],
    ["one leaf, asked four times", single, 4],
    ["one fragment of two leaves", storedWorld([{ id: 7, seq: 1, fragments: [512] }]), 2],
    ["one fragment of 13 leaves, the last one short", storedWorld([{ id: 7, seq: 2, fragments: [12 * 256 + 9] }]), 3],
    ["three fragments in one allocation", storedWorld([{ id: 3, seq: 5, fragments: [256, 600, 1] }]), 3],
    ["two allocations", storedWorld([{ id: 3, seq: 5, fragments: [256] }, { id: 4, seq: 1, fragments: [512] }]), 3],
    ["five allocations, one sample", many, 1],
    ["five allocations, eight samples", many, 8],
  ];
  const valid = worlds.map(([name, world, count]): ProofCase => {
    return { name, ...world.claim(seed, count), proof: world.proof(seed, count), rule: "" };
  });
  const empty = { root: new Uint8Array(32), leaves: 0, seed, count: 4, proof: new Uint8Array(0) };
  return [...valid, { name: "nothing stored, no bytes", ...empty, rule: "" }, largest()];
}

/** As far as the fields go: beside 2^33 leaves, a leaf of the longest fragment under hashes that nothing is known of. */
function largest(): ProofCase {
  const [leftLeaves, ownLeaves, fragmentBytes] = [2 ** 33, 2 ** 24, 2 ** 32 - 1];
  const { drawn, position } = drawPosition(leftLeaves + ownLeaves, (at) => at >= leftLeaves);
  const leaf = pattern(256, 99);
  const path = Array.from({ length: 24 }, (_, level) => hash(level));
  const merkleRoot = path.reduce((node, sibling, level) => {
    const isRight = Math.floor((position - leftLeaves) / 2 ** level) % 2 === 1;
    return isRight ? hash(sibling, node) : hash(node, sibling);
  }, hash(leaf));
  const allocation = hash(8, 3, hash(merkleRoot, fragmentBytes), ownLeaves);
  const aggregateSteps = [{ leftLeaves, sibling: hash(0) }];
  return {
    name: "a left count above 2^32 and the longest fragment",
    root: hash(hash(0), allocation, leftLeaves, ownLeaves),
    leaves: leftLeaves + ownLeaves,
    seed: drawn,
    count: 1,
    proof: encodeSample({ aggregateSteps, allocation: 8, seq: 3, subSteps: [], fragmentBytes, path: join(...path), leaf }),
    rule: "",
  };
}

/** The right proof of the wrong thing, or the wrong bytes around right samples. */
function claimCases(): ProofCase[] {
  const claim = many.claim(seed, 2);
  const proof = many.proof(seed, 2);
  const [first, second] = [many.proof(seed, 1), proof.slice(many.proof(seed, 1).length)];
  const bad = (name: string, rule: ProofRule, change: Partial<ProofCase>): ProofCase => {
    return { name, ...claim, proof, ...change, rule };
  };
  const stale = storedWorld([{ id: 1, seq: 2, fragments: [5] }]);
  return [
    bad("another root", "root", { root: hash(claim.root) }),
    bad("root 0", "root", { root: new Uint8Array(32) }),
    bad("another seed", "fragment-leaves", { seed: hash(seed), count: 1, proof: first }),
    bad("empty bytes", "truncated", { proof: new Uint8Array(0) }),
    bad("the last byte missing", "truncated", { proof: proof.slice(0, -1) }),
    bad("one byte too many", "trailing", { proof: join(proof, new Uint8Array(1)) }),
    bad("one sample too few", "truncated", { proof: first }),
    bad("one sample too many", "trailing", { proof: join(proof, second) }),
    bad("the first sample twice", "fragment-leaves", { proof: join(first, first) }),
    bad("samples swapped", "aggregate-split", { proof: join(second, first) }),
    bad("bytes although nothing is stored", "trailing", { root: new Uint8Array(32), leaves: 0, proof: first }),
    bad("the state before the committed one", "root", { ...single.claim(seed, 1), proof: stale.proof(seed, 1) }),
    bad("one leaf more claimed for a single leaf", "fragment-leaves", {
      ...single.claim(seed, 1),
      leaves: 2,
      proof: single.proof(seed, 1),
    }),
  ];
}

/** One field of one sample changed. */
function sampleCases(): ProofCase[] {
  const { sample, claim } = richSample();
  const bad = (name: string, rule: ProofRule, change: Partial<Sample>): ProofCase => {
    return { name, ...claim, proof: encodeProof([{ ...sample, ...change }]), rule };
  };
  const { path, leaf, aggregateSteps, subSteps, fragmentBytes } = sample;
  const top = aggregateSteps[0]!;
  const resplit = (steps: Sample["subSteps"], leftLeaves: number): Sample["subSteps"] => {
    return [{ ...steps[0]!, leftLeaves }, ...steps.slice(1)];
  };
  return [
    bad("a bit of the leaf flipped", "root", { leaf: flip(leaf, 200) }),
    bad("a bit of the path flipped", "root", { path: flip(path, 40) }),
    bad("the path in another order", "root", { path: join(path.slice(32), path.slice(0, 32)) }),
    bad("an aggregate sibling flipped", "root", {
      aggregateSteps: [{ ...top, sibling: flip(top.sibling, 0) }, ...aggregateSteps.slice(1)],
    }),
    bad("a sub-tree sibling flipped", "root", {
      subSteps: [...subSteps.slice(0, -1), { ...subSteps.at(-1)!, sibling: flip(subSteps.at(-1)!.sibling, 31) }],
    }),
    bad("aggregate steps swapped", "root", { aggregateSteps: swapSiblings(aggregateSteps) }),
    bad("another allocation", "root", { allocation: sample.allocation + 1 }),
    bad("another seq", "root", { seq: sample.seq + 1 }),
    bad("another fragment length of as many leaves", "root", { fragmentBytes: fragmentBytes + 1 }),
    bad("a fragment length of more leaves", "fragment-leaves", { fragmentBytes: fragmentBytes + 256 }),
    bad("a fragment length of 2^32 - 1", "fragment-leaves", { fragmentBytes: 2 ** 32 - 1 }),
    bad("left count 2^48 - 1", "aggregate-split", { aggregateSteps: resplit(aggregateSteps, 2 ** 48 - 1) }),
    bad("left count of all leaves", "aggregate-split", { aggregateSteps: resplit(aggregateSteps, many.leaves) }),
    bad("a path one hash short", "truncated", { path: path.slice(32) }),
    bad("a path one hash long", "root", { path: join(path, path.slice(0, 32)) }),
    bad("steps of the aggregate left out", "sub-split", { aggregateSteps: [] }),
    bad("steps of the sub-tree left out", "fragment-leaves", { subSteps: [] }),
  ];
}

/** Bytes that no encoder writes, and nodes passed off as other nodes. */
function shapeCases(): ProofCase[] {
  const { sample, claim } = richSample();
  const proof = encodeSample(sample);
  const subAt = 1 + sample.aggregateSteps.length * 38 + 16;
  const lengthAt = subAt + 1 + sample.subSteps.length * 38;
  const bad = (name: string, rule: ProofRule, bytes: Uint8Array): ProofCase => ({ name, ...claim, proof: bytes, rule });
  const { root, leaves } = single.claim(seed, 1);
  return [
    bad("aggregate depth 41", "aggregate-depth", overwrite(proof, 0, [41])),
    bad("aggregate depth 255", "aggregate-depth", overwrite(proof, 0, [255])),
    bad("aggregate depth one more than there is", "aggregate-split", overwrite(proof, 0, [sample.aggregateSteps.length + 1])),
    bad("sub-tree depth 41", "sub-depth", overwrite(proof, subAt, [41])),
    bad("left count 0", "aggregate-split", overwrite(proof, 1, [0, 0, 0, 0, 0, 0])),
    bad("left count 0 in the sub-tree", "sub-split", overwrite(proof, subAt + 1, [0, 0, 0, 0, 0, 0])),
    bad("fragment length 0", "fragment-bytes", overwrite(proof, lengthAt, [0, 0, 0, 0])),
    bad("the leaf unpadded", "truncated", proof.slice(0, -56)),
    {
      // The root of the tree stands where a leaf should: refused because the path's length is bound to the tree's.
      ...bad("the root as leaf, with an empty path", "root", new Uint8Array(0)),
      root,
      leaves,
      proof: encodeSample({ ...single.sampleAt(0), leaf: join(root, new Uint8Array(224)) }),
    },
    nodeAsLeaf(),
    junkSums(),
  ];
}

/** A sample with several steps in both trees and three hashes of path, in a fragment whose last leaf is short. */
function richSample(): { sample: Sample; claim: ReturnType<StoredWorld["claim"]> } {
  const { drawn, position } = drawPosition(many.leaves, (at) => {
    const { aggregateSteps, subSteps, path, fragmentBytes } = many.sampleAt(at);
    return aggregateSteps.length > 1 && subSteps.length > 1 && path.length > 64 && fragmentBytes % 256 === 1;
  });
  return { sample: many.sampleAt(position), claim: many.claim(drawn, 1) };
}

/**
 * A provider lost leaf 3 and kept leaf 2, of the same fragment. False split counts lead position 3 there, through the
 * true hashes and to the true leaf count: only that nodes hash their counts refuses it.
 */
function junkSums(): ProofCase {
  const world = storedWorld([{ id: 1, seq: 1, fragments: [512, 512, 512, 512] }]);
  const { drawn } = drawPosition(world.leaves, (position) => position === 3);
  const kept = world.sampleAt(2);
  const [upper, lower] = [kept.subSteps[0]!, kept.subSteps[1]!];
  const proof = encodeSample({ ...kept, subSteps: [{ ...upper, leftLeaves: 5 }, { ...lower, leftLeaves: 3 }] });
  return { name: "junk sums that lead to the leaf that was kept", ...world.claim(drawn, 1), proof, rule: "root" };
}

/** The two leaf hashes of a fragment shown as if they were a leaf's data. */
function nodeAsLeaf(): ProofCase {
  const world = storedWorld([{ id: 7, seq: 1, fragments: [512] }]);
  const hashes = join(hash(pattern(512, 7000).slice(0, 256)), hash(pattern(512, 7000).slice(256)), new Uint8Array(192));
  const sample = { ...world.sampleAt(0), fragmentBytes: 256, path: new Uint8Array(0), leaf: hashes };
  return { name: "an inner node as leaf", ...world.claim(seed, 1), proof: encodeSample(sample), rule: "fragment-leaves" };
}

/** A seed whose position 0 is one that will do. */
function drawPosition(leaves: number, will: (position: number) => boolean): { drawn: Uint8Array; position: number } {
  for (let salt = 0; ; salt++) {
    const drawn = hash(seed, salt);
    const digest = hash(drawn, new Uint8Array(4));
    const position = Number(BigInt(hex(digest)) % BigInt(leaves));
    if (will(position)) return { drawn, position };
  }
}

function swapSiblings(steps: Sample["subSteps"]): Sample["subSteps"] {
  return steps.map(({ leftLeaves }, i) => ({ leftLeaves, sibling: steps[steps.length - 1 - i]!.sibling }));
}

function flip(bytes: Uint8Array, at: number): Uint8Array {
  return overwrite(bytes, at, [bytes[at]! ^ 1]);
}

function overwrite(bytes: Uint8Array, at: number, values: readonly number[]): Uint8Array {
  const changed = bytes.slice();
  changed.set(values, at);
  return changed;
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
