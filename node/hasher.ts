// SHA-256 in Node: node:crypto, which has the processor's own instructions, and for many short pieces the wasm kernel,
// because a call into node:crypto takes longer than the hashing of a leaf.

import { hash } from "node:crypto";
import { HASH_BYTES, loadWasmHasher } from "../proofs/index.ts";
import type { Hasher } from "../proofs/index.ts";

/** Above so many bytes a piece, the processor's instructions make up for the call. */
const LONGEST_PIECE = 1024;
/** Fewer pieces than this leave too many of the kernel's eight lanes idle. */
const LEAST_PIECES = 3;

/** The one-shot hash: no hash object for each call. */
export const nodeHasher: Hasher = {
  name: "node:crypto",
  sha256: (preimage) => new Uint8Array(hash("sha256", preimage, "buffer")),
  sha256Each(preimages, bytes, out) {
    for (let from = 0, to = 0; from < preimages.length; from += bytes, to += HASH_BYTES) {
      out.set(hash("sha256", preimages.subarray(from, from + bytes), "buffer"), to);
    }
  },
};

/** node:crypto for single hashes, the wasm kernel for many where it runs. */
export async function fastHasher(): Promise<Hasher> {
  const wasm = await loadWasmHasher().catch(() => nodeHasher);
  return {
    name: "node:crypto and wasm",
    sha256: nodeHasher.sha256,
    sha256Each(preimages, bytes, out) {
      const isForKernel = bytes <= LONGEST_PIECE && preimages.length >= LEAST_PIECES * bytes;
      (isForKernel ? wasm : nodeHasher).sha256Each?.(preimages, bytes, out);
    },
  };
}
