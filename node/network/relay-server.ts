// A relay for peers that nobody can dial, within tight bounds: it brings two peers together, and carries no fragments.

import { circuitRelayServer, RELAY_V2_HOP_CODEC, RELAY_V2_STOP_CODEC } from "@libp2p/circuit-relay-v2";
import { networkOf } from "./dial-back-budget.ts";
import { hostOf } from "./reachable.ts";
import type { ConnectionGater, Libp2p, PeerId, Startable } from "@libp2p/interface";
import type { CircuitRelayService } from "@libp2p/circuit-relay-v2";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { NetworkLimits } from "./network.ts";
import type { NodeParts } from "./parts.ts";

const MINUTE_MS = 60_000;

export interface RelayServerParts {
  readonly node: Libp2p;
  readonly parts: NodeParts;
  readonly limits: NetworkLimits;
}

export class RelayServer {
  readonly #parts: RelayServerParts;
  readonly #begun = new Map<string, number>();
  #minute = Number.NEGATIVE_INFINITY;
  #allBegun = 0;
  #service: (CircuitRelayService & Startable) | undefined;

  constructor(parts: RelayServerParts) {
    this.#parts = parts;
  }

  /** Places given to others at this moment. */
  get places(): number {
    return this.#service?.reservations.size ?? 0;
  }

  async start(): Promise<void> {
    if (this.#service !== undefined) return;
    const { parts, node } = this.#parts;
    const { registrar, peerStore, addressManager, peerId, privateKey, connectionManager, logger } = parts;
    const make = circuitRelayServer(this.#init());
    const own = { registrar, peerStore, addressManager, peerId, privateKey, connectionManager, logger };
    this.#service = make({ ...own, connectionGater: this.#gater() }) as CircuitRelayService & Startable;
    node.addEventListener("peer:disconnect", this.#onDisconnect);
    await this.#service.start();
  }

  async stop(): Promise<void> {
    const service = this.#service;
    this.#service = undefined;
    this.#parts.node.removeEventListener("peer:disconnect", this.#onDisconnect);
    for (const { signal } of service?.reservations.values() ?? []) signal.clear();
    await service?.stop();
  }

  #init(): Parameters<typeof circuitRelayServer>[0] {
    const { limits } = this.#parts;
    return {
      hopTimeout: limits.relayReserveMs,
      maxInboundHopStreams: limits.relayedPerPeer + 1,
      maxOutboundStopStreams: limits.relayedPerPeer,
      reservations: {
        maxReservations: limits.relayPlaces,
        reservationTtl: limits.relayPlaceMs,
        defaultDurationLimit: limits.relayedMs,
        defaultDataLimit: BigInt(limits.relayedBytes),
      },
    };
  }

  #gater(): ConnectionGater {
    return {
      denyInboundRelayReservation: (peer) => !this.#hasPlaceFor(peer),
      denyOutboundRelayedConnection: (source, target) => !this.#mayConnect(source, target),
    };
  }

  #hasPlaceFor(peer: PeerId): boolean {
    const { node, limits } = this.#parts;
    const taken = [...(this.#service?.reservations ?? [])].filter(([id]) => !id.equals(peer));
    const hosts = new Set(node.getConnections(peer).map(({ remoteAddr }) => hostName(remoteAddr)));
    return taken.filter(([, { addr }]) => hosts.has(hostName(addr))).length < limits.relayPlacesPerHost;
  }

  #mayConnect(source: PeerId, target: PeerId): boolean {
    const { limits } = this.#parts;
    if (performance.now() - this.#minute >= MINUTE_MS) {
      this.#minute = performance.now();
      this.#begun.clear(); // it holds at most relayedPerMinute peers
      this.#allBegun = 0;
    }
    const begun = this.#begun.get(source.toString()) ?? 0;
    if (begun >= limits.relayedPerMinutePerPeer || this.#allBegun >= limits.relayedPerMinute) return false;
    if (this.#streams(RELAY_V2_STOP_CODEC) >= limits.relayedAtOnce) return false;
    if (this.#streams(RELAY_V2_STOP_CODEC, target) >= limits.relayedPerPeer) return false;
    if (this.#streams(RELAY_V2_HOP_CODEC, source) > limits.relayedPerPeer) return false; // this one is among them
    this.#begun.set(source.toString(), begun + 1);
    this.#allBegun++;
    return true;
  }

  #streams(protocol: string, peer?: PeerId): number {
    const connections = this.#parts.node.getConnections(peer);
    return connections.flatMap(({ streams }) => streams).filter((stream) => stream.protocol === protocol).length;
  }

  // libp2p keeps the place of a peer that has gone until its time is up, and others out.
  readonly #onDisconnect = ({ detail: peer }: CustomEvent<PeerId>): void => {
    this.#service?.reservations.get(peer)?.signal.clear();
    this.#service?.reservations.delete(peer);
  };
}

function hostName(address: Multiaddr): string {
  return networkOf(hostOf(address) ?? String(address));
}
