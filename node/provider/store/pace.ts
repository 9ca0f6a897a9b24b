// A rate limit for work in the background, in bytes per second.

import { setTimeout as sleep } from "node:timers/promises";

/** What was not used may be used later, for so long. */
const BURST_SECONDS = 1;

export class Pace {
  readonly #bytesPerSecond: number;
  /** The moment, in milliseconds, up to which what was taken has used the rate. */
  #usedUntil = 0;
  /** While true, nothing waits: there is something worse than a busy disk. */
  unbounded = false;

  constructor(bytesPerSecond: number) {
    this.#bytesPerSecond = bytesPerSecond;
  }

  /** Waits until `bytes` may be moved, or the signal. */
  async take(bytes: number, signal: AbortSignal): Promise<void> {
    const now = performance.now();
    this.#usedUntil = Math.max(this.#usedUntil, now - BURST_SECONDS * 1000);
    const wait = this.unbounded ? 0 : this.#usedUntil - now;
    this.#usedUntil += (bytes / this.#bytesPerSecond) * 1000;
    if (wait > 0) await sleep(wait, undefined, { signal }).catch(() => undefined);
  }
}
