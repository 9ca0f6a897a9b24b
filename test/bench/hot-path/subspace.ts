/**
 * The baseline of coding: the package as it is used. Its API takes all shards in one array, copies them into the module and
 * the result out again. `reconstruct` does here by hand what the package's own wrapper does, except that the wrapper frees an
 * array that the module has freed already, after which some later call traps.
 */

import { ReedSolomonErasure } from "@subspace/reed-solomon-erasure.wasm";
import type { Starter } from "./cold-suite.ts";
import { type Coder, type CodingJob, encodeJob, isEncoding } from "./job.ts";

interface ModuleExports {
  readonly memory: WebAssembly.Memory;
  __wbindgen_malloc(bytes: number): number;
  __wbindgen_free(address: number, bytes: number): void;
  reconstruct(shards: number, bytes: number, k: number, m: number, available: number, count: number): number;
}

/** Seconds that one run may take; at 128+128 × 1 MiB it is about ten. */
const MOST_SECONDS = 30;

/** Without `wasm` the package finds its own file (Node); a browser passes the module's bytes. */
export function subspaceCoder(wasm?: BufferSource): Coder {
  return {
    implementation: "subspace",
    mostSeconds: MOST_SECONDS,
    async prepare(job) {
      const { scheme, shardBytes, wanted } = job;
      const codec = await loadSubspace(wasm);
      const all = contiguous(job);
      const run = isEncoding(job)
        ? () => checked(codec.encode(all, scheme.k, scheme.n - scheme.k))
        : () => checked(reconstruct(codec, all, job));
      const places = wanted.map((index) => all.subarray(index * shardBytes, (index + 1) * shardBytes));
      return {
        kind: "thread",
        implementation: "subspace",
        clear: () => places.forEach((place) => place.fill(0)),
        run,
        output: () => places,
      };
    },
  };
}

/** The first encode of a module that has just been loaded. */
export function subspaceStarter(wasm?: BufferSource): Starter {
  return {
    implementation: "subspace",
    async load(scheme, data) {
      const codec = await loadSubspace(wasm);
      const job = encodeJob(scheme, data);
      const all = contiguous(job);
      const { shardBytes } = job;
      return {
        encode: () => checked(codec.encode(all, scheme.k, scheme.n - scheme.k)),
        output: () => job.wanted.map((index) => all.subarray(index * shardBytes, (index + 1) * shardBytes)),
      };
    },
  };
}

/** A module of its own: one that has once coded 128+128 × 1 MiB would keep its 256 MiB. */
export async function loadSubspace(wasm?: BufferSource): Promise<ReedSolomonErasure> {
  return wasm === undefined ? ReedSolomonErasure.fromCurrentDirectory() : ReedSolomonErasure.fromBytes(wasm);
}

/** All n shards in a row, zeros where one is missing. */
function contiguous({ scheme, shardBytes, shards }: CodingJob): Uint8Array {
  const all = new Uint8Array(scheme.n * shardBytes);
  shards.forEach((shard, index) => shard && all.set(shard, index * shardBytes));
  return all;
}

function reconstruct(codec: ReedSolomonErasure, all: Uint8Array, { scheme, shardBytes, shards }: CodingJob): number {
  const { exports } = codec as unknown as { exports: ModuleExports };
  const address = exports.__wbindgen_malloc(all.length);
  new Uint8Array(exports.memory.buffer, address, all.length).set(all);
  const available = exports.__wbindgen_malloc(scheme.n);
  const present = shards.map((shard) => (shard === undefined ? 0 : 1));
  new Uint8Array(exports.memory.buffer, available, scheme.n).set(present);
  const result = exports.reconstruct(address, all.length, scheme.k, scheme.n - scheme.k, available, scheme.n);
  all.set(new Uint8Array(exports.memory.buffer, address, scheme.k * shardBytes));
  exports.__wbindgen_free(address, all.length);
  return result;
}

/** Throws unless the package says that it worked. */
export function checked(result: number): void {
  if (result !== ReedSolomonErasure.RESULT_OK) throw new Error(`the package answered ${result}`);
}
