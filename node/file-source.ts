// A file as bytes to put: its size at the start, and an error when it is not that long any more at the end.

import { constants, createReadStream, open as openCallback } from "node:fs";
import { stat } from "node:fs/promises";
import { Socket } from "node:net";
import { promisify } from "node:util";
import { CairnError } from "../protocol/index.ts";

/** Opens to a bare number, which a socket can own; a FileHandle would close it a second time. */
const openNumber: (path: string, flags: number) => Promise<number> = promisify(openCallback);

/** Bytes asked of a file at once. */
const READ_BYTES = 1 << 20;

export interface FileSource {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Undefined for a pipe or device, which ends when it ends. */
  readonly size: number | undefined;
}

/** Throws ERR_SOURCE_FAILED when the path is no readable file; `chunks` throws ERR_SOURCE_CHANGED when the file grows or shrinks. */
export async function openFileSource(path: string): Promise<FileSource> {
  const facts = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(path, cause.message, cause);
  });
  if (facts.isDirectory())
    throw unreadable(path, "it is a folder: put its files one by one, or as one archive (tar -c … | cairn put -)");
  if (facts.isFIFO()) return { chunks: readPipe(path), size: undefined };
  const size = facts.isFile() ? facts.size : undefined;
  return { chunks: readFile(path, size), size };
}

/**
 * Opening a named pipe for reading blocks until somebody writes to it, and a thread so blocked keeps the process from
 * ending at Ctrl-C. Opened without blocking and read by events, it waits for its writer like a socket does.
 */
async function* readPipe(path: string): AsyncGenerator<Uint8Array> {
  const fd = await openNumber(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(path, cause.message, cause);
  });
  const stream = new Socket({ fd, readable: true, writable: false })[Symbol.asyncIterator]();
  try {
    for (let next = await step(path, stream); next !== undefined; next = await step(path, stream)) yield next;
  } finally {
    await stream.return?.();
  }
}

async function* readFile(path: string, size: number | undefined): AsyncGenerator<Uint8Array> {
  let read = 0;
  const stream = createReadStream(path, { highWaterMark: READ_BYTES })[Symbol.asyncIterator]();
  try {
    for (let next = await step(path, stream); next !== undefined; next = await step(path, stream)) {
      read += next.byteLength;
      yield next;
    }
  } finally {
    await stream.return?.();
  }
  if (size !== undefined && read !== size) {
    throw new CairnError(
      "ERR_SOURCE_CHANGED",
      `${path} had ${size} bytes, and ${read} when it was read: put it again when nothing writes to it.`,
      { facts: { path, size, read } },
    );
  }
}

async function step(path: string, stream: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    const next = await stream.next();
    return next.done === true ? undefined : next.value;
  } catch (cause) {
    throw unreadable(path, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function unreadable(path: string, reason: string, cause?: unknown): CairnError {
  return new CairnError("ERR_SOURCE_FAILED", `Cannot read ${path}: ${reason}.`, { facts: { path }, cause });
}
