// A folder that any version of the format wrote stays readable for ever: with its index, without it, and by a reader that knows
// nothing but docs/spec/store.md.

import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { STORE_FORMAT } from "../../../../node/provider/store/data-folder.ts";
import { accountsOf, temporaryFolder, withStore } from "./temporary-store.ts";
import type { LogStore } from "../../../../node/provider/store/log-store.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures");

interface Expected {
  readonly fragments: readonly Entry[];
  readonly book: { readonly table: string; readonly key: string; readonly value: string };
}

interface Entry {
  readonly root: string;
  readonly bytes: number;
  readonly expires: number;
  readonly sha256: string;
}

const sorted = (entries: readonly Entry[]): Entry[] => entries.toSorted((a, b) => (a.root < b.root ? -1 : 1));

function copyOf(fixture: string): string {
  const path = temporaryFolder();
  cpSync(join(fixture, "folder"), path, { recursive: true });
  // LevelDB had one, without a byte in it; git keeps no file of that name.
  writeFileSync(join(path, "book", "000001.log"), "");
  return path;
}

async function contentOf(store: LogStore): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const { root, bytes, expires } of store.entries()) {
    const sha256 = createHash("sha256")
      .update(await store.read(root))
      .digest("hex");
    entries.push({ root: Buffer.from(root).toString("hex"), bytes, expires, sha256 });
  }
  return entries;
}

describe.each([1, 2])("version %i", (version) => {
  const fixture = join(FIXTURES, `store-v${version}`);
  const expected = JSON.parse(readFileSync(join(fixture, "expected.json"), "utf8")) as Expected;

  test("it opens with its index, as it was left", async () => {
    const path = copyOf(fixture);
    await withStore(path, { compaction: "manual" }, async (store, folder) => {
      expect(store.recovery).toMatchObject({ rebuilt: false, replayedRecords: 0, cutBytes: 0 });
      expect(await contentOf(store)).toEqual(sorted(expected.fragments));
      const { usage, entries, files, counted } = await accountsOf(store, path);
      expect(usage).toEqual(entries);
      expect(counted).toBe(files);
      const { table, key, value } = expected.book;
      expect(Buffer.from((await folder.sublevel(table).get(Buffer.from(key)))!).toString()).toBe(value);
    });
  });

  test("it opens without its index, and can be written to", async () => {
    const path = copyOf(fixture);
    rmSync(join(path, "index"), { recursive: true });
    await withStore(path, {}, async (store) => {
      expect(store.recovery).toMatchObject({ rebuilt: true, cutBytes: 0, damagedPlaces: 0 });
      expect(await contentOf(store)).toEqual(sorted(expected.fragments));
      await store.put(new Uint8Array(32), Uint8Array.of(1, 2, 3));
      expect(store.usage().fragments).toBe(expected.fragments.length + 1);
    });
  });

  test("a reader written from the specification alone finds the same", () => {
    const records: (Entry & { readonly sequence: number; readonly kind: number; readonly until: bigint })[] = [];
    const identity = JSON.parse(readFileSync(join(fixture, "folder/cairn.json"), "utf8")) as { id: string };
    for (const name of readdirSync(join(fixture, "folder/logs"))) {
      const log = readFileSync(join(fixture, "folder/logs", name));
      expect(log.toString("latin1", 0, 8)).toBe("CAIRNLOG");
      expect(log.readUInt32BE(8)).toBe(version);
      expect(`${String(log.readUInt32BE(12)).padStart(10, "0")}.fragments`).toBe(name);
      expect(log.toString("hex", 16, 32)).toBe(identity.id);
      expect(log.readUInt32BE(60)).toBe(crc32(log.subarray(0, 60)));
      const group = Number(log.readBigUInt64BE(48));
      if (version === 1) expect(group).toBe(0);
      for (let at = 64; at < log.byteLength;) {
        expect(log.subarray(at, at + 16)).toEqual(log.subarray(32, 48));
        expect(log.readBigUInt64BE(at + 16)).toBe(BigInt(at));
        const sequence = Number(log.readBigUInt64BE(at + 24));
        const root = log.toString("hex", at + 32, at + 64);
        const [kind, bytes] = [log.readUInt32BE(at + 64), log.readUInt32BE(at + 68)];
        const data = log.subarray(at + 96, at + 96 + bytes);
        const end = at + 96 + 8 * Math.ceil(bytes / 8);
        expect(log.readUInt32BE(at + 92)).toBe(crc32(log.subarray(at, at + 92)));
        expect(log.readUInt32BE(end)).toBe(crc32(data, crc32(log.subarray(at, at + 92))));
        expect(log.readUInt32BE(end + 4)).toBe(log.readUInt32BE(at + 92));
        const expires = Number(log.readBigUInt64BE(at + 72));
        if (group > 0) expect([kind, expires > group - 64, expires <= group]).toEqual([1, true, true]);
        const sha256 = createHash("sha256").update(data).digest("hex");
        records.push({ root, bytes, expires, sha256, sequence, kind, until: log.readBigUInt64BE(at + 80) });
        at = end + 8;
      }
    }
    const live = new Map<string, (typeof records)[number]>();
    for (const record of records.toSorted((a, b) => a.sequence - b.sequence)) {
      if (record.kind === 1) live.set(record.root, record);
      else if ((live.get(record.root)?.sequence ?? Infinity) <= Number(record.until)) live.delete(record.root);
    }
    const found = [...live.values()].map(({ root, bytes, expires, sha256 }) => ({ root, bytes, expires, sha256 }));
    expect(sorted(found)).toEqual(sorted(expected.fragments));
  });

  test("once it is open it is of this version, and an older program refuses it", async () => {
    const path = copyOf(fixture);
    await withStore(path, {}, async () => undefined);
    const identity: unknown = JSON.parse(readFileSync(join(path, "cairn.json"), "utf8"));
    expect(identity).toMatchObject({ format: STORE_FORMAT });
  });
});
