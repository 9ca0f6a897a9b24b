// The scrub: reads everything that is stored again and again, slowly, so that a fragment that the disk has lost is found before
// somebody asks for it. It goes by ascending root, and so is the place that it has reached: what compaction moves meanwhile is
// neither missed nor read twice. Roots are hashes, spread evenly: the place is the progress, too.

import { setTimeout as sleep } from "node:timers/promises";
import { isCairnError } from "../../../protocol/index.ts";
import { STORE } from "../../limits/index.ts";
import { Pace } from "./pace.ts";
import type { Sublevel } from "./data-folder.ts";
import type { FragmentStore, StoredFragment } from "./fragment-store.ts";

export interface ScrubOptions {
  /** Read in a second, at most. */
  readonly bytesPerSecond?: number;
  /** From the end of a pass to the begin of the next. */
  readonly everyMs?: number;
  /** From the start of the program to the first read: a start has other things to do. */
  readonly afterMs?: number;
}

export interface ScrubParts {
  readonly store: FragmentStore;
  /** Keeps place and last pass. Of the book, so that a rebuilt index does not forget them. */
  readonly table: Sublevel;
  /** Whether these are the bytes of the root. It may take its time, in small steps. */
  readonly verify: (root: Uint8Array, bytes: Uint8Array) => Promise<boolean>;
  /** Told of each fragment that was read. */
  readonly found: (fragment: StoredFragment, state: "whole" | "corrupt") => Promise<void>;
  /** Called when everything that is stored was read, before the pass ends. */
  readonly passed: (signal: AbortSignal) => Promise<void>;
  /** Told of what keeps the scrub from going on; it tries again. */
  readonly failed: (error: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface ScrubStatus {
  /** Of the pass under way, 0 to 1. */
  readonly progress: number;
  /** When a pass ended last; milliseconds since 1970. */
  readonly lastPassAt: number | undefined;
}

export class Scrub {
  readonly #parts: ScrubParts;
  readonly #options: Required<ScrubOptions>;
  readonly #pace: Pace;
  /** All roots up to this one are done. */
  #place: Uint8Array | undefined;
  #lastPassAt: number | undefined;
  /** Reads in a row that the disk refused. */
  #failures = 0;

  private constructor(parts: ScrubParts, options: ScrubOptions) {
    this.#parts = parts;
    this.#options = {
      bytesPerSecond: options.bytesPerSecond ?? STORE.scrubBytesPerSecond,
      everyMs: options.everyMs ?? STORE.scrubEveryMs,
      afterMs: options.afterMs ?? STORE.scrubAfterMs,
    };
    this.#pace = new Pace(this.#options.bytesPerSecond);
  }

  /** Where an earlier run has left off. */
  static async open(parts: ScrubParts, options: ScrubOptions = {}): Promise<Scrub> {
    const scrub = new Scrub(parts, options);
    const [place, lastPass] = await parts.table.getMany([PLACE, LAST_PASS]);
    scrub.#place = place === undefined ? undefined : new Uint8Array(place);
    scrub.#lastPassAt = lastPass === undefined ? undefined : millisecondsOf(lastPass);
    return scrub;
  }

  get status(): ScrubStatus {
    return { progress: this.#place === undefined ? 0 : partOf(this.#place), lastPassAt: this.#lastPassAt };
  }

  /** Goes on until the signal. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    await pause(this.#options.afterMs, signal);
    while (!signal.aborted) {
      try {
        await pause(this.#untilNextPass(), signal);
        if (!signal.aborted) await this.pass(signal);
      } catch (error) {
        this.#parts.failed(error);
        await pause(STORE.scrubRetryMs, signal);
      }
    }
    await this.#keepPlace().catch(() => undefined);
  }

  /** To the end of the pass under way, or of a new one, unless the signal comes before. */
  async pass(signal: AbortSignal): Promise<void> {
    for (;;) {
      const some = await this.#parts.store.entriesAfter(this.#place, STORE.scrubEntries);
      for (const fragment of some) {
        await this.#wait(fragment, signal);
        if (signal.aborted) return;
        await this.#check(fragment);
        this.#place = fragment.root;
      }
      if (some.length === 0) return this.#endPass(signal);
      await this.#keepPlace();
    }
  }

  /** A pass that was interrupted goes on at once. A clock that was set back does not put the next one off for ever. */
  #untilNextPass(): number {
    if (this.#place !== undefined || this.#lastPassAt === undefined) return 0;
    const { everyMs } = this.#options;
    return Math.max(0, Math.min(everyMs, this.#lastPassAt + everyMs - this.#parts.now()));
  }

  /** For its turn by the rate, and while others use the store; but not for ever, or a busy disk would never be looked at. */
  async #wait({ bytes }: StoredFragment, signal: AbortSignal): Promise<void> {
    await this.#pace.take(bytes, signal);
    for (let waited = 0; this.#parts.store.isBusy && waited < STORE.scrubYieldMs; waited += STORE.scrubLookMs) {
      if (signal.aborted) return;
      await pause(STORE.scrubLookMs, signal);
    }
  }

  async #check(fragment: StoredFragment): Promise<void> {
    const state = await this.#stateOf(fragment);
    if (state !== "gone") await this.#parts.found(fragment, state);
  }

  async #stateOf({ root }: StoredFragment): Promise<"whole" | "corrupt" | "gone"> {
    try {
      const bytes = await this.#parts.store.read(root);
      this.#failures = 0;
      return (await this.#parts.verify(root, bytes)) ? "whole" : "corrupt";
    } catch (error) {
      // Removed since the list was made.
      if (isCairnError(error, "ERR_FRAGMENT_NOT_FOUND")) return "gone";
      if (isCairnError(error, "ERR_FRAGMENT_CORRUPT")) return "corrupt";
      // A sector that the disk cannot read is as lost as one with other bytes; but a disk that reads nothing is another matter.
      this.#failures += 1;
      if (isCairnError(error, "ERR_DISK_FAILED") && this.#failures <= STORE.scrubFailures) return "corrupt";
      throw error;
    }
  }

  async #endPass(signal: AbortSignal): Promise<void> {
    await this.#parts.passed(signal);
    if (signal.aborted) return;
    this.#place = undefined;
    this.#lastPassAt = this.#parts.now();
    await this.#parts.table.batch([
      { type: "del", key: PLACE },
      { type: "put", key: LAST_PASS, value: bytesOf(this.#lastPassAt) },
    ]);
  }

  async #keepPlace(): Promise<void> {
    if (this.#place !== undefined) await this.#parts.table.put(PLACE, this.#place);
  }
}

const PLACE = Buffer.from("place");
const LAST_PASS = Buffer.from("last pass");

/** How much of all roots is below this one, by its first 4 bytes. */
function partOf(root: Uint8Array): number {
  return new DataView(root.buffer, root.byteOffset, root.byteLength).getUint32(0) / 2 ** 32;
}

function bytesOf(milliseconds: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(Math.round(milliseconds)));
  return bytes;
}

function millisecondsOf(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0));
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(Math.min(ms, LONGEST_TIMER_MS), undefined, { signal, ref: false }).catch(() => undefined);
}

/** What a timer can wait. A longer pause is looked at again: the loop of `run` finds that the pass is not due. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
