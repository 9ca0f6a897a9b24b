// `npm test`: checks, generated files, the tests of the program and those of the contracts, and one line with the sum. Contracts are
// compiled and tested beside the rest, in the time that the rest waits.
// Arguments go to vitest alone: `npm test -- test/erasure` runs the tests of one folder and nothing else.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CONTRACTS_STEP, GENERATED_STEPS, STATIC_STEPS } from "./check-steps.ts";
import { complaints, gasLines } from "./gas-snapshot.ts";
import { ROOT } from "./project-files.ts";
import { type Count, runSteps, type Step } from "./step.ts";

const words = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "cairn-test-"));
try {
  const vitest = vitestStep(join(folder, "vitest.json"));
  const others = GENERATED_STEPS.filter((step) => step !== CONTRACTS_STEP);
  process.exitCode =
    words.length > 0
      ? await runSteps([vitest])
      : await runSteps([...STATIC_STEPS, ...others, vitest], [CONTRACTS_STEP, forgeStep()]);
} finally {
  await rm(folder, { recursive: true, force: true });
}

function vitestStep(report: string): Step {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return {
    name: "tests",
    command: ["vitest", "run", ...reporters, ...words],
    count: async () => countVitest(JSON.parse(await readFile(report, "utf8")) as VitestReport),
  };
}

/** The fields that count, of vitest's JSON report. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** A file that cannot even be loaded has no tests in the report, and counts as one that failed. */
function countVitest({ numPassedTests, numFailedTests, testResults }: VitestReport): Count {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  return { passed: numPassedTests, failed: numFailedTests + unloaded };
}

function forgeStep(): Step {
  return { name: "contracts", command: ["forge", "test", "-vv"], folder: join(ROOT, "contracts"), count: countForge };
}

/** forge ends with `Ran 3 test suites in …: 41 tests passed, 0 failed, 0 skipped (41 total tests)`. What a call costs is one more. */
function countForge(output: string): Count {
  const sums = /(\d+) tests? passed, (\d+) failed, \d+ skipped \(\d+ total/.exec(output);
  if (sums === null) throw new Error("forge printed no sum");
  const [passed, failed] = [Number(sums[1]), Number(sums[2])];
  const dearer = complaints(gasLines(output));
  if (dearer.length === 0) return { passed: passed + 1, failed };
  const note = `${dearer.join("\n")}\nIf that is meant, run \`npm run gas\` and commit what it writes.\n`;
  return { passed, failed: failed + 1, note };
}
