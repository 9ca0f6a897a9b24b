// The transport that dials, and is dialled, through relays, with what it must not do by itself taken out.

import { circuitRelayTransport } from "@libp2p/circuit-relay-v2";
import { cairnError } from "../../protocol/index.ts";
import { boundMessages } from "./message-bounds.ts";
import { isDirect } from "./reachable.ts";
import type { Connection, PeerId, Stream, Transport } from "@libp2p/interface";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { NetworkLimits } from "./network.ts";
import type { NodeParts } from "./parts.ts";

export interface RelayReservation {
  readonly relay: PeerId;
  readonly details: { readonly reservation: { readonly addrs: readonly Uint8Array[] } };
}

/** What libp2p's transport keeps of its places at relays. It renews them; what is here is all that we use of it. */
export interface ReservationStore extends EventTarget {
  hasReservation(relay: PeerId): boolean;
  addRelay(relay: PeerId, type: "configured"): Promise<RelayReservation>;
  cancelReservations(): void;
  relayFilter: { has(bytes: Uint8Array): boolean; add(bytes: Uint8Array): void };
}

interface RelayTransport extends Transport {
  readonly reservationStore: ReservationStore;
  onStop: (stream: Stream, connection: Connection) => Promise<void>;
}

export interface RelayTransportOptions {
  readonly local: boolean;
  readonly limits: NetworkLimits;
  /** Peers that are dialled through relays; no others are. */
  readonly relayDials: Pick<ReadonlySet<string>, "has">;
}

/** `ready` gets the store of the transport when that is made. */
export function relayTransport(
  { local, limits, relayDials }: RelayTransportOptions,
  ready: (store: ReservationStore) => void,
): (parts: NodeParts) => Transport {
  const make = circuitRelayTransport({
    reservationCompletionTimeout: limits.relayReserveMs,
    maxInboundStopStreams: limits.relayedPerPeer,
  });
  return (parts) => {
    const transport = make(parts) as unknown as RelayTransport;
    takeOnlyFromOwnRelays(transport, limits.relayMessageBytes);
    dialRelaysDirectly(transport, parts, local, relayDials);
    // It would never again ask a relay that once did not answer, such as one that was just starting.
    transport.reservationStore.relayFilter = { has: () => false, add: () => {} };
    ready(transport.reservationStore);
    return transport;
  };
}

// By itself it asks any peer that sends it a connection for a place and tells others to come that way.
function takeOnlyFromOwnRelays(transport: RelayTransport, maxBytes: number): void {
  const take = transport.onStop.bind(transport);
  transport.onStop = async (stream, connection) => {
    if (transport.reservationStore.hasReservation(connection.remotePeer)) {
      boundMessages(stream, maxBytes, 1);
      return take(stream, connection);
    }
    stream.abort(cairnError("ERR_PEER_REFUSED", `${connection.remotePeer.toString()} is no relay of ours.`));
  };
}

// By itself it dials whatever address comes up, and the relay at all addresses known of it, which may be relayed ones: a chain, or a ring, of relays.
function dialRelaysDirectly(
  transport: RelayTransport,
  { connectionManager }: NodeParts,
  local: boolean,
  relayDials: Pick<ReadonlySet<string>, "has">,
): void {
  const dial = transport.dial.bind(transport);
  transport.dial = async (address, options) => {
    const target = address.getComponents().at(-1)?.value ?? "";
    if (!relayDials.has(target)) throw new Error(`nobody asked for ${target} to be dialled through a relay`);
    const relay = address.decapsulate("/p2p-circuit");
    const connections = connectionManager.getConnections().filter((connection) => isAt(connection, relay));
    if (!connections.some((connection) => isDirect(connection, local))) {
      await connectionManager.openConnection(relay, { signal: options.signal });
    }
    return dial(address, options);
  };
}

function isAt({ remotePeer }: Connection, relay: Multiaddr): boolean {
  return relay.getComponents().some(({ name, value }) => name === "p2p" && value === remotePeer.toString());
}
