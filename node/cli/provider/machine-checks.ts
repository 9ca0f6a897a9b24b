// What `cairn provider doctor` looks at on this machine: Node, keys, the disk's room and speed, the clock.

import { randomBytes } from "node:crypto";
import { open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { DOCTOR } from "../../limits/index.ts";
import { KEY_FILES } from "../../provider-keys.ts";
import { formatSeconds, formatSize } from "../../quantity.ts";
import { type Check, fault, ok, warning } from "./check.ts";
import { shellWord } from "../shell-word.ts";
import { diskRoom } from "./disk-room.ts";
import { missingKeys, wasStarted, withoutKeys } from "./own-keys.ts";

const NODE_MAJOR = 24;
const OPEN_TO_OTHERS = 0o077;
const PROBE_FILE = ".doctor-probe";

export function nodeCheck(version: string): Check {
  const isRight = Number(version.split(".")[0]) >= NODE_MAJOR;
  if (isRight) return ok("node", `Node ${version}.`);
  return fault(
    "node",
    `Node ${version} is too old.`,
    `Install Node ${NODE_MAJOR}, or start by the launcher, which brings it.`,
  );
}

/** Keys that others can read are refused at the start; a folder that they can look into shows which files there are. */
export async function keysCheck(folder: string): Promise<Check> {
  if (process.platform === "win32") return ok("keys", "This system has no permissions that could be looked at.");
  const names = Object.values(KEY_FILES);
  const missing = await missingKeys(folder);
  if (missing.length > 0) {
    const text = `${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} missing in ${folder}.`;
    if (await wasStarted(folder)) return fault("keys", text, withoutKeys(folder, missing));
    return warning("keys", text, "Put the copy back if there is one; in a new folder the first start makes them.");
  }
  const modes = await Promise.all(names.map((name) => modeOf(join(folder, name))));
  const wide = names.filter((_, i) => ((modes[i] as number) & OPEN_TO_OTHERS) !== 0);
  if (wide.length > 0) {
    const files = wide.map((name) => shellWord(join(folder, name))).join(" ");
    return fault(
      "keys",
      `Other users of this machine can read ${wide.join(", ")}.`,
      `Run chmod 600 ${files}, and take keys that others saw for known.`,
    );
  }
  if (((await modeOf(folder)) as number) & OPEN_TO_OTHERS)
    return warning(
      "keys",
      "Only you can read the keys, but others can look into the folder.",
      `Run chmod 700 ${shellWord(folder)}.`,
    );
  return ok("keys", "The three keys are there, and only you can read them. Keep a copy on another machine.");
}

async function modeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mode }) => mode & 0o777,
    () => undefined,
  );
}

/** What is not used of the capacity has to fit into what the disk has free. */
export async function roomCheck(folder: string, capacity: number): Promise<Check> {
  const [{ freeBytes }, used] = await Promise.all([diskRoom(folder), logBytes(join(folder, "store", "logs"))]);
  const missing = Math.max(0, capacity - used) - freeBytes;
  const facts = `${formatSize(used)} are stored, ${formatSize(freeBytes)} are free, ${formatSize(capacity)} are offered`;
  if (freeBytes < DOCTOR.leastFreeBytes)
    return fault(
      "room",
      `The disk is full: ${facts}.`,
      "Free space now; until then nothing new is taken, and proofs can fail.",
    );
  if (missing > 0)
    return warning(
      "room",
      `${facts}: ${formatSize(missing)} too little.`,
      "Set a smaller capacity, or free space: what is sold has to fit.",
    );
  return ok("room", `${facts}.`);
}

/** Bytes of the log files, which have their full length from the start or grow. */
async function logBytes(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.slice(0, DOCTOR.logFiles).map((name) => stat(join(folder, name)).catch(() => undefined)),
  );
  return sizes.reduce((sum, facts) => sum + Math.min(facts?.size ?? 0, (facts?.blocks ?? 0) * 512), 0);
}

