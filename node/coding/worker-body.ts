// What a worker does, on whichever thread: loads its kernels at its own place in the memory, then does one job after another.

import { loadShardKernel, SHARD_STRIDE } from "../../erasure/index.ts";
import { HASH_BYTES, loadTreeKernel, treeBytes } from "../../proofs/index.ts";
import { WORKER_AT } from "./memory-layout.ts";
import type { ShardKernel } from "../../erasure/index.ts";
import type { TreeKernel } from "../../proofs/index.ts";
import type { Answer, Failure, Job, Order } from "./job.ts";

interface Kernels {
  readonly shards: ShardKernel;
  readonly trees: TreeKernel;
  /** Where the trees of a job are made. */
  readonly nodes: number;
}

/** A worker: give it each order, it calls `answer` once for each. The promise resolves after that and never rejects. */
export function workerBody(answer: (answer: Answer) => void): (order: Order) => Promise<void> {
  let loading: Promise<Kernels> | undefined;
  const perform = async (order: Order): Promise<void> => {
    if (order.kind === "start") loading = loadKernels(order.memory, order.base);
    if (loading === undefined) throw new TypeError("A worker is started first.");
    const kernels = await loading;
    if (order.kind === "start") return;
    if (order.kind === "prepare") return kernels.shards.prepare(order.scheme);
    // Jobs follow on each other closely: without this wait a thread does not come to take over what was compiled beside it.
    if (order.kind === "encode") await kernels.shards.prepare(order.scheme).catch(() => {});
    work(kernels, order);
  };
  return async (order) => {
    const { job } = order;
    const failure = await perform(order).then(() => undefined, failureOf);
    answer(failure === undefined ? { job } : { job, failure });
  };
}

async function loadKernels(memory: WebAssembly.Memory, base: number): Promise<Kernels> {
  const [shards, trees] = await Promise.all([
    loadShardKernel({ memory, base: base + WORKER_AT.shards }),
    loadTreeKernel({ memory, base: base + WORKER_AT.trees }),
  ]);
  return { shards, trees, nodes: base + WORKER_AT.nodes };
}

function work(kernels: Kernels, job: Job): void {
  switch (job.kind) {
    case "encode":
      return kernels.shards.encode(job.scheme, job, job.from, job.to);
    case "reconstruct":
      return kernels.shards.reconstruct(job.scheme, job, job.present, job.wanted, job.from, job.to);
    case "trees":
      return hash(kernels, job);
  }
}

function hash({ trees, nodes }: Kernels, { address, bytes, count, roots }: Job & { kind: "trees" }): void {
  trees.trees({ address, stride: SHARD_STRIDE, bytes, count }, nodes);
  const tree = treeBytes(bytes);
  for (let i = 0; i < count; i++) {
    const root = new Uint8Array(trees.memory.buffer, nodes + (i + 1) * tree - HASH_BYTES, HASH_BYTES);
    new Uint8Array(trees.memory.buffer, roots + i * HASH_BYTES, HASH_BYTES).set(root);
  }
}

function failureOf(error: unknown): Failure {
  const { code, message, facts } = error as { code?: unknown; message?: unknown; facts?: Failure["facts"] };
  return { code: typeof code === "string" ? code : undefined, message: String(message), facts: facts ?? {} };
}
