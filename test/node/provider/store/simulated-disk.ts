// A disk in memory that knows what a power loss would leave of it, and that fails on command. LevelDB's two folders, which it does
// not see, stay on the real disk.
//
// What is not synced may be there after a power loss or not, whole or in pieces: each sector of 512 bytes for itself. Names created,
// renamed or unlinked since their folder was synced may have taken effect or not, in their order.
//
// A sync that fails leaves pages as Linux does: they are read as they were written and count as clean, so no later sync writes them.

import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { nodeDisk } from "../../../../node/provider/store/disk.ts";
import type { Disk, DiskFile } from "../../../../node/provider/store/disk.ts";

const SECTOR_BYTES = 512;
const PAGE_BYTES = 4096;

interface Inode {
  /** What is read. */
  live: Buffer;
  /** What is on the disk for sure. */
  synced: Buffer;
  /** Numbers of the pages that the next sync writes. */
  readonly dirty: Set<number>;
}

interface NameChange {
  readonly folder: string;
  apply(names: Map<string, Inode>): void;
}

/** Numbers from 0 to 1. */
export type Random = () => number;

export interface Fault {
  readonly operation: "append" | "sync" | "read" | "create" | "truncate" | "rename" | "unlink" | "syncFolder";
  readonly errno: "ENOSPC" | "EIO" | "EROFS" | "EMFILE";
  /** Of an append: how many bytes still reach the file. */
  readonly bytesBefore?: number;
}

export class SimulatedDisk implements Disk {
  readonly #root: string;
  #names = new Map<string, Inode>();
  #syncedNames = new Map<string, Inode>();
  #changes: NameChange[] = [];
  /** Size of the disk; appends beyond it fail with ENOSPC after what fits. */
  capacity = Number.POSITIVE_INFINITY;
  /** What statfs says; by default the truth. */
  reportedFree: number | undefined;
  /** Asked before each operation whether it fails; of a read, with the first byte and the one after the last. */
  fault: (operation: Fault["operation"], path: string, from?: number, to?: number) => Fault | undefined = () =>
    undefined;
  /** The process that used it was killed: nothing that it still tries has an effect. */
  isKilled = false;
  /** Told after each operation that changed something. */
  changed: (operation: string, path: string) => void = () => undefined;

  constructor(root: string) {
    this.#root = root;
  }

