// The files of this project as a working copy has them: what is written by people, without what is installed or built.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceFile } from "./architecture.ts";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

const SKIPPED = new Set([
  ".git",
  "node_modules",
  "dist",
  "coverage",
  "data",
  "out",
  "cache",
  ".cairn",
  "package-lock.json",
]);
const TEXT = /\.(tsx?|css|html|mjs|sol|md|json|toml|yml|yaml|sh)$|(^|\/)(run|LICENSE[^/]*|\.[a-z]+rc)$/;

/** Every text file, by path from the root, in order. */
export function projectFiles(folder: string = ROOT): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return projectFiles(path);
      return entry.isFile() && TEXT.test(path)
        ? [{ path: relative(ROOT, path).replaceAll("\\", "/"), text: readFileSync(path, "utf8") }]
        : [];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Packages that package.json declares, of any kind. */
export function declaredPackages(): Set<string> {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Record<
    string,
    Record<string, string>
  >;
  return new Set([...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})]);
}
