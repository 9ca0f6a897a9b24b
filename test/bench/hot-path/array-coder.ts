/** Coders over the seam that copies: shards come and go as JavaScript arrays. */

import type { ErasureKernel } from "../../../erasure/index.ts";
import type { Implementation } from "./candidate.ts";
import { type Coder, isEncoding } from "./job.ts";

/** The kernel that `load` gives, called through its API, copies in and out included. */
export function arrayCoder(
  implementation: Implementation,
  load: () => Promise<ErasureKernel>,
  mostSeconds?: number,
): Coder {
  return {
    implementation,
    ...(mostSeconds === undefined ? {} : { mostSeconds }),
    async prepare(job) {
      const kernel = await load();
      const { scheme, shards, wanted } = job;
      const data = shards.slice(0, scheme.k) as Uint8Array[];
      let made: readonly Uint8Array[] = [];
      return {
        kind: "thread",
        implementation,
        clear: () => void (made = []),
        run: isEncoding(job)
          ? () => void (made = kernel.encode(scheme, data))
          : () => void (made = kernel.reconstruct(scheme, shards, wanted)),
        output: () => made,
      };
    },
  };
}
