// The kernel that runs anywhere: plain arithmetic, a product a table look-up, no WebAssembly. Some hundred times slower.

import { interpolationFactors, multiply } from "./gf256.ts";
import { kernelOf } from "./kernel.ts";
import { presentIndices, range } from "./scheme.ts";
import type { ErasureKernel } from "./kernel.ts";

export const plainKernel: ErasureKernel = kernelOf({
  name: "plain",
  encodeInto: ({ k, n }, data, parity) => combine(interpolationFactors(range(0, k), range(k, n)), data, parity),
  reconstructInto({ k }, shards, missing, out) {
    const used = presentIndices(shards).slice(0, k);
    const sources = used.map((index) => shards[index] as Uint8Array);
    combine(interpolationFactors(used, missing), sources, out);
  },
});

/** `targets[t]` = Σ factors[t × sources + j] · `sources[j]`. */
function combine(factors: Uint8Array, sources: readonly Uint8Array[], targets: readonly Uint8Array[]): void {
  targets.forEach((target, t) => {
    target.fill(0);
    sources.forEach((source, j) => {
      const factor = factors[t * sources.length + j] as number;
      const products = Uint8Array.from({ length: 256 }, (_, x) => multiply(factor, x));
      for (let i = 0; i < target.length; i++) {
        target[i] = (target[i] as number) ^ (products[source[i] as number] as number);
      }
    });
  });
}
