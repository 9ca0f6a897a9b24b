// A disk on which anything may fail at any moment (full after some bytes, syncs that fail once, sectors that cannot be read, names that do
// not become durable, too many open files), under a process that is killed or loses power, also while it recovers from that. Whatever was
// acknowledged is there, whatever was removed is not, and the accounts agree.
// A long run: CAIRN_DISK_FAULTS=500 [CAIRN_DISK_FAULTS_FROM=1000] vitest run test/node/provider/store/disk-faults.test.ts

import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isCairnError } from "../../../../protocol/index.ts";
import { seeded, SimulatedDisk } from "./simulated-disk.ts";
import { fragment, openTestStore, temporaryFolder } from "./temporary-store.ts";
import type { LogStore } from "../../../../node/provider/store/log-store.ts";
import type { Fault, Random } from "./simulated-disk.ts";
import type { TestStore } from "./temporary-store.ts";

const WORLDS = Number(process.env["CAIRN_DISK_FAULTS"] ?? 2);
const FIRST_WORLD = Number(process.env["CAIRN_DISK_FAULTS_FROM"] ?? 1);
const LIVES = 6;
const BURSTS = 12;
const FRAGMENTS = 120;
const LOG_BYTES = 40_000;
/** Some are longer than the pages of 4 KiB that a failed sync may leave out. */
const size = (number: number): number => (number % 3 === 0 ? 5000 + ((number * 977) % 9000) : 1 + (number % 300));

const ERRNOS: Readonly<Record<Fault["operation"], readonly Fault["errno"][]>> = {
  append: ["ENOSPC", "ENOSPC", "EIO"],
  sync: ["EIO", "EIO", "ENOSPC"],
  read: ["EIO", "EMFILE"],
  create: ["ENOSPC", "EMFILE"],
  truncate: ["EIO"],
  rename: ["ENOSPC", "EIO"],
  unlink: ["EIO"],
  syncFolder: ["EIO", "ENOSPC", "EMFILE"],
};

test.each(Array.from({ length: WORLDS }, (_, at) => [FIRST_WORLD + at]))(
  "whatever fails, nothing acknowledged is lost (world %i)",
  async (seed) => {
    const world = new World(temporaryFolder(), seeded(seed));
    for (let life = 0; life < LIVES; life++) await world.live();
    await world.end();
  },
);

class World {
  readonly #path: string;
  readonly #random: Random;
  readonly #disk: SimulatedDisk;
  /** Acknowledged as stored, and no removal begun. */
  readonly #stored = new Set<number>();
  /** Acknowledged as removed, and no put begun since. */
  readonly #removed = new Set<number>();
  /** Whose put failed: whoever sent them sends them again. */
  readonly #refused = new Set<number>();

