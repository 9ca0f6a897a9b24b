// Coding: segments to shards and roots in worker threads over one shared memory, off the event loop. Imports nothing of Node's own
// unless it runs there.

export { createCodingPool } from "./coding-pool.ts";
export type { CodingPool, CodingPoolOptions } from "./coding-pool.ts";
export type { CodedSegment, CodingOptions, Workspace } from "./workspace.ts";
export type { SpawnWorker, WorkerEvents, WorkerPort } from "./worker-port.ts";
export type { Answer, Failure, Job, Order, Work } from "./job.ts";
