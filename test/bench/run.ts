/**
 * `npm run bench -- [--suite NAME]… [--quick] [--json FILE] [--list]`: runs the suites beside this file, prints their
 * figures, and writes them with the machine they were taken on.
 */

import { readdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { parseArgs } from "node:util";
import type { Bench, Figure, Suite } from "./suite.ts";

const { values: options } = parseArgs({
  options: {
    suite: { type: "string", multiple: true },
    json: { type: "string" },
    quick: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
  },
});

const suites = await loadSuites();
const unknown = (options.suite ?? []).filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`No suite is named ${unknown.join(", ")}; there are ${suites.map(({ name }) => name).join(", ")}.`);
  process.exitCode = 2;
} else if (options.list) {
  for (const { name, about } of suites) console.log(`${name.padEnd(12)}${about}`);
} else {
  process.exitCode = await runAll(suites.filter(({ name }) => options.suite?.includes(name) ?? true));
}

async function runAll(selected: readonly Suite[]): Promise<number> {
  const figures: Figure[] = [];
  const failed: string[] = [];
  for (const suite of selected) {
    console.log(`── ${suite.name}: ${suite.about}`);
    try {
      await suite.run(benchOf(suite, figures));
    } catch (error) {
      failed.push(suite.name);
      console.error(error);
    }
  }
  if (options.json !== undefined)
    await writeFile(options.json, `${JSON.stringify({ machine: machine(), figures }, undefined, 2)}\n`);
  if (failed.length > 0) console.error(`failed: ${failed.join(", ")}`);
  return failed.length === 0 ? 0 : 1;
}

function benchOf({ name: suite }: Suite, figures: Figure[]): Bench {
  return {
    isQuick: options.quick,
    record(name, value, unit) {
      figures.push({ suite, name, value, unit });
      console.log(`${name.padEnd(48)} ${rounded(value).padStart(12)} ${unit}`);
    },
    say: (line) => console.log(line),
  };
}

async function loadSuites(): Promise<Suite[]> {
  const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith(".bench.ts")).sort();
  return Promise.all(names.map(async (name) => ((await import(`./${name}`)) as { suite: Suite }).suite));
}

/** Figures mean nothing without the machine, nor where others were using it. */
function machine(): Record<string, unknown> {
  return {
    date: new Date().toISOString(),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    cpu: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    load: loadavg(),
  };
}

/** Three significant figures; counts stay whole. */
function rounded(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString("en");
  return Number(value.toPrecision(3)).toLocaleString("en", { maximumFractionDigits: 6 });
}
