// What the book has acknowledged is there after whatever failed before or afterwards.

import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { failureOf } from "./filled-store.ts";
import { OWNER, temporaryFolder } from "./temporary-store.ts";
import { openProviderFolder } from "../../../../node/provider/store/data-folder.ts";

test("nothing that is acknowledged after a failed write is lost, though LevelDB writes on behind a torn place", async () => {
  const path = temporaryFolder();
  const { stdout, signal } = spawnSync(process.execPath, [join(import.meta.dirname, "book-process.ts"), path], {
    encoding: "utf8",
    timeout: 60_000,
  });
  expect(signal).toBe("SIGKILL");
  const said = stdout.trim().split("\n");
  const numbers = (what: string): number[] =>
    said.filter((line) => line.startsWith(what)).map((line) => Number(line.split(" ")[1]));
  const stored = numbers("stored");
  expect(numbers("refused")).toContain(20);
  expect(said).toContain("refused 20 ERR_DISK_FAILED");
  expect(stored).toEqual(expect.arrayContaining([0, 19, 30, 199]));
  const folder = await openProviderFolder({ folder: path, owner: OWNER });
  const table = folder.sublevel("items");
  const values = await table.getMany(stored.map((number) => Buffer.of(number)));
  const lost = stored.filter((number, at) => !Buffer.from(values[at] ?? []).equals(Buffer.alloc(3000, number)));
  await folder.close();
  expect(lost).toEqual([]);
});

test("a book whose last changes were deleted, or left out by a copy, is refused: LevelDB would open it without them", async () => {
  const path = temporaryFolder();
  await (await openProviderFolder({ folder: path, owner: OWNER })).close();
  const book = join(path, "book");
  for (const name of readdirSync(book).filter((name) => name.endsWith(".log"))) rmSync(join(book, name));
  const left = readdirSync(book);
  const refused = await failureOf(openProviderFolder({ folder: path, owner: OWNER }));
  expect(refused).toMatchObject({
    code: "ERR_STORE_DAMAGED",
    message: expect.stringContaining("Put book/ back whole"),
  });
  expect(readdirSync(book)).toEqual(left);
});
