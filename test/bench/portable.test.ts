/** The hot path runs in a browser too: nothing that it imports, near or far, is of Node. */

import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { expect, it } from "vitest";
import { importsOf } from "../../scripts/architecture.ts";

/** What a page imports, and everything behind it; what is loaded only when it is wanted (`import()`) aside. */
async function importedBy(path: string, seen = new Map<string, string>()): Promise<Map<string, string>> {
  const text = (await readFile(path, "utf8")).replaceAll(/\bimport\(/g, "later(").replaceAll(/^import type .*/gm, "");
  for (const name of importsOf(text)) {
    const target = name.startsWith(".") ? resolve(dirname(path), name) : name;
    if (seen.has(target)) continue;
    seen.set(target, path);
    if (target.endsWith(".ts")) await importedBy(target, seen);
  }
  return seen;
}

it.each(["hot-path.ts", "hot-path/host.ts", "hot-path/table.ts"])("%s runs without Node", async (file) => {
  const imported = await importedBy(resolve(import.meta.dirname, file));
  expect([...imported].filter(([name]) => name.startsWith("node:"))).toEqual([]);
  expect(imported.size).toBeGreaterThan(0);
});

it("would find an import of Node's, since Node's own host has one", async () => {
  expect([...(await importedBy(resolve(import.meta.dirname, "hot-path/node-host.ts"))).keys()]).toContain(
    "node:crypto",
  );
});
