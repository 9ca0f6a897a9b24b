// The fragment store on append-only logs with an index in LevelDB: format in docs/spec/store.md.
//
//   put ───┐                 ┌ plan ─ append ─ sync ─ index ─┐
//   put ───┼─ commit queue ──┤     one batch at a time       ├─ acknowledge
//   remove ┘                 └───────────────────────────────┘
//
// A batch counts only when its records are durable. What a failed write left is cut off; a disk that fails is not written to again.

import { join } from "node:path";
import { CairnError } from "../../../protocol/index.ts";
import { STORE } from "../../limits/index.ts";
import { CommitQueue } from "./commit-queue.ts";
import { diskError } from "./disk.ts";
import { readFragment } from "./log-reader.ts";
import { recoverLogs } from "./log-recovery.ts";
import { MAX_PAYLOAD_BYTES } from "./log-record.ts";
import { LogWriter } from "./log-writer.ts";
import { OpenLogs } from "./open-logs.ts";
import { Reclaimer } from "./reclaim.ts";
import { checkRoot } from "./root-key.ts";
import { requestBytes } from "./store-batch.ts";
import { indexedStore, openStoreIndex } from "./store-index.ts";
import type { ProviderFolder } from "./data-folder.ts";
import type { FragmentStore, PutOptions, StoredFragment, Usage } from "./fragment-store.ts";
import type { Recovery } from "./log-recovery.ts";
import type { ReaderParts } from "./log-reader.ts";
import type { LogRequest, ReclaimOptions } from "./reclaim.ts";
import type { StoreRequest } from "./store-batch.ts";
import type { StoreIndex } from "./store-index.ts";

export interface LogStoreOptions {
  /** Largest total size of the logs. Without it the disk is the limit. */
  readonly capacityBytes?: number;
  /** Left free on the disk for index and book. */
  readonly keepFreeBytes?: number;
  /** Size at which a new log is begun. */
  readonly logBytes?: number;
  /** Bytes that compaction copies in a second, while there is room. */
  readonly compactionBytesPerSecond?: number;
  /** "automatic", unless told otherwise: removals start it when enough is dead. "manual": only `compact` does. */
  readonly compaction?: "automatic" | "manual";
}

export interface LogStore extends FragmentStore {
  /** What opening found and did. */
  readonly recovery: Recovery;
  /**
   * Gives back the space of removed fragments: copies what lives out of logs that are mostly dead, and deletes these. Returns
   * how many. Reads and writes go on meanwhile. A call while it runs joins it.
   */
  compact(options?: { readonly signal?: AbortSignal }): Promise<number>;
}

/**
 * Opens the fragments of a provider's folder, after whatever stop.
 *
 * @throws CairnError ERR_STORE_DAMAGED if a log is missing, too short or unknown; ERR_DISK_FAILED, ERR_DISK_FULL.
 */
export async function openLogStore(
  options: LogStoreOptions,
  components: { readonly folder: ProviderFolder },
): Promise<LogStore> {
  const { folder } = components;
  const settings: ReclaimOptions = {
    logBytes: options.logBytes ?? STORE.logBytes,
    capacityBytes: options.capacityBytes,
    keepFreeBytes: options.keepFreeBytes ?? STORE.keepFreeBytes,
    compaction: options.compaction ?? "automatic",
    compactionBytesPerSecond: options.compactionBytesPerSecond ?? STORE.compactionBytesPerSecond,
  };
  try {
    const known = await indexedStore(folder.fragmentIndex);
    if (known !== undefined && Buffer.compare(known, folder.id) !== 0) throw indexForeign(folder);
    const index = await openStoreIndex(folder.fragmentIndex, folder.id);
    const { list, recovery } = await recoverLogs(folder, index, known === undefined);
    const writer = await LogWriter.open(folder, index, list, settings);
    const store = new OpenedLogStore(folder, index, writer, recovery, settings);
    await store.reclaimer.sweep();
    return store;
  } catch (error) {
    if (error instanceof CairnError) throw error;
    throw diskError(`The fragments in ${folder.path} cannot be opened`, error, { folder: folder.path });
  }
}

class OpenedLogStore implements LogStore {
  readonly recovery: Recovery;
  readonly reclaimer: Reclaimer;
  readonly #index: StoreIndex;
  readonly #writer: LogWriter;
  readonly #capacityBytes: number | undefined;
  readonly #queue: CommitQueue<StoreRequest | LogRequest>;
  readonly #open: OpenLogs;
  readonly #readerParts: ReaderParts;
  #isClosed = false;