  create(path: string): Promise<DiskFile> {
    return this.#do("create", path, () => {
      if (this.#names.has(path)) throw failure("EEXIST", path);
      const inode: Inode = { live: Buffer.alloc(0), synced: Buffer.alloc(0), dirty: new Set() };
      this.#rename(path, (names) => names.set(path, inode));
      return this.#file(path, inode);
    });
  }

  openToAppend(path: string): Promise<DiskFile> {
    return this.openToRead(path);
  }

  async openToRead(path: string): Promise<DiskFile> {
    const inode = this.#names.get(path);
    if (inode === undefined) throw failure("ENOENT", path);
    return this.#file(path, inode);
  }

  rewrite(path: string, from: number, to: number): Promise<void> {
    return this.#do("sync", path, () => {
      const inode = this.#names.get(path);
      if (inode === undefined) throw failure("ENOENT", path);
      touch(inode, from, to);
      sync(inode);
    });
  }

  async sizeOf(path: string): Promise<number | undefined> {
    return this.#isLevel(path) ? nodeDisk.sizeOf(path) : this.#names.get(path)?.live.byteLength;
  }

  async ownerOf(): Promise<number | undefined> {
    return undefined;
  }

  async checkAccess(): Promise<void> {}

  async list(folder: string): Promise<string[]> {
    return [...this.#names.keys()].filter((path) => dirname(path) === folder).map((path) => basename(path));
  }

  async makeFolder(folder: string): Promise<void> {
    await nodeDisk.makeFolder(folder);
  }

  rename(from: string, to: string): Promise<void> {
    return this.#do("rename", to, () => {
      const inode = this.#names.get(from);
      if (inode === undefined) throw failure("ENOENT", from);
      this.#rename(to, (names) => {
        names.delete(from);
        names.set(to, inode);
      });
    });
  }

  unlink(path: string): Promise<void> {
    return this.#do("unlink", path, () => {
      if (!this.#names.has(path)) throw failure("ENOENT", path);
      this.#rename(path, (names) => names.delete(path));
    });
  }

  syncFolder(folder: string): Promise<void> {
    return this.#do("syncFolder", folder, () => {
      for (const change of this.#changes) if (change.folder === folder) change.apply(this.#syncedNames);
      this.#changes = this.#changes.filter((change) => change.folder !== folder);
    });
  }

  freeBytes(): number {
    return this.reportedFree ?? Math.max(0, Math.min(this.capacity - this.#used(), Number.MAX_SAFE_INTEGER));
  }

  /** Changes bytes at rest, as a failing disk does. */
  corrupt(path: string, change: (bytes: Buffer) => void): void {
    const inode = this.#names.get(path);
    if (inode === undefined) throw failure("ENOENT", path);
    change(inode.live);
    inode.synced = Buffer.from(inode.live);
  }

  /** Writes to `target` what a power loss now could leave, by the luck of `random`. Does not write LevelDB's folders. */
  powerLoss(target: string, random: Random): void {
    mkdirSync(join(target, "logs"), { recursive: true });
    for (const [path, inode] of this.#survivingNames(random))
      writeFileSync(join(target, relative(this.#root, path)), survivor(inode, random));
  }

  /** The same in place: from here on the disk has what was left. */
  losePower(random: Random): void {
    const names = this.#survivingNames(random);
    for (const inode of new Set(names.values())) {
      inode.live = survivor(inode, random);
      inode.synced = Buffer.from(inode.live);
      inode.dirty.clear();
    }
    this.#names = names;
    this.#syncedNames = new Map(names);
    this.#changes = [];
  }

  #survivingNames(random: Random): Map<string, Inode> {
    const names = new Map(this.#syncedNames);
    const folders = new Set(this.#changes.map(({ folder }) => folder));
    for (const folder of folders) {
      const changes = this.#changes.filter((change) => change.folder === folder);
      for (const change of changes.slice(0, Math.floor(random() * (changes.length + 1)))) change.apply(names);
    }
    return names;
  }

  #file(path: string, inode: Inode): DiskFile {
    return {
      size: async () => inode.live.byteLength,
      append: (pieces) => this.#append(path, inode, Buffer.concat(pieces)),
      read: (into, position) =>
        this.#do("read", path, () => inode.live.copy(into, 0, position, position + into.byteLength), {
          range: [position, position + into.byteLength],
        }),
      truncate: (bytes) =>
        this.#do("truncate", path, () => {
          inode.live = Buffer.from(inode.live.subarray(0, bytes));
          touch(inode, bytes, bytes + 1);
        }),
      sync: () => this.#do("sync", path, () => sync(inode), { failing: () => inode.dirty.clear() }),
      close: async () => undefined,
    };
  }

  async #append(path: string, inode: Inode, bytes: Buffer): Promise<void> {
    if (this.isKilled) throw failure("EIO", path);
    const fault = this.fault("append", path);
    const fits = Math.max(0, this.capacity - this.#used());
    const written = Math.min(bytes.byteLength, fault?.bytesBefore ?? (fault === undefined ? fits : 0), fits);
    touch(inode, inode.live.byteLength, inode.live.byteLength + written);
    inode.live = Buffer.concat([inode.live, bytes.subarray(0, written)]);
    this.changed("append", path);
    if (fault !== undefined) throw failure(fault.errno, path);
    if (written < bytes.byteLength) throw failure("ENOSPC", path);
  }

  async #do<T>(
    operation: Fault["operation"],
    path: string,
    work: () => T,
    options: { readonly range?: readonly [number, number]; readonly failing?: () => void } = {},
  ): Promise<T> {
    if (this.isKilled) throw failure("EIO", path);
    const fault = this.fault(operation, path, ...(options.range ?? []));
    if (fault !== undefined) {
      if (fault.errno !== "EROFS") options.failing?.();
      throw failure(fault.errno, path);
    }
    const result = work();
    if (operation !== "read") this.changed(operation, path);
    return result;
  }

  #rename(path: string, apply: (names: Map<string, Inode>) => void): void {
    apply(this.#names);
    this.#changes.push({ folder: dirname(path), apply });
  }

  #used(): number {
    let bytes = 0;
    for (const { live } of new Set(this.#names.values())) bytes += live.byteLength;
    return bytes;
  }

  #isLevel(path: string): boolean {
    return /^(book|index)\b/.test(relative(this.#root, path));
  }
}

function touch({ dirty }: Inode, from: number, to: number): void {
  for (let page = Math.floor(from / PAGE_BYTES); page * PAGE_BYTES < to; page += 1) dirty.add(page);
}

function sync(inode: Inode): void {
  const bytes = Buffer.alloc(inode.live.byteLength);
  inode.synced.copy(bytes);
  for (const page of inode.dirty) {
    const at = page * PAGE_BYTES;
    inode.live.subarray(at, at + PAGE_BYTES).copy(bytes, Math.min(at, bytes.byteLength));
  }
  inode.synced = bytes;
  inode.dirty.clear();
}

/** What may be read of a file after a power loss: sure is only the part that is synced and was not changed since. */
function survivor({ live, synced }: Inode, random: Random): Buffer {
  let sure = 0;
  while (sure < live.byteLength && sure < synced.byteLength && live[sure] === synced[sure]) sure += 1;
  const [short, long] = [synced, live].sort((a, b) => a.byteLength - b.byteLength) as [Buffer, Buffer];
  const luck = random();
  if (luck < 0.2) return synced;
  if (luck < 0.4) return live;
  const bytes = Math.max(sure, short.byteLength + Math.floor(random() * (long.byteLength - short.byteLength + 1)));
  const left = Buffer.alloc(bytes);
  long.copy(left, 0, 0, bytes);
  for (let at = sure; at < bytes; at += SECTOR_BYTES - (at % SECTOR_BYTES)) {
    if (random() < 0.3) left.fill(0, at, Math.min(bytes, at + SECTOR_BYTES - (at % SECTOR_BYTES)));
  }
  return left;
}

function failure(errno: string, path: string): Error {
  return Object.assign(new Error(`${errno}: ${path}`), { code: errno });
}

/** The same numbers from the same seed, in every run (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
