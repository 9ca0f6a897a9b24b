/** The launcher: installs when, and only when, something is missing; hands over words, exit codes and signals. */

import { execFile, spawn } from "node:child_process";
import { chmod, copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

const LAUNCHER = fileURLToPath(new URL("../../node/launch.mjs", import.meta.url));

interface Ended {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

function launch(launcher: string, words: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Ended> {
  return new Promise((done) => {
    execFile(process.execPath, [launcher, ...words], { env }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}

/** A tiny project with this launcher, and an `npm` that does what the script says and writes down that it was called. */
async function project(npmScript: string) {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "node"));
  await mkdir(join(folder, "bin"));
  await copyFile(LAUNCHER, join(folder, "node", "launch.mjs"));
  await writeFile(
    join(folder, "node", "cli.ts"),
    "const words: string[] = process.argv.slice(2);\nconsole.log(JSON.stringify(words));\n",
  );
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await writeLock(folder, "1.0.0");
  const npm = join(folder, "bin", "npm");
  await writeFile(npm, `#!/bin/sh\necho "$@" >> "${folder}/calls"\n${npmScript}\n`);
  await chmod(npm, 0o755);
  const env = { ...process.env, PATH: `${join(folder, "bin")}:/usr/bin:/bin` };
  return {
    folder,
    run: (...words: string[]) => launch(join(folder, "node", "launch.mjs"), words, env),
    calls: () => readFile(join(folder, "calls"), "utf8").catch(() => ""),
  };
}

async function writeLock(folder: string, version: string): Promise<void> {
  const packages = {
    "": { name: "tiny" },
    "node_modules/a": { version, integrity: `sha512-${version}` },
    "node_modules/for-another-machine": { version: "1.0.0", integrity: "sha512-x", optional: true },
  };
  await writeFile(join(folder, "package-lock.json"), JSON.stringify({ packages }));
}

/** What npm leaves behind: the lockfile without the packages of other machines. */
const INSTALL = `node -e '
  const fs = require("node:fs");
  const lock = JSON.parse(fs.readFileSync("package-lock.json", "utf8"));
  delete lock.packages["node_modules/for-another-machine"];
  fs.mkdirSync("node_modules", { recursive: true });
  fs.writeFileSync("node_modules/.package-lock.json", JSON.stringify(lock));'`;

describe("installing", () => {
  it("happens once, says so on standard error, and again when the lockfile has changed", async () => {
    const { folder, run, calls } = await project(INSTALL);
    const first = await run("put", "a b");
    expect(first).toMatchObject({ code: 0, stdout: '["put","a b"]\n' });
    expect(first.stderr).toContain("npm ci");
    expect(await run()).toMatchObject({ code: 0, stdout: "[]\n", stderr: "" });
    expect(await calls()).toBe("ci --no-audit --no-fund --loglevel=error\n");
    await writeLock(folder, "1.0.1");
    await run();
    await run();
    expect((await calls()).split("\n")).toHaveLength(3);
  });

  it("that fails ends with 1 and a reason, and is tried again the next time", async () => {
    const { run, calls } = await project('echo "no space left" >&2; exit 28');
    for (const attempt of [1, 2]) {
      const { code, stdout, stderr } = await run();
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toContain("no space left");
      expect(stderr).toContain("exit code 28");
      expect((await calls()).split("\n")).toHaveLength(attempt + 1);
    }
  });

  it("that was cut short does not count", async () => {
    const { folder, run, calls } = await project(INSTALL);
    await mkdir(join(folder, "node_modules", "a"), { recursive: true });
    await writeFile(join(folder, "node_modules", ".package-lock.json"), '{ "packages": {');
    expect((await run()).code).toBe(0);
    expect(await calls()).not.toBe("");
  });

  it("is not tried where there is no lockfile, as in an installed package", async () => {
    const { folder, run, calls } = await project("exit 1");
    await writeFile(join(folder, "package-lock.json"), "");
    expect((await run()).code).toBe(0);
    expect(await calls()).toBe("");
  });
});

describe("handing over", () => {
  it("runs a script of the project with its words and exit code", async () => {
    const { folder, run } = await project(INSTALL);
    await mkdir(join(folder, "scripts"));
    await writeFile(
      join(folder, "scripts", "x.ts"),
      "console.log(process.argv.slice(2).length as number); process.exitCode = 7;\n",
    );
    expect(await run("scripts/x.ts", "a", "b")).toMatchObject({ code: 7, stdout: "2\n" });
  });

  it("passes signals on and ends as its child did, when the Node that starts it is older", async () => {
    const { folder, run } = await project(INSTALL);
    await run();
    const launcher = join(folder, "node", "launch.mjs");
    // The launcher believes it runs on Node 20, and finds the newer one where npm puts it.
    const older = (await readFile(launcher, "utf8")).replace(/const major = .*;/, "const major = 20;");
    await writeFile(launcher, older);
    await mkdir(join(folder, "node_modules", ".bin"), { recursive: true });
    await writeFile(join(folder, "node_modules", ".bin", "node"), `#!/bin/sh\nexec "${process.execPath}" "$@"\n`, {
      mode: 0o755,
    });
    await writeFile(
      join(folder, "node", "cli.ts"),
      'process.on("SIGTERM", () => process.exit(40));\nsetInterval(() => {}, 1000);\nconsole.log("up");\nif (process.argv[2] === "die") process.kill(process.pid, "SIGKILL");\n',
    );
    expect(await signalled(launcher, [], "SIGTERM")).toEqual({ code: 40, signal: null });
    expect(await signalled(launcher, ["die"], undefined)).toEqual({ code: null, signal: "SIGKILL" });
  });
});

describe("the real command", () => {
  it("is quiet when whoever reads its output goes away", async () => {
    const script = `"${process.execPath}" "${LAUNCHER}" config --json | head -c 1`;
    const ended = await new Promise<Ended>((done) => {
      execFile("bash", ["-c", `set -o pipefail; ${script}`], (error, stdout, stderr) =>
        done({ code: error?.code, stdout, stderr }),
      );
    });
    expect(ended.stdout).toBe("{");
    expect(ended.stderr.replace("No settings file.\n", "")).not.toMatch(/EPIPE|Error/);
  });
});

function signalled(launcher: string, words: readonly string[], signal: NodeJS.Signals | undefined) {
  return new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done) => {
    const child = spawn(process.execPath, [launcher, ...words], { stdio: ["ignore", "pipe", "inherit"] });
    if (signal !== undefined) child.stdout.once("data", () => child.kill(signal));
    child.once("exit", (code, ending) => done({ code, signal: ending }));
  });
}
