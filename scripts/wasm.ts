// The compiled code that runs in the hot path: built from its AssemblyScript, or pinned where it comes from a package.
//
//     npm run wasm                 builds every module of MODULES, and writes erasure/kernel.json after an update that was looked at
//     npm run wasm -- --check      builds and compares, byte by byte, and writes nothing
//
// A built module is committed as a TypeScript file that holds its bytes: it loads alike in Node, in a worker and in a browser.

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ROOT } from "./project-files.ts";

/** Its own types are left out: they are of another language, and would change what an array's `at` returns here. */
interface Compiler {
  readonly version: string;
  main(
    words: readonly string[],
    api: { stderr: NodeJS.WritableStream; writeFile(name: string, contents: Uint8Array): void },
  ): Promise<{ error: Error | null }>;
}

const COMPILER = "assemblyscript/asc";
const asc = (await import(COMPILER)) as Compiler;

interface WasmModule {
  readonly source: string;
  readonly output: string;
  /** The function that the generated file exports. */
  readonly name: string;
  /** Besides OPTIONS. */
  readonly options: readonly string[];
  readonly budgetBytes: number;
}

const MODULES: readonly WasmModule[] = [
  {
    source: "proofs/assembly/sha256.ts",
    output: "proofs/sha256.wasm.ts",
    name: "sha256Wasm",
    options: [],
    budgetBytes: 12_288,
  },
  {
    source: "erasure/assembly/matrix.ts",
    output: "erasure/matrix-simd128.wasm.ts",
    name: "matrixSimd128",
    options: [],
    budgetBytes: 8_192,
  },
  {
    source: "erasure/assembly/matrix.ts",
    output: "erasure/matrix-relaxed.wasm.ts",
    name: "matrixRelaxed",
    options: ["--enable", "relaxed-simd"],
    budgetBytes: 8_192,
  },
];

/** For speed, and for a memory that is given: imported, shared, of any size, with nothing of the module's own in it. */
const OPTIONS = [
  "--optimizeLevel 3 --shrinkLevel 0 --noAssert --runtime stub --enable simd --enable threads",
  "--importMemory --noExportMemory --sharedMemory --initialMemory 1 --maximumMemory 65536",
]
  .join(" ")
  .split(" ");
/** How these options come out in the import section: shared, at least 1 page, at most 65536. */
const SHARED_LIMITS = Buffer.from([0x03, 0x01, 0x80, 0x80, 0x04]);
const MEMORY_IMPORT = Buffer.concat([Buffer.from("\x03env\x06memory\x02", "latin1"), SHARED_LIMITS]);
const DATA_SECTION = 11;

const PACKAGE = "@subspace/reed-solomon-erasure.wasm";
const PACKAGE_FILE = "dist/reed_solomon_erasure_bg.wasm";
/** A client in a browser loads this before its first put. */
const PACKAGE_BUDGET_BYTES = 131_072;

const isCheck = process.argv.includes("--check");
for (const module of MODULES) await build(module);
await pin();

async function build(module: WasmModule): Promise<void> {
  const bytes = await compile(module);
  const fault = faultOf(bytes, module);
  if (fault !== undefined) return fail(`${module.source}: ${fault}`);
  const text = fileOf(bytes, module);
  if (await keep(module.output, text)) console.log(`${module.output}: ${bytes.length} bytes`);
  else fail(`${module.output} is not what ${module.source} compiles to. Run npm run wasm and commit both.`);
}

async function compile({ source, output, options }: WasmModule): Promise<Buffer> {
  let bytes: Buffer | undefined;
  const { error } = await asc.main([source, ...OPTIONS, ...options, "--baseDir", ROOT, "--outFile", "module.wasm"], {
    stderr: process.stderr,
    writeFile: (_, contents) => void (bytes = Buffer.from(contents)),
  });
  if (error !== null || bytes === undefined) throw new Error(`${output}: asc failed`, { cause: error });
  return bytes;
}

/** What makes a module unfit for a memory that it shares with others, or too large. */
function faultOf(bytes: Buffer, { budgetBytes }: WasmModule): string | undefined {
  if (bytes.length > budgetBytes) return `${bytes.length} bytes are more than the budget of ${budgetBytes}`;
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes.slice()));
  if (imports.length !== 1 || bytes.indexOf(MEMORY_IMPORT) === -1)
    return "it imports something besides one shared memory";
  return sectionsOf(bytes).includes(DATA_SECTION) ? "it would write data into the memory it is given" : undefined;
}

/** The kinds of section in a module: after a header of 8 bytes, each is a kind, its length in LEB128, and so many bytes. */
function sectionsOf(bytes: Buffer): number[] {
  const kinds: number[] = [];
  for (let at = 8; at < bytes.length;) {
    kinds.push(bytes.readUInt8(at++));
    let length = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = bytes.readUInt8(at++);
      length |= (byte & 0x7f) << shift;
      more = byte >= 0x80;
    }
    at += length;
  }
  return kinds;
}

function fileOf(bytes: Buffer, { source, name, options, budgetBytes }: WasmModule): string {
  const limitsAt = bytes.indexOf(MEMORY_IMPORT) + MEMORY_IMPORT.length - SHARED_LIMITS.length;
  return `// Generated by \`npm run wasm\` from ${source}; do not edit.
// Built by asc of assemblyscript ${asc.version}: ${[...OPTIONS, ...options].join(" ")}
// ${bytes.length} bytes, of ${budgetBytes} allowed.

/** Where the module says what memory it takes. A module takes either shared memory or other, and these bytes say which. */
const LIMITS_AT = ${limitsAt};
/** Compiled in is ${hex(SHARED_LIMITS)}: shared, 1 to 65536 pages. This says: not shared, from 1 page (LEB128 in four bytes), no limit. */
const UNSHARED = [0x00, 0x81, 0x80, 0x80, 0x00];

/** The module's bytes, for a memory that is shared or not; it imports that memory as \`env.memory\`. */
export function ${name}(isShared: boolean): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(BASE64), (character) => character.charCodeAt(0));
  if (!isShared) bytes.set(UNSHARED, LIMITS_AT);
  return bytes;
}

const BASE64 =
  "${bytes.toString("base64")}";
`;
}

function hex(bytes: Buffer): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
}

/** Pins the compiled code of a package: which version, which file, which bytes, within which size. */
async function pin(): Promise<void> {
  const folder = dirname(dirname(createRequire(import.meta.url).resolve(PACKAGE)));
  const bytes = await readFile(join(folder, PACKAGE_FILE));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  const found = { package: PACKAGE, version, file: PACKAGE_FILE, bytes: bytes.byteLength, sha256 };
  const text = `${JSON.stringify(found, undefined, 2)}\n`;
  if (bytes.byteLength > PACKAGE_BUDGET_BYTES) {
    fail(`${PACKAGE} has ${bytes.byteLength} bytes, more than its budget of ${PACKAGE_BUDGET_BYTES}.`);
  } else if (!(await keep("erasure/kernel.json", text))) {
    fail(
      `The installed kernel is not the one in erasure/kernel.json: ${text}If the update is wanted, run npm run wasm.`,
    );
  } else console.log(`erasure/kernel.json: ${PACKAGE}@${version}, ${bytes.byteLength} bytes`);
}

/** Writes a file, or with --check says whether it is so already. */
async function keep(path: string, text: string): Promise<boolean> {
  const file = join(ROOT, path);
  if (isCheck) return (await readFile(file, "utf8").catch(() => "")) === text;
  await writeFile(file, text);
  return true;
}

function fail(line: string): void {
  console.error(line);
  process.exitCode = 1;
}
