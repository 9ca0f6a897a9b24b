// A relay for peers that nobody can dial, within tight bounds: it brings two peers together, and carries no fragments.

import { circuitRelayServer, RELAY_V2_HOP_CODEC, RELAY_V2_STOP_CODEC } from "@libp2p/circuit-relay-v2";
import { networkOf } from "./dial-back-budget.ts";
import { boundMessages, watchingRegistrar } from "./message-bounds.ts";
import { MinuteBudget } from "./minute-budget.ts";
import { originOf } from "./origin.ts";
import { hostOf } from "./reachable.ts";
import type { ConnectionGater, Libp2p, PeerId, Startable, Stream } from "@libp2p/interface";
import type { CircuitRelayService } from "@libp2p/circuit-relay-v2";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { NetworkLimits } from "./network.ts";
import type { NodeParts } from "./parts.ts";

export interface RelayServerParts {
  readonly node: Libp2p;
  readonly parts: NodeParts;
  readonly limits: NetworkLimits;
}

export class RelayServer {
  readonly #parts: RelayServerParts;
  readonly #asked: MinuteBudget;
  readonly #begun: MinuteBudget;
  /** Streams on which we had said all when last looked at. */
  #silent = new WeakSet<Stream>();
  #sweeper: NodeJS.Timeout | undefined;
  #service: (CircuitRelayService & Startable) | undefined;

  constructor(parts: RelayServerParts) {
    this.#parts = parts;
    const { limits } = parts;
    this.#asked = new MinuteBudget(limits.relayAsksPerMinutePerPeer, limits.relayAsksPerMinute);
    this.#begun = new MinuteBudget(limits.relayedPerMinutePerPeer, limits.relayedPerMinute);
  }

  /** Places given to others at this moment. */
  get places(): number {
    return this.#service?.reservations.size ?? 0;
  }

  async start(): Promise<void> {
    if (this.#service !== undefined) return;
    const { parts, node, limits } = this.#parts;
    const { peerStore, addressManager, peerId, privateKey, connectionManager, logger } = parts;
    const make = circuitRelayServer(this.#init());
    const registrar = watchingRegistrar(parts.registrar, (stream) => {
      boundMessages(stream, limits.relayMessageBytes, 1);
      return true;
    });
    const own = { registrar, peerStore, addressManager, peerId, privateKey, connectionManager, logger };
    this.#service = make({ ...own, connectionGater: this.#gater() }) as CircuitRelayService & Startable;
    node.addEventListener("peer:disconnect", this.#onDisconnect);
    this.#sweeper = setInterval(() => this.#sweep(), limits.relayReserveMs).unref();
    await this.#service.start();
  }

  async stop(): Promise<void> {
    const service = this.#service;
    this.#service = undefined;
    clearInterval(this.#sweeper);
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

  // Each question costs us a signature, those for a place that is held already, too.
  #hasPlaceFor(peer: PeerId): boolean {
    const { node, limits } = this.#parts;
    if (!this.#asked.take(peer.toString())) return false;
    const taken = [...(this.#service?.reservations ?? [])]
      .filter(([id]) => !id.equals(peer))
      .map(([, { addr }]) => addr);
    const own = node.getConnections(peer).map(({ remoteAddr }) => remoteAddr);
    const hosts = new Set(own.map(hostName));
    const origins = new Set(own.map(originOf).filter((origin) => origin !== undefined));
    return (
      taken.filter((address) => hosts.has(hostName(address))).length < limits.relayPlacesPerHost &&
      taken.filter((address) => origins.has(originOf(address) ?? "")).length < limits.relayPlacesPerOrigin
    );
  }

  #mayConnect(source: PeerId, target: PeerId): boolean {
    const { limits } = this.#parts;
    if (!this.#begun.has(source.toString())) return false;
    if (this.#streams(RELAY_V2_STOP_CODEC).length >= limits.relayedAtOnce) return false;
    if (this.#streams(RELAY_V2_STOP_CODEC, target).length >= limits.relayedPerPeer) return false;
    if (this.#streams(RELAY_V2_HOP_CODEC, source).length > limits.relayedPerPeer) return false; // this one is among them
    this.#begun.spend(source.toString());
    return true;
  }

  // libp2p gives up on whoever does not answer that it is wanted, and leaves the stream open: some such would take all that there are.
  #sweep(): void {
    const silent = new WeakSet<Stream>();
    for (const stream of this.#streams(RELAY_V2_STOP_CODEC)) {
      if (stream.direction !== "outbound" || stream.writeStatus === "writable") continue;
      if (this.#silent.has(stream)) stream.abort(new Error("it never answered"));
      else silent.add(stream);
    }
    this.#silent = silent;
  }

  #streams(protocol: string, peer?: PeerId): Stream[] {
    const connections = this.#parts.node.getConnections(peer);
    return connections.flatMap(({ streams }) => streams).filter((stream) => stream.protocol === protocol);
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
