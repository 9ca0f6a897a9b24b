// So many of something in a minute: for each who asks, and for all together.

const MINUTE_MS = 60_000;

export class MinuteBudget {
  readonly #each: number;
  readonly #all: number;
  readonly #now: () => number;
  readonly #spent = new Map<string, number>();
  #since = Number.NEGATIVE_INFINITY;
  #total = 0;

  /** `now` counts milliseconds and never jumps. */
  constructor(each: number, all: number, now: () => number = () => performance.now()) {
    this.#each = each;
    this.#all = all;
    this.#now = now;
  }

  has(name: string): boolean {
    if (this.#now() - this.#since >= MINUTE_MS) {
      this.#since = this.#now();
      this.#spent.clear(); // it holds at most as many names as all may spend
      this.#total = 0;
    }
    return this.#total < this.#all && (this.#spent.get(name) ?? 0) < this.#each;
  }

  spend(name: string): void {
    this.#total++;
    this.#spent.set(name, (this.#spent.get(name) ?? 0) + 1);
  }

  /** Spends one; false when there is none. */
  take(name: string): boolean {
    if (!this.has(name)) return false;
    this.spend(name);
    return true;
  }
}
