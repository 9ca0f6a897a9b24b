import { expect, test } from "vitest";
import vectors from "../vectors/erasure.json" with { type: "json" };
import { encodeSegment, loadKernel, scheme } from "../../erasure/index.ts";
import { erasureKernelSuite } from "../compliance/erasure-kernel.ts";
import { hash } from "../reference.ts";
import { hex, pattern } from "../vectors/pattern.ts";

for (const kind of ["relaxed", "simd128", "rust", "plain"] as const) erasureKernelSuite(kind, () => loadKernel(kind));

test("the kernel is loaded once", async () => {
  expect(await loadKernel()).toBe(await loadKernel());
});

test.each(vectors.cases)("the published parity of any $k of $n over $segmentBytes bytes", async (vector) => {
  const shards = encodeSegment(await loadKernel(), scheme(vector.k, vector.n), pattern(vector.segmentBytes, vector.k));
  const parity = shards.slice(vector.k);
  expect(shards.every((shard) => shard.length === vector.shardBytes)).toBe(true);
  expect(hex(hash(...parity))).toBe(vector.paritySha256);
  if (vector.parity !== undefined) expect(parity.map(hex)).toEqual(vector.parity);
});
