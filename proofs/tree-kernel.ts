// Whole Merkle trees of fragments that lie in a WebAssembly memory, hashed in place by the compiled form of assembly/sha256.ts.
//
//     memory   │ … │ base: kernel's own │ … │ fragment 0 │ gap │ fragment 1 │ gap │ … │ tree 0 │ tree 1 │ … │
//                                             └──── stride ────┘                       └ treeBytes ┘
//
// The kernel writes to its own TREE_KERNEL_BYTES and to the trees, and to nothing else; the caller keeps the fragments still
// meanwhile. Each instance has a `base` of its own, so several workers can work in one shared memory.
// The compiled code checks nothing: everything is checked here, before a byte is touched.

import { checkLength, leafCount, levelWidths } from "./fragment-tree.ts";
import type { FragmentTree } from "./fragment-tree.ts";
import { HASH_BYTES, isCount } from "./hash.ts";
import { noKernel, unbuildable } from "./proof-error.ts";
import { sha256Wasm } from "./sha256.wasm.ts";

/** Room that an instance takes at its base, for constants and scratch. */
export const TREE_KERNEL_BYTES = 8832;
/** A base is a multiple of this: the kernel's own rows should not lie across two lines of the cache. */
const BASE_ALIGNMENT = 64;
const PAGE_BYTES = 65_536;
/** The most that a WebAssembly memory can have: 4 GiB. */
const MAX_MEMORY_BYTES = 65_536 * PAGE_BYTES;

/** Fragments of one length, at equal distances: fragment i is the `bytes` at `address + i * stride`. */
export interface FragmentLayout {
  readonly address: number;
  /** From one fragment to the next, at least `bytes`; any number where there is one fragment only. */
  readonly stride: number;
  readonly bytes: number;
  readonly count: number;
}

/** SHA-256 within one memory. Synchronous; throws `ERR_TREE_INPUT` on a place outside the memory or on top of another. */
export interface TreeKernel {
  readonly memory: WebAssembly.Memory;
  /**
   * The trees of all fragments. All nodes of tree i go to `nodes + i * treeBytes(bytes)`: the leaf hashes, each level above,
   * the Merkle root, and fragmentRoot as the last 32 bytes. Read one with {@link treeAt}.
   */
  trees(fragments: FragmentLayout, nodes: number): void;
  /** The digest of each `bytes`-long piece of the `count` pieces that lie at `address`, one after another to `out`. */
  sha256Each(address: number, bytes: number, count: number, out: number): void;
}

/** A memory, and where in it an instance may have its {@link TREE_KERNEL_BYTES}. */
export interface TreeKernelPlace {
  readonly memory: WebAssembly.Memory;
  readonly base: number;
}

interface Exports {
  init(base: number): void;
  trees(address: number, stride: number, bytes: number, count: number, nodes: number): void;
  sha256Each(address: number, bytes: number, count: number, out: number): void;
}

/** Bytes of all nodes of the tree of a fragment of so many bytes. Throws `ERR_TREE_INPUT` on no fragment's length. */
export function treeBytes(bytes: number): number {
  checkLength(bytes);
  return levelWidths(leafCount(bytes)).reduce((nodes, width) => nodes + width, 1) * HASH_BYTES;
}

/** A tree as `trees` laid it out, `nodes` being its `treeBytes(byteLength)` bytes; root and levels are views of them. */
export function treeAt(nodes: Uint8Array, byteLength: number): FragmentTree {
  if (nodes.length !== treeBytes(byteLength)) {
    throw unbuildable("A tree takes treeBytes(byteLength) bytes.", { bytes: nodes.length, byteLength });
  }
  let at = 0;
  const levels = levelWidths(leafCount(byteLength)).map((width) => nodes.subarray(at, (at += width * HASH_BYTES)));
  return { byteLength, root: nodes.subarray(at), levels };
}

/**
 * An instance in the given place, or without one in a memory of its own of one page, base 0 (make room with {@link growTo}).
 * Throws `ERR_TREE_KERNEL` where there is no WebAssembly with fixed-width SIMD, or no memory.
 */
