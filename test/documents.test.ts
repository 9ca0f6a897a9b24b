/** Documents that list what the code has are compared with it, both ways. */

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { TABLES, withTable } from "../scripts/document-tables.ts";
import { projectFiles, ROOT } from "../scripts/project-files.ts";

const documents = projectFiles().filter(({ path }) => path.endsWith(".md"));

describe("a table in a document", () => {
  it.each(TABLES)(
    "$document: $name is what the code says (write it with `node scripts/document-tables.ts`)",
    (table) => {
      const text = readFileSync(join(ROOT, table.document), "utf8");
      expect(text).toBe(withTable(text, table));
    },
  );

  it("is found to differ when a row is missing", () => {
    for (const table of TABLES) {
      const text = readFileSync(join(ROOT, table.document), "utf8");
      const row = table.lines().at(-1) ?? "";
      expect(withTable(text.replace(`${row}\n`, ""), table)).toBe(text);
      expect(text.replace(`${row}\n`, "")).not.toBe(text);
    }
  });
});

describe("a link in a document", () => {
  const links = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map((match) => match[1] ?? "")
      .filter((target) => !/^[a-z]+:/.test(target))
      .map((target) => ({ path, target })),
  );

  it.each(links)("from $path to $target leads to a file", ({ path, target }) => {
    expect(existsSync(join(ROOT, dirname(path), target))).toBe(true);
  });
});

describe("a script that a document names", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const named = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/`npm run ([a-z:-]+)/g)].map((match) => ({ path, script: match[1] ?? "" })),
  );

  it.each(named)("in $path: $script is in package.json", ({ script }) => {
    expect(Object.keys(scripts)).toContain(script);
  });

  it("and each script of package.json stands in CONTRIBUTING.md", () => {
    const contributing = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
    for (const script of Object.keys(scripts)) {
      const command = script === "test" || script === "start" ? `npm ${script}` : `npm run ${script}`;
      expect(contributing).toContain(`\`${command}`);
    }
  });

  it("runs a file that is there", () => {
    for (const command of Object.values(scripts)) {
      const file = /launch\.mjs (\S+\/\S+\.(?:ts|mjs))/.exec(command)?.[1];
      if (file !== undefined) expect(existsSync(join(ROOT, file)), command).toBe(true);
    }
  });
});
