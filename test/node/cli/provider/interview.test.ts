/** The first answers to `cairn provider init`, for which no network is needed; life.test.ts goes through all of them. */

import { readdir, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../temporary-folder.ts";
import { cairn } from "../terminal.ts";

it("leaves nothing behind when the person goes away in the middle", async () => {
  const cwd = await temporaryFolder();
  const said = await cairn(["provider", "init"], { cwd, answers: ["other"] });
  expect([said.code, said.stderr]).toEqual([3, expect.stringContaining(": \ncairn: Left before all was answered")]);
  expect(await readdir(cwd)).toEqual([]);
});

it("takes ~ for the home folder, as a shell would have", async () => {
  const name = `.cairn-none-${process.pid}`;
  const said = await cairn(["provider", "init"], {
    cwd: await temporaryFolder(),
    answers: [`~/${name}`, `~/${name}/none.json`],
  });
  expect(said.stderr).toContain(`Cannot read the network description ${join(homedir(), name, "none.json")}`);
  await expect(stat(join(homedir(), name))).rejects.toThrow("ENOENT");
});
