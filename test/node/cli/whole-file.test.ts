/** A file that is whole or absent, whatever happens while it is written. */

import { execFile } from "node:child_process";
import { lstat, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { writeWhole } from "../../../node/cli/whole-file.ts";
import { isCairnError } from "../../../protocol/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

it("has all chunks in order, and nothing else is left in the folder", async () => {
  const folder = await temporaryFolder();
  expect(await writeWhole(join(folder, "a"), pieces("one ", "", "two"), false)).toBe(7);
  expect(await readFile(join(folder, "a"), "utf8")).toBe("one two");
  expect(await readdir(folder)).toEqual(["a"]);
});

it("is not there while it is being written, nor after the source failed", async () => {
  const folder = await temporaryFolder();
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("half");
    expect(await readdir(folder)).not.toContain("a");
    throw new Error("the source is gone");
  }
  await expect(writeWhole(join(folder, "a"), failing(), false)).rejects.toThrow("the source is gone");
  expect(await readdir(folder)).toEqual([]);
});

it("leaves what was there before unless it may replace it, and then only by something whole", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "a");
  await writeFile(path, "old");
  await expect(writeWhole(path, pieces("new"), false)).rejects.toSatisfy((error) =>
    isCairnError(error, "ERR_CONFIG_INVALID"),
  );
  expect(await readFile(path, "utf8")).toBe("old");
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("new");
    throw new Error("half way");
  }
  await expect(writeWhole(path, failing(), true)).rejects.toThrow("half way");
  expect(await readFile(path, "utf8")).toBe("old");
  await writeWhole(path, pieces("new"), true);
  expect(await readFile(path, "utf8")).toBe("new");
});

it("does not replace a file that another process made in the meantime", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "a");
  async function* slow(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("mine");
    await writeFile(path, "theirs");
  }
  await expect(writeWhole(path, slow(), false)).rejects.toSatisfy((error) => isCairnError(error, "ERR_CONFIG_INVALID"));
  expect(await readFile(path, "utf8")).toBe("theirs");
  expect(await readdir(folder)).toEqual(["a"]);
});

it("says so when its folder is missing", async () => {
  const path = join(await temporaryFolder(), "gone", "a");
  await expect(writeWhole(path, pieces("x"), false)).rejects.toThrow("folder is missing");
});

it("says so when the disk is full", async () => {
  await expect(writeWhole("/dev/full/x", pieces("x"), false)).rejects.toSatisfy((error) => isCairnError(error));
});

it("refuses a pipe or folder before it reads anything, even if it may replace, and leaves it what it is", async () => {
  const folder = await temporaryFolder();
  await promisify(execFile)("mkfifo", [join(folder, "pipe")]);
  await mkdir(join(folder, "folder"));
  await symlink(join(folder, "pipe"), join(folder, "link"));
  let isRead = false;
  async function* watched(): AsyncGenerator<Uint8Array> {
    isRead = true;
    yield Buffer.from("x");
  }
  for (const name of ["pipe", "folder", "link"]) {
    await expect(writeWhole(join(folder, name), watched(), true)).rejects.toThrow("is a folder, device or pipe");
  }
  expect(isRead).toBe(false);
  expect((await lstat(join(folder, "pipe"))).isFIFO()).toBe(true);
});

it("replaces the file behind a symbolic link, and the link stays", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "a"), "old");
  await symlink("a", join(folder, "link"));
  await writeWhole(join(folder, "link"), pieces("new"), true);
  expect(await readFile(join(folder, "a"), "utf8")).toBe("new");
  expect((await lstat(join(folder, "link"))).isSymbolicLink()).toBe(true);
});
