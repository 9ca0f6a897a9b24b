import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  growTo,
  leafCount,
  loadTreeKernel,
  proveRange,
  treeAt,
  TREE_KERNEL_BYTES,
  treeBytes,
  verifyRange,
} from "../../proofs/index.ts";
import type { TreeKernel } from "../../proofs/index.ts";
import { sha256Wasm } from "../../proofs/sha256.wasm.ts";
import { fragmentRoot } from "../reference.ts";
import { hex, pattern } from "../vectors/pattern.ts";
import vectors from "../vectors/fragment-tree.json" with { type: "json" };
import { nodeHasher } from "./node-hasher.ts";

const MIB = 1_048_576;
/** Both kinds of memory, each with an instance somewhere in it. */
const kernels = {
  unshared: await loadTreeKernel({ memory: new WebAssembly.Memory({ initial: 80 }), base: 192 }),
  shared: await loadTreeKernel({
    memory: new WebAssembly.Memory({ initial: 80, maximum: 80, shared: true }),
    base: 65_536 - 64,
  }),
};
const kinds = Object.entries(kernels);
const FREE = 131_072;

test.each(kinds)("in %s memory, the published roots", (_, kernel) => {
  for (const { bytes, root } of vectors.cases) {
    const tree = treeAt(hashed(kernel, [pattern(bytes)], 0)[0]!, bytes);
    expect(hex(tree.root)).toBe(root);
  }
});

test.each(kinds)(
  "in %s memory, every node of one to nine fragments is node:crypto's, whatever the length",
  (_, kernel) => {
    const odd = [1, 2, 55, 56, 63, 64, 255, 256, 257, 511, 512, 513, 768, 1023, 1024, 1025, 1280, 2303, 4096, 5001];
    for (const [i, bytes] of odd.entries()) {
      for (let count = 1; count <= 9; count++)
        checkNodes(kernel, fragments(count, bytes, i), (i * 7 + count) % 5 === 0 ? 0 : 192);
    }
  },
);

test.each(kinds)("in %s memory, every node of large fragments too", (_, kernel) => {
  checkNodes(kernel, fragments(1, MIB, 1), 192);
  checkNodes(kernel, fragments(3, MIB - 1, 2), 0);
  checkNodes(kernel, fragments(17, 65_536, 3), 192);
  checkNodes(kernel, fragments(60, 16_385, 4), 1);
});

test("any number of fragments of any length, at any place and distance", () => {
  const inputs = fc.record({
    bytes: fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 60_000 })),
    count: fc.integer({ min: 1, max: 20 }),
    gap: fc.nat(300),
    address: fc.nat(100),
    kind: fc.constantFrom("shared" as const, "unshared" as const),
  });
  fc.assert(
    fc.property(inputs, ({ bytes, count, gap, address, kind }) =>
      checkNodes(kernels[kind], fragments(count, bytes, gap), gap, FREE + address),
    ),
    { numRuns: 120 },
  );
});

test("ranges of a tree that the kernel made prove themselves", () => {
  for (const bytes of [1, 700, 5 * 256, 100_000]) {
    const data = pattern(bytes, 9);
    const tree = treeAt(hashed(kernels.unshared, [data], 0)[0]!, bytes);
    const leaves = leafCount(bytes);
    expect(tree.levels.map((level) => level.length / 32)).toEqual(widths(leaves));
    for (const [from, to] of [
      [0, leaves],
      [leaves - 1, leaves],
      [0, 1],
      [leaves >> 1, (leaves >> 1) + 1],
    ] as const) {
      const run = data.subarray(from * 256, to * 256);
      expect(verifyRange(nodeHasher, fragmentRoot(data), bytes, from, run, proveRange(tree, from, to))).toBe(true);
    }
  }
});

test.each(kinds)(
  "in %s memory, pieces of every length are node:crypto's, and their neighbours stay",
  (_, { memory, sha256Each }) => {
    const view = new Uint8Array(memory.buffer);
    for (let bytes = 1; bytes <= 300; bytes += 1 + (bytes % 3)) {
      const count = 1 + (bytes % 19);
      const pieces = pattern(bytes * count, bytes);
      view.subarray(FREE, FREE + 2 * MIB).fill(0xa5);
      view.set(pieces, FREE + bytes);
      const expected = view.slice(FREE, FREE + 2 * MIB);
      for (let i = 0; i < count; i++)
        expected.set(sha256(pieces.subarray(i * bytes, (i + 1) * bytes)), MIB + i * 32 + 1);
      sha256Each(FREE + bytes, bytes, count, FREE + MIB + 1);
      expect(Buffer.compare(view.subarray(FREE, FREE + 2 * MIB), expected)).toBe(0);
    }
  },
);

test("instances in one memory do not disturb each other, and keep to their places", async () => {
  const memory = new WebAssembly.Memory({ initial: 4, maximum: 4, shared: true });
  const view = new Uint8Array(memory.buffer).fill(0xa5);
  const bases = [64, 64 + 8896];
  const [one, two] = await Promise.all(bases.map((base) => loadTreeKernel({ memory, base })));
  const data = pattern(3000);
  view.set(data, 40_000);
  for (const bytes of [3000, 257, 2816, 1]) {
    // In turns, so that constants made for one length in one instance would show in the other.
    one!.trees({ address: 40_000, stride: 0, bytes, count: 1 }, 50_000);
    two!.trees({ address: 40_000, stride: 0, bytes: 3001 - bytes, count: 1 }, 60_000);
    expect(view.slice(50_000, 50_000 + treeBytes(bytes))).toEqual(nodes(data.subarray(0, bytes)));
    expect(view.slice(60_000, 60_000 + treeBytes(3001 - bytes))).toEqual(nodes(data.subarray(0, 3001 - bytes)));
  }
  const isKept = (from: number, to: number) => view.subarray(from, to).every((byte) => byte === 0xa5);
  expect(isKept(0, bases[0]!)).toBe(true);
  expect(isKept(bases[0]! + TREE_KERNEL_BYTES, bases[1]!)).toBe(true);
  expect(isKept(bases[1]! + TREE_KERNEL_BYTES, 40_000)).toBe(true);
});

