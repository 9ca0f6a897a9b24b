// Questions to the person at the terminal: each with a line that explains it and a default that Enter takes.

import { createInterface } from "node:readline";
import { CairnError } from "../../protocol/index.ts";
import type { Io } from "./output.ts";

export interface Question<T> {
  readonly ask: string;
  /** A line that says what depends on it. */
  readonly why: string;
  /** What Enter alone means, as text; undefined if an answer is needed. */
  readonly standard: string | undefined;
  /** The answer's value, or what is wrong with it, as a sentence. */
  readonly read: (text: string) => Answer<T> | Promise<Answer<T>>;
}

export type Answer<T> = { readonly value: T } | { readonly wrong: string };

export interface Asking extends Disposable {
  /** Asks until the answer is one. Throws ERR_ABORTED when the person leaves with Ctrl-C or Ctrl-D. */
  ask<T>(question: Question<T>): Promise<T>;
}

/** Somebody can be asked: both ends are a terminal. */
export function canAsk({ stdin, stderr }: Io): boolean {
  return stdin.isTTY === true && stderr.isTTY === true;
}

/** Opens the conversation. Questions go to standard error, so that the result can still be piped. */
export function openQuestions({ stdin, stderr }: Io, signal: AbortSignal): Asking {
  const lines = createInterface({ input: stdin, output: stderr, terminal: false });
  const waiting: string[] = [];
  let wake = (): void => {};
  let isOver = false;
  lines.on("line", (line) => (waiting.push(line), wake()));
  lines.on("close", () => ((isOver = true), wake()));
  const nextLine = async (): Promise<string> => {
    while (waiting.length === 0) {
      if (isOver || signal.aborted) {
        stderr.write("\n");
        throw new CairnError("ERR_ABORTED", "Left before all was answered: nothing was done.");
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        signal.addEventListener("abort", () => resolve(), { once: true });
      });
    }
    return waiting.shift() as string;
  };
  const ask = async <T>({ ask: text, why, standard, read }: Question<T>): Promise<T> => {
    stderr.write(`\n${why}\n`);
    for (;;) {
      stderr.write(standard === undefined ? `${text}: ` : `${text} [${standard}]: `);
      const line = (await nextLine()).trim();
      const answer = await read(line === "" ? (standard ?? "") : line);
      if ("value" in answer) return answer.value;
      stderr.write(`  ${answer.wrong}\n`);
    }
  };
  return { ask, [Symbol.dispose]: () => lines.close() };
}

/** Asks for a yes or a no. */
export function yesOrNo(ask: string, why: string, standard: boolean): Question<boolean> {
  return {
    ask: `${ask} (yes/no)`,
    why,
    standard: standard ? "yes" : "no",
    read: (text) => {
      if (/^(y|yes)$/i.test(text)) return { value: true };
      return /^(n|no)$/i.test(text) ? { value: false } : { wrong: "Answer yes or no." };
    },
  };
}
