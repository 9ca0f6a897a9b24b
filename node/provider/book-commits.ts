// Group commit of the book: changes that come while one batch is on its way to the disk share the next one, and its sync. Each
// is still there whole or not at all after a crash.
//
// LevelDB joins only what its callers' threads bring at once, and there are four threads for all that a process reads and writes:
// a hundred fragments staged at once would keep them waiting for each other, and everything else with them.

import { PROVIDER } from "../limits/index.ts";
import type { Database, Sublevel } from "./store/index.ts";

export type BookOperation =
  | { type: "put"; sublevel: Sublevel; key: Uint8Array; value: Uint8Array; keyEncoding: "view"; valueEncoding: "view" }
  | { type: "del"; sublevel: Sublevel; key: Uint8Array; keyEncoding: "view" };

/** synced: on the disk. written: with the system, and on the disk with the next change that is synced. */
export type Durability = "synced" | "written";

interface Waiting {
  readonly operations: readonly BookOperation[];
  readonly durability: Durability;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class BookCommits {
  readonly #database: Database;
  // As many as their callers wait for: requests, whose number is bounded, and the daemon's own work.
  #waiting: Waiting[] = [];
  #running = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Resolves when the operations are as durable as wanted, all or none; changes take effect in the order of the calls. */
  commit(operations: readonly BookOperation[], durability: Durability = "synced"): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.push({ operations, durability, resolve, reject });
    if (!this.#running) void this.#run();
    return promise;
  }

  async #run(): Promise<void> {
    this.#running = true;
    // Callers of the same turn of the event loop share the first batch.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#next();
      try {
        await this.#database.batch(
          batch.flatMap(({ operations }) => operations),
          batch.some(({ durability }) => durability === "synced") ? SYNCED : {},
        );
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#running = false;
  }

  /** The first that wait, up to so many operations, and one in any case. */
  #next(): Waiting[] {
    let count = 0;
    let operations = 0;
    for (const waiting of this.#waiting) {
      operations += waiting.operations.length;
      if (count > 0 && operations > PROVIDER.bookBatchOperations) break;
      count++;
    }
    return this.#waiting.splice(0, count);
  }
}

/** LevelDB's own option: the batch is on the disk before the promise resolves. */
const SYNCED = { sync: true } as object;
