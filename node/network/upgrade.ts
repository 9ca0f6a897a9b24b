// From a relayed connection to a direct one: the peer, told through the relay, dials us. For that we have to listen, which a client
// does from the moment that it needs this.

import { networkInterfaces } from "node:os";
import { multiaddr } from "@multiformats/multiaddr";
import { isPublicHost, isRelayed, socketAddress } from "./reachable.ts";
import type { Connection, Libp2p, PeerId } from "@libp2p/interface";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { NetworkLimits } from "./network.ts";
import type { NodeParts } from "./parts.ts";

/** The peers that may be dialled through relays at this moment, and by how many dials. */
export type RelayDials = Map<string, number>;

export class Upgrades {
  readonly #node: Libp2p;
  readonly #parts: NodeParts;
  readonly #limits: NetworkLimits;
  readonly #relayDials: RelayDials;
  /** When a peer last failed to dial us. */
  readonly #failed = new Map<string, number>();
  #listening: Promise<void> | undefined;

  constructor(node: Libp2p, parts: NodeParts, relayDials: RelayDials, limits: NetworkLimits) {
    this.#node = node;
    this.#parts = parts;
    this.#relayDials = relayDials;
    this.#limits = limits;
  }

  /** Dials, through relays too: only what is dialled here is, not what comes up in walks through the DHT. */
  async dial(peer: PeerId, addresses: Multiaddr[], signal: AbortSignal): Promise<Connection> {
    const id = peer.toString();
    this.#relayDials.set(id, (this.#relayDials.get(id) ?? 0) + 1);
    try {
      return await this.#node.dial(addresses, { signal });
    } finally {
      const left = (this.#relayDials.get(id) ?? 1) - 1;
      if (left === 0) this.#relayDials.delete(id);
      else this.#relayDials.set(id, left);
    }
  }

  /** Whether the peer may be able to dial us: we listen on a public address, now at the latest, and it has not just tried in vain. */
  async isPossible(peer: PeerId): Promise<boolean> {
    if (this.#failedLately(peer)) return false;
    await (this.#listening ??= this.#listen().catch(() => {}));
    return this.#node.getMultiaddrs().some((address) => !isRelayed(address));
  }

  #failedLately(peer: PeerId): boolean {
    return (
      performance.now() - (this.#failed.get(peer.toString()) ?? Number.NEGATIVE_INFINITY) < this.#limits.upgradeAgainMs
    );
  }

  /** The direct connection that the peer makes, or undefined when it has not within `limits.upgradeWaitMs`. */
  async wait(peer: PeerId, signal: AbortSignal): Promise<Connection | undefined> {
    const made = Promise.withResolvers<Connection | undefined>();
    const give = (): void => made.resolve(undefined);
    const look = (): void => {
      const direct = directConnection(this.#node, peer);
      if (direct !== undefined) made.resolve(direct);
    };
    const timer = setTimeout(give, this.#limits.upgradeWaitMs);
    this.#node.addEventListener("connection:open", look);
    signal.addEventListener("abort", give);
    look();
    const direct = await made.promise;
    clearTimeout(timer);
    this.#node.removeEventListener("connection:open", look);
    signal.removeEventListener("abort", give);
    if (direct === undefined && !signal.aborted) this.#remember(peer.toString());
    return direct;
  }

  #remember(peer: string): void {
    this.#failed.delete(peer);
    this.#failed.set(peer, performance.now());
    const [oldest] = this.#failed.keys();
    if (this.#failed.size > this.#limits.upgradesRemembered && oldest !== undefined) this.#failed.delete(oldest);
  }

  async #listen(): Promise<void> {
    const { transportManager, addressManager } = this.#parts;
    if (transportManager.getAddrs().length > 0) return;
    const hosts = publicHosts();
    if (hosts.length === 0) return;
    await transportManager.listen(hosts.map((host) => multiaddr(socketAddress(host, 0))));
    // Nobody has tried them yet. They are told to that one peer, and to those we are connected to.
    for (const address of transportManager.getAddrs())
      addressManager.confirmObservedAddr(address, { type: "transport" });
  }
}

export function directConnection(node: Libp2p, peer: PeerId): Connection | undefined {
  return node.getConnections(peer).find(({ status, limits }) => status === "open" && limits === undefined);
}

export function relayedConnection(node: Libp2p, peer: PeerId): Connection | undefined {
  return node.getConnections(peer).find(({ status, limits }) => status === "open" && limits !== undefined);
}

/** Public addresses of this machine's interfaces, one of each family. */
function publicHosts(): string[] {
  const hosts = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .map(({ address }) => address)
    .filter(isPublicHost);
  return [hosts.find((host) => !host.includes(":")), hosts.find((host) => host.includes(":"))].filter(
    (host) => host !== undefined,
  );
}
