// What a user may put: anything that gives bytes. All of it becomes one async iterable, read once and in order.

import { CairnError } from "../../protocol/index.ts";
import { orAborted } from "../wait.ts";

/** A string is the path of a file, where there are files. */
export type Source =
  | string
  | AsyncIterable<Uint8Array>
  | Iterable<Uint8Array>
  | ReadableStream<Uint8Array>
  | Blob
  | Uint8Array;

export interface OpenSource {
  /** A chunk stays the source's: it is read before the next one is asked for. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Bytes in all, where that is known before reading. */
  readonly size: number | undefined;
}

/** The source as chunks in order, read once. Throws ERR_SOURCE_FAILED for what gives no bytes. */
export async function openSource(source: Source): Promise<OpenSource> {
  if (typeof source === "string") return (await import("../file-source.ts")).openFileSource(source);
  if (source instanceof Uint8Array) return { chunks: once(source), size: source.byteLength };
  if (source instanceof Blob) return { chunks: streamChunks(source.stream()), size: source.size };
  if (typeof source !== "object" || source === null) throw notBytes(source);
  return { chunks: isIterable(source) ? checked(source) : streamChunks(source), size: undefined };
}

function isIterable(source: object): source is AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return Symbol.asyncIterator in source || Symbol.iterator in source;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* checked(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) yield bytesOf(chunk);
}

// A reader by hand, because not every browser's ReadableStream can be iterated.
async function* streamChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (typeof stream?.getReader !== "function") throw notBytes(stream);
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield bytesOf(value);
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function bytesOf(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  throw notBytes(chunk);
}

function notBytes(value: unknown): CairnError {
  const kind = value === null ? "null" : typeof value;
  return new CairnError(
    "ERR_SOURCE_FAILED",
    `The source gave ${kind}, not bytes: put a path, Uint8Array, Blob, stream or iterable of Uint8Array.`,
  );
}

/**
 * The chunks of a source, each counted, until it ends or the signal aborts; closes the source then, or when left early. A source that
 * hangs is let go. Throws the signal's reason, and ERR_SOURCE_FAILED for what the source throws.
 */
export async function* readChunks(
  source: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  onRead: (bytes: number) => number,
): AsyncGenerator<Uint8Array> {
  const reader = source[Symbol.asyncIterator]();
  let read = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      const next = await orAborted(reader.next(), signal);
      if (next.done === true) return;
      read = onRead(next.value.byteLength);
      yield next.value;
    }
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof CairnError) throw cause;
    throw new CairnError(
      "ERR_SOURCE_FAILED",
      `Reading what is to be put failed after ${read} bytes; nothing was put. Try again with a source that can be read to its end.`,
      { cause },
    );
  } finally {
    const closed = Promise.resolve(reader.return?.()).catch(() => {});
    if (!signal.aborted) await closed;
  }
}

/** Reads up to `bytes` + 1 ahead, to see whether the source ends within `bytes`; `all` gives everything from the start. */
export async function peeked(
  source: AsyncGenerator<Uint8Array>,
  bytes: number,
): Promise<{ ended: boolean; all: AsyncIterable<Uint8Array> }> {
  const head: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  while (length <= bytes && !ended) {
    const next = await source.next();
    if (next.done === true) ended = true;
    else {
      length += next.value.byteLength;
      head.push(length <= bytes ? next.value.slice() : next.value); // a chunk is the caller's again once we ask for the next
    }
  }
  return {
    ended,
    all: (async function* () {
      yield* head.splice(0);
      yield* source;
    })(),
  };
}
