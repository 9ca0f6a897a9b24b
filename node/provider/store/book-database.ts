// The LevelDB of the book. LevelDB writes each change ahead to a file, and when such a write fails half-way (a full disk) it goes on
// behind the torn place as if nothing had happened: it acknowledges and syncs what no start will read, because reading ends there.
// So changes go one at a time here, and after one that failed nothing is written until LevelDB has begun another file.

import { readdir } from "node:fs/promises";
import { Level } from "level";
import { STORE } from "../../limits/index.ts";
import { bookNotWritten } from "./folder-errors.ts";

/** Writes as abstract-level calls them when it has checked their arguments; those of sublevels end here as well. */
interface Writes {
  _put(key: unknown, value: unknown, options: unknown): Promise<void>;
  _del(key: unknown, options: unknown): Promise<void>;
  _batch(operations: unknown, options: unknown): Promise<void>;
}

interface Compacting {
  compactRange(start: Uint8Array, end: Uint8Array): Promise<void>;
}

const leveldb = Level.prototype as unknown as Writes & Compacting;
/** A range without keys: all that compacting it does is to begin a file and to put what the one before it has into a table. */
const NO_KEYS = new Uint8Array(64).fill(0xff);

/** Writes reject with CairnError ERR_DISK_FULL or ERR_DISK_FAILED. */
export class BookDatabase extends Level<Uint8Array, Uint8Array> implements Writes {
  readonly #freeBytes: () => number;
  #last: Promise<void> = Promise.resolve();
  /** A write failed, and the file that it went to is the one that is written to. */
  #torn = false;

  /** @param freeBytes Bytes that may still be written to the disk. */
  constructor(location: string, options: object, freeBytes: () => number) {
    super(location, options);
    this.#freeBytes = freeBytes;
  }

  _put(key: unknown, value: unknown, options: unknown): Promise<void> {
    return this.#inTurn(() => leveldb._put.call(this, key, value, options));
  }

  _del(key: unknown, options: unknown): Promise<void> {
    return this.#inTurn(() => leveldb._del.call(this, key, options));
  }

  _batch(operations: unknown, options: unknown): Promise<void> {
    return this.#inTurn(() => leveldb._batch.call(this, operations, options));
  }

  #inTurn(write: () => Promise<void>): Promise<void> {
    const result = this.#last.then(() => this.#write(write));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #write(write: () => Promise<void>): Promise<void> {
    try {
      if (this.#torn) await this.#leaveTornFile();
      await write();
    } catch (error) {
      this.#torn = true;
      throw bookNotWritten(this.location, error);
    }
  }

  /** If that fails for want of space LevelDB takes no more before a restart: so it is not tried while there is little. */
  async #leaveTornFile(): Promise<void> {
    if (this.#freeBytes() < STORE.bookSpareBytes) throw noSpace(this.location);
    const torn = await newestWrittenAhead(this.location);
    await leveldb.compactRange.call(this, NO_KEYS, NO_KEYS);
    const begun = await newestWrittenAhead(this.location);
    if (begun === torn) throw new Error("LevelDB has begun no other file after a failed write.");
    this.#torn = false;
  }
}

/** The name of the last file that a LevelDB has written ahead to, or undefined if there is none: it always has one. */
export async function newestWrittenAhead(location: string): Promise<string | undefined> {
  const names = (await readdir(location)).filter((name) => /^\d+\.log$/.test(name));
  return names.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).at(-1);
}

function noSpace(location: string): Error {
  return Object.assign(new Error(`ENOSPC: ${location}`), { code: "ENOSPC" });
}
