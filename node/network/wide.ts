// What a node has on the internet and does not need on a local network, where this file is not even loaded: relays, the way from them
// to direct connections, the router's help.

import { identifyPush } from "@libp2p/identify";
import { holePunching } from "./hole-punching.ts";
import { PortMapping } from "./port-mapping.ts";
import { RelayPlaces } from "./relay-places.ts";
import { RelayServer } from "./relay-server.ts";
import { relayTransport } from "./relay-transport.ts";
import type { Libp2p, Transport } from "@libp2p/interface";
import type { Libp2pSettings } from "./libp2p-node.ts";
import type { NetworkLog } from "./network.ts";
import type { NodeParts } from "./parts.ts";
import type { PortMappingParts } from "./port-mapping.ts";
import type { RelayDials } from "./upgrade.ts";
import type { ReservationStore } from "./relay-transport.ts";

export interface WideParts {
  readonly transports: ((parts: NodeParts) => Transport)[];
  readonly services: Record<string, (components: never) => unknown>;
  /** Peers that may be dialled through relays at this moment. */
  readonly relayDials: RelayDials;
  /** When the node is made. */
  places(node: Libp2p, parts: NodeParts, log: NetworkLog): RelayPlaces | undefined;
  server(node: Libp2p, parts: NodeParts): RelayServer | undefined;
  mapping(parts: Omit<PortMappingParts, "limits">): PortMapping;
}

export function wideParts({ local, relay = "use", limits }: Libp2pSettings): WideParts {
  const relayDials = new Map<string, number>();
  let store: ReservationStore | undefined;
  const usesRelays = relay !== "off";
  return {
    transports: usesRelays ? [relayTransport({ local, limits, relayDials }, (made) => (store = made))] : [],
    relayDials,
    services: {
      // Addresses and protocols change while connections stay: confirmed ones, places at relays, being a relay.
      identifyPush: identifyPush({ debounce: limits.tellMs }),
      ...(usesRelays ? { dcutr: holePunching(limits) } : {}),
    },
    places: (node, parts, log) =>
      store === undefined ? undefined : new RelayPlaces({ node, parts, store, local, limits, log }),
    server: (node, parts) => (relay === "serve" ? new RelayServer({ node, parts, limits }) : undefined),
    mapping: (mapped) => new PortMapping({ ...mapped, limits }),
  };
}
