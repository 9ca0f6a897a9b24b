// The file operations below the fragment store, and nothing more: a test puts another disk here that loses what was not
// synced, tears what was, fills up or breaks. The real one is node:fs.

import { constants, read, statfsSync } from "node:fs";
import { access, mkdir, open, readdir, rename, stat, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { CairnError } from "../../../protocol/index.ts";
import { STORE } from "../../limits/index.ts";
import type { FileHandle } from "node:fs/promises";

export interface DiskFile {
  size(): Promise<number>;
  /** Writes the pieces one after the other at the real end of the file, wherever that is. May stop half-way and throw. */
  append(pieces: readonly Uint8Array[]): Promise<void>;
  /** Fills `into` from `position` on; fewer bytes only at the end of the file. Returns how many. */
  read(into: Uint8Array, position: number): Promise<number>;
  truncate(bytes: number): Promise<void>;
  /** Durable: what was written, and the length. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface Disk {
  /** A new, empty file; fails with EEXIST if there is one. */
  create(path: string): Promise<DiskFile>;
  openToAppend(path: string): Promise<DiskFile>;
  openToRead(path: string): Promise<DiskFile>;
  /**
   * Makes bytes `[from, to)` of a file durable as they are read now, by writing them in their place again. A sync would not do: what one that failed
   * has left in memory counts as written, and no later one writes it.
   */
  rewrite(path: string, from: number, to: number): Promise<void>;
  /** Bytes of the file, or undefined if there is none. */
  sizeOf(path: string): Promise<number | undefined>;
  /** The number of the user that owns it, or undefined if there is no such file, or no such thing as owners. */
  ownerOf(path: string): Promise<number | undefined>;
  /** Fails unless this user may list, write and enter the folder: EACCES, EROFS, ENOENT. Changes nothing. */
  checkAccess(folder: string): Promise<void>;
  list(folder: string): Promise<string[]>;
  /** With all folders above it that are missing; durable, names included. */
  makeFolder(folder: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** Makes the names in a folder durable: files created, renamed or unlinked in it. */
  syncFolder(folder: string): Promise<void>;
  /** Bytes that an unprivileged process may still write. */
  freeBytes(folder: string): number;
}

/** Only the owner reads or writes: the record markers of a log are a secret (docs/spec/store.md). */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const HAS_OWNERS = process.geteuid !== undefined;

export const nodeDisk: Disk = {
  async create(path) {
    const flags = constants.O_CREAT | constants.O_EXCL | constants.O_RDWR | constants.O_APPEND;
    return diskFile(await open(path, flags, FILE_MODE));
  },
  async openToAppend(path) {
    return diskFile(await open(path, constants.O_RDWR | constants.O_APPEND));
  },
  async openToRead(path) {
    return diskFile(await open(path, constants.O_RDONLY));
  },
  async rewrite(path, from, to) {
    const handle = await open(path, constants.O_RDWR);
    try {
      const buffer = new Uint8Array(Math.max(0, Math.min(STORE.scanBytes, to - from)));
      for (let at = from; at < to; at += buffer.byteLength) {
        const read = await readAll(handle, buffer.subarray(0, to - at), at);
        await writeAll(handle, buffer.subarray(0, read), at);
      }
      await handle.datasync();
    } finally {
      await handle.close();
    }
  },
  async sizeOf(path) {
    try {
      return (await stat(path)).size;
    } catch (error) {
      if (errno(error) === "ENOENT") return undefined;
      throw error;
    }
  },
  async ownerOf(path) {
    try {
      return HAS_OWNERS ? (await stat(path)).uid : undefined;
    } catch (error) {
      if (errno(error) === "ENOENT") return undefined;
      throw error;
    }
  },
  checkAccess: (folder) => access(folder, constants.R_OK | constants.W_OK | constants.X_OK),
  list: (folder) => readdir(folder),
  async makeFolder(folder) {
    const first = await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
    if (first === undefined) return;
    for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
  },
  rename,
  unlink,
  syncFolder,
  freeBytes(folder) {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  },
};

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function diskFile(handle: FileHandle): DiskFile {
  return {
    async size() {
      return (await handle.stat()).size;
    },
    append: (pieces) => appendAll(handle, pieces),
    read: (into, position) => readAll(handle, into, position),
    truncate: (bytes) => handle.truncate(bytes),
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

/** A write may stop short (signals, quotas, a disk nearly full): go on with the rest until the system says why it can't. */
async function appendAll(handle: FileHandle, pieces: readonly Uint8Array[]): Promise<void> {
  let rest = pieces.filter((piece) => piece.byteLength > 0);
  while (rest.length > 0) {
    const { bytesWritten } = await handle.writev(rest);
    rest = afterBytes(rest, bytesWritten);
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.byteLength - done, position + done);
    done += bytesWritten;
  }
}

function afterBytes(pieces: readonly Uint8Array[], bytes: number): Uint8Array[] {
  let skip = bytes;
  const rest: Uint8Array[] = [];
  for (const piece of pieces) {
    if (skip < piece.byteLength) rest.push(piece.subarray(skip));
    skip = Math.max(0, skip - piece.byteLength);
  }
  return rest;
}

/**
 * By callback: the promises of FileHandle.read cost twice what a small read does. `handle` keeps the file open meanwhile. The kernel
 * may give less than was asked for; only nothing at all means the end.
 */
function readAll(handle: FileHandle, into: Uint8Array, position: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let done = 0;
    const readOn = (): void => {
      read(handle.fd, into, done, into.byteLength - done, position + done, (error, bytes) => {
        if (error !== null) return reject(error);
        done += bytes;
        if (bytes === 0 || done === into.byteLength) resolve(done);
        else readOn();
      });
    };
    readOn();
  });
}

/** Replaces a small file so that a crash leaves either the old bytes or the new ones. The new ones must wait for `first`. */
export async function replaceFile(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  first: Promise<unknown> = Promise.resolve(),
): Promise<void> {
  const draft = `${path}.new`;
  await allDone([writeDraft(disk, draft, bytes), first]);
  await disk.rename(draft, path);
  await disk.syncFolder(dirname(path)).catch((error: unknown) => {
    // Replaced, and nobody knows for how long: not even a disk that is merely full may go on from here.
    throw new Error(`${path} was replaced, and its folder cannot be synced.`, { cause: error });
  });
}

async function writeDraft(disk: Disk, draft: string, bytes: Uint8Array): Promise<void> {
  await unlinkIfThere(disk, draft);
  const file = await disk.create(draft);
  try {
    await file.append([bytes]);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits for all, the failed ones too, so that nothing is under way any more when the first failure is thrown. */
export async function allDone(works: readonly Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(works)) if (result.status === "rejected") throw result.reason;
}

/** A small file's bytes, or undefined if there is none. Longer than `maxBytes` is cut: no file of ours is. */
export async function readFile(disk: Disk, path: string, maxBytes: number): Promise<Uint8Array | undefined> {
  const bytes = await disk.sizeOf(path);
  if (bytes === undefined) return undefined;
  const file = await disk.openToRead(path);
  try {
    const content = new Uint8Array(Math.min(bytes, maxBytes));
    return content.subarray(0, await file.read(content, 0));
  } finally {
    await file.close();
  }
}

export async function unlinkIfThere(disk: Disk, path: string): Promise<void> {
  if ((await disk.sizeOf(path)) !== undefined) await disk.unlink(path);
}

/** The system's name of an error (ENOSPC, EIO, …), if it is one. */
export function errno(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** What a failed file operation means to the operator: a full disk keeps serving, a broken one wants a look. */
export function diskError(what: string, error: unknown, facts: Readonly<Record<string, unknown>> = {}): CairnError {
  const code = errno(error);
  const details = { facts: { ...facts, errno: code }, cause: error };
  if (code === "ENOSPC" || code === "EDQUOT") {
    const message = `${what}: the disk is full. Free some space; what was acknowledged is safe and still served.`;
    return new CairnError("ERR_DISK_FULL", message, details);
  }
  if (code === "EMFILE" || code === "ENFILE") {
    const message = `${what}: too many files are open. Raise the limit (ulimit -n, LimitNOFILE of systemd); what was acknowledged is safe.`;
    return new CairnError("ERR_PEER_BUSY", message, details);
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new CairnError(
    "ERR_DISK_FAILED",
    `${what} (${reason}). Check the disk and the permissions, then start again.`,
    details,
  );
}
