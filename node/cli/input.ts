// What a command reads: a file or standard input, as a bounded text or as a stream of bytes.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { CairnError } from "../../protocol/index.ts";
import type { Io } from "./output.ts";

/** Bytes asked of a file at once. */
const READ_BYTES = 1 << 20;

export interface Input {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** How many bytes there will be, where that is known. */
  readonly size: number | undefined;
}

/** A file's bytes, or standard input's for `-`. Throws ERR_SOURCE_FAILED when the name is not that of a readable file. */
export async function openInput(name: string, { stdin, cwd }: Pick<Io, "stdin" | "cwd">): Promise<Input> {
  if (name === "-") return { chunks: stdin, size: undefined };
  const path = resolve(cwd, name);
  const facts = await stat(path).catch((cause) => unreadable(path, (cause as Error).message, cause));
  if (facts.isDirectory())
    unreadable(path, "it is a folder: put its files one by one, or as one archive (tar -c … | cairn put -)");
  const size = facts.isFile() ? facts.size : undefined; // a pipe or device ends when it ends
  return { chunks: readFile(path), size };
}

async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: READ_BYTES })) yield chunk as Uint8Array;
  } catch (cause) {
    unreadable(path, (cause as Error).message, cause);
  }
}

/** All of a stream as text, at most `maxBytes` of it. */
export async function readText(stream: Readable, maxBytes: number, signal: AbortSignal): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    signal.throwIfAborted();
    parts.push(Buffer.from(chunk as Uint8Array));
    bytes += parts.at(-1)?.byteLength ?? 0;
    if (bytes > maxBytes) unreadable("standard input", `it is longer than ${maxBytes} bytes`);
  }
  return Buffer.concat(parts).toString("utf8");
}

function unreadable(path: string, reason: string, cause?: unknown): never {
  throw new CairnError("ERR_SOURCE_FAILED", `Cannot read ${path}: ${reason}.`, { facts: { path }, cause });
}
