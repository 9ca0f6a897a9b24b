// The compiled code that runs in the hot path, pinned: which package, which file, which bytes, within which size.
// `npm run wasm` writes erasure/kernel.json anew, after an update that was looked at; with --check it compares and writes nothing.

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ROOT } from "./project-files.ts";

const PACKAGE = "@subspace/reed-solomon-erasure.wasm";
const FILE = "dist/reed_solomon_erasure_bg.wasm";
/** A client in a browser loads this before its first put. */
const BUDGET_BYTES = 131_072;
const PIN = join(ROOT, "erasure", "kernel.json");

const found = await describe();
const text = `${JSON.stringify(found, undefined, 2)}\n`;
if (found.bytes > BUDGET_BYTES) fail(`The kernel has ${found.bytes} bytes, more than its budget of ${BUDGET_BYTES}.`);
else if (!process.argv.includes("--check")) await writeFile(PIN, text);
else if ((await readFile(PIN, "utf8")) !== text) {
  fail(`The installed kernel is not the one in erasure/kernel.json: ${text}If the update is wanted, run npm run wasm.`);
} else console.log(`the kernel is the pinned one: ${found.package}@${found.version}, ${found.bytes} bytes`);

async function describe() {
  const entry = createRequire(import.meta.url).resolve(PACKAGE);
  const folder = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  const bytes = await readFile(join(folder, FILE));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { package: PACKAGE, version, file: FILE, bytes: bytes.byteLength, sha256 };
}

function fail(line: string): void {
  console.error(line);
  process.exitCode = 1;
}
