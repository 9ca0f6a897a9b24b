// The idle deadline of a stream: it ends when we wait for the peer and no byte moves for a while.
// It counts ticks of our own timer, not the clock: a blocked event loop costs one late tick, and the bytes that came meanwhile are
// seen before the next. Our own slowness is never the peer's fault: ticks count only while something waits.

/** How fast a peer is, measured over the time in which we wait for it. */
export interface Pace {
  readonly waitedMs: number;
  readonly bytes: number;
  /** For how long nothing has moved in the present wait. */
  readonly quietMs: number;
}

export class Patience implements Pace {
  readonly idleMs: number;
  readonly #ticks: number;
  readonly #expired: () => void;
  #timer: NodeJS.Timeout | undefined;
  #waiting = 0;
  #quiet = 0;
  #stopped = false;
  #bytes = 0;
  #waitedMs = 0;
  #since = 0;
  #movedAt = 0;

  constructor(idleMs: number, ticks: number, expired: () => void) {
    this.idleMs = idleMs;
    this.#ticks = ticks;
    this.#expired = expired;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get waitedMs(): number {
    return this.#waitedMs + (this.#waiting > 0 ? performance.now() - this.#since : 0);
  }

  get quietMs(): number {
    return this.#waiting > 0 ? performance.now() - this.#movedAt : 0;
  }

  /** Bytes moved. */
  progress(bytes = 0): void {
    this.#quiet = 0;
    this.#bytes += bytes;
    this.#movedAt = performance.now();
  }

  /** Waits under the deadline. */
  async during<T>(wait: Promise<T>): Promise<T> {
    if (this.#waiting++ === 0) this.#begin();
    this.#start();
    try {
      return await wait;
    } finally {
      if (--this.#waiting === 0) this.#waitedMs += performance.now() - this.#since;
    }
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }

  #begin(): void {
    this.#quiet = 0;
    this.#movedAt = this.#since = performance.now();
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
