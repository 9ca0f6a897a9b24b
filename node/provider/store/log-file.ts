// The log that is appended to.

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { CairnError } from "../../../protocol/index.ts";
import { diskError, unlinkIfThere } from "./disk.ts";
import { logName } from "./log-list.ts";
import {
  decodeLogHeader,
  decodeRecordHeader,
  encodeLogHeader,
  LOG_HEADER_BYTES,
  MARKER_BYTES,
  RECORD_HEADER_BYTES,
} from "./log-record.ts";
import type { Disk, DiskFile } from "./disk.ts";
import type { LogHeader } from "./log-record.ts";

export interface LogFile {
  readonly log: number;
  readonly marker: Uint8Array;
  readonly file: DiskFile;
}

/** Makes a log that is durable, name included, and empty. It counts only once logs.json names it. */
export async function createLog(disk: Disk, logs: string, log: number, store: Uint8Array): Promise<LogFile> {
  const header: LogHeader = { log, store, marker: new Uint8Array(randomBytes(MARKER_BYTES)), group: 0 };
  const path = join(logs, logName(log));
  // A name left by a try that failed, or that a crash cut short, before logs.json named it.
  await unlinkIfThere(disk, path);
  const file = await disk.create(path);
  try {
    await file.append([encodeLogHeader(header)]);
    await file.sync();
    await disk.syncFolder(logs);
    return { log, marker: header.marker, file };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** @throws CairnError ERR_STORE_DAMAGED if its header is not what this store wrote. */
export async function openLog(
  disk: Disk,
  logs: string,
  log: number,
  store: Uint8Array,
  mode: "append" | "read",
): Promise<LogFile> {
  const path = join(logs, logName(log));
  const file = await (mode === "append" ? disk.openToAppend(path) : disk.openToRead(path));
  try {
    const bytes = new Uint8Array(LOG_HEADER_BYTES + RECORD_HEADER_BYTES);
    const start = bytes.subarray(0, await file.read(bytes, 0));
    const header = decodeLogHeader(start);
    const foreign = header !== undefined && (header.log !== log || Buffer.compare(header.store, store) !== 0);
    const marker = header?.marker ?? markerOfFirstRecord(start);
    if (foreign || marker === undefined) throw headerDamaged(path, header);
    return { log, marker, file };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** What a damaged header said, from the record after it, which always stands at the same place and is our own. */
function markerOfFirstRecord(start: Uint8Array): Uint8Array | undefined {
  const first = start.subarray(LOG_HEADER_BYTES);
  const marker = first.slice(0, MARKER_BYTES);
  return decodeRecordHeader(first, marker, LOG_HEADER_BYTES) === undefined ? undefined : marker;
}

/**
 * Appends records and makes them durable, or leaves the log as it was. The place is the real end of the file, which must be
 * where the index says: a log that grew or shrank under us is not written to.
 *
 * @returns undefined, or why nothing was written; `broken` if the log must not be written to again.
 */
export async function appendDurably(
  { file, log }: LogFile,
  end: number,
  pieces: readonly Uint8Array[],
): Promise<{ readonly error: CairnError; readonly broken: boolean } | undefined> {
  try {
    const size = await file.size();
    if (size !== end) return { error: changedUnderUs(log, end, size), broken: true };
    await file.append(pieces);
    await file.sync();
    return undefined;
  } catch (error) {
    const failure = diskError(`Log ${logName(log)} cannot be written`, error, { log });
    if (!(await cutBack(file, end))) return { error: notCutBack(log, failure), broken: true };
    // After a failed sync the system may have dropped our pages and call the next sync a success: only a full disk is harmless.
    return { error: failure, broken: failure.code !== "ERR_DISK_FULL" };
  }
}

/** Removes what a failed write left. */
async function cutBack(file: DiskFile, end: number): Promise<boolean> {
  try {
    await file.truncate(end);
    await file.sync();
    return true;
  } catch {
    return false;
  }
}

function headerDamaged(path: string, header: LogHeader | undefined): CairnError {
  const what = header === undefined ? "has no valid header" : "belongs to another store or has another number";
  return new CairnError("ERR_STORE_DAMAGED", `The log ${path} ${what}. Put the right file back; nothing was changed.`, {
    facts: { file: path },
  });
}

function changedUnderUs(log: number, end: number, size: number): CairnError {
  return new CairnError(
    "ERR_DISK_FAILED",
    `Log ${logName(log)} should end at byte ${end} and ends at ${size}: another program wrote to it. Find out which, and start again.`,
    { facts: { log, expected: end, found: size } },
  );
}

function notCutBack(log: number, cause: CairnError): CairnError {
  return new CairnError(
    "ERR_DISK_FAILED",
    `A write to log ${logName(log)} failed half-way and could not be undone. Check the disk and start again: the rest of it is cut off then.`,
    { facts: { log }, cause },
  );
}
