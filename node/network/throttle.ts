// A limit of bytes per second for one direction, shared fairly: of the peers that wait, the one that has had least goes next, so
// that two peers get the same however many streams each has open. Small answers that others wait for go before transfers, up to half
// of the limit: neither can shut out the other.

export interface ThrottleOptions {
  /** 0: no limit. */
  readonly bytesPerSecond: number;
  /** Milliseconds of a clock that never jumps. */
  readonly now?: () => number;
}

/** Bytes that may go now; below 0 what went ahead of its time. */
class Bucket {
  readonly #perMs: number;
  readonly #most: number;
  #bytes: number;
  #at: number;

  constructor(bytesPerSecond: number, now: number) {
    this.#perMs = bytesPerSecond / 1000;
    this.#most = bytesPerSecond * BURST_SECONDS;
    this.#bytes = this.#most;
    this.#at = now;
  }

  isOpen(now: number): boolean {
    this.#bytes = Math.min(this.#most, this.#bytes + Math.max(0, now - this.#at) * this.#perMs);
    this.#at = now;
    return this.#bytes > 0;
  }

  spend(bytes: number): void {
    this.#bytes -= bytes;
  }

  /** Until it opens, if nothing is spent meanwhile. */
  waitMs(now: number): number {
    return this.isOpen(now) ? 0 : Math.ceil(-this.#bytes / this.#perMs) + 1;
  }
}

/** What a limit lets through at once after a pause. */
const BURST_SECONDS = 0.125;
/** Part of the limit that small answers may use ahead of transfers. */
const URGENT_PART = 0.5;
/** Smallest and largest run of bytes that go in one turn: below it turns cost more than bytes, above it others wait long. */
const LEAST_PIECE = 16 * 1024;
const LARGEST_PIECE = 256 * 1024;

interface Waiter {
  readonly bytes: number;
  readonly go: () => void;
}

interface Line {
  /** Bytes had, on a scale that all lines share; whoever comes begins at what the one served last had had. */
  had: number;
  readonly waiters: Waiter[];
}

export class Throttle {
  /** Bytes that one `take` should ask for at most. */
  readonly pieceBytes: number;
  readonly #unlimited: boolean;
  readonly #now: () => number;
  readonly #all: Bucket;
  readonly #urgent: Bucket;
  readonly #lines = new Map<string, Line>();
  #waiting = 0;
  #least = 0;
  #isWaking = false;

  constructor({ bytesPerSecond, now = () => performance.now() }: ThrottleOptions) {
    this.#unlimited = bytesPerSecond === 0;
    this.#now = now;
    this.#all = new Bucket(bytesPerSecond, now());
    this.#urgent = new Bucket(bytesPerSecond * URGENT_PART, now());
    const burst = Math.floor(bytesPerSecond * BURST_SECONDS);
    this.pieceBytes = this.#unlimited ? LARGEST_PIECE : Math.min(LARGEST_PIECE, Math.max(LEAST_PIECE, burst));
  }

  /** Whether `take` can make anybody wait. */
  get limited(): boolean {
    return !this.#unlimited;
  }

  /** Pieces that wait. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Resolves when `bytes` of a transfer with `peer` may go; a stream asks for one piece at a time. Rejects with the signal's reason. */
  async take(peer: string, bytes: number, signal: AbortSignal): Promise<void> {
    if (this.#unlimited) return;
    signal.throwIfAborted();
    if (this.#waiting === 0 && this.#all.isOpen(this.#now())) this.#spend(this.#line(peer), bytes);
    else await this.#inLine(this.#line(peer), bytes, signal);
  }

  /** The same for a small answer: at once while such answers stay below their part, then like a transfer. */
  async takeUrgent(peer: string, bytes: number, signal: AbortSignal): Promise<void> {
    if (this.#unlimited) return;
    if (!this.#urgent.isOpen(this.#now())) return await this.take(peer, bytes, signal);
    this.#urgent.spend(bytes);
    this.#all.spend(bytes);
  }

  #line(peer: string): Line {
    const line = this.#lines.get(peer) ?? { had: this.#least, waiters: [] };
    this.#lines.set(peer, line);
    return line;
  }

  #inLine(line: Line, bytes: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        line.waiters.splice(line.waiters.indexOf(waiter), 1);
        this.#waiting--;
        reject(signal.reason as Error);
      };
      const go = (): void => {
        signal.removeEventListener("abort", onAbort);
        resolve();
      };
      const waiter: Waiter = { bytes, go };
      line.waiters.push(waiter);
      this.#waiting++;
      signal.addEventListener("abort", onAbort, { once: true });
      this.#wait();
    });
  }

  #wait(): void {
    if (this.#isWaking) return;
    this.#isWaking = true;
    const wake = (): void => {
      this.#isWaking = false;
      this.#letGo();
    };
    setTimeout(wake, this.#all.waitMs(this.#now()));
  }

  #letGo(): void {
    while (this.#waiting > 0 && this.#all.isOpen(this.#now())) this.#next();
    this.#forget();
    if (this.#waiting > 0) this.#wait();
  }

  #next(): void {
    const waiting = [...this.#lines.values()].filter(({ waiters }) => waiters.length > 0);
    const line = waiting.reduce((least, one) => (one.had < least.had ? one : least));
    const waiter = line.waiters.shift() as Waiter;
    this.#waiting--;
    this.#spend(line, waiter.bytes);
    waiter.go();
  }

  #spend(line: Line, bytes: number): void {
    this.#least = line.had = Math.max(line.had, this.#least);
    line.had += bytes;
    this.#all.spend(bytes);
  }

  /** A line that nobody waits in is kept while it is ahead: else a peer with one stream would begin anew with each piece. */
  #forget(): void {
    for (const [peer, { had, waiters }] of this.#lines)
      if (waiters.length === 0 && (this.#waiting === 0 || had <= this.#least)) this.#lines.delete(peer);
  }
}
