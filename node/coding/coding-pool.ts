// The pool: one memory, the workers that work in it, and its workspaces, handed out in the order in which they were asked for.

import { ErasureError, MAX_SHARDS, scheme as schemeOf } from "../../erasure/index.ts";
import { CairnError } from "../../protocol/index.ts";
import { CODING } from "../limits/index.ts";
import { Crew } from "./crew.ts";
import { spawnInlineWorker } from "./inline-worker.ts";
import { allocatePoolMemory } from "./memory-layout.ts";
import { PoolWorkspace } from "./workspace.ts";
import type { Scheme } from "../../erasure/index.ts";
import type { PoolMemory, WorkspaceRoom } from "./memory-layout.ts";
import type { CodingOptions, Workspace } from "./workspace.ts";
import type { SpawnWorker } from "./worker-port.ts";

export interface CodingPoolOptions {
  /** Threads. With 0 the work is done on the caller's, over a memory that is not shared. */
  readonly workers: number;
  /** Segments that are worked on at once, each with room for `shards` shards of 1 MiB. All together below 4 GiB. */
  readonly workspaces: number;
  /** The largest n of a scheme, 256 by default. The memory for it is real only as far as schemes in use go. */
  readonly shards?: number;
  /** How a worker is started; by default as a thread of what this runs in. */
  readonly spawn?: SpawnWorker;
}

/** Encoding and hashing off the event loop. Segments take turns; nothing in it queues without bound. */
export interface CodingPool extends AsyncDisposable {
  readonly workers: number;
  /**
   * A workspace, as soon as one is free, first come, first served; its owner must release it. Rejects with `ERR_SCHEME`,
   * `ERR_MEMORY` (a larger n than the pool has room for, or CODING.waiting wait already), `ERR_ABORTED` when the pool is closed,
   * and with the signal's reason.
   */
  workspace(scheme: Scheme, options?: CodingOptions): Promise<Workspace>;
  /** Resolves when all workers have compiled the scheme's encoder: asking for a workspace starts that, and nobody needs to wait. */
  prepare(scheme: Scheme): Promise<void>;
  /** Stops the workers; what is under way or waits rejects with `ERR_ABORTED`. */
  close(): Promise<void>;
}

/**
 * Starts a pool. Rejects with `ERR_MEMORY` if there is no such memory, `ERR_KERNEL` where the kernels or threads do not run
 * (`workers: 0` needs SIMD only), `ERR_CONFIG_INVALID` on numbers out of range.
 */
export async function createCodingPool(options: CodingPoolOptions): Promise<CodingPool> {
  const { workers, workspaces, shards = MAX_SHARDS } = options;
  checkCount("workers", workers, 0, CODING.workers);
  checkCount("workspaces", workspaces, 1, Number.MAX_SAFE_INTEGER);
  checkCount("shards", shards, 2, MAX_SHARDS);
  const isShared = workers > 0;
  const spawn = isShared ? (options.spawn ?? (await spawnOfPlatform())) : spawnInlineWorker;
  const memory = allocatePoolMemory({ workers: Math.max(workers, 1), workspaces, shards, isShared });
  const crew = await Crew.start({ spawn, memory: memory.memory, bases: memory.bases });
  return new Pool({ workers, shards, memory, crew });
}

interface PoolParts {
  readonly workers: number;
  readonly shards: number;
  readonly memory: PoolMemory;
  readonly crew: Crew;
}

interface Waiting {
  give(room: WorkspaceRoom): void;
  fail(error: unknown): void;
}

class Pool implements CodingPool {
  readonly #parts: PoolParts;
  readonly #free: WorkspaceRoom[];
  #waiting: Waiting[] = [];
  #closing: Promise<void> | undefined;

  constructor(parts: PoolParts) {
    this.#parts = parts;
    this.#free = [...parts.memory.workspaces].reverse();
  }

  get workers(): number {
    return this.#parts.workers;
  }

  async workspace(scheme: Scheme, { signal }: CodingOptions = {}): Promise<Workspace> {
    signal?.throwIfAborted();
    this.#check(schemeOf(scheme.k, scheme.n));
    const room = this.#free.pop() ?? (await this.#wait(signal));
    this.#parts.crew.prepareSoon(scheme);
    return this.#workspaceIn(room, scheme);
  }

  prepare(scheme: Scheme): Promise<void> {
    return this.#parts.crew.prepare(schemeOf(scheme.k, scheme.n));
  }

  close(): Promise<void> {
    const closed = poolClosed();
    for (const { fail } of this.#waiting.splice(0)) fail(closed);
    this.#closing ??= this.#parts.crew.close(closed);
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #check({ k, n }: Scheme): void {
    if (this.#closing !== undefined) throw poolClosed();
    const { shards } = this.#parts;
    if (n <= shards) return;
    const message = `The pool has room for ${shards} shards of a segment: start one with room for ${n}.`;
    throw new ErasureError("ERR_MEMORY", message, { k, n, shards });
  }

  #wait(signal: AbortSignal | undefined): Promise<WorkspaceRoom> {
    const waiting = this.#waiting.length;
    if (waiting >= CODING.waiting) {
      const message = "All workspaces are taken and too many wait for one: release some, then ask again.";
      throw new ErasureError("ERR_MEMORY", message, { waiting });
    }
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting = this.#waiting.filter((other) => other !== entry);
        entry.fail(signal?.reason);
      };
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T): void => {
          signal?.removeEventListener("abort", leave);
          settle(value);
        };
      const entry: Waiting = { give: settled(resolve), fail: settled(reject) };
      this.#waiting.push(entry);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  #workspaceIn(room: WorkspaceRoom, scheme: Scheme): Workspace {
    const { crew, memory } = this.#parts;
    const onFree = (): void => {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(room);
      else next.give(room);
    };
    return new PoolWorkspace({ crew, memory: memory.memory, room, onFree }, scheme);
  }
}

async function spawnOfPlatform(): Promise<SpawnWorker> {
  if (typeof process !== "undefined" && process.versions?.node !== undefined) {
    return (await import("./node-worker.ts")).spawnNodeWorker;
  }
  if (typeof SharedArrayBuffer !== "undefined") return (await import("./web-worker.ts")).spawnWebWorker;
  const message = "Threads need shared memory, and a page has that when it is cross-origin isolated: take 0 workers.";
  throw new ErasureError("ERR_KERNEL", message, {});
}

function checkCount(name: string, value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw new CairnError("ERR_CONFIG_INVALID", `${name} is a whole number from ${least} to ${most}.`, {
    facts: { [name]: value },
  });
}

function poolClosed(): CairnError {
  return new CairnError("ERR_ABORTED", "The coding pool was closed.");
}
