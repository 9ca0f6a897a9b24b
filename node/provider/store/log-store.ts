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
import { compactLog, copyBytes, isWasteful, wastefulLogs } from "./compaction.ts";
import { diskError } from "./disk.ts";
import { emptyAccount } from "./log-account.ts";
import { readFragment } from "./log-reader.ts";
import { recoverLogs } from "./log-recovery.ts";
import { MAX_PAYLOAD_BYTES } from "./log-record.ts";
import { LogWriter } from "./log-writer.ts";
import { OpenLogs } from "./open-logs.ts";
import { Pace } from "./pace.ts";
import { requestBytes } from "./store-batch.ts";
import { indexedStore, openStoreIndex } from "./store-index.ts";
import type { ProviderFolder } from "./data-folder.ts";
import type { FragmentStore, PutOptions, StoredFragment, Usage } from "./fragment-store.ts";
import type { Recovery } from "./log-recovery.ts";
import type { LogWriterOptions } from "./log-writer.ts";
import type { StoreRequest } from "./store-batch.ts";
import type { StoreIndex } from "./store-index.ts";

const ROOT_BYTES = 32;

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

/** Work on whole logs, which must not run beside a batch: to delete dead ones or those named, or to append no more to some. */
type LogRequest =
  | { readonly kind: "sweep"; readonly bytes: 0 }
  | { readonly kind: "drop" | "end"; readonly bytes: 0; readonly logs: readonly number[] };

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
  const settings: Settings = {
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
    await store.sweep();
    return store;
  } catch (error) {
    if (error instanceof CairnError) throw error;
    throw diskError(`The fragments in ${folder.path} cannot be opened`, error, { folder: folder.path });
  }
}

interface Settings extends LogWriterOptions {
  readonly compaction: "automatic" | "manual";
  readonly compactionBytesPerSecond: number;
}

class OpenedLogStore implements LogStore {
  readonly recovery: Recovery;
  readonly #folder: ProviderFolder;
  readonly #index: StoreIndex;
  readonly #writer: LogWriter;
  readonly #settings: Settings;
  readonly #queue: CommitQueue<StoreRequest | LogRequest>;
  readonly #open: OpenLogs;
  readonly #closing = new AbortController();
  /** Logs with fragments that cannot be read: kept, and not tried again before a restart. */
  readonly #stuck = new Set<number>();
  #compaction: Promise<number> | undefined;
  #reading = 0;

