// Damage done to valid bytes: what a careless or hostile peer sends instead.
import * as fc from "fast-check";

/** One to three random changes: a bit flipped, a byte set, bytes cut out, doubled or inserted, the end cut off. */
export function mutations(): fc.Arbitrary<(bytes: Uint8Array) => Uint8Array> {
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const change = fc.tuple(fc.nat(5), place, fc.nat(255), fc.uint8Array({ minLength: 1, maxLength: 9 }));
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => (bytes) => {
    return changes.reduce(
      (damaged, [kind, at, byte, extra]) => apply(damaged, kind, Math.floor(at * damaged.length), byte, extra),
      bytes,
    );
  });
}

function apply(bytes: Uint8Array, kind: number, at: number, byte: number, extra: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  if (kind === 0) copy[at] = (copy[at] ?? 0) ^ (1 << (byte & 7));
  if (kind === 1) copy[at] = byte;
  if (kind < 2) return copy;
  if (kind === 2) return joined(copy.subarray(0, at), copy.subarray(at + 1 + (byte & 7)));
  if (kind === 3) return joined(copy.subarray(0, at), extra, copy.subarray(at));
  if (kind === 4) return joined(copy.subarray(0, at), copy.subarray(at, at + byte), copy.subarray(at));
  return copy.subarray(0, at);
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
