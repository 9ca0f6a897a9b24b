/** Bytes for tests: random to put, gathered to compare. */

import { createHash } from "node:crypto";

export function randomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}

export async function gathered(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

/** Equality of large buffers without vitest's element-wise report. */
export function fingerprint(bytes: Uint8Array): string {
  return `${bytes.byteLength} bytes, ${createHash("sha256").update(bytes).digest("hex")}`;
}
