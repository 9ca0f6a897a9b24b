import { expect, test } from "vitest";
import { fastHasher, nodeHasher as oneShotHasher } from "../../node/hasher.ts";
import { allocationLeaf, fragmentTopPreimage, loadWasmHasher, nobleHasher, sumNode } from "../../proofs/index.ts";
import { hasherSuite } from "../compliance/hasher.ts";
import { hash } from "../reference.ts";
import { hex } from "../vectors/pattern.ts";
import vectors from "../vectors/sum-tree.json" with { type: "json" };
import { bulkHasher, nodeHasher } from "./node-hasher.ts";

hasherSuite("noble", () => nobleHasher);
hasherSuite("node:crypto", () => nodeHasher);
hasherSuite("node:crypto in bulk", () => bulkHasher);
hasherSuite("node:crypto's one-shot", () => oneShotHasher);
const [wasm, fast] = [await loadWasmHasher(), await fastHasher()];
hasherSuite("wasm", () => wasm);
hasherSuite("node:crypto and wasm", () => fast);

const left = hash(1);
const right = hash(2);

test("a sum node hashes both halves and both counts, 80 bytes", () => {
  for (const [leftLeaves, rightLeaves] of [
    [1, 1],
    [2 ** 32, 2 ** 32 - 1],
    [2 ** 47, 2 ** 40 + 3],
  ] as const) {
    expect(sumNode(nobleHasher, left, right, leftLeaves, rightLeaves)).toEqual(
      hash(left, right, leftLeaves, rightLeaves),
    );
  }
});

test("a FragmentId's block is the Merkle root and the length, 40 bytes", () => {
  expect(hex(fragmentTopPreimage(left, 2 ** 32 - 1))).toBe(`${hex(left)}00000000ffffffff`);
});

test.each(vectors.allocationLeaves)("the published leaf of allocation $allocation", (vector) => {
  const subRoot = hash(new Uint8Array(1), vector.allocation);
  expect(hex(subRoot)).toBe(vector.subRoot);
  expect(hex(allocationLeaf(nobleHasher, { ...vector, subRoot }))).toBe(vector.leaf);
});

test.each([
  { leaves: 0 },
  { leaves: 2 ** 53 },
  { leaves: 1.5 },
  { allocation: -1 },
  { allocation: 2 ** 53 },
  { seq: Number.NaN },
  { subRoot: new Uint8Array(31) },
])("an allocation leaf with %j is refused", (bad) => {
  expect(() => allocationLeaf(nobleHasher, { allocation: 1, seq: 1, subRoot: left, leaves: 1, ...bad })).toThrow(
    expect.objectContaining({ name: "ProofError", code: "ERR_TREE_INPUT" }),
  );
});
