// Gives back the space of dead records: what still lives in a log goes to the end of an open one, then the log can be deleted.
// Its tombstones go along while what they remove may still exist. It copies in small steps and at a bounded pace, each step a request
// among others to the writer, so that nobody waits for more than one of them.

import { join } from "node:path";
import { STORE } from "../../limits/index.ts";
import { CairnError, isCairnError } from "../../../protocol/index.ts";
import { errno } from "./disk.ts";
import { reclaimable } from "./log-account.ts";
import { openLog } from "./log-file.ts";
import { readFragment } from "./log-reader.ts";
import { LOG_HEADER_BYTES } from "./log-record.ts";
import { scanLog } from "./log-scan.ts";
import { requestBytes } from "./store-batch.ts";
import type { ProviderFolder } from "./data-folder.ts";
import type { LogFile } from "./log-file.ts";
import type { LogAccount } from "./log-account.ts";
import type { Pace } from "./pace.ts";
import type { ReaderParts } from "./log-reader.ts";
import type { FragmentRecord } from "./log-record.ts";
import type { Scanned } from "./log-scan.ts";
import type { StoreRequest } from "./store-batch.ts";
import type { StoreIndex } from "./store-index.ts";

export interface CompactionParts extends ReaderParts {
  readonly folder: ProviderFolder;
}

export function isWasteful(account: LogAccount): boolean {
  return reclaimable(account) > STORE.deadShare * account.indexed;
}

/** Logs of which more than half is dead, those with the most to gain first; never one that is appended to. */
export function wastefulLogs(index: StoreIndex, open: readonly number[]): number[] {
  const wasteful = [...index.accounts].filter(([log, account]) => !open.includes(log) && isWasteful(account));
  return wasteful.toSorted(([, a], [, b]) => reclaimable(b) - reclaimable(a)).map(([log]) => log);
}

/** Bytes that copying a log may add to the others before it is deleted. */
export function copyBytes(index: StoreIndex, log: number): number {
  const account = index.accounts.get(log);
  return account === undefined ? 0 : account.live + account.tombstones;
}

/**
 * Copies what a log still has of use, by requests to the store's writer. Returns whether that was all: a log with a fragment
 * that cannot be read is kept, for what can still be read of it.
 */
export async function compactLog(
  parts: CompactionParts,
  log: number,
  write: (request: StoreRequest) => Promise<void>,
  pace: Pace,
  signal: AbortSignal,
): Promise<boolean> {
  const { index } = parts;
  const end = index.accounts.get(log)?.indexed ?? 0;
  const isEmpty = (): boolean => (index.accounts.get(log)?.fragments ?? 0) === 0;
  const opened = await openIfThere(parts, log);
  if (opened === undefined) return isEmpty();
  try {
    const scan = scanLog(opened.file, { marker: opened.marker, from: LOG_HEADER_BYTES, to: end, payloads: "trusted" });
    let batch: StoreRequest[] = [];
    let bytes = 0;
    const flush = async (): Promise<void> => {
      await pace.take(bytes, signal);
      if (signal.aborted) throw stopped();
      await Promise.all(batch.map(write));
      [batch, bytes] = [[], 0];
    };
    for await (const item of scan) {
      if (signal.aborted) throw stopped();
      const request = await requestFor(parts, log, item);
      if (request === undefined) continue;
      batch.push(request);
      bytes += request.bytes;
      if (bytes >= STORE.compactionStepBytes || batch.length >= STORE.compactionStepRecords) await flush();
    }
    await flush();
  } finally {
    await opened.file.close();
  }
  return isEmpty();
}

function stopped(): CairnError {
  return new CairnError(
    "ERR_ABORTED",
    "Compaction was stopped. What it copied so far is safe; it may be started again.",
  );
}

/** A removal may have deleted the log meanwhile; or something has that should not. */
async function openIfThere({ folder }: CompactionParts, log: number): Promise<LogFile | undefined> {
  try {
    return await openLog(folder.disk, join(folder.path, "logs"), log, folder.id, "read");
  } catch (error) {
    if (errno(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function requestFor(parts: CompactionParts, log: number, item: Scanned): Promise<StoreRequest | undefined> {
  if (item.what === "damage") return undefined;
  const { record } = item;
  if (record.kind === "fragment") return moveOf(parts, log, record);
  // What it removes lies in a log that this one pins, if anywhere. The new one pins this log, and inherits that when it goes.
  if (parts.index.accounts.get(log)?.pins.size === 0) return undefined;
  const tombstone = { ...record, targetLog: log };
  return { kind: "renew", bytes: requestBytes.remove([record.root]), tombstone };
}

async function moveOf(parts: CompactionParts, log: number, record: FragmentRecord): Promise<StoreRequest | undefined> {
  const place = parts.index.placeOf(record.root);
  if (place?.log !== log || place.sequence !== record.sequence) return undefined;
  try {
    const payload = await readFragment(parts, record.root);
    return { kind: "move", bytes: requestBytes.put(payload), root: record.root, payload, from: place };
  } catch (error) {
    // Corrupt, removed meanwhile, or in a sector that the disk cannot read: then it stays where it is, and its log with it.
    const stays = ["ERR_FRAGMENT_CORRUPT", "ERR_FRAGMENT_NOT_FOUND", "ERR_DISK_FAILED"] as const;
    if (stays.some((code) => isCairnError(error, code))) return undefined;
    throw error;
  }
}
