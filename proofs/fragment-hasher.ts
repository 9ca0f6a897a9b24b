// fragmentRoot of bytes that arrive in pieces: 64 KiB and one hash for each level are all it keeps.

import { fragmentTop, innerHash, LEAF_BYTES } from "./hash.ts";
import type { Hasher } from "./hash.ts";
import { MAX_FRAGMENT_BYTES, merkleRoot } from "./fragment-tree.ts";
import { unbuildable } from "./proof-error.ts";

/** Leaves hashed at one go: a power of two, so that a full batch is a perfect subtree. */
const BATCH_LEAVES = 256;
const BATCH_BYTES = BATCH_LEAVES * LEAF_BYTES;

/**
 * Streaming `fragmentRoot`.
 *
 *     const hasher = new FragmentHasher(nobleHasher);
 *     for await (const chunk of body) hasher.update(chunk);
 *     const root = hasher.root();
 */
export class FragmentHasher {
  readonly #hasher: Hasher;
  readonly #batch = new Uint8Array(BATCH_BYTES);
  /** Roots of the perfect subtrees so far, left to right: one for each set bit of `#batches`. */
  readonly #peaks: Uint8Array[] = [];
  #batches = 0;
  #pending = 0;

  constructor(hasher: Hasher) {
    this.#hasher = hasher;
  }

  /** Bytes taken so far. */
  get byteLength(): number {
    return this.#batches * BATCH_BYTES + this.#pending;
  }

  /** Takes the next bytes, of any number; `chunk` may be reused afterwards. Throws `ERR_TREE_INPUT` above 2^32 − 1 bytes. */
  update(chunk: Uint8Array): void {
    if (this.byteLength + chunk.length > MAX_FRAGMENT_BYTES) {
      throw unbuildable("A fragment has at most 2^32 - 1 bytes.", { byteLength: this.byteLength + chunk.length });
    }
    for (let at = 0; at < chunk.length;) {
      const rest = chunk.length - at;
      if (this.#pending === 0 && rest >= BATCH_BYTES) {
        this.#append(chunk.subarray(at, at + BATCH_BYTES));
        at += BATCH_BYTES;
      } else {
        const taken = Math.min(rest, BATCH_BYTES - this.#pending);
        this.#batch.set(chunk.subarray(at, at + taken), this.#pending);
        this.#pending += taken;
        at += taken;
        if (this.#pending === BATCH_BYTES) this.#append(this.#batch);
      }
    }
  }

  /** fragmentRoot of the bytes so far, 32 bytes; more may follow. Throws `ERR_TREE_INPUT` while there are none. */
  root(): Uint8Array {
    if (this.byteLength === 0) throw unbuildable("A fragment has at least one byte.");
    const rest = this.#pending > 0 ? [merkleRoot(this.#hasher, this.#batch.subarray(0, this.#pending))] : [];
    const merkle = [...this.#peaks, ...rest].reduceRight((right, left) => innerHash(this.#hasher, left, right));
    return fragmentTop(this.#hasher, merkle, this.byteLength);
  }

  #append(batch: Uint8Array): void {
    let peak = merkleRoot(this.#hasher, batch);
    for (let bits = this.#batches; bits % 2 === 1; bits = (bits - 1) / 2) {
      peak = innerHash(this.#hasher, this.#peaks.pop() as Uint8Array, peak);
    }
    this.#peaks.push(peak);
    this.#batches++;
    this.#pending = 0;
  }
}
