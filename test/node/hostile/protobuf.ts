/** Enough of protobuf to write the messages of libp2p's services, rightly and wrongly. */

import { varint } from "multiformats";

export function number(field: number, value: number): Uint8Array {
  return Uint8Array.from([...encoded(field * 8), ...encoded(value)]);
}

export function bytes(field: number, value: Uint8Array | string): Uint8Array {
  const data = typeof value === "string" ? new TextEncoder().encode(value) : value;
  return Buffer.concat([encoded(field * 8 + 2), encoded(data.length), data]);
}

export function message(...fields: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(fields));
}

/** The value of a number's field near the beginning of a message with its length before it; undefined where there is none. */
export function numberOf(wire: Uint8Array, field: number): number | undefined {
  for (let at = varint.decode(wire)[1]; at < wire.length;) {
    const [tag, tagBytes] = varint.decode(wire, at);
    const [value, valueBytes] = varint.decode(wire, at + tagBytes);
    if (tag === field * 8) return value;
    at += tagBytes + valueBytes + (tag % 8 === 2 ? value : 0);
  }
  return undefined;
}

function encoded(value: number): Uint8Array {
  const out = new Uint8Array(varint.encodingLength(value));
  varint.encodeTo(value, out);
  return out;
}
