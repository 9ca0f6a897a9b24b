// Prints the tables of docs/spec/economics.md. `npm run economics`; with `-- --write` it puts them into the document.

import { markdown, readDocument, withTable, writeDocument } from "../test/economics/document.ts";
import { FIGURES } from "../test/economics/figures.ts";
import { TABLES } from "../test/economics/tables.ts";

if (process.argv.includes("--write")) {
  writeDocument(TABLES.reduce((text, table) => withTable(text, table.name, markdown(table)), readDocument()));
} else {
  for (const table of TABLES) process.stdout.write(`${table.name}\n\n${markdown(table)}\n\n`);
  process.stdout.write(`figures in the text\n\n${FIGURES.map((figure) => `- ${figure}`).join("\n")}\n`);
}
