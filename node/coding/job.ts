// What goes between the pool and its workers: small plain objects. Bytes never do, they lie in the memory.

import type { Scheme } from "../../erasure/index.ts";

/** Columns `[from, to)` of the shards of one segment, which lie from `address` at SHARD_STRIDE. */
interface Columns {
  readonly scheme: Scheme;
  readonly address: number;
  readonly bytes: number;
  readonly from: number;
  readonly to: number;
}

/** One piece of work, done at a stretch. */
export type Job =
  | ({ readonly kind: "encode" } & Columns)
  | ({
      readonly kind: "reconstruct";
      readonly present: readonly number[];
      readonly wanted: readonly number[];
    } & Columns)
  /** The roots of `count` shards from `address` at SHARD_STRIDE, 32 bytes each, to `roots`. */
  | {
      readonly kind: "trees";
      readonly address: number;
      readonly bytes: number;
      readonly count: number;
      readonly roots: number;
    };

/** What a worker is told. The first is `start`: the memory, and where in it its own WORKER_BYTES are. */
export type Work =
  | { readonly kind: "start"; readonly memory: WebAssembly.Memory; readonly base: number }
  | { readonly kind: "prepare"; readonly scheme: Scheme }
  | Job;

/** Each order is answered once, by its number. */
export type Order = Work & { readonly job: number };

export interface Answer {
  readonly job: number;
  readonly failure?: Failure;
}

/** An error as it crosses to another thread, which keeps no classes. */
export interface Failure {
  readonly code: string | undefined;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}
