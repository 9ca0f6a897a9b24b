// A root as the key of a map.

/** One character per byte: half the length of hex, and equal exactly when the bytes are. */
export function keyOf(root: Uint8Array): string {
  return Buffer.from(root.buffer, root.byteOffset, root.byteLength).toString("latin1");
}

const ROOT_BYTES = 32;

/** @throws RangeError. */
export function checkRoot(root: Uint8Array): void {
  if (root.byteLength !== ROOT_BYTES) throw new RangeError(`A root has ${ROOT_BYTES} bytes, not ${root.byteLength}.`);
}
