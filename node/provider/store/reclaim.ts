// When the space of removed fragments is given back: deletes logs that nobody needs, and has the others copied when too much of
// them is dead (compaction.ts). It works by requests in the queue of puts and removals, beside these.

import { CairnError, isCairnError } from "../../../protocol/index.ts";
import { STORE } from "../../limits/index.ts";
import { compactLog, copyBytes, isWasteful, wastefulLogs } from "./compaction.ts";
import { errno } from "./disk.ts";
import { emptyAccount } from "./log-account.ts";
import { Pace } from "./pace.ts";
import type { CompactionParts } from "./compaction.ts";
import type { LogWriter, LogWriterOptions } from "./log-writer.ts";
import type { StoreRequest } from "./store-batch.ts";

/** Work on whole logs, which must not run beside a batch: to delete dead ones or those named, or to append no more to some. */
export type LogRequest =
  | { readonly kind: "sweep"; readonly bytes: 0 }
  | { readonly kind: "drop" | "end"; readonly bytes: 0; readonly logs: readonly number[] };

export interface ReclaimOptions extends LogWriterOptions {
  readonly compaction: "automatic" | "manual";
  /** Copied in a second, while there is room. */
  readonly compactionBytesPerSecond: number;
}

export interface ReclaimParts extends CompactionParts {
  readonly writer: LogWriter;
  /** Resolves when the request is done. */
  readonly enqueue: (request: StoreRequest | LogRequest) => Promise<void>;
}

export class Reclaimer {
  readonly #parts: ReclaimParts;
  readonly #options: ReclaimOptions;
  readonly #closing = new AbortController();
  /** Logs of which something cannot be read: kept, and not tried again before a restart. */
  readonly #stuck = new Set<number>();
  #compaction: Promise<number> | undefined;

  constructor(parts: ReclaimParts, options: ReclaimOptions) {
    this.#parts = parts;
    this.#options = options;
  }

  /** After fragments were removed: deletes what is dead now, and starts a compaction if there is enough to gain. */
  async afterRemoval(): Promise<void> {
    await this.#endDead();
    await this.sweep();
    this.#compactIfWorthwhile();
  }

  /** Deletes dead logs. What prevents that (a full disk) leaves them for the next time. */
  async sweep(): Promise<void> {
    const { writer, enqueue } = this.#parts;
    while (writer.broken === undefined && writer.deadLogs().length > 0) {
      try {
        await enqueue({ kind: "sweep", bytes: 0 });
      } catch {
        return;
      }
    }
  }

  /** As LogStore.compact. */
  compact(signal?: AbortSignal): Promise<number> {
    this.#compaction ??= this.#compact(anySignal(this.#closing.signal, signal)).finally(() => {
      this.#compaction = undefined;
    });
    return this.#compaction;
  }

  /** Starts nothing more, and resolves when what runs has stopped. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#compaction?.catch(() => undefined);
  }

  async #compact(signal: AbortSignal): Promise<number> {
    const { writer, enqueue } = this.#parts;
    const wasteful = this.#wastefulOpen();
    if (wasteful.length > 0) await enqueue({ kind: "end", bytes: 0, logs: wasteful });
    const pace = new Pace(this.#options.compactionBytesPerSecond);
    let compacted = 0;
    for (let log = this.#nextWasteful(); log !== undefined; log = this.#nextWasteful()) {
      pace.unbounded = writer.room < this.#options.logBytes;
      const emptied = await compactLog(this.#parts, log, enqueue, pace, signal).catch(notIfUnreadable);
      if (emptied) await enqueue({ kind: "drop", bytes: 0, logs: [log] });
      else this.#stuck.add(log);
      if (emptied) compacted += 1;
    }
    await this.sweep();
    return compacted;
  }

  /** The log with the most to gain, of those whose copy fits on the disk. @throws CairnError ERR_DISK_FULL if none does. */
  #nextWasteful(): number | undefined {
    const { index, writer, folder } = this.#parts;
    const wasteful = this.#wasteful();
    const free = writer.diskFree;
    const spare = Math.min(STORE.compactionSpareBytes, this.#options.keepFreeBytes / 4);
    const next = wasteful.find((log) => copyBytes(index, log) + spare <= free);
    if (next === undefined && wasteful.length > 0) throw noRoomToCompact(folder.path, free);
    return next;
  }

  #wasteful(): number[] {
    const { index, writer } = this.#parts;
    return wastefulLogs(index, writer.openLogs).filter((log) => !this.#stuck.has(log));
  }

  #wastefulOpen(): number[] {
    const { accounts } = this.#parts.index;
    return this.#longOpenLogs().filter((log) => isWasteful(accounts.get(log) ?? emptyAccount(0)));
  }

  /** A good part of all there may be: the open logs of a small store would change with every removal. */
  #longOpenLogs(): number[] {
    const { index, writer } = this.#parts;
    const { logBytes, capacityBytes } = this.#options;
    const enough = STORE.currentShare * Math.min(logBytes, capacityBytes ?? logBytes);
    return writer.openLogs.filter((log) => (index.accounts.get(log)?.indexed ?? 0) >= enough);
  }

  /** The log of a group that has expired need not wait to be full before it can be deleted. */
  async #endDead(): Promise<void> {
    const logs = this.#longOpenLogs().filter((log) => {
      const account = this.#parts.index.accounts.get(log);
      return account !== undefined && account.fragments === 0 && account.pins.size === 0;
    });
    if (logs.length > 0) await this.#parts.enqueue({ kind: "end", bytes: 0, logs }).catch(() => undefined);
  }

  /** What stops it (a full disk, the end) is no concern of the removal that started it; a broken disk shows at the next write. */
  #compactIfWorthwhile(): void {
    if (this.#options.compaction === "manual" || this.#closing.signal.aborted) return;
    if (this.#wasteful().length > 0 || this.#wastefulOpen().length > 0) this.compact().catch(() => undefined);
  }
}

/** A log that cannot be read does not keep the others from being copied. */
function notIfUnreadable(error: unknown): false {
  if (errno(error) === "EIO" || isCairnError(error, "ERR_STORE_DAMAGED")) return false;
  throw error;
}

function anySignal(closing: AbortSignal, signal: AbortSignal | undefined): AbortSignal {
  return signal === undefined ? closing : AbortSignal.any([closing, signal]);
}

function noRoomToCompact(path: string, free: number): CairnError {
  return new CairnError(
    "ERR_DISK_FULL",
    `The disk under ${path} has ${free} bytes left: too few to copy what lives out of a log before deleting it. Free some space; what is stored is still served and proved.`,
    { facts: { folder: path, free } },
  );
}
