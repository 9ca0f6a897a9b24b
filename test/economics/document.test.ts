/** docs/spec/economics.md says what the code works out: every table, every figure in the text, and nothing besides. */

import { describe, expect, it } from "vitest";
import { markdown, proseOf, readDocument, tablePlaces, withTable } from "./document.ts";
import { FIGURES } from "./figures.ts";
import { TABLES } from "./tables.ts";

/** Numbers that are names. */
const NAMES = /\b(?:EIP|ERC)-\d+|, (?:19|20)\d\d\b/g;
const LIST_NUMBER = /^\d\. /gm;

const text = readDocument();
const prose = proseOf(text);

/** What is left of the text without the figures, as the words around each digit left over. */
function unexplained(words: string): string[] {
  const rest = FIGURES.reduce((left, figure) => left.replaceAll(figure, ""), words);
  const digits = rest
    .replaceAll(NAMES, "")
    .replaceAll(LIST_NUMBER, "")
    .matchAll(/.{0,30}\d.{0,10}/g);
  return [...digits].map(([around]) => around);
}

describe("a table of the economics", () => {
  it.each(TABLES)("$name is what the code works out (write it with `npm run economics -- --write`)", (table) => {
    const lines = markdown(table);
    expect(withTable(text, table.name, lines)).toBe(text);
    const row = lines.split("\n").at(-1) ?? "";
    expect(text.replace(`${row}\n`, "")).not.toBe(text);
    expect(withTable(text.replace(`${row}\n`, ""), table.name, lines)).toBe(text);
  });

  it("has its place in the document, and each place its table", () => {
    expect(tablePlaces(text).toSorted()).toEqual(TABLES.map(({ name }) => name).toSorted());
  });
});

describe("a figure in the text", () => {
  it.each(FIGURES)("stands there: %s", (figure) => {
    expect(prose).toContain(figure);
  });

  it("is one that the code works out", () => {
    expect(unexplained(prose)).toEqual([]);
  });

  it("would be found if it were another", () => {
    expect(unexplained(prose.replace("4.90 %", "4.91 %"))).not.toEqual([]);
    expect(unexplained(`${prose} One in 7.`)).not.toEqual([]);
  });
});