export async function loadTreeKernel(place: TreeKernelPlace = ownPlace()): Promise<TreeKernel> {
  const { memory, base } = place;
  const own = checkBase(place);
  const exports = await instantiate(memory);
  exports.init(base);
  const check = (name: string, address: number, bytes: number) => checkRegion(memory, own, { name, address, bytes });
  return {
    memory,
    trees({ address, stride, bytes, count }, nodes) {
      const tree = treeBytes(bytes);
      checkCount("count", count);
      if (count > 1 && !(isCount(stride) && stride >= bytes)) {
        throw unbuildable("A stride is a whole number, at least the fragment's bytes.", { stride, bytes });
      }
      const fragments = check("fragments", address, count === 1 ? bytes : (count - 1) * stride + bytes);
      checkApart(fragments, check("nodes", nodes, count * tree));
      exports.trees(address, stride, bytes, count, nodes);
    },
    sha256Each(address, bytes, count, out) {
      checkCount("bytes", bytes);
      checkCount("count", count);
      checkApart(check("pieces", address, bytes * count), check("out", out, count * HASH_BYTES));
      exports.sha256Each(address, bytes, count, out);
    },
  };
}

/** Makes a memory at least so many bytes long. Throws `ERR_TREE_KERNEL` if there is not as much. */
export function growTo(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing <= 0) return;
  try {
    if (!(bytes <= MAX_MEMORY_BYTES)) throw new RangeError("a WebAssembly memory has at most 4 GiB");
    memory.grow(Math.ceil(missing / PAGE_BYTES));
  } catch (cause) {
    throw noKernel("There is not as much memory: hash fewer fragments at a time.", cause, { bytes });
  }
}

/** One module for memories that are shared and one for others; compiled once. */
const modules = new Map<boolean, Promise<WebAssembly.Module>>();

async function instantiate(memory: WebAssembly.Memory): Promise<Exports> {
  const isShared = !(memory.buffer instanceof ArrayBuffer);
  try {
    const module = modules.get(isShared) ?? WebAssembly.compile(sha256Wasm(isShared));
    modules.set(isShared, module);
    const { exports } = await WebAssembly.instantiate(await module, { env: { memory } });
    return exports as unknown as Exports;
  } catch (cause) {
    modules.delete(isShared); // so that the next load tries again
    throw noKernel("WebAssembly with SIMD does not run here: take another hasher.", cause);
  }
}

function ownPlace(): TreeKernelPlace {
  try {
    return { memory: new WebAssembly.Memory({ initial: 1 }), base: 0 };
  } catch (cause) {
    throw noKernel("WebAssembly has no memory here: take another hasher.", cause);
  }
}

/** Bytes `[address, address + bytes)` of a memory, and what they are for. */
interface Region {
  readonly name: string;
  readonly address: number;
  readonly bytes: number;
}

function checkBase({ memory, base }: TreeKernelPlace): Region {
  if (!isCount(base) || base % BASE_ALIGNMENT !== 0) throw unbuildable("A base is a multiple of 64.", { base });
  const own = { name: "kernel", address: base, bytes: TREE_KERNEL_BYTES };
  checkInside(memory, own);
  return own;
}

function checkRegion(memory: WebAssembly.Memory, own: Region, region: Region): Region {
  checkInside(memory, region);
  checkApart(region, own);
  return region;
}

function checkInside(memory: WebAssembly.Memory, { name, address, bytes }: Region): void {
  const memoryBytes = memory.buffer.byteLength;
  if (isCount(address) && address + bytes <= memoryBytes) return;
  throw unbuildable(`The ${name} do not lie within the memory: grow it, or place them elsewhere.`, {
    name,
    address,
    bytes,
    memoryBytes,
  });
}

function checkApart(one: Region, other: Region): void {
  if (one.address + one.bytes <= other.address || other.address + other.bytes <= one.address) return;
  throw unbuildable(`The ${one.name} and the ${other.name} lie over each other: place them apart.`, { one, other });
}

function checkCount(name: string, value: number): void {
  if (!isCount(value) || value < 1) throw unbuildable(`${name} is a whole number of at least 1.`, { [name]: value });
}
