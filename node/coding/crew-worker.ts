// One worker as the pool sees it: orders go out, each is answered once, or lost with the worker.

import { ERASURE_ERRORS, ErasureError } from "../../erasure/index.ts";
import { CODING } from "../limits/index.ts";
import type { ErasureErrorCode } from "../../erasure/index.ts";
import type { Answer, Failure, Work } from "./job.ts";
import type { SpawnWorker, WorkerPort } from "./worker-port.ts";

interface Waiting {
  readonly deadline: ReturnType<typeof setTimeout>;
  resolve(): void;
  reject(error: unknown): void;
}

export class CrewWorker {
  readonly base: number;
  readonly #port: WorkerPort;
  readonly #unanswered = new Map<number, Waiting>();
  readonly #onEnd: (worker: CrewWorker) => void;
  #orders = 0;
  #isReady = false;
  #ending: Promise<void> | undefined;

  /** `onEnd` is called once, when the worker has stopped and its orders are settled. */
  constructor(spawn: SpawnWorker, base: number, onEnd: (worker: CrewWorker) => void) {
    this.base = base;
    this.#onEnd = onEnd;
    this.#port = spawn({
      answered: (answer) => this.#answered(answer),
      failed: (cause) => void this.end(lost(cause)),
    });
  }

  /** How many more orders it should be given now. */
  get room(): number {
    return this.#isReady && this.#ending === undefined ? CODING.openJobs - this.#unanswered.size : 0;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** Rejects with `ERR_KERNEL` when the worker does not get ready; it is ended then. */
  async start(memory: WebAssembly.Memory): Promise<void> {
    try {
      await this.order({ kind: "start", memory, base: this.base });
      this.#isReady = true;
    } catch (error) {
      await this.end(error);
      throw error;
    }
  }

  /** Rejects with the error of the work, or with `ERR_KERNEL` when the worker is lost, and then not before it has stopped. */
  order(work: Work): Promise<void> {
    if (this.#ending !== undefined) return this.#ending.then(() => Promise.reject(lost("It has ended.")));
    return new Promise((resolve, reject) => {
      const job = ++this.#orders;
      this.#port.post({ ...work, job });
      const deadline = setTimeout(() => void this.end(lost("It did not answer in time.")), CODING.answerMs);
      this.#unanswered.set(job, { deadline, resolve, reject });
    });
  }

  /** Stops the worker; orders that are out reject with `reason`. */
  end(reason: unknown): Promise<void> {
    this.#ending ??= this.#end(reason);
    return this.#ending;
  }

  async #end(reason: unknown): Promise<void> {
    await this.#port.stop().catch(() => {}); // it has stopped already, or there is nothing more to be done about it
    for (const { deadline, reject } of this.#unanswered.values()) {
      clearTimeout(deadline);
      reject(reason);
    }
    this.#unanswered.clear();
    this.#onEnd(this);
  }

  #answered({ job, failure }: Answer): void {
    const waiting = this.#unanswered.get(job);
    if (waiting === undefined) return;
    this.#unanswered.delete(job);
    clearTimeout(waiting.deadline);
    if (failure === undefined) waiting.resolve();
    else waiting.reject(errorOf(failure));
  }
}

function errorOf({ code, message, facts }: Failure): ErasureError {
  if (code !== undefined && code in ERASURE_ERRORS) return new ErasureError(code as ErasureErrorCode, message, facts);
  return new ErasureError("ERR_KERNEL", `A coding job failed: ${message}`, { code, ...facts });
}

function lost(cause: unknown): ErasureError {
  return new ErasureError("ERR_KERNEL", "A coding worker died: code the segment again.", {}, cause);
}
