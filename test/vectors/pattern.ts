// The bytes that vectors are made of: cheap to write again in any language.

/** Byte i is `(i + floor(i / 256) × 7 + salt × 13) mod 256`. */
export function pattern(bytes: number, salt = 0): Uint8Array {
  return Uint8Array.from({ length: bytes }, (_, i) => (i + Math.floor(i / 256) * 7 + salt * 13) % 256);
}

/** `0x…` in lower case. */
export function hex(bytes: Uint8Array): string {
  return `0x${Buffer.from(bytes).toString("hex")}`;
}

export function unhex(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.slice(2), "hex"));
}
