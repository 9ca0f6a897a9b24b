// Bits that change in the index: the next start finds them and makes it again. LevelDB itself would not notice, or end the process.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { accountsOf, fragment, temporaryFolder, withStore } from "./temporary-store.ts";
import { crc32c, isWholeTable } from "../../../../node/provider/store/table-check.ts";

const COUNT = 400;
const SIZE = 60;

/** A folder whose index is in tables, and these. */
async function withTables(): Promise<{ path: string; tables: string[] }> {
  const path = temporaryFolder();
  await withStore(path, {}, async (store) => {
    const all = Array.from({ length: COUNT }, (_, number) => fragment(number, SIZE));
    await Promise.all(all.map(({ root, data }) => store.put(root, data)));
  });
  // LevelDB puts what it wrote ahead into a table when it opens.
  await withStore(path, {}, async (store) => expect(store.recovery.rebuilt).toBe(false));
  const names = readdirSync(join(path, "index")).filter((name) => name.endsWith(".ldb"));
  return { path, tables: names.map((name) => join(path, "index", name)) };
}

test("a checksum is that of RFC 3720, whatever the length", () => {
  expect(crc32c(Buffer.from("123456789"))).toBe(0xe3069283);
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  expect(crc32c(new Uint8Array(0))).toBe(0);
});

test("whatever bit changes in a table that LevelDB wrote, it is noticed", async () => {
  const { tables } = await withTables();
  const bytes = readFileSync(tables[0]!);
  expect(isWholeTable(bytes)).toBe(true);
  expect(isWholeTable(bytes.subarray(0, bytes.length - 1))).toBe(false);
  expect(isWholeTable(Buffer.alloc(20))).toBe(false);
  const footer = bytes.length - 48;
  for (let at = 0; at < bytes.length; at += at < footer ? 97 : 1) {
    bytes[at]! ^= 0x04;
    // Between the handles and the magic number are zeros that nobody reads.
    if (at < footer || at >= bytes.length - 8) expect(isWholeTable(bytes)).toBe(false);
    else expect(() => isWholeTable(bytes)).not.toThrow();
    bytes[at]! ^= 0x04;
  }
});

describe("an index with a table that the disk has changed", () => {
  test.each(["a bit of it", "its end", "a sector of it"])("in %s is made again, and nothing is lost", async (what) => {
    const { path, tables } = await withTables();
    const bytes = readFileSync(tables[0]!);
    if (what === "a bit of it") bytes[Math.floor(bytes.length / 2)]! ^= 1;
    if (what === "a sector of it") bytes.fill(0, 4096, 4608);
    writeFileSync(tables[0]!, what === "its end" ? bytes.subarray(0, bytes.length - 512) : bytes);
    await withStore(path, {}, async (store) => {
      expect(store.recovery).toMatchObject({ rebuilt: true, replayedRecords: COUNT, damagedPlaces: 0 });
      for (let number = 0; number < COUNT; number++) {
        const { root, data } = fragment(number, SIZE);
        expect(Buffer.compare(await store.read(root), data)).toBe(0);
      }
      const { usage, entries, files, counted } = await accountsOf(store, path);
      expect(usage).toEqual(entries);
      expect(counted).toBe(files);
    });
    await withStore(path, {}, async (store) => expect(store.recovery.rebuilt).toBe(false));
  });
});
