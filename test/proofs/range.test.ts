import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  fragmentTree,
  leafCount,
  leafData,
  provePath,
  proveRange,
  verifyPath,
  verifyRange,
} from "../../proofs/index.ts";
import { hash } from "../reference.ts";
import { hex, pattern, unhex } from "../vectors/pattern.ts";
import vectors from "../vectors/fragment-tree.json" with { type: "json" };
import { bulkHasher, nodeHasher } from "./node-hasher.ts";

test.each(vectors.cases)("the published path and range of $bytes bytes", (vector) => {
  const data = pattern(vector.bytes);
  const { root, leaf, from, to } = { ...vector, root: unhex(vector.root) };
  const tree = fragmentTree(nodeHasher, data);
  expect(hex(provePath(tree, leaf))).toBe(vector.path);
  expect(hex(proveRange(tree, from, to))).toBe(vector.siblings);
  expect(verifyPath(nodeHasher, root, data.length, leaf, leafData(data, leaf), unhex(vector.path))).toBe(true);
  const run = data.subarray(from * 256, to * 256);
  expect(verifyRange(nodeHasher, root, data.length, from, run, unhex(vector.siblings))).toBe(true);
});

test("every range of every fragment up to 20 leaves proves itself, whole and cut", () => {
  for (let bytes = 1; bytes <= 20 * 256; bytes += 255) {
    const data = pattern(bytes, bytes);
    const tree = fragmentTree(nodeHasher, data);
    for (let from = 0; from < leafCount(bytes); from++) {
      for (let to = from + 1; to <= leafCount(bytes); to++) {
        const run = data.subarray(from * 256, to * 256);
        const ok = verifyRange(nodeHasher, tree.root, bytes, from, run, proveRange(tree, from, to));
        if (!ok) expect.fail(`${bytes} bytes, leaves ${from} to ${to}`);
      }
    }
  }
});

test("a path is the siblings that fold the leaf up, from the leaf, with none beside an odd last node", () => {
  const data = pattern(5 * 256);
  const { levels, root } = fragmentTree(nodeHasher, data);
  const [leaves, pairs, halves] = levels.map((level) => (node: number) => level.slice(node * 32, node * 32 + 32));
  expect(provePath(fragmentTree(nodeHasher, data), 4)).toEqual(halves!(0));
  expect(hex(provePath(fragmentTree(nodeHasher, data), 2))).toBe(
    [leaves!(3), pairs!(0), halves!(1)]
      .map(hex)
      .join("")
      .replaceAll(/(?<!^)0x/g, ""),
  );
  expect(root).toEqual(hash(hash(halves!(0), hash(data.subarray(1024))), 1280));
});

test("random ranges prove themselves with any hasher, and no other place, length or root", () => {
  const inputs = fc.record({ bytes: fc.integer({ min: 1, max: 40_000 }), a: fc.nat(), b: fc.nat() });
  fc.assert(
    fc.property(inputs, ({ bytes, a, b }) => {
      const count = leafCount(bytes);
      const from = a % count;
      const to = from + 1 + (b % (count - from));
      const data = pattern(bytes, a);
      const tree = fragmentTree(nodeHasher, data);
      const siblings = proveRange(tree, from, to);
      const run = data.subarray(from * 256, to * 256);
      expect(verifyRange(bulkHasher, tree.root, bytes, from, run, siblings)).toBe(true);
      expect(verifyRange(nodeHasher, tree.root, bytes, from + 1, run, siblings)).toBe(false);
      expect(verifyRange(nodeHasher, tree.root, bytes, from - 1, run, siblings)).toBe(false);
      expect(verifyRange(nodeHasher, tree.root, bytes + 1, from, run, siblings)).toBe(false);
      expect(verifyRange(nodeHasher, tree.root, bytes + 256, from, run, siblings)).toBe(false);
      expect(verifyRange(nodeHasher, hash(tree.root), bytes, from, run, siblings)).toBe(false);
      expect(verifyRange(nodeHasher, tree.root, bytes, from, run.subarray(1), siblings)).toBe(false);
      expect(verifyRange(nodeHasher, tree.root, bytes, from, Uint8Array.from([...run, 0]), siblings)).toBe(false);
    }),
  );
});

