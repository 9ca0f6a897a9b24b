/** A process's memory at each quarter of its work: what the system has given it, and what is alive in that. */

import { median } from "../suite.ts";
import type { Bench } from "../suite.ts";
import type { AskedProcess } from "./asked-process.ts";

const QUARTERS = [0.25, 0.5, 0.75, 1];
/** Collections of garbage make it go up and down: the median of so many looks, the last ones before. */
const LOOKS = 20;
const LOOK_MS = 500;

export class MemoryWatch {
  readonly #bench: Bench;
  readonly #process: AskedProcess;
  readonly #operations: number;
  readonly #quarters = [...QUARTERS];
  readonly #resident: number[] = [];
  readonly #alive: number[] = [];
  readonly #timer: NodeJS.Timeout;
  #looks: number[] = [];

  /** Of a process that answers to "alive". */
  constructor(bench: Bench, process: AskedProcess, operations: number) {
    this.#bench = bench;
    this.#process = process;
    this.#operations = operations;
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  /** After so many operations. */
  async at(done: number): Promise<void> {
    for (let quarter = this.#quarters[0]; quarter !== undefined; quarter = this.#quarters[0]) {
      if (done < quarter * this.#operations) return;
      this.#quarters.shift();
      this.#look();
      const resident = median(this.#looks) / 1e6;
      const alive = ((await this.#process.ask("alive", {})) as { bytes: number }).bytes / 1e6;
      this.#resident.push(resident);
      this.#alive.push(alive);
      this.#bench.record(`soak: memory at ${100 * quarter} %`, resident, "MB");
      this.#bench.record(`soak: memory at ${100 * quarter} %: alive in it`, alive, "MB");
    }
  }

  recordGrowth(): void {
    this.#bench.record("soak: memory at the end, of that at 25 %", growth(this.#resident), "times");
    this.#bench.record("soak: alive memory at the end, of that at 25 %", growth(this.#alive), "times");
    this.#bench.record("soak: memory, peak", this.#process.memory().peak / 1e6, "MB");
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    this.#looks = [...this.#looks.slice(1 - LOOKS), this.#process.memory().now];
  }
}

function growth(quarters: readonly number[]): number {
  return (quarters.at(-1) ?? Number.NaN) / (quarters[0] ?? Number.NaN);
}
