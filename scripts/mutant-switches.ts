// All mutants of a source in one source, each behind a switch, so that they are compiled once. A mutant is on while the block's
// coinbase is its number: forge sets that from outside, and nothing in the contracts looks at it.

import type { Mutant } from "./mutants.ts";

export const SWITCH_FILE = "MutantSwitch";
export const SWITCH_SOURCE = `// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.0;

// In a function that pure ones may call.
function mutant(uint256 number) pure returns (bool) {
    return _asPure(_isOn)(number);
}

function _isOn(uint256 number) view returns (bool) {
    return block.coinbase == address(uint160(number));
}

function _asPure(function(uint256) view returns (bool) reads)
    pure
    returns (function(uint256) pure returns (bool) pretends)
{
    assembly {
        pretends := reads
    }
}
`;

export interface Switch {
  readonly mutant: Mutant;
  /** The coinbase that turns it on; from 1. */
  readonly number: number;
}

interface Region {
  readonly start: number;
  readonly end: number;
  /** Where in it the operator is, if it has one. */
  readonly operator: { readonly start: number; readonly end: number } | undefined;
  readonly switches: Switch[];
}

/** Ends of an operand, by how strongly the operator binds. */
const COMPARISON_ENDS = /^(?:&&|\|\||[?:;,={}]|return\b)/;
const AND_ENDS = /^(?:\|\||[?:;,={}]|return\b)/;
const OR_ENDS = /^(?:[?:;,={}]|return\b)/;

/** Whether this kind of mutant can stand behind a switch. Constants, modifiers and assembly cannot. */
export function isSwitchable({ kind }: Mutant): boolean {
  return ["refusal", "return", "operator", "one", "step"].includes(kind);
}

/** The source with all these mutants in it, each off. */
export function withSwitches(source: string, switches: readonly Switch[]): string {
  const regions = new Map<string, Region>();
  const code = blankText(source);
  for (const one of switches) {
    const region = regionOf(code, one);
    const key = `${region.start}-${region.end}-${region.operator?.start ?? ""}`;
    const known = regions.get(key);
    if (known === undefined) regions.set(key, region);
    else known.switches.push(one);
  }
  const sorted = [...regions.values()].toSorted((a, b) => a.start - b.start || b.end - a.end);
  const body = render(source, sorted, 0, source.length);
  return body.replace(/^(pragma [^;]*;)/m, `$1 import {mutant} from "./${SWITCH_FILE}.sol";`);
}

function regionOf(code: string, one: Switch): Region {
  const { start, end, kind, before } = one.mutant;
  if (kind !== "operator") return { start, end, operator: undefined, switches: [one] };
  const ends = before === "||" ? OR_ENDS : before === "&&" ? AND_ENDS : COMPARISON_ENDS;
  return {
    start: leftEnd(code, start, ends),
    end: rightEnd(code, end, before === "||" ? AND_ENDS : COMPARISON_ENDS), // operators of a kind go from left to right
    operator: { start, end },
    switches: [one],
  };
}

/** Where the operand left of `from` begins. */
function leftEnd(code: string, from: number, ends: RegExp): number {
  let depth = 0;
  let at = from - 1;
  for (; at >= 0; --at) {
    const char = code[at] as string;
    if (")]".includes(char)) ++depth;
    else if ("([".includes(char) && depth-- === 0) break;
    else if (depth === 0 && isEnd(code, at, ends)) {
      at += (ends.exec(code.slice(at, at + 8))?.[0].length ?? 1) - 1;
      break;
    }
  }
  return at + 1 + (/^\s*/.exec(code.slice(at + 1))?.[0].length ?? 0);
}

/** Where the operand right of `from` ends. */
function rightEnd(code: string, from: number, ends: RegExp): number {
  let depth = 0;
  let at = from;
  for (; at < code.length; ++at) {
    const char = code[at] as string;
    if ("([".includes(char)) ++depth;
    else if (")]".includes(char) && depth-- === 0) break;
    else if (depth === 0 && isEnd(code, at, ends)) break;
  }
  return from + code.slice(from, at).trimEnd().length;
}

/** `==`, `<=`, `=>` and the like are no assignment. */
function isEnd(code: string, at: number, ends: RegExp): boolean {
  const text = code.slice(at, at + 8);
  if (!ends.test(text)) return false;
  if (text.startsWith("return")) return !/\w/.test(code[at - 1] ?? " ");
  return text[0] !== "=" || !/[=<>!]/.test((code[at - 1] ?? "") + (code[at + 1] ?? ""));
}

function render(source: string, regions: readonly Region[], start: number, end: number): string {
  let text = "";
  let at = start;
  for (let index = 0; index < regions.length; ++index) {
    const region = regions[index] as Region;
    if (region.start < at || region.end > end) continue;
    const inner = regions.slice(index + 1).filter((other) => other.start >= region.start && other.end <= region.end);
    text += source.slice(at, region.start) + renderRegion(source, region, inner);
    at = region.end;
  }
  return text + source.slice(at, end);
}

function renderRegion(source: string, { start, end, operator, switches }: Region, inner: readonly Region[]): string {
  if (operator !== undefined) {
    const left = flat(render(source, inner, start, operator.start));
    const right = flat(render(source, inner, operator.end, end));
    return switches.reduce(
      (text, { mutant: { before, after }, number }) => {
        const other = changed(left, before, after, right);
        return `(mutant(${number}) ? ${other} : ${text})`;
      },
      `(${left} ${source.slice(operator.start, operator.end)} ${right})`,
    );
  }
  const { kind } = (switches[0] as Switch).mutant;
  if (kind === "one") return one(source.slice(start, end), switches);
  const off = switches.map(({ number }) => `!mutant(${number})`).join(" && ");
  return `if (${off}) { ${render(source, inner, start, end)} }`;
}

/** Types of our own have `==`, but not every other operator. */
function changed(left: string, before: string, after: string, right: string): string {
  const equal = `${left} == ${right}`;
  if (after === "!=") return `!(${equal})`;
  if (after === `${before}=`) return `(${left} ${before} ${right} || ${equal})`;
  if (before === `${after}=`) return `(${left} ${before} ${right} && !(${equal}))`;
  return `(${left} ${after} ${right})`;
}

function one(text: string, switches: readonly Switch[]): string {
  const value = switches.reduce((rest, { mutant, number }) => {
    const changed = /plus\((\d)\)/.exec(mutant.after)?.[1] ?? "0";
    return `(mutant(${number}) ? ${changed} : ${rest})`;
  }, "1");
  return text.startsWith(".") ? `.plus(${value})` : text.replace("1", value);
}

/** On one line, without comments. */
function flat(text: string): string {
  return text
    .replaceAll(/\/\/[^\n]*/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** As it is, with spaces in the place of comments and strings. */
function blankText(source: string): string {
  return source.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|"[^"\n]*"/g, (text) => text.replaceAll(/[^\n]/g, " "));
}
