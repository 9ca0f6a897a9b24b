// One writer at a time: work on an allocation waits for the work before it, and only so much may wait.

import { CairnError } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";

export class WriterQueue {
  #tail: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  get hasRoom(): boolean {
    return this.#waiting < PROVIDER.maxWaitingPerAllocation;
  }

  /** Runs `work` after everything given before it. Throws ERR_PEER_BUSY when too much waits already. */
  run<T>(work: () => Promise<T>): Promise<T> {
    if (!this.hasRoom) {
      throw new CairnError(
        "ERR_PEER_BUSY",
        "Too many changes of this allocation wait already: repeat the request later.",
      );
    }
    this.#waiting++;
    const result = this.#tail.then(work).finally(() => this.#waiting--);
    this.#tail = result.catch(() => {});
    return result;
  }

  /** Resolves when all that was given so far is done. */
  async idle(): Promise<void> {
    await this.#tail;
  }
}
