// A root as the key of a map.

/** One character per byte: half the length of hex, and equal exactly when the bytes are. */
export function keyOf(root: Uint8Array): string {
  return Buffer.from(root.buffer, root.byteOffset, root.byteLength).toString("latin1");
}
