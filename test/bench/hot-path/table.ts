/** The table for people: a line for each case, a column for each implementation, each with speed and ratio. */

import { IMPLEMENTATIONS, type Implementation } from "./candidate.ts";
import { type HotPathRow, isLeading } from "./row.ts";

const CASE_WIDTH = 18;
const CELL_WIDTH = 17;

/** The heads of the columns. */
export function tableHead(implementations: readonly Implementation[]): string {
  const heads = inOrder(implementations).map((name) => name.padStart(CELL_WIDTH));
  return `${"k+m   shard".padEnd(CASE_WIDTH)}${heads.join("")}   spread`;
}

/** One case's line. Cells: median, and times as fast as the baseline. A last column tells the widest range of all of them. */
export function tableLine(rows: readonly HotPathRow[], implementations: readonly Implementation[]): string {
  const leading = rows.filter((row) => isLeading(row, rows));
  const first = leading[0];
  if (first === undefined) return "";
  const cells = inOrder(implementations).map((name) => cell(leading.find((row) => row.implementation === name)));
  const widest = Math.max(...leading.map(({ min, max, median }) => (max - min) / 2 / median));
  const head = `${`${first.k}+${first.m}`.padEnd(9)}${sizeOf(first.shardBytes)}`.padEnd(CASE_WIDTH);
  return `${head}${cells.join("")}   ±${(100 * widest).toFixed(0)} %`;
}

/** All rows, suite by suite, each with its own columns and unit. */
export function table(rows: readonly HotPathRow[]): string {
  return [...Map.groupBy(rows, ({ suite }) => suite)]
    .map(([suite, own]) => {
      const implementations = [...new Set(own.map(({ implementation }) => implementation))];
      const cases = Map.groupBy(own, ({ k, m, shardBytes }) => `${k} ${m} ${shardBytes}`);
      const lines = [...cases.values()].map((one) => tableLine(one, implementations));
      return [suite, tableHead(implementations), ...lines, legend(own)].join("\n");
    })
    .join("\n\n");
}

/** What the cells of these rows say. */
export function legend(rows: readonly HotPathRow[]): string {
  const leading = rows.filter((row) => isLeading(row, rows));
  const units = [...new Set(leading.map(({ unit }) => unit))];
  const [unit = "", ...others] = units;
  const walled = leading.filter((row) => others.includes(row.unit)).map(({ implementation }) => implementation);
  const except = walled.length === 0 ? "" : ` (${[...new Set(walled)].join(", ")}: ${others.join(", ")})`;
  return `${unit}${except}, and × as fast as ${rows[0]?.baseline ?? "the baseline"}; medians, and the widest half range`;
}

/** 65,536 as "64 KiB". */
export function sizeOf(bytes: number): string {
  return bytes >= 1_048_576 ? `${bytes / 1_048_576} MiB` : `${bytes / 1024} KiB`;
}

function cell(row: HotPathRow | undefined): string {
  if (row === undefined) return "–".padStart(CELL_WIDTH);
  const ratio = row.ratio === null ? "" : `${threeFigures(row.ratio)}×`;
  return `${threeFigures(row.median).padStart(CELL_WIDTH - 8)}${ratio.padStart(8)}`;
}

/** Three significant figures, and all digits before the point. */
function threeFigures(value: number): string {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toLocaleString("en", { minimumFractionDigits: Math.min(digits, 3), maximumFractionDigits: digits });
}

function inOrder(implementations: readonly Implementation[]): Implementation[] {
  return IMPLEMENTATIONS.filter((name) => implementations.includes(name));
}
