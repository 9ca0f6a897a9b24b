/** Commands in a folder in which nobody has made a provider: they say so, and make nothing. */

import { readdir } from "node:fs/promises";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../temporary-folder.ts";
import { cairn } from "../terminal.ts";

it.each(["start", "status", "earnings", "rotate", "exit --status", "stake 5"])("provider %s", async (words) => {
  const cwd = await temporaryFolder();
  const said = await cairn(["provider", ...words.split(" "), "--folder", "none"], { cwd });
  expect([said.code, said.stderr]).toEqual([3, expect.stringContaining("name its folder with --folder")]);
  expect(await readdir(cwd)).toEqual([]);
});

it("provider doctor, in the folder of a local network too", async () => {
  const cwd = await temporaryFolder();
  for (const [folder, text] of [
    ["none", "There is no folder"],
    [".", "There is no provider in"],
  ] as const) {
    const said = await cairn(["provider", "doctor", "--json", "--folder", folder], { cwd });
    expect(said.code).toBe(1);
    expect(JSON.parse(said.stdout)).toMatchObject({
      faults: 1,
      checks: [{ name: "keys", text: expect.stringContaining(text) as string }],
    });
  }
});
