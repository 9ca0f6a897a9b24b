// Real file systems in the states that operators meet: full, read-only, somebody else's. Mounting needs root; without it these are skipped.

import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { accountsOf, fragment, openTestStore, OWNER, temporaryFolder, withStore } from "./temporary-store.ts";
import { openProviderFolder } from "../../../../node/provider/store/data-folder.ts";
import type { CairnError } from "../../../../protocol/index.ts";
import type { LogStore } from "../../../../node/provider/store/log-store.ts";

const isRoot = process.geteuid?.() === 0;
const canMount = isRoot && tryMount();
const NOBODY = 65_534;

function tryMount(): boolean {
  try {
    execFileSync("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function mount(...options: string[]): string {
  const at = temporaryFolder();
  execFileSync("mount", [...options, at]);
  onTestFinished(() => void execFileSync("umount", ["--lazy", at]));
  return at;
}

async function failure(folder: string): Promise<CairnError> {
  return openProviderFolder({ folder, owner: OWNER }).then(
    async (opened) => {
      await opened.close();
      throw new Error("The folder opened.");
    },
    (error: unknown) => error as CairnError,
  );
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: CairnError) => error.code,
  );
}

async function fillUp(store: LogStore, bytes: number): Promise<number> {
  for (let number = 0; ; number++) {
    const { root, data } = fragment(number, bytes);
    const code = await codeOf(store.put(root, data));
    if (code === undefined) continue;
    expect(code).toBe("ERR_DISK_FULL");
    return number;
  }
}

async function expectAll(store: LogStore, from: number, to: number, bytes: number): Promise<void> {
  for (let number = from; number < to; number++) {
    const { root, data } = fragment(number, bytes);
    expect(Buffer.compare(await store.read(root), data)).toBe(0);
  }
}

const KEEP_FREE = 4 * 1_048_576;

describe.skipIf(!canMount)("a disk of 24 MiB", () => {
  test("fills up: it stops accepting, keeps serving, restarts, lets one remove, compacts and accepts again", async () => {
    const path = join(mount("-t", "tmpfs", "-o", "size=24m", "tmpfs"), "store");
    const options = { logBytes: 2 * 1_048_576, keepFreeBytes: KEEP_FREE, compaction: "manual" } as const;
    const bytes = 50_000;
    let count = 0;
    await withStore(path, options, async (store) => {
      count = await fillUp(store, bytes);
      expect(count).toBeGreaterThan(200);
      expect(store.usage().freeBytes).toBeLessThan(bytes + 1000);
      await expectAll(store, 0, count, bytes);
    });
    await withStore(path, options, async (store) => {
      expect(store.usage().fragments).toBe(count);
      expect(await codeOf(store.put(fragment(count).root, fragment(count, bytes).data))).toBe("ERR_DISK_FULL");
      // Of each log a part stays, so that space comes back by copying alone, into what is kept free.
      await store.remove(
        Array.from({ length: count }, (_, number) => number)
          .filter((number) => number % 3 > 0)
          .map((number) => fragment(number).root),
      );
      expect(await store.compact()).toBeGreaterThan(3);
      const again = Array.from({ length: 50 }, (_, at) => fragment(10_000 + at, bytes));
      for (const { root, data } of again) await store.put(root, data);
      for (let number = 0; number < count; number += 3) await expectAll(store, number, number + 1, bytes);
      const { usage, entries, files, counted } = await accountsOf(store, path);
      expect(usage).toEqual(entries);
      expect(counted).toBe(files);
    });
  });

  test("that other programs have filled to the last byte: what is open goes on serving, and a start says what to do", async () => {
    const top = mount("-t", "tmpfs", "-o", "size=24m", "tmpfs");
    const path = join(top, "store");
    const opened = await openTestStore(path, { keepFreeBytes: KEEP_FREE });
    const [one, two] = [fragment(1, 100_000), fragment(2, 100_000)];
    await opened.store.put(one.root, one.data);
    fillTo(join(top, "film.mkv"));
    expect(await codeOf(opened.store.put(two.root, two.data))).toBe("ERR_DISK_FULL");
    expect(opened.store.usage().freeBytes).toBe(0);
    await expectAll(opened.store, 1, 2, 100_000);
    await opened.close();
    const error = await failure(path);
    expect(error).toMatchObject({ code: "ERR_DISK_FULL", message: expect.stringContaining("Free some megabytes") });
    execFileSync("rm", [join(top, "film.mkv")]);
    await withStore(path, { keepFreeBytes: KEEP_FREE }, async (store) => {
      await expectAll(store, 1, 2, 100_000);
      await store.put(two.root, two.data);
    });
  });
});

