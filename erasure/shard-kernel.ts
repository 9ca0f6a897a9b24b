// Coding in place: the shards of a segment lie in the memory of the kernel, and every byte is read and written where it is.
//
//   address                    + SHARD_STRIDE               + 2 × SHARD_STRIDE
//   │ data shard 0 ░░░░░ (room)│ data shard 1 ░░░░░         │ …  n shards, parity after data
//
// Two programs do the work: a generated one per scheme that encodes (encoder-code.ts), and products of a matrix with all the
// rest (assembly/matrix.ts): what was lost, and parity while the generated one is still being compiled.

import { encoderOf } from "./encoders.ts";
import { ErasureError } from "./erasure-error.ts";
import { interpolationFactors, NIBBLE_BYTES, nibbleTables } from "./gf256.ts";
import { checkEnough, checkIndices, isShardLength } from "./kernel.ts";
import { instantiateMatrix } from "./matrix-module.ts";
import { multiplications, parityProgram } from "./program.ts";
import { checkScheme, range, SHARD_ALIGN_BYTES, SHARD_STRIDE } from "./scheme.ts";
import { bestSimd } from "./simd.ts";
import type { Encode } from "./encoders.ts";
import type { Matrix } from "./matrix-module.ts";
import type { Scheme } from "./scheme.ts";
import type { Simd } from "./simd.ts";

/** Where the shards of one segment lie: shard i at `address + i × SHARD_STRIDE`. `address` is a multiple of 64. */
export interface ShardLayout {
  readonly address: number;
  /** Bytes of each shard: a multiple of 256 up to MAX_SHARD_BYTES. */
  readonly bytes: number;
}

/**
 * Coding in place, synchronously. `from` and `to` bound the columns, in bytes of each shard and multiples of 256: all by default.
 * Throws `ERR_SCHEME`, `ERR_SHARD_LENGTH`, `ERR_SHARD_PLACE`, `ERR_SHARD_INDEX`, `ERR_TOO_FEW_SHARDS`; nothing is written then.
 * Shards outside of these columns, and memory between shards, are neither read nor written.
 */
export interface ShardKernel {
  readonly name: Simd;
  readonly memory: WebAssembly.Memory;
  /** Writes the n − k parity shards after the k data shards that are there. */
  encode(scheme: Scheme, layout: ShardLayout, from?: number, to?: number): void;
  /**
   * Writes the shards numbered `wanted` from any k of those numbered `present`. Where all that is missing is wanted, parity that is
   * there may be written again, with the same bytes.
   */
  reconstruct(
    scheme: Scheme,
    layout: ShardLayout,
    present: readonly number[],
    wanted: readonly number[],
    from?: number,
    to?: number,
  ): void;
  /** Waits until this scheme's encoder is compiled. Without it the first `encode` starts that, and is slower until then. */
  prepare(scheme: Scheme): Promise<void>;
}

/** Room that a kernel takes at its base: tables, and nothing that outlives a call. */
export const SHARD_KERNEL_BYTES = 720_896;

/** What lies there. All offsets are multiples of 64. */
const AT = {
  mask: 0,
  nibbles: 64,
  sources: 8256,
  targets: 9280,
  factors: 10_304,
  tables: 26_688,
  split: 550_976,
} as const;
/** From so many shards read side by side on, a processor fetches ahead better if each is read through first (measured). */
const TOUCHED_SHARDS = 20;
/** Columns that are read through at once. */
const TOUCHED_BYTES = 4096;
/** The same for a matrix, which is quick where its rows are few: it pays only for shards that no cache holds. */
const TOUCHED_MATRIX = { shards: 12, bytes: 8_388_608 } as const;
/** Sets of factors that are kept, up to 16 KiB each: a get or a repair meets the same few losses again and again. */
const MAX_FACTORS = 256;

/** A place for a kernel in somebody's memory, shared or not: SHARD_KERNEL_BYTES at `base`, a multiple of 64, for it alone. */
export interface KernelPlace {
  readonly memory: WebAssembly.Memory;
  readonly base: number;
}

/**
 * A kernel at a place; without one, in a memory of its own with its tables at 0. Several kernels may share a memory, each at a
 * base of its own, and work at once on different columns. Throws `ERR_KERNEL` without SIMD, `ERR_SHARD_PLACE` on a bad base.
 */
