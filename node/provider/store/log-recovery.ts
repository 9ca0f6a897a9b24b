// What happens before a store opens: are all logs there, and does the index know all that is in them? Normally both hold and no
// record is read. After a crash the tail of the newest log is; after the index is lost, every log, but few payloads.

import { join } from "node:path";
import { STORE } from "../../limits.ts";
import { unlinkIfThere } from "./disk.ts";
import { IndexDraft } from "./index-draft.ts";
import { checkLogs } from "./log-check.ts";
import { openLog } from "./log-file.ts";
import { logName, writeLogList } from "./log-list.ts";
import { scanLog } from "./log-scan.ts";
import type { DiskFile } from "./disk.ts";
import type { ProviderFolder } from "./data-folder.ts";
import type { LogList } from "./log-list.ts";
import type { Scanned } from "./log-scan.ts";
import type { StoreIndex } from "./store-index.ts";

/** A place in a log without valid records. What was acknowledged there is lost; `root` says what it was, if that was legible. */
export interface Damage {
  readonly log: number;
  readonly offset: number;
  readonly bytes: number;
  readonly root: Uint8Array | undefined;
}

/** What opening found. All zero after a clean stop. */
export interface Recovery {
  /** The index was missing and was made again from the logs. */
  readonly rebuilt: boolean;
  readonly replayedRecords: number;
  /** Bytes cut off the newest log: a write that a crash interrupted, and that was never acknowledged. */
  readonly cutBytes: number;
  /** The first places of damage … */
  readonly damage: readonly Damage[];
  /** … and how many there are. */
  readonly damagedPlaces: number;
}

interface Progress {
  replayedRecords: number;
  cutBytes: number;
  readonly damage: Damage[];
  damagedPlaces: number;
}

/**
 * Brings logs.json, logs and index together. Safe to interrupt at any point and to start again.
 *
 * @throws CairnError ERR_STORE_DAMAGED if a log is missing, too short, or unknown.
 */
export async function recoverLogs(
  folder: ProviderFolder,
  index: StoreIndex,
  isNewIndex: boolean,
): Promise<{ readonly list: LogList; readonly recovery: Recovery }> {
  const { sizes, unfinished } = await checkLogs(folder, index);
  for (const name of unfinished) await folder.disk.unlink(join(folder.path, "logs", name));
  const list = await finishDrops(folder, index);
  const progress: Progress = { replayedRecords: 0, cutBytes: 0, damage: [], damagedPlaces: 0 };
  for (const log of list.logs)
    await replayLog(folder, index, log, sizes.get(log) ?? 0, log === list.logs.at(-1), progress);
  if (isNewIndex || progress.replayedRecords > 0) await index.sync();
  return { list, recovery: { rebuilt: isNewIndex && list.logs.length > 0, ...progress } };
}

/** Logs whose deletion was decided, and durably so, are deleted now. */
async function finishDrops(folder: ProviderFolder, index: StoreIndex): Promise<LogList> {
  const { disk, path, logList } = folder;
  const logs = join(path, "logs");
  for (const log of logList.dropped) {
    const file = join(logs, logName(log));
    await unlinkIfThere(disk, file);
  }
  const draft = await IndexDraft.of(index, []);
  for (const log of index.accounts.keys()) if (!logList.logs.includes(log)) draft.drop(log);
  await index.commit(draft);
  if (logList.dropped.length === 0) return logList;
  await disk.syncFolder(logs);
  const list = { ...logList, dropped: [] };
  await writeLogList(disk, path, list);
  return list;
}

async function replayLog(
  folder: ProviderFolder,
  index: StoreIndex,
  log: number,
  size: number,
  newest: boolean,
  progress: Progress,
): Promise<void> {
  if (index.accounts.get(log)?.indexed === size) return;
  const { file, marker } = await openLog(
    folder.disk,
    join(folder.path, "logs"),
    log,
    folder.id,
    newest ? "append" : "read",
  );
  try {
    const from = await beginReplay(index, log);
    const scan = scanLog(file, { marker, from, to: size, payloads: newest ? "checked" : "trusted" });
    const tail = await replayRecords(index, log, scan, newest ? () => file.sync() : undefined, progress);
    noteDamage(log, tail, progress);
    if (newest) await cutTail(file, index.accounts.get(log)?.indexed ?? from, size, progress);
    else await indexRecords(index, log, tail);
  } finally {
    await file.close();
  }
}

async function beginReplay(index: StoreIndex, log: number): Promise<number> {
  const draft = await IndexDraft.of(index, []);
  const account = draft.account(log);
  if (account !== undefined) return account.indexed;
  draft.begin(log, 0);
  await index.commit(draft);
  return index.accounts.get(log)?.indexed ?? 0;
}

/** Indexes what the scan finds up to the last valid record, and returns the damage after it. */
async function replayRecords(
  index: StoreIndex,
  log: number,
  scan: AsyncIterable<Scanned>,
  beforeIndexing: (() => Promise<void>) | undefined,
  progress: Progress,
): Promise<Scanned[]> {
  let found: Scanned[] = [];
  let tail: Scanned[] = [];
  const flush = async (): Promise<void> => {
    if (found.length === 0) return;
    // A killed process leaves records that only the system's memory has: indexed, they count as durable.
    await beforeIndexing?.();
    await indexRecords(index, log, found);
    noteDamage(log, found, progress);
    found = [];
  };
  for await (const item of scan) {
    tail.push(item);
    if (item.what !== "record") continue;
    found.push(...tail);
    tail = [];
    progress.replayedRecords += 1;
    if (found.length >= STORE.replayRecords) await flush();
  }
  await flush();
  return tail;
}

async function indexRecords(index: StoreIndex, log: number, items: readonly Scanned[]): Promise<void> {
  const roots = items.flatMap((item) => (item.what === "record" ? [item.record.root] : []));
  const draft = await IndexDraft.of(index, roots);
  for (const item of items) {
    if (item.what === "record") draft.apply(log, item.offset, item.record);
    else draft.skip(log, item.offset + item.bytes);
  }
  await index.commit(draft);
}

async function cutTail(file: DiskFile, end: number, size: number, progress: Progress): Promise<void> {
  if (end >= size) return;
  await file.truncate(end);
  await file.sync();
  progress.cutBytes += size - end;
}

function noteDamage(log: number, items: readonly Scanned[], progress: Progress): void {
  for (const item of items) {
    if (item.what !== "damage") continue;
    progress.damagedPlaces += 1;
    if (progress.damage.length < STORE.damageListed) {
      progress.damage.push({ log, offset: item.offset, bytes: item.bytes, root: item.root });
    }
  }
}
