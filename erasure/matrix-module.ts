// The compiled form of assembly/matrix.ts, instantiated over a memory.

import { matrixRelaxed } from "./matrix-relaxed.wasm.ts";
import { matrixSimd128 } from "./matrix-simd128.wasm.ts";
import type { Simd } from "./simd.ts";

/** What the module exports; addresses are in its memory. Nothing is checked: shard-kernel.ts does. */
export interface Matrix {
  pack(factors: number, inputs: number, rows: number, nibbles: number, tables: number): void;
  multiply(
    tables: number,
    inputs: number,
    rows: number,
    sources: number,
    targets: number,
    from: number,
    to: number,
    mask: number,
    split: number,
  ): void;
  touch(sources: number, count: number, from: number, to: number): number;
}

const modules = new Map<string, Promise<WebAssembly.Module>>();

export async function instantiateMatrix(simd: Simd, memory: WebAssembly.Memory): Promise<Matrix> {
  const isShared = !(memory.buffer instanceof ArrayBuffer);
  const key = `${simd} ${isShared}`;
  const bytes = simd === "relaxed" ? matrixRelaxed : matrixSimd128;
  const compiled = modules.get(key) ?? WebAssembly.compile(bytes(isShared));
  modules.set(key, compiled);
  const { exports } = await WebAssembly.instantiate(await compiled, { env: { memory } });
  return exports as unknown as Matrix;
}
