import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { scheme } from "../../erasure/index.ts";
import type { ErasureKernel } from "../../erasure/index.ts";

const file = createRequire(import.meta.url).resolve("@subspace/reed-solomon-erasure.wasm");
const bytes = readFileSync(new URL("reed_solomon_erasure_bg.wasm", `file://${file}`));
const MIB = 1_048_576;

/** The memories of all instances of the module, oldest first. */
let memories: WebAssembly.Memory[] = [];

// Each test loads the module afresh, so that none finds another's kernel, and sees every instance that is made.
beforeEach(() => {
  vi.resetModules();
  memories = [];
  const Instance = WebAssembly.Instance;
  vi.spyOn(WebAssembly, "Instance").mockImplementation(function (module, imports) {
    const instance = new Instance(module, imports);
    memories.push(instance.exports["memory"] as WebAssembly.Memory);
    return instance;
  });
});
afterEach(() => vi.restoreAllMocks());
const fresh = () => import("../../erasure/rust-kernel.ts");

test("a browser loads the kernel from the module's bytes", async () => {
  const kernel = await (await fresh()).loadRustKernel({ wasm: bytes });
  expect(kernel.encode(scheme(1, 2), [new Uint8Array(256).fill(7)])).toEqual([new Uint8Array(256).fill(7)]);
});

test("bytes that are no module are a typed error with its cause, and the next load works", async () => {
  const { loadRustKernel } = await fresh();
  const error: unknown = await loadRustKernel({ wasm: new Uint8Array([0, 97, 115, 109]) }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: "ErasureError", code: "ERR_KERNEL" });
  expect((error as Error).cause).toBeInstanceOf(WebAssembly.CompileError);
  expect((await loadRustKernel()).name).toBe("rust");
});

test("long and many shards do not grow the module's memory", async () => {
  const kernel = await (await fresh()).loadRustKernel();
  const chosen = scheme(20, 40);
  const data = Array.from({ length: 20 }, (_, i) => new Uint8Array(MIB).fill(i));
  const parity = kernel.encode(chosen, data);
  const [restored] = kernel.reconstruct(chosen, [...data.map(() => undefined), ...parity], [3]);
  expect(restored!.every((byte) => byte === 3)).toBe(true);
  expect(memories.map((memory) => memory.buffer.byteLength < 12 * MIB)).toEqual([true]);
});

test("one scheme's work of days leaves the memory where it was", async () => {
  const kernel = await (await fresh()).loadRustKernel();
  losses(kernel, 10, 14);
  const before = memories[0]!.buffer.byteLength;
  for (let round = 0; round < 3000; round++) losses(kernel, 10, 14);
  expect(memories.map((memory) => memory.buffer.byteLength)).toEqual([before]);
});

test("a module that ever-changing schemes have grown is replaced, and every answer stays right", async () => {
  const kernel = await (await fresh()).loadRustKernel();
  for (let round = 0; memories.length < 3; round++) {
    expect(round).toBeLessThan(20_000);
    const k = 1 + ((round * 7) % 23);
    losses(kernel, k, k + 1 + ((round * 11) % 29));
    await Promise.resolve();
  }
  expect(Math.max(...memories.map((memory) => memory.buffer.byteLength))).toBeLessThan(17 * MIB);
});

test("a module that traps is a typed error, and the next call has a new one", async () => {
  const kernel = await (await fresh()).loadRustKernel();
  const shards = [new Uint8Array(256)];
  vi.spyOn(Uint8Array.prototype, "set").mockImplementationOnce(() => {
    throw new WebAssembly.RuntimeError("memory access out of bounds");
  });
  expect(() => kernel.encode(scheme(1, 2), shards)).toThrow(expect.objectContaining({ code: "ERR_KERNEL" }));
  await new Promise((resolve) => setImmediate(resolve));
  expect(memories).toHaveLength(2);
  losses(kernel, 4, 10);
});

/** Encodes, loses as many data shards as can be made good, and compares. */
function losses(kernel: ErasureKernel, k: number, n: number): void {
  const data = Array.from({ length: k }, (_, i) => new Uint8Array(256).fill(i + n));
  const shards = [...data, ...kernel.encode(scheme(k, n), data)];
  const lost = Array.from({ length: Math.min(k, n - k) }, (_, i) => i);
  const restored = kernel.reconstruct(
    scheme(k, n),
    shards.map((shard, i) => (i < lost.length ? undefined : shard)),
    lost,
  );
  if (restored.some((shard, i) => Buffer.compare(shard, data[i]!) !== 0)) expect(restored).toEqual(data);
}
