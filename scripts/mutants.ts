// Small faults put into a Solidity source one at a time, which some test has to notice: a refusal left out, a comparison flipped,
// a bound off by one.

import { createHash } from "node:crypto";

export interface Mutant {
  /** Stays the same while the line does: a run can go on after the file has changed elsewhere. */
  readonly id: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly kind: string;
  /** Where in the source. */
  readonly start: number;
  readonly end: number;
  /** What is replaced, and by what. */
  readonly before: string;
  readonly after: string;
  /** The whole source with the fault. */
  readonly source: string;
}

interface Edit {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly after: string;
}

const FLIPPED: Readonly<Record<string, string>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "==": "!=",
  "!=": "==",
  "&&": "||",
  "||": "&&",
};
/** The operator alone: no shift, no arrow, no assignment. */
const OPERATOR = /(?<=\s)(<=|>=|==|!=|<|>|&&|\|\|)(?=\s)/g;
const MODIFIER = /\b(nonReentrant|whenNotPaused|restricted|onlyMarket)\b(?=[^;]*?\{)/g;
const CONSTANT = /\bconstant \w+ = ([\d_]+|0x[\da-f]{1,12}|type\(uint\d+\)\.max);/g;
const ONE = /\.plus\(1\)| [+-] 1\b/g;
const STEP = /^[ \t]*(?:\+\+|--)[\w.[\]]+;/gm;
const YUL = /\b(lt|gt|eq)\(/g;

/** All mutants of a source, in its order. */
export function mutantsOf(file: string, source: string): Mutant[] {
  const code = withoutText(source);
  const edits = [
    ...refusals(code),
    ...calls(code),
    ...found(code, MODIFIER, "modifier", () => [""]),
    ...found(code, OPERATOR, "operator", ([operator = ""]) => [FLIPPED[operator] ?? ""]),
    ...constants(code),
    ...found(code, ONE, "one", ([text = ""]) => (text.startsWith(".") ? [".plus(0)", ".plus(2)"] : [""])),
    ...found(code, STEP, "step", () => [""]),
    ...yul(code),
  ].toSorted((a, b) => a.start - b.start);
  const seen = new Map<string, number>();
  return edits.map(({ kind, start, end, after }) => {
    const before = source.slice(start, end);
    const key = [file, kind, lineAt(source, start), before, after].join("\n");
    const turn = seen.get(key) ?? 0;
    seen.set(key, turn + 1);
    return {
      id: createHash("sha256").update(`${key}\n${turn}`).digest("hex").slice(0, 16),
      file,
      line: source.slice(0, start).split("\n").length,
      kind,
      start,
      end,
      before,
      after,
      source: source.slice(0, start) + after + source.slice(end),
    };
  });
}

/** The source with spaces in the place of comments, strings and imports. */
function withoutText(source: string): string {
  return source.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|"[^"\n]*"|^import [^;]*;/gm, (text) =>
    text.replaceAll(/[^\n]/g, " "),
  );
}

function lineAt(source: string, start: number): string {
  const from = source.lastIndexOf("\n", start - 1) + 1;
  return source.slice(from, (source.indexOf("\n", start) + 1 || source.length + 1) - 1).trim();
}

function found(
  code: string,
  pattern: RegExp,
  kind: string,
  replacements: (match: RegExpExecArray) => readonly string[],
): Edit[] {
  return [...code.matchAll(pattern)].flatMap((match) =>
    replacements(match).map((after) => ({ kind, start: match.index, end: match.index + match[0].length, after })),
  );
}

/** `if (…) revert …;`, `if (…) { revert …; }` and `if (…) return …;`, left out. */
function refusals(code: string): Edit[] {
  return [...code.matchAll(/\bif \(/g)].flatMap(({ index: start }) => {
    const rest = code.slice(closing(code, start + 3) + 1);
    const body = /^\s*(?:(revert|return)\b[^;]*;|\{\s*revert\b[^;]*;\s*\})/.exec(rest);
    if (body === null) return [];
    const end = code.length - rest.length + body[0].length;
    return [{ kind: body[1] === "return" ? "return" : "refusal", start, end, after: "" }];
  });
}

/** `_require…(…);`, left out. */
function calls(code: string): Edit[] {
  return [...code.matchAll(/(?<=^[ \t]*)_require\w*\(/gm)].map(({ index: start, 0: text }) => ({
    kind: "refusal",
    start,
    end: closing(code, start + text.length - 1) + 2,
    after: "",
  }));
}

/** One more, one less. */
function constants(code: string): Edit[] {
  return [...code.matchAll(CONSTANT)].flatMap((match) => {
    const literal = match[1] ?? "";
    const start = match.index + match[0].length - 1 - literal.length;
    const value = Number(literal.replaceAll("_", ""));
    const changed = Number.isNaN(value) ? [`${literal} - 1`] : value === 0 ? ["1"] : [`${value + 1}`, `${value - 1}`];
    return changed.map((after) => ({ kind: "constant", start, end: start + literal.length, after }));
  });
}

/** Comparisons in assembly: `lt` to `≤`, `gt` to `≥`, `eq` to `≠`. */
function yul(code: string): Edit[] {
  return [...code.matchAll(YUL)].map(({ index: start, 1: name = "" }) => {
    const end = closing(code, start + 2) + 1;
    const other = { lt: "gt", gt: "lt" }[name] ?? "eq";
    return { kind: "yul", start, end, after: `iszero(${other}${code.slice(start + 2, end)})` };
  });
}

/** Where the parenthesis that opens at `start` is closed. */
function closing(code: string, start: number): number {
  let depth = 0;
  for (let index = start; index < code.length; ++index) {
    if (code[index] === "(") ++depth;
    else if (code[index] === ")" && --depth === 0) return index;
  }
  throw new Error(`a parenthesis is never closed: ${code.slice(start, start + 60)}`);
}
