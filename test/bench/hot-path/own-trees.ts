/** Our tree kernel: all trees in one call, in place; and with the coding kernels the pipeline on one thread. */

import { SHARD_STRIDE } from "../../../erasure/index.ts";
import { HASH_BYTES } from "../../../proofs/index.ts";
import type { Pipeline, TreeMaker } from "./job.ts";
import { openArena, placesOf, SIMDS, treesOf } from "./own-arena.ts";
import { recordsOf, type Sealer, sealing } from "./pipeline-suite.ts";

export function ownTrees(): TreeMaker {
  const implementation = "simd128";
  return {
    implementation,
    async prepare({ fragments }) {
      const arena = await openArena();
      const [bytes, count] = [fragments[0]!.length, fragments.length];
      const places = placesOf(arena, bytes, count);
      fragments.forEach((fragment, index) => places[index]!.set(fragment));
      const trees = treesOf(arena, bytes, count);
      const layout = { address: arena.address, stride: SHARD_STRIDE, bytes, count };
      return {
        kind: "thread",
        implementation,
        clear: () => trees.forEach((tree) => tree.fill(0)),
        run: () => arena.trees.trees(layout, arena.nodes),
        output: () => trees.map((tree) => tree.subarray(-HASH_BYTES)),
      };
    },
  };
}

/** Ciphertext is written where the shards lie, and nothing is moved after that. */
export function ownPipelines(sealer: Sealer): Pipeline[] {
  return SIMDS.map((implementation) => ({
    implementation,
    async prepare({ scheme, shardBytes: bytes, plain }) {
      const arena = await openArena();
      const { address } = arena;
      const kernel = arena.coding.get(implementation)!;
      const trees = treesOf(arena, bytes, scheme.n);
      const layout = { address, stride: SHARD_STRIDE, bytes, count: scheme.n };
      await kernel.prepare(scheme);
      return sealing(sealer, plain, recordsOf(placesOf(arena, bytes, scheme.k), bytes), {
        implementation,
        clear: () => trees.forEach((tree) => tree.fill(0)),
        rest() {
          kernel.encode(scheme, { address, bytes });
          arena.trees.trees(layout, arena.nodes);
        },
        output: () => trees.map((tree) => tree.subarray(-HASH_BYTES)),
      });
    },
  }));
}
