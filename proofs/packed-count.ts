// Counts of leaves in as few bytes as they can need. How many follows from the node, so none are spent to say it.

/**
 * Bytes of a left count below a node of so many leaves, 1 … 2^48 − 1: those of `leaves − 1`, the largest count it can be.
 * Zero for a single leaf, below which there is no fork.
 */
export function countBytes(leaves: number): number {
  let bytes = 0;
  for (let rest = leaves - 1; rest >= 1; rest /= 256) bytes++;
  return bytes;
}

/** `count`, big-endian, in the bytes of {@link countBytes}`(leaves)`. */
export function packCount(count: number, leaves: number): Uint8Array {
  const bytes = new Uint8Array(countBytes(leaves));
  let rest = count;
  for (let at = bytes.length - 1; at >= 0; at--) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

/** The number that `bytes`, at most six, are. */
export function unpackCount(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => count * 256 + byte, 0);
}
