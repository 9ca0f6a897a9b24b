// docs/spec/economics.md as text: its tables between marks, and the prose around them.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../scripts/project-files.ts";

export interface Table {
  /** In the document: `<!-- table NAME -->` before and `<!-- end NAME -->` after. */
  readonly name: string;
  readonly heading: readonly string[];
  readonly rows: () => readonly (readonly string[])[];
}

const FILE = join(ROOT, "docs/spec/economics.md");

export function readDocument(): string {
  return readFileSync(FILE, "utf8");
}

export function writeDocument(text: string): void {
  writeFileSync(FILE, text);
}

/** The document with the lines of a table put between its marks. Throws if it has no place for it. */
export function withTable(text: string, name: string, lines: string): string {
  const [start, end] = [`<!-- table ${name} -->\n`, `<!-- end ${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error(`The document has no place for the table "${name}": ${start.trim()} … ${end}`);
  return `${text.slice(0, from + start.length)}\n${lines}\n\n${text.slice(to)}`;
}

/** Names of the tables that the document has a place for. */
export function tablePlaces(text: string): string[] {
  return [...text.matchAll(/<!-- table (.+?) -->/g)].map((match) => match[1] ?? "");
}

/** The document without its generated tables, code, and the addresses of links. */
export function proseOf(text: string): string {
  return text
    .replaceAll(/<!-- table (.+?) -->[\s\S]*?<!-- end \1 -->/g, "")
    .replaceAll(/^ {4}.*$/gm, "")
    .replaceAll(/`[^`\n]*`/g, "")
    .replaceAll(/\]\([^)]*\)/g, "]");
}

export function markdown({ heading, rows }: Table): string {
  return [heading, heading.map(() => "---"), ...rows()].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
