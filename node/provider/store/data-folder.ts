// A provider's data folder: says whose it is, keeps a second daemon out, and holds the two LevelDB databases.
//
//   <folder>/cairn.json   format version, id of this store, chain, market, provider; written last, so its presence means complete
//   <folder>/logs.json    which logs there must be (log-list.ts)
//   <folder>/logs/        the fragments (log-store.ts)
//   <folder>/index/       LevelDB, where each fragment is: rebuilt from the logs if it is missing
//   <folder>/book/        LevelDB, what nothing on this disk can rebuild: allocations, co-signed states, snapshots
//
// A folder that is not what it should be is never treated as an empty one: a provider that starts without its fragments
// or its book is one that loses its stake.

import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Level } from "level";
import { CairnError } from "../../../protocol/index.ts";
import { STORE } from "../../limits/index.ts";
import { BookDatabase, newestWrittenAhead } from "./book-database.ts";
import { errno, nodeDisk, readFile, replaceFile } from "./disk.ts";
import { bookIncomplete, bookMissing, folderError, levelFailed, newerFormat, othersFolder } from "./folder-errors.ts";
import { emptyLogList, readLogList, writeLogList } from "./log-list.ts";
import { isDamaged, tablesIn } from "./table-check.ts";
import type { AbstractLevel, AbstractSublevel } from "abstract-level";
import type { Address } from "../../../protocol/index.ts";
import type { Disk } from "./disk.ts";
import type { LogList } from "./log-list.ts";

export const STORE_FORMAT = 2;
/** Version 1 had one open log, and is brought up to date when it is opened: an older program must not append to it afterwards. */
const KNOWN_FORMATS: readonly unknown[] = [1, STORE_FORMAT];
const MAX_IDENTITY_BYTES = 4096;
const OUR_NAMES = new Set(["cairn.json.new", "logs.json", "logs.json.new", "logs", "index", "book"]);
/** What a freshly made file system has in its top folder. */
const FILE_SYSTEM_NAMES = new Set(["lost+found"]);

type Stored = string | Buffer | Uint8Array;
export type Database = AbstractLevel<Stored, Uint8Array, Uint8Array>;
export type Sublevel = AbstractSublevel<Database, Stored, Uint8Array, Uint8Array>;

/** Whom a folder belongs to. Fragments proved to one market are worth nothing to another. */
export interface FolderOwner {
  readonly chainId: number;
  readonly market: Address;
  /** The provider's owner account: its id on chain. */
  readonly provider: Address;
}

export interface ProviderFolder {
  readonly path: string;
  readonly owner: FolderOwner;
  /** 16 random bytes, drawn when the folder was made; every log carries them. */
  readonly id: Uint8Array;
  readonly disk: Disk;
  /** Allocations, states, snapshots. Write with `{ sync: true }` before you promise anything. Keys and values are bytes. */
  readonly book: Database;
  /** Where each fragment is. The fragment store's own: anything else in it would be lost with a rebuild. */
  readonly fragmentIndex: Database;
  /** The logs that must be there, as of opening. */
  readonly logList: LogList;
  /** A part of the book with keys of its own. */
  sublevel(name: string): Sublevel;
  /** Lets go of the lock. Close what uses the folder first. */
  close(): Promise<void>;
}

/**
 * Opens a provider's data folder, or makes one out of a folder that is missing or empty. Use the folder for nothing else.
 *
 * @throws CairnError ERR_STORE_FOREIGN (of another network, provider or program, or of a newer version),
 *   ERR_STORE_LOCKED (another daemon runs on it), ERR_STORE_DAMAGED (something is missing), ERR_DISK_FAILED, ERR_DISK_FULL.
 */
export async function openProviderFolder(
  options: { readonly folder: string; readonly owner: FolderOwner },
  components: { readonly disk?: Disk } = {},
): Promise<ProviderFolder> {
  const disk = components.disk ?? nodeDisk;
  const path = resolve(options.folder);
  await checkAccess(disk, path);
  const identity = await readIdentity(disk, path);
  if (identity === undefined) return make(disk, path, options.owner);
  checkOwner(path, identity.owner, options.owner);
  return openMade(disk, path, identity);
}

