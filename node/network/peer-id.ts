// Peer ids as text (`12D3Koo…`) and as the multihash bytes that the chain and the tickets carry.

import { peerIdFromMultihash, peerIdFromString } from "@libp2p/peer-id";
import * as Digest from "multiformats/hashes/digest";

/** The multihash bytes of a peer id: 38 bytes for an Ed25519 key. Throws on text that is none. */
export function peerIdBytes(text: string): Uint8Array {
  return peerIdFromString(text).toMultihash().bytes;
}

/** The text of a peer id, or undefined when the bytes are none. Total on hostile bytes. */
export function peerIdText(multihash: Uint8Array): string | undefined {
  try {
    return peerIdFromMultihash(Digest.decode(multihash)).toString();
  } catch {
    return undefined;
  }
}
