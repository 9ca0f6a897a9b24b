/**
 * The one memory in which our kernels work in place, on the benchmark's own thread. What no case touches of it costs nothing.
 *
 *   | simd128 | relaxed | trees | shard 0 | shard 1 | …   | shard 255 | nodes of tree 0 | … of tree 255 |
 *   0         the kernels' own  address   + SHARD_STRIDE  nodes
 */

import {
  hasSimd,
  loadShardKernel,
  MAX_SHARD_BYTES,
  MAX_SHARDS,
  SHARD_KERNEL_BYTES,
  SHARD_STRIDE,
} from "../../../erasure/index.ts";
import type { ShardKernel, Simd } from "../../../erasure/index.ts";
import { loadTreeKernel, TREE_KERNEL_BYTES, treeBytes } from "../../../proofs/index.ts";
import type { TreeKernel } from "../../../proofs/index.ts";

/** Those that run here. */
export const SIMDS: readonly Simd[] = (["simd128", "relaxed"] as const).filter(hasSimd);

const PAGE_BYTES = 65_536;
/** 4 GiB. A limit is part of what the kernels import. */
const MAX_PAGES = 65_536;

export interface Arena {
  readonly memory: WebAssembly.Memory;
  readonly coding: ReadonlyMap<Simd, ShardKernel>;
  readonly trees: TreeKernel;
  /** Where the shards begin, and where the trees. */
  readonly address: number;
  readonly nodes: number;
}

let opening: Promise<Arena> | undefined;

export function openArena(): Promise<Arena> {
  opening ??= createArena();
  return opening;
}

async function createArena(): Promise<Arena> {
  const base = SIMDS.length * SHARD_KERNEL_BYTES;
  const address = aligned(base + TREE_KERNEL_BYTES);
  const nodes = address + MAX_SHARDS * SHARD_STRIDE;
  const pages = Math.ceil((nodes + MAX_SHARDS * treeBytes(MAX_SHARD_BYTES)) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: MAX_PAGES });
  const kernels = await Promise.all(
    SIMDS.map(
      async (simd, i) => [simd, await loadShardKernel({ memory, base: i * SHARD_KERNEL_BYTES, simd })] as const,
    ),
  );
  const trees = await loadTreeKernel({ memory, base });
  return { memory, coding: new Map(kernels), trees, address, nodes };
}

/** Views of the places of `count` shards. */
export function placesOf({ memory, address }: Arena, bytes: number, count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => new Uint8Array(memory.buffer, address + i * SHARD_STRIDE, bytes));
}

/** Views of the trees of `count` shards. */
export function treesOf({ memory, nodes }: Arena, bytes: number, count: number): Uint8Array[] {
  const each = treeBytes(bytes);
  return Array.from({ length: count }, (_, i) => new Uint8Array(memory.buffer, nodes + i * each, each));
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}
