import * as fc from "fast-check";
import { expect, test } from "vitest";
import { FragmentHasher, fragmentRoot, fragmentTree, leafCount, leafData, nobleHasher } from "../../proofs/index.ts";
import { fragmentRoot as naiveRoot, hash } from "../reference.ts";
import { hex, pattern } from "../vectors/pattern.ts";
import vectors from "../vectors/fragment-tree.json" with { type: "json" };
import { bulkHasher, nodeHasher } from "./node-hasher.ts";

test.each(vectors.cases)("the published root of $bytes bytes", ({ bytes, root }) => {
  expect(hex(fragmentRoot(nodeHasher, pattern(bytes)))).toBe(root);
  expect(hex(fragmentTree(nodeHasher, pattern(bytes)).root)).toBe(root);
});

test("root, tree and stream agree with the naive reference for every leaf count to 130, whole and cut", () => {
  for (let leaves = 1; leaves <= 130; leaves++) {
    for (const bytes of [leaves * 256, leaves * 256 - 255, leaves * 256 - 1]) {
      const data = pattern(bytes, leaves);
      const expected = hex(naiveRoot(data));
      expect(hex(fragmentRoot(nodeHasher, data))).toBe(expected);
      expect(hex(fragmentRoot(bulkHasher, data))).toBe(expected);
      expect(hex(fragmentTree(nodeHasher, data).root)).toBe(expected);
      expect(hex(streamed(data, [bytes]))).toBe(expected);
    }
  }
});

test("all hashers give one root", () => {
  const data = pattern(100_001);
  expect(fragmentRoot(nobleHasher, data)).toEqual(naiveRoot(data));
  expect(fragmentTree(bulkHasher, data)).toEqual(fragmentTree(nobleHasher, data));
});

test("a tree's levels go from the leaf hashes to the one Merkle root below the length", () => {
  const tree = fragmentTree(nodeHasher, pattern(5 * 256 - 3));
  expect(tree.levels.map((level) => level.length / 32)).toEqual([5, 3, 2, 1]);
  expect(tree.byteLength).toBe(5 * 256 - 3);
  expect(tree.root).toEqual(hash(tree.levels[3]!, 5 * 256 - 3));
});

test("the length is bound: the same leaves with other padding have another root", () => {
  const padded = new Uint8Array(512);
  padded.set(pattern(300));
  expect(fragmentRoot(nodeHasher, pattern(300))).not.toEqual(fragmentRoot(nodeHasher, padded));
});

test("a stream's root does not depend on how the bytes are cut", () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 70_000 })), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300_000 }), sizes, (bytes, cuts) => {
      const data = pattern(bytes, 5);
      expect(hex(streamed(data, cuts))).toBe(hex(fragmentRoot(nodeHasher, data)));
    }),
    { numRuns: 60 },
  );
});

test("a stream gives the root of what came so far, and then goes on", () => {
  const data = pattern(3 * 65_536 + 1000);
  const stream = new FragmentHasher(nodeHasher);
  for (const [from, to] of [
    [0, 300],
    [300, 65_536],
    [65_536, 196_608],
    [196_608, data.length],
  ] as const) {
    stream.update(data.subarray(from, to));
    expect(stream.byteLength).toBe(to);
    expect(stream.root()).toEqual(fragmentRoot(nodeHasher, data.subarray(0, to)));
    expect(stream.root()).toEqual(stream.root());
  }
});

test("a chunk may be reused once the stream has taken it", () => {
  const chunk = new Uint8Array(1000);
  const stream = new FragmentHasher(nodeHasher);
  for (let i = 0; i < 5; i++) {
    chunk.fill(i);
    stream.update(chunk);
  }
  chunk.fill(9);
  const whole = Uint8Array.from({ length: 5000 }, (_, i) => Math.floor(i / 1000));
  expect(stream.root()).toEqual(fragmentRoot(nodeHasher, whole));
});

test("the data is only read", () => {
  const data = pattern(1000);
  fragmentTree(nobleHasher, data);
  streamed(data, [400]);
  expect(data).toEqual(pattern(1000));
});

test("no bytes are no fragment", () => {
  const refusal = expect.objectContaining({ name: "ProofError", code: "ERR_TREE_INPUT" });
  const nothing = new Uint8Array(0);
  expect(() => fragmentRoot(nobleHasher, nothing)).toThrow(refusal);
  expect(() => fragmentTree(nobleHasher, nothing)).toThrow(refusal);
  const stream = new FragmentHasher(nobleHasher);
  stream.update(nothing);
  expect(() => stream.root()).toThrow(refusal);
});

test("a stream stops at 2^32 - 1 bytes and keeps what it has", () => {
  const free = { name: "constant", sha256: () => new Uint8Array(32), sha256Each: () => {} };
  const stream = new FragmentHasher(free);
  const chunk = new Uint8Array(2 ** 26);
  for (let i = 0; i < 63; i++) stream.update(chunk);
  expect(() => stream.update(chunk)).toThrow(expect.objectContaining({ code: "ERR_TREE_INPUT" }));
  stream.update(chunk.subarray(1));
  expect(stream.byteLength).toBe(2 ** 32 - 1);
});

test("leafData is a view of whole leaves and a padded copy of the last", () => {
  const data = pattern(600);
  expect(leafCount(600)).toBe(3);
  expect(leafData(data, 1).buffer).toBe(data.buffer);
  expect(leafData(data, 2)).toEqual(Uint8Array.from([...data.subarray(512), ...new Uint8Array(168)]));
  for (const leaf of [-1, 3, 0.5, Number.NaN]) expect(() => leafData(data, leaf)).toThrow("no such leaf");
});

function streamed(data: Uint8Array, cuts: readonly number[]): Uint8Array {
  const stream = new FragmentHasher(nodeHasher);
  let at = 0;
  for (const cut of [...cuts, data.length]) {
    stream.update(data.subarray(at, at + cut));
    at = Math.min(data.length, at + cut);
  }
  return stream.root();
}
