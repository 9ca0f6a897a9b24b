// The parts inside a libp2p node that its public face does not show, and that reachability is made of.

import type { circuitRelayServer, circuitRelayTransport } from "@libp2p/circuit-relay-v2";

type ServerParts = Parameters<ReturnType<typeof circuitRelayServer>>[0];
type TransportParts = Parameters<ReturnType<typeof circuitRelayTransport>>[0];

/** What libp2p hands to the services it makes. Each is there once all of them are made. */
export type NodeParts = ServerParts & TransportParts;
