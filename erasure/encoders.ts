// Generated encoders, compiled once for each scheme and shared by all kernels and memories of a kind.

import { encoderModule } from "./encoder-code.ts";
import { parityProgram } from "./program.ts";
import type { Scheme } from "./scheme.ts";
import type { Simd } from "./simd.ts";

/** Compiled schemes that are kept; one takes up to a megabyte of machine code. The one not used for longest goes first. */
const MAX_ENCODERS = 64;

/** What the generated module exports: encoder-code.ts. */
export type Encode = (nibbles: number, mask: number, from: number, to: number) => void;

const modules = new Map<string, Promise<WebAssembly.Module>>();

/** The compiled encoder of a scheme. Writing it down takes some milliseconds here, compiling it happens on another thread. */
export function encoderOf(scheme: Scheme, simd: Simd, isShared: boolean): Promise<WebAssembly.Module> {
  const key = `${scheme.k} ${scheme.n} ${simd} ${isShared}`;
  const known = modules.get(key);
  const compiled =
    known ??
    WebAssembly.compile(encoderModule(parityProgram(scheme), { isRelaxed: simd === "relaxed", isShared })).catch(
      (error: unknown) => {
        modules.delete(key); // the next call tries again
        throw error;
      },
    );
  modules.delete(key);
  modules.set(key, compiled);
  for (const oldest of modules.keys()) {
    if (modules.size <= MAX_ENCODERS) break;
    modules.delete(oldest);
  }
  return compiled;
}
