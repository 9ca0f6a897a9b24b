// The part of a kad-dht service that the directory uses, and the settings it runs with.

import { kadDHT, passthroughMapper, removePrivateAddressesMapper } from "@libp2p/kad-dht";
import { CID } from "multiformats/cid";
import * as Digest from "multiformats/hashes/digest";
import { boundMessages, overlaid, watchingRegistrar } from "./message-bounds.ts";
import { originOf } from "./origin.ts";
import type { PeerId } from "@libp2p/interface";
import type { KadDHT, KadDHTComponents, KadDHTInit } from "@libp2p/kad-dht";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { NetworkLimits } from "./network.ts";
import type { Turns } from "./turns.ts";

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
  readonly rpc: { handleMessage: (peer: PeerId, message: object) => Promise<object | undefined> };
}

/** The DHT's name for an object: the CID of its manifest. Only the CID's multihash is used as key. */
export function recordKey(objectDigest: Uint8Array): CID {
  return CID.createV1(DAG_CBOR, Digest.create(SHA2_256, objectDigest));
}

type DhtService = (components: KadDHTComponents) => KadDHT;

export function dhtService(local: boolean, server: boolean, limits: NetworkLimits): DhtService {
  const init: KadDHTInit = {
    protocol: DHT_PROTOCOL,
    clientMode: !server,
    kBucketSize: limits.recordServers,
    peerInfoMapper: local ? passthroughMapper : removePrivateAddressesMapper,
    initialQuerySelfInterval: limits.selfQueryMs,
    networkDialTimeout: { minTimeout: limits.dhtRequestMs },
    // Nobody here asks for values; whatever has the form of a public key would be kept for anybody, up to megabytes, without end.
    validators: { pk: refuse },
    // The reprovider would announce one object at a time, at 150 ms CPU each. Holders renew in batches; it only drops what has expired.
    reprovide: { validity: limits.recordMs, threshold: limits.ownSweepMs },
  };
  const make = kadDHT(init);
  return (components) => make(withShortMessages(components, limits.dhtMessageBytes));
}

async function refuse(): Promise<never> {
  throw new Error("no values are kept here");
}

/** The same components, behind whose registrar no stream of the DHT brings a longer message. */
function withShortMessages(components: KadDHTComponents, maxBytes: number): KadDHTComponents {
  const registrar = watchingRegistrar(components.registrar, (stream) => {
    boundMessages(stream, maxBytes);
    return true;
  });
  return overlaid(components, "registrar", registrar);
}

/** Lets questions to the DHT wait for the turn of whoever asks: one stream may bring hundreds of them. */
export function takeTurns(dht: Dht, turns: Turns, from: (peer: PeerId) => Multiaddr | undefined, ms: number): void {
  const { rpc } = dht;
  const handle = rpc.handleMessage.bind(rpc);
  rpc.handleMessage = async (peer, message) => {
    const address = from(peer);
    await turns.pass((address && originOf(address)) ?? peer.toString(), ms);
    return await handle(peer, message);
  };
}