describe.skipIf(!canMount)("a disk of 48 MiB that other programs fill", () => {
  test("refuses changes of the book meanwhile, takes them again without a restart, and loses none", async () => {
    const top = mount("-t", "tmpfs", "-o", "size=48m", "tmpfs");
    const path = join(top, "store");
    const put = async (number: number): Promise<string | undefined> => {
      const value = Buffer.alloc(3000, number);
      return codeOf(opened.folder.sublevel("items").put(Buffer.of(number), value, { sync: true } as object));
    };
    const opened = await openTestStore(path, { keepFreeBytes: KEEP_FREE });
    for (let number = 0; number < 10; number++) expect(await put(number)).toBeUndefined();
    fillTo(join(top, "film.mkv"));
    const codes = [];
    for (let number = 10; number < 20; number++) codes.push(await put(number));
    expect(codes.at(-1)).toBe("ERR_DISK_FULL");
    execFileSync("rm", [join(top, "film.mkv")]);
    for (let number = 20; number < 60; number++) expect(await put(number)).toBeUndefined();
    await opened.close();
    await withStore(path, { keepFreeBytes: KEEP_FREE }, async (_store, folder) => {
      for (let number = 20; number < 60; number++)
        expect((await folder.sublevel("items").get(Buffer.of(number)))?.byteLength).toBe(3000);
    });
  });
});

describe.skipIf(!canMount)("a read-only file system", () => {
  test("is refused with what to do, and nothing in it changes", async () => {
    const path = temporaryFolder();
    await withStore(path, {}, (store) => store.put(fragment(1).root, fragment(1).data));
    const at = mount("--bind", "-o", "ro", path);
    execFileSync("mount", ["-o", "remount,bind,ro", at]);
    expect(await failure(at)).toMatchObject({
      code: "ERR_DISK_FAILED",
      message: expect.stringContaining("mounted read-only"),
    });
    expect(await failure(join(at, "new", "folder"))).toMatchObject({
      code: "ERR_DISK_FAILED",
      message: expect.stringContaining("mounted read-only"),
    });
    await withStore(path, {}, async (store) => expect(store.recovery.replayedRecords).toBe(0));
  });
});

describe("somebody else's folder", () => {
  test.skipIf(!isRoot)("is refused even to root, and to a user that may not enter it", async () => {
    const path = temporaryFolder();
    await withStore(path, {}, (store) => store.put(fragment(1).root, fragment(1).data));
    chownSync(join(path, "cairn.json"), NOBODY, NOBODY);
    expect(await failure(path)).toMatchObject({
      code: "ERR_STORE_FOREIGN",
      message: expect.stringContaining(`belongs to user ${NOBODY}, and this is user 0`),
      facts: { owner: NOBODY, user: 0 },
    });
    chownSync(join(path, "cairn.json"), 0, 0);
    const said = await openAs(NOBODY, path);
    expect(said).toContain("ERR_STORE_FOREIGN");
    expect(said).toContain(`${path} belongs to user 0, and this is user ${NOBODY}`);
  });

  test.skipIf(isRoot)("is refused to a user that may not write in it", async () => {
    const path = temporaryFolder();
    chmodSync(path, 0o500);
    onTestFinished(() => chmodSync(path, 0o700));
    expect(await failure(path)).toMatchObject({ code: "ERR_STORE_FOREIGN" });
  });

  test("that is a file is refused", async () => {
    const path = join(temporaryFolder(), "file");
    writeFileSync(path, "not a folder");
    expect(["ERR_DISK_FAILED", "ERR_STORE_FOREIGN"]).toContain((await failure(path)).code);
    mkdirSync(`${path}s`);
    expect(readdirSync(`${path}s`)).toEqual([]);
  });
});

/** Takes all that is left, down to the last block. */
function fillTo(path: string): void {
  try {
    execFileSync("dd", ["if=/dev/zero", `of=${path}`, "bs=4096"], { stdio: "ignore" });
  } catch {
    // It ends when nothing is left.
  }
}

/** What another user is told who opens the folder in a process of his own. */
async function openAs(uid: number, path: string): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "writer-process.ts"), path, "hold", `${uid}`], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await new Promise((resolve) => child.once("close", resolve));
  return said;
}
