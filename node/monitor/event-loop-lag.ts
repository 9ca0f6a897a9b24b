// How late the event loop gets to its timers, over the minute before: long stops of the loop are what makes peers give up.

import { monitorEventLoopDelay } from "node:perf_hooks";

/** Seconds. */
export interface Lag {
  readonly median: number;
  readonly high: number;
  readonly most: number;
}

export const NO_LAG: Lag = { median: 0, high: 0, most: 0 };

/** Between two looks at the clock; a stop that is shorter may go unseen. */
const RESOLUTION_MS = 20;
const WINDOW_MS = 60_000;

export class EventLoopLag {
  readonly #delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  readonly #timer: NodeJS.Timeout;
  #before: Lag | undefined;

  constructor() {
    this.#delay.enable();
    this.#timer = setInterval(() => this.#turn(), WINDOW_MS).unref();
  }

  /** Of the last whole minute, or of the first one until it is over; the longest stop since then counts at once. */
  read(): Lag {
    const now = this.#now();
    if (this.#before === undefined) return now;
    return { ...this.#before, most: Math.max(this.#before.most, now.most) };
  }

  stop(): void {
    this.#delay.disable();
    clearInterval(this.#timer);
  }

  #turn(): void {
    this.#before = this.#now();
    this.#delay.reset();
  }

  #now(): Lag {
    if (this.#delay.count === 0) return NO_LAG;
    const seconds = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e9 - RESOLUTION_MS / 1000);
    return {
      median: seconds(this.#delay.percentile(50)),
      high: seconds(this.#delay.percentile(99)),
      most: seconds(this.#delay.max),
    };
  }
}
