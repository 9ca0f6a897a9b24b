// How an error reaches the person at the terminal: what happened, its code, what to do. A stack only when asked for.

import { ERRORS, isErrorCode } from "../../protocol/index.ts";
import { codeOf, faultOf } from "./exit-code.ts";
import { toJson } from "./output.ts";

const MAX_CAUSES = 8;

export interface ReportOptions {
  readonly json: boolean;
  /** With stacks and causes. */
  readonly verbose: boolean;
}

/** The text about an error for stderr, with its end of line. */
export function errorReport(error: unknown, { json, verbose }: ReportOptions): string {
  if (json) return `${toJson({ error: errorFacts(error) })}\n`;
  const lines = [`cairn: ${messageOf(error)}`, `  ${codeLine(error)}`];
  if (verbose) lines.push(...causesOf(error).map(stackOf));
  else if (codeOf(error) === undefined) lines.push("  Run it again with --verbose for the details.");
  return `${lines.join("\n")}\n`;
}

function errorFacts(error: unknown): Record<string, unknown> {
  const facts = factsOf(error);
  return { code: codeOf(error) ?? "ERR_INTERNAL", fault: faultOf(error) ?? "client", message: messageOf(error), facts };
}

function factsOf(error: unknown): Readonly<Record<string, unknown>> {
  return error instanceof Error && "facts" in error ? (error.facts as Readonly<Record<string, unknown>>) : {};
}

function codeLine(error: unknown): string {
  const code = codeOf(error);
  if (code === undefined) return "an error that this program did not expect";
  if (!isErrorCode(code)) return code;
  const { remedy } = ERRORS[code];
  const { rpc } = factsOf(error);
  const where = typeof rpc === "string" && !messageOf(error).includes(rpc) ? ` (${rpc})` : "";
  return `${code}${where}${messageOf(error).includes(remedy) ? "" : `: ${remedy}`}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? String(error)) : String(error);
}

/** The error and its causes, outermost first; bounded, because a cause may be its own. */
function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let at = error; at !== undefined && at !== null && chain.length < MAX_CAUSES;) {
    chain.push(at);
    at = at instanceof Error ? at.cause : undefined;
  }
  return chain;
}
