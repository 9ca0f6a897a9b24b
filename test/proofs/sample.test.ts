import { expect, test } from "vitest";
import {
  allocationLeaf,
  distinctPositions,
  encodePositionInAllocation,
  encodeProof,
  encodeSample,
  fragmentTree,
  proveInclusion,
  proveSample,
  sumTree,
} from "../../proofs/index.ts";
import type { Sample } from "../../proofs/index.ts";
import { hash } from "../reference.ts";
import { hex, pattern } from "../vectors/pattern.ts";
import { nodeHasher } from "./node-hasher.ts";

const refusal = expect.objectContaining({ name: "ProofError", code: "ERR_TREE_INPUT" });

/** One allocation of two fragments beside another allocation, and the parts that prove position 3. */
function parts() {
  const data = [pattern(512, 1), pattern(700, 2)] as const;
  const trees = data.map((bytes) => fragmentTree(nodeHasher, bytes));
  const sub = sumTree(
    nodeHasher,
    trees.map((tree) => ({ hash: tree.root, leaves: Math.ceil(tree.byteLength / 256) })),
  );
  const leaf = allocationLeaf(nodeHasher, { allocation: 7, seq: 2, subRoot: sub.root, leaves: sub.leaves });
  const aggregate = sumTree(nodeHasher, [
    { hash: leaf, leaves: sub.leaves },
    { hash: hash(9), leaves: 4 },
  ]);
  return { position: 3, aggregate, allocation: { id: 7, seq: 2, sub }, fragment: { tree: trees[1]!, data: data[1] } };
}

const bare = (fields: readonly string[]): string => fields.map((field) => field.replace("0x", "")).join("");

test("a proof's bytes are the fields of the specification in their order", () => {
  const { aggregate, allocation, fragment } = parts();
  const [left, right] = [0, 1].map((i) => hash(fragment.data.subarray(i * 256, i * 256 + 256)));
  const last = new Uint8Array(256);
  last.set(fragment.data.subarray(512));
  const inside = [
    "02",
    hex(allocation.sub.levels[0]!.hashes.subarray(0, 32)), // one step in the allocation: two leaves to the left
    "00",
    "000002bc",
    hex(fragment.data.subarray(256, 512)),
    hex(left!),
    hex(hash(last)), // the path of leaf 1 of 3: its left neighbour, then the odd last leaf, moved up
  ];
  const fields = [
    "05",
    hex(hash(9)), // one aggregate step: five leaves to the left, the other allocation to the right
    "00",
    "0000000000000007",
    "0000000000000002",
    ...inside,
  ];
  const sample = proveSample(nodeHasher, parts());
  expect(aggregate.leaves).toBe(9);
  expect(hex(encodeProof([sample], 9)).slice(2)).toBe(bare(fields));
  expect(hex(encodePositionInAllocation(sample, 5, 3)).slice(2)).toBe(bare(inside));
  expect(hex(proveInclusion(aggregate, 0)).slice(2)).toBe(bare(["00", "05", hex(hash(9)), "00"]));
  expect(right).toEqual(hash(sample.leaf));
});

test("what samples share is said by the first of them", () => {
  const { aggregate, allocation, fragment } = parts();
  const first = { tree: fragmentTree(nodeHasher, pattern(512, 1)), data: pattern(512, 1) };
  const at = (position: number, held: typeof fragment) =>
    proveSample(nodeHasher, { position, aggregate, allocation, fragment: held });
  const samples = [at(1, first), at(2, fragment), at(3, fragment)];
  const pieces = samples.map((sample) => hex(encodeSample(sample, 9, [1, 2, 3])).slice(2));
  const shown = (data: Uint8Array, leaf: number, path: readonly Uint8Array[]): string =>
    bare([hex(data.subarray(leaf * 256, leaf * 256 + 256)), ...path.map((node) => hex(node))]);
  const leaves = [0, 1, 2].map((i) => {
    const leaf = new Uint8Array(256);
    leaf.set(fragment.data.subarray(i * 256, i * 256 + 256));
    return hash(leaf);
  });
  const above = bare(["05", hex(hash(9)), "00", "0000000000000007", "0000000000000002"]);
  // Leaves on both sides of the fork in the allocation: no sibling there.
  expect(pieces[0]).toBe(above + "02" + "00" + "00000200" + shown(first.data, 1, [hash(first.data.subarray(0, 256))]));
  expect(pieces[1]).toBe("00" + "000002bc" + shown(fragment.data, 0, [leaves[1]!, leaves[2]!]));
  expect(pieces[2]).toBe(shown(fragment.data, 1, [leaves[0]!, leaves[2]!]));
  expect(hex(encodeProof(samples, 9)).slice(2)).toBe(pieces.join(""));
  expect(encodeProof([], 9)).toEqual(new Uint8Array(0));
});

