// The part of a kad-dht service that the directory uses, and the settings it runs with.

import { kadDHT, passthroughMapper, removePrivateAddressesMapper } from "@libp2p/kad-dht";
import { CID } from "multiformats/cid";
import * as Digest from "multiformats/hashes/digest";
import { boundMessages, overlaid, watchingRegistrar } from "./message-bounds.ts";
import type { PeerId, PeerInfo, PeerStore } from "@libp2p/interface";
import type { KadDHT, KadDHTComponents, KadDHTInit } from "@libp2p/kad-dht";
import type { NetworkLimits } from "./network.ts";

export const DHT_PROTOCOL = "/cairn/kad/1";
/** Where kad-dht keeps provider records in its datastore: `<prefix>/<key in base32>/<peer id>`. */
export const RECORD_PREFIX = "/dht/provider";
/** Codes of the multicodec table. */
const DAG_CBOR = 0x71;
const SHA2_256 = 0x12;
const SHA2_256_BYTES = 32;

/** What of a message is looked at here. */
export interface DhtMessage {
  readonly type: string;
  readonly closer: readonly object[];
  readonly providers: readonly { readonly id: Uint8Array; readonly multiaddrs: readonly Uint8Array[] }[];
}

/** kad-dht's class is wider than its declared interface; this names what we use of it. */
export interface Dht extends KadDHT {
  readonly routingTable: {
    readonly size: number;
    find(peer: PeerId): Promise<PeerId | undefined>;
    addEventListener(name: "peer:add" | "peer:remove", listener: (event: CustomEvent<PeerId>) => void): void;
    /** `kadId` is the SHA-256 of the key's multihash bytes. */
    closestPeers(kadId: Uint8Array, options: { count: number }): PeerId[];
  };
  /** Pings a peer, if any of its addresses is one to tell others, and takes it into the table when it answers. */
  onPeerConnect: (peer: PeerInfo) => Promise<void>;
  /** Asks other servers. Its event `peer` names those that an answer does. */
  readonly network: {
    _writeReadMessage: (...question: never[]) => Promise<DhtMessage>;
    safeDispatchEvent: (name: string, init?: object) => boolean;
  };
  readonly providers: { addProvider: (key: CID, provider: PeerId) => Promise<void> };
  readonly rpc: {
    handleMessage: (peer: PeerId, message: DhtMessage) => Promise<object | undefined>;
    /** By the name of the message. */
    readonly handlers: Readonly<Record<string, { peerStore: PeerStore }>>;
  };
}

/** The DHT's name for an object: the CID of its manifest. Only the CID's multihash is used as key. */
export function recordKey(objectDigest: Uint8Array): CID {
  return CID.createV1(DAG_CBOR, Digest.create(SHA2_256, objectDigest));
}

/** Whether a key is an object's. Others may be thousands of bytes long. */
export function isRecordKey({ multihash }: CID): boolean {
  return multihash.code === SHA2_256 && multihash.digest.byteLength === SHA2_256_BYTES;
}

type DhtService = (components: KadDHTComponents) => KadDHT;

export function dhtService(local: boolean, server: boolean, limits: NetworkLimits): DhtService {
  const mapper = local ? passthroughMapper : removePrivateAddressesMapper;
  const init: KadDHTInit = {
    protocol: DHT_PROTOCOL,
    clientMode: !server,
    kBucketSize: limits.recordServers,
    peerInfoMapper: (peer) => ofFewAddresses(mapper(peer), limits.addressesPerPeer),
    initialQuerySelfInterval: limits.selfQueryMs,
    networkDialTimeout: { minTimeout: limits.dhtRequestMs },
    // Nobody here asks for values; whatever has the form of a public key would be kept for anybody, up to megabytes, without end.
    validators: { pk: refuse },
    // The reprovider would announce one object at a time, at 150 ms CPU each. Holders renew in batches; it only drops what has expired.
    reprovide: { validity: limits.recordMs, threshold: limits.ownSweepMs },
  };
  const make = kadDHT(init);
  return (components) => make(withShortMessages(components, limits));
}

/** Whoever is told of a peer uses no more of them. */
function ofFewAddresses(peer: PeerInfo, most: number): PeerInfo {
  return { ...peer, multiaddrs: peer.multiaddrs.slice(0, most) };
}

async function refuse(): Promise<never> {
  throw new Error("no values are kept here");
}

/** The same components, through which no stream of the DHT brings a longer question, or answer. */
function withShortMessages(
  components: KadDHTComponents,
  { dhtMessageBytes, dhtAnswerBytes }: Pick<NetworkLimits, "dhtMessageBytes" | "dhtAnswerBytes">,
): KadDHTComponents {
  const registrar = watchingRegistrar(components.registrar, (stream) => {
    boundMessages(stream, dhtMessageBytes);
    return true;
  });
  const { connectionManager } = components;
  const openStream: typeof connectionManager.openStream = async (peer, protocol, options) => {
    const stream = await connectionManager.openStream(peer, protocol, options);
    boundMessages(stream, dhtAnswerBytes);
    return stream;
  };
  const dialling = overlaid(components, "connectionManager", overlaid(connectionManager, "openStream", openStream));
  return overlaid(dialling, "registrar", registrar);
}
