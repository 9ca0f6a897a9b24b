/** `cairn up` as a process: it comes up, goes down when asked, and finds everything again. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { cairn } from "./terminal.ts";

const LAUNCHER = fileURLToPath(new URL("../../../node/launch.mjs", import.meta.url));

interface Up {
  readonly facts: {
    readonly market: string;
    readonly providers: readonly { readonly owner: string; readonly running: boolean }[];
  };
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

async function up(folder: string): Promise<Up> {
  const words = ["up", "--json", "--folder", folder, "--providers", "2", "--round-blocks", "16"];
  const child = spawn(process.execPath, [LAUNCHER, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const facts = JSON.parse(await firstLine(child)) as Up["facts"];
  return {
    facts,
    async end(signal) {
      child.kill(signal);
      const [code, by] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
      return code ?? by;
    },
  };
}

/** The first line of standard output; fails with what was said on standard error when there is none. */
function firstLine(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  child.stderr?.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  return new Promise((done, failed) => {
    if (child.stdout !== null) createInterface({ input: child.stdout }).once("line", done);
    child.once("exit", (code) => failed(new Error(`ended with ${code}: ${said.join("")}`)));
  });
}

it("comes up, stops with 0 at Ctrl-C, and finds chain, providers and files again", async () => {
  const cwd = await temporaryFolder();
  const folder = join(cwd, "net");
  const first = await up(folder);
  expect(first.facts.providers.map(({ running }) => running)).toEqual([true, true]);
  const put = await cairn(["put", "-", "--quiet", "-k", "1", "-n", "2", "--folder", folder], {
    cwd,
    stdin: "still here",
  });
  expect([put.code, put.stderr]).toEqual([0, ""]);
  const beside = await cairn(["up", "--folder", folder], { cwd });
  expect([beside.code, beside.stderr]).toEqual([3, expect.stringContaining("ERR_STORE_LOCKED")]);
  expect((await cairn(["status", "--folder", folder], { cwd })).code).toBe(0);
  expect(await first.end("SIGINT")).toBe(0);

  const down = await cairn(["status", "--folder", folder], { cwd });
  expect([down.code, down.stderr]).toEqual([5, expect.stringContaining("ERR_RPC_DOWN")]);

  const second = await up(folder);
  expect(second.facts).toMatchObject({ market: first.facts.market });
  expect(second.facts.providers.map(({ owner }) => owner)).toEqual(first.facts.providers.map(({ owner }) => owner));
  const got = await cairn(["get", put.stdout.trim(), "-o", "-", "--folder", folder], { cwd });
  expect([got.code, got.stdout]).toEqual([0, "still here"]);
  expect(await second.end("SIGTERM")).toBe(0);
});
