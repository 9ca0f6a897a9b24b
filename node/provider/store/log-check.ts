// Compares logs.json, the files in logs/ and the index, and refuses to open a store from which something is missing.

import { join } from "node:path";
import { CairnError } from "../../../protocol/index.ts";
import { LOG_HEADER_BYTES } from "./log-record.ts";
import { logName, logOfName } from "./log-list.ts";
import type { ProviderFolder } from "./data-folder.ts";
import type { StoreIndex } from "./store-index.ts";

const NAMES_SHOWN = 8;

export interface CheckedLogs {
  /** The size of each log. */
  readonly sizes: ReadonlyMap<number, number>;
  /** Files of logs that a crash kept from beginning; they may be deleted. */
  readonly unfinished: readonly string[];
}

/** @throws CairnError ERR_STORE_DAMAGED. */
export async function checkLogs(folder: ProviderFolder, index: StoreIndex): Promise<CheckedLogs> {
  const { logs, dropped } = folder.logList;
  const sizes = new Map<number, number>();
  const missing: number[] = [];
  for (const log of logs) {
    const bytes = await folder.disk.sizeOf(join(folder.path, "logs", logName(log)));
    if (bytes === undefined) missing.push(log);
    else sizes.set(log, bytes);
  }
  if (missing.length > 0) throw logsMissing(folder, missing, index);
  const short = logs.filter((log) => (sizes.get(log) ?? 0) < (index.accounts.get(log)?.indexed ?? 0));
  if (short.length > 0) throw logsShort(folder, short);
  const forgotten = [...index.accounts].filter(([log, { fragments }]) => !sizes.has(log) && fragments > 0);
  const [unlisted, unfinished] = await unlistedLogs(folder, new Set([...logs, ...dropped]));
  if (forgotten.length > 0 || unlisted.length > 0)
    throw listOutdated(folder, [...forgotten.map(([log]) => logName(log)), ...unlisted]);
  return { sizes, unfinished };
}

/** Logs that logs.json does not name: [those with records, those without]. One without was being made when a crash came. */
async function unlistedLogs(folder: ProviderFolder, listed: ReadonlySet<number>): Promise<[string[], string[]]> {
  const logs = join(folder.path, "logs");
  const [full, empty]: [string[], string[]] = [[], []];
  for (const name of await folder.disk.list(logs)) {
    const log = logOfName(name);
    if (log === undefined || listed.has(log)) continue;
    const bytes = (await folder.disk.sizeOf(join(logs, name))) ?? 0;
    (bytes > LOG_HEADER_BYTES ? full : empty).push(name);
  }
  return [full, empty];
}

function logsMissing(folder: ProviderFolder, logs: readonly number[], index: StoreIndex): CairnError {
  const files = logs.map(logName);
  const fragments = logs.reduce((sum, log) => sum + (index.accounts.get(log)?.fragments ?? 0), 0);
  return damaged(
    folder,
    `${files.length} of the ${folder.logList.logs.length} logs of fragments are missing from ${join(folder.path, "logs")}: ${shown(files)}. ` +
      "Check that the right disk is mounted and put them back; nothing was changed. " +
      "If they are gone for good, take their numbers out of logs.json (logs and open) and delete index/: what was in them then counts as lost, and the rest goes on.",
    { files, fragments },
  );
}

function logsShort(folder: ProviderFolder, logs: readonly number[]): CairnError {
  const files = logs.map(logName);
  return damaged(
    folder,
    `Logs in ${join(folder.path, "logs")} are shorter than what was written to them: ${shown(files)}. ` +
      "Check the disk and put them back from a backup; nothing was changed. " +
      "If there is none, delete index/: it is made again from what is left, and the rest counts as lost.",
    { files },
  );
}

function listOutdated(folder: ProviderFolder, files: readonly string[]): CairnError {
  return damaged(
    folder,
    `logs.json in ${folder.path} does not know of ${shown(files)}. It, or index/, is older than the logs: put back the newest one; ` +
      "if it is index/ that is old, delete it and it is rebuilt. Nothing was changed.",
    { files },
  );
}

function damaged(folder: ProviderFolder, message: string, facts: Readonly<Record<string, unknown>>): CairnError {
  return new CairnError("ERR_STORE_DAMAGED", message, { facts: { folder: folder.path, ...facts } });
}

function shown(files: readonly string[]): string {
  const more = files.length - NAMES_SHOWN;
  return files.slice(0, NAMES_SHOWN).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