export async function loadShardKernel(place: Partial<KernelPlace> & { simd?: Simd } = {}): Promise<ShardKernel> {
  const simd = place.simd ?? bestSimd();
  if (simd === undefined) throw new ErasureError("ERR_KERNEL", "WebAssembly has no SIMD here: use loadKernel().", {});
  const memory = place.memory ?? allocateMemory(SHARD_KERNEL_BYTES);
  const base = place.base ?? 0;
  checkPlace(memory, base, SHARD_KERNEL_BYTES);
  try {
    return new InPlace(simd, memory, base, await instantiateMatrix(simd, memory));
  } catch (cause) {
    throw new ErasureError("ERR_KERNEL", "The erasure kernel did not load: reinstall cairn.", { simd }, cause);
  }
}

/** A memory of its own for a kernel. Throws `ERR_MEMORY`. */
export function allocateMemory(bytes: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES), maximum: MAX_PAGES });
  } catch (cause) {
    throw outOfMemory(bytes, cause);
  }
}

/** Grows `memory` to at least so many bytes. Throws `ERR_MEMORY`. */
export function growMemory(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing <= 0) return;
  try {
    memory.grow(Math.ceil(missing / PAGE_BYTES));
  } catch (cause) {
    throw outOfMemory(bytes, cause);
  }
}

const PAGE_BYTES = 65_536;
const MAX_PAGES = 65_536;

function outOfMemory(bytes: number, cause: unknown): ErasureError {
  return new ErasureError("ERR_MEMORY", `No memory of ${bytes} bytes for the kernel: free some.`, { bytes }, cause);
}

class InPlace implements ShardKernel {
  readonly name: Simd;
  readonly memory: WebAssembly.Memory;
  readonly #base: number;
  readonly #matrix: Matrix;
  /** Instances of generated encoders in this memory; a promise's result appears here when it is compiled. */
  readonly #encoders = new Map<string, Encode>();
  readonly #factors = new Map<string, Uint8Array>();
  /** The factors whose tables lie in memory. */
  #packed: Uint8Array | undefined;

  constructor(simd: Simd, memory: WebAssembly.Memory, base: number, matrix: Matrix) {
    this.name = simd;
    this.memory = memory;
    this.#base = base;
    this.#matrix = matrix;
    this.#bytes(AT.mask, 16).fill(15);
    this.#bytes(AT.nibbles, 256 * NIBBLE_BYTES).set(nibbleTables());
  }

  encode(scheme: Scheme, layout: ShardLayout, from = 0, to: number = layout.bytes): void {
    this.#check(scheme, layout, from, to);
    const encode = this.#encoders.get(keyOf(scheme));
    if (encode !== undefined) return this.#generated(encode, scheme.k, layout.address, from, to);
    void this.prepare(scheme).catch(() => {}); // tried again by the next call; the matrix does it meanwhile
    this.#multiply(range(0, scheme.k), range(scheme.k, scheme.n), layout.address, from, to);
  }

  reconstruct(
    scheme: Scheme,
    layout: ShardLayout,
    present: readonly number[],
    wanted: readonly number[],
    from = 0,
    to: number = layout.bytes,
  ): void {
    this.#check(scheme, layout, from, to);
    checkIndices(scheme.n, present);
    checkIndices(scheme.n, wanted);
    checkEnough(scheme.k, present.length);
    const there = new Set(present);
    const missing = wanted.filter((index) => !there.has(index)).sort((a, b) => a - b);
    const used = present.toSorted((a, b) => a - b).slice(0, scheme.k);
    const data = missing.filter((index) => index < scheme.k);
    const isAll = missing.length === scheme.n - present.length;
    if (isAll && this.#encodesFaster(scheme, missing.length - data.length)) {
      this.#multiply(used, data, layout.address, from, to);
      this.encode(scheme, layout, from, to);
    } else {
      this.#multiply(used, missing, layout.address, from, to);
    }
  }

  async prepare(scheme: Scheme): Promise<void> {
    checkScheme(scheme);
    const key = keyOf(scheme);
    if (this.#encoders.has(key)) return;
    const isShared = !(this.memory.buffer instanceof ArrayBuffer);
    const module = await encoderOf(scheme, this.name, isShared);
    const { exports } = await WebAssembly.instantiate(module, { env: { memory: this.memory } });
    this.#encoders.set(key, exports["encode"] as Encode);
    bound(this.#encoders, MAX_ENCODERS);
  }

  #generated(encode: Encode, k: number, address: number, from: number, to: number): void {
    const [nibbles, mask] = [this.#base + AT.nibbles, this.#base + AT.mask];
    const run = (at: number, end: number): void => encode(nibbles, mask, address + at, address + end);
    if (k < TOUCHED_SHARDS) return from === to ? undefined : run(from, to);
    this.#addresses(AT.sources, address, range(0, k));
    this.#touching(k, from, to, run);
  }

  /** Runs `work` on a few columns at a time, after reading them through in all the `count` sources. */
  #touching(count: number, from: number, to: number, work: (from: number, to: number) => void): void {
    for (let at = from; at < to; at += TOUCHED_BYTES) {
      const end = Math.min(at + TOUCHED_BYTES, to);
      this.#matrix.touch(this.#base + AT.sources, count, at, end);
      work(at, end);
    }
  }

  /** Whether computing all parity anew costs less than so many rows of a matrix. */
  #encodesFaster(scheme: Scheme, parityRows: number): boolean {
    return this.#encoders.has(keyOf(scheme)) && parityRows * scheme.k > multiplicationsOf(scheme);
  }

