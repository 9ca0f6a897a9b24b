// The libp2p node with every setting that its defaults get wrong for us. The reasons stand at the bounds in node/limits/.

import { noise } from "@chainsafe/libp2p-noise";
import { identify } from "@libp2p/identify";
import { ping } from "@libp2p/ping";
import { tcp } from "@libp2p/tcp";
import type { yamux } from "@libp2p/yamux";
import { createLibp2p } from "libp2p";
import { cairnError, VERBS } from "../../protocol/index.ts";
import { Arrivals } from "./arrivals.ts";
import { ConnectionGuard } from "./connection-guard.ts";
import { boundDht } from "./dht-bounds.ts";
import { dhtService } from "./dht.ts";
import { originOf } from "./origin.ts";
import { boundPeerStore } from "./peer-store-bounds.ts";
import { quietLog } from "./quiet-log.ts";
import { connectionGater, isDialable, publicLookup } from "./reachable.ts";
import type { ConnectionGater, Libp2p, PeerId, PrivateKey } from "@libp2p/interface";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { LevelDatastore } from "datastore-level";
import type { Libp2pOptions } from "libp2p";
import type { Dht } from "./dht.ts";
import type { NetworkLimits, NetworkOptions } from "./network.ts";
import type { NodeParts } from "./parts.ts";
import type { WideParts } from "./wide.ts";

/** Socket options of dials, which are those of net.connect: names that lead to private networks lead nowhere. */
const PUBLIC_NAMES = { lookup: publicLookup } as NonNullable<Parameters<typeof tcp>[0]>["dialOpts"] & object;
/** Our verbs are bounded by their places and inboxes. What goes through a relay is counted as what a stranger sends. */
const VERB_PROTOCOLS: ReadonlySet<string> = new Set(Object.values(VERBS).map(({ protocol }) => protocol));
const RELAY_PROTOCOLS = ["/libp2p/circuit/relay/0.2.0/hop", "/libp2p/circuit/relay/0.2.0/stop"] as const;
const PROTOCOLS = { own: VERB_PROTOCOLS, inUse: new Set([...VERB_PROTOCOLS, ...RELAY_PROTOCOLS]) };
/** kad-dht sends it through the node, whose declared events do not list it. */
const SELF_QUERY_EVENT = "kad-dht:query:self";

export interface Libp2pSettings {
  readonly privateKey: PrivateKey;
  readonly listen: readonly string[];
  readonly announce: readonly string[];
  readonly local: boolean;
  readonly dhtServer: boolean;
  /** Default: use. */
  readonly relay?: NonNullable<NetworkOptions["relay"]>;
  readonly datastore: LevelDatastore | undefined;
  /** Peers that it holds, those met last at the end. */
  readonly knownPeers?: readonly PeerId[];
  readonly limits: NetworkLimits;
}

export interface StartedLibp2p {
  readonly node: Libp2p;
  readonly dht: Dht;
  readonly parts: NodeParts;
  readonly arrivals: Arrivals;
  /** Undefined on a local network. */
  readonly wide: WideParts | undefined;
  /** Resolves when the DHT has looked for its neighbours once. */
  readonly walked: Promise<void>;
}

/** Starts it. Throws ERR_PORT_TAKEN, or ERR_CONFIG_INVALID for what cannot be listened on. */
export async function startLibp2p(settings: Libp2pSettings): Promise<StartedLibp2p> {
  let dht: Dht | undefined;
  let parts: NodeParts | undefined;
  const makeDht = dhtService(settings.local, settings.dhtServer, settings.limits);
  const arrivals = new Arrivals();
  const guard = new ConnectionGuard(settings.limits, PROTOCOLS);
  const wide = settings.local ? undefined : (await import("./wide.ts")).wideParts(settings);
  const node = await createLibp2p({
    ...partsOf(settings, guard, arrivals, wide),
    services: {
      identify: identify(),
      ping: ping({ maxOutboundStreams: settings.limits.pingsOut, maxInboundStreams: settings.limits.pingsIn }),
      dht: (components) => (dht = makeDht(components) as Dht),
      parts: (components) => {
        parts = components as unknown as NodeParts;
        // What a peer says it sees us as counts for nothing, and would take back what dial-backs and relays have confirmed.
        parts.addressManager.addObservedAddr = () => {};
        boundStore(parts, dht as Dht, settings);
        return {};
      },
      ...wide?.services,
    },
    start: false,
  });
  const { turns } = guard;
  const from = (peer: PeerId): Multiaddr | undefined => node.getConnections(peer)[0]?.remoteAddr;
  boundDht(dht as unknown as Dht, { turns, from, limits: settings.limits });
  const walked = new Promise<void>((resolve) => {
    node.addEventListener(SELF_QUERY_EVENT as "start", () => resolve(), { once: true });
  });
  try {
    await node.start();
    // libp2p does this after a second. Until then our answers to others leave us out, because they have no address of ours.
    await node.peerStore.patch(node.peerId, { multiaddrs: node.getMultiaddrs() });
  } catch (cause) {
    throw listenError(settings.listen, cause);
  }
  return { node, dht: dht as Dht, parts: parts as NodeParts, arrivals, wide, walked };
}

