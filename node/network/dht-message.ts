// The three kad-dht messages that we send and read ourselves, in protobuf (libp2p specs, kad-dht: RPC messages).
//
//   Message   1 type: enum   2 key: bytes   8 closer: PeerInfo*   9 providers: PeerInfo*
//   PeerInfo  1 id: bytes    2 multiaddrs: bytes*
//
// Decoding is total on hostile bytes: what is no message has no providers.

import { varint } from "multiformats";

const ADD_PROVIDER = 2;
const GET_PROVIDERS = 3;
const VARINT = 0;
const FIXED64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED32 = 5;

export interface DhtPeer {
  readonly id: Uint8Array;
  readonly addresses: readonly Uint8Array[];
}

/** "I provide `key`", which has no answer. */
export function addProvider(key: Uint8Array, self: DhtPeer): Uint8Array {
  const peer = joined([bytesField(1, self.id), ...self.addresses.map((address) => bytesField(2, address))]);
  return joined([varintField(1, ADD_PROVIDER), bytesField(2, key), bytesField(9, peer)]);
}

/** "Who provides `key`?" */
export function getProviders(key: Uint8Array): Uint8Array {
  return joined([varintField(1, GET_PROVIDERS), bytesField(2, key)]);
}

/** The ids (multihash bytes) of the providers in an answer. */
export function providersOf(answer: Uint8Array): Uint8Array[] {
  return bytesFields(answer, 9).flatMap((peer) => bytesFields(peer, 1).slice(0, 1));
}

function varintField(field: number, value: number): Uint8Array {
  return Uint8Array.of(field * 8 + VARINT, value);
}

function bytesField(field: number, value: Uint8Array): Uint8Array {
  const lengthBytes = varint.encodingLength(value.byteLength);
  const out = new Uint8Array(1 + lengthBytes + value.byteLength);
  out[0] = field * 8 + LENGTH_DELIMITED;
  varint.encodeTo(value.byteLength, out, 1);
  out.set(value, 1 + lengthBytes);
  return out;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** The values of one bytes field, as views; none when the message is malformed anywhere. */
function bytesFields(message: Uint8Array, wanted: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  try {
    for (let at = 0; at < message.byteLength;) {
      const [tag, tagBytes] = varint.decode(message, at);
      at += tagBytes;
      const [from, to] = extent(message, at, tag % 8);
      if (to > message.byteLength) return [];
      if (tag === wanted * 8 + LENGTH_DELIMITED) found.push(message.subarray(from, to));
      at = to;
    }
  } catch {
    return [];
  }
  return found;
}

/** Where the value of a field begins and ends. Always moves on, so that no message loops. */
function extent(message: Uint8Array, at: number, wireType: number): [from: number, to: number] {
  if (wireType === FIXED64) return [at, at + 8];
  if (wireType === FIXED32) return [at, at + 4];
  const [value, bytes] = varint.decode(message, at);
  if (wireType === VARINT) return [at, at + bytes];
  if (wireType !== LENGTH_DELIMITED || value < 0) throw new RangeError("no such wire type");
  return [at + bytes, at + bytes + value];
}
