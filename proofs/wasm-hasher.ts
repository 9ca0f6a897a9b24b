// The Hasher that is fast in bulk wherever WebAssembly has SIMD: eight pieces at a time, copied into a small memory and back.

import { hashEach, HASH_BYTES, isCount, nobleHasher } from "./hash.ts";
import type { Hasher } from "./hash.ts";
import { unbuildable } from "./proof-error.ts";
import { growTo, loadTreeKernel, TREE_KERNEL_BYTES } from "./tree-kernel.ts";

/** Room for pieces, copied in at one go; they and their digests stay in the cache. */
const ROOM_BYTES = 65_536;
/** For a single piece plain JavaScript is as fast: seven lanes of eight would be idle. */
const LEAST_PIECES = 2;

/**
 * A hasher with a memory of its own of 192 KiB; single hashes are {@link nobleHasher}'s.
 * Throws `ERR_TREE_KERNEL` where there is no WebAssembly with fixed-width SIMD.
 */
export async function loadWasmHasher(): Promise<Hasher> {
  const kernel = await loadTreeKernel();
  const room = TREE_KERNEL_BYTES;
  const digests = room + ROOM_BYTES;
  // Where pieces are as short as can be, their digests take 32 times their room.
  const most = (bytes: number) => Math.min(Math.floor(ROOM_BYTES / bytes), ROOM_BYTES / HASH_BYTES);
  growTo(kernel.memory, digests + ROOM_BYTES);
  const memory = new Uint8Array(kernel.memory.buffer);
  return {
    name: "wasm",
    sha256: nobleHasher.sha256,
    sha256Each(preimages, bytes, out) {
      const count = checkPieces(preimages, bytes, out);
      const atOnce = most(bytes);
      if (count < LEAST_PIECES || atOnce < LEAST_PIECES) return hashEach(singly, preimages, bytes, out);
      for (let first = 0; first < count; first += atOnce) {
        const some = Math.min(atOnce, count - first);
        memory.set(preimages.subarray(first * bytes, (first + some) * bytes), room);
        kernel.sha256Each(room, bytes, some, digests);
        out.set(memory.subarray(digests, digests + some * HASH_BYTES), first * HASH_BYTES);
      }
    },
  };
}

const singly: Hasher = { name: "singly", sha256: nobleHasher.sha256 };

/** How many pieces there are. */
function checkPieces(preimages: Uint8Array, bytes: number, out: Uint8Array): number {
  if (!isCount(bytes) || bytes < 1 || preimages.length % bytes !== 0) {
    throw unbuildable("Preimages are whole pieces of at least one byte.", { bytes, length: preimages.length });
  }
  const count = preimages.length / bytes;
  if (out.length < count * HASH_BYTES)
    throw unbuildable("There is no room for all digests.", { count, out: out.length });
  return count;
}
