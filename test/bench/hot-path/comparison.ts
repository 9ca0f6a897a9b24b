/**
 * This run against the last one that was saved, by ratio: speeds on a shared machine change with its neighbours, while the
 * ratio to a baseline measured in turn does not.
 */

import { type HotPathRow, isLeading, keyOf } from "./row.ts";
import { sizeOf } from "./table.ts";

/** A change of the ratio by less than this is noise. */
export const NOISE = 0.05;

export interface Change {
  readonly row: HotPathRow;
  readonly before: number;
  readonly after: number;
}

/** Rows of both runs whose ratios differ by more than {@link NOISE}, the widest first; baselines themselves are left out. */
export function changes(now: readonly HotPathRow[], last: readonly HotPathRow[]): Change[] {
  const before = new Map(last.map((row) => [identity(row), row.ratio]));
  return now
    .flatMap((row) => {
      const old = before.get(identity(row)) ?? null;
      return old === null || row.ratio === null || row.implementation === row.baseline
        ? []
        : [{ row, before: old, after: row.ratio }];
    })
    .filter(({ before, after }) => Math.abs(after / before - 1) > NOISE)
    .sort((a, b) => Math.abs(Math.log(b.after / b.before)) - Math.abs(Math.log(a.after / a.before)));
}

/** The comparison as lines for people, by the figures that the table shows. */
export function comparison(now: readonly HotPathRow[], last: readonly HotPathRow[], date: string): string[] {
  const known = new Set(last.map(identity));
  const leading = now.filter((row) => isLeading(row, now));
  const common = leading.filter((row) => row.implementation !== row.baseline && known.has(identity(row)));
  if (common.length === 0) return [`Nothing of this run was in the one saved on ${date}.`];
  const changed = changes(leading, last);
  const still = common.length - changed.length;
  const head = `Ratios against the run saved on ${date}: ${still} of ${common.length} within ${100 * NOISE} %.`;
  return [head, ...changed.map(line)];
}

/** The rows to save: those of this run, and of the last one what this run did not measure. */
export function merged(now: readonly HotPathRow[], last: readonly HotPathRow[]): HotPathRow[] {
  const fresh = new Set(now.map(identity));
  return [...last.filter((row) => !fresh.has(identity(row))), ...now];
}

function line({ row, before, after }: Change): string {
  const percent = 100 * (after / before - 1);
  const name = `${row.suite} ${row.k}+${row.m} × ${sizeOf(row.shardBytes)}, ${row.implementation}, ${clockOf(row)}`;
  const sign = percent > 0 ? "+" : "−";
  return `  ${name.padEnd(64)} ${before.toPrecision(3)}× → ${after.toPrecision(3)}×  ${sign}${Math.abs(percent).toFixed(0)} %`;
}

function clockOf({ unit }: HotPathRow): string {
  return unit.slice(unit.indexOf(" of ") + 4);
}

function identity(row: HotPathRow): string {
  return `${keyOf(row)} ${row.unit}`;
}
