// The libp2p node with every setting that its defaults get wrong for us. The reasons stand at the bounds in node/limits.ts.

import { noise } from "@chainsafe/libp2p-noise";
import { identify } from "@libp2p/identify";
import { ping } from "@libp2p/ping";
import { tcp } from "@libp2p/tcp";
import { yamux } from "@libp2p/yamux";
import { createLibp2p } from "libp2p";
import { cairnError } from "../../protocol/index.ts";
import { dhtService } from "./dht.ts";
import { quietLog } from "./quiet-log.ts";
import { connectionGater, isDialable } from "./reachable.ts";
import type { Libp2p, PrivateKey } from "@libp2p/interface";
import type { LevelDatastore } from "datastore-level";
import type { Libp2pOptions } from "libp2p";
import type { Dht } from "./dht.ts";
import type { NetworkLimits } from "./network.ts";

/** kad-dht sends it through the node, whose declared events do not list it. */
const SELF_QUERY_EVENT = "kad-dht:query:self";

export interface Libp2pSettings {
  readonly privateKey: PrivateKey;
  readonly listen: readonly string[];
  readonly announce: readonly string[];
  readonly local: boolean;
  readonly dhtServer: boolean;
  readonly datastore: LevelDatastore | undefined;
  readonly limits: NetworkLimits;
}

export interface StartedLibp2p {
  readonly node: Libp2p;
  readonly dht: Dht;
  /** Resolves when the DHT has looked for its neighbours once. */
  readonly walked: Promise<void>;
}

/** Starts it. Throws ERR_PORT_TAKEN, or ERR_CONFIG_INVALID for what cannot be listened on. */
export async function startLibp2p(settings: Libp2pSettings): Promise<StartedLibp2p> {
  let dht: Dht | undefined;
  const makeDht = dhtService(settings.local, settings.dhtServer, settings.limits);
  const node = await createLibp2p({
    ...partsOf(settings),
    services: {
      identify: identify(),
      ping: ping(),
      dht: (components) => (dht = makeDht(components) as Dht),
    },
    start: false,
  });
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
  return { node, dht: dht as Dht, walked };
}

function partsOf({ privateKey, listen, announce, local, datastore, limits }: Libp2pSettings): Libp2pOptions {
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
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux(muxing(limits))],
    connectionGater: connectionGater(local),
    connectionManager: connections(limits),
    // A peer that hashes for ten seconds answers no ping and is well. Dead sockets end by TCP's timeout.
    connectionMonitor: { abortConnectionOnPingFailure: false },
    peerStore: { maxAddressAge: limits.peerAgeMs, maxPeerAge: limits.peerAgeMs },
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
    maxConnections: limits.connections,
    maxIncomingPendingConnections: limits.pendingConnections,
    inboundConnectionThreshold: limits.connectionsPerSecond,
    inboundUpgradeTimeout: limits.upgradeMs,
    inboundStreamProtocolNegotiationTimeout: limits.upgradeMs,
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
