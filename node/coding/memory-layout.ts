// Where everything lies in the one memory of a pool. It is had whole at the start, so that no view of it is ever cut off by its
// growth; a system gives real memory only to what is touched.
//
//   0        │ worker 0: erasure tables │ tree tables │ one job's trees │   worker 1 …
//   ...      │ workspace 0: shard 0 │ shard 1 │ … at SHARD_STRIDE │ roots, 32 bytes each │   workspace 1 …

import { ErasureError, MAX_SHARD_BYTES, SHARD_KERNEL_BYTES, SHARD_STRIDE } from "../../erasure/index.ts";
import { HASH_BYTES, TREE_KERNEL_BYTES, treeBytes } from "../../proofs/index.ts";

/** Where a worker's parts lie after its base. */
export const WORKER_AT = {
  shards: 0,
  trees: aligned(SHARD_KERNEL_BYTES),
  nodes: aligned(SHARD_KERNEL_BYTES) + aligned(TREE_KERNEL_BYTES),
} as const;
/** Room for the trees of one job. Of a tree only the root is kept, so its other nodes need not leave the cache. */
export const NODES_BYTES: number = treeBytes(MAX_SHARD_BYTES);
/** Room that one worker takes. */
const WORKER_BYTES: number = WORKER_AT.nodes + aligned(NODES_BYTES);

const PAGE_BYTES = 65_536;
/** One page below 4 GiB, so that the end of everything is an address of 32 bits as well. */
const MAX_PAGES = 65_535;

export interface PoolMemory {
  readonly memory: WebAssembly.Memory;
  readonly bases: readonly number[];
  readonly workspaces: readonly WorkspaceRoom[];
}

/** Where shard 0 and the roots of a workspace lie. */
export interface WorkspaceRoom {
  readonly address: number;
  readonly roots: number;
}

export interface MemoryNeeds {
  readonly workers: number;
  readonly workspaces: number;
  /** Shards that one workspace has room for. */
  readonly shards: number;
  readonly isShared: boolean;
}

/** The memory of a pool. Throws `ERR_MEMORY` if it would have 4 GiB or more, or is not to be had. */
export function allocatePoolMemory({ workers, workspaces, shards, isShared }: MemoryNeeds): PoolMemory {
  const first = workers * WORKER_BYTES;
  const workspaceBytes = aligned(shards * (SHARD_STRIDE + HASH_BYTES));
  const pages = Math.ceil((first + workspaces * workspaceBytes) / PAGE_BYTES);
  return {
    memory: allocate(pages, isShared, { workers, workspaces, shards }),
    bases: Array.from({ length: workers }, (_, i) => i * WORKER_BYTES),
    workspaces: Array.from({ length: workspaces }, (_, i) => {
      const address = first + i * workspaceBytes;
      return { address, roots: address + shards * SHARD_STRIDE };
    }),
  };
}

function allocate(pages: number, shared: boolean, facts: Readonly<Record<string, unknown>>): WebAssembly.Memory {
  const bytes = pages * PAGE_BYTES;
  try {
    if (pages > MAX_PAGES) throw new RangeError("A WebAssembly memory has less than 4 GiB.");
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
  } catch (cause) {
    const message = `No memory of ${bytes} bytes for the coding pool: take fewer workspaces, or of fewer shards.`;
    throw new ErasureError("ERR_MEMORY", message, { bytes, ...facts }, cause);
  }
}

/** The kernels want their places at multiples of 64. */
function aligned(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}
