// Which logs there are: begins them, ends them, deletes them, and keeps logs.json. One log is open for each group of fragments that
// expire together, up to a bound, and one for everything else. Called for one batch at a time, which waits for it: what may be
// synced side by side is, and what nothing depends on waits for the next occasion.

import { join } from "node:path";
import { isCairnError } from "../../../protocol/index.ts";
import { STORE } from "../../limits/index.ts";
import { allDone, errno, unlinkIfThere } from "./disk.ts";
import { MIXED } from "./expiry-group.ts";
import { IndexDraft } from "./index-draft.ts";
import { createLog, openLog } from "./log-file.ts";
import { logName, writeLogList } from "./log-list.ts";
import { LOG_HEADER_BYTES } from "./log-record.ts";
import type { ProviderFolder } from "./data-folder.ts";
import type { LogFile } from "./log-file.ts";
import type { LogList } from "./log-list.ts";
import type { StoreIndex } from "./store-index.ts";

interface OpenLog extends LogFile {
  /** Bytes appended to all logs when this one was last appended to. */
  usedAt: number;
}

export class LogRoster {
  readonly #folder: ProviderFolder;
  readonly #logs: string;
  readonly #index: StoreIndex;
  readonly #logBytes: number;
  readonly #open = new Map<number, OpenLog>();
  #list: LogList;
  #appended = 0;
  #unsynced = 0;
  /** The index on its way to the disk, beside the batches. */
  #syncing: Promise<void> | undefined;
  #syncFailed: Error | undefined;
  /** Logs whose files are gone for good. logs.json still calls them dropped, until it is written again. */
  readonly #gone = new Set<number>();

  private constructor(folder: ProviderFolder, index: StoreIndex, list: LogList, logBytes: number) {
    this.#folder = folder;
    this.#logs = join(folder.path, "logs");
    this.#index = index;
    this.#list = list;
    this.#logBytes = logBytes;
  }

