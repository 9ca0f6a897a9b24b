/** One program at a time in a folder, and a crash leaves no lock behind. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { lockFolder } from "../../node/folder-lock.ts";
import { isCairnError } from "../../protocol/index.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const MODULE = fileURLToPath(new URL("../../node/folder-lock.ts", import.meta.url));

async function isRefused(folder: string): Promise<boolean> {
  const error: unknown = await lockFolder(folder).catch((thrown: unknown) => thrown);
  return isCairnError(error, "ERR_STORE_LOCKED");
}

it("keeps a second one out until it is released, also by another name of the folder", async () => {
  const parent = await temporaryFolder();
  const folder = join(parent, "new");
  const lock = await lockFolder(folder);
  await symlink(folder, join(parent, "alias"));
  expect([await isRefused(folder), await isRefused(join(parent, "alias"))]).toEqual([true, true]);
  await lock.release();
  await lock.release();
  await (await lockFolder(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

it("ends with its process, however that ends", async () => {
  const folder = await temporaryFolder();
  const program = `
    const { lockFolder } = await import(${JSON.stringify(MODULE)});
    await lockFolder(${JSON.stringify(folder)});
    console.log("locked");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  expect(await isRefused(folder)).toBe(true);
  child.kill("SIGKILL");
  await once(child, "exit");
  await (await lockFolder(folder)).release();
});

it("lets exactly one of many have it", async () => {
  const folder = await temporaryFolder();
  const results = await Promise.allSettled(Array.from({ length: 50 }, () => lockFolder(folder)));
  const taken = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  expect(taken).toHaveLength(1);
  await taken[0]?.release();
});
