// Deterministic CBOR (dag-cbor) for everything that is hashed or sent: one value has one encoding, and no other is accepted.
// Bytes of peers are scanned before they are decoded, because the decoder recurses and allocates as the bytes tell it to.
import * as dagCbor from "@ipld/dag-cbor";
import { type CairnError, cairnError } from "./errors.ts";

/** Deepest nesting of arrays and maps. The deepest message of Cairn has four levels. */
const MAX_DEPTH = 8;
/** Values in one message, at any depth: a 512 KiB list of 4,096 entries has a fraction of it. */
export const MAX_ITEMS = 65_536;

/** Value → canonical bytes. Throws ERR_INTERNAL for what CBOR here cannot carry (undefined, functions, NaN). */
export function encode(value: unknown): Uint8Array {
  try {
    return new Uint8Array(dagCbor.encode(value)); // a copy: the encoder's may be a view of a pool
  } catch (cause) {
    throw cairnError("ERR_INTERNAL", "The value cannot be encoded as CBOR.", { cause });
  }
}

/**
 * Bytes of anyone → value, of maps, arrays, text, bytes, true, false, null and unsigned integers (bigint above 2^53 − 1).
 * Throws ERR_MESSAGE_TOO_LONG above `maxBytes`, else ERR_MESSAGE_INVALID, and nothing else. Byte strings are copies.
 */
export function decode(bytes: Uint8Array, maxBytes: number, maxItems: number = MAX_ITEMS): unknown {
  if (bytes.length > maxBytes) {
    const facts = { bytes: bytes.length, maxBytes };
    throw cairnError("ERR_MESSAGE_TOO_LONG", `The message has ${bytes.length} bytes, more than ${maxBytes}.`, {
      facts,
    });
  }
  scan(bytes, maxItems);
  const { value, canonical } = decodeScanned(bytes);
  if (!sameBytes(canonical, bytes)) throw invalid("it is not in canonical form");
  return value;
}

/** Not in constant time: for what is public. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Encoding can fail too: the library takes a map with certain keys for a CID. */
function decodeScanned(bytes: Uint8Array): { value: unknown; canonical: Uint8Array } {
  try {
    const value: unknown = dagCbor.decode(bytes);
    return { value, canonical: dagCbor.encode(value) };
  } catch (cause) {
    throw invalid("it is not CBOR", cause);
  }
}

/** What the head of one item says. `inside` counts the items that follow within it, `length` its own bytes. */
interface Head {
  readonly length: number;
  readonly inside: number;
}

/** Walks the heads without recursion: depth, number of items and lengths are bounded before anything is built from them. */
function scan(bytes: Uint8Array, maxItems: number): void {
  const open: number[] = []; // items still missing at each level
  let at = 0;
  for (let items = 0; items === 0 || open.length > 0; items++) {
    if (items === maxItems) throw invalid(`it has more than ${maxItems} values`);
    const head = readHead(bytes, at);
    at += head.length;
    if (head.inside > 0) open.push(head.inside);
    else close(open);
    if (open.length > MAX_DEPTH) throw invalid(`it is nested deeper than ${MAX_DEPTH}`);
  }
  if (at !== bytes.length) throw invalid("its bytes do not end where its value ends");
}

/** One item is complete, and with it perhaps the levels above. */
function close(open: number[]): void {
  while (open.length > 0) {
    const missing = (open.pop() ?? 0) - 1;
    if (missing > 0) {
      open.push(missing);
      return;
    }
  }
}

const UNSIGNED = 0;
const BYTES = 2;
const TEXT = 3;
const ARRAY = 4;
const MAP = 5;
const SIMPLE = 7;

/** Initial byte: 3 bits of major type, 5 of argument; 24 … 27 say that the argument is in the next 1, 2, 4 or 8 bytes (RFC 8949). */
function readHead(bytes: Uint8Array, at: number): Head {
  const initial = bytes[at];
  if (initial === undefined) throw invalid("it ends inside a value");
  const major = initial >> 5;
  const info = initial & 31;
  if (major === SIMPLE) return simpleHead(info);
  if (info > 27) throw invalid("it has a length that is not stated");
  const extra = info < 24 ? 0 : 1 << (info - 24);
  const argument = info < 24 ? info : readUint(bytes, at + 1, extra);
  if (major === UNSIGNED) return { length: 1 + extra, inside: 0 };
  return sizedHead(major, 1 + extra, argument);
}

function simpleHead(info: number): Head {
  if (info < 20 || info > 22) throw invalid("it has a float or a simple value other than true, false and null");
  return { length: 1, inside: 0 };
}

function sizedHead(major: number, head: number, argument: number): Head {
  if (major === BYTES || major === TEXT) return { length: head + argument, inside: 0 };
  if (major === ARRAY) return { length: head, inside: argument };
  if (major === MAP) return { length: head, inside: 2 * argument };
  throw invalid("it has a negative number or a tag");
}

function readUint(bytes: Uint8Array, at: number, length: number): number {
  if (at + length > bytes.length) throw invalid("it ends inside a value");
  let value = 0;
  for (let i = 0; i < length; i++) value = value * 256 + (bytes[at + i] ?? 0);
  return value; // inexact above 2^53, which is far beyond the end of any message
}

function invalid(why: string, cause?: unknown): CairnError {
  return cairnError("ERR_MESSAGE_INVALID", `The message is not valid: ${why}.`, { cause });
}
