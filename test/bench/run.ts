/**
 * `npm run bench -- [--suite NAME]… [--all] [--quick] [--native] [--json FILE] [--save] [--chart] [--list]`: runs suites of this
 * folder and prints their figures; without a name those of the hot path.
 *
 *   --native   adds Intel ISA-L, where it and a C compiler are there (its prefix in CAIRN_ISAL)
 *   --json     writes the rows as one array, and the machine they were taken on beside it (FILE.machine.json)
 *   --save     keeps the run for later ones to compare with
 *   --chart    draws docs/benchmarks-hot-path.svg
 */

import { readdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { chart } from "./hot-path/chart.ts";
import { comparison, merged } from "./hot-path/comparison.ts";
import type { HotPathRow } from "./hot-path/row.ts";
import { type Options, readOptions } from "./options.ts";
import { loadRun, type Machine, saveRun } from "./saved-run.ts";
import { selectSuites } from "./selection.ts";
import type { Bench, Figure, Row, Suite } from "./suite.ts";

const CHART = join(import.meta.dirname, "../../docs/benchmarks-hot-path.svg");

try {
  process.exitCode = await main(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function main(options: Options): Promise<number> {
  const suites = await loadSuites();
  const selected = selectSuites(suites, options.suite, options.all);
  if (!options.list) return runAll(selected, options);
  for (const { name, about } of suites) console.log(`${name.padEnd(18)}${about}`);
  return 0;
}

async function runAll(selected: readonly Suite[], options: Options): Promise<number> {
  const started = machine();
  console.log(
    `${started.cpu}, ${started.cores} cores, ${started.platform}, Node ${started.node}, load ${started.load}`,
  );
  const rows: Row[] = [];
  const failed: string[] = [];
  for (const suite of selected) {
    console.log(`\n── ${suite.name}: ${suite.about}`);
    try {
      await suite.run(benchOf(suite, rows, options));
    } catch (error) {
      failed.push(suite.name);
      console.error(error);
    }
  }
  await finish(rows, started, options);
  if (failed.length > 0) console.error(`failed: ${failed.join(", ")}`);
  return failed.length === 0 ? 0 : 1;
}

/** Compares, and writes what was asked for. */
async function finish(rows: readonly Row[], started: MachineFacts, options: Options): Promise<void> {
  const hotPath = rows.filter((row): row is HotPathRow => "implementation" in row);
  const last = await loadRun();
  if (last !== undefined && hotPath.length > 0) {
    console.log(`\n${comparison(hotPath, last.rows, last.machine.date).join("\n")}`);
  }
  if (options.json !== undefined) {
    await writeJson(options.json, rows);
    await writeJson(`${options.json.replace(/\.json$/, "")}.machine.json`, started);
  }
  if (options.save) await saveRun({ machine: started, rows: merged(hotPath, last?.rows ?? []) });
  if (options.chart) {
    await writeFile(CHART, chart(hotPath, `${started.cpu}, Node ${started.node}, ${started.date.slice(0, 10)}`));
    console.log(`\nchart: ${CHART}`);
  }
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, undefined, 2)}\n`);
}

function benchOf({ name: suite }: Suite, rows: Row[], options: Options): Bench {
  return {
    isQuick: options.quick,
    isNative: options.native,
    record(name, value, unit) {
      const figure: Figure = { suite, name, value, unit };
      rows.push(figure);
      console.log(`${name.padEnd(48)} ${rounded(value).padStart(12)} ${unit}`);
    },
    add: (row) => void rows.push(row),
    say: (line) => console.log(line),
  };
}

async function loadSuites(): Promise<Suite[]> {
  const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith(".bench.ts")).sort();
  const modules = names.map(
    async (name) => (await import(`./${name}`)) as { suite?: Suite; suites?: readonly Suite[] },
  );
  return (await Promise.all(modules)).flatMap(({ suite, suites }) => suites ?? suite ?? []);
}

interface MachineFacts extends Machine {
  readonly node: string;
  readonly platform: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly load: string;
}

function machine(): MachineFacts {
  return {
    date: new Date().toISOString(),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    cpu: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    load: loadavg()
      .map((value) => value.toFixed(2))
      .join(" "),
  };
}

/** Three significant figures; counts stay whole. */
function rounded(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString("en");
  return Number(value.toPrecision(3)).toLocaleString("en", { maximumFractionDigits: 6 });
}
