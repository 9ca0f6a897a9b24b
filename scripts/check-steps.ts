// What can be checked without running the program: types, lint, format, rules of the source tree, generated files.

import type { Step } from "./step.ts";

/** Generators that can compare: a file that makes committed files, called with --check. */
const GENERATORS = [
  { name: "wasm:check", file: "scripts/wasm.ts" },
  { name: "page:check", file: "scripts/page.ts" },
  { name: "vectors:check", file: "test/vectors/make.ts" },
];

export const STATIC_STEPS: readonly Step[] = [
  { name: "types", command: ["tsc", "--noEmit", "-p", "tsconfig.json"] },
  { name: "lint", command: ["oxlint"] },
  { name: "format", command: ["oxfmt", "--check", "."], isQuiet: true },
];

/** Half a minute of compiling. */
export const CONTRACTS_STEP: Step = {
  name: "contracts:check",
  command: [process.execPath, "contracts/build.mjs", "--check"],
};

/** Generated files, made again and compared byte by byte with what is committed. */
export const GENERATED_STEPS: readonly Step[] = [
  CONTRACTS_STEP,
  ...GENERATORS.map(({ name, file }): Step => ({ name, command: [process.execPath, file, "--check"] })),
];

export const ARCHITECTURE_STEP: Step = {
  name: "architecture",
  command: ["vitest", "run", "test/architecture.test.ts"],
};
