// Private keys at rest: one key per file, 32 bytes in hex, readable by its owner alone. Nothing here prints a key;
// whoever reads such a file can spend what it holds, so a file that others may read is refused and not mended silently.

import { constants } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { CairnError, keySigner, newPrivateKey } from "../protocol/index.ts";
import type { Signer } from "../protocol/index.ts";

/** The environment variable that carries a private key in place of a file, for machines that keep no secrets on disk. */
export const WALLET_KEY_VARIABLE = "CAIRN_WALLET_KEY";

const KEY_FILE_MODE = 0o600;
const OPEN_TO_OTHERS = 0o077;
const MAX_KEY_FILE_BYTES = 256; // a key is 67 characters with prefix and newline: anything long is another kind of file

export interface Wallet {
  readonly signer: Signer;
  /** The 32 bytes of the key. Hand them to a ledger; never to a log. */
  readonly privateKey: Uint8Array;
  /** Where the key came from: the path of its file, or the name of the variable. */
  readonly source: string;
}

/**
 * The wallet of the environment's CAIRN_WALLET_KEY, or else of the file at `path`.
 * Throws ERR_WALLET_INVALID { source } when neither holds a usable key.
 */
export async function loadWallet(
  path: string,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Wallet> {
  const fromEnv = env[WALLET_KEY_VARIABLE];
  return fromEnv === undefined || fromEnv === "" ? readKeyFile(path) : parseKey(fromEnv, WALLET_KEY_VARIABLE);
}

/** The wallet in the key file at `path`, which must be a regular file that only its owner can read. */
export async function readKeyFile(path: string): Promise<Wallet> {
  const file = await open(path, constants.O_RDONLY).catch((cause) => refuse(path, reasonNotOpened(path, cause), cause));
  try {
    const facts = await file.stat();
    if (!facts.isFile()) refuse(path, "it is not a regular file: name a key file.");
    if (process.platform !== "win32" && (facts.mode & OPEN_TO_OTHERS) !== 0)
      refuse(path, `other users may read it: run \`chmod 600 ${path}\`, and treat the key as known if they could.`);
    if (facts.size > MAX_KEY_FILE_BYTES) refuse(path, "it is too long for a key file: 64 hex digits are expected.");
    return parseKey(await file.readFile("utf8"), path);
  } finally {
    await file.close();
  }
}

/** Makes a new key and writes it to a new file at `path`, durable when resolved. An existing file is never replaced. */
export async function createKeyFile(path: string): Promise<Wallet> {
  return writeKeyFile(path, newPrivateKey());
}

/** Writes a key to a new file at `path` with mode 0600, durable when resolved. An existing file is never replaced. */
export async function writeKeyFile(path: string, privateKey: Uint8Array): Promise<Wallet> {
  const text = formatPrivateKey(privateKey);
  const wallet = parseKey(text, path);
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "wx", KEY_FILE_MODE).catch((cause) => refuse(path, reasonNotCreated(cause), cause));
  try {
    await file.writeFile(`${text}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(dirname(path));
  return wallet;
}

/** The wallet at `path`; made first when there is none. `created` says which. */
export async function readOrCreateKeyFile(path: string): Promise<Wallet & { readonly created: boolean }> {
  if (await exists(path)) return { ...(await readKeyFile(path)), created: false };
  return { ...(await createKeyFile(path)), created: true };
}

/** The key as `wallet export` prints it: 0x and 64 hex digits. */
export function formatPrivateKey(privateKey: Uint8Array): string {
  return `0x${Buffer.from(privateKey.buffer, privateKey.byteOffset, privateKey.byteLength).toString("hex")}`;
}

/** The wallet of a key in text: 64 hex digits, with or without 0x. `source` is named in the error, the text never is. */
export function parseKey(text: string, source: string): Wallet {
  const digits = /^\s*(?:0x)?([0-9a-fA-F]{64})\s*$/.exec(text)?.[1];
  if (digits === undefined) refuse(source, "it does not hold a private key: 64 hex digits are expected.");
  const privateKey = new Uint8Array(Buffer.from(digits, "hex"));
  try {
    return { signer: keySigner(privateKey), privateKey, source };
  } catch {
    // The cause is dropped on purpose: messages of curve libraries may quote the key.
    return refuse(source, "its number is no private key of secp256k1 (zero, or beyond the order of the curve).");
  }
}

async function exists(path: string): Promise<boolean> {
  const file = await open(path, constants.O_RDONLY).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  await file?.close();
  return file !== undefined;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function reasonNotOpened(path: string, cause: unknown): string {
  if ((cause as NodeJS.ErrnoException).code === "ENOENT")
    return `there is no such file: make one with \`cairn wallet create --wallet ${path}\`, or name another with --wallet.`;
  return `it cannot be opened (${(cause as Error).message}).`;
}

function reasonNotCreated(cause: unknown): string {
  if ((cause as NodeJS.ErrnoException).code === "EEXIST")
    return "there is a file already, and it may hold the only copy of a key: name another, or move it away.";
  return `it cannot be written (${(cause as Error).message}).`;
}

function refuse(source: string, reason: string, cause?: unknown): never {
  throw new CairnError("ERR_WALLET_INVALID", `No wallet in ${source}: ${reason}`, { facts: { source }, cause });
}
