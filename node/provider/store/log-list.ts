// logs.json: which logs there must be. It knows so independently of the index, so that logs deleted together with the index
// are missed all the same, and it is replaced only when a log begins or ends.

import { join } from "node:path";
import { CairnError } from "../../../protocol/index.ts";
import { readFile, replaceFile } from "./disk.ts";
import type { Disk } from "./disk.ts";

export interface LogList {
  /** The number of the next log; numbers are never used twice. */
  readonly next: number;
  /** Ascending. */
  readonly logs: readonly number[];
  /** Those of them that records are appended to, ascending: after a crash only these can end in a torn write. */
  readonly open: readonly number[];
  /** Being deleted: their files may be there or not. Not among `logs`. */
  readonly dropped: readonly number[];
}

export const emptyLogList: LogList = { next: 1, logs: [], open: [], dropped: [] };

const MAX_LIST_BYTES = 16 * 1024 * 1024;
const MAX_LOG_NUMBER = 0xffff_ffff;

/** Not `.log`: some machines delete files of that name. */
export function logName(log: number): string {
  return `${String(log).padStart(10, "0")}.fragments`;
}

/** The number of the log that a file is, if it is one. */
export function logOfName(name: string): number | undefined {
  return /^\d{10}\.fragments$/.test(name) ? Number.parseInt(name, 10) : undefined;
}

export async function readLogList(disk: Disk, folder: string): Promise<LogList> {
  const bytes = await readFile(disk, join(folder, "logs.json"), MAX_LIST_BYTES);
  const list = bytes === undefined ? undefined : parseLogList(bytes);
  if (list !== undefined) return list;
  throw new CairnError(
    "ERR_STORE_DAMAGED",
    `${join(folder, "logs.json")} is ${bytes === undefined ? "missing" : "damaged"}: it says which logs of fragments there must be. Put it back from a backup; nothing was changed.`,
    { facts: { folder, missing: ["logs.json"] } },
  );
}

/** Durable when it resolves. It takes effect only when `first` is done; if that fails, never. */
export async function writeLogList(disk: Disk, folder: string, list: LogList, first?: Promise<unknown>): Promise<void> {
  await replaceFile(disk, join(folder, "logs.json"), Buffer.from(`${JSON.stringify(list)}\n`), first);
}

function parseLogList(bytes: Uint8Array): LogList | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  if (!("next" in value) || !("logs" in value) || !("dropped" in value)) return undefined;
  const { next, logs, dropped } = value;
  if (!isLogNumber(next) || !isAscending(logs) || !isAscending(dropped)) return undefined;
  // Version 1 appended to the newest log only, and did not say so.
  const open = "open" in value ? value.open : logs.slice(-1);
  if (!isAscending(open) || !open.every((log) => logs.includes(log))) return undefined;
  return [...logs, ...dropped].every((log) => log < next) ? { next, logs, open, dropped } : undefined;
}

function isLogNumber(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_LOG_NUMBER;
}

function isAscending(value: unknown): value is number[] {
  if (!Array.isArray(value) || !value.every(isLogNumber)) return false;
  return value.every((log, at) => at === 0 || log > Number(value[at - 1]));
}