  #multiply(used: readonly number[], targets: readonly number[], address: number, from: number, to: number): void {
    if (targets.length === 0 || from === to) return;
    this.#pack(this.#factorsOf(used, targets), used.length, targets.length);
    this.#addresses(AT.sources, address, used);
    this.#addresses(AT.targets, address, targets);
    const [tables, mask] = [this.#base + AT.tables, this.#base + AT.mask];
    const [sources, places] = [this.#base + AT.sources, this.#base + AT.targets];
    const split = this.#base + AT.split;
    const run = (at: number, end: number): void =>
      this.#matrix.multiply(tables, used.length, targets.length, sources, places, at, end, mask, split);
    const isTouched = used.length >= TOUCHED_MATRIX.shards && used.length * (to - from) >= TOUCHED_MATRIX.bytes;
    if (isTouched) this.#touching(used.length, from, to, run);
    else run(from, to);
  }

  #factorsOf(used: readonly number[], targets: readonly number[]): Uint8Array {
    const key = `${used.join()} ${targets.join()}`;
    const factors = this.#factors.get(key) ?? interpolationFactors(used, targets);
    this.#factors.delete(key);
    this.#factors.set(key, factors);
    bound(this.#factors, MAX_FACTORS);
    return factors;
  }

  #pack(factors: Uint8Array, inputs: number, rows: number): void {
    if (this.#packed === factors) return;
    this.#bytes(AT.factors, factors.length).set(factors);
    const { nibbles, tables } = AT;
    this.#matrix.pack(this.#base + AT.factors, inputs, rows, this.#base + nibbles, this.#base + tables);
    this.#packed = factors;
  }

  #addresses(at: number, address: number, shards: readonly number[]): void {
    const places = new Uint32Array(this.memory.buffer, this.#base + at, shards.length);
    for (let i = 0; i < shards.length; i++) places[i] = address + (shards[i] as number) * SHARD_STRIDE;
  }

  /** A view; the buffer of a memory that has grown is another one, so views are not kept. */
  #bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, this.#base + at, length);
  }

  #check(scheme: Scheme, { address, bytes }: ShardLayout, from: number, to: number): void {
    checkScheme(scheme);
    if (!isShardLength(bytes)) {
      throw new ErasureError("ERR_SHARD_LENGTH", "Shards have a multiple of 256 bytes, up to 1 MiB.", { bytes });
    }
    const isColumns = from >= 0 && from <= to && to <= bytes;
    if (!isColumns || from % SHARD_ALIGN_BYTES !== 0 || to % SHARD_ALIGN_BYTES !== 0) {
      throw new ErasureError("ERR_SHARD_PLACE", `Columns are multiples of 256 from 0 to ${bytes}.`, { from, to });
    }
    const end = address + (scheme.n - 1) * SHARD_STRIDE + bytes;
    checkPlace(this.memory, address, end - address);
    if (address < this.#base + SHARD_KERNEL_BYTES && end > this.#base) {
      throw new ErasureError("ERR_SHARD_PLACE", "Shards must not lie over the kernel's tables.", { address, end });
    }
  }
}

/** Instances that a kernel keeps; the modules are kept in encoders.ts. */
const MAX_ENCODERS = 64;
const costs = new Map<string, number>();

function multiplicationsOf(scheme: Scheme): number {
  const key = keyOf(scheme);
  const cost = costs.get(key) ?? multiplications(parityProgram(scheme));
  costs.set(key, cost);
  return cost;
}

function keyOf({ k, n }: Scheme): string {
  return `${k} ${n}`;
}

/** Drops the entries not used for longest beyond so many. */
function bound(map: Map<string, unknown>, most: number): void {
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}

function checkPlace(memory: WebAssembly.Memory, address: number, bytes: number): void {
  const room = memory.buffer.byteLength;
  if (Number.isInteger(address) && address >= 0 && address % 64 === 0 && address + bytes <= room) return;
  throw new ErasureError("ERR_SHARD_PLACE", "Shards and tables lie in the kernel's memory, at a multiple of 64.", {
    address,
    bytes,
    room,
  });
}
