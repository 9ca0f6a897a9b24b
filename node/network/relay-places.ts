// The places that a node which nobody can dial keeps at relays, and the addresses that come with them.

import { RELAY_V2_HOP_CODEC } from "@libp2p/circuit-relay-v2";
import { multiaddr } from "@multiformats/multiaddr";
import { isDialable, isDirect } from "./reachable.ts";
import type { Libp2p, PeerId } from "@libp2p/interface";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { NetworkLimits, NetworkLog } from "./network.ts";
import type { NodeParts } from "./parts.ts";
import type { RelayReservation, ReservationStore } from "./relay-transport.ts";

/** Addresses told of one relay: IPv4, IPv6, a name. */
const ADDRESSES_PER_RELAY = 3;

export interface RelayPlacesParts {
  readonly node: Libp2p;
  readonly parts: NodeParts;
  readonly store: ReservationStore;
  readonly local: boolean;
  readonly limits: NetworkLimits;
  readonly log: NetworkLog;
}

export class RelayPlaces {
  readonly #parts: RelayPlacesParts;
  /** Our addresses at each relay, by its peer id. */
  readonly #places = new Map<string, Multiaddr[]>();

  constructor(parts: RelayPlacesParts) {
    this.#parts = parts;
    parts.store.addEventListener("relay:created-reservation", (event) => this.#taken(detailOf(event)));
    parts.store.addEventListener("relay:removed", (event) => this.#lost(detailOf(event).relay.toString()));
  }

  /** How many places more are wanted. */
  get missing(): number {
    return Math.max(0, this.#parts.limits.relays - this.#places.size);
  }

  /** Asks peers that are relays for the places that are missing, one after the other. Never throws. */
  async fill(): Promise<void> {
    if (this.missing === 0) return;
    for (const relay of await this.#candidates()) {
      if (this.missing === 0) return;
      await this.#parts.store.addRelay(relay, "configured").catch((error: unknown) => {
        this.#parts.log.debug(
          { event: "relay.refused", err: error, relay: relay.toString() },
          "a relay gave us no place",
        );
      });
    }
  }

  /** Gives all places up: others can dial us. */
  leave(): void {
    if (this.#places.size === 0) return;
    this.#parts.store.cancelReservations();
    for (const relay of this.#places.keys()) this.#lost(relay);
  }

  /** Relays we are connected to first, then those we have met. */
  async #candidates(): Promise<PeerId[]> {
    const { node, limits, local } = this.#parts;
    const known = await node.peerStore.all({
      filters: [({ protocols }) => protocols.includes(RELAY_V2_HOP_CODEC)],
      limit: limits.connections,
    });
    const isConnected = (peer: PeerId): boolean =>
      node.getConnections(peer).some((connection) => isDirect(connection, local));
    return known
      .map(({ id }) => ({ id, order: Math.random() - (isConnected(id) ? 1 : 0) }))
      .filter(({ id }) => !this.#places.has(id.toString()))
      .sort((a, b) => a.order - b.order)
      .slice(0, limits.relays * 2)
      .map(({ id }) => id);
  }

  // Also each time that a place is renewed.
  #taken({ relay, details }: RelayReservation): void {
    const { parts, local } = this.#parts;
    const addresses = details.reservation.addrs
      .map((bytes) => multiaddr(bytes))
      .filter((address) => address.getComponents().at(-1)?.value === relay.toString())
      .map((address) => address.encapsulate("/p2p-circuit"))
      .filter((address) => isDialable(address, local))
      .slice(0, ADDRESSES_PER_RELAY);
    this.#lost(relay.toString(), addresses);
    this.#parts.log.debug(
      { event: "relay.place", relay: relay.toString(), addresses: addresses.map(String) },
      "a relay gave us a place",
    );
    this.#places.set(relay.toString(), addresses);
    for (const address of addresses) parts.addressManager.confirmObservedAddr(address, { type: "observed" });
  }

  #lost(relay: string, stillTold: readonly Multiaddr[] = []): void {
    if (this.#places.has(relay) && stillTold.length === 0)
      this.#parts.log.debug({ event: "relay.lost", relay }, "a place at a relay is lost");
    const gone = (this.#places.get(relay) ?? []).filter((old) => !stillTold.some((address) => address.equals(old)));
    this.#places.delete(relay);
    for (const address of gone) this.#parts.parts.addressManager.removeObservedAddr(address);
  }
}

function detailOf(event: Event): RelayReservation {
  return (event as CustomEvent<RelayReservation>).detail;
}
