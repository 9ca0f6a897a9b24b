/** Keeps how long things took, in memory that does not grow. */

export class Stopwatch {
  readonly #times: Float64Array;
  #count = 0;

  /** `most`: what is timed after so many takes the place of the oldest. */
  constructor(most: number) {
    this.#times = new Float64Array(Math.max(1, most));
  }

  async time<T>(work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    this.#times[this.#count++ % this.#times.length] = performance.now() - start;
    return result;
  }

  get count(): number {
    return this.#count;
  }

  /** Milliseconds, below which the given part of all lies. */
  quantile(part: number): number {
    const sorted = this.#times.slice(0, this.#count).toSorted();
    return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
  }
}
