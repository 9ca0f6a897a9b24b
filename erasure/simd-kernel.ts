// The copying form of a kernel in place: shards that lie in JavaScript's arrays pass through its memory in columns that fit a cache.

import { kernelOf } from "./kernel.ts";
import { presentIndices, range, SHARD_ALIGN_BYTES, SHARD_STRIDE } from "./scheme.ts";
import { growMemory, loadShardKernel, SHARD_KERNEL_BYTES } from "./shard-kernel.ts";
import type { ErasureKernel } from "./kernel.ts";
import type { ShardKernel } from "./shard-kernel.ts";
import type { Simd } from "./simd.ts";

/** Bytes of all shards' columns together: half of a core's second cache. */
const COLUMN_BYTES = 524_288;

/** The kernel over a memory of its own. Throws `ERR_KERNEL` where WebAssembly has no such SIMD, `ERR_MEMORY`. */
export async function loadSimdKernel(simd: Simd): Promise<ErasureKernel> {
  const inPlace = await loadShardKernel({ simd });
  return kernelOf({
    name: simd,
    prepare: (scheme) => inPlace.prepare(scheme),
    encodeInto(scheme, data, parity) {
      const [inputs, outputs] = [range(0, scheme.k), range(scheme.k, scheme.n)];
      inColumns(inPlace, scheme.n, inputs, data, outputs, parity, (layout) => inPlace.encode(scheme, layout));
    },
    reconstructInto(scheme, shards, missing, out) {
      const used = presentIndices(shards).slice(0, scheme.k);
      const data = used.map((index) => shards[index] as Uint8Array);
      inColumns(inPlace, scheme.n, used, data, missing, out, (layout) =>
        inPlace.reconstruct(scheme, layout, used, missing),
      );
    },
  });
}

/** Copies column after column of `inputs` to their places, runs `work`, and copies `outputs` from theirs. */
function inColumns(
  { memory }: ShardKernel,
  places: number,
  inputs: readonly number[],
  from: readonly Uint8Array[],
  outputs: readonly number[],
  to: readonly Uint8Array[],
  work: (layout: { address: number; bytes: number }) => void,
): void {
  const address = SHARD_KERNEL_BYTES;
  growMemory(memory, address + places * SHARD_STRIDE);
  const bytes = new Uint8Array(memory.buffer);
  const total = (from[0] as Uint8Array).length;
  const width = Math.max(SHARD_ALIGN_BYTES, floorTo(COLUMN_BYTES / (inputs.length + outputs.length)));
  for (let at = 0; at < total; at += width) {
    const end = Math.min(at + width, total);
    inputs.forEach((shard, i) => {
      bytes.set((from[i] as Uint8Array).subarray(at, end), address + shard * SHARD_STRIDE);
    });
    work({ address, bytes: end - at });
    outputs.forEach((shard, i) => {
      const place = address + shard * SHARD_STRIDE;
      (to[i] as Uint8Array).set(bytes.subarray(place, place + end - at), at);
    });
  }
}

function floorTo(bytes: number): number {
  return Math.floor(bytes / SHARD_ALIGN_BYTES) * SHARD_ALIGN_BYTES;
}