test("without a place an instance has a memory of its own, which can grow under it", async () => {
  const kernel = await loadTreeKernel();
  growTo(kernel.memory, 3 * MIB);
  growTo(kernel.memory, 1);
  expect(kernel.memory.buffer.byteLength).toBe(3 * MIB);
  checkNodes(kernel, fragments(2, 300_000, 1), 192);
});

test("the room that the compiled kernel takes is the room that is set apart", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(sha256Wasm(false)), { env: { memory } });
  expect((exports["KERNEL_BYTES"] as WebAssembly.Global).value).toBe(TREE_KERNEL_BYTES);
});

test("the five bytes say which memory the module takes: shared or not, of any limits", () => {
  const instantiate = (isShared: boolean, memory: WebAssembly.Memory) =>
    new WebAssembly.Instance(new WebAssembly.Module(sha256Wasm(isShared)), { env: { memory } });
  const unshared = [{ initial: 1 }, { initial: 5 }, { initial: 1, maximum: 1 }, { initial: 1, maximum: 65_536 }];
  const shared = [
    { initial: 1, maximum: 1 },
    { initial: 2, maximum: 65_536 },
  ];
  for (const limits of unshared) instantiate(false, new WebAssembly.Memory(limits));
  for (const limits of shared) instantiate(true, new WebAssembly.Memory({ ...limits, shared: true }));
  expect(() => instantiate(true, new WebAssembly.Memory({ initial: 1 }))).toThrow(WebAssembly.LinkError);
  expect(() => instantiate(false, new WebAssembly.Memory({ ...shared[0]!, shared: true }))).toThrow(
    WebAssembly.LinkError,
  );
  const [one, other] = [sha256Wasm(true), sha256Wasm(false)];
  expect(one.filter((byte, i) => byte !== other[i]).length).toBeLessThanOrEqual(5);
});

test("an instance whose last fragment ends with the memory reads not a byte more", async () => {
  const kernel = await loadTreeKernel();
  const end = kernel.memory.buffer.byteLength;
  for (const bytes of [1, 63, 257, 1000]) {
    new Uint8Array(kernel.memory.buffer).set(pattern(bytes), end - bytes);
    kernel.trees({ address: end - bytes, stride: 0, bytes, count: 1 }, 20_000);
    const made = new Uint8Array(kernel.memory.buffer).slice(20_000, 20_000 + treeBytes(bytes));
    expect(made).toEqual(nodes(pattern(bytes)));
  }
});

/** Hashes fragments at FREE (or where told), checks every node and that no other byte has changed. */
function checkNodes(kernel: TreeKernel, data: readonly Uint8Array[], gap: number, address = FREE): void {
  const bytes = data[0]!.length;
  const made = hashed(kernel, data, gap, address);
  for (const [i, fragment] of data.entries()) {
    if (Buffer.compare(made[i]!, nodes(fragment)) !== 0) expect.fail(`fragment ${i} of ${data.length}, ${bytes} bytes`);
  }
}

/** The nodes of each fragment, as the kernel lays them out between bytes that must stay. */
function hashed(kernel: TreeKernel, data: readonly Uint8Array[], gap: number, address = FREE): Uint8Array[] {
  const bytes = data[0]!.length;
  const [stride, tree, count] = [bytes + gap, treeBytes(bytes), data.length];
  const view = new Uint8Array(kernel.memory.buffer);
  const out = address + count * stride + 77;
  const [from, to] = [FREE - 1000, out + count * tree + 1000];
  expect(to).toBeLessThanOrEqual(view.length);
  view.fill(0xa5, from, to);
  data.forEach((fragment, i) => view.set(fragment, address + i * stride));
  const expected = view.slice(from, to);
  kernel.trees({ address, stride, bytes, count }, out);
  const made = data.map((_, i) => view.slice(out + i * tree, out + (i + 1) * tree));
  made.forEach((one, i) => expected.set(one, out + i * tree - from));
  if (Buffer.compare(view.subarray(from, to), expected) !== 0)
    expect.fail(`bytes beside the trees of ${bytes} changed`);
  return made;
}

/** All nodes by node:crypto, in the kernel's order. */
function nodes(data: Uint8Array): Uint8Array {
  const all: Uint8Array[] = [];
  let level = Array.from({ length: leafCount(data.length) }, (_, i) => {
    const leaf = new Uint8Array(256);
    leaf.set(data.subarray(i * 256, i * 256 + 256));
    return sha256(leaf);
  });
  for (; level.length > 1; all.push(...level), level = above(level));
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(data.length));
  return Uint8Array.from(Buffer.concat([...all, level[0]!, sha256(Buffer.concat([level[0]!, length]))]));
}

function above(level: readonly Uint8Array[]): Uint8Array[] {
  return Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => {
    const [left, right] = [level[2 * i]!, level[2 * i + 1]];
    return right === undefined ? left : sha256(Buffer.concat([left, right]));
  });
}

function widths(leaves: number): number[] {
  return leaves === 1 ? [1] : [leaves, ...widths(Math.ceil(leaves / 2))];
}

function fragments(count: number, bytes: number, seed: number): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => pattern(bytes, seed * 31 + i * 7));
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}