function boundStore(
  { peerStore, peerId: self, connectionManager }: NodeParts,
  dht: Dht,
  settings: Libp2pSettings,
): void {
  const inTable = new Set<string>();
  dht.routingTable.addEventListener("peer:add", ({ detail }) => inTable.add(detail.toString()));
  dht.routingTable.addEventListener("peer:remove", ({ detail }) => inTable.delete(detail.toString()));
  boundPeerStore(peerStore, settings.limits, {
    self,
    known: settings.knownPeers ?? [],
    isNeeded: (peer) => inTable.has(peer.toString()) || connectionManager.getConnections(peer).length > 0,
    originOf: (peer) => {
      const [connection] = connectionManager.getConnections(peer);
      return connection && originOf(connection.remoteAddr);
    },
  });
}

function partsOf(
  settings: Libp2pSettings,
  guard: ConnectionGuard,
  arrivals: Arrivals,
  wide: WideParts | undefined,
): Libp2pOptions {
  const { privateKey, listen, announce, local, datastore, limits } = settings;
  return {
    privateKey,
    ...(datastore === undefined ? {} : { datastore }),
    ...(process.env["DEBUG"] === undefined ? { logger: quietLog } : {}),
    nodeInfo: { name: "cairn", version: "0.1.0", userAgent: "cairn" },
    addresses: {
      listen: [...listen],
      appendAnnounce: [...announce],
      announceFilter: (addresses) => addresses.filter((address) => isDialable(address, local)),
    },
    transports: [tcp(local ? {} : { dialOpts: PUBLIC_NAMES }), ...(wide?.transports ?? [])],
    connectionEncrypters: [noise()],
    streamMuxers: [guard.muxer(muxing(limits))],
    connectionGater: watched({ ...connectionGater(local), ...guard.gater }, arrivals),
    connectionManager: connections(limits),
    // A peer that hashes for ten seconds answers no ping and is well. Dead sockets end by TCP's timeout.
    connectionMonitor: { abortConnectionOnPingFailure: false },
    peerStore: { maxAddressAge: limits.peerAgeMs, maxPeerAge: limits.peerAgeMs },
  };
}

function watched(gater: ConnectionGater, arrivals: Arrivals): ConnectionGater {
  return {
    ...gater,
    denyInboundConnection: (connection) => {
      arrivals.see(connection.remoteAddr);
      return gater.denyInboundConnection?.(connection) ?? false;
    },
  };
}

function muxing(limits: NetworkLimits): Parameters<typeof yamux>[0] {
  return {
    maxInboundStreams: limits.streamsPerConnection,
    maxOutboundStreams: limits.streamsPerConnection,
    // Streams that come before our end of the connection is set up. Above the default of 10 the whole connection is cut.
    maxEarlyStreams: limits.streamsPerVerb,
    streamOptions: { maxStreamWindowSize: limits.streamWindowBytes, maxReadBufferLength: limits.readBufferBytes },
  };
}

function connections(limits: NetworkLimits): NonNullable<Libp2pOptions["connectionManager"]> {
  return {
    // Ours are counted by the guard, which makes room for a newcomer where libp2p refuses it.
    maxConnections: limits.connections + limits.pendingConnections,
    maxIncomingPendingConnections: 2 * limits.pendingConnections,
    inboundConnectionThreshold: limits.connectionsPerSecond,
    inboundUpgradeTimeout: limits.upgradeMs,
    inboundStreamProtocolNegotiationTimeout: limits.negotiateMs,
    dialTimeout: limits.openMs,
    addressDialTimeout: limits.addressMs,
    maxPeerAddrsToDial: limits.addressesPerPeer,
  };
}

function listenError(listen: readonly string[], cause: unknown): Error {
  const addresses = listen.join(", ");
  if (String(cause).includes("EADDRINUSE")) {
    return cairnError("ERR_PORT_TAKEN", `Another program listens on ${addresses}.`, { facts: { addresses }, cause });
  }
  return cairnError("ERR_CONFIG_INVALID", `The network did not start on ${addresses || "no address"}.`, {
    facts: { addresses },
    cause,
  });
}