  constructor(
    folder: ProviderFolder,
    index: StoreIndex,
    writer: LogWriter,
    recovery: Recovery,
    settings: ReclaimOptions,
  ) {
    this.recovery = recovery;
    this.#index = index;
    this.#writer = writer;
    this.#capacityBytes = settings.capacityBytes;
    this.#open = new OpenLogs(folder.disk, join(folder.path, "logs"), STORE.openLogs);
    this.#readerParts = { index, open: this.#open };
    const { batchBytes, batchRequests } = STORE;
    this.#queue = new CommitQueue((batch) => this.#commit(batch), {
      batchBytes: Math.min(batchBytes, settings.logBytes),
      batchRequests,
    });
    const enqueue = (request: StoreRequest | LogRequest): Promise<void> => this.#enqueue(request);
    this.reclaimer = new Reclaimer({ folder, index, writer, open: this.#open, enqueue }, settings);
  }

  async put(root: Uint8Array, bytes: Uint8Array, options: PutOptions = {}): Promise<void> {
    checkRoot(root);
    const expires = options.expires ?? 0;
    if (bytes.byteLength < 1 || bytes.byteLength > MAX_PAYLOAD_BYTES) {
      throw new RangeError(`A fragment has 1 to ${MAX_PAYLOAD_BYTES} bytes, not ${bytes.byteLength}.`);
    }
    if (!Number.isSafeInteger(expires) || expires < 0)
      throw new RangeError(`A round is a number from 0 on, not ${expires}.`);
    const request = {
      kind: "put",
      bytes: requestBytes.put(bytes),
      root: new Uint8Array(root),
      payload: bytes,
      expires,
    } as const;
    await this.#enqueue(request, options.signal);
  }

  read(root: Uint8Array, from?: number, to?: number): Promise<Uint8Array> {
    return readFragment(this.#readerParts, root, from, to);
  }

  async size(root: Uint8Array): Promise<number | undefined> {
    checkRoot(root);
    return this.#index.placeOf(root)?.length;
  }

  async remove(roots: readonly Uint8Array[]): Promise<void> {
    for (const root of roots) checkRoot(root);
    for (let at = 0; at < roots.length; at += STORE.rootsPerRemoval) {
      const some = roots.slice(at, at + STORE.rootsPerRemoval).map((root) => new Uint8Array(root));
      await this.#enqueue({ kind: "remove", bytes: requestBytes.remove(some), roots: some });
    }
    await this.reclaimer.afterRemoval();
  }

  async *entries(): AsyncGenerator<StoredFragment> {
    for await (const { root, place } of this.#index.entries())
      yield { root, bytes: place.length, expires: place.expires };
  }

  async entriesAfter(root: Uint8Array | undefined, count: number): Promise<StoredFragment[]> {
    const entries = await this.#index.entriesAfter(root === undefined ? undefined : new Uint8Array(root), count);
    return entries.map(({ root, place }) => ({ root, bytes: place.length, expires: place.expires }));
  }

  get isBusy(): boolean {
    return this.#open.readers > 0 || this.#queue.bytes > 0;
  }

  usage(): Usage {
    let [fragments, payloadBytes, liveBytes] = [0, 0, 0];
    for (const account of this.#index.accounts.values()) {
      fragments += account.fragments;
      payloadBytes += account.payload;
      liveBytes += account.live;
    }
    return {
      fragments,
      payloadBytes,
      liveBytes,
      deadBytes: this.#writer.fileBytes - liveBytes,
      reservedBytes: this.#queue.bytes,
      freeBytes: this.#writer.broken === undefined ? Math.max(0, this.#writer.room - this.#queue.bytes) : 0,
      capacityBytes: this.#capacityBytes,
    };
  }

  compact(options: { readonly signal?: AbortSignal } = {}): Promise<number> {
    return this.reclaimer.compact(options.signal);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.reclaimer.close();
    await this.#queue.idle();
    await this.#open.close();
    await this.#writer.close();
  }

  async #enqueue(request: StoreRequest | LogRequest, signal?: AbortSignal): Promise<void> {
    if (this.#isClosed) throw new CairnError("ERR_ABORTED", "The fragment store is closed. Open it again.");
    if (this.#writer.broken !== undefined) throw this.#writer.broken;
    if (this.#queue.waiting >= STORE.waitingRequests) throw tooManyWaiting(this.#queue.waiting);
    await this.#queue.add(request, signal, aborted);
  }

  async #commit(batch: readonly (StoreRequest | LogRequest)[]): Promise<(Error | undefined)[]> {
    const requests = batch.filter(isStoreRequest);
    const outcomes = requests.length === 0 ? [] : await this.#writer.write(requests);
    const outcomeOf = new Map<StoreRequest | LogRequest, Error | undefined>(
      requests.map((request, at) => [request, outcomes[at]]),
    );
    for (const request of batch) {
      if (!isStoreRequest(request)) outcomeOf.set(request, await this.#onLogs(request));
    }
    return batch.map((request) => outcomeOf.get(request));
  }

  async #onLogs(request: LogRequest): Promise<Error | undefined> {
    if (request.kind === "end") return this.#writer.end(request.logs);
    const logs = request.kind === "drop" ? request.logs : this.#writer.deadLogs();
    const failed = await this.#writer.drop(logs);
    await Promise.all(logs.map((log) => this.#open.retire(log)));
    return failed;
  }
}

function isStoreRequest(request: StoreRequest | LogRequest): request is StoreRequest {
  return request.kind !== "sweep" && request.kind !== "drop" && request.kind !== "end";
}

function aborted(): CairnError {
  return new CairnError("ERR_ABORTED", "The caller took the request back before it was written.");
}

function tooManyWaiting(waiting: number): CairnError {
  return new CairnError("ERR_PEER_BUSY", `${waiting} requests wait for the disk. Try again in a moment.`, {
    facts: { waiting },
  });
}

function indexForeign(folder: ProviderFolder): CairnError {
  return new CairnError(
    "ERR_STORE_DAMAGED",
    `The index in ${join(folder.path, "index")} is that of another store. Delete it and start again: it is rebuilt from the logs.`,
    { facts: { folder: folder.path, database: "index" } },
  );
}
