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
  /** Logs with records that this log's records replace or remove. While one of them exists this log must, or a rebuild would bring them back. */
  readonly pins: ReadonlySet<number>;
}

export function emptyAccount(lastSequence: number): LogAccount {
  return { indexed: LOG_HEADER_BYTES, live: 0, payload: 0, fragments: 0, lastSequence, pins: new Set() };
}

export function withPins(account: LogAccount, pins: Iterable<number>): LogAccount {
  const added = [...pins].filter((log) => !account.pins.has(log));
  return added.length === 0 ? account : { ...account, pins: new Set([...account.pins, ...added]) };
}

const FIXED_BYTES = 40;

/** indexed u64 │ live u64 │ payload u64 │ fragments u64 │ last sequence u64 │ pins, u32 each */
export function encodeAccount(account: LogAccount): Uint8Array {
  const { indexed, live, payload, fragments, lastSequence, pins } = account;
  const bytes = new Uint8Array(FIXED_BYTES + 4 * pins.size);
  const view = new DataView(bytes.buffer);
  for (const [at, value] of [indexed, live, payload, fragments, lastSequence].entries()) {
    view.setBigUint64(8 * at, BigInt(value));
  }
  for (const [at, log] of [...pins].entries()) view.setUint32(FIXED_BYTES + 4 * at, log);
  return bytes;
}

export function decodeAccount(bytes: Uint8Array): LogAccount {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const number = (at: number): number => Number(view.getBigUint64(8 * at));
  const pins = new Set<number>();
  for (let at = FIXED_BYTES; at + 4 <= bytes.byteLength; at += 4) pins.add(view.getUint32(at));
  return {
    indexed: number(0),
    live: number(1),
    payload: number(2),
    fragments: number(3),
    lastSequence: number(4),
    pins,
  };
}
