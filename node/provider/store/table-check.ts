// Whether the tables of a LevelDB are as they were written. LevelDB keeps a checksum of each block, and its binding never asks for
// them to be compared: what a disk has changed is taken for a row, or ends the process in the middle of a look-up.
//
//   table    block │ block │ … │ list of the filter │ list of the blocks │ footer 48
//   block    content │ type u8 │ masked CRC-32C u32 of content and type; a list is one, too, and not compressed (type 0)
//   footer   handle of the first list │ handle of the second │ zeros │ magic u64;  a handle is offset and length, as varints
//
// Little-endian, unlike everything of ours.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { errno } from "./disk.ts";

const FOOTER_BYTES = 48;
const MAGIC = 0xdb4775248b80fb57n;
const BLOCK_TRAILER_BYTES = 5;
const NOT_COMPRESSED = 0;

/** The names of a database's tables. */
export async function tablesIn(location: string): Promise<string[]> {
  return (await readdir(location)).filter((name) => /^\d+\.(ldb|sst)$/.test(name));
}

/** Whether one of the tables has other bytes than were written, or sectors that cannot be read; one that is gone by now has not. */
export async function isDamaged(location: string, tables: readonly string[]): Promise<boolean> {
  for (const name of tables) {
    try {
      if (!isWholeTable(await readFile(join(location, name)))) return true;
    } catch (error) {
      if (errno(error) === "EIO") return true;
      if (errno(error) !== "ENOENT") throw error;
    }
  }
  return false;
}

export function isWholeTable(table: Buffer): boolean {
  const footerAt = table.byteLength - FOOTER_BYTES;
  if (footerAt < 0 || table.readBigUInt64LE(table.byteLength - 8) !== MAGIC) return false;
  try {
    const [filter, at] = handleAt(table, footerAt);
    const [list] = handleAt(table, at);
    return [filter, list].every((one) => {
      const isWhole = isWholeBlock(table, one) && table[one.offset + one.bytes] === NOT_COMPRESSED;
      return (
        isWhole &&
        blocksIn(table.subarray(one.offset, one.offset + one.bytes)).every((block) => isWholeBlock(table, block))
      );
    });
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

interface Handle {
  readonly offset: number;
  readonly bytes: number;
}

/** The handles in the list: its values. After them come the places of some of its keys, u32 each, and how many these are. */
function blocksIn(list: Buffer): Handle[] {
  const end = list.byteLength - 4 * (1 + list.readUInt32LE(list.byteLength - 4));
  const blocks: Handle[] = [];
  for (let at = 0; at < end;) {
    const [, afterShared] = varintAt(list, at);
    const [keyBytes, afterKeyBytes] = varintAt(list, afterShared);
    const [valueBytes, keyAt] = varintAt(list, afterKeyBytes);
    blocks.push(handleAt(list, keyAt + keyBytes)[0]);
    at = keyAt + keyBytes + valueBytes;
  }
  return blocks;
}

function handleAt(bytes: Buffer, at: number): [handle: Handle, after: number] {
  const [offset, afterOffset] = varintAt(bytes, at);
  const [length, after] = varintAt(bytes, afterOffset);
  return [{ offset, bytes: length }, after];
}

/** @throws RangeError at the end of the bytes. */
function varintAt(bytes: Buffer, at: number): [value: number, after: number] {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes.readUInt8(at++);
    value += (byte & 127) * scale;
    if (byte < 128) return [value, at];
  }
}

function isWholeBlock(table: Buffer, { offset, bytes }: Handle): boolean {
  const crcAt = offset + bytes + BLOCK_TRAILER_BYTES - 4;
  return table.readUInt32LE(crcAt) === masked(crc32c(table.subarray(offset, crcAt)));
}

/** LevelDB's own: so that a checksum of bytes with checksums in them is none of these. */
function masked(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** CRC-32C (Castagnoli), eight bytes at a time: a table is a megabyte, and Node has only the other CRC-32. */
export function crc32c(bytes: Uint8Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = CRC_TABLES;
  let crc = -1;
  let at = 0;
  for (; at + 8 <= bytes.length; at += 8) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc =
      t7[crc & 255]! ^
      t6[(crc >>> 8) & 255]! ^
      t5[(crc >>> 16) & 255]! ^
      t4[crc >>> 24]! ^
      t3[bytes[at + 4]!]! ^
      t2[bytes[at + 5]!]! ^
      t1[bytes[at + 6]!]! ^
      t0[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at++) crc = t0[(crc ^ bytes[at]!) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

type Eight<T> = readonly [T, T, T, T, T, T, T, T];
const CRC_TABLES = crcTables();

function crcTables(): Eight<Int32Array> {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
    return crc;
  });
  const tables = [first];
  for (let one = 1; one < 8; one++) {
    const before = tables[one - 1]!;
    tables.push(before.map((crc) => (crc >>> 8) ^ first[crc & 255]!));
  }
  return tables as unknown as Eight<Int32Array>;
}
