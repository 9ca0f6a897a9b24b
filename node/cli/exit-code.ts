// The exit codes of `cairn`: one table, which docs/cli.md repeats and a test compares. Scripts depend on them.

import { CommanderError } from "commander";
import { ERRORS, type Fault, isCairnError, isErrorCode } from "../../protocol/index.ts";

export const EXIT_CODES = {
  ok: { code: 0, meaning: "It worked; for a check: everything held." },
  failed: {
    code: 1,
    meaning: "A check failed: a verdict that is not `passed`, a tour that did not hold. Or a fault of this program.",
  },
  usage: { code: 2, meaning: "Wrong usage: an unknown command or option, an argument missing." },
  user: {
    code: 3,
    meaning: "What was asked for cannot be done as asked: a wrong link, key, file, setting or wallet, too few tokens.",
  },
  network: { code: 4, meaning: "The network or a peer: nobody reachable, too few providers or fragments, a deadline." },
  chain: { code: 5, meaning: "The chain: its endpoint is down, a transaction was refused or is late." },
  disk: { code: 6, meaning: "This machine's disk: full, failing, a damaged data folder." },
  interrupted: { code: 130, meaning: "Stopped by Ctrl-C (SIGINT) before it was done." },
  brokenPipe: { code: 141, meaning: "Whoever read the output went away; nothing is printed about it." },
  terminated: { code: 143, meaning: "Stopped by SIGTERM or SIGHUP before it was done." },
} as const;

export type ExitName = keyof typeof EXIT_CODES;

/** The exit of each fault that an error can name. */
export const FAULT_EXITS: Readonly<Record<Fault, ExitName>> = {
  user: "user",
  config: "user",
  client: "failed",
  peer: "network",
  network: "network",
  chain: "chain",
  disk: "disk",
};

/** The exit code that an error ends the command with. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.ok.code : EXIT_CODES.usage.code;
  const fault = faultOf(error);
  return EXIT_CODES[fault === undefined ? "failed" : FAULT_EXITS[fault]].code;
}

/** Whose fault an error is, if it carries one of our codes. */
export function faultOf(error: unknown): Fault | undefined {
  if (isCairnError(error)) return error.fault;
  const code = codeOf(error);
  return code !== undefined && isErrorCode(code) ? ERRORS[code].fault : undefined;
}

/** The stable code of an error, ours or the system's, if it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}
