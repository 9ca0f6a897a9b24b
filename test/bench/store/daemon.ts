/** Starts a provider's process, asks it, measures it from outside, and ends it one way or the other. */

import { startAsked } from "./asked-process.ts";
import type { AskedProcess } from "./asked-process.ts";
import type { ProcessSettings, Started } from "./process.ts";
import type { Answer, Ask, Question } from "./questions.ts";

export interface BenchDaemon extends Omit<AskedProcess, "started" | "ask"> {
  /** By its own clock, which begins with the process. */
  readonly started: Started;
  ask<Q extends Question>(question: Q, ask: Ask<Q>): Promise<Answer<Q>>;
}

export async function startBenchDaemon(settings: ProcessSettings, flags: readonly string[] = []): Promise<BenchDaemon> {
  const asked = await startAsked("process.ts", settings, flags);
  return {
    ...asked,
    started: asked.started as Started,
    ask: async <Q extends Question>(question: Q, what: Ask<Q>) => (await asked.ask(question, what)) as Answer<Q>,
  };
}
