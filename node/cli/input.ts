// What a command reads: a file or standard input, as a bounded text or as a stream of bytes.

import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { CairnError } from "../../protocol/index.ts";
import { type FileSource, openFileSource } from "../file-source.ts";
import type { Io } from "./output.ts";

/** A file's bytes, or standard input's for `-`. Throws ERR_SOURCE_FAILED when the name is not that of a readable file. */
export async function openInput(name: string, { stdin, cwd }: Pick<Io, "stdin" | "cwd">): Promise<FileSource> {
  return name === "-" ? { chunks: stdin, size: undefined } : openFileSource(resolve(cwd, name));
}

/** All of a stream as text, at most `maxBytes` of it. */
export async function readText(stream: Readable, maxBytes: number, signal: AbortSignal): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    signal.throwIfAborted();
    const part = Buffer.from(chunk as Uint8Array);
    parts.push(part);
    bytes += part.byteLength;
    if (bytes > maxBytes)
      throw new CairnError("ERR_SOURCE_FAILED", `Standard input is longer than the ${maxBytes} bytes expected.`);
  }
  return Buffer.concat(parts).toString("utf8");
}
