/** Holds the source tree to its own rules, and shows for each rule that it can fail. */

import { describe, expect, it } from "vitest";
import { importsOf, isGenerated, LONG_LINES, linesOf, MAX_LINES, violations } from "../scripts/architecture.ts";
import { declaredPackages, projectFiles } from "../scripts/project-files.ts";

const files = projectFiles();

describe("the source tree", () => {
  it("is there", () => {
    expect(files.map(({ path }) => path)).toContain("node/launch.mjs");
    expect(files.length).toBeGreaterThan(50);
  });

  it("keeps its rules", () => {
    const found = violations(files, declaredPackages()).map(({ rule, path, detail }) => `${rule}: ${path} ${detail}`);
    expect(found).toEqual([]);
  });

  it("has few long files, and says which", () => {
    const long = files.filter(
      (file) => /\.(ts|mjs|sol)$/.test(file.path) && !isGenerated(file) && linesOf(file.text) > LONG_LINES,
    );
    if (long.length > 0)
      console.log(long.map(({ path, text }) => `long: ${path} has ${linesOf(text)} lines`).join("\n"));
    expect(long.length).toBeLessThanOrEqual(files.length / 20);
  });
});

describe("each rule can fail", () => {
  const declared = new Set(["viem", "libp2p", "level", "commander", "zod", "preact"]);
  const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
    ["order", "protocol/ids.ts", 'import { x } from "../node/index.ts";\n'],
    ["order", "erasure/scheme.ts", 'import { x } from "../proofs/index.ts";\n'],
    ["order", "node/client/put.ts", 'import { x } from "../../test/index.ts";\n'],
    ["entrance", "node/client/put.ts", 'import { x } from "../network/channel.ts";\n'],
    ["entrance", "node/cli.ts", 'const { x } = await import("./cli/program.ts");\n'],
    ["entrance", "contracts/deploy.ts", 'export type { X } from "../protocol/ids.ts";\n'],
    ["own-index", "node/client/put.ts", 'import { x } from "./index.ts";\n'],
    ["own-index", "node/client/deep/put.ts", 'import { x } from "../index.ts";\n'],
    ["package", "node/client/put.ts", 'import { createLibp2p } from "libp2p";\n'],
    ["package", "node/provider/prover.ts", 'import {\n  type Hex,\n  keccak256,\n} from "viem/utils";\n'],
    ["package", "node/network/network.ts", 'import { Level } from "level";\n'],
    ["package", "node/config.ts", 'import { Command } from "commander";\n'],
    ["package", "node/monitor/routes.ts", 'import { render } from "preact";\n'],
    ["undeclared", "protocol/ids.ts", 'import { base32 } from "multiformats/bases/base32";\n'],
    ["portable", "node/client/put.ts", 'import { open } from "node:fs/promises";\n'],
    ["portable", "proofs/hash.ts", 'import "node:crypto";\n'],
    ["portable", "node/monitor/page/space.tsx", 'import { statfs } from "node:fs/promises";\n'],
    ["entrance", "node/monitor/routes.ts", 'import { judge } from "./page/verdict.ts";\n'],
    ["folder-name", "node/utils/list.ts", "export const x = 1;\n"],
    ["length", "node/config.ts", "x;\n".repeat(MAX_LINES + 1)],
    ["foreign-word", "README.md", `see ${["", "root", "notes"].join("/")}\n`],
    ["foreign-word", "docs/x.md", `by ${["Cl", "aude"].join("")}\n`],
  ];

  it.each(planted)("%s: %s", (rule, path, text) => {
    expect(violations([{ path, text }], declared).map((found) => found.rule)).toEqual([rule]);
  });

  const allowed: readonly (readonly [path: string, text: string])[] = [
    ["protocol/ids.ts", 'import { x } from "../proofs/index.ts";\nimport { y } from "./link.ts";\n'],
    [
      "node/client/put.ts",
      'import { x } from "../limits/index.ts";\nimport { y } from "../network/index.ts";\nimport { z } from "zod";\n',
    ],
    [
      "contracts/evm-ledger.ts",
      'import { createPublicClient } from "viem";\nimport { readFile } from "node:fs/promises";\n',
    ],
    ["node/cli/version.ts", 'import facts from "../../package.json" with { type: "json" };\n'],
    ["test/node/x.test.ts", 'import { Level } from "level";\nimport { y } from "../../node/network/channel.ts";\n'],
    ["node/index.ts", "x;\n".repeat(MAX_LINES)],
  ];

  it.each(allowed)("and not where nothing is wrong: %s", (path, text) => {
    expect(violations([{ path, text }], declared)).toEqual([]);
  });

  it("finds imports of every form", () => {
    const text = [
      'import a from "a";',
      'import type {\n  B,\n} from "b";',
      'export * from "c";',
      'import "d";',
      'const e = await import("e");',
      'const text = "not an import";',
    ].join("\n");
    expect(importsOf(text).sort()).toEqual(["a", "b", "c", "d", "e"]);
  });
});
