// The workers of a pool, and who does what next: batches take turns job by job, and each worker has only a few jobs at once.

import { ErasureError } from "../../erasure/index.ts";
import { Batch } from "./batch.ts";
import { CODING } from "../limits/index.ts";
import { CrewWorker } from "./crew-worker.ts";
import type { Scheme } from "../../erasure/index.ts";
import type { Job } from "./job.ts";
import type { SpawnWorker } from "./worker-port.ts";

export interface CrewParts {
  readonly spawn: SpawnWorker;
  readonly memory: WebAssembly.Memory;
  /** Where each worker has its tables: as many workers as bases. */
  readonly bases: readonly number[];
}

export class Crew {
  readonly #parts: CrewParts;
  readonly #workers = new Set<CrewWorker>();
  /** Those with jobs to give out; the first has its turn. As many as there are workspaces, at most. */
  #batches: Batch[] = [];
  /** When the last workers died, in milliseconds of performance.now. */
  #deaths: number[] = [];
  #closed: { readonly reason: unknown } | undefined;
  #isStarted = false;

  private constructor(parts: CrewParts) {
    this.#parts = parts;
  }

  /** Resolves when all workers are ready. Rejects with `ERR_KERNEL`, and all are stopped, when one cannot be. */
  static async start(parts: CrewParts): Promise<Crew> {
    const crew = new Crew(parts);
    const started = await Promise.allSettled(parts.bases.map((base) => crew.#hire(base)));
    const failed = started.find((one) => one.status === "rejected");
    crew.#isStarted = true;
    if (failed === undefined) return crew;
    await crew.close(failed.reason);
    throw failed.reason;
  }

  get size(): number {
    return this.#parts.bases.length;
  }

  /** Does all jobs. Rejects, when none is under way any more, with the signal's reason, a job's error, or `ERR_KERNEL`. */
  async run(jobs: readonly Job[], signal: AbortSignal): Promise<void> {
    if (this.#closed !== undefined) throw this.#closed.reason;
    const batch = new Batch(jobs, signal);
    this.#batches.push(batch);
    this.#replace();
    this.#handOut();
    try {
      await batch.done;
    } finally {
      this.#batches = this.#batches.filter((other) => other !== batch);
    }
  }

  /** Resolves when every worker has compiled the scheme's encoder. */
  async prepare(scheme: Scheme): Promise<void> {
    if (this.#closed !== undefined) throw this.#closed.reason;
    const ready = [...this.#workers].filter(({ isReady }) => isReady);
    await Promise.all(ready.map((worker) => this.#prepare(worker, scheme)));
  }

  /** The same by workers that have nothing else to do, and without waiting: the first job makes sure of it. */
  prepareSoon(scheme: Scheme): void {
    const idle = [...this.#workers].filter(({ room }) => room === CODING.openJobs);
    for (const worker of idle) this.#prepare(worker, scheme).catch(() => {});
  }

  /** Stops all workers; what was to be done rejects with `reason`. */
  async close(reason: unknown): Promise<void> {
    this.#closed ??= { reason };
    for (const batch of this.#batches) batch.fail(reason);
    await Promise.all([...this.#workers].map((worker) => worker.end(reason)));
  }

  async #hire(base: number): Promise<void> {
    let worker: CrewWorker;
    try {
      worker = new CrewWorker(this.#parts.spawn, base, (ended) => this.#lose(ended));
    } catch (cause) {
      this.#deaths.push(performance.now());
      throw new ErasureError("ERR_KERNEL", "No thread can be started here: take 0 workers.", { base }, cause);
    }
    this.#workers.add(worker);
    await worker.start(this.#parts.memory);
    this.#handOut();
  }

  async #prepare(worker: CrewWorker, scheme: Scheme): Promise<void> {
    try {
      await worker.order({ kind: "prepare", scheme });
    } finally {
      this.#handOut(); // it has room again
    }
  }

  #lose(worker: CrewWorker): void {
    this.#workers.delete(worker);
    this.#deaths.push(performance.now());
    this.#replace();
  }

  /** Starts workers where some are missing, unless too many died lately. Where none is left, nothing more can be done. */
  #replace(): void {
    if (this.#closed !== undefined || !this.#isStarted) return;
    const since = performance.now() - CODING.respawnMs;
    this.#deaths = this.#deaths.filter((at) => at > since);
    for (const base of this.#freeBases()) {
      if (this.#deaths.length > CODING.respawns) break;
      this.#hire(base).catch(() => {}); // it is counted among the dead
    }
    if (this.#workers.size > 0) return;
    const facts = { deaths: this.#deaths.length };
    const error = new ErasureError("ERR_KERNEL", "All coding workers died: try again in a minute.", facts);
    for (const batch of this.#batches) batch.fail(error);
  }

  #freeBases(): number[] {
    const taken = new Set([...this.#workers].map(({ base }) => base));
    return this.#parts.bases.filter((base) => !taken.has(base));
  }

  #handOut(): void {
    for (;;) {
      const worker = this.#freest();
      const batch = worker && this.#batches.shift();
      const job = batch?.take();
      if (worker === undefined || batch === undefined) return;
      if (batch.hasMore) this.#batches.push(batch);
      if (job !== undefined) void this.#give(worker, batch, job);
    }
  }

  async #give(worker: CrewWorker, batch: Batch, job: Job): Promise<void> {
    try {
      await worker.order(job);
    } catch (error) {
      batch.fail(error);
    }
    batch.returned();
    this.#handOut();
  }

  #freest(): CrewWorker | undefined {
    const free = [...this.#workers].filter(({ room }) => room > 0);
    return free.sort((a, b) => b.room - a.room)[0];
  }
}
