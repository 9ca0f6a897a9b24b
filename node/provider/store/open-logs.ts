// Logs open for reading: a bounded number of handles, the least recently used closed first.

import { join } from "node:path";
import { logName } from "./log-list.ts";
import type { Disk, DiskFile } from "./disk.ts";

interface OpenLog {
  readonly file: Promise<DiskFile>;
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

  constructor(disk: Disk, folder: string, max: number) {
    this.#disk = disk;
    this.#folder = folder;
    this.#max = max;
  }

  /** Runs `read` on the log's file. It may be unlinked meanwhile: an open file stays readable. */
  async use<T>(log: number, read: (file: DiskFile) => Promise<T>): Promise<T> {
    const entry = this.#open.get(log) ?? {
      file: this.#disk.openToRead(join(this.#folder, logName(log))),
      readers: 0,
      retired: false,
    };
    this.#open.delete(log);
    this.#open.set(log, entry);
    entry.readers += 1;
    this.#trim();
    try {
      return await read(await this.#opened(log, entry));
    } finally {
      entry.readers -= 1;
      if (entry.retired && entry.readers === 0) await closeQuietly(entry);
    }
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

  async #opened(log: number, entry: OpenLog): Promise<DiskFile> {
    try {
      return await entry.file;
    } catch (error) {
      // Don't keep a failure: the next reader tries anew.
      if (this.#open.get(log) === entry) this.#open.delete(log);
      throw error;
    }
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
    await (await entry.file).close();
  } catch {
    // Never opened, or gone with the disk.
  }
}
