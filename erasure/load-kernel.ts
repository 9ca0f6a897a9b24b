// Chooses a kernel: the fastest that runs here.

import { plainKernel } from "./plain-kernel.ts";
import { bestSimd } from "./simd.ts";
import { loadSimdKernel } from "./simd-kernel.ts";
import type { ErasureKernel } from "./kernel.ts";
import type { Simd } from "./simd.ts";

/** Fastest first: our own with relaxed and with fixed SIMD, the Rust crate without, plain JavaScript. */
export type KernelKind = Simd | "rust" | "plain";

let best: Promise<ErasureKernel> | undefined;

/**
 * A kernel of this kind; without one, the fastest that runs here, loaded once. Throws `ERR_KERNEL` where a kind does not run.
 * The Rust crate finds its own module in Node; elsewhere pass the bytes of that package's `.wasm` file as `wasm`.
 */
export function loadKernel(kind?: KernelKind, options: { wasm?: BufferSource } = {}): Promise<ErasureKernel> {
  if (kind !== undefined) return loadKind(kind, options);
  best ??= loadBest().catch((error: unknown) => {
    best = undefined; // the next call tries again
    throw error;
  });
  return best;
}

async function loadKind(kind: KernelKind, options: { wasm?: BufferSource }): Promise<ErasureKernel> {
  if (kind === "plain") return plainKernel;
  if (kind !== "rust") return loadSimdKernel(kind);
  return (await import("./rust-kernel.ts")).loadRustKernel(options); // not for those who have SIMD
}

async function loadBest(): Promise<ErasureKernel> {
  const simd = bestSimd();
  if (simd !== undefined) return loadSimdKernel(simd);
  return loadKind("rust", {}).catch(() => plainKernel); // no WebAssembly at all
}
