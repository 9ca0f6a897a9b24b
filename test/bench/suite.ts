/** What a benchmark suite is: a file `<name>.bench.ts` beside this one exports `suite`, or `suites`. */

export interface Suite {
  readonly name: string;
  /** One sentence: what is measured, and of what. */
  readonly about: string;
  /** Whether it runs when no suite is named. */
  readonly isDefault?: boolean;
  run(bench: Bench): Promise<void>;
}

/** What a suite measures with. */
export interface Bench {
  /** True when figures need only be of the right order, in seconds and not minutes. */
  readonly isQuick: boolean;
  /** True when native programs are to be built and measured too. */
  readonly isNative: boolean;
  /** Records one figure and prints it. The unit is part of its meaning: `MB/s of thread CPU` is not `MB/s`. */
  record(name: string, value: number, unit: string): void;
  /** Records a row of the suite's own form. */
  add(row: Row): void;
  say(line: string): void;
}

/** What `--json` writes an array of. A suite's rows are {@link Figure}s, or of a form of their own that names the suite. */
export interface Row {
  readonly suite: string;
}

export interface Figure extends Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** The median: on a shared machine the mean measures the neighbours. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError("no values to take the median of");
  return (low + high) / 2;
}

/** The clock of a thread's CPU time moves in steps of some milliseconds: shorter work is repeated within one run. */
const LEAST_RUN_SECONDS = 0.1;

/** Seconds of this thread's CPU that the work takes once, median of several runs after one to warm up. */
export function threadSeconds(runs: number, work: () => unknown): number {
  let repeats = 1;
  while (timed(repeats, work) < LEAST_RUN_SECONDS) repeats *= 2;
  return median(Array.from({ length: runs }, () => timed(repeats, work))) / repeats;
}

function timed(repeats: number, work: () => unknown): number {
  const before = process.threadCpuUsage();
  for (let i = 0; i < repeats; i++) work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1e6;
}
