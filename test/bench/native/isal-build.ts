/** Builds the line server over Intel ISA-L, where a C compiler and the library are on the machine. */

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const SOURCE = join(import.meta.dirname, "isal-server.c");
const BUILD_MS = 60_000;
const COMPILERS = [process.env["CC"] ?? "cc", "cc", "gcc", "clang"];
const run = promisify(execFile);

/** A program in a temporary folder of its own. */
export interface Built {
  readonly program: string;
  remove(): Promise<void>;
}

/** Why there is no column `isal`: a sentence that says what to install. */
export class NoIsalError extends Error {
  readonly code = "ERR_NO_ISAL";

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "NoIsalError";
  }
}

/** Compiles with the first of `compilers` that there is; `prefix` is where the library is if it does not know. Throws {@link NoIsalError}. */
export async function buildIsalServer(prefix: string | undefined, compilers = COMPILERS): Promise<Built> {
  const compiler = await findCompiler(compilers);
  const folder = await mkdtemp(join(tmpdir(), "cairn-isal-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const program = join(folder, "isal-server");
  try {
    const places = prefix === undefined ? [] : await placesUnder(prefix);
    await run(compiler, ["-O2", "-o", program, SOURCE, ...places, "-lisal"], { timeout: BUILD_MS });
    return { program, remove };
  } catch (cause) {
    await remove();
    const where = prefix === undefined ? "" : ` under ${prefix}`;
    throw new NoIsalError(
      `No column isal: ${compiler} found no Intel ISA-L${where}. Install libisal-dev, or name its prefix in CAIRN_ISAL.`,
      cause,
    );
  }
}

async function findCompiler(compilers: readonly string[]): Promise<string> {
  for (const compiler of compilers) {
    const works = await run(compiler, ["--version"], { timeout: BUILD_MS }).then(
      () => true,
      () => false,
    );
    if (works) return compiler;
  }
  throw new NoIsalError("No column isal: there is no C compiler. Install gcc or clang, or name one in CC.");
}

/** Compiler options for headers and library under `prefix`, whose lib folder may have one for the machine inside (Debian). */
async function placesUnder(prefix: string): Promise<string[]> {
  const candidates = await Promise.all(
    ["lib", "lib64"].map(async (name) => {
      const folder = join(prefix, name);
      const inside = await readdir(folder, { withFileTypes: true }).catch(() => []);
      return [folder, ...inside.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name))];
    }),
  );
  const names = ["libisal.so", "libisal.dylib", "libisal.a"];
  const folders = candidates.flat().filter((folder) => names.some((name) => existsSync(join(folder, name))));
  return [`-I${join(prefix, "include")}`, ...folders.flatMap((folder) => [`-L${folder}`, `-Wl,-rpath,${folder}`])];
}