/** The files are for their owner's eyes only: run as another user, even as root, the daemon would leave some that the owner cannot read. */
async function checkAccess(disk: Disk, path: string): Promise<void> {
  try {
    await disk.checkAccess(path);
  } catch (error) {
    // Not there yet: then the folder above must let us make it.
    if (errno(error) === "ENOENT" && dirname(path) !== path) return checkAccess(disk, dirname(path));
    throw await accessError(disk, path, error);
  }
  const user = process.geteuid?.();
  const owner = await onDisk(path, () => disk.ownerOf(join(path, "cairn.json")));
  if (owner !== undefined && owner !== user) throw othersFolder(path, owner, user);
}

async function accessError(disk: Disk, path: string, error: unknown): Promise<CairnError> {
  const code = errno(error);
  if (code === "EACCES" || code === "EPERM")
    return othersFolder(path, await disk.ownerOf(path).catch(() => undefined), process.geteuid?.());
  return folderError(path, error);
}

interface Identity {
  readonly id: Uint8Array;
  readonly owner: FolderOwner;
  readonly format: number;
}

async function make(disk: Disk, path: string, owner: FolderOwner): Promise<ProviderFolder> {
  await onDisk(path, () => disk.makeFolder(path));
  await makeLogs(disk, path);
  const book = await openLevel(disk, path, "book", { createIfMissing: true });
  try {
    const identity = { id: new Uint8Array(randomBytes(16)), owner, format: STORE_FORMAT };
    await onDisk(path, () => writeLogList(disk, path, emptyLogList));
    // The folder's own name as well: one that is there may have been made by a start that was cut short.
    await onDisk(path, () => disk.syncFolder(dirname(path)));
    await onDisk(path, () => writeIdentity(disk, path, identity));
    const index = await openLevel(disk, path, "index", { createIfMissing: true });
    return providerFolder(disk, path, identity, book, index, emptyLogList);
  } catch (error) {
    await book.close();
    throw error;
  }
}

async function openMade(disk: Disk, path: string, identity: Identity): Promise<ProviderFolder> {
  if ((await disk.sizeOf(join(path, "book", "CURRENT"))) === undefined) throw bookMissing(path);
  if ((await onDisk(path, () => newestWrittenAhead(join(path, "book")))) === undefined) throw bookIncomplete(path);
  const book = await openLevel(disk, path, "book", { createIfMissing: false });
  try {
    // A process that was killed may have left names that only the system's memory has: what builds on them must not outlive them.
    await onDisk(path, () => disk.syncFolder(path));
    const logList = await onDisk(path, () => readLogList(disk, path));
    if (identity.format < STORE_FORMAT) await onDisk(path, () => writeIdentity(disk, path, identity));
    return providerFolder(disk, path, identity, book, await openIndex(disk, path), logList);
  } catch (error) {
    await book.close();
    throw error;
  }
}

/** One with a table that the disk has changed is made anew: it would answer with what is not so, or take the process with it. */
async function openIndex(disk: Disk, path: string): Promise<Database> {
  const location = join(path, "index");
  await onDisk(path, () => disk.makeFolder(location));
  // Opening deletes what a crash has left half-written; what is written from then on was not there before.
  const before = await onDisk(path, () => tablesIn(location));
  const index = await openLevel(disk, path, "index", { createIfMissing: true });
  try {
    if (!(await onDisk(path, () => isDamaged(location, before)))) return index;
  } catch (error) {
    await index.close();
    throw error;
  }
  await index.close();
  // First what makes it a database: what a crash leaves of the rest is then none.
  await onDisk(path, () => rm(join(location, "CURRENT")));
  await onDisk(path, () => rm(location, { recursive: true }));
  await onDisk(path, () => disk.makeFolder(location));
  return openLevel(disk, path, "index", { createIfMissing: true });
}

function providerFolder(
  disk: Disk,
  path: string,
  identity: Identity,
  book: Database,
  fragmentIndex: Database,
  logList: LogList,
): ProviderFolder {
  return {
    path,
    id: identity.id,
    owner: identity.owner,
    disk,
    book,
    fragmentIndex,
    logList,
    sublevel: (name) => book.sublevel<Uint8Array, Uint8Array>(name, BYTES),
    async close() {
      await Promise.all([book.close(), fragmentIndex.close()]);
    },
  };
}

