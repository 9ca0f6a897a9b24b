/** One figure of the hot path, as `--json` writes it. */

import { median } from "../suite.ts";
import type { Case, Implementation, Lap } from "./candidate.ts";
import type { Measured } from "./measure.ts";

/**
 * `unit` says which clock: a candidate has a row for its CPU time and one for the wall. `process CPU` is that of all threads
 * together. `ratio` is how many times as fast as the baseline, by the medians of this run; of rows in process CPU, how many
 * times less CPU than the baseline.
 */
export type Unit =
  | "MB/s of thread CPU"
  | "MB/s of process CPU"
  | "MB/s of wall time"
  | "ms of thread CPU"
  | "ms of process CPU"
  | "ms of wall time";

export interface HotPathRow {
  readonly suite: string;
  readonly k: number;
  readonly m: number;
  readonly shardBytes: number;
  /** null where nothing is hashed. */
  readonly leafBytes: number | null;
  readonly implementation: Implementation;
  readonly unit: Unit;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly baseline: Implementation;
  /** null where the baseline was left out. */
  readonly ratio: number | null;
}

const CLOCK_NAMES = { thread: "thread CPU", elsewhere: "thread CPU", process: "process CPU" } as const;

/** The rows of one case: speeds in MB (10^6 bytes) per second, or times in milliseconds. */
export function rowsOf(one: Case, measured: readonly Measured[], quantity: "MB/s" | "ms" = "MB/s"): HotPathRow[] {
  const baseline = measured.find(({ implementation }) => implementation === one.baseline);
  return measured.flatMap((own) =>
    (["cpu", "wall"] as const).flatMap((clock) => {
      const seconds = readings(own.laps, clock);
      if (seconds.length === 0) return [];
      const reference = readings(baseline?.laps ?? [], clock);
      return [
        {
          ...headOf(one),
          implementation: own.implementation,
          unit: `${quantity} of ${clock === "cpu" ? CLOCK_NAMES[own.kind] : "wall time"}` as Unit,
          ...spread(seconds.map((value) => (quantity === "ms" ? value * 1e3 : one.workBytes / 1e6 / value))),
          baseline: one.baseline,
          ratio: reference.length === 0 ? null : short(median(reference) / median(seconds)),
        },
      ];
    }),
  );
}

/** Whether this is the figure to go by: the wall where several threads work or there is no CPU clock, else CPU time. */
export function isLeading(row: HotPathRow, all: readonly HotPathRow[]): boolean {
  if (row.unit.endsWith("process CPU")) return false;
  if (row.unit.endsWith("thread CPU")) return true;
  return !all.some((other) => other.unit.endsWith("thread CPU") && keyOf(other) === keyOf(row));
}

/** What a row is about, clock aside: equal in two runs that measured the same. */
export function keyOf({ suite, k, m, shardBytes, implementation, baseline }: HotPathRow): string {
  return [suite, `${k}+${m}`, shardBytes, implementation, baseline].join(" ");
}

function headOf({
  suite,
  k,
  m,
  shardBytes,
  leafBytes,
}: Case): Pick<HotPathRow, "suite" | "k" | "m" | "shardBytes" | "leafBytes"> {
  return { suite, k, m, shardBytes, leafBytes: leafBytes ?? null };
}

function spread(values: readonly number[]): Pick<HotPathRow, "median" | "min" | "max"> {
  return { median: short(median(values)), min: short(Math.min(...values)), max: short(Math.max(...values)) };
}

function readings(laps: readonly Lap[], clock: "cpu" | "wall"): number[] {
  return laps.flatMap((lap) => lap[clock] ?? []).filter((seconds) => seconds > 0);
}

/** Five significant digits: more would be noise. */
function short(value: number): number {
  return Number(value.toPrecision(5));
}
