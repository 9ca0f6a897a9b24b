// The tables of the documents that repeat a list of the code. `node scripts/document-tables.ts` writes them between their
// marks; test/documents.test.ts compares.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { COMMANDS, EXIT_CODES, FAULT_EXITS } from "../node/cli/index.ts";
import { Metrics, WARNINGS } from "../node/monitor/index.ts";
import { SETTING_KEYS, flagName, settingFacts, variableName } from "../node/settings.ts";
import { projectFiles, ROOT } from "./project-files.ts";

export interface DocumentTable {
  readonly document: string;
  /** In the document: `<!-- table NAME -->` before and `<!-- end NAME -->` after. */
  readonly name: string;
  readonly lines: () => string[];
}

export const TABLES: readonly DocumentTable[] = [
  { document: "docs/config.md", name: "settings", lines: settingTable },
  { document: "docs/cli.md", name: "commands", lines: commandTable },
  { document: "docs/cli.md", name: "options", lines: optionTable },
  { document: "docs/cli.md", name: "exit codes", lines: exitTable },
  { document: "docs/cli.md", name: "faults", lines: faultTable },
  { document: "docs/monitoring.md", name: "metrics", lines: metricTable },
  { document: "docs/monitoring.md", name: "warnings", lines: warningTable },
  { document: "docs/monitoring.md", name: "events", lines: eventTable },
];

function settingTable(): string[] {
  const rows = SETTING_KEYS.map((key) => {
    const { about, unit, allowed, standard } = settingFacts(key);
    return [`\`${key}\``, `\`${variableName(key)}\``, `\`${flagName(key)}\``, unit, standard ?? "–", allowed, about];
  });
  return markdown(["key", "variable", "flag", "unit", "default", "allowed", "what it is"], rows);
}

function commandTable(): string[] {
  const rows = COMMANDS.map((spec) => {
    const words = [spec.name, ...(spec.arguments ?? []).map(([name]) => name)].join(" ");
    return [`\`cairn ${words}\``, spec.summary, (spec.scopes ?? []).join(", ") || "–"];
  });
  return markdown(["command", "what it does", "settings besides the common ones"], rows);
}

function optionTable(): string[] {
  const rows = COMMANDS.flatMap(({ name, options }) =>
    (options ?? []).map(({ flags, about }) => [`\`${name}\``, `\`${flags}\``, about]),
  );
  return markdown(["command", "option", "what it does"], rows);
}

function exitTable(): string[] {
  return markdown(
    ["exit code", "meaning"],
    Object.values(EXIT_CODES).map(({ code, meaning }) => [String(code), meaning]),
  );
}

function faultTable(): string[] {
  const rows = Object.entries(FAULT_EXITS).map(([fault, exit]) => [`\`${fault}\``, String(EXIT_CODES[exit].code)]);
  return markdown(["fault", "exit code"], rows);
}

function metricTable(): string[] {
  const metrics = new Metrics(0);
  const rows = metrics
    .list()
    .map(({ name, type, labels, help }) => [
      `\`${name}\``,
      type,
      labels.map((label) => `\`${label}\``).join(", ") || "–",
      help,
    ]);
  metrics.stop();
  return markdown(["name", "kind", "labels", "what it is"], rows);
}

function warningTable(): string[] {
  const rows = Object.entries(WARNINGS).map(([code, { level, meaning }]) => [`\`${code}\``, level, meaning]);
  return markdown(["code", "level", "what it means"], rows);
}

/** Every `event` that a line of the log can have, by its first word. */
function eventTable(): string[] {
  const sources = projectFiles().filter(({ path }) => path.startsWith("node/") && path.endsWith(".ts"));
  const names = sources.flatMap(({ text }) =>
    [...text.matchAll(/\bevent: "([a-z]+(?:-[a-z]+)*\.[a-z-]+)"/g)].map(([, name = ""]) => name),
  );
  const groups = Object.groupBy(new Set(names.toSorted()), (name) => name.split(".")[0] ?? "");
  const rows = Object.entries(groups).map(([about, found = []]) => [
    about,
    found.map((name) => `\`${name}\``).join(", "),
  ]);
  return markdown(["about", "events"], rows);
}

function markdown(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [heading, heading.map(() => "---"), ...rows].map(
    (row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`,
  );
}

/** The document with a table put between its marks. Throws if the marks are not there. */
export function withTable(text: string, { document, name, lines }: DocumentTable): string {
  const [start, end] = [`<!-- table ${name} -->\n`, `<!-- end ${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error(`${document} has no place for the table "${name}": ${start.trim()} … ${end}`);
  return `${text.slice(0, from + start.length)}\n${lines().join("\n")}\n\n${text.slice(to)}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const table of TABLES) {
    const file = join(ROOT, table.document);
    writeFileSync(file, withTable(readFileSync(file, "utf8"), table));
  }
}