test("every changed, missing or added byte of a proof is refused", () => {
  const data = pattern(11 * 256 + 7);
  const tree = fragmentTree(nodeHasher, data);
  const run = data.subarray(3 * 256, 6 * 256);
  const siblings = proveRange(tree, 3, 6);
  const verify = (bytes: Uint8Array, proof: Uint8Array) =>
    verifyRange(nodeHasher, tree.root, data.length, 3, bytes, proof);
  expect(verify(run, siblings)).toBe(true);
  for (let i = 0; i < siblings.length; i++) expect(verify(run, changed(siblings, i))).toBe(false);
  for (let i = 0; i < run.length; i++) expect(verify(changed(run, i), siblings)).toBe(false);
  for (let i = 0; i < siblings.length; i++) expect(verify(run, siblings.subarray(0, i))).toBe(false);
  for (const more of [1, 32, 64])
    expect(verify(run, Uint8Array.from([...siblings, ...new Uint8Array(more)]))).toBe(false);
});

test("swapped siblings are refused", () => {
  const data = pattern(8 * 256);
  const tree = fragmentTree(nodeHasher, data);
  const path = provePath(tree, 5);
  const swapped = Uint8Array.from([...path.subarray(32, 64), ...path.subarray(0, 32), ...path.subarray(64)]);
  expect(verifyPath(nodeHasher, tree.root, 2048, 5, leafData(data, 5), path)).toBe(true);
  expect(verifyPath(nodeHasher, tree.root, 2048, 5, leafData(data, 5), swapped)).toBe(false);
  expect(verifyPath(nodeHasher, tree.root, 2048, 4, leafData(data, 5), path)).toBe(false);
});

test("a path takes its leaf whole: the last one padded, and no two at once", () => {
  const data = pattern(3 * 256 - 50);
  const tree = fragmentTree(nodeHasher, data);
  const verify = (leaf: number, bytes: Uint8Array) =>
    verifyPath(nodeHasher, tree.root, data.length, leaf, bytes, provePath(tree, leaf));
  expect(verify(2, leafData(data, 2))).toBe(true);
  expect(verify(2, data.subarray(512))).toBe(false);
  expect(verify(0, data.subarray(0, 512))).toBe(false);
});

test("no root passes as a leaf with an empty path, whatever length is claimed", () => {
  const data = pattern(4 * 256);
  const tree = fragmentTree(nodeHasher, data);
  const empty = new Uint8Array(0);
  for (const node of [tree.root, ...tree.levels]) {
    const leaf = new Uint8Array(256);
    leaf.set(node);
    for (const bytes of [1, 256, 257, 1024]) {
      expect(verifyPath(nodeHasher, tree.root, bytes, 0, leaf, empty)).toBe(false);
      expect(verifyRange(nodeHasher, tree.root, bytes, 0, leaf, empty)).toBe(false);
      expect(verifyRange(nodeHasher, tree.root, bytes, 0, node, empty)).toBe(false);
    }
  }
});

test("the verifiers are total: any bytes and numbers give true or false", () => {
  const numbers = fc.oneof(
    fc.integer(),
    fc.double(),
    fc.maxSafeNat(),
    fc.constantFrom(Number.NaN, Infinity, -0, 2 ** 53),
  );
  const bytes = fc.uint8Array({ maxLength: 600 });
  fc.assert(
    fc.property(bytes, numbers, numbers, bytes, bytes, (root, byteLength, from, data, siblings) => {
      expect(verifyRange(nodeHasher, root, byteLength, from, data, siblings)).toBe(false);
      expect(verifyPath(nodeHasher, root, byteLength, from, data, siblings)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [0, 0],
  [-1, 1],
  [2, 1],
  [0, 6],
  [0.5, 1],
  [0, Number.NaN],
])("the range [%d, %d) of five leaves cannot be proved", (from, to) => {
  const tree = fragmentTree(nodeHasher, pattern(5 * 256));
  expect(() => proveRange(tree, from, to)).toThrow(expect.objectContaining({ code: "ERR_TREE_INPUT" }));
});

function changed(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at]! ^= 0x10;
  return copy;
}
