import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fastHasher } from "../../node/hasher.ts";
import { FragmentHasher, fragmentRoot, fragmentTree, loadWasmHasher, sumTree, sumTreeOf } from "../../proofs/index.ts";
import { hash, sumRoot } from "../reference.ts";
import { hex, pattern } from "../vectors/pattern.ts";
import fragmentVectors from "../vectors/fragment-tree.json" with { type: "json" };
import sumVectors from "../vectors/sum-tree.json" with { type: "json" };
import { nodeHasher } from "./node-hasher.ts";

const hashers = [await loadWasmHasher(), await fastHasher()].map((hasher) => [hasher.name, hasher] as const);

test.each(hashers)("%s: the published roots of fragments, as tree, as root and streamed", (_, hasher) => {
  for (const { bytes, root } of fragmentVectors.cases) {
    const stream = new FragmentHasher(hasher);
    stream.update(pattern(bytes));
    expect(hex(stream.root())).toBe(root);
    expect(hex(fragmentRoot(hasher, pattern(bytes)))).toBe(root);
    expect(hex(fragmentTree(hasher, pattern(bytes)).root)).toBe(root);
  }
});

test.each(hashers)("%s: the published roots of sum trees", (_, hasher) => {
  for (const { items, root, leaves } of sumVectors.trees) {
    const made = Array.from({ length: items }, (_, i) => ({
      hash: hash(new Uint8Array(1), i),
      leaves: 1 + ((i * i) % 4097),
    }));
    const tree = sumTree(hasher, made);
    expect([hex(tree.root), tree.leaves]).toEqual([root, leaves]);
  }
});

test.each(hashers)("%s: trees of any length have the nodes that node:crypto's have", (_, hasher) => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 400_000 })), (bytes) => {
      const data = pattern(bytes, bytes);
      const [tree, expected] = [fragmentTree(hasher, data), fragmentTree(nodeHasher, data)];
      expect(hex(tree.root)).toBe(hex(expected.root));
      expect(tree.levels.map(hex)).toEqual(expected.levels.map(hex));
    }),
    { numRuns: 40 },
  );
});

test.each(hashers)("%s: a sum tree of more nodes than are hashed at one go", (_, hasher) => {
  for (const items of [1023, 1024, 1025, 2051]) {
    const leaves = Float64Array.from({ length: items }, (_, i) => 1 + (i % 5));
    const made = Array.from({ length: items }, (_, i) => ({ hash: hash(i), leaves: leaves[i]! }));
    const hashes = Uint8Array.from(Buffer.concat(made.map((item) => item.hash)));
    const tree = sumTreeOf(hasher, { hashes, leaves });
    expect({ hash: tree.root, leaves: tree.leaves }).toEqual(sumRoot(made));
  }
});

test("pieces that are not whole, or digests without room, are refused", async () => {
  const hasher = await loadWasmHasher();
  const refusal = expect.objectContaining({ name: "ProofError", code: "ERR_TREE_INPUT" });
  const out = new Uint8Array(320);
  for (const bytes of [0, -1, 3, 0.5, Number.NaN]) {
    expect(() => hasher.sha256Each?.(new Uint8Array(640), bytes, out)).toThrow(refusal);
  }
  expect(() => hasher.sha256Each?.(new Uint8Array(704), 64, out)).toThrow(refusal);
  expect(out).toEqual(new Uint8Array(320));
  hasher.sha256Each?.(new Uint8Array(0), 64, new Uint8Array(0));
});
