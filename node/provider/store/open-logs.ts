// Logs open for reading: a bounded number of handles, the least recently used closed first.

import { join } from "node:path";
import { logName } from "./log-list.ts";
import type { Disk, DiskFile } from "./disk.ts";

export interface OpenLog {
  readonly log: number;
  readonly opening: Promise<DiskFile>;
  /** As soon as it is open. */
  file: DiskFile | undefined;
  readers: number;
  /** No longer in the map: the last reader closes it. */
  retired: boolean;
}

export class OpenLogs {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #max: number;
  /** In order of use, the latest last. */
  readonly #open = new Map<number, OpenLog>();
  #readers = 0;

  constructor(disk: Disk, folder: string, max: number) {
    this.#disk = disk;
    this.#folder = folder;
    this.#max = max;
  }

  /** Reads that are under way. */
  get readers(): number {
    return this.#readers;
  }

  /** A log to read from, until it is given back. It may be unlinked meanwhile: an open file stays readable. */
  take(log: number): OpenLog {
    const entry = this.#open.get(log) ?? this.#entryOf(log);
    this.#open.delete(log);
    this.#open.set(log, entry);
    entry.readers += 1;
    this.#readers += 1;
    if (this.#open.size > this.#max) this.#trim();
    return entry;
  }

  /** Nothing to wait for, unless this was the last reader of a log that is being closed. */
  giveBack(entry: OpenLog): Promise<void> | undefined {
    entry.readers -= 1;
    this.#readers -= 1;
    return entry.retired && entry.readers === 0 ? closeQuietly(entry) : undefined;
  }

  /** Closes the log's file as soon as nobody reads from it. */
  async retire(log: number): Promise<void> {
    const entry = this.#open.get(log);
    if (entry === undefined) return;
    this.#open.delete(log);
    entry.retired = true;
    if (entry.readers === 0) await closeQuietly(entry);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((log) => this.retire(log)));
  }

  #entryOf(log: number): OpenLog {
    const opening = this.#disk.openToRead(join(this.#folder, logName(log)));
    const entry: OpenLog = { log, opening, file: undefined, readers: 0, retired: false };
    opening.then(
      (file) => {
        entry.file = file;
      },
      () => {
        // Don't keep a failure: the next reader tries anew.
        if (this.#open.get(log) === entry) this.#open.delete(log);
      },
    );
    return entry;
  }

  /** More than `max` only while that many are being read from. */
  #trim(): void {
    for (const [log, entry] of this.#open) {
      if (this.#open.size <= this.#max) return;
      if (entry.readers === 0) void this.retire(log);
    }
  }
}

/** A file that was only read from has nothing to lose when it is closed. */
async function closeQuietly(entry: OpenLog): Promise<void> {
  try {
    await (await entry.opening).close();
  } catch {
    // Never opened, or gone with the disk.
  }
}
