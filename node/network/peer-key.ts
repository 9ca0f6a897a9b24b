// The Ed25519 key behind a peer id: made, read from what the caller has, or kept beside the peers it knows.

import {
  generateKeyPair,
  generateKeyPairFromSeed,
  privateKeyFromProtobuf,
  privateKeyToProtobuf,
} from "@libp2p/crypto/keys";
import { CairnError } from "../../protocol/index.ts";
import type { PrivateKey } from "@libp2p/interface";

const SEED_BYTES = 32;

/** A new private key, as protobuf bytes (68), which `createNetwork` takes and libp2p tools read. */
export async function newPeerKey(): Promise<Uint8Array> {
  return privateKeyToProtobuf(await generateKeyPair("Ed25519"));
}

/** Reads a 32-byte Ed25519 seed or a protobuf private key. */
export async function readPeerKey(bytes: Uint8Array): Promise<PrivateKey> {
  try {
    if (bytes.byteLength === SEED_BYTES) return await generateKeyPairFromSeed("Ed25519", bytes);
    const key = privateKeyFromProtobuf(bytes);
    if (key.type === "Ed25519") return key;
  } catch (cause) {
    throw wrongKey(bytes, cause);
  }
  throw wrongKey(bytes);
}

function wrongKey(bytes: Uint8Array, cause?: unknown): CairnError {
  return new CairnError(
    "ERR_CONFIG_INVALID",
    "The peer key is neither a 32-byte Ed25519 seed nor a protobuf Ed25519 private key. Make one with newPeerKey().",
    { facts: { bytes: bytes.byteLength }, cause },
  );
}
