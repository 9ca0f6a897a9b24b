// The steps of a longer run: a program each, its output shown, its end and its tests counted.

import { spawn } from "node:child_process";
import { setPriority } from "node:os";
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
  /** Printed after the step's output. */
  readonly note?: string;
}

type Write = (text: string | Uint8Array) => void;
const show: Write = (text) => void process.stdout.write(text);

const DEADLINE_MS = 15 * 60_000;
const KILL_AFTER_MS = 10_000;
/** A signal ends the step that runs, and the steps after it run no more. */
const PASSED_ON = ["SIGINT", "SIGTERM"] as const;
const MAX_OUTPUT_BYTES = 64 << 20;
/** Of what runs beside something else: it takes what processor time that leaves. */
const NICE = 10;

/** Runs one step to its end and says how it went. Never throws: a step that cannot start has failed. */
export function runStep(step: Step): Promise<Count> {
  return run(step, show);
}

/**
 * Runs steps in order, all of them even when one fails, and prints the sum as the last line. Resolves with the exit code.
 * `beside` are run in order at the same time; what one of them prints is shown as a whole, after the step during which it has ended.
 */
export async function runSteps(steps: readonly Step[], beside: readonly Step[] = []): Promise<number> {
  const outcomes: { readonly name: string; readonly count: Count }[] = [];
  let isStopped = false;
  for (const signal of PASSED_ON) process.once(signal, () => (isStopped = true));
  const held: Buffer[] = [];
  const release = (): void => {
    for (const output of held.splice(0)) show(output);
  };
  const lane = async (own: readonly Step[], runOne: (step: Step) => Promise<Count>): Promise<void> => {
    for (const step of own) {
      if (isStopped) return;
      outcomes.push({ name: step.name, count: await runOne(step) });
    }
  };
  const other = lane(beside, async (step) => {
    const parts: Buffer[] = [];
    const count = await run(step, (text) => void parts.push(Buffer.from(text)), NICE);
    held.push(Buffer.concat(parts));
    return count;
  });
  await lane(steps, async (step) => {
    const count = await run(step, show);
    release();
    return count;
  });
  const late = beside.filter(({ name }) => !outcomes.some((outcome) => outcome.name === name));
  if (late.length > 0 && !isStopped) show(`── waiting for ${late.map(({ name }) => name).join(", ")}\n`);
  await other;
  release();
  return sum(outcomes);
}

function sum(outcomes: readonly { readonly name: string; readonly count: Count }[]): number {
  const failures = outcomes.filter(({ count }) => count.failed > 0).map(({ name }) => name);
  const total = (what: "passed" | "failed"): number => outcomes.reduce((all, { count }) => all + count[what], 0);
  if (failures.length > 0) show(`failed: ${failures.join(", ")}\n`);
  show(`cairn: ${total("passed")} passed, ${total("failed")} failed\n`);
  return failures.length === 0 ? 0 : 1;
}

async function run(step: Step, write: Write, nice?: number): Promise<Count> {
  const started = performance.now();
  write(`── ${step.name}\n`);
  const { output, exitCode } = await finished(step, write, nice);
  const counted = await countOf(step, output, exitCode);
  const count = exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
  if (step.isQuiet === true && count.failed > 0) write(output);
  if (count.note !== undefined) write(count.note);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  write(`── ${step.name}: ${count.failed === 0 ? "ok" : "FAILED"} (${seconds} s)\n`);
  return count;
}

async function countOf({ count }: Step, output: string, exitCode: number): Promise<Count> {
  if (count === undefined) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    return await count(output, exitCode);
  } catch {
    return { passed: 0, failed: 1 }; // it ended before it could write what it counted
  }
}

function finished(step: Step, write: Write, nice?: number): Promise<{ output: string; exitCode: number }> {
  const [program, ...words] = step.command;
  return new Promise((done) => {
    // Colours would go to a log file as escape codes; the summaries are read by programs, too.
    const path = [join(ROOT, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter);
    const env = { ...process.env, PATH: path, NO_COLOR: "1", FORCE_COLOR: undefined };
    const child = spawn(program, words, { cwd: step.folder ?? ROOT, stdio: ["ignore", "pipe", "pipe"], env });
    if (nice !== undefined && child.pid !== undefined) beNice(child.pid, nice);
    const parts: string[] = [];
    let bytes = 0;
    const take = (chunk: Buffer): void => {
      if (step.isQuiet !== true) write(chunk);
      if ((bytes += chunk.byteLength) <= MAX_OUTPUT_BYTES) parts.push(chunk.toString());
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    const deadline = setTimeout(() => endOf(child, parts, step, write), step.deadlineMs ?? DEADLINE_MS);
    const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of PASSED_ON) process.on(signal, passOn);
    const finish = (exitCode: number): void => {
      clearTimeout(deadline);
      for (const signal of PASSED_ON) process.off(signal, passOn);
      done({ output: parts.join(""), exitCode });
    };
    child.once("error", (error) => {
      write(`could not start ${program}: ${error.message}\n`);
      finish(127);
    });
    child.once("close", (code) => finish(code ?? 1));
  });
}

/** What the process starts inherits it. */
function beNice(pid: number, nice: number): void {
  try {
    setPriority(pid, nice);
  } catch {
    // it has ended, or the system has no such thing: then it runs like any other
  }
}

function endOf(child: ReturnType<typeof spawn>, parts: string[], { name }: Step, write: Write): void {
  parts.push(`${name} did not end before its deadline\n`);
  write(`${name} did not end before its deadline and is stopped\n`);
  child.kill("SIGTERM");
  setTimeout(() => child.kill("SIGKILL"), KILL_AFTER_MS).unref();
}
