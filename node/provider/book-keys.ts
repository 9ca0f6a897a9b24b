// Keys of the allocation book's tables: fixed-width big-endian, so that LevelDB's bytewise order is the order of the numbers.

/** Ordinals and sequence numbers stay below this; used as an upper bound of a range. */
export const LAST_NUMBER = Number.MAX_SAFE_INTEGER;

/** Concatenates roots (as they are) and numbers (8 bytes, big-endian) to one key. */
export function keyOf(...parts: readonly (Uint8Array | number)[]): Uint8Array {
  const bytes = parts.reduce<number>((sum, part) => sum + (typeof part === "number" ? 8 : part.byteLength), 0);
  const key = new Uint8Array(bytes);
  const view = new DataView(key.buffer);
  let at = 0;
  for (const part of parts) {
    if (typeof part === "number") {
      view.setBigUint64(at, BigInt(part));
      at += 8;
    } else {
      key.set(part, at);
      at += part.byteLength;
    }
  }
  return key;
}

/** The number at byte `at` of a key or value. */
export function numberAt(bytes: Uint8Array, at: number): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(at));
}

/** A copy of bytes `[from, to)`: LevelDB gives Buffers, whose own `slice` would be a view. */
export function bytesAt(bytes: Uint8Array, from: number, to: number): Uint8Array {
  return new Uint8Array(bytes.subarray(from, to));
}

/** A digest as a map key. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
