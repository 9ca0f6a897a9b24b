// What each call of the contracts costs, as the tests named test_gas… print it, and contracts/gas-snapshot.json, which says what it
// cost when somebody last looked.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project-files.ts";

const SNAPSHOT = join(ROOT, "contracts/gas-snapshot.json");
/** Growth that a change may bring unnoticed, as a part of one. */
const TOLERANCE = 0.03;
/** Two spaces, the name, the gas. What is indented further explains the line before. */
const LINE = /^ {2}(?! )(?<name>.+): (?<gas>\d+)$/gm;

/** Trees of a million fragments are built before they are proved. */
const DEADLINE_MS = 600_000;
const MAX_OUTPUT_BYTES = 64 << 20;

/** Runs the tests that measure gas, and no others. */
export function measureGas(): Map<string, number> {
  const output = execFileSync("forge", ["test", "--match-test", "^test_gas", "-vv"], {
    cwd: join(ROOT, "contracts"),
    encoding: "utf8",
    maxBuffer: MAX_OUTPUT_BYTES,
    timeout: DEADLINE_MS,
  });
  return gasLines(output);
}

/** Gas of whole transactions by name, from what `forge test -vv` prints. Throws if there is none, or one name twice. */
export function gasLines(output: string): Map<string, number> {
  const measured = new Map<string, number>();
  for (const { groups } of output.matchAll(LINE)) {
    const { name = "", gas } = groups ?? {};
    if (measured.has(name)) throw new Error(`two tests print a line named ${name}`);
    measured.set(name, Number(gas));
  }
  if (measured.size === 0) throw new Error("forge printed no line of the form `  name: gas`; it needs -vv");
  return measured;
}

/** What differs from the snapshot in a way that somebody has to decide about. */
export function complaints(now: ReadonlyMap<string, number>): string[] {
  const before = readSnapshot();
  const found: string[] = [];
  for (const [name, gas] of now) {
    const known = before.get(name);
    if (known === undefined) found.push(`${name}: ${gas}, not in the snapshot`);
    else if (gas > known * (1 + TOLERANCE)) found.push(`${name}: ${gas}, ${percent(gas / known)} over ${known}`);
  }
  for (const name of before.keys()) if (!now.has(name)) found.push(`${name}: in the snapshot, but no longer measured`);
  return found;
}

export function writeSnapshot(measured: ReadonlyMap<string, number>): void {
  const sorted = [...measured].toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
  writeFileSync(SNAPSHOT, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

function readSnapshot(): Map<string, number> {
  return new Map(Object.entries(JSON.parse(readFileSync(SNAPSHOT, "utf8")) as Record<string, number>));
}

function percent(ratio: number): string {
  return `${((ratio - 1) * 100).toFixed(1)} %`;
}
