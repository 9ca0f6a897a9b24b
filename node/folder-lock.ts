// Keeps a second program out of a folder that one is using. The lock is a local socket named after the folder: the system
// lets one process listen on it, and lets go of it however that process ends, so that a crash leaves nothing behind.

import { createHash } from "node:crypto";
import { mkdir, realpath, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CairnError } from "../protocol/index.ts";

export interface FolderLock extends AsyncDisposable {
  release(): Promise<void>;
}

/** Takes the folder, which is made if it is not there. Throws ERR_STORE_LOCKED { folder } while another process has it. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const name = await socketName(folder);
  const server = (await listen(name)) ?? ((await isLeftOver(name)) ? await listen(name) : undefined);
  if (server === undefined) {
    const message = `Another process is using ${folder}: stop it, or choose another folder with --folder.`;
    throw new CairnError("ERR_STORE_LOCKED", message, { facts: { folder } });
  }
  let releasing: Promise<void> | undefined;
  const release = (): Promise<void> => (releasing ??= new Promise((done) => void server.close(() => done())));
  return { release, [Symbol.asyncDispose]: release };
}

/** Linux has names that are no files and end with their process; elsewhere it is a file outside the folder. */
async function socketName(folder: string): Promise<string> {
  const id = createHash("sha256")
    .update(await realpath(folder))
    .digest("hex")
    .slice(0, 32);
  return process.platform === "linux" ? `\0cairn-${id}` : join(tmpdir(), `cairn-${id}.sock`);
}

/** Undefined if somebody listens there, or did. The lock itself keeps no process alive. */
function listen(name: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy()).unref();
  return new Promise((done, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? done(undefined) : failed(error),
    );
    server.listen(name, () => done(server));
  });
}

/** True if the name was a file that a crash left, which is gone now. */
async function isLeftOver(name: string): Promise<boolean> {
  if (name.startsWith("\0")) return false;
  const isAnswered = await new Promise<boolean>((done) => {
    const socket = connect(name, () => (socket.destroy(), done(true)));
    socket.once("error", () => done(false));
  });
  if (!isAnswered) await rm(name, { force: true });
  return !isAnswered;
}
