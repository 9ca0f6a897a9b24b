// Group commit: what arrives while one batch is on its way to the disk forms the next one. One alone is written at once.

export interface QueuedRequest {
  /** What it adds to a batch, in bytes of the log. */
  readonly bytes: number;
}

export interface BatchLimits {
  readonly batchBytes: number;
  readonly batchRequests: number;
}

interface Waiting<R> {
  readonly request: R;
  readonly settle: (outcome: Error | undefined) => void;
}

/** Writes a batch; for each request, in their order, undefined or why it failed. */
export type Commit<R> = (batch: readonly R[]) => Promise<readonly (Error | undefined)[]>;

export class CommitQueue<R extends QueuedRequest> {
  readonly #commit: Commit<R>;
  readonly #limits: BatchLimits;
  readonly #waiting = new Set<Waiting<R>>();
  #bytes = 0;
  #running: Promise<void> | undefined;

  constructor(commit: Commit<R>, limits: BatchLimits) {
    this.#commit = commit;
    this.#limits = limits;
  }

  /** Requests that wait for a batch. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Bytes of the requests that wait or are being written. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Resolves when the request is committed. Aborting takes it back if its batch has not begun, and rejects with `aborted()`. */
  add(request: R, signal: AbortSignal | undefined, aborted: () => Error): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const settle = (outcome: Error | undefined): void => {
      signal?.removeEventListener("abort", takeBack);
      this.#bytes -= request.bytes;
      if (outcome === undefined) resolve();
      else reject(outcome);
    };
    const waiting = { request, settle };
    const takeBack = (): void => {
      if (this.#waiting.delete(waiting)) settle(aborted());
    };
    this.#waiting.add(waiting);
    this.#bytes += request.bytes;
    signal?.addEventListener("abort", takeBack, { once: true });
    if (signal?.aborted === true) takeBack();
    this.#running ??= this.#run();
    return promise;
  }

  /** Resolves when nothing waits and nothing is being written. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // Callers of the same turn of the event loop share the first batch.
    await Promise.resolve();
    while (this.#waiting.size > 0) {
      const batch = this.#next();
      for (const [at, outcome] of (await this.#outcomes(batch)).entries()) batch[at]?.settle(outcome);
    }
    this.#running = undefined;
  }

  #next(): Waiting<R>[] {
    const batch: Waiting<R>[] = [];
    let bytes = 0;
    for (const waiting of this.#waiting) {
      bytes += waiting.request.bytes;
      const full = bytes > this.#limits.batchBytes || batch.length === this.#limits.batchRequests;
      if (full && batch.length > 0) break;
      batch.push(waiting);
      this.#waiting.delete(waiting);
    }
    return batch;
  }

  async #outcomes(batch: readonly Waiting<R>[]): Promise<readonly (Error | undefined)[]> {
    try {
      return await this.#commit(batch.map(({ request }) => request));
    } catch (error) {
      const failure = error instanceof Error ? error : new Error("The batch failed.", { cause: error });
      return batch.map(() => failure);
    }
  }
}