/** Writes and syncs a little, and reads it back. */
export async function speedCheck(folder: string): Promise<Check> {
  const path = join(folder, PROBE_FILE);
  if ((await diskRoom(folder)).freeBytes < DOCTOR.leastFreeBytes + DOCTOR.probeBytes)
    return warning(
      "disk",
      "Its speed was not tried: that would take the last of its room.",
      "Free space, and run this again.",
    );
  const data = randomBytes(DOCTOR.probePieceBytes);
  try {
    const { bytesPerSecond, syncMs } = await writeProbe(path, data);
    const readPerSecond = await readProbe(path, data);
    const read = `, reading what was written at ${formatSize(readPerSecond)}/s (it may have come from memory)`;
    const facts = `Writing goes at ${formatSize(bytesPerSecond)}/s, and a small write is durable after ${syncMs < 1 ? "less than 1 ms" : formatSeconds(syncMs / 1000)}${read}.`;
    const isSlow = bytesPerSecond < DOCTOR.slowBytesPerSecond || syncMs > DOCTOR.slowSyncMs;
    if (!isSlow) return ok("disk", facts);
    return warning(
      "disk",
      facts,
      "Use a disk of its own, no SMR disk, card or network share: clients leave providers that are slow to store.",
    );
  } catch (error) {
    return fault(
      "disk",
      `The folder cannot be written and read: ${(error as Error).message}.`,
      "Check the disk, its mount, and who owns the folder.",
    );
  } finally {
    await rm(path, { force: true }).catch(() => {});
  }
}

async function writeProbe(path: string, data: Uint8Array): Promise<{ bytesPerSecond: number; syncMs: number }> {
  const file = await open(path, "w", 0o600);
  try {
    const start = performance.now();
    let bytes = 0;
    while (bytes < DOCTOR.probeBytes && performance.now() - start < DOCTOR.probeMs) {
      await file.write(data);
      bytes += data.byteLength;
    }
    await file.datasync();
    const seconds = (performance.now() - start) / 1000;
    const times: number[] = [];
    for (let i = 0; i < DOCTOR.probeSyncs; i += 1) {
      const from = performance.now();
      await file.write(data.subarray(0, 4096));
      await file.datasync();
      times.push(performance.now() - from);
    }
    const syncMs = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;
    return { bytesPerSecond: bytes / seconds, syncMs };
  } finally {
    await file.close();
  }
}

async function readProbe(path: string, data: Uint8Array): Promise<number> {
  const file = await open(path, "r");
  const buffer = new Uint8Array(data.byteLength);
  try {
    const start = performance.now();
    const { bytesRead } = await file.read(buffer, 0, buffer.byteLength, 0);
    if (bytesRead !== data.byteLength || Buffer.compare(buffer, data) !== 0)
      throw new Error("it gave other bytes back than were written");
    return bytesRead / ((performance.now() - start) / 1000);
  } finally {
    await file.close();
  }
}

/** The clock against the file system's and, where it is known, against the chain's newest block. */
export async function clockCheck(folder: string, headSeconds: number | undefined, isLocal: boolean): Promise<Check> {
  const path = join(folder, `${PROBE_FILE}-clock`);
  const before = Date.now();
  const files = await fileTime(path).catch(() => before);
  const ahead = headSeconds === undefined ? 0 : headSeconds - before / 1000;
  // A local chain can be wound forward.
  if (ahead > DOCTOR.driftSeconds && !isLocal)
    return fault(
      "clock",
      `This machine's clock is ${formatSeconds(ahead)} behind the chain's newest block.`,
      "Set it by NTP (timedatectl set-ntp true): offers and tickets would be refused.",
    );
  const drift = Math.abs(files - before) / 1000;
  if (drift > DOCTOR.driftSeconds)
    return warning(
      "clock",
      `The disk's clock is ${formatSeconds(drift)} off this machine's.`,
      "Set both clocks by NTP: it is a share of another machine.",
    );
  if (headSeconds === undefined) return ok("clock", "The clock agrees with the disk's; the chain could not be asked.");
  return ok("clock", "The clock agrees with the disk's and with the chain's.");
}

async function fileTime(path: string): Promise<number> {
  const file = await open(path, "w", 0o600);
  try {
    await file.write("x");
    return (await file.stat()).mtimeMs;
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}