/** cairn.json is written last: without it there may be our names from a start that was cut short, but no log. */
async function makeLogs(disk: Disk, path: string): Promise<void> {
  const names = await onDisk(path, () => disk.list(path));
  const strange = names.filter((name) => !OUR_NAMES.has(name) && !FILE_SYSTEM_NAMES.has(name));
  if (strange.length > 0) {
    throw new CairnError(
      "ERR_STORE_FOREIGN",
      `${path} is not a Cairn data folder and not empty (it has ${strange.slice(0, 3).join(", ")}). Choose an empty folder, or one that does not exist yet.`,
      { facts: { folder: path, found: strange.slice(0, 16) } },
    );
  }
  await onDisk(path, () => disk.makeFolder(join(path, "logs")));
  const logs = await onDisk(path, () => disk.list(join(path, "logs")));
  if (logs.length > 0) {
    throw new CairnError(
      "ERR_STORE_DAMAGED",
      `${path} has logs of fragments but no cairn.json that says whose they are. Put cairn.json back from a backup; nothing was changed.`,
      { facts: { folder: path, missing: ["cairn.json"] } },
    );
  }
}

async function readIdentity(disk: Disk, path: string): Promise<Identity | undefined> {
  const bytes = await onDisk(path, () => readFile(disk, join(path, "cairn.json"), MAX_IDENTITY_BYTES));
  if (bytes === undefined) return undefined;
  const value = parseJson(bytes);
  if (typeof value["format"] === "number" && value["format"] > STORE_FORMAT)
    throw newerFormat(path, value["format"], STORE_FORMAT);
  const { format, id, chainId, market, provider } = value;
  if (
    !KNOWN_FORMATS.includes(format) ||
    typeof id !== "string" ||
    !/^[0-9a-f]{32}$/.test(id) ||
    typeof chainId !== "number" ||
    !isAddressText(market) ||
    !isAddressText(provider)
  ) {
    throw new CairnError(
      "ERR_STORE_DAMAGED",
      `${join(path, "cairn.json")} cannot be read. Put it back from a backup; nothing was changed.`,
      { facts: { folder: path, file: "cairn.json" } },
    );
  }
  return { id: Uint8Array.from(Buffer.from(id, "hex")), owner: { chainId, market, provider }, format: Number(format) };
}

async function writeIdentity(disk: Disk, path: string, { id, owner }: Identity): Promise<void> {
  const value = { format: STORE_FORMAT, id: Buffer.from(id).toString("hex"), ...owner };
  await replaceFile(disk, join(path, "cairn.json"), Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`));
}

function parseJson(bytes: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function isAddressText(value: unknown): value is Address {
  return typeof value === "string" && /^0x[0-9a-fA-F]{40}$/.test(value);
}

function checkOwner(path: string, found: FolderOwner, expected: FolderOwner): void {
  const same = (key: "market" | "provider"): boolean => found[key].toLowerCase() === expected[key].toLowerCase();
  if (found.chainId === expected.chainId && same("market") && same("provider")) return;
  throw new CairnError(
    "ERR_STORE_FOREIGN",
    `${path} belongs to provider ${found.provider} on chain ${found.chainId} (market ${found.market}), and this is provider ` +
      `${expected.provider} on chain ${expected.chainId} (market ${expected.market}). Choose another data folder.`,
    { facts: { folder: path, found, expected } },
  );
}

const BYTES = { keyEncoding: "view", valueEncoding: "view" } as const;
const DATABASE = {
  ...BYTES,
  compression: false,
  maxOpenFiles: STORE.databaseFiles,
  maxFileSize: STORE.databaseFileBytes,
};

async function openLevel(
  disk: Disk,
  path: string,
  name: "book" | "index",
  options: { createIfMissing: boolean },
): Promise<Database> {
  const location = join(path, name);
  const level =
    name === "book"
      ? new BookDatabase(location, DATABASE, () => disk.freeBytes(path))
      : new Level<Uint8Array, Uint8Array>(location, DATABASE);
  try {
    await level.open(options);
    return level;
  } catch (error) {
    throw levelFailed(path, name, error);
  }
}

/** Turns what the system says about a file operation into an error that says what to do. */
async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CairnError) throw error;
    throw folderError(path, error);
  }
}
