/** A store whose disk is not mounted is not replaced by an empty one. */

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lostStore, refuseLostStore } from "../../../../node/cli/provider/lost-store.ts";
import { rememberRegistration } from "../../../../node/registration.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

it("nothing is missing before the provider was registered, nor while a part of its store is there", async () => {
  const folder = await temporaryFolder();
  expect(await lostStore(folder)).toBeUndefined();
  await remember(folder);
  await mkdir(join(folder, "store"));
  await writeFile(join(folder, "store", "cairn.json"), "{}");
  await refuseLostStore(folder);
});

it("a provider that was registered does not begin anew where its store was, be it gone or an empty mount point", async () => {
  const folder = await temporaryFolder();
  await remember(folder);
  const error = { code: "ERR_STORE_DAMAGED", message: expect.stringContaining("its disk is mounted") as string };
  await expect(refuseLostStore(folder)).rejects.toMatchObject(error);
  await mkdir(join(folder, "store"));
  await expect(refuseLostStore(folder)).rejects.toMatchObject(error);
});

function remember(folder: string): Promise<void> {
  const [market, owner, nodeKey] = ["0x11", "0x22", "0x33"].map((start) => start.padEnd(42, "0") as `0x${string}`);
  return rememberRegistration(folder, {
    chainId: 31337,
    market: market as `0x${string}`,
    owner: owner as `0x${string}`,
    nodeKey: nodeKey as `0x${string}`,
    peer: "12D3KooW",
  });
}
