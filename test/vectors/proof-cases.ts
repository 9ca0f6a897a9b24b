// The proofs of test/vectors/proofs.json: valid ones, and every way to spoil one that an attacker or a bug might try.

import { challengePositions, distinctPositions, encodeSample, nobleHasher } from "../../proofs/index.ts";
import type { ProofRule } from "../../proofs/index.ts";
import { hash, packed } from "../reference.ts";
import { storedWorld } from "../proofs/stored-world.ts";
import type { StoredWorld } from "../proofs/stored-world.ts";
import { hex, pattern } from "./pattern.ts";
import { type Fields, fieldsOf, joinFields, u32, u64 } from "./proof-fields.ts";

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

/** One allocation, one fragment, one leaf: no count and no path at all. */
const single = storedWorld([{ id: 1, seq: 1, fragments: [5] }]);
/** Five allocations of one to seven fragments, none a power of two of leaves. */
export const many = storedWorld([
  { id: 1, seq: 3, fragments: [1, 256, 257] },
  { id: 2, seq: 1, fragments: [1300] },
  { id: 9, seq: 12, fragments: [700, 5 * 256, 11 * 256 + 1, 30, 512, 256, 3 * 256] },
  { id: 70_000, seq: 2, fragments: [2560, 100] },
  { id: 4_294_967_296, seq: 4_294_967_297, fragments: [1024, 1025, 255] },
]);
/** More than 256 leaves: counts of two bytes at the top. */
const wide = storedWorld([
  { id: 5, seq: 1, fragments: [40_000, 1] },
  { id: 6, seq: 1, fragments: [256 * 256, 257] },
]);

export function proofCases(): ProofCase[] {
  return [...validCases(), ...claimCases(), ...fieldCases(), ...shapeCases()];
}

function validCases(): ProofCase[] {
  const worlds: [string, StoredWorld, number][] = [
    ["one leaf", single, 1],
    ["one leaf, asked four times", single, 4],
    ["one fragment of two leaves", storedWorld([{ id: 7, seq: 1, fragments: [512] }]), 2],
    ["one fragment of 13 leaves, the last one short", storedWorld([{ id: 7, seq: 2, fragments: [12 * 256 + 9] }]), 3],
    ["one fragment of 13 leaves, all of them", storedWorld([{ id: 7, seq: 2, fragments: [12 * 256 + 9] }]), 100],
    ["three fragments in one allocation", storedWorld([{ id: 3, seq: 5, fragments: [256, 600, 1] }]), 3],
    ["two allocations", storedWorld([{ id: 3, seq: 5, fragments: [256] }, { id: 4, seq: 1, fragments: [512] }]), 3],
    ["five allocations, one position", many, 1],
    ["five allocations, eight positions", many, 8],
    ["five allocations, thirty-two positions", many, 32],
    ["counts of two bytes", wide, 5],
  ];
  const valid = worlds.map(([name, world, count]): ProofCase => {
    return { name, ...world.claim(seed, count), proof: world.proof(seed, count), rule: "" };
  });
  const empty = { root: new Uint8Array(32), leaves: 0, seed, count: 4, proof: new Uint8Array(0) };
  return [...valid, { name: "nothing stored, no bytes", ...empty, rule: "" }, largest()];
}

/** As far as the fields go: among 2^47 leaves, one of the longest fragment under hashes that nothing is known of. */
function largest(): ProofCase {
  const [leftLeaves, ownLeaves, fragmentBytes] = [2 ** 47, 2 ** 24, 2 ** 32 - 1];
  const path = Array.from({ length: 24 }, (_, level) => hash(level));
  const leaves = leftLeaves + ownLeaves;
  const { drawn, position } = drawPosition(leaves, (at) => at < leftLeaves);
  const leaf = pattern(256, 99);
  // Down to 2^24 leaves around the position, by halves.
  const steps: { leftLeaves: number; goesRight: boolean; total: number }[] = [];
  let [total, index] = [leaves, position];
  for (let left = leftLeaves; total > ownLeaves; left = total / 2) {
    const goesRight = index >= left;
    steps.push({ leftLeaves: left, goesRight, total });
    if (goesRight) index -= left;
    total = goesRight ? total - left : left;
  }
  const merkleRoot = path.reduce((node, sibling, level) => {
    return Math.floor(index / 2 ** level) % 2 === 1 ? hash(sibling, node) : hash(node, sibling);
  }, hash(leaf));
  const root = steps.reduceRight((node, step, level) => {
    const [left, right] = step.goesRight ? [hash(level), node] : [node, hash(level)];
    return hash(left, right, step.leftLeaves, step.total - step.leftLeaves);
  }, hash(8, 3, hash(merkleRoot, fragmentBytes), ownLeaves));
  const above = steps.flatMap((step, level) => [packed(step.leftLeaves, step.total), hash(level)]);
  const end = packed(0, ownLeaves);
  const proof = join(...above, end, u64(8), u64(3), end, u32(fragmentBytes), leaf, ...path);
  return { name: "a count of six bytes and the longest fragment", root, leaves, seed: drawn, count: 1, proof, rule: "" };
}

