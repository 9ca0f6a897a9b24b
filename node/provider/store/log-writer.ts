// The one writer of the logs: makes batches durable, and remembers a disk that failed. Called for one batch at a time.

import { CairnError } from "../../../protocol/index.ts";
import { STORE } from "../../limits/index.ts";
import { diskError } from "./disk.ts";
import { IndexDraft } from "./index-draft.ts";
import { appendDurably } from "./log-file.ts";
import { LOG_HEADER_BYTES } from "./log-record.ts";
import { LogRoster } from "./log-roster.ts";
import { bytesByGroup, planBatch, rootsOf } from "./store-batch.ts";
import type { ProviderFolder } from "./data-folder.ts";
import type { LogFile } from "./log-file.ts";
import type { LogList } from "./log-list.ts";
import type { BatchLog, BatchPlan, StoreRequest } from "./store-batch.ts";
import type { StoreIndex } from "./store-index.ts";

export interface LogWriterOptions {
  readonly logBytes: number;
  readonly capacityBytes: number | undefined;
  readonly keepFreeBytes: number;
}

type OpenBatchLog = LogFile & BatchLog;

export class LogWriter {
  readonly #folder: ProviderFolder;
  readonly #index: StoreIndex;
  readonly #roster: LogRoster;
  readonly #options: LogWriterOptions;
  #sequence: number;
  #broken: CairnError | undefined;

  private constructor(folder: ProviderFolder, index: StoreIndex, roster: LogRoster, options: LogWriterOptions) {
    this.#folder = folder;
    this.#index = index;
    this.#roster = roster;
    this.#options = options;
    this.#sequence = 1 + lastSequence(index);
  }

  /** Goes on at the ends of the open logs. `list` and index as recovery left them. */
  static async open(
    folder: ProviderFolder,
    index: StoreIndex,
    list: LogList,
    options: LogWriterOptions,
  ): Promise<LogWriter> {
    return new LogWriter(folder, index, await LogRoster.open(folder, index, list, options.logBytes), options);
  }

  /** Why nothing is written any more, if so. */
  get broken(): CairnError | undefined {
    return this.#broken;
  }

  /** The logs that are appended to. */
  get openLogs(): number[] {
    return this.#roster.openLogs;
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
    const disk = this.diskFree - keepFreeBytes;
    return Math.max(0, Math.min(disk, (capacityBytes ?? Number.POSITIVE_INFINITY) - this.fileBytes));
  }

  /** Bytes free on the disk, what is kept free included. */
  get diskFree(): number {
    return this.#folder.disk.freeBytes(this.#folder.path);
  }

  /** For each request, in order, undefined once it is durable, or why it is not. */
  async write(requests: readonly StoreRequest[]): Promise<(CairnError | undefined)[]> {
    if (this.#broken !== undefined) return requests.map(() => this.#broken);
    try {
      this.#checkRoomForIndex();
      const files = await this.#roster.logsFor(bytesByGroup(requests));
      const draft = await IndexDraft.of(this.#index, requests.flatMap(rootsOf));
      const start = { logs: this.#batchLogs(files), sequence: this.#sequence, room: this.room };
      return await this.#carryOut(planBatch(requests, start, draft), draft);
    } catch (error) {
      const failure = this.#failed(error);
      return requests.map(() => failure);
    }
  }

  /** Logs that nothing needs: none of their fragments lives, and what they replace or remove is gone. */
  deadLogs(): number[] {
    const dead = [...this.#index.accounts].filter(
      ([log, { fragments, pins }]) => fragments === 0 && pins.size === 0 && !this.#roster.isOpen(log),
    );
    return dead.map(([log]) => log);
  }

  /** Appends no more to some logs; says why if it could not. */
  async end(logs: readonly number[]): Promise<CairnError | undefined> {
    return this.#try(() => this.#roster.end(logs));
  }

  /**
   * Deletes those of the logs in which no fragment lives and that nobody appends to; says why if it could not. Looked at here,
   * between two batches: whoever asks has looked earlier, and a log that was empty then may have been filled since.
   */
  async drop(logs: readonly number[]): Promise<CairnError | undefined> {
    const empty = logs.filter((log) => this.#index.accounts.get(log)?.fragments === 0 && !this.#roster.isOpen(log));
    return empty.length === 0 ? this.#broken : this.#try(() => this.#roster.drop(empty));
  }

  async close(): Promise<void> {
    await this.#roster.close();
  }

  /** Other programs may take what is kept free: then nothing is begun that the index may have no room for. */
  #checkRoomForIndex(): void {
    const free = this.diskFree;
    if (free >= Math.min(STORE.indexSpareBytes, this.#options.keepFreeBytes / 8)) return;
    const message = `The disk under ${this.#folder.path} has ${free} bytes left, too few for the index. Free some space; what is stored is still served.`;
    throw new CairnError("ERR_DISK_FULL", message, { facts: { folder: this.#folder.path, free } });
  }

  #batchLogs(files: ReadonlyMap<number, LogFile>): Map<number, OpenBatchLog> {
    const logs = new Map<number, OpenBatchLog>();
    for (const [group, file] of files) {
      logs.set(group, { ...file, end: this.#index.accounts.get(file.log)?.indexed ?? LOG_HEADER_BYTES });
    }
    return logs;
  }

  async #carryOut(plan: BatchPlan<OpenBatchLog>, draft: IndexDraft): Promise<(CairnError | undefined)[]> {
    const failed = plan.writes.length === 0 ? undefined : await appendDurably(plan.writes);
    if (failed?.broken === true) this.#broken = failed.error;
    if (failed === undefined && plan.writes.length > 0) {
      await this.#index.commit(draft);
      this.#sequence = plan.sequence;
      for (const { to, bytes } of plan.writes) this.#roster.appended(to.log, bytes);
    }
    return plan.fates.map((fate) => {
      if (fate === "done") return undefined;
      return fate === "written" ? failed?.error : fate;
    });
  }

  async #try(work: () => Promise<void>): Promise<CairnError | undefined> {
    if (this.#broken !== undefined) return this.#broken;
    try {
      await work();
      return undefined;
    } catch (error) {
      return this.#failed(error);
    }
  }

  /** Anything but a full disk, or a process that has too many files open, ends writing. */
  #failed(error: unknown): CairnError {
    const failure = error instanceof CairnError ? error : diskError("The fragment store cannot write", error);
    if (failure.code !== "ERR_DISK_FULL" && failure.code !== "ERR_PEER_BUSY") this.#broken ??= failure;
    return failure;
  }
}

/** In a loop: a call takes no more than some 100,000 arguments, which is the number of logs of 30 TiB. */
function lastSequence({ accounts }: StoreIndex): number {
  let last = 0;
  for (const account of accounts.values()) last = Math.max(last, account.lastSequence);
  return last;
}
