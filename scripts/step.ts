// One step of a longer run: a program started, its output shown, its end and its tests counted.

import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { ROOT } from "./project-files.ts";

export interface Step {
  readonly name: string;
  /** A program of node_modules/.bin or of the system, and its arguments. */
  readonly command: readonly [program: string, ...words: string[]];
  readonly folder?: string;
  /** Counts tests in what the step printed; without it the step counts as one. */
  readonly count?: (output: string, exitCode: number) => Count | Promise<Count>;
  /** Whether its output is shown only if it fails. */
  readonly isQuiet?: boolean;
  /** Longer than this and the step is ended and has failed. */
  readonly deadlineMs?: number;
}

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

const DEADLINE_MS = 15 * 60_000;
const KILL_AFTER_MS = 10_000;
/** A signal ends the step that runs, and the steps after it run no more. */
const PASSED_ON = ["SIGINT", "SIGTERM"] as const;
const MAX_OUTPUT_BYTES = 64 << 20;

/** Runs one step to its end and says how it went. Never throws: a step that cannot start has failed. */
export async function runStep(step: Step): Promise<Count> {
  const started = performance.now();
  process.stdout.write(`── ${step.name}\n`);
  const { output, exitCode } = await finished(step);
  const counted = await countOf(step, output, exitCode);
  const count = exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
  if (step.isQuiet === true && count.failed > 0) process.stdout.write(output);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`── ${step.name}: ${count.failed === 0 ? "ok" : "FAILED"} (${seconds} s)\n`);
  return count;
}

/** Runs steps in order, all of them even when one fails, and prints the sum as the last line. Resolves with the exit code. */
export async function runSteps(steps: readonly Step[]): Promise<number> {
  const failures: string[] = [];
  let [passed, failed] = [0, 0];
  let isStopped = false;
  for (const signal of PASSED_ON) process.once(signal, () => (isStopped = true));
  for (const step of steps) {
    if (isStopped) break;
    const count = await runStep(step);
    passed += count.passed;
    failed += count.failed;
    if (count.failed > 0) failures.push(step.name);
  }
  if (failures.length > 0) process.stdout.write(`failed: ${failures.join(", ")}\n`);
  process.stdout.write(`cairn: ${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

async function countOf({ count }: Step, output: string, exitCode: number): Promise<Count> {
  if (count === undefined) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    return await count(output, exitCode);
  } catch {
    return { passed: 0, failed: 1 }; // it ended before it could write what it counted
  }
}

function finished(step: Step): Promise<{ output: string; exitCode: number }> {
  const [program, ...words] = step.command;
  return new Promise((done) => {
    // Colours would go to a log file as escape codes; the summaries are read by programs, too.
    const path = [join(ROOT, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter);
    const env = { ...process.env, PATH: path, NO_COLOR: "1", FORCE_COLOR: undefined };
    const child = spawn(program, words, { cwd: step.folder ?? ROOT, stdio: ["ignore", "pipe", "pipe"], env });
    const parts: string[] = [];
    let bytes = 0;
    const take = (chunk: Buffer): void => {
      if (step.isQuiet !== true) process.stdout.write(chunk);
      if ((bytes += chunk.byteLength) <= MAX_OUTPUT_BYTES) parts.push(chunk.toString());
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    const deadline = setTimeout(() => endOf(child, parts, step), step.deadlineMs ?? DEADLINE_MS);
    const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of PASSED_ON) process.on(signal, passOn);
    const finish = (exitCode: number): void => {
      clearTimeout(deadline);
      for (const signal of PASSED_ON) process.off(signal, passOn);
      done({ output: parts.join(""), exitCode });
    };
    child.once("error", (error) => {
      process.stdout.write(`could not start ${program}: ${error.message}\n`);
      finish(127);
    });
    child.once("close", (code) => finish(code ?? 1));
  });
}

function endOf(child: ReturnType<typeof spawn>, parts: string[], { name }: Step): void {
  parts.push(`${name} did not end before its deadline\n`);
  process.stdout.write(`${name} did not end before its deadline and is stopped\n`);
  child.kill("SIGTERM");
  setTimeout(() => child.kill("SIGKILL"), KILL_AFTER_MS).unref();
}
