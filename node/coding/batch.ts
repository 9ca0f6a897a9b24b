// Jobs that stand for one whole: done when all are, failed with the first that failed. It settles only when no job of it is out,
// so that whoever waited for it may give its memory to others.

import type { Job } from "./job.ts";

export class Batch {
  /** Resolves when all jobs are done; rejects, when none is out any more, with what made it fail. */
  readonly done: Promise<void>;
  readonly #jobs: readonly Job[];
  readonly #signal: AbortSignal;
  readonly #stop = (): void => this.fail(this.#signal.reason);
  #settle: { resolve(): void; reject(error: unknown): void } | undefined;
  #taken = 0;
  #out = 0;
  #failure: { readonly error: unknown } | undefined;

  constructor(jobs: readonly Job[], signal: AbortSignal) {
    this.#jobs = jobs;
    this.#signal = signal;
    this.done = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    signal.addEventListener("abort", this.#stop, { once: true });
    if (signal.aborted) this.#stop();
  }

  get hasMore(): boolean {
    return this.#failure === undefined && this.#taken < this.#jobs.length;
  }

  /** The next job. It is out until {@link returned} is called. */
  take(): Job | undefined {
    if (!this.hasMore) return undefined;
    this.#out++;
    return this.#jobs[this.#taken++];
  }

  returned(): void {
    this.#out--;
    this.#settleIfOver();
  }

  /** No further job is given out. */
  fail(error: unknown): void {
    this.#failure ??= { error };
    this.#settleIfOver();
  }

  #settleIfOver(): void {
    if (this.#out > 0 || this.hasMore) return;
    this.#signal.removeEventListener("abort", this.#stop);
    if (this.#failure === undefined) this.#settle?.resolve();
    else this.#settle?.reject(this.#failure.error);
  }
}
