// The seam between the pool and threads: worker_threads in Node, Web Workers in a browser, or none at all.

import type { Answer, Order } from "./job.ts";

export interface WorkerPort {
  post(order: Order): void;
  /** Ends the worker, done or not. Resolves when it no longer touches the memory. */
  stop(): Promise<void>;
}

export interface WorkerEvents {
  answered(answer: Answer): void;
  /** The worker has ended by itself, or cannot be understood. It is told to stop then, and its orders are lost. */
  failed(cause: unknown): void;
}

/** Starts a worker that runs worker-body.ts. */
export type SpawnWorker = (events: WorkerEvents) => WorkerPort;
