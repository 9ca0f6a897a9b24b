// Writes the vector files beside it; with --check compares them instead.
//
//   node test/vectors/make.ts [--check]

import { readFileSync, writeFileSync } from "node:fs";
import { cipherVectors } from "./cipher-vectors.ts";
import { erasureVectors } from "./erasure-vectors.ts";
import { messageVectors } from "./message-vectors.ts";
import { linkVectors, manifestVectors } from "./name-vectors.ts";
import { challengeVectors, fragmentVectors, proofVectors, singleProofVectors, sumVectors } from "./proof-vectors.ts";
import { signedVectors } from "./signed-vectors.ts";

/** File name → content; the same for every run on every machine. */
export function vectorFiles(): Map<string, string> {
  const files = {
    "erasure.json": erasureVectors(),
    "fragment-tree.json": fragmentVectors(),
    "sum-tree.json": sumVectors(),
    "challenge.json": challengeVectors(),
    "proofs.json": proofVectors(),
    "single-proofs.json": singleProofVectors(),
    "cipher.json": cipherVectors(),
    "manifest.json": manifestVectors(),
    "link.json": linkVectors(),
    "eip712.json": signedVectors(),
    "messages.json": messageVectors(),
  };
  return new Map(Object.entries(files).map(([name, value]) => [name, `${JSON.stringify(value, null, 1)}\n`]));
}

/** The names of files that are not what this script makes. */
export function staleFiles(): string[] {
  const stale: string[] = [];
  for (const [name, content] of vectorFiles()) {
    if (readFileSync(new URL(name, import.meta.url), "utf8") !== content) stale.push(name);
  }
  return stale;
}

if (import.meta.main) {
  if (process.argv.includes("--check")) {
    const stale = staleFiles();
    for (const name of stale) console.error(`${name} is not what test/vectors/make.ts makes: run it, and read the difference`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    for (const [name, content] of vectorFiles()) writeFileSync(new URL(name, import.meta.url), content);
  }
}
