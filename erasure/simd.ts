// Which vector instructions WebAssembly has here.

import { moduleOf, OP } from "./wasm-writer.ts";

/** Look-ups by relaxed SIMD (one instruction) or by fixed SIMD (two or three). */
export type Simd = "relaxed" | "simd128";

/** The best there is: relaxed SIMD since Chrome 114, Node 21 and Firefox 145, fixed SIMD nearly everywhere; or none. */
export function bestSimd(): Simd | undefined {
  return (["relaxed", "simd128"] as const).find(hasSimd);
}

/** Whether a module with this kind's look-up is valid. */
export function hasSimd(kind: Simd): boolean {
  const lookUp = kind === "relaxed" ? OP.relaxedSwizzle : OP.swizzle;
  const load = [...OP.localGet, 0, ...OP.vectorLoad, 0];
  const code = [...OP.localGet, 0, ...load, ...load, ...lookUp, ...OP.vectorStore, 0];
  return WebAssembly.validate(moduleOf({ name: "probe", parameters: 1, vectors: 0, code }, false));
}
