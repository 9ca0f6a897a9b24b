import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  appendItem,
  EMPTY_ROOT,
  locate,
  MAX_LEAVES,
  NO_PEAKS,
  peaksRoot,
  sumItem,
  sumTree,
  sumTreeOf,
} from "../../proofs/index.ts";
import type { Peaks, SumItem, SumStep } from "../../proofs/index.ts";
import { hash, sumRoot } from "../reference.ts";
import { hex } from "../vectors/pattern.ts";
import vectors from "../vectors/sum-tree.json" with { type: "json" };
import { nodeHasher } from "./node-hasher.ts";

/** The items of test/vectors/sum-tree.json. */
const items = (count: number): SumItem[] =>
  Array.from({ length: count }, (_, i) => ({ hash: hash(new Uint8Array(1), i), leaves: 1 + ((i * i) % 4097) }));

const refusal = expect.objectContaining({ name: "ProofError", code: "ERR_TREE_INPUT" });

test.each(vectors.trees)("the published root of $items items", ({ items: count, root, leaves }) => {
  const tree = sumTree(nodeHasher, items(count));
  expect([hex(tree.root), tree.leaves, tree.items]).toEqual([root, leaves, count]);
});

test("tree and peaks agree with the naive reference for every count to 200", () => {
  let peaks: Peaks = NO_PEAKS;
  for (let count = 0; count <= 200; count++) {
    const expected = sumRoot(items(count));
    const tree = sumTree(nodeHasher, items(count));
    expect({ hash: tree.root, leaves: tree.leaves }).toEqual(expected);
    expect(peaksRoot(nodeHasher, peaks)).toEqual(expected);
    expect(peaks.peaks).toHaveLength(count.toString(2).replaceAll("0", "").length);
    peaks = appendItem(nodeHasher, peaks, items(count + 1)[count]!);
  }
});

test("appending leaves the given peaks and item as they are", () => {
  const [first, second] = [items(1)[0]!, { hash: hash(7), leaves: 3 }];
  const before = appendItem(nodeHasher, NO_PEAKS, first);
  const after = appendItem(nodeHasher, before, second);
  first.hash.fill(0);
  second.hash.fill(0);
  expect(before).toEqual({ items: 1, peaks: [items(1)[0]] });
  expect(NO_PEAKS).toEqual({ items: 0, peaks: [] });
  expect(peaksRoot(nodeHasher, after)).toEqual(sumRoot([items(1)[0]!, { hash: hash(7), leaves: 3 }]));
});

test("peaks that do not go with their item count are refused", () => {
  const [peak] = items(1);
  const bad: Peaks[] = [
    { items: 0, peaks: [peak!] },
    { items: 1, peaks: [] },
    { items: 3, peaks: [peak!] },
    { items: 4, peaks: [peak!, peak!] },
    { items: -1, peaks: [] },
    { items: 1.5, peaks: [peak!] },
    { items: 2 ** 53, peaks: [peak!] },
    { items: 1, peaks: [{ hash: new Uint8Array(31), leaves: 1 }] },
    { items: 1, peaks: [{ hash: peak!.hash, leaves: 0 }] },
    { items: 3, peaks: [{ hash: peak!.hash, leaves: MAX_LEAVES }, peak!] },
  ];
  for (const peaks of bad) {
    expect(() => appendItem(nodeHasher, peaks, peak!)).toThrow(refusal);
    expect(() => peaksRoot(nodeHasher, peaks)).toThrow(refusal);
  }
});

test("items without leaves, with too many or with a broken hash are refused", () => {
  const good = hash(1);
  const bad = [0, -1, 0.5, Number.NaN, 2 ** 48].map((leaves) => ({ hash: good, leaves }));
  for (const item of [...bad, { hash: good.subarray(1), leaves: 1 }, { hash: new Uint8Array(33), leaves: 1 }]) {
    expect(() => sumTree(nodeHasher, [item])).toThrow(refusal);
    expect(() => appendItem(nodeHasher, NO_PEAKS, item)).toThrow(refusal);
  }
  const full = { hash: good, leaves: MAX_LEAVES };
  expect(sumTree(nodeHasher, [full]).leaves).toBe(MAX_LEAVES);
  expect(() => sumTree(nodeHasher, [full, { hash: good, leaves: 1 }])).toThrow(refusal);
  expect(() => sumTreeOf(nodeHasher, { hashes: new Uint8Array(63), leaves: new Float64Array(2).fill(1) })).toThrow(
    refusal,
  );
});

test("every position is in the item and at the place that counting gives, with steps that hash to the root", () => {
  const counts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(counts, (leaves) => {
      const tree = sumTree(
        nodeHasher,
        leaves.map((count, i) => ({ hash: hash(i), leaves: count })),
      );
      const expected = leaves.flatMap((count, item) =>
        Array.from({ length: count }, (_, offset) => ({ item, offset })),
      );
      for (const [position, place] of expected.entries()) {
        const { item, offset, steps } = locate(tree, position);
        expect({ item, offset }).toEqual(place);
        expect(foldSteps(steps, tree.leaves, position, sumItem(tree, item))).toEqual(tree.root);
      }
    }),
    { numRuns: 60 },
  );
});

test("there is nothing outside the tree", () => {
  const tree = sumTree(nodeHasher, items(3));
  for (const position of [-1, tree.leaves, 0.5, Number.NaN, 2 ** 53]) {
    expect(() => locate(tree, position)).toThrow(refusal);
  }
  expect(() => locate(sumTree(nodeHasher, []), 0)).toThrow(refusal);
  for (const item of [-1, 3, 0.5]) expect(() => sumItem(tree, item)).toThrow(refusal);
});

test("the empty root is 32 zero bytes", () => {
  expect(EMPTY_ROOT).toEqual(new Uint8Array(32));
  expect(sumTree(nodeHasher, [])).toEqual({ root: EMPTY_ROOT, leaves: 0, items: 0, levels: [] });
});

test("a million items are flat arrays, and a position is found in twenty steps", () => {
  const count = 1_000_000;
  const hashes = new Uint8Array(32 * count);
  new DataView(hashes.buffer).setUint32(32 * 777_777, 1);
  const tree = sumTreeOf(nodeHasher, { hashes, leaves: new Float64Array(count).fill(4096) });
  expect(tree.leaves).toBe(4096 * count);
  expect(tree.levels).toHaveLength(21);
  const { item, offset, steps } = locate(tree, 777_777 * 4096 + 99);
  expect([item, offset, steps.length <= 20]).toEqual([777_777, 99, true]);
  expect(foldSteps(steps, tree.leaves, 777_777 * 4096 + 99, sumItem(tree, item))).toEqual(tree.root);
});

/** From an item back up to the root, as docs/spec/data.md reads. */
function foldSteps(steps: readonly SumStep[], total: number, position: number, item: SumItem): Uint8Array {
  const [step, ...rest] = steps;
  if (step === undefined) {
    expect(total).toBe(item.leaves);
    return item.hash;
  }
  const { leftLeaves, sibling } = step;
  const rightLeaves = total - leftLeaves;
  if (position < leftLeaves) return hash(foldSteps(rest, leftLeaves, position, item), sibling, leftLeaves, rightLeaves);
  return hash(sibling, foldSteps(rest, rightLeaves, position - leftLeaves, item), leftLeaves, rightLeaves);
}