/** The right proof of the wrong thing, or the wrong bytes around right ones. */
function claimCases(): ProofCase[] {
  const claim = many.claim(seed, 3);
  const proof = many.proof(seed, 3);
  const positions = distinctPositions(challengePositions(nobleHasher, seed, 3, many.leaves));
  const pieces = positions.map((position) => encodeSample(many.sampleAt(position), many.leaves, positions));
  const alone = positions.map((position) => many.proofAt([position]));
  const bad = (name: string, rule: ProofRule, change: Partial<ProofCase>): ProofCase => {
    return { name, ...claim, proof, ...change, rule };
  };
  const stale = storedWorld([{ id: 1, seq: 2, fragments: [5] }]);
  const whole = storedWorld([{ id: 7, seq: 2, fragments: [700] }]);
  // A count, allocation and seq, a count and the fragment's length: then the leaves, with paths of two, two and one hash.
  const [leavesAt, leafAt] = [1 + 16 + 1 + 4, (leaf: number) => 22 + leaf * (256 + 64)];
  const ofWhole = { ...whole.claim(seed, 32), proof: whole.proof(seed, 32) };
  const count = (value: number): Uint8Array => join(Uint8Array.of(value), new Uint8Array(400));
  const [first, second, third] = pieces as [Uint8Array, Uint8Array, Uint8Array];
  return [
    bad("another root", "root", { root: hash(claim.root) }),
    bad("root 0", "root", { root: new Uint8Array(32) }),
    bad("another seed", "aggregate-split", { seed: hash(seed) }),
    bad("empty bytes", "truncated", { proof: new Uint8Array(0) }),
    bad("the last byte missing", "truncated", { proof: proof.slice(0, -1) }),
    bad("one byte too many", "trailing", { proof: join(proof, new Uint8Array(1)) }),
    bad("the last position missing", "truncated", { proof: join(first, second) }),
    bad("the first position missing", "aggregate-split", { proof: join(second, third) }),
    bad("the last position twice", "trailing", { proof: join(proof, third) }),
    bad("positions in another order", "aggregate-split", { proof: join(first, third, second) }),
    bad("a proof of one position for each, in a row", "aggregate-split", { proof: join(...alone) }),
    bad("the proof of one position where three are asked for", "aggregate-split", { proof: alone[0]! }),
    bad("a left count of all leaves, for three positions", "aggregate-split", { proof: count(many.leaves) }),
    bad("a left count of one more, for three positions", "aggregate-split", { proof: count(many.leaves + 1) }),
    ...[0, 1, 2].map((leaf) =>
      bad(`leaf ${leaf} of three in one fragment changed`, "root", { ...ofWhole, proof: flip(ofWhole.proof, leafAt(leaf)) }),
    ),
    bad("the last byte of a fragment's length missing", "truncated", {
      ...ofWhole,
      proof: ofWhole.proof.slice(0, leavesAt - 1),
    }),
    bad("bytes although nothing is stored", "trailing", { root: new Uint8Array(32), leaves: 0 }),
    bad("the state before the committed one", "root", { ...single.claim(seed, 1), proof: stale.proof(seed, 1) }),
    bad("one leaf more claimed for a single leaf", "fragment-leaves", {
      ...single.claim(seed, 1),
      leaves: 2,
      proof: join(new Uint8Array(1), new Uint8Array(16), new Uint8Array(1), u32(5), single.sampleAt(0).leaf),
    }),
  ];
}

