// Byte strings put together.

/** One buffer from its parts. */
export function joined(
  parts: readonly Uint8Array[],
  bytes = parts.reduce((sum, part) => sum + part.byteLength, 0),
): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
