// The bytes of a log: its own header, and records (docs/spec/store.md). Pure; nothing here touches a file.
//
//   log      header 64 │ record │ record │ …
//   record   header 96 │ payload, zero-padded to 8 │ trailer 8
//
// A record's header carries 16 random bytes drawn for its log, the marker. After damage a scan finds the next record by it.
// Without it, a client could store a fragment that looks like records inside, and have a scan take those for real ones.

import { crc32 } from "node:zlib";

export const LOG_HEADER_BYTES = 64;
export const RECORD_HEADER_BYTES = 96;
export const RECORD_TRAILER_BYTES = 8;
/** Payload of the longest record: a fragment is at most one shard (docs/spec/data.md). */
export const MAX_PAYLOAD_BYTES = 1_048_576;
export const RECORD_ALIGN_BYTES = 8;
export const MARKER_BYTES = 16;
const ROOT_BYTES = 32;
/** Where these stand in a record's header. */
const ROOT_AT = 32;
const LENGTH_AT = 68;
/** … and its CRC-32: the last four bytes. */
const CRC_AT = 92;
const LOG_VERSION = 2;
/** Version 1 differs only in that its logs are all mixed. */
const KNOWN_VERSIONS: readonly number[] = [1, LOG_VERSION];
const LOG_MAGIC = Buffer.from("CAIRNLOG");

export interface LogHeader {
  readonly log: number;
  /** The id of the store that wrote it. */
  readonly store: Uint8Array;
  readonly marker: Uint8Array;
  /** The round by which nobody pays for its fragments any more, or 0: mixed (expiry-group.ts). */
  readonly group: number;
}

/** What a record says. Records of all logs of a store are ordered by `sequence`. */
export type LogRecord = FragmentRecord | TombstoneRecord;

export interface FragmentRecord {
  readonly kind: "fragment";
  readonly sequence: number;
  readonly root: Uint8Array;
  /** Payload bytes, 1 … MAX_PAYLOAD_BYTES. */
  readonly length: number;
  /** The round from which nobody pays for the fragment, or 0: not known. */
  readonly expires: number;
}

export interface TombstoneRecord {
  readonly kind: "tombstone";
  readonly sequence: number;
  readonly root: Uint8Array;
  /** Removes the records of this root up to this sequence, and no later one. */
  readonly until: number;
  /** The log that holds the removed record: while it exists, the tombstone must. */
  readonly targetLog: number;
}

const KINDS = ["fragment", "tombstone"] as const;

/** Bytes of a whole record in its log. */
export function recordBytes(payloadBytes: number): number {
  return RECORD_HEADER_BYTES + paddedBytes(payloadBytes) + RECORD_TRAILER_BYTES;
}

export const TOMBSTONE_BYTES = recordBytes(0);

export function paddedBytes(payloadBytes: number): number {
  return Math.ceil(payloadBytes / RECORD_ALIGN_BYTES) * RECORD_ALIGN_BYTES;
}

export function payloadBytesOf(record: LogRecord): number {
  return record.kind === "fragment" ? record.length : 0;
}

/** magic 8 │ version u32 │ log u32 │ store 16 │ marker 16 │ group u64 │ 0 u32 │ CRC-32 of the bytes before, u32 */
export function encodeLogHeader(header: LogHeader): Uint8Array {
  const bytes = new Uint8Array(LOG_HEADER_BYTES);
  const view = viewOf(bytes);
  bytes.set(LOG_MAGIC, 0);
  view.setUint32(8, LOG_VERSION);
  view.setUint32(12, header.log);
  bytes.set(header.store, 16);
  bytes.set(header.marker, 32);
  view.setBigUint64(48, BigInt(header.group));
  view.setUint32(60, crc32(bytes.subarray(0, 60)));
  return bytes;
}

/** The header, or undefined if these bytes are none. */
export function decodeLogHeader(bytes: Uint8Array): LogHeader | undefined {
  if (bytes.byteLength < LOG_HEADER_BYTES || !LOG_MAGIC.equals(bytes.subarray(0, 8))) return undefined;
  const view = viewOf(bytes);
  if (!KNOWN_VERSIONS.includes(view.getUint32(8)) || view.getUint32(60) !== crc32(bytes.subarray(0, 60)))
    return undefined;
  return {
    log: view.getUint32(12),
    store: new Uint8Array(bytes.subarray(16, 32)),
    marker: new Uint8Array(bytes.subarray(32, 48)),
    group: Number(view.getBigUint64(48)),
  };
}

