/** What every command has in common: help, usage, settings, errors, exit codes. */

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../../node/cli/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { cairn } from "./terminal.ts";

describe("help", () => {
  it("lists every command on standard output", async () => {
    const { code, stdout, stderr } = await cairn(["--help"], { cwd: await temporaryFolder() });
    expect([code, stderr]).toEqual([0, ""]);
    for (const { name } of COMMANDS) expect(stdout).toContain(name.split(" ")[0]);
  });

  it.each(COMMANDS.map(({ name }) => name))(
    "of %s explains its arguments and options, with an example",
    async (name) => {
      const { code, stdout } = await cairn([...name.split(" "), "--help"], { cwd: await temporaryFolder() });
      const spec = COMMANDS.find((one) => one.name === name);
      expect(code).toBe(0);
      for (const option of spec?.options ?? []) expect(stdout).toContain(option.flags.split(/[ ,]/)[0]);
      expect(stdout).toContain("Examples:");
      expect(stdout).toContain(`cairn ${name}`);
      expect(stdout).toContain("--json");
    },
  );

  it("has examples that the program itself can parse", async () => {
    for (const { name, examples } of COMMANDS) {
      expect(examples.length, name).toBeGreaterThan(0);
      for (const line of examples) expect(line).toMatch(new RegExp(`cairn ${name}( |$)`));
    }
  });

  it("tells the version", async () => {
    expect((await cairn(["--version"], { cwd: await temporaryFolder() })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("wrong usage ends with 2 and says what is wrong", () => {
  it.each([
    [["frobnicate"], "unknown command"],
    [["put"], "missing required argument"],
    [["put", "a", "b"], "too many arguments"],
    [["get", "cairn:x", "--frob"], "unknown option"],
    [["audit", "--rounds", "many"], "whole number"],
    [["up", "--size", "big"], "size"],
    [["provider"], "Usage: cairn provider"],
  ])("%j", async (words, complaint) => {
    const { code, stdout, stderr } = await cairn(words, { cwd: await temporaryFolder() });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(complaint);
  });
});

describe("config", () => {
  it("prints each value with its source, as JSON too", async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, "my.toml"), 'capacity = "1 GiB"\n');
    const words = ["config", "--json", "--config", "my.toml", "-k", "3", "--price", "0.5"];
    const { code, stdout } = await cairn(words, { cwd, env: { CAIRN_SAMPLES: "9" } });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      capacity: { value: 2 ** 30, source: `file ${join(cwd, "my.toml")}` },
      k: { value: 3, source: "flag -k" },
      price: { value: { amount: "500000000000000000", per: "unit-round" }, source: "flag --price" },
      samples: { value: 9, source: "environment CAIRN_SAMPLES" },
      n: { value: 10, source: "default" },
    });
    const { stdout: text } = await cairn(
      words.filter((word) => word !== "--json"),
      { cwd },
    );
    expect(text).toMatch(/^capacity +1 GiB +file /m);
  });

  it("says that there is a token, and not which", async () => {
    const env = { CAIRN_MONITOR_TOKEN: "a-token-nobody-should-see" };
    for (const words of [["config"], ["config", "--json"]]) {
      const { code, stdout } = await cairn(words, { cwd: await temporaryFolder(), env });
      expect([code, stdout]).toEqual([0, expect.stringContaining("set, not shown")]);
      expect(stdout).not.toContain("nobody-should-see");
    }
  });

  it("warns of variables that are no settings, and of no others", async () => {
    const env = { CAIRN_CAPASITY: "1 TB", CAIRN_WALLET_KEY: "x", HOME: "/nowhere" };
    const { stderr } = await cairn(["config"], { cwd: await temporaryFolder(), env });
    expect(stderr).toContain("CAIRN_CAPASITY is not a setting");
    expect(stderr).not.toContain("CAIRN_WALLET_KEY");
  });
});

describe("an error", () => {
  it("is a message, a code and what to do on standard error, and its exit code", async () => {
    const { code, stdout, stderr } = await cairn(["config", "--capacity", "lots"], { cwd: await temporaryFolder() });
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/^cairn: The setting capacity \(flag --capacity\) .* use a size/);
    expect(stderr).toContain("ERR_CONFIG_INVALID");
    expect(stderr).not.toMatch(/\n +at /);
  });

  it("is one JSON document with --json", async () => {
    const { code, stderr } = await cairn(["config", "--json", "--capacity", "lots"], { cwd: await temporaryFolder() });
    expect(code).toBe(3);
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: "ERR_CONFIG_INVALID", fault: "config", facts: { key: "capacity", source: "flag --capacity" } },
    });
  });

  it("shows its stack and causes only when asked to", async () => {
    const cwd = await temporaryFolder();
    const quiet = await cairn(["put", "gone.bin"], { cwd });
    const verbose = await cairn(["put", "gone.bin", "--verbose"], { cwd });
    expect([quiet.code, verbose.code]).toEqual([3, 3]);
    expect(quiet.stderr).not.toMatch(/\n +at /);
    expect(verbose.stderr).toMatch(/\n +at /);
    expect(verbose.stderr).toContain("ENOENT");
  });

  it("about a missing network says how to start one", async () => {
    const cwd = await temporaryFolder();
    for (const words of [["status"], ["audit"], ["get", "cairn:x", "-o", "f"], ["provider", "init"]]) {
      const { code, stderr } = await cairn(words, { cwd });
      expect([words, code]).toEqual([words, 3]);
      expect(stderr).toContain("ERR_NETWORK_UNKNOWN");
      expect(stderr).toContain("cairn up");
    }
  });

  it("about a folder to put says what to do with folders", async () => {
    const { code, stderr } = await cairn(["put", "."], { cwd: await temporaryFolder() });
    expect(code).toBe(3);
    expect(stderr).toContain("tar");
  });
});
