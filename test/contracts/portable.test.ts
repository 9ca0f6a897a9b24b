// The ledger is part of the client, which also runs in a browser: nothing that loads with it may need Node.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importsOf } from "../../scripts/architecture.ts";

/** Static imports below a file; those within functions are loaded when used. */
function reachable(file: URL, seen = new Map<string, string[]>()): Map<string, string[]> {
  if (seen.has(file.pathname)) return seen;
  const text = readFileSync(file, "utf8").replaceAll(/\bawait import\([^)]*\)/g, "");
  const imports = importsOf(text);
  seen.set(file.pathname, imports);
  for (const each of imports.filter((name) => name.startsWith("."))) reachable(new URL(each, file), seen);
  return seen;
}

test("what contracts/index.ts loads imports no module of Node", () => {
  const found = reachable(new URL("../../contracts/index.ts", import.meta.url));
  expect(found.size).toBeGreaterThan(20);
  for (const [file, imports] of found) {
    expect([file, imports.filter((name) => name.startsWith("node:"))]).toEqual([file, []]);
  }
});
