import { expect, test } from "vitest";
import {
  allocationLeaf,
  encodeProof,
  encodeSample,
  fragmentTree,
  nobleHasher,
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

test("a sample's bytes are the fields of the specification in their order", () => {
  const { aggregate, allocation, fragment } = parts();
  const [left, right] = [0, 1].map((i) => hash(fragment.data.subarray(i * 256, i * 256 + 256)));
  const last = new Uint8Array(256);
  last.set(fragment.data.subarray(512));
  const fields = [
    "01",
    "000000000005",
    hex(hash(9)), // one aggregate step: 5 leaves on the left, the other allocation on the right
    "0000000000000007",
    "0000000000000002",
    "01",
    "000000000002",
    hex(allocation.sub.levels[0]!.hashes.subarray(0, 32)), // one step in the allocation
    "000002bc",
    hex(left!),
    hex(hash(last)), // the path of leaf 1 of 3: its left neighbour, then the odd last leaf, moved up
    hex(fragment.data.subarray(256, 512)),
  ];
  const sample = proveSample(nodeHasher, parts());
  expect(aggregate.leaves).toBe(9);
  expect(hex(encodeSample(sample)).slice(2)).toBe(fields.map((field) => field.replace("0x", "")).join(""));
  expect(right).toEqual(hash(sample.leaf));
});

test("a left count takes six bytes", () => {
  const step = { leftLeaves: 2 ** 47 + 2 ** 32 + 5, sibling: hash(1) };
  const sample = { ...proveSample(nodeHasher, parts()), aggregateSteps: [step] };
  expect(hex(encodeSample(sample).subarray(0, 7))).toBe("0x01800100000005");
});

test("a proof is its samples in a row", () => {
  const sample = proveSample(nobleHasher, parts());
  const bytes = encodeSample(sample);
  expect(encodeProof([])).toEqual(new Uint8Array(0));
  expect(encodeProof([sample, sample])).toEqual(Uint8Array.from([...bytes, ...bytes]));
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
    { allocation: -1 },
    { seq: 2 ** 53 },
    { fragmentBytes: 0 },
    { fragmentBytes: 2 ** 32 },
    { path: new Uint8Array(31) },
    { leaf: new Uint8Array(255) },
  ];
  for (const bad of wrong) expect(() => encodeSample({ ...good, ...bad })).toThrow(refusal);
  expect(encodeSample({ ...good, subSteps: steps(40) }).length).toBeGreaterThan(40 * 38);
});