/** One field of the proof of one position changed. */
function fieldCases(): ProofCase[] {
  const { fields, claim } = richProof();
  const field = (name: string): Uint8Array => fields.get(name)!;
  const bad = (name: string, rule: ProofRule, change: Record<string, Uint8Array>): ProofCase => {
    return { name, ...claim, proof: joinFields(fields, change), rule };
  };
  const path = field("path");
  const bytes = Buffer.from(field("fragmentBytes")).readUInt32BE();
  const none = new Uint8Array(0);
  const deepest = [...fields.keys()].filter((name) => name.startsWith("sub sibling")).at(-1)!;
  return [
    bad("a bit of the leaf flipped", "root", { leaf: flip(field("leaf"), 200) }),
    bad("a bit of the path flipped", "root", { path: flip(path, 40) }),
    bad("the path in another order", "root", { path: join(path.slice(32, 64), path.slice(0, 32), path.slice(64)) }),
    bad("the path before the leaf", "root", { leaf: path, path: field("leaf") }),
    bad("an aggregate sibling flipped", "root", { "aggregate sibling 0": flip(field("aggregate sibling 0"), 0) }),
    bad("a sub-tree sibling flipped", "root", { [deepest]: flip(field(deepest), 31) }),
    bad("aggregate siblings swapped", "root", {
      "aggregate sibling 0": field("aggregate sibling 1"),
      "aggregate sibling 1": field("aggregate sibling 0"),
    }),
    bad("another allocation", "root", { allocation: flip(field("allocation"), 7) }),
    bad("another seq", "root", { seq: flip(field("seq"), 7) }),
    bad("another fragment length of as many leaves", "root", { fragmentBytes: u32(bytes + 1) }),
    bad("a fragment length of more leaves", "fragment-leaves", { fragmentBytes: u32(bytes + 256) }),
    bad("a fragment length of 2^32 - 1", "fragment-leaves", { fragmentBytes: u32(2 ** 32 - 1) }),
    bad("a fragment length of 0", "fragment-bytes", { fragmentBytes: u32(0) }),
    bad("a left count of 255", "aggregate-split", { "aggregate count 0": Uint8Array.of(255) }),
    bad("a left count of all leaves", "aggregate-split", { "aggregate count 0": Uint8Array.of(many.leaves) }),
    bad("a left count of 0 at a fork of the sub-tree", "fragment-leaves", { "sub count 0": Uint8Array.of(0) }),
    bad("a left count of 255 in the sub-tree", "sub-split", { "sub count 0": Uint8Array.of(255) }),
    bad("a count one byte longer", "sub-split", {
      "aggregate count 0": join(Uint8Array.of(0), field("aggregate count 0")),
    }),
    bad("a fork where the allocation is", "aggregate-split", { "aggregate end": Uint8Array.of(1) }),
    bad("a path one hash short", "truncated", { path: path.slice(32) }),
    bad("a path one hash long", "trailing", { path: join(path, path.slice(0, 32)) }),
    bad("the leaf unpadded", "truncated", { leaf: field("leaf").slice(0, -56) }),
    bad("no allocation and seq", "sub-split", { allocation: none, seq: none }),
  ];
}

