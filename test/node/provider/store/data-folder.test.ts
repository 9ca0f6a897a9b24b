// A data folder is opened by the provider it belongs to, by one daemon at a time, and only when it is complete.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { OWNER, temporaryFolder } from "./temporary-store.ts";
import { openProviderFolder } from "../../../../node/provider/store/data-folder.ts";
import type { FolderOwner } from "../../../../node/provider/store/data-folder.ts";
import type { CairnError } from "../../../../protocol/index.ts";

async function failure(folder: string, owner: FolderOwner = OWNER): Promise<CairnError> {
  return openProviderFolder({ folder, owner }).then(
    async (opened) => {
      await opened.close();
      throw new Error("The folder opened.");
    },
    (error: unknown) => error as CairnError,
  );
}

async function make(folder: string): Promise<void> {
  await (await openProviderFolder({ folder, owner: OWNER })).close();
}

describe("a new folder", () => {
  test("is made where there is none, or an empty one, for its owner's eyes only", async () => {
    for (const folder of [join(temporaryFolder(), "a", "b"), temporaryFolder()]) {
      await make(folder);
      const identity: unknown = JSON.parse(readFileSync(join(folder, "cairn.json"), "utf8"));
      expect(identity).toEqual({ format: 2, id: expect.stringMatching(/^[0-9a-f]{32}$/), ...OWNER });
      expect(statSync(folder).mode & 0o077).toBe(0);
      expect(statSync(join(folder, "logs")).mode & 0o077).toBe(0);
      expect(statSync(join(folder, "cairn.json")).mode & 0o077).toBe(0);
    }
  });

  test("may be the top of a fresh file system", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "lost+found"));
    await make(folder);
  });

  test("is finished by the next start when a crash cut the first one short", async () => {
    const folder = temporaryFolder();
    await make(folder);
    rmSync(join(folder, "cairn.json"));
    writeFileSync(join(folder, "cairn.json.new"), "{");
    await make(folder);
    expect(existsSync(join(folder, "cairn.json"))).toBe(true);
  });

  test("keeps its id and its book", async () => {
    const path = temporaryFolder();
    const first = await openProviderFolder({ folder: path, owner: OWNER });
    await first.sublevel("allocations").put(Uint8Array.of(1), Uint8Array.of(2, 3));
    await first.close();
    const second = await openProviderFolder({ folder: path, owner: OWNER });
    expect(second.id).toEqual(first.id);
    const value = await second.sublevel("allocations").get(Uint8Array.of(1));
    expect([...value!]).toEqual([2, 3]);
    expect(await second.sublevel("other").get(Uint8Array.of(1))).toBeUndefined();
    await second.close();
  });
});

describe("a foreign folder is refused", () => {
  test("when it has files of something else, and they are left alone", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "holiday.jpg"), "sun");
    expect(await failure(folder)).toMatchObject({
      code: "ERR_STORE_FOREIGN",
      message: expect.stringContaining("holiday.jpg"),
    });
    expect(readdirSync(folder)).toEqual(["holiday.jpg"]);
  });

  test.each([
    ["chain", { ...OWNER, chainId: 1 }],
    ["market", { ...OWNER, market: "0x0000000000000000000000000000000000000001" }],
    ["provider", { ...OWNER, provider: "0x0000000000000000000000000000000000000001" }],
  ] as const)("when it belongs to another %s", async (_, other) => {
    const folder = temporaryFolder();
    await make(folder);
    const error = await failure(folder, other);
    expect(error).toMatchObject({ code: "ERR_STORE_FOREIGN", facts: { found: OWNER, expected: other } });
    expect(error.message).toContain(OWNER.provider);
  });

  test("but an address in lower case is the same address", async () => {
    const folder = temporaryFolder();
    await make(folder);
    const lower = { ...OWNER, provider: OWNER.provider.toLowerCase() as `0x${string}` };
    await (await openProviderFolder({ folder, owner: lower })).close();
  });

  test("when a newer version made it", async () => {
    const folder = temporaryFolder();
    await make(folder);
    const identity = JSON.parse(readFileSync(join(folder, "cairn.json"), "utf8")) as object;
    writeFileSync(join(folder, "cairn.json"), JSON.stringify({ ...identity, format: 3 }));
    expect(await failure(folder)).toMatchObject({
      code: "ERR_STORE_FOREIGN",
      message: expect.stringContaining("newer version"),
    });
  });
});

describe("an incomplete folder is refused, never taken for an empty one", () => {
  test.each(["book", "logs.json"])("without %s", async (name) => {
    const folder = temporaryFolder();
    await make(folder);
    rmSync(join(folder, name), { recursive: true });
    const error = await failure(folder);
    expect(error).toMatchObject({ code: "ERR_STORE_DAMAGED", facts: { missing: [name] } });
    expect(existsSync(join(folder, name))).toBe(false);
  });

  test("without cairn.json, when there are logs", async () => {
    const folder = temporaryFolder();
    await make(folder);
    writeFileSync(join(folder, "logs", "0000000001.fragments"), "x");
    rmSync(join(folder, "cairn.json"));
    expect(await failure(folder)).toMatchObject({ code: "ERR_STORE_DAMAGED", facts: { missing: ["cairn.json"] } });
  });

  test.each(["", "{", "[]", "null", '{"format":1}', '{"format":1,"id":"00"}', "\u0000".repeat(100)])(
    "with %j for a cairn.json",
    async (text) => {
      const folder = temporaryFolder();
      await make(folder);
      writeFileSync(join(folder, "cairn.json"), text);
      expect(await failure(folder)).toMatchObject({ code: "ERR_STORE_DAMAGED" });
    },
  );

  test.each([
    "",
    "[]",
    '{"next":2,"logs":[2],"dropped":[]}',
    '{"next":3,"logs":[2,1],"dropped":[]}',
    '{"next":3,"logs":"1"}',
  ])("with %j for a logs.json", async (text) => {
    const folder = temporaryFolder();
    await make(folder);
    writeFileSync(join(folder, "logs.json"), text);
    expect(await failure(folder)).toMatchObject({ code: "ERR_STORE_DAMAGED" });
  });

  test("with a book whose files are damaged", async () => {
    const folder = temporaryFolder();
    await make(folder);
    writeFileSync(join(folder, "book", "CURRENT"), "MANIFEST-999999\n");
    expect(["ERR_STORE_DAMAGED", "ERR_DISK_FAILED"]).toContain((await failure(folder)).code);
  });
});

describe("two daemons on one folder", () => {
  test("in one process: the second is told so, and the first goes on", async () => {
    const path = temporaryFolder();
    const first = await openProviderFolder({ folder: path, owner: OWNER });
    expect(await failure(path)).toMatchObject({
      code: "ERR_STORE_LOCKED",
      message: expect.stringContaining("Another daemon is running on"),
    });
    await first.book.put(Uint8Array.of(1), Uint8Array.of(1));
    await first.close();
    await make(path);
  });

  test("in two processes: the second is told so, and may start when the first was killed", async () => {
    const path = temporaryFolder();
    const holder = spawn(process.execPath, [join(import.meta.dirname, "writer-process.ts"), path, "hold"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((resolve) => holder.stdout.once("data", resolve));
    expect(await failure(path)).toMatchObject({ code: "ERR_STORE_LOCKED" });
    holder.kill("SIGKILL");
    await new Promise((resolve) => holder.once("close", resolve));
    await make(path);
  });
});
