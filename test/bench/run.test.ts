/** The command line of the benchmarks. No suite is run: their figures are no business of the tests. */

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { figure } from "./hot-path/made-up-row.ts";
import { buildIsalServer, NoIsalError } from "./native/isal-build.ts";
import { loadRun, saveRun } from "./saved-run.ts";
import { selectSuites } from "./selection.ts";

const RUN = join(import.meta.dirname, "run.ts");

describe("the command line", () => {
  it("lists the suites", async () => {
    const { code, stdout } = await bench("--list");
    expect(code).toBe(0);
    for (const name of ["encode", "reconstruct-all", "tree", "pipeline", "network", "gas", "store"]) {
      expect(stdout).toMatch(new RegExp(`^${name} `, "m"));
    }
  });

  it("names the suites when asked for one that is not there, and runs nothing", async () => {
    const { code, stdout, stderr } = await bench("--suite", "encode", "--suite", "nonsense");
    expect(code).toBe(2);
    expect(stderr).toMatch(/No suite is named nonsense; there are .*encode/);
    expect(stdout).toBe("");
  });

  it("refuses an option that it does not know", async () => {
    expect((await bench("--fast")).code).toBe(2);
  });
});

describe("the selection", () => {
  const run = async (): Promise<void> => {};
  const suites = ["encode", "reconstruct-1", "reconstruct-all", "gas"].map((name) => ({
    name,
    about: "",
    run,
    isDefault: name !== "gas",
  }));
  const names = (...asked: string[]): string[] => selectSuites(suites, asked, false).map(({ name }) => name);

  it("is the hot path when nothing is named", () => {
    expect(names()).toEqual(["encode", "reconstruct-1", "reconstruct-all"]);
    expect(selectSuites(suites, [], true)).toEqual(suites);
  });

  it("takes a name for all that begin with it", () => {
    expect(names("gas", "reconstruct")).toEqual(["reconstruct-1", "reconstruct-all", "gas"]);
    expect(() => names("recon")).toThrow(/No suite is named recon/);
  });
});

describe("files beside a run", () => {
  let folder = "";
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "cairn-bench-"))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("are the saved run, which comes back as it was", async () => {
    const saved = { machine: { date: "a day" }, rows: [figure()] };
    await saveRun(saved, join(folder, "deep", "last.json"));
    expect(await loadRun(join(folder, "deep", "last.json"))).toEqual(saved);
  });

  it("do not stop a run when they are missing or broken", async () => {
    await writeFile(join(folder, "broken.json"), "{");
    expect(await loadRun(join(folder, "broken.json"))).toBeUndefined();
    expect(await loadRun(join(folder, "none.json"))).toBeUndefined();
  });
});

describe("native ISA-L", () => {
  it("is left out without a compiler, and the answer is what to install", async () => {
    const answer = buildIsalServer(undefined, ["no-such-compiler"]);
    await expect(answer).rejects.toThrow(NoIsalError);
    await expect(answer).rejects.toThrow(/Install gcc or clang/);
  });

  it("is left out where what compiles finds no library", async () => {
    const answer = buildIsalServer("nowhere", [process.execPath]); // a program that cannot compile C
    await expect(answer).rejects.toThrow(/found no Intel ISA-L under nowhere\. Install libisal-dev/);
  });
});

async function bench(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [RUN, ...words], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