  constructor(folder: ProviderFolder, index: StoreIndex, writer: LogWriter, recovery: Recovery, settings: Settings) {
    this.recovery = recovery;
    this.#folder = folder;
    this.#index = index;
    this.#writer = writer;
    this.#settings = settings;
    this.#open = new OpenLogs(folder.disk, join(folder.path, "logs"), STORE.openLogs);
    const { batchBytes, batchRequests } = STORE;
    this.#queue = new CommitQueue((batch) => this.#commit(batch), {
      batchBytes: Math.min(batchBytes, settings.logBytes),
      batchRequests,
    });
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

  async read(root: Uint8Array, from?: number, to?: number): Promise<Uint8Array> {
    checkRoot(root);
    this.#reading += 1;
    try {
      return await readFragment({ index: this.#index, open: this.#open }, new Uint8Array(root), from, to);
    } finally {
      this.#reading -= 1;
    }
  }

  async size(root: Uint8Array): Promise<number | undefined> {
    checkRoot(root);
    const [place] = await this.#index.find([root]);
    return place?.length;
  }

  async remove(roots: readonly Uint8Array[]): Promise<void> {
    for (const root of roots) checkRoot(root);
    for (let at = 0; at < roots.length; at += STORE.rootsPerRemoval) {
      const some = roots.slice(at, at + STORE.rootsPerRemoval).map((root) => new Uint8Array(root));
      await this.#enqueue({ kind: "remove", bytes: requestBytes.remove(some), roots: some });
    }
    await this.#endDead();
    await this.sweep();
    this.#compactIfWorthwhile();
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
    return this.#reading > 0 || this.#queue.bytes > 0;
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
      capacityBytes: this.#settings.capacityBytes,
    };
  }

  compact(options: { readonly signal?: AbortSignal } = {}): Promise<number> {
    this.#compaction ??= this.#compact(anySignal(this.#closing.signal, options.signal)).finally(() => {
      this.#compaction = undefined;
    });
    return this.#compaction;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#compaction?.catch(() => undefined);
    await this.#queue.idle();
    await this.#open.close();
    await this.#writer.close();
  }

  /** Deletes dead logs. What prevents that (a full disk) leaves them for the next time. */
  async sweep(): Promise<void> {
    while (this.#writer.broken === undefined && this.#writer.deadLogs().length > 0) {
      try {
        await this.#enqueue({ kind: "sweep", bytes: 0 });
      } catch {
        return;
      }
    }
  }

  async #enqueue(request: StoreRequest | LogRequest, signal?: AbortSignal): Promise<void> {
    if (this.#closing.signal.aborted)
      throw new CairnError("ERR_ABORTED", "The fragment store is closed. Open it again.");
    if (this.#writer.broken !== undefined) throw this.#writer.broken;
    if (this.#queue.waiting >= STORE.waitingRequests) throw tooManyWaiting(this.#queue.waiting);
    await this.#queue.add(request, signal, aborted);
  }

  async #compact(signal: AbortSignal): Promise<number> {
    const wasteful = this.#wastefulOpen();
    if (wasteful.length > 0) await this.#enqueue({ kind: "end", bytes: 0, logs: wasteful });
    const pace = new Pace(this.#settings.compactionBytesPerSecond);
    let compacted = 0;
    for (let log = this.#nextWasteful(); log !== undefined; log = this.#nextWasteful()) {
      const parts = { folder: this.#folder, index: this.#index, open: this.#open };
      pace.unbounded = this.#writer.room < this.#settings.logBytes;
      const emptied = await compactLog(parts, log, (request) => this.#enqueue(request), pace, signal);
      if (emptied) await this.#enqueue({ kind: "drop", bytes: 0, logs: [log] });
      else this.#stuck.add(log);
      if (emptied) compacted += 1;
    }
    await this.sweep();
    return compacted;
  }

  /** The log with the most to gain, of those whose copy fits on the disk. @throws CairnError ERR_DISK_FULL if none does. */
  #nextWasteful(): number | undefined {
    const wasteful = this.#wasteful();
    const free = this.#writer.diskFree;
    const spare = Math.min(STORE.compactionSpareBytes, this.#settings.keepFreeBytes / 4);
    const next = wasteful.find((log) => copyBytes(this.#index, log) + spare <= free);
    if (next === undefined && wasteful.length > 0) throw noRoomToCompact(this.#folder, free);
    return next;
  }

  #wasteful(): number[] {
    return wastefulLogs(this.#index, this.#writer.openLogs).filter((log) => !this.#stuck.has(log));
  }

  #wastefulOpen(): number[] {
    return this.#longOpenLogs().filter((log) => isWasteful(this.#index.accounts.get(log) ?? emptyAccount(0)));
  }

  /** A good part of all there may be: the open logs of a small store would change with every removal. */
  #longOpenLogs(): number[] {
    const { logBytes, capacityBytes } = this.#settings;
    const enough = STORE.currentShare * Math.min(logBytes, capacityBytes ?? logBytes);
    return this.#writer.openLogs.filter((log) => (this.#index.accounts.get(log)?.indexed ?? 0) >= enough);
  }

  /** The log of a group that has expired need not wait to be full before it can be deleted. */
  async #endDead(): Promise<void> {
    const logs = this.#longOpenLogs().filter((log) => {
      const account = this.#index.accounts.get(log);
      return account !== undefined && account.fragments === 0 && account.pins.size === 0;
    });
    if (logs.length > 0) await this.#enqueue({ kind: "end", bytes: 0, logs }).catch(() => undefined);
  }

  /** What stops it (a full disk, the end) is no concern of the removal that started it; a broken disk shows at the next write. */
  #compactIfWorthwhile(): void {
    if (this.#settings.compaction === "manual" || this.#closing.signal.aborted) return;
    if (this.#wasteful().length > 0 || this.#wastefulOpen().length > 0) this.compact().catch(() => undefined);
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

function anySignal(closing: AbortSignal, signal: AbortSignal | undefined): AbortSignal {
  return signal === undefined ? closing : AbortSignal.any([closing, signal]);
}

function checkRoot(root: Uint8Array): void {
  if (root.byteLength !== ROOT_BYTES) throw new RangeError(`A root has ${ROOT_BYTES} bytes, not ${root.byteLength}.`);
}

function aborted(): CairnError {
  return new CairnError("ERR_ABORTED", "The caller took the request back before it was written.");
}

function noRoomToCompact({ path }: ProviderFolder, free: number): CairnError {
  return new CairnError(
    "ERR_DISK_FULL",
    `The disk under ${path} has ${free} bytes left: too few to copy what lives out of a log before deleting it. Free some space; what is stored is still served and proved.`,
    { facts: { folder: path, free } },
  );
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
