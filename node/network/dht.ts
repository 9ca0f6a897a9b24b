// The part of a kad-dht service that the directory uses, and the settings it runs with.

import { kadDHT, passthroughMapper, removePrivateAddressesMapper } from "@libp2p/kad-dht";
import { CID } from "multiformats/cid";
import * as Digest from "multiformats/hashes/digest";
import type { PeerId } from "@libp2p/interface";
import type { KadDHT, KadDHTInit } from "@libp2p/kad-dht";
import type { NetworkLimits } from "./network.ts";

export const DHT_PROTOCOL = "/cairn/kad/1";
/** Where kad-dht keeps provider records in its datastore: `<prefix>/<key in base32>/<peer id>`. */
export const RECORD_PREFIX = "/dht/provider";
/** Codes of the multicodec table. */
const DAG_CBOR = 0x71;
const SHA2_256 = 0x12;

/** kad-dht's class is wider than its declared interface; this names what we use of it. */
export interface Dht extends KadDHT {
  readonly routingTable: {
    readonly size: number;
    /** `kadId` is the SHA-256 of the key's multihash bytes. */
    closestPeers(kadId: Uint8Array, options: { count: number }): PeerId[];
  };
  readonly providers: { addProvider: (key: CID, provider: PeerId) => Promise<void> };
}

/** The DHT's name for an object: the CID of its manifest. Only the CID's multihash is used as key. */
export function recordKey(objectDigest: Uint8Array): CID {
  return CID.createV1(DAG_CBOR, Digest.create(SHA2_256, objectDigest));
}

export function dhtService(local: boolean, server: boolean, limits: NetworkLimits): ReturnType<typeof kadDHT> {
  const init: KadDHTInit = {
    protocol: DHT_PROTOCOL,
    clientMode: !server,
    kBucketSize: limits.recordServers,
    peerInfoMapper: local ? passthroughMapper : removePrivateAddressesMapper,
    initialQuerySelfInterval: limits.selfQueryMs,
    networkDialTimeout: { minTimeout: limits.dhtRequestMs },
    // The reprovider would announce one object at a time, at 150 ms CPU each. Holders renew in batches; it only drops what has expired.
    reprovide: { validity: limits.recordMs, threshold: limits.ownSweepMs },
  };
  return kadDHT(init);
}