  /** With the logs that were open before. `list` and index as recovery left them. */
  static async open(folder: ProviderFolder, index: StoreIndex, list: LogList, logBytes: number): Promise<LogRoster> {
    const roster = new LogRoster(folder, index, list, logBytes);
    try {
      for (const log of list.open) {
        const opened = await openToAppend(folder, roster.#logs, log);
        if (opened === undefined) continue;
        const twin = roster.#open.get(opened.group);
        roster.#open.set(opened.group, { ...opened, usedAt: 0 });
        await twin?.file.close();
      }
      return roster;
    } catch (error) {
      await roster.close();
      throw error;
    }
  }

  /** True for a log that is appended to. */
  isOpen(log: number): boolean {
    return this.#opened(log) !== undefined;
  }

  get openLogs(): number[] {
    return [...this.#open.values()].map(({ log }) => log);
  }

  /** A log with room for each group, given the bytes that it is to take; the mixed one's where a group has none of its own. */
  async logsFor(needs: ReadonlyMap<number, number>): Promise<Map<number, LogFile>> {
    if (this.#syncFailed !== undefined) throw this.#syncFailed;
    const chosen = new Map<number, LogFile>();
    let mixedBytes = needs.get(MIXED) ?? 0;
    for (const [group, bytes] of needs) {
      const log = group === MIXED ? undefined : await this.#groupLog(group, bytes, needs);
      if (log !== undefined) chosen.set(group, log);
      else if (group !== MIXED) mixedBytes += bytes;
    }
    if (chosen.size === needs.size) return chosen;
    const mixed = this.#withRoom(MIXED, mixedBytes) ?? (await this.#begin(MIXED));
    for (const group of [...needs.keys(), MIXED]) if (!chosen.has(group)) chosen.set(group, mixed);
    return chosen;
  }

  /**
   * Counts what was appended. The index is synced every so often: what a power loss costs is read again at the next start. Nobody
   * waits for that; should it fail, the next batch does.
   */
  appended(log: number, bytes: number): void {
    this.#appended += bytes;
    this.#unsynced += bytes;
    const opened = this.#opened(log);
    if (opened !== undefined) opened.usedAt = this.#appended;
    if (this.#unsynced < this.#logBytes || this.#syncing !== undefined) return;
    this.#syncing = this.#syncIndex()
      .catch(() => undefined)
      .finally(() => {
        this.#syncing = undefined;
      });
  }

  /** Nothing is appended to these any more. */
  async end(logs: readonly number[]): Promise<void> {
    const ended = [...this.#open.values()].filter(({ log }) => logs.includes(log));
    if (ended.length === 0) return;
    await this.#setList({ open: this.#list.open.filter((log) => !logs.includes(log)) }, this.#syncIndex());
    await this.#closeEnded(ended);
  }

  /** Deletes logs. logs.json says so first, so that a crash in between leaves neither a log that is missed nor one that comes back. */
  async drop(logs: readonly number[]): Promise<void> {
    const { disk } = this.#folder;
    const dropped = new Set([...this.#list.dropped, ...logs]);
    const stays = (log: number): boolean => !dropped.has(log);
    const change = {
      logs: this.#list.logs.filter(stays),
      open: this.#list.open.filter(stays),
      dropped: [...dropped].toSorted((a, b) => a - b),
    };
    // What says that the log is dead must not be lost after the log is.
    await this.#setList(change, this.#syncIndex());
    await this.#closeEnded([...this.#open.values()].filter(({ log }) => dropped.has(log)));
    for (const log of logs) await unlinkIfThere(disk, join(this.#logs, logName(log)));
    await disk.syncFolder(this.#logs);
    const draft = await IndexDraft.of(this.#index, []);
    for (const log of logs) draft.drop(log);
    await this.#index.commit(draft);
    for (const log of logs) this.#gone.add(log);
  }

  async close(): Promise<void> {
    await this.#syncing;
    // Else the next start looks for files that are not there.
    if (this.#gone.size > 0) await this.#setList({}).catch(() => undefined);
    await this.#closeEnded([...this.#open.values()]);
  }

  /** The group's log, or undefined if the mixed one has to do. */
  async #groupLog(group: number, bytes: number, needs: ReadonlyMap<number, number>): Promise<LogFile | undefined> {
    const open = this.#withRoom(group, bytes);
    if (open !== undefined) return open;
    if (this.#open.has(group) || this.#groupLogs().length < STORE.groupLogs) return this.#begin(group);
    const idle = this.#idleLog(needs);
    return idle === undefined ? undefined : this.#begin(group, idle);
  }

  #withRoom(group: number, bytes: number): LogFile | undefined {
    const open = this.#open.get(group);
    if (open === undefined) return undefined;
    const end = this.#endOf(open);
    return end === LOG_HEADER_BYTES || end + bytes <= this.#logBytes ? open : undefined;
  }

  /**
   * A log that may make way for another group's, if this batch does not need it: nothing in it lives, or others have taken so much since it was last appended to
   * that there is not more than one short log for each full one.
   */
  #idleLog(needs: ReadonlyMap<number, number>): OpenLog | undefined {
    const unneeded = this.#groupLogs().filter(({ group }) => !needs.has(group));
    const oldestFirst = unneeded.toSorted((a, b) => a.usedAt - b.usedAt);
    const mayGo = (log: OpenLog): boolean =>
      this.#index.accounts.get(log.log)?.fragments === 0 ||
      this.#endOf(log) + this.#appended - log.usedAt >= this.#logBytes;
    return oldestFirst.find(mayGo);
  }

  /** In place of the group's log, and of `other`, which end. */
  async #begin(group: number, other?: OpenLog): Promise<LogFile> {
    const { disk, id } = this.#folder;
    const log = this.#list.next;
    const ended = [this.#open.get(group), other].filter((one) => one !== undefined);
    const open = this.#list.open.filter((one) => !ended.some((old) => old.log === one));
    const creating = createLog(disk, this.#logs, log, id, group);
    try {
      // A log that is not open is in the index as a whole; one that is named is there.
      const first = allDone([creating, this.#syncIndex()]);
      await this.#setList({ next: log + 1, logs: [...this.#list.logs, log], open: [...open, log] }, first);
    } catch (error) {
      await creating.then(
        ({ file }) => file.close(),
        () => undefined,
      );
      throw error;
    }
    const made = { ...(await creating), usedAt: this.#appended };
    await this.#closeEnded(ended);
    // Open before it has an account: compaction, which runs beside this, takes an empty log that is not open for a dead one.
    this.#open.set(group, made);
    const draft = await IndexDraft.of(this.#index, []);
    draft.begin(log, 0);
    await this.#index.commit(draft);
    return made;
  }

  async #closeEnded(ended: readonly OpenLog[]): Promise<void> {
    for (const { group, log, file } of ended) {
      if (this.#open.get(group)?.log === log) this.#open.delete(group);
      await file.close();
    }
  }

  /** After one that failed none counts, whatever it says. Remembered here: another failure may hide it from who waits for both. */
  async #syncIndex(): Promise<void> {
    if (this.#syncFailed !== undefined) throw this.#syncFailed;
    this.#unsynced = 0;
    try {
      await this.#index.sync();
    } catch (error) {
      this.#syncFailed = new Error("The index cannot be synced.", { cause: error });
      throw this.#syncFailed;
    }
  }

  /** Changes logs.json, which takes effect when `first` is done. */
  async #setList(change: Partial<LogList>, first?: Promise<unknown>): Promise<void> {
    const changed = { ...this.#list, ...change };
    const list = { ...changed, dropped: changed.dropped.filter((log) => !this.#gone.has(log)) };
    await writeLogList(this.#folder.disk, this.#folder.path, list, first);
    this.#list = list;
    this.#gone.clear();
  }

  #opened(log: number): OpenLog | undefined {
    for (const open of this.#open.values()) if (open.log === log) return open;
    return undefined;
  }

  #groupLogs(): OpenLog[] {
    return [...this.#open.values()].filter(({ group }) => group !== MIXED);
  }

  #endOf({ log }: LogFile): number {
    return this.#index.accounts.get(log)?.indexed ?? LOG_HEADER_BYTES;
  }
}

/** Undefined if its header is illegible: what is in the log is read without, and nothing more is appended. */
async function openToAppend({ disk, id }: ProviderFolder, logs: string, log: number): Promise<LogFile | undefined> {
  try {
    return await openLog(disk, logs, log, id, "append");
  } catch (error) {
    const isIllegible = isCairnError(error, "ERR_STORE_DAMAGED") && error.facts["isLegible"] === false;
    if (isIllegible || errno(error) === "EIO") return undefined;
    throw error;
  }
}
