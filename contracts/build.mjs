#!/usr/bin/env node
// Compiles the contracts with the npm package `solc` and writes ABI and bytecode as TypeScript into abi/. With --check it
// writes nothing and compares bytes instead, so that what is deployed is always what the sources say.
import { readFileSync, writeFileSync, readdirSync, mkdirSync, existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import solc from "solc";
import { requireSameLayout } from "./layout.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const sourceFolder = join(here, "src");
const abiFolder = join(here, "abi");
const library = "@openzeppelin/contracts/";
const libraryFolder = dirname(fileURLToPath(import.meta.resolve(`${library}package.json`)));

/** What is deployed, and with which constructor arguments is for deploy.ts to know. */
const CONTRACTS = [
  "AccessManager",
  "BlockhashBeacon",
  "DrandBeacon",
  "MarketExtension",
  "MarketViews",
  "StorageMarket",
  "StorageToken",
  "TokenVault",
];
/** Those that are the library's own. */
const SOURCES = { AccessManager: `${library}access/manager/AccessManager.sol` };
/** The market answers for these, too: it runs their code at its own address. */
const PARTS = { StorageMarket: ["MarketExtension", "MarketViews"] };

/** The same as in foundry.toml: what the tests test is what is deployed. No metadata, so that comments change no bytes. */
const SETTINGS = {
  optimizer: { enabled: true, runs: 200 },
  viaIR: true,
  evmVersion: "prague",
  metadata: { bytecodeHash: "none", appendCBOR: false },
};

/** EIP-170: a longer contract cannot be deployed. */
const MAX_CODE_BYTES = 24_576;

function sourcesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".sol"))
    .map((entry) => relative(here, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .toSorted();
}

function readImport(name) {
  if (!name.startsWith(library)) return { error: `${name}: only ${library} is imported from outside` };
  return { contents: readFileSync(join(libraryFolder, name.slice(library.length)), "utf8") };
}

function compile() {
  const input = {
    language: "Solidity",
    sources: Object.fromEntries([
      ...sourcesBelow(sourceFolder).map((name) => [name, { content: readFileSync(join(here, name), "utf8") }]),
      ...Object.values(SOURCES).map((name) => [name, { content: readImport(name).contents }]),
    ]),
    settings: {
      ...SETTINGS,
      outputSelection: { "*": { "*": ["abi", "evm.bytecode.object", "evm.deployedBytecode.object", "storageLayout"] } },
    },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: readImport }));
  const problems = (output.errors ?? []).filter(
    (problem) => problem.severity === "error" || problem.sourceLocation?.file.startsWith("src/"),
  );
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.formattedMessage).join("\n"));
  const builtOf = (name) => output.contracts[sourceOf(name)][name];
  // They run on one storage.
  for (const [whole, parts] of Object.entries(PARTS)) {
    requireSameLayout(Object.fromEntries([whole, ...parts].map((name) => [name, builtOf(name).storageLayout])));
  }
  return CONTRACTS.map((name) => {
    const built = builtOf(name);
    const codeBytes = built.evm.deployedBytecode.object.length / 2;
    if (codeBytes > MAX_CODE_BYTES)
      throw new Error(`${name} has ${codeBytes} bytes of code; EIP-170 allows ${MAX_CODE_BYTES}`);
    const abi = (PARTS[name] ?? []).reduce((whole, part) => together(whole, builtOf(part).abi), built.abi);
    return { name, codeBytes, abi, bytecode: built.evm.bytecode.object };
  });
}

function sourceOf(name) {
  return SOURCES[name] ?? `src/${name}.sol`;
}

/** Both ABIs, what is in both once; of the second no constructor and no fallback. */
function together(first, second) {
  const known = new Set(first.map((entry) => JSON.stringify(entry)));
  const named = second.filter((entry) => entry.name !== undefined);
  return [...first, ...named.filter((entry) => !known.has(JSON.stringify(entry)))];
}

function version(name) {
  const folder = name === library ? libraryFolder : dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;
}

function module(built) {
  const constant = built.name[0].toLowerCase() + built.name.slice(1);
  const settings = `optimizer ${SETTINGS.optimizer.runs} runs${SETTINGS.viaIR ? " by IR" : ""}, ${SETTINGS.evmVersion}`;
  return [
    `// Generated from ${built.name in SOURCES ? sourceOf(built.name) : `contracts/src/${built.name}.sol`} by contracts/build.mjs: do not edit.`,
    `// solc ${version("solc")} (${settings}, no metadata), OpenZeppelin ${version(library)}; ${built.codeBytes} bytes deployed.`,
    "",
    `export const ${constant}Abi = ${JSON.stringify(built.abi, null, 2)} as const;`,
    "",
    `export const ${constant}Bytecode = "0x${built.bytecode}" as const;`,
    "",
  ].join("\n");
}

function run(check) {
  const files = compile().map((built) => ({
    ...built,
    path: join(abiFolder, `${built.name}.ts`),
    text: module(built),
  }));
  if (check) {
    const stale = files.filter((file) => !existsSync(file.path) || readFileSync(file.path, "utf8") !== file.text);
    const strange = readdirSync(abiFolder).filter((name) => !CONTRACTS.includes(name.replace(/\.ts$/, "")));
    if (stale.length + strange.length === 0) return `contracts/abi is up to date (${files.length} contracts)`;
    const names = [...stale.map((file) => `${file.name}.ts`), ...strange];
    throw new Error(
      `contracts/abi differs from the sources: ${names.join(", ")}. Run contracts/build.mjs and commit what it writes`,
    );
  }
  mkdirSync(abiFolder, { recursive: true });
  for (const file of files) writeFileSync(file.path, file.text);
  return files.map((file) => `${file.name}: ${file.codeBytes} bytes`).join("\n");
}

try {
  process.stdout.write(`${run(process.argv.includes("--check"))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
