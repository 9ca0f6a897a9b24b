// The saved state of a development chain: one gzip file, replaced whole.
// anvil's own `--state` rewrites its file in place; a SIGKILL in the middle leaves half a JSON and a chain that never starts again.

import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { cairnError } from "../protocol/index.ts";

/** Saving takes at most this share of the time: a dump grows with the chain (150 ms at 10,000 blocks). */
const SAVE_SHARE = 1 / 20;

export type Dump = () => Promise<string>;

export class ChainState {
  readonly #file: string;
  readonly #unpacked: string;
  #timer: NodeJS.Timeout | undefined;
  #saving: Promise<void> = Promise.resolve();
  #savedBlock = -1n;
  #touched = false;
  #stopped = false;
  #failed = false;

  constructor(folder: string) {
    this.#file = join(folder, "chain-state.json.gz");
    this.#unpacked = join(folder, "chain-state.loading.json");
  }

  /** The state as a file that anvil loads, or undefined for a new chain. A damaged file is an error, never an empty chain. */
  async unpack(): Promise<string | undefined> {
    if (!existsSync(this.#file)) return undefined;
    try {
      await pipeline(createReadStream(this.#file), createGunzip(), createWriteStream(this.#unpacked));
    } catch (cause) {
      throw cairnError("ERR_STORE_DAMAGED", `The saved chain ${this.#file} cannot be unpacked.`, {
        facts: { file: this.#file },
        cause,
      });
    }
    return this.#unpacked;
  }

  async forgetUnpacked(): Promise<void> {
    await rm(this.#unpacked, { force: true });
  }

  /** Saves now, so that an unwritable folder shows at once, and then whenever the chain has moved on. */
  async startSaving(dump: Dump, head: () => Promise<bigint>, everyMs: number): Promise<void> {
    await this.save(dump);
    const again = (waitMs: number): void => {
      if (this.#stopped) return;
      this.#timer = setTimeout(
        () => void this.#saveIfMoved(dump, head).then((tookMs) => again(Math.max(everyMs, tookMs / SAVE_SHARE))),
        waitMs,
      );
      this.#timer.unref();
    };
    again(everyMs);
  }

  /** Resolves when no save is under way, so that the next chain in the folder has the file to itself. */
  async stopSaving(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#saving;
  }

  /** Something changed that made no block. */
  touch(): void {
    this.#touched = true;
  }

  save(dump: Dump): Promise<void> {
    const saved = this.#saving.then(() => this.#write(dump));
    this.#saving = saved.catch(() => {});
    return saved;
  }

  async #saveIfMoved(dump: Dump, head: () => Promise<bigint>): Promise<number> {
    const begun = performance.now();
    try {
      const block = await head();
      if (block === this.#savedBlock && !this.#touched) return 0;
      this.#touched = false;
      await this.save(dump);
      this.#savedBlock = block;
      this.#failed = false;
    } catch (error) {
      // The chain is going down or the disk is full: the last whole file stays, the next turn tries again.
      this.#touched = true;
      if (!this.#failed && !this.#stopped) process.emitWarning(`${this.#file} is not being saved: ${String(error)}`);
      this.#failed = true;
    }
    return performance.now() - begun;
  }

  async #write(dump: Dump): Promise<void> {
    const bytes = Buffer.from((await dump()).slice(2), "hex");
    try {
      await replaceFile(this.#file, bytes);
    } catch (cause) {
      const code = (cause as { code?: string }).code === "ENOSPC" ? "ERR_DISK_FULL" : "ERR_DISK_FAILED";
      throw cairnError(code, `The chain's state cannot be saved to ${this.#file}.`, {
        facts: { file: this.#file },
        cause,
      });
    }
  }
}

/** All of the new bytes or all of the old ones, whatever happens in between. */
async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const next = `${file}.next`;
  const handle = await open(next, "w");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(next, file);
}
