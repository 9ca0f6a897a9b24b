// `npm run coverage`: which branches of contracts/src the forge tests take. forge measures without the optimizer, in a copy: there
// every contract is compiled in one way only (forge would count two builds of one source apart), and gas means nothing.
//
// forge sees no branch inside of assembly; those are named apart. That each of them is tested, scripts/mutate.ts tells.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./project-files.ts";

/** Part of the branches that have to be taken, in percent. */
const LEAST = 98;
const DEADLINE_MILLISECONDS = 1_200_000;

interface Branch {
  readonly line: number;
  readonly isTaken: boolean;
}

/** A copy of contracts/ with the library inside, because forge's analysis follows no path that leads out. */
function copyContracts(): string {
  const folder = mkdtempSync(join(tmpdir(), "cairn-coverage-"));
  const inside = join(folder, "contracts");
  for (const path of ["contracts/src", "contracts/test", "contracts/solc.mjs", "test/vectors"]) {
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  }
  mkdirSync(join(inside, "node_modules"));
  cpSync(join(ROOT, "node_modules/@openzeppelin"), join(inside, "node_modules/@openzeppelin"), { recursive: true });
  symlinkSync(join(ROOT, "node_modules/solc"), join(inside, "node_modules/solc"));
  const settings = readFileSync(join(ROOT, "contracts/foundry.toml"), "utf8")
    .replaceAll("../node_modules", "node_modules")
    .replace(/^additional_compiler_profiles.*\n/m, "")
    .replace(/^compilation_restrictions = \[[\s\S]*?^\]\n/m, "");
  writeFileSync(join(inside, "foundry.toml"), settings);
  return folder;
}

/** The branches of each source, from what forge writes. */
function measure(folder: string): Map<string, Branch[]> {
  try {
    execFileSync("forge", ["coverage", "--ir-minimum", "--report", "lcov", "--no-match-test", "[gG]as|too_large"], {
      cwd: folder,
      stdio: ["ignore", "inherit", "inherit"],
      timeout: DEADLINE_MILLISECONDS,
    });
  } catch (error) {
    // A bound on gas that only holds with the optimizer fails a test, but what was run was counted.
    if (!existsSync(join(folder, "lcov.info"))) throw error;
  }
  const found = new Map<string, Branch[]>();
  for (const record of readFileSync(join(folder, "lcov.info"), "utf8").split("end_of_record")) {
    const path = /^SF:(src\/.*)$/m.exec(record)?.[1];
    if (path === undefined) continue;
    const branches = [...record.matchAll(/^BRDA:(\d+),\d+,\d+,(\d+|-)$/gm)];
    found.set(
      path,
      branches.map(([, line, hits]) => ({ line: Number(line), isTaken: Number(hits) > 0 })),
    );
  }
  return found;
}

/** Lines inside of assembly blocks. */
function assemblyLines(source: string): Set<number> {
  const inside = new Set<number>();
  for (const { index, 0: opening } of source.matchAll(/\bassembly\b[^{]*\{/g)) {
    let depth = 1;
    let end = index + opening.length;
    for (; depth > 0; ++end) depth += { "{": 1, "}": -1 }[source[end] ?? ""] ?? 0;
    const first = source.slice(0, index).split("\n").length;
    const last = source.slice(0, end).split("\n").length;
    for (let line = first; line <= last; ++line) inside.add(line);
  }
  return inside;
}

const folder = copyContracts();
try {
  let [taken, all, unseen] = [0, 0, 0];
  for (const [path, branches] of measure(join(folder, "contracts"))) {
    const source = readFileSync(join(folder, "contracts", path), "utf8");
    const assembly = assemblyLines(source);
    const seen = branches.filter(({ line }) => !assembly.has(line));
    const hits = seen.filter(({ isTaken }) => isTaken).length;
    [taken, all, unseen] = [taken + hits, all + seen.length, unseen + branches.length - seen.length];
    process.stdout.write(`${path}: ${hits} of ${seen.length}\n`);
    const missed = new Set(seen.filter(({ isTaken }) => !isTaken).map(({ line }) => line));
    for (const line of missed) process.stdout.write(`    ${line}: ${source.split("\n")[line - 1]?.trim()}\n`);
  }
  const percent = (100 * taken) / all;
  process.stdout.write(`branches: ${taken} of ${all}, ${percent.toFixed(1)} %; in assembly, not seen: ${unseen}\n`);
  if (percent < LEAST) {
    process.stderr.write(`at least ${LEAST} % of the branches have to be taken\n`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