  constructor(path: string, random: Random) {
    this.#path = path;
    this.#random = random;
    this.#disk = new SimulatedDisk(path);
    this.#disk.changed = (operation, changed) => {
      // The index is synced before logs.json changes: no older one can be found after a power loss.
      if (operation === "rename" && changed.endsWith("logs.json")) this.#copyIndex("index", "old-index");
    };
  }

  /** A start, which may fail, some work, and an end of one kind or another. */
  async live(): Promise<void> {
    for (let starts = 0; starts < 3 && this.#random() < 0.5; starts++) await this.#startBadly();
    const opened = await openTestStore(this.#path, { disk: this.#disk, logBytes: LOG_BYTES, compaction: "manual" });
    await this.#check(opened.store);
    this.#failNowAndThen(0.002 + 0.03 * this.#random());
    const bursts = this.#random() * BURSTS;
    for (let burst = 0; burst < bursts; burst++) await this.#burst(opened.store);
    await this.#stop(opened);
  }

  async end(): Promise<void> {
    for (const withoutIndex of [false, true]) {
      if (withoutIndex) rmSync(join(this.#path, "index"), { recursive: true });
      const opened = await openTestStore(this.#path, { disk: this.#disk, logBytes: LOG_BYTES, compaction: "manual" });
      await this.#check(opened.store);
      await opened.close();
    }
  }

  /** On a disk that fails while it is opened; whatever comes of it, the process is killed, or the power goes. */
  async #startBadly(): Promise<void> {
    this.#failNowAndThen(0.05);
    const options = { disk: this.#disk, logBytes: LOG_BYTES, compaction: "manual" } as const;
    const opened = await openTestStore(this.#path, options).catch((error: unknown) => {
      expect(isCairnError(error)).toBe(true);
      return undefined;
    });
    if (opened !== undefined) await this.#stop(opened);
    else if (this.#random() < 0.3) this.#losePower();
    this.#disk.fault = () => undefined;
  }

  async #stop(opened: TestStore): Promise<void> {
    const luck = this.#random();
    this.#disk.isKilled = luck < 0.8;
    await opened.close();
    this.#disk.isKilled = false;
    this.#disk.fault = () => undefined;
    if (luck < 0.4) this.#losePower();
  }

  #losePower(): void {
    this.#disk.losePower(this.#random);
    const luck = this.#random();
    if (luck < 0.3) rmSync(join(this.#path, "index"), { recursive: true, force: true });
    else if (luck < 0.6) this.#copyIndex("old-index", "index");
  }

  #copyIndex(from: string, to: string): void {
    rmSync(join(this.#path, to), { recursive: true, force: true });
    try {
      cpSync(join(this.#path, from), join(this.#path, to), { recursive: true });
    } catch {
      // There is none, or LevelDB has just put a file of it away: then there is no copy.
      rmSync(join(this.#path, to), { recursive: true, force: true });
    }
  }

  /** A system that has met an error may let nobody write any more. */
  #failNowAndThen(often: number): void {
    let isReadOnly = false;
    this.#disk.fault = (operation) => {
      if (isReadOnly && operation !== "read") return { operation, errno: "EROFS" };
      if (this.#random() >= often) return undefined;
      const errnos = ERRNOS[operation];
      const errno = errnos[Math.floor(this.#random() * errnos.length)]!;
      isReadOnly = errno === "EIO" && operation !== "read" && this.#random() < 0.5;
      return { operation, errno, bytesBefore: Math.floor(this.#random() * 5000) };
    };
  }

  async #burst(store: LogStore): Promise<void> {
    const random = this.#random;
    const puts = new Set(Array.from({ length: Math.floor(random() * 6) }, () => Math.floor(random() * FRAGMENTS)));
    for (const number of this.#refused) if (random() < 0.5) puts.add(number);
    const removals = [...this.#stored].filter((number) => random() < 0.15 && !puts.has(number));
    const reads = [...this.#stored].filter((number) => random() < 0.1 && !removals.includes(number));
    await Promise.all([
      ...[...puts].map((number) => this.#put(store, number)),
      this.#remove(store, removals),
      ...reads.map((number) => this.#read(store, number)),
      random() < 0.1 ? store.compact().catch(() => undefined) : undefined,
    ]);
  }

  async #put(store: LogStore, number: number): Promise<void> {
    this.#removed.delete(number);
    const { root, data } = fragment(number, size(number));
    const isStored = await store.put(root, data, { expires: (number % 5) * 60 }).then(
      () => true,
      () => false,
    );
    if (isStored) this.#stored.add(number);
    if (isStored) this.#refused.delete(number);
    else this.#refused.add(number);
  }

  async #remove(store: LogStore, numbers: readonly number[]): Promise<void> {
    for (const number of numbers) this.#stored.delete(number);
    const isRemoved = await store.remove(numbers.map((number) => fragment(number).root)).then(
      () => true,
      () => false,
    );
    if (isRemoved) for (const number of numbers) this.#removed.add(number);
  }

  /** It may fail; it must not give other bytes, or call the fragment corrupt or gone. */
  async #read(store: LogStore, number: number): Promise<void> {
    const { root, data } = fragment(number, size(number));
    try {
      expect(Buffer.compare(await store.read(root), data)).toBe(0);
    } catch (error) {
      expect(["ERR_DISK_FAILED", "ERR_PEER_BUSY"]).toContain((error as { code?: unknown }).code);
    }
  }

  async #check(store: LogStore): Promise<void> {
    for (const number of this.#stored) {
      const { root, data } = fragment(number, size(number));
      expect(Buffer.compare(await store.read(root), data)).toBe(0);
    }
    for (const number of this.#removed) expect(await store.size(fragment(number).root)).toBeUndefined();
    const { fragments, liveBytes, deadBytes } = store.usage();
    let [counted, live] = [0, 0];
    // What was under way may be there, but then whole.
    for await (const { root, bytes } of store.entries()) {
      await store.read(root);
      counted += 1;
      live += 96 + Math.ceil(bytes / 8) * 8 + 8;
    }
    let files = 0;
    const logs = join(this.#path, "logs");
    for (const name of await this.#disk.list(logs)) files += (await this.#disk.sizeOf(join(logs, name))) ?? 0;
    expect({ fragments, liveBytes, files: liveBytes + deadBytes }).toEqual({
      fragments: counted,
      liveBytes: live,
      files,
    });
  }
}
