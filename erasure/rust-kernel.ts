// The kernel over the Rust crate `reed-solomon-erasure`, compiled to WebAssembly without SIMD: for processors and browsers
// that have none, and what our own kernels are compared with.
//
// We call the module's exports and not its JavaScript wrapper, whose `reconstruct` frees an array that Rust has freed
// already: the heap breaks, and some later call traps. The module restores data shards only; missing parity is encoded
// again from them. Shards pass in columns through one fixed buffer of its memory, however long or many they are.
// Its allocator still loses a few KB whenever the scheme changes, so a module that has grown is replaced.

import { ReedSolomonErasure } from "@subspace/reed-solomon-erasure.wasm";
import { ErasureError } from "./erasure-error.ts";
import { kernelOf } from "./kernel.ts";
import { presentIndices, SHARD_ALIGN_BYTES } from "./scheme.ts";
import type { ErasureKernel, Shards } from "./kernel.ts";

/** Bytes of all shards' columns together in one call of the module: fits a core's cache share, outweighs the call. */
const COLUMN_BYTES = 4_194_304;
/** Bytes of memory at which a module is replaced; a new one takes 5.4 MB. */
const RENEW_BYTES = 16_777_216;

/** What the compiled module offers. Pointers and lengths are bytes in its memory; results are the wrapper's `RESULT_*`. */
interface ModuleExports {
  readonly memory: WebAssembly.Memory;
  __wbindgen_malloc(bytes: number): number;
  /** `shards` holds k data rows, then m parity rows to be filled. */
  encode(shards: number, bytes: number, k: number, m: number): number;
  /** Fills the data rows that are 0 in `available`, an array of k + m bytes that it frees. */
  reconstruct(shards: number, bytes: number, k: number, m: number, available: number, count: number): number;
}

/** One instance of the module, and the place of the columns in its memory. */
interface Engine {
  readonly exports: ModuleExports;
  readonly columns: number;
}

let loading: Promise<ErasureKernel> | undefined;

/**
 * The kernel, loaded once. Without `wasm` the package finds its own file (Node); a browser passes the module's bytes.
 * Compiling its 118 KB blocks for about a millisecond. Throws `ERR_KERNEL`; a later call tries again.
 */
export function loadRustKernel({ wasm }: { wasm?: BufferSource } = {}): Promise<ErasureKernel> {
  loading ??= renewableKernel(() => startEngine(wasm)).catch((cause: unknown) => {
    loading = undefined;
    throw new ErasureError("ERR_KERNEL", "The erasure kernel did not load: reinstall the dependencies.", {}, cause);
  });
  return loading;
}

async function startEngine(wasm: BufferSource | undefined): Promise<Engine> {
  const wrapper =
    wasm === undefined ? await ReedSolomonErasure.fromCurrentDirectory() : ReedSolomonErasure.fromBytes(wasm);
  const { exports } = wrapper as unknown as { exports: ModuleExports };
  return { exports, columns: exports.__wbindgen_malloc(COLUMN_BYTES) };
}

/** A kernel whose engine is replaced, as soon as the event loop turns, once it has grown or trapped. */
async function renewableKernel(start: () => Promise<Engine>): Promise<ErasureKernel> {
  let engine = await start();
  let renewing = false;
  const renew = async (): Promise<void> => {
    renewing = true;
    engine = await start().catch(() => engine); // the old one still serves, and the next call tries again
    renewing = false;
  };
  const use = (work: (engine: Engine) => void): void => {
    let sound = false;
    try {
      work(engine);
      sound = engine.exports.memory.buffer.byteLength <= RENEW_BYTES;
    } catch (cause) {
      throw new ErasureError("ERR_KERNEL", "The erasure kernel failed: free some memory and try again.", {}, cause);
    } finally {
      if (!sound && !renewing) void renew();
    }
  };
  return kernelOf({
    name: "rust",
    encodeInto: (_, data, parity) => use((current) => encode(current, data, parity)),
    reconstructInto: ({ k }, shards, missing, out) => use((current) => reconstruct(current, k, shards, missing, out)),
  });
}

/** The first parity shards: row r of the generator does not depend on how many follow it. */
function encode(engine: Engine, data: readonly Uint8Array[], parity: readonly Uint8Array[]): void {
  const work = (bytes: number): number => engine.exports.encode(engine.columns, bytes, data.length, parity.length);
  inColumns(engine, [...data, ...parity.map(() => undefined)], work, [...data.map(() => undefined), ...parity]);
}

function reconstruct(
  engine: Engine,
  k: number,
  shards: Shards,
  missing: readonly number[],
  out: readonly Uint8Array[],
): void {
  const outOf = (index: number): Uint8Array | undefined => out[missing.indexOf(index)];
  const data = restoreData(engine, k, shards, outOf);
  const last = Math.max(...missing);
  if (last < k) return;
  const bytes = (data[0] as Uint8Array).length;
  encode(
    engine,
    data,
    Array.from({ length: last - k + 1 }, (_, i) => outOf(k + i) ?? new Uint8Array(bytes)),
  );
}

/** All k data shards: those given as they are, the others computed from the first k shards there are. */
function restoreData(
  engine: Engine,
  k: number,
  shards: Shards,
  outOf: (index: number) => Uint8Array | undefined,
): Uint8Array[] {
  const used = presentIndices(shards).slice(0, k);
  const rows = (used.at(-1) as number) + 1;
  if (rows === k) return shards.slice(0, k) as Uint8Array[];
  const bytes = (shards[used[0] as number] as Uint8Array).length;
  const given = shards.slice(0, rows);
  const restored = given.map((shard, index) =>
    shard === undefined && index < k ? (outOf(index) ?? new Uint8Array(bytes)) : undefined,
  );
  inColumns(engine, given, (size) => callReconstruct(engine, given, k, size), restored);
  return Array.from({ length: k }, (_, index) => given[index] ?? (restored[index] as Uint8Array));
}

function callReconstruct({ exports, columns }: Engine, given: Shards, k: number, bytes: number): number {
  const rows = given.length;
  const available = exports.__wbindgen_malloc(rows);
  new Uint8Array(exports.memory.buffer, available, rows).set(given.map((shard) => (shard === undefined ? 0 : 1)));
  return exports.reconstruct(columns, bytes, k, rows - k, available, rows);
}

/** Runs `work` over column after column: rows of `input` that are there go in, rows of `output` that are there come out. */
function inColumns({ exports, columns }: Engine, input: Shards, work: (bytes: number) => number, output: Shards): void {
  const rows = input.length;
  const total = input.find((shard) => shard !== undefined)?.length ?? 0;
  const width = Math.floor(COLUMN_BYTES / rows / SHARD_ALIGN_BYTES) * SHARD_ALIGN_BYTES;
  for (let from = 0; from < total; from += width) {
    const size = Math.min(width, total - from);
    const before = new Uint8Array(exports.memory.buffer, columns, rows * size);
    input.forEach((shard, row) => shard && before.set(shard.subarray(from, from + size), row * size));
    const result = work(rows * size);
    if (result !== ReedSolomonErasure.RESULT_OK) throw new Error(`the module answered ${result}`);
    const after = new Uint8Array(exports.memory.buffer, columns, rows * size); // the memory may have moved
    output.forEach((shard, row) => shard?.set(after.subarray(row * size, (row + 1) * size), from));
  }
}