/** Trees of other depths, and nodes passed off as other nodes. */
function shapeCases(): ProofCase[] {
  const last = { root: hash(1), leaves: 100, seed: drawPosition(100, (position) => position === 99).drawn, count: 1 };
  const ends = { ...last, seed: drawPositions(100, [0, 99]), count: 2 };
  // So many leaves that several positions are all in the last hundred: they go together, to the right.
  const far = { root: hash(1), leaves: 2 ** 40, seed, count: 3 };
  // One leaf to the left at each level: the way of the last position.
  const chain = (levels: number, leaves = 100): Uint8Array[] =>
    Array.from({ length: levels }, (_, level) => join(packed(1, leaves - level), hash(level)));
  const name = new Uint8Array(16);
  const end = new Uint8Array(1);
  const fragment = (leaves: number, siblings: number): Uint8Array =>
    join(end, u32(leaves * 256), new Uint8Array(256 + 32 * siblings));
  // The first leaf alone in an allocation, and all others to the right of the first fork.
  const alone = [Uint8Array.of(1), name, u32(256), new Uint8Array(256)];
  const of = (claim: typeof last, title: string, rule: ProofRule, ...parts: readonly Uint8Array[]): ProofCase => {
    return { name: title, ...claim, proof: join(...parts), rule };
  };
  return [
    of(last, "an aggregate tree of 41 levels", "aggregate-depth", ...chain(41)),
    of(last, "a sub-tree of 41 levels", "sub-depth", end, name, ...chain(41)),
    of(last, "a sub-tree of 40 levels", "root", end, name, ...chain(40), fragment(60, 5)),
    of(last, "both trees of 40 levels", "root", ...chain(40), end, name, ...chain(40, 60), fragment(20, 3)),
    of(ends, "41 levels behind another allocation", "aggregate-depth", ...alone, ...chain(40, 99)),
    of(ends, "40 levels behind another allocation", "root", ...alone, ...chain(39, 99), end, name, fragment(60, 5)),
    of(far, "three positions together through 41 levels", "aggregate-depth", ...chain(41, 2 ** 40)),
    {
      // The root of the tree stands where a leaf should: refused because the path's length is bound to the tree's.
      name: "the root as leaf, with an empty path",
      ...single.claim(seed, 1),
      proof: joinFields(fieldsOf(single.sampleAt(0), 1), { leaf: join(single.root, new Uint8Array(224)) }),
      rule: "root",
    },
    ...nodeAsLeaf(),
    junkSums(),
  ];
}

/** A proof with several forks in both trees and three hashes of path, in a fragment whose last leaf is short. */
function richProof(): { fields: Fields; claim: ReturnType<StoredWorld["claim"]> } {
  const { drawn, position } = drawPosition(many.leaves, (at) => {
    const { aggregateSteps, subSteps, path, fragmentBytes } = many.sampleAt(at);
    return aggregateSteps.length > 1 && subSteps.length > 1 && path.length > 64 && fragmentBytes % 256 === 1;
  });
  return { fields: fieldsOf(many.sampleAt(position), many.leaves), claim: many.claim(drawn, 1) };
}

/**
 * A provider lost leaf 3 and kept leaf 2, of the same fragment. False split counts lead position 3 there, through the
 * true hashes and to the true leaf count: only that nodes hash their counts refuses it.
 */
function junkSums(): ProofCase {
  const world = storedWorld([{ id: 1, seq: 1, fragments: [512, 512, 512, 512] }]);
  const { drawn } = drawPosition(world.leaves, (position) => position === 3);
  const fields = fieldsOf(world.sampleAt(2), world.leaves);
  const proof = joinFields(fields, { "sub count 0": Uint8Array.of(5), "sub count 1": Uint8Array.of(3) });
  return { name: "junk sums that lead to the leaf that was kept", ...world.claim(drawn, 1), proof, rule: "root" };
}

/** The two leaf hashes of a fragment shown as if they were a leaf's data. */
function nodeAsLeaf(): ProofCase[] {
  const world = storedWorld([{ id: 7, seq: 1, fragments: [512] }]);
  const hashes = join(hash(pattern(512, 7000).slice(0, 256)), hash(pattern(512, 7000).slice(256)), new Uint8Array(192));
  const fields = fieldsOf(world.sampleAt(0), world.leaves);
  const none = new Uint8Array(0);
  const alone = { "aggregate end": none, "sub end": none, fragmentBytes: u32(256), leaf: hashes, path: none };
  const name = "an inner node as leaf";
  return [
    {
      name,
      ...world.claim(seed, 1),
      proof: joinFields(fields, { fragmentBytes: u32(256), leaf: hashes, path: none }),
      rule: "fragment-leaves",
    },
    { name: `${name} of a single-leaf tree`, ...world.claim(seed, 1), leaves: 1, proof: joinFields(fields, alone), rule: "root" },
  ];
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

/** A seed whose positions are these, in any order. */
function drawPositions(leaves: number, positions: readonly number[]): Uint8Array {
  for (let salt = 0; ; salt++) {
    const drawn = hash(seed, salt);
    const asked = distinctPositions(challengePositions(nobleHasher, drawn, positions.length, leaves));
    if (asked.join() === positions.join()) return drawn;
  }
}

export function flip(bytes: Uint8Array, at: number): Uint8Array {
  const changed = bytes.slice();
  changed[at]! ^= 1;
  return changed;
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
