// Why a data folder cannot be opened, in words that say what to do.

import { join } from "node:path";
import { CairnError } from "../../../protocol/index.ts";
import { diskError, errno } from "./disk.ts";

export function folderError(path: string, error: unknown): CairnError {
  const code = errno(error);
  const details = { facts: { folder: path, errno: code }, cause: error };
  if (code === "EROFS") {
    const message = `${path} is on a file system that is mounted read-only. Mount it writable; if the system has made it so by itself, dmesg says why, and the disk wants a look. Nothing was changed.`;
    return new CairnError("ERR_DISK_FAILED", message, details);
  }
  if (code === "EACCES" || code === "EPERM") {
    const message = `This user (${process.geteuid?.() ?? "unknown"}) may not use ${path}. Start the daemon as the user that owns it, or give the folder to this one with chown -R; nothing was changed.`;
    return new CairnError("ERR_STORE_FOREIGN", message, details);
  }
  return diskError(`${path} cannot be used`, error, { folder: path });
}

export function othersFolder(path: string, owner: number | undefined, user: number | undefined): CairnError {
  return new CairnError(
    "ERR_STORE_FOREIGN",
    `${path} belongs to user ${owner ?? "unknown"}, and this is user ${user ?? "unknown"}. Start the daemon as the user that owns it, or give the folder to this one with chown -R; nothing was changed.`,
    { facts: { folder: path, owner, user } },
  );
}

export function levelFailed(path: string, name: "book" | "index", error: unknown): CairnError {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  const facts = { folder: path, database: name };
  if (code === "LEVEL_LOCKED") {
    const message = `Another daemon is running on ${path}. Stop it first, or give this one a folder of its own.`;
    return new CairnError("ERR_STORE_LOCKED", message, { facts, cause: error });
  }
  if (code === "LEVEL_CORRUPTION" && name === "index") {
    const message = `The index in ${join(path, name)} is damaged. Delete that folder and start again: it is rebuilt from the logs.`;
    return new CairnError("ERR_STORE_DAMAGED", message, { facts, cause: error });
  }
  if (code === "LEVEL_CORRUPTION") {
    const message = `The book of allocations in ${join(path, name)} is damaged. Put it back from a backup; nothing was changed.`;
    return new CairnError("ERR_STORE_DAMAGED", message, { facts, cause: error });
  }
  if (isFull(error)) {
    const message = `The disk under ${path} is full: not even the database in ${name}/ can be opened. Free some megabytes and start again; what was acknowledged is safe.`;
    return new CairnError("ERR_DISK_FULL", message, { facts, cause: error });
  }
  const message = `The database in ${join(path, name)} cannot be opened (${String(cause ?? error)}). Check the disk and the folder's permissions.`;
  return new CairnError("ERR_DISK_FAILED", message, { facts, cause: error });
}

/** LevelDB tells by words what the system said. */
function isFull(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return /No space left|quota exceeded|ENOSPC|EDQUOT/i.test(String(cause));
}

/** A change of the book that is not on the disk, and that nobody must believe to be. */
export function bookNotWritten(location: string, error: unknown): CairnError {
  const details = { facts: { folder: location }, cause: error };
  if (isFull(error)) {
    const message = `The disk under ${location} is full: the book of allocations cannot be written. Free some space, and it goes on; what was acknowledged is safe and still served.`;
    return new CairnError("ERR_DISK_FULL", message, details);
  }
  const said = String((error instanceof Error ? error.cause : undefined) ?? error);
  const message = `The book of allocations in ${location} cannot be written (${said}). Check the disk and start again; what was acknowledged is safe.`;
  return new CairnError("ERR_DISK_FAILED", message, details);
}

/** LevelDB opens a database without the file that it wrote ahead to, and what stood there is gone. */
export function bookIncomplete(path: string): CairnError {
  return new CairnError(
    "ERR_STORE_DAMAGED",
    `The book of allocations in ${join(path, "book")} has lost the file (….log) with its last changes: something has deleted it, or a copy left it out. Put book/ back whole; without it the provider cannot answer for what it has signed. Nothing was changed.`,
    { facts: { folder: path, missing: ["book/*.log"] } },
  );
}

export function bookMissing(path: string): CairnError {
  return new CairnError(
    "ERR_STORE_DAMAGED",
    `${path} is a Cairn data folder, but its book of allocations (book/) is missing. Put it back from a backup: without it the provider cannot prove what it is paid for. Nothing was changed.`,
    { facts: { folder: path, missing: ["book"] } },
  );
}

export function newerFormat(path: string, format: number, known: number): CairnError {
  return new CairnError(
    "ERR_STORE_FOREIGN",
    `${path} has format ${format}, and this version of Cairn knows ${known}. Start the newer version that wrote it.`,
    { facts: { folder: path, format, known } },
  );
}
