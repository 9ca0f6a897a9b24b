// Reads a log from front to back without an index: for the tail after a crash, and for all of it when the index is gone.

import { STORE } from "../../limits/index.ts";
import {
  decodeRecordHeader,
  isTrailerOf,
  isWhole,
  MARKER_BYTES,
  payloadBytesOf,
  RECORD_ALIGN_BYTES,
  RECORD_HEADER_BYTES,
  RECORD_TRAILER_BYTES,
  recordBytes,
} from "./log-record.ts";
import type { DiskFile } from "./disk.ts";
import type { LogRecord } from "./log-record.ts";

export interface ScanOptions {
  readonly marker: Uint8Array;
  /** Where to begin: the start of a record. */
  readonly from: number;
  /** Where to end: the size of the file. */
  readonly to: number;
  /** "checked" reads every payload. "trusted" only heads and ends, for a log that was synced before another one began. */
  readonly payloads: "checked" | "trusted";
}

export type Scanned =
  | { readonly what: "record"; readonly offset: number; readonly bytes: number; readonly record: LogRecord }
  /** No valid record begins at `offset`; the next one, if any, begins `bytes` later. `root` if its header was legible. */
  | { readonly what: "damage"; readonly offset: number; readonly bytes: number; readonly root: Uint8Array | undefined };

/** The records from `from` to `to` in order, and what lies between them where there is damage. Reads, changes nothing. */
export async function* scanLog(file: DiskFile, options: ScanOptions): AsyncGenerator<Scanned> {
  const reader = new WindowReader(file);
  let offset = options.from;
  while (offset < options.to) {
    const { record, valid } = await recordAt(reader, options, offset);
    if (record !== undefined && valid) {
      const bytes = recordBytes(payloadBytesOf(record));
      yield { what: "record", offset, bytes, record };
      offset += bytes;
    } else {
      const next = await nextMarker(reader, options, offset + RECORD_ALIGN_BYTES);
      yield { what: "damage", offset, bytes: next - offset, root: record?.root };
      offset = next;
    }
  }
}

async function recordAt(
  reader: WindowReader,
  { marker, to, payloads }: ScanOptions,
  offset: number,
): Promise<{ record: LogRecord | undefined; valid: boolean }> {
  const header = await reader.bytesAt(offset, RECORD_HEADER_BYTES);
  const record = decodeRecordHeader(header, marker, offset);
  if (record === undefined) return { record, valid: false };
  const payloadBytes = payloadBytesOf(record);
  const bytes = recordBytes(payloadBytes);
  if (offset + bytes > to) return { record, valid: false };
  const trailerAt = bytes - RECORD_TRAILER_BYTES;
  if (payloads === "trusted") {
    const trailer = await reader.bytesAt(offset + trailerAt, RECORD_TRAILER_BYTES);
    return { record, valid: isTrailerOf(header, trailer) };
  }
  const rest = await reader.bytesAt(offset + RECORD_HEADER_BYTES, bytes - RECORD_HEADER_BYTES);
  const trailer = rest.subarray(trailerAt - RECORD_HEADER_BYTES);
  return { record, valid: isWhole(header, rest.subarray(0, payloadBytes), trailer) };
}

/** The next place, from `from` on, at which a record of this log may begin; `to` if there is none. */
async function nextMarker(reader: WindowReader, { marker, to }: ScanOptions, from: number): Promise<number> {
  for (let at = from; at < to; at += STORE.scanBytes - MARKER_BYTES) {
    const bytes = await reader.bytesAt(at, Math.min(STORE.scanBytes, to - at));
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let found = chunk.indexOf(marker); found >= 0; found = chunk.indexOf(marker, found + 1)) {
      if ((at + found) % RECORD_ALIGN_BYTES === 0) return at + found;
    }
  }
  return to;
}

/** Reads ahead a little: the end of a record and the header of the next stand side by side, and many small records in one window. */
class WindowReader {
  readonly #file: DiskFile;
  #window: Uint8Array = new Uint8Array(0);
  #at = 0;

  constructor(file: DiskFile) {
    this.#file = file;
  }

  /** A view of what was read. Fewer bytes than asked for only at the end of the file. */
  async bytesAt(offset: number, bytes: number): Promise<Uint8Array> {
    if (offset < this.#at || offset + bytes > this.#at + this.#window.byteLength) {
      const into = new Uint8Array(Math.max(bytes, STORE.scanWindowBytes));
      this.#window = into.subarray(0, await this.#file.read(into, offset));
      this.#at = offset;
    }
    return this.#window.subarray(offset - this.#at, offset - this.#at + bytes);
  }
}
