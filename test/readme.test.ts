import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { devnet } from "../node/devnet/index.ts";
import type { Devnet } from "../node/devnet/index.ts";

// The examples run as they stand, in a process of their own, resolved as a user's imports are.

let net: Devnet;
let examples: string[];

beforeAll(async () => {
  net = await devnet({ providers: 10 });
  const readme = await readFile("README.md", "utf8");
  examples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code as string);
});

afterAll(() => net?.stop());

function runs(code: string): Promise<{ exit: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ["--input-type=module-typescript", "--eval", code], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [stdout, stderr]: [string[], string[]] = [[], []];
  child.stdout.on("data", (chunk) => stdout.push(String(chunk)));
  child.stderr.on("data", (chunk) => stderr.push(String(chunk)));
  return new Promise((resolve) =>
    child.once("close", (exit) => resolve({ exit, stdout: stdout.join(""), stderr: stderr.join("") })),
  );
}

describe("the examples of the README", () => {
  test("connect, put and get, in ten lines", async () => {
    const code = (examples[0] as string).replaceAll('"data/', `"${net.folder}/`);
    expect(
      code
        .trim()
        .split("\n")
        .filter((line) => line !== "").length,
    ).toBeLessThanOrEqual(10);
    const { exit, stdout, stderr } = await runs(code);
    expect(stderr).toBe("");
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^stored: cairn:bafy/);
    expect(stdout).toContain(await readFile("README.md", "utf8"));
  });

  test("a network of one's own, broken and read all the same", async () => {
    const { exit, stdout, stderr } = await runs(examples[1] as string);
    expect(stderr).toBe("");
    expect(exit).toBe(0);
    expect(stdout).toContain("the only copy of something");
    expect(stdout).toMatch(/0x[0-9a-fA-F]{40} (passed|offline|missing)/);
  });

  test("there are no other examples in TypeScript", () => {
    expect(examples).toHaveLength(2);
  });
});
