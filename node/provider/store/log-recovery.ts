// What happens before a store opens: are all logs there, and does the index know all that is in them? Normally both hold and no
// record is read. After a crash the tails of the open logs are; after the index is lost, every log, but few payloads.

import { join } from "node:path";
import { unlinkIfThere } from "./disk.ts";
import { IndexDraft } from "./index-draft.ts";
import { checkLogs } from "./log-check.ts";
import { logName, writeLogList } from "./log-list.ts";
import { LogReplay } from "./log-replay.ts";
import type { ProviderFolder } from "./data-folder.ts";
import type { LogList } from "./log-list.ts";
import type { Damage, Progress } from "./log-replay.ts";
import type { StoreIndex } from "./store-index.ts";

/** What opening found. All zero after a clean stop. */
export interface Recovery {
  /** The index was missing, or not whole, and was made again from the logs. */
  readonly rebuilt: boolean;
  readonly replayedRecords: number;
  /** Bytes cut off the open logs: writes that a crash interrupted, and that were never acknowledged. */
  readonly cutBytes: number;
  /** The first places of damage … */
  readonly damage: readonly Damage[];
  /** … and how many there are. */
  readonly damagedPlaces: number;
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
  await folder.disk.syncFolder(join(folder.path, "logs"));
  for (const name of unfinished) await folder.disk.unlink(join(folder.path, "logs", name));
  const list = await finishDrops(folder, index);
  const progress: Progress = { replayedRecords: 0, cutBytes: 0, damage: [], damagedPlaces: 0 };
  await replayLogs(folder, index, list, sizes, progress);
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

/**
 * Indexes what the logs have beyond the index. Several logs were written at a time, so a tombstone may be met before what it
 * removes: first all fragments take their places, then all tombstones are applied, and only then the index says that it knows the
 * logs, in one step. Until that, all of it may be done again.
 */
async function replayLogs(
  folder: ProviderFolder,
  index: StoreIndex,
  list: LogList,
  sizes: ReadonlyMap<number, number>,
  progress: Progress,
): Promise<void> {
  const behind = list.logs.filter((log) => index.accounts.get(log)?.indexed !== sizes.get(log));
  if (behind.length === 0) return;
  await beginAccounts(index, behind);
  const replays = behind.map((log) => {
    const range = { from: index.accounts.get(log)?.indexed ?? 0, to: sizes.get(log) ?? 0 };
    return new LogReplay({ folder, index, log, isOpen: list.open.includes(log), progress }, range);
  });
  for (const replay of replays) await replay.placeFragments();
  for (const replay of replays) await replay.buryRemoved();
  const draft = await IndexDraft.of(index, []);
  for (const replay of replays) replay.finish(draft);
  await index.commit(draft);
}

async function beginAccounts(index: StoreIndex, logs: readonly number[]): Promise<void> {
  const draft = await IndexDraft.of(index, []);
  for (const log of logs) if (draft.account(log) === undefined) draft.begin(log, 0);
  await index.commit(draft);
}
