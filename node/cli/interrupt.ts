// Ctrl-C and its relatives: the first asks the command to stop and put things in order, the second ends the process at once.

import { EXIT_CODES } from "./exit-code.ts";

/** A terminal's Ctrl-C can arrive twice, from the terminal and passed on by npm or the launcher: that is still the first. */
const SAME_KEYSTROKE_MS = 400;

export interface Interrupt {
  readonly signal: AbortSignal;
  /** The exit code of the signal that came, if one did. */
  exitCode(): number | undefined;
  /** Stops listening. */
  release(): void;
}

/** Listens for SIGINT, SIGTERM and SIGHUP. `say` tells the person that the first was heard. */
export function listenForInterrupts(say: (line: string) => void, host: NodeJS.Process = process): Interrupt {
  const controller = new AbortController();
  let first: { readonly at: number; readonly code: number } | undefined;
  const onSignal = (name: NodeJS.Signals): void => {
    const code = EXIT_CODES[name === "SIGINT" ? "interrupted" : "terminated"].code;
    if (first !== undefined && performance.now() - first.at < SAME_KEYSTROKE_MS) return;
    if (first !== undefined) return host.exit(code);
    first = { at: performance.now(), code };
    say("Stopping … (once more to stop at once)");
    controller.abort(new DOMException(`Stopped by ${name}.`, "AbortError"));
  };
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of names) host.on(name, onSignal);
  return {
    signal: controller.signal,
    exitCode: () => first?.code,
    release: () => {
      for (const name of names) host.off(name, onSignal);
    },
  };
}
