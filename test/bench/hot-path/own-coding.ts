/** Our coding kernels: in place with and without relaxed SIMD, and the relaxed one behind the seam that copies. */

import { hasSimd, loadKernel } from "../../../erasure/index.ts";
import type { ErasureKernel, Scheme, Simd } from "../../../erasure/index.ts";
import type { Starter } from "./cold-suite.ts";
import { type Coder, isEncoding } from "./job.ts";
import { openArena, placesOf, SIMDS } from "./own-arena.ts";

export function ownCoders(): Coder[] {
  return [...SIMDS.map(inPlaceCoder), ...(hasSimd("relaxed") ? [copyingCoder()] : [])];
}

function inPlaceCoder(implementation: Simd): Coder {
  return {
    implementation,
    async prepare(job) {
      const { scheme, shardBytes, shards, wanted } = job;
      const arena = await openArena();
      const kernel = arena.coding.get(implementation)!;
      const layout = { address: arena.address, bytes: shardBytes };
      const present = shards.flatMap((shard, index) => (shard === undefined ? [] : [index]));
      const places = placesOf(arena, shardBytes, scheme.n);
      shards.forEach((shard, index) => shard && places[index]!.set(shard));
      await kernel.prepare(scheme);
      return {
        kind: "thread",
        implementation,
        clear: () => wanted.forEach((index) => places[index]!.fill(0)),
        run: isEncoding(job)
          ? () => kernel.encode(scheme, layout)
          : () => kernel.reconstruct(scheme, layout, present, wanted),
        output: () => wanted.map((index) => places[index]!),
      };
    },
  };
}

function copyingCoder(): Coder {
  const implementation = "relaxed+copies";
  return {
    implementation,
    async prepare(job) {
      const { scheme, shardBytes, shards, wanted } = job;
      const kernel = await compiledKernel(scheme);
      const data = shards.slice(0, scheme.k) as Uint8Array[];
      const made = wanted.map(() => new Uint8Array(shardBytes));
      return {
        kind: "thread",
        implementation,
        clear: () => made.forEach((shard) => shard.fill(0)),
        run: isEncoding(job)
          ? () => kernel.encodeInto(scheme, data, made)
          : () => kernel.reconstructInto(scheme, shards, wanted, made),
        output: () => made,
      };
    },
  };
}

/** The copying kernel with its encoder of this scheme compiled. */
async function compiledKernel(scheme: Scheme): Promise<ErasureKernel> {
  const kernel = await loadKernel("relaxed");
  await kernel.prepare(scheme);
  return kernel;
}

/** The first encode with the generated encoder, for which `isPrepared` waits, or with what stands in for it. */
export function ownStarters(isPrepared: boolean): Starter[] {
  return SIMDS.map((implementation) => ({
    implementation,
    async load(scheme, data) {
      const arena = await openArena();
      const kernel = arena.coding.get(implementation)!;
      const layout = { address: arena.address, bytes: data[0]!.length };
      const places = placesOf(arena, layout.bytes, scheme.n);
      places.forEach((place, index) => (index < scheme.k ? place.set(data[index]!) : place.fill(0)));
      return {
        async encode() {
          if (isPrepared) await kernel.prepare(scheme);
          kernel.encode(scheme, layout);
        },
        output: () => places.slice(scheme.k),
      };
    },
  }));
}
