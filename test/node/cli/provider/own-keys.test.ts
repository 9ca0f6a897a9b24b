/** Keys that are missing: no new ones beside what others have staked and stored, and each with what to do. */

import { chown, mkdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keysCheck } from "../../../../node/cli/provider/machine-checks.ts";
import { readOwnerKey, refuseLostKeys, refuseOtherUser } from "../../../../node/cli/provider/own-keys.ts";
import { shellWord } from "../../../../node/cli/shell-word.ts";
import { readOrCreateProviderKeys } from "../../../../node/provider-keys.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

/** A folder with the three keys, as it is after the first start or before it. */
async function folderOf({ isStarted }: { readonly isStarted: boolean }): Promise<string> {
  const folder = await temporaryFolder();
  await readOrCreateProviderKeys(folder);
  if (isStarted) await mkdir(join(folder, "store"));
  return folder;
}

describe("a provider that was started", () => {
  it.each([
    ["owner.key", "nothing but owner.key can move the stake"],
    ["peer.key", "takes no other"],
    ["node.key", "cairn provider rotate --folder"],
  ])("is not started without %s", async (name, whatToDo) => {
    const folder = await folderOf({ isStarted: true });
    await refuseLostKeys(folder);
    expect(await keysCheck(folder)).toMatchObject({ level: "ok" });
    await rm(join(folder, name));
    const error = { code: "ERR_WALLET_INVALID", message: expect.stringContaining(whatToDo) as string };
    await expect(refuseLostKeys(folder)).rejects.toMatchObject(error);
    await expect(stat(join(folder, name))).rejects.toThrow("ENOENT");
    expect(await keysCheck(folder)).toMatchObject({
      level: "fault",
      text: expect.stringContaining(`${name} is missing`) as string,
      whatToDo: expect.stringContaining(whatToDo) as string,
    });
    if (name === "owner.key") await expect(readOwnerKey(folder)).rejects.toMatchObject(error);
    else expect((await readOwnerKey(folder)).source).toBe(join(folder, "owner.key"));
  });
});

it("in a new folder the first start may make what is missing", async () => {
  const folder = await folderOf({ isStarted: false });
  await rm(join(folder, "node.key"));
  await refuseLostKeys(folder);
  expect(await keysCheck(folder)).toMatchObject({ level: "warning" });
});

it("a folder without anything of a provider is called that", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "network.json"), "{}");
  await expect(readOwnerKey(folder)).rejects.toThrow(/There is no provider in .*--folder.*mounted/);
});

// Giving a file to another user takes the rights of root.
it.runIf(process.geteuid?.() === 0)("the keys of another user are left alone", async () => {
  const folder = await folderOf({ isStarted: false });
  await refuseOtherUser(folder);
  await refuseOtherUser(join(folder, "none"));
  await chown(join(folder, "owner.key"), 65_534, 65_534);
  await expect(refuseOtherUser(folder)).rejects.toMatchObject({ code: "ERR_STORE_FOREIGN", facts: { owner: 65_534 } });
});

it.each([
  ["/srv/cairn-1", "/srv/cairn-1"],
  ["/mnt/my disk", "'/mnt/my disk'"],
  ["it's", "'it'\\''s'"],
  ["~/x", "'~/x'"],
  ["", "''"],
])("the path %s can be copied into a shell as %s", (path, word) => {
  expect(shellWord(path)).toBe(word);
});
