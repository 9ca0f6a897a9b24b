/** A process that is asked in lines of JSON, answers each with one, and is measured from outside. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { residentBytes } from "./process-memory.ts";
import type { ResidentMemory } from "./process-memory.ts";

export interface AskedProcess {
  /** Milliseconds from its spawn until its first line. */
  readonly readyMs: number;
  /** What its first line said. */
  readonly started: unknown;
  ask(question: string, what: unknown): Promise<unknown>;
  memory(): ResidentMemory;
  /** Asks it to stop, and waits until it has ended. */
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** The flags of V8 that node/launch.mjs has started this process with, as it does `cairn`. */
export const NODE_FLAGS = process.execArgv.filter((flag) => /^--(max-semi-space|heap-growing)/.test(flag));

/** `program`: a file of this folder, given the settings as JSON. It ends with its standard input. */
export async function startAsked(
  program: string,
  settings: object,
  flags: readonly string[] = [],
): Promise<AskedProcess> {
  const start = performance.now();
  const path = join(import.meta.dirname, program);
  const child = spawn(process.execPath, [...NODE_FLAGS, ...flags, path, JSON.stringify(settings)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exited = once(child, "exit");
  const next = async (): Promise<unknown> => {
    const line = await Promise.race([lines.next(), exited.then(() => ({ done: true, value: undefined }))]);
    if (line.done === true) throw new Error("the provider's process ended by itself");
    return JSON.parse(String(line.value));
  };
  const started = await next();
  const readyMs = performance.now() - start;
  const ask = async (question: string, what: unknown): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify({ question, ask: what })}\n`);
    return next();
  };
  return {
    readyMs,
    started,
    ask,
    memory: () => residentBytes(child.pid ?? 0),
    async stop() {
      await ask("stop", {});
      child.stdin.end();
      await exited;
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
