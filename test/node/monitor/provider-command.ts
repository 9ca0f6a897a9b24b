/** `cairn provider start` in a process of its own, as systemd or a container runs it. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Address } from "../../../protocol/index.ts";

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** From the signal to the end of the process. */
  readonly ms: number;
}

export interface Command {
  readonly owner: Address;
  readonly peer: string;
  readonly addresses: readonly string[];
  /** Lines of stderr up to now. */
  readonly lines: readonly string[];
  stop(signal: NodeJS.Signals): Promise<Ended>;
}

const CLI = fileURLToPath(new URL("../../../node/cli.ts", import.meta.url));

/** Resolves when the provider says that it is ready. `program` is what runs: Node and the script, unless told otherwise. */
export async function startCommand(
  flags: Readonly<Record<string, string>>,
  {
    program = [process.execPath, CLI],
    env = process.env,
  }: { program?: readonly string[]; env?: NodeJS.ProcessEnv } = {},
): Promise<Command> {
  const [file = "", ...words] = program;
  const given = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(file, [...words, "provider", "start", "--json", ...given], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => lines.push(line));
  const ended = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    await ended;
  });
  const first = once(createInterface({ input: child.stdout }), "line") as Promise<[string]>;
  const dead = ended.then(([code]) => Promise.reject(new Error(`ended with ${code}: ${lines.slice(-5).join(" | ")}`)));
  dead.catch(() => {});
  const [ready] = await Promise.race([first, dead]);
  return {
    ...(JSON.parse(ready) as Pick<Command, "owner" | "peer" | "addresses">),
    lines,
    async stop(signal) {
      const sent = performance.now();
      child.kill(signal);
      const [code, by] = await ended;
      return { code, signal: by, ms: performance.now() - sent };
    },
  };
}
