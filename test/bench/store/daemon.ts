/** Starts a provider's process, asks it, measures it from outside, and ends it one way or the other. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { residentBytes } from "./process-memory.ts";
import type { ProcessSettings, Started } from "./process.ts";
import type { Answer, Ask, Question } from "./questions.ts";
import type { ResidentMemory } from "./process-memory.ts";

export interface BenchDaemon {
  /** Milliseconds from its spawn until it said that it is ready. */
  readonly readyMs: number;
  /** By its own clock, which begins with the process. */
  readonly started: Started;
  ask<Q extends Question>(question: Q, ask: Ask<Q>): Promise<Answer<Q>>;
  memory(): ResidentMemory;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** The flags of V8 that `cairn` starts itself with (node/launch.mjs). */
export const NODE_FLAGS = ["--max-semi-space-size=8"];

export async function startBenchDaemon(settings: ProcessSettings, flags: readonly string[] = []): Promise<BenchDaemon> {
  const start = performance.now();
  const program = join(import.meta.dirname, "process.ts");
  const child = spawn(process.execPath, [...NODE_FLAGS, ...flags, program, JSON.stringify(settings)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exited = once(child, "exit");
  const next = async (): Promise<unknown> => {
    const line = await Promise.race([lines.next(), exited.then(() => ({ done: true, value: undefined }))]);
    if (line.done === true) throw new Error("the provider's process ended by itself");
    return JSON.parse(String(line.value));
  };
  const started = (await next()) as Started;
  const readyMs = performance.now() - start;
  const ask = async <Q extends Question>(question: Q, what: Ask<Q>): Promise<Answer<Q>> => {
    child.stdin.write(`${JSON.stringify({ question, ask: what })}\n`);
    return (await next()) as Answer<Q>;
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
