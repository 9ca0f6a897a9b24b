// Writes the vector files of protocol/ beside it; with --check compares them instead.
//
//   node test/vectors/make-protocol.ts [--check]

import { readFileSync, writeFileSync } from "node:fs";
import { linkVectors, manifestVectors } from "./name-vectors.ts";
import { messageVectors } from "./message-vectors.ts";
import { signedVectors } from "./signed-vectors.ts";

/** File name → content; the same for every run on every machine. */
export function protocolVectorFiles(): Map<string, string> {
  const files = {
    "manifest.json": manifestVectors(),
    "link.json": linkVectors(),
    "eip712.json": signedVectors(),
    "messages.json": messageVectors(),
  };
  return new Map(Object.entries(files).map(([name, value]) => [name, `${JSON.stringify(value, null, 1)}\n`]));
}

/** The names of files that are not what this script makes. */
export function staleProtocolFiles(): string[] {
  const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
  return [...protocolVectorFiles()].filter(([name, content]) => read(name) !== content).map(([name]) => name);
}

if (import.meta.main) {
  if (process.argv.includes("--check")) {
    const stale = staleProtocolFiles();
    for (const name of stale) console.error(`${name} is not what test/vectors/make-protocol.ts makes: run it, and read the difference`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    for (const [name, content] of protocolVectorFiles()) writeFileSync(new URL(name, import.meta.url), content);
  }
}
