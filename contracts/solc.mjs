#!/usr/bin/env node
// The compiler of the npm package `solc`, with as much of the command line of the native one as forge uses, so that forge
// needs no download. Runs on Node 20 too: forge starts it with whatever `node` the shell finds.
import { readFileSync } from "node:fs";
import { resolve, sep } from "node:path";
import solc from "solc";

const words = process.argv.slice(2);
const option = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const base = resolve(option("--base-path") ?? ".");
const allowed = (option("--allow-paths") ?? base).split(",").map((folder) => resolve(folder) + sep);

/** Reads a source that forge did not send under the name an import resolves to, as the native compiler does. */
function readImport(name) {
  const path = resolve(base, name);
  if (!allowed.some((folder) => path.startsWith(folder))) return { error: `${path} is outside of --allow-paths` };
  try {
    return { contents: readFileSync(path, "utf8") };
  } catch (error) {
    return { error: String(error) };
  }
}

if (words.includes("--version")) {
  process.stdout.write(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}\n`);
} else if (words.includes("--standard-json")) {
  process.stdout.write(solc.compile(readFileSync(0, "utf8"), { import: readImport }));
} else {
  process.stderr.write("solc.mjs answers --version and --standard-json (input on stdin) only\n");
  process.exitCode = 1;
}
