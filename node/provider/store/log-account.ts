// What is known of one log without reading it. Plain data; every change makes a new one.
//
//   bytes of the log  =  indexed  =  live + dead

import { LOG_HEADER_BYTES } from "./log-record.ts";

export interface LogAccount {
  /** Up to here the log is in the index; its file is at least this long. */
  readonly indexed: number;
  /** Bytes of the records of live fragments. The rest is dead: removed ones, tombstones, damage, the log's header. */
  readonly live: number;
  /** Bytes of the live fragments themselves. */
  readonly payload: number;
  /** Live ones. */
  readonly fragments: number;
  readonly lastSequence: number;
  /** Bytes of its tombstones. They are dead, and yet of use while the log pins another one. */
  readonly tombstones: number;
  /** Logs with records that this log's records replace or remove. While one of them exists this log must, or a rebuild would bring them back. */
  readonly pins: ReadonlySet<number>;
}

export function emptyAccount(lastSequence: number): LogAccount {
  return { indexed: LOG_HEADER_BYTES, live: 0, payload: 0, fragments: 0, lastSequence, tombstones: 0, pins: new Set() };
}

export function withPins(account: LogAccount, pins: Iterable<number>): LogAccount {
  const added = [...pins].filter((log) => !account.pins.has(log));
  return added.length === 0 ? account : { ...account, pins: new Set([...account.pins, ...added]) };
}

/** Bytes that compacting the log would give back. */
export function reclaimable({ indexed, live, tombstones, pins }: LogAccount): number {
  return indexed - live - (pins.size > 0 ? tombstones : 0);
}

const FIXED_BYTES = 48;
/** Version 1 did not count tombstones. */
const FIXED_BYTES_V1 = 40;

/** indexed u64 │ live u64 │ payload u64 │ fragments u64 │ last sequence u64 │ tombstones u64 │ pins, u32 each */
export function encodeAccount(account: LogAccount): Uint8Array {
  const { indexed, live, payload, fragments, lastSequence, tombstones, pins } = account;
  const bytes = new Uint8Array(FIXED_BYTES + 4 * pins.size);
  const view = new DataView(bytes.buffer);
  for (const [at, value] of [indexed, live, payload, fragments, lastSequence, tombstones].entries()) {
    view.setBigUint64(8 * at, BigInt(value));
  }
  for (const [at, log] of [...pins].entries()) view.setUint32(FIXED_BYTES + 4 * at, log);
  return bytes;
}

export function decodeAccount(bytes: Uint8Array, version: 1 | 2): LogAccount {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const number = (at: number): number => Number(view.getBigUint64(8 * at));
  const pins = new Set<number>();
  for (let at = version === 1 ? FIXED_BYTES_V1 : FIXED_BYTES; at + 4 <= bytes.byteLength; at += 4)
    pins.add(view.getUint32(at));
  return {
    indexed: number(0),
    live: number(1),
    payload: number(2),
    fragments: number(3),
    lastSequence: number(4),
    tombstones: version === 1 ? 0 : number(5),
    pins,
  };
}
