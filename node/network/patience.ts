// The idle deadline of a stream: it ends when we wait for the peer and no byte moves for a while.
// It counts ticks of our own timer, not the clock: a blocked event loop costs one late tick, and the bytes that came meanwhile are
// seen before the next. Our own slowness is never the peer's fault: ticks count only while something waits.

export class Patience {
  readonly idleMs: number;
  readonly #ticks: number;
  readonly #expired: () => void;
  #timer: NodeJS.Timeout | undefined;
  #waiting = 0;
  #quiet = 0;
  #stopped = false;

  constructor(idleMs: number, ticks: number, expired: () => void) {
    this.idleMs = idleMs;
    this.#ticks = ticks;
    this.#expired = expired;
  }

  /** A byte moved. */
  progress(): void {
    this.#quiet = 0;
  }

  /** Waits under the deadline. */
  async during<T>(wait: Promise<T>): Promise<T> {
    if (this.#waiting++ === 0) this.#quiet = 0;
    this.#start();
    try {
      return await wait;
    } finally {
      this.#waiting--;
    }
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }

  #start(): void {
    if (this.#stopped) return;
    this.#timer ??= setInterval(() => this.#tick(), this.idleMs / this.#ticks).unref();
  }

  #tick(): void {
    if (this.#waiting === 0) return;
    if (++this.#quiet <= this.#ticks) return;
    this.stop();
    this.#expired();
  }
}