/** marker 16 │ offset u64 │ sequence u64 │ root 32 │ kind u32 │ length u32 │ expires u64 │ until u64 │ target log u32 │ CRC-32 u32 */
export function encodeRecordHeader(record: LogRecord, marker: Uint8Array, offset: number): Uint8Array {
  const bytes = new Uint8Array(RECORD_HEADER_BYTES);
  const view = viewOf(bytes);
  bytes.set(marker, 0);
  view.setBigUint64(16, BigInt(offset));
  view.setBigUint64(24, BigInt(record.sequence));
  bytes.set(record.root, ROOT_AT);
  view.setUint32(64, KINDS.indexOf(record.kind) + 1);
  if (record.kind === "fragment") {
    view.setUint32(LENGTH_AT, record.length);
    view.setBigUint64(72, BigInt(record.expires));
  } else {
    view.setBigUint64(80, BigInt(record.until));
    view.setUint32(88, record.targetLog);
  }
  view.setUint32(CRC_AT, crc32(bytes.subarray(0, CRC_AT)));
  return bytes;
}

/** The record whose header stands at the start of `bytes`, or undefined. `offset` is where in the log these bytes stand. */
export function decodeRecordHeader(bytes: Uint8Array, marker: Uint8Array, offset: number): LogRecord | undefined {
  if (bytes.byteLength < RECORD_HEADER_BYTES) return undefined;
  const header = bytes.subarray(0, RECORD_HEADER_BYTES);
  const view = viewOf(header);
  if (Buffer.compare(header.subarray(0, MARKER_BYTES), marker) !== 0) return undefined;
  if (headerCrc(header) !== crc32(header.subarray(0, CRC_AT)) || Number(view.getBigUint64(16)) !== offset)
    return undefined;
  const sequence = Number(view.getBigUint64(24));
  const root = new Uint8Array(header.subarray(ROOT_AT, ROOT_AT + ROOT_BYTES));
  const length = view.getUint32(LENGTH_AT);
  const kind = KINDS[view.getUint32(64) - 1];
  if (kind === "tombstone") {
    if (length !== 0) return undefined;
    return { kind, sequence, root, until: Number(view.getBigUint64(80)), targetLog: view.getUint32(88) };
  }
  if (kind !== "fragment" || length < 1 || length > MAX_PAYLOAD_BYTES) return undefined;
  return { kind, sequence, root, length, expires: Number(view.getBigUint64(72)) };
}

/** CRC-32 of the header's first 92 bytes and the payload, u32 │ the header's CRC-32 again, u32. Written last, it ends the record. */
export function encodeRecordTrailer(header: Uint8Array, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(RECORD_TRAILER_BYTES);
  const view = viewOf(bytes);
  view.setUint32(0, crc32(payload, headerCrc(header)));
  view.setUint32(4, headerCrc(header));
  return bytes;
}

/** True if the record ended; says nothing about the payload, which need not be at hand. */
export function isTrailerOf(header: Uint8Array, trailer: Uint8Array): boolean {
  return trailer.byteLength === RECORD_TRAILER_BYTES && viewOf(trailer).getUint32(4) === headerCrc(header);
}

/** True if header and payload are as they were written. */
export function isWhole(header: Uint8Array, payload: Uint8Array, trailer: Uint8Array): boolean {
  if (!isTrailerOf(header, trailer) || headerCrc(header) !== crc32(header.subarray(0, CRC_AT))) return false;
  return viewOf(trailer).getUint32(0) === crc32(payload, headerCrc(header));
}

/**
 * The payload in the bytes of a record that the index has located, if they are this fragment's and as they were written. Without a
 * view for each field: they would be most of what a read leaves to be collected.
 */
export function payloadIn(record: Buffer, root: Uint8Array, length: number): Uint8Array | undefined {
  const trailerAt = record.byteLength - RECORD_TRAILER_BYTES;
  const isFragment = record.compare(root, 0, ROOT_BYTES, ROOT_AT, ROOT_AT + ROOT_BYTES) === 0;
  if (!isFragment || record.readUInt32BE(LENGTH_AT) !== length) return undefined;
  const crc = record.readUInt32BE(CRC_AT);
  if (crc !== record.readUInt32BE(trailerAt + 4) || crc !== crc32(record.subarray(0, CRC_AT))) return undefined;
  const payload = new Uint8Array(record.buffer, record.byteOffset + RECORD_HEADER_BYTES, length);
  return record.readUInt32BE(trailerAt) === crc32(payload, crc) ? payload : undefined;
}

/** Below this a payload is cheaper copied than handed over as a piece of its own. */
const COPY_BELOW_BYTES = 4096;

/** A record as the pieces to append. `payload` may be one of them: whoever gave it must leave it alone until it is written. */
export function encodeRecord(record: LogRecord, payload: Uint8Array, marker: Uint8Array, offset: number): Uint8Array[] {
  const header = encodeRecordHeader(record, marker, offset);
  const padding = new Uint8Array(paddedBytes(payload.byteLength) - payload.byteLength);
  const pieces = [header, payload, padding, encodeRecordTrailer(header, payload)];
  return payload.byteLength < COPY_BELOW_BYTES ? [Buffer.concat(pieces)] : pieces;
}

function headerCrc(header: Uint8Array): number {
  return viewOf(header).getUint32(CRC_AT);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
