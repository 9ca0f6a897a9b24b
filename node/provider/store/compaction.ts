// Gives back the space of dead records: what still lives in a log goes to the end of the newest one, then the log can be deleted.
// Its tombstones go along while what they remove may still exist.

import { join } from "node:path";
import { STORE } from "../../limits.ts";
import { CairnError, isCairnError } from "../../../protocol/index.ts";
import { errno } from "./disk.ts";
import { openLog } from "./log-file.ts";
import { readFragment } from "./log-reader.ts";
import { LOG_HEADER_BYTES } from "./log-record.ts";
import { scanLog } from "./log-scan.ts";
import { requestBytes } from "./store-batch.ts";
import type { ProviderFolder } from "./data-folder.ts";
import type { LogFile } from "./log-file.ts";
import type { LogAccount } from "./log-account.ts";
import type { ReaderParts } from "./log-reader.ts";
import type { FragmentRecord } from "./log-record.ts";
import type { Scanned } from "./log-scan.ts";
import type { StoreRequest } from "./store-batch.ts";
import type { StoreIndex } from "./store-index.ts";

export interface CompactionParts extends ReaderParts {
  readonly folder: ProviderFolder;
}

export function isWasteful({ indexed, live }: LogAccount): boolean {
  return indexed - live > STORE.deadShare * indexed;
}

/** Logs of which more than half is dead, those with the most to gain first; never the one that is appended to. */
export function wastefulLogs(index: StoreIndex, current: number | undefined): number[] {
  const wasteful = [...index.accounts].filter(([log, account]) => log !== current && isWasteful(account));
  const dead = ([, { indexed, live }]: (typeof wasteful)[number]): number => indexed - live;
  return wasteful.toSorted((a, b) => dead(b) - dead(a)).map(([log]) => log);
}

/**
 * Copies what a log still has of use, by requests to the store's writer. Returns whether that was all: a log with a fragment
 * that cannot be read is kept, for what can still be read of it.
 */
export async function compactLog(
  parts: CompactionParts,
  log: number,
  write: (request: StoreRequest) => Promise<void>,
  signal: AbortSignal,
): Promise<boolean> {
  const { index } = parts;
  const end = index.accounts.get(log)?.indexed ?? 0;
  const opened = await openIfThere(parts, log);
  if (opened === undefined) return true;
  try {
    const scan = scanLog(opened.file, { marker: opened.marker, from: LOG_HEADER_BYTES, to: end, payloads: "trusted" });
    let batch: StoreRequest[] = [];
    let bytes = 0;
    const flush = async (): Promise<void> => {
      await Promise.all(batch.map(write));
      [batch, bytes] = [[], 0];
    };
    for await (const item of scan) {
      if (signal.aborted)
        throw new CairnError(
          "ERR_ABORTED",
          "Compaction was stopped. What it copied so far is safe; it may be started again.",
        );
      const request = await requestFor(parts, log, item);
      if (request === undefined) continue;
      batch.push(request);
      bytes += request.bytes;
      if (bytes >= STORE.batchBytes || batch.length >= STORE.batchRequests) await flush();
    }
    await flush();
  } finally {
    await opened.file.close();
  }
  return (index.accounts.get(log)?.fragments ?? 0) === 0;
}

/** A removal may have deleted the log meanwhile. */
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
  const [place] = await parts.index.find([record.root]);
  if (place?.log !== log || place.sequence !== record.sequence) return undefined;
  try {
    const payload = await readFragment(parts, record.root);
    return { kind: "move", bytes: requestBytes.put(payload), root: record.root, payload, from: place };
  } catch (error) {
    if (isCairnError(error, "ERR_FRAGMENT_CORRUPT") || isCairnError(error, "ERR_FRAGMENT_NOT_FOUND")) return undefined;
    throw error;
  }
}