test.each([
  [2, 1, "01"],
  [256, 255, "ff"],
  [257, 1, "0001"],
  [65_536, 65_535, "ffff"],
  [65_537, 65_536, "010000"],
  [2 ** 40, 2 ** 32, "0100000000"],
  [2 ** 48 - 1, 2 ** 47 + 5, "800000000005"],
])("below %i leaves a left count of %i is %s", (leaves, leftLeaves, expected) => {
  const step = { leftLeaves, sibling: hash(1) };
  const sample = { ...proveSample(nodeHasher, parts()), position: 0, aggregateSteps: [step], subSteps: [] };
  const bytes = encodeProof([sample], leaves);
  expect(hex(bytes.subarray(0, expected.length / 2 + 32))).toBe(`0x${expected}${hex(hash(1)).slice(2)}`);
});

test("positions ascend, each once", () => {
  expect(distinctPositions([9, 2, 10, 2, 9])).toEqual([2, 9, 10]);
  const sample = proveSample(nodeHasher, parts());
  for (const positions of [[3, 3], [3, 2], [3, 9], [-1, 3], [0.5, 3], [2], []]) {
    expect(() => encodeSample(sample, 9, positions)).toThrow(refusal);
  }
  expect(() => encodeProof([sample, sample], 9)).toThrow(refusal);
  expect(() => encodeProof([sample], 2 ** 48)).toThrow(refusal);
});

test("parts that do not belong together are refused before anyone sees them", () => {
  const good = parts();
  const { allocation, fragment } = good;
  const other = fragmentTree(nodeHasher, pattern(512, 1));
  const wrong = [
    { ...good, position: 5 },
    { ...good, position: 9 },
    { ...good, position: 0 },
    { ...good, allocation: { ...allocation, id: 8 } },
    { ...good, allocation: { ...allocation, seq: 3 } },
    { ...good, allocation: { ...allocation, sub: sumTree(nodeHasher, []) } },
    { ...good, fragment: { ...fragment, tree: other } },
    { ...good, fragment: { ...fragment, data: fragment.data.subarray(1) } },
  ];
  for (const bad of wrong) expect(() => proveSample(nodeHasher, bad)).toThrow(refusal);
});

test("fields out of range are refused before they are written", () => {
  const good = proveSample(nodeHasher, parts());
  const step = { leftLeaves: 1, sibling: hash(1) };
  const steps = (count: number) => Array.from({ length: count }, () => step);
  const wrong: Partial<Sample>[] = [
    { aggregateSteps: steps(41) },
    { subSteps: steps(41) },
    { subSteps: [{ ...step, leftLeaves: 0 }] },
    { subSteps: [{ ...step, leftLeaves: 2 ** 48 }] },
    { aggregateSteps: [{ ...step, sibling: new Uint8Array(31) }] },
    { aggregateSteps: [{ ...step, leftLeaves: 100 }] },
    { allocation: -1 },
    { seq: 2 ** 53 },
    { fragmentBytes: 0 },
    { fragmentBytes: 2 ** 32 },
    { path: new Uint8Array(31) },
    { leaf: new Uint8Array(255) },
  ];
  const encode = (sample: Sample) => encodeProof([{ ...sample, position: 90 }], 100);
  for (const bad of wrong) expect(() => encode({ ...good, ...bad })).toThrow(refusal);
  expect(encode({ ...good, subSteps: steps(40) }).length).toBeGreaterThan(40 * 33);
  for (const item of [-1, 2, 0.5]) expect(() => proveInclusion(parts().aggregate, item)).toThrow(refusal);
});
