/** CBOR as no honest encoder writes it: any value can be replaced by bytes of one's own, and maps keep the order and the repeats given. */

/** Bytes that stand for a value as they are. */
export class Raw {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array | readonly number[]) {
    this.bytes = Uint8Array.from(bytes);
  }
}

/** A map whose entries are written as they stand. */
export class Entries {
  readonly list: readonly (readonly [string, unknown])[];

  constructor(list: readonly (readonly [string, unknown])[]) {
    this.list = list;
  }
}

export function write(value: unknown): Uint8Array {
  if (value instanceof Raw) return value.bytes;
  if (value instanceof Uint8Array) return join(head(2, value.length), value);
  if (typeof value === "number" || typeof value === "bigint") return head(0, value);
  if (typeof value === "string")
    return join(head(3, new TextEncoder().encode(value).length), new TextEncoder().encode(value));
  if (Array.isArray(value)) return join(head(4, value.length), ...value.map(write));
  if (value instanceof Entries)
    return join(head(5, value.list.length), ...value.list.flatMap(([key, one]) => [write(key), write(one)]));
  if (value === null || typeof value === "boolean") return Uint8Array.of(value === null ? 0xf6 : value ? 0xf5 : 0xf4);
  return write(sorted(value as Record<string, unknown>));
}

/** As dag-cbor orders keys: by length, then by bytes. */
export function sorted(value: Record<string, unknown>): Entries {
  return new Entries(Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)));
}

/** `width`: bytes of the argument, for one that is longer than it has to be. */
export function head(major: number, argument: number | bigint, width?: 1 | 2 | 4 | 8): Uint8Array {
  const value = BigInt(argument);
  const bytes = width ?? (value < 24n ? 0 : value < 256n ? 1 : value < 65_536n ? 2 : value < 2n ** 32n ? 4 : 8);
  if (bytes === 0) return Uint8Array.of((major << 5) | Number(value));
  const out = new Uint8Array(1 + bytes);
  out[0] = (major << 5) | (24 + Math.log2(bytes));
  for (let i = 0; i < bytes; i++) out[bytes - i] = Number((value >> BigInt(8 * i)) & 255n);
  return out;
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
