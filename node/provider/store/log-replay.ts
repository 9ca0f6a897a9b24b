// Reads what one log has beyond the index, at the start of a store.

import { join } from "node:path";
import { CairnError } from "../../../protocol/index.ts";
import { STORE } from "../../limits/index.ts";
import { errno } from "./disk.ts";
import { IndexDraft } from "./index-draft.ts";
import { openLog } from "./log-file.ts";
import { logName } from "./log-list.ts";
import { scanLog } from "./log-scan.ts";
import { TOMBSTONE_BYTES } from "./log-record.ts";
import type { ProviderFolder } from "./data-folder.ts";
import type { LogFile } from "./log-file.ts";
import type { Scanned, ScanOptions } from "./log-scan.ts";
import type { StoreIndex } from "./store-index.ts";

/** A place in a log without valid records. What was acknowledged there is lost; `root` says what it was, if that was legible. */
export interface Damage {
  readonly log: number;
  readonly offset: number;
  readonly bytes: number;
  readonly root: Uint8Array | undefined;
}

/** What replaying has found so far. */
export interface Progress {
  replayedRecords: number;
  cutBytes: number;
  readonly damage: Damage[];
  damagedPlaces: number;
}

export interface ReplayParts {
  readonly folder: ProviderFolder;
  readonly index: StoreIndex;
  readonly log: number;
  /** It was being appended to, so that it can end in a write that a crash interrupted. */
  readonly isOpen: boolean;
  readonly progress: Progress;
}

type ScannedRecord = Extract<Scanned, { what: "record" }>;

export class LogReplay {
  readonly #parts: ReplayParts;
  readonly #from: number;
  readonly #to: number;
  /** Where the last valid record ends. */
  #end: number;
  /** Damage behind it: of an open log that is its unfinished tail, if nothing follows. */
  #illegible: Damage | undefined;
  #sequence = 0;
  #tombstones = 0;

  constructor(parts: ReplayParts, { from, to }: { readonly from: number; readonly to: number }) {
    this.#parts = parts;
    this.#from = from;
    this.#end = from;
    this.#to = to;
  }

  /** First: all fragments. An open log loses what follows its last valid record: that was never acknowledged, or is illegible. */
  async placeFragments(): Promise<void> {
    await this.#placeFragments().catch((error: unknown) => {
      throw errno(error) === "EIO" ? unreadable(this.#parts, error) : error;
    });
  }

  async #placeFragments(): Promise<void> {
    const { isOpen, folder, log } = this.#parts;
    // A killed process leaves records that only the system's memory has: indexed, they count as durable.
    if (isOpen) await folder.disk.rewrite(join(folder.path, "logs", logName(log)), this.#from, this.#to);
    await this.#scan(isOpen ? "append" : "read", this.#to, isOpen ? "checked" : "trusted", async (log, items) => {
      await this.#eachBatch(items, (item) => this.#noted(item), "place");
      if (isOpen) await this.#cutTail(log);
    });
    if (isOpen) return;
    this.#end = this.#to;
    this.#noteDamage();
  }

  /** Second, when that is done for all logs: what tombstones remove. */
  async buryRemoved(): Promise<void> {
    if (this.#tombstones === 0) return;
    await this.#scan("read", this.#end, "trusted", (_log, items) => this.#eachBatch(items, () => undefined, "bury"));
  }

  /** Third: the index knows the log up to its end. */
  finish(draft: IndexDraft): void {
    const to = { indexed: this.#end, sequence: this.#sequence, tombstones: this.#tombstones * TOMBSTONE_BYTES };
    draft.advance(this.#parts.log, to);
  }

  #noted(item: Scanned): void {
    const { progress, log } = this.#parts;
    this.#noteDamage();
    if (item.what === "damage") {
      this.#illegible = { log, offset: item.offset, bytes: item.bytes, root: item.root };
      return;
    }
    progress.replayedRecords += 1;
    this.#end = item.offset + item.bytes;
    this.#sequence = Math.max(this.#sequence, item.record.sequence);
    if (item.record.kind === "tombstone") this.#tombstones += 1;
  }

  #noteDamage(): void {
    const { progress } = this.#parts;
    if (this.#illegible === undefined) return;
    progress.damagedPlaces += 1;
    if (progress.damage.length < STORE.damageListed) progress.damage.push(this.#illegible);
    this.#illegible = undefined;
  }

  async #scan(
    mode: "append" | "read",
    to: number,
    payloads: ScanOptions["payloads"],
    work: (log: LogFile, items: AsyncIterable<Scanned>) => Promise<void>,
  ): Promise<void> {
    const { folder } = this.#parts;
    const log = await openLog(folder.disk, join(folder.path, "logs"), this.#parts.log, folder.id, mode);
    try {
      await work(log, scanLog(log.file, { marker: log.marker, from: this.#from, to, payloads }));
    } finally {
      await log.file.close();
    }
  }

  async #eachBatch(
    items: AsyncIterable<Scanned>,
    note: (item: Scanned) => void,
    change: "place" | "bury",
  ): Promise<void> {
    let found: ScannedRecord[] = [];
    for await (const item of items) {
      note(item);
      if (item.what === "record") found.push(item);
      if (found.length < STORE.replayRecords) continue;
      await this.#index(found, change);
      found = [];
    }
    await this.#index(found, change);
  }

  async #index(found: readonly ScannedRecord[], change: "place" | "bury"): Promise<void> {
    const { index, log } = this.#parts;
    const records = found.filter(({ record }) => (record.kind === "fragment") === (change === "place"));
    if (records.length === 0) return;
    const draft = await IndexDraft.of(
      index,
      records.map(({ record }) => record.root),
    );
    for (const { record, offset } of records) {
      if (record.kind === "fragment") draft.place(log, offset, record);
      else draft.bury(log, record);
    }
    await index.commit(draft);
  }

  async #cutTail({ file }: LogFile): Promise<void> {
    if (this.#end >= this.#to) return;
    await file.truncate(this.#end);
    await file.sync();
    this.#parts.progress.cutBytes += this.#to - this.#end;
  }
}

/** Nothing is known of what stands there, and it may be legible tomorrow: so it is not passed over like damage. */
function unreadable({ folder, log }: ReplayParts, cause: unknown): CairnError {
  const path = join(folder.path, "logs", logName(log));
  return new CairnError(
    "ERR_DISK_FAILED",
    `The disk cannot read all of ${path}, and without that nobody knows what is in it. Copy it to a sound disk and put the copy in its place ` +
      "(ddrescue, or dd with conv=noerror,sync bs=4096): what it fills with zeros counts as lost, and everything else is there. Nothing was changed.",
    { facts: { folder: folder.path, log, errno: "EIO" }, cause },
  );
}
