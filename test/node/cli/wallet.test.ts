/** `cairn wallet`: keys are made, shown, moved, and printed only by export. */

import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { cairn } from "./terminal.ts";

const KEY = "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";
const ADDRESS = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

describe("a wallet", () => {
  it("is made once, in a file for its owner alone, and its address is shown", async () => {
    const cwd = await temporaryFolder();
    const made = await cairn(["wallet", "create", "--json"], { cwd });
    const { address, file } = JSON.parse(made.stdout) as { address: string; file: string };
    expect(file).toBe(join(cwd, "data", "wallet.key"));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await cairn(["wallet", "show", "--offline"], { cwd })).stdout).toBe(`${address}\n`);
    const again = await cairn(["wallet", "create"], { cwd });
    expect([again.code, again.stdout]).toEqual([3, ""]);
    expect(again.stderr).toContain("only copy");
  });

  it("goes in from standard input and out by export, and nowhere else", async () => {
    const cwd = await temporaryFolder();
    const words = ["--wallet", "my.key"];
    const imported = await cairn(["wallet", "import", ...words], { cwd, stdin: `${KEY}\n` });
    expect([imported.code, imported.stdout]).toEqual([0, `${ADDRESS}\n`]);
    expect(await readFile(join(cwd, "my.key"), "utf8")).toBe(`${KEY}\n`);
    const refused = await cairn(["wallet", "export", ...words], { cwd });
    expect([refused.code, refused.stdout]).toEqual([3, ""]);
    expect((await cairn(["wallet", "export", "--yes", ...words], { cwd })).stdout).toBe(`${KEY}\n`);
    const shown = await cairn(["wallet", "show", "--offline", "--json", "--verbose", ...words], { cwd });
    expect(imported.stderr + refused.stderr + shown.stdout + shown.stderr).not.toContain(KEY.slice(2, 20));
  });

  it("of the environment goes before the file", async () => {
    const cwd = await temporaryFolder();
    await cairn(["wallet", "create"], { cwd });
    const { stdout } = await cairn(["wallet", "show", "--offline"], { cwd, env: { CAIRN_WALLET_KEY: KEY } });
    expect(stdout).toBe(`${ADDRESS}\n`);
  });

  it("that is garbage is refused without being quoted", async () => {
    const cwd = await temporaryFolder();
    for (const stdin of ["", "hunter2", KEY.slice(0, -1), `${KEY}${KEY}`, "x".repeat(100_000)]) {
      const { code, stderr } = await cairn(["wallet", "import"], { cwd, stdin });
      expect(code).toBe(3);
      if (stdin !== "") expect(stderr).not.toContain(stdin.slice(0, 7));
    }
  });

  it("sends nothing to what is no address, nor an amount that is none", async () => {
    const cwd = await temporaryFolder();
    for (const words of [
      ["nobody", "1"],
      [ADDRESS, "lots"],
      [ADDRESS.toLowerCase().replace("a", "A"), "1"],
    ]) {
      const { code, stderr } = await cairn(["wallet", "send", ...words], { cwd, env: { CAIRN_WALLET_KEY: KEY } });
      expect(code).toBe(3);
      expect(stderr).toContain("Nothing sent");
    }
  });
});
