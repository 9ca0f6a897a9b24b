// What the tree kernel refuses, and how: a typed error before the compiled code has touched a byte.

import { afterEach, expect, test, vi } from "vitest";
import { growTo, loadTreeKernel, treeAt, TREE_KERNEL_BYTES, treeBytes } from "../../proofs/index.ts";

afterEach(() => vi.restoreAllMocks());

const refusal = (name: string) => expect.objectContaining({ name: "ProofError", code: name });
const input = refusal("ERR_TREE_INPUT");

test.each([
  ["a place below the memory", { address: -1 }],
  ["a place that is no whole number", { address: 0.5 }],
  ["a place that is no number", { address: Number.NaN }],
  ["a place beyond the memory", { address: 2 ** 32 }],
  ["a last fragment beyond the memory", { count: 5000 }],
  ["fragments on top of the kernel", { address: 100_000 }],
  ["no bytes", { bytes: 0 }],
  ["half a byte", { bytes: 1.5 }],
  ["more bytes than a fragment has", { bytes: 2 ** 32 }],
  ["no fragments", { count: 0 }],
  ["half a fragment", { count: 1.5 }],
  ["so many fragments that the sum is no number any more", { count: 2 ** 53 }],
  ["fragments over each other", { stride: 999 }],
  ["a stride backwards", { stride: -1000 }],
  ["a stride that is no number", { stride: Number.NaN }],
  ["nodes over the last fragment", { nodes: 202_999 }],
  ["nodes that reach into the first fragment", { nodes: 199_999 }],
  ["nodes beyond the memory", { nodes: 4 * 65_536 - 100 }],
  ["nodes on top of the kernel", { nodes: 100_000 + TREE_KERNEL_BYTES }],
])("%s: refused before a byte is touched", async (_, bad) => {
  const memory = new WebAssembly.Memory({ initial: 4 });
  const kernel = await loadTreeKernel({ memory, base: 100_096 });
  const before = new Uint8Array(memory.buffer).slice();
  const { nodes, ...fragments } = { address: 200_000, stride: 1000, bytes: 1000, count: 3, nodes: 210_000, ...bad };
  expect(() => kernel.trees(fragments, nodes)).toThrow(input);
  expect(Buffer.compare(new Uint8Array(memory.buffer), before)).toBe(0);
  kernel.trees({ address: 200_000, stride: 1000, bytes: 1000, count: 3 }, 210_000);
});

test.each([
  [{ address: -1 }],
  [{ address: 262_143 }],
  [{ bytes: 0 }],
  [{ bytes: 2 ** 40 }],
  [{ count: 0 }],
  [{ count: 2 ** 40 }],
  [{ out: 200_010 }],
  [{ out: 199_990 }],
  [{ out: 262_140 }],
  [{ out: 64 }],
  [{ out: 0.5 }],
])("pieces with %j are refused", async (bad) => {
  const kernel = await loadTreeKernel();
  growTo(kernel.memory, 262_144);
  const { address, bytes, count, out } = { address: 200_000, bytes: 10, count: 2, out: 200_020, ...bad };
  expect(() => kernel.sha256Each(address, bytes, count, out)).toThrow(input);
  kernel.sha256Each(200_000, 10, 2, 200_020);
});

test.each([-64, 32, 65, 0.5, Number.NaN, 65_536, 65_536 - 64])("a base of %d is refused", async (base) => {
  await expect(loadTreeKernel({ memory: new WebAssembly.Memory({ initial: 1 }), base })).rejects.toThrow(input);
});

test("one fragment has no stride, and nodes over it are refused all the same", async () => {
  const kernel = await loadTreeKernel();
  for (const stride of [0, -5, Number.NaN]) {
    const fragment = { address: 20_000, stride, bytes: 1000, count: 1 };
    expect(() => kernel.trees(fragment, 20_999)).toThrow(input);
    expect(() => kernel.trees(fragment, 20_000)).toThrow(input);
    kernel.trees(fragment, 21_000);
  }
});

test("the gap after the last fragment need not lie in the memory", async () => {
  const kernel = await loadTreeKernel();
  kernel.trees({ address: 65_536 - 2100, stride: 1100, bytes: 1000, count: 2 }, 20_000);
  expect(() => kernel.trees({ address: 65_536 - 2099, stride: 1100, bytes: 1000, count: 2 }, 20_000)).toThrow(input);
});

test("a memory that cannot grow as far is a typed error", () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 });
  growTo(memory, 131_072);
  for (const bytes of [131_073, 2 ** 32, 2 ** 32 + 1, 2 ** 53, Number.POSITIVE_INFINITY]) {
    expect(() => growTo(memory, bytes)).toThrow(refusal("ERR_TREE_KERNEL"));
  }
  expect(() => growTo(memory, Number.NaN)).toThrow(refusal("ERR_TREE_KERNEL"));
  expect(memory.buffer.byteLength).toBe(131_072);
});

test("where there is no SIMD, or no memory, loading is a typed error with its cause, and can be tried again", async () => {
  vi.resetModules();
  const fresh = await import("../../proofs/index.ts");
  const noSimd = new WebAssembly.CompileError("invalid SIMD opcode");
  vi.spyOn(WebAssembly, "compile").mockRejectedValueOnce(noSimd);
  const error: unknown = await fresh.loadTreeKernel().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "ProofError", code: "ERR_TREE_KERNEL", cause: noSimd });
  vi.spyOn(WebAssembly, "Memory").mockImplementationOnce(function () {
    throw new RangeError("could not allocate memory");
  });
  await expect(fresh.loadTreeKernel()).rejects.toThrow(expect.objectContaining({ code: "ERR_TREE_KERNEL" }));
  expect((await fresh.loadTreeKernel()).memory).toBeInstanceOf(WebAssembly.Memory);
});

test("a tree is read from exactly its bytes", () => {
  expect(treeBytes(1)).toBe(64);
  expect(treeBytes(5 * 256)).toBe((5 + 3 + 2 + 1 + 1) * 32);
  for (const bytes of [0, -1, 0.5, 2 ** 32, Number.NaN]) expect(() => treeBytes(bytes)).toThrow(input);
  expect(() => treeAt(new Uint8Array(65), 1)).toThrow(input);
});
