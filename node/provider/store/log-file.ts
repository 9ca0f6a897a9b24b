// The log that is appended to.

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { CairnError } from "../../../protocol/index.ts";
import { STORE } from "../../limits/index.ts";
import { mapBounded } from "../../wait.ts";
import { diskError, unlinkIfThere } from "./disk.ts";
import { MIXED } from "./expiry-group.ts";
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
  /** As in its header; mixed if that is damaged. */
  readonly group: number;
  readonly file: DiskFile;
}

/** Makes a log that is durable, name included, and empty. It counts only once logs.json names it. */
export async function createLog(
  disk: Disk,
  logs: string,
  log: number,
  store: Uint8Array,
  group: number,
): Promise<LogFile> {
  const header: LogHeader = { log, store, marker: new Uint8Array(randomBytes(MARKER_BYTES)), group };
  const path = join(logs, logName(log));
  // A name left by a try that failed, or that a crash cut short, before logs.json named it.
  await unlinkIfThere(disk, path);
  const file = await disk.create(path);
  try {
    await file.append([encodeLogHeader(header)]);
    await file.sync();
    await disk.syncFolder(logs);
    return { log, marker: header.marker, group, file };
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
    return { log, marker, group: header?.group ?? MIXED, file };
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

/** What to append to a log, which must end at `end`. */
export interface Append {
  readonly to: LogFile & { readonly end: number };
  readonly pieces: readonly Uint8Array[];
}

/** `broken` if nothing must be written any more. */
export interface AppendFailure {
  readonly error: CairnError;
  readonly broken: boolean;
}

/**
 * Appends records to several logs and makes them durable, or leaves all the logs as they were. Some syncs run side by side, and
 * the file system makes one of them. The place is the real end of a file, which must be where the index says: a log that grew
 * or shrank under us is not written to.
 *
 * @returns undefined, or why nothing was written.
 */
export async function appendDurably(appends: readonly Append[]): Promise<AppendFailure | undefined> {
  const changes = await Promise.all(appends.map(({ to }) => changedUnderUs(to)));
  const changed = changes.find((change) => change !== undefined);
  if (changed !== undefined) return { error: changed, broken: true };
  const failures = (await mapBounded(appends, STORE.syncsAtOnce, appendOne)).filter((failure) => failure !== undefined);
  const [first] = failures;
  if (first === undefined) return undefined;
  for (const { to } of appends) {
    if (!(await cutBack(to))) return { error: notCutBack(to.log, first), broken: true };
  }
  // After a failed sync the system may have dropped our pages and call the next sync a success: only a full disk is harmless.
  const serious = failures.find(({ code }) => code !== "ERR_DISK_FULL");
  return { error: serious ?? first, broken: serious !== undefined };
}

async function appendOne({ to: { file, log }, pieces }: Append): Promise<CairnError | undefined> {
  try {
    await file.append(pieces);
    await file.sync();
    return undefined;
  } catch (error) {
    return diskError(`Log ${logName(log)} cannot be written`, error, { log });
  }
}

async function changedUnderUs({ file, log, end }: Append["to"]): Promise<CairnError | undefined> {
  try {
    const size = await file.size();
    return size === end ? undefined : otherEnd(log, end, size);
  } catch (error) {
    return diskError(`Log ${logName(log)} cannot be looked at`, error, { log });
  }
}

/** Removes what a failed write left. */
async function cutBack({ file, end }: Append["to"]): Promise<boolean> {
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
    facts: { file: path, isLegible: header !== undefined },
  });
}

function otherEnd(log: number, end: number, size: number): CairnError {
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
