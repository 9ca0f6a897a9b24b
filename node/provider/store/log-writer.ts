// The one writer of the logs: makes batches durable, begins new logs, deletes dead ones. Called for one batch at a time.

import { join } from "node:path";
import { CairnError } from "../../../protocol/index.ts";
import { diskError, unlinkIfThere } from "./disk.ts";
import { IndexDraft } from "./index-draft.ts";
import { appendDurably, createLog, openLog } from "./log-file.ts";
import { logName, writeLogList } from "./log-list.ts";
import { LOG_HEADER_BYTES } from "./log-record.ts";
import { planBatch, rootsOf } from "./store-batch.ts";
import type { ProviderFolder } from "./data-folder.ts";
import type { LogFile } from "./log-file.ts";
import type { LogList } from "./log-list.ts";
import type { BatchPlan, StoreRequest } from "./store-batch.ts";
import type { StoreIndex } from "./store-index.ts";

export interface LogWriterOptions {
  readonly logBytes: number;
  readonly capacityBytes: number | undefined;
  readonly keepFreeBytes: number;
}

export class LogWriter {
  readonly #folder: ProviderFolder;
  readonly #logs: string;
  readonly #index: StoreIndex;
  readonly #options: LogWriterOptions;
  #list: LogList;
  #current: LogFile | undefined;
  #sequence: number;
  #broken: CairnError | undefined;

  private constructor(
    folder: ProviderFolder,
    index: StoreIndex,
    list: LogList,
    current: LogFile | undefined,
    options: LogWriterOptions,
  ) {
    this.#folder = folder;
    this.#logs = join(folder.path, "logs");
    this.#index = index;
    this.#list = list;
    this.#current = current;
    this.#options = options;
    this.#sequence = 1 + Math.max(0, ...[...index.accounts.values()].map(({ lastSequence }) => lastSequence));
  }

  /** Goes on at the end of the newest log. `list` and index as recovery left them. */
  static async open(
    folder: ProviderFolder,
    index: StoreIndex,
    list: LogList,
    options: LogWriterOptions,
  ): Promise<LogWriter> {
    const newest = list.logs.at(-1);
    const current =
      newest === undefined
        ? undefined
        : await openLog(folder.disk, join(folder.path, "logs"), newest, folder.id, "append");
    return new LogWriter(folder, index, list, current, options);
  }

  /** Why nothing is written any more, if so. */
  get broken(): CairnError | undefined {
    return this.#broken;
  }

  /** The log that is appended to. */
  get currentLog(): number | undefined {
    return this.#current?.log;
  }

