// A file that appears under its name only when all of it is there and durable: written beside it, then renamed.

import { randomBytes } from "node:crypto";
import { type FileHandle, link, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CairnError } from "../../protocol/index.ts";

/**
 * Writes all chunks to `path` and resolves with how many bytes that were. When the source or the disk fails, what was there
 * before is untouched and nothing half-written stays. Throws ERR_CONFIG_INVALID when the file exists and may not be
 * replaced, is no regular file, or its folder is missing; ERR_DISK_FULL and ERR_DISK_FAILED.
 */
export async function writeWhole(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  mayReplace: boolean,
): Promise<number> {
  const path = await targetOf(name, mayReplace);
  const partial = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.part`);
  const file = await open(partial, "wx").catch((cause) => failed(path, cause));
  try {
    const bytes = await writeAll(file, chunks, path);
    // A link, unlike a rename, fails if another process made the file in the meantime.
    await (mayReplace ? rename(partial, path) : link(partial, path)).catch((cause) => failed(path, cause));
    return bytes;
  } finally {
    await rm(partial, { force: true });
  }
}

async function writeAll(file: FileHandle, chunks: AsyncIterable<Uint8Array>, path: string): Promise<number> {
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      await file.writeFile(chunk).catch((cause) => failed(path, cause));
      bytes += chunk.byteLength;
    }
    await file.sync().catch((cause) => failed(path, cause));
    return bytes;
  } finally {
    await file.close();
  }
}

/**
 * The file to replace, behind symbolic links, or the name itself where nothing is yet. A device or pipe is refused even
 * with --force: renaming onto /dev/null takes that device from the whole machine.
 */
async function targetOf(name: string, mayReplace: boolean): Promise<string> {
  const facts = await stat(name).catch(() => undefined);
  if (facts === undefined) return name;
  if (!facts.isFile()) {
    const message = `${name} is a folder, device or pipe: name a file, or say -o - and redirect the output.`;
    throw new CairnError("ERR_CONFIG_INVALID", message, { facts: { file: name } });
  }
  if (!mayReplace) refuse(name);
  return realpath(name).catch((cause) => failed(name, cause));
}

function refuse(path: string): never {
  const message = `${path} exists already: name another file, or add --force to replace it.`;
  throw new CairnError("ERR_CONFIG_INVALID", message, { facts: { file: path } });
}

function failed(path: string, cause: NodeJS.ErrnoException): never {
  if (cause.code === "EEXIST") refuse(path);
  const facts = { file: path };
  if (cause.code === "ENOENT" || cause.code === "ENOTDIR" || cause.code === "EISDIR") {
    throw new CairnError("ERR_CONFIG_INVALID", `${path} cannot be written: its folder is missing, or it is one.`, {
      facts,
      cause,
    });
  }
  const code = cause.code === "ENOSPC" || cause.code === "EDQUOT" ? "ERR_DISK_FULL" : "ERR_DISK_FAILED";
  throw new CairnError(
    code,
    `Writing ${path} failed (${cause.message}); nothing of it was kept. Free space or name another place.`,
    { facts, cause },
  );
}