  /** Size of all logs. */
  get fileBytes(): number {
    let bytes = 0;
    for (const { indexed } of this.#index.accounts.values()) bytes += indexed;
    return bytes;
  }

  /** Bytes that new fragments may still take. */
  get room(): number {
    const { capacityBytes, keepFreeBytes } = this.#options;
    const disk = this.#folder.disk.freeBytes(this.#folder.path) - keepFreeBytes;
    return Math.max(0, Math.min(disk, (capacityBytes ?? Number.POSITIVE_INFINITY) - this.fileBytes));
  }

  /** For each request, in order, undefined once it is durable, or why it is not. */
  async write(requests: readonly StoreRequest[]): Promise<(CairnError | undefined)[]> {
    if (this.#broken !== undefined) return requests.map(() => this.#broken);
    try {
      const log = await this.#logFor(requests.reduce((sum, { bytes }) => sum + bytes, 0));
      const draft = await IndexDraft.of(this.#index, requests.flatMap(rootsOf));
      const end = this.#index.accounts.get(log.log)?.indexed ?? LOG_HEADER_BYTES;
      const start = { log: log.log, marker: log.marker, end, sequence: this.#sequence, room: this.room };
      return await this.#carryOut(planBatch(requests, start, draft), log, end, draft);
    } catch (error) {
      const failure = this.#failed(error);
      return requests.map(() => failure);
    }
  }

  /** Logs that nothing needs: none of their fragments lives, and what they replace or remove is gone. */
  deadLogs(): number[] {
    const dead = [...this.#index.accounts].filter(
      ([log, { fragments, pins }]) => log !== this.#current?.log && fragments === 0 && pins.size === 0,
    );
    return dead.map(([log]) => log);
  }

  /** Begins a new log, whatever the length of the current one; says why if it could not. */
  async begin(): Promise<CairnError | undefined> {
    if (this.#broken !== undefined) return this.#broken;
    try {
      await this.#beginLog();
      return undefined;
    } catch (error) {
      return this.#failed(error);
    }
  }

  /** Deletes logs without live fragments; says why if it could not. */
  async drop(logs: readonly number[]): Promise<CairnError | undefined> {
    const there = logs.filter((log) => this.#index.accounts.has(log));
    if (this.#broken !== undefined || there.length === 0) return this.#broken;
    try {
      await this.#dropAll(there);
      return undefined;
    } catch (error) {
      return this.#failed(error);
    }
  }

  async close(): Promise<void> {
    await this.#current?.file.close();
    this.#current = undefined;
  }

  async #carryOut(plan: BatchPlan, log: LogFile, end: number, draft: IndexDraft): Promise<(CairnError | undefined)[]> {
    const failed = plan.pieces.length === 0 ? undefined : await appendDurably(log, end, plan.pieces);
    if (failed?.broken === true) this.#broken = failed.error;
    if (failed === undefined && plan.pieces.length > 0) {
      await this.#index.commit(draft);
      this.#sequence = 1 + (this.#index.accounts.get(log.log)?.lastSequence ?? this.#sequence);
    }
    return plan.fates.map((fate) => {
      if (fate === "done") return undefined;
      return fate === "written" ? failed?.error : fate;
    });
  }

  /** The current log, or a new one if `bytes` more would make it too long. */
  async #logFor(bytes: number): Promise<LogFile> {
    const current = this.#current;
    const end = current === undefined ? 0 : (this.#index.accounts.get(current.log)?.indexed ?? LOG_HEADER_BYTES);
    const empty = end === LOG_HEADER_BYTES;
    if (current !== undefined && (empty || end + bytes <= this.#options.logBytes)) return current;
    return this.#beginLog();
  }

  async #beginLog(): Promise<LogFile> {
    const { disk, id } = this.#folder;
    const log = this.#list.next;
    // The index need never be made up from more than one log.
    await this.#index.sync();
    const made = await createLog(disk, this.#logs, log, id);
    try {
      await this.#setList({ ...this.#list, next: log + 1, logs: [...this.#list.logs, log] });
    } catch (error) {
      await made.file.close();
      throw error;
    }
    const draft = await IndexDraft.of(this.#index, []);
    draft.begin(log, this.#sequence - 1);
    await this.#index.commit(draft);
    await this.#current?.file.close();
    this.#current = made;
    return made;
  }

  async #setList(list: LogList): Promise<void> {
    await writeLogList(this.#folder.disk, this.#folder.path, list);
    this.#list = list;
  }

  /** logs.json says so first, so that a crash in between leaves neither a log that is missed nor one that comes back. */
  async #dropAll(logs: readonly number[]): Promise<void> {
    const { disk } = this.#folder;
    // What says that the log is dead must not be lost after the log is.
    await this.#index.sync();
    const dropped = new Set([...this.#list.dropped, ...logs]);
    await this.#setList({
      ...this.#list,
      logs: this.#list.logs.filter((log) => !dropped.has(log)),
      dropped: [...dropped].toSorted((a, b) => a - b),
    });
    for (const log of logs) await unlinkIfThere(disk, join(this.#logs, logName(log)));
    await disk.syncFolder(this.#logs);
    const draft = await IndexDraft.of(this.#index, []);
    for (const log of logs) draft.drop(log);
    await this.#index.commit(draft);
    await this.#setList({ ...this.#list, dropped: this.#list.dropped.filter((log) => !logs.includes(log)) });
  }

  /** Anything but a full disk ends writing. */
  #failed(error: unknown): CairnError {
    const failure = error instanceof CairnError ? error : diskError("The fragment store cannot write", error);
    if (failure.code !== "ERR_DISK_FULL") this.#broken ??= failure;
    return failure;
  }
}
