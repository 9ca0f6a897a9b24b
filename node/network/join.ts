// Finding the first neighbours: dial the bootstrap peers, wait for the table to hold somebody, and try again while we know nobody.

import { multiaddr } from "@multiformats/multiaddr";
import { cairnError } from "../../protocol/index.ts";
import { DHT_PROTOCOL } from "./dht.ts";
import type { Libp2p } from "@libp2p/interface";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { StartedLibp2p } from "./libp2p-node.ts";
import type { NetworkLimits, NetworkLog } from "./network.ts";

export interface JoinComponents extends StartedLibp2p {
  readonly log: NetworkLog;
}

/** Throws ERR_CONFIG_INVALID on text that is no multiaddr. */
export function parseBootstrap(texts: readonly string[]): Multiaddr[] {
  return texts.map((text) => {
    try {
      return multiaddr(text);
    } catch (cause) {
      throw cairnError("ERR_CONFIG_INVALID", `The bootstrap address ${text} is not a multiaddr.`, {
        facts: { text },
        cause,
      });
    }
  });
}

/** Resolves when the DHT has walked towards us once, or at `limits.joinMs`. Never throws: a lone node keeps trying. */
export async function join(
  bootstrap: readonly Multiaddr[],
  parts: JoinComponents,
  limits: NetworkLimits,
): Promise<void> {
  const others = bootstrap.filter((address) => !isSelf(parts.node, address));
  if (others.length === 0) return;
  const timeout = Promise.withResolvers<void>();
  const timer = setTimeout(timeout.resolve, limits.joinMs);
  const joined = dialAny(others, parts, limits).then((reached) => (reached ? parts.walked : undefined));
  await Promise.race([joined, timeout.promise]);
  clearTimeout(timer);
}

/**
 * Dials the bootstrap peers again whenever the table is empty, and while it is small tries those for it that we are connected to: it
 * takes nobody who was too busy to answer its one ping, and asks nobody twice by itself. Returns what ends it.
 */
export function keepJoined(bootstrap: readonly Multiaddr[], parts: JoinComponents, limits: NetworkLimits): () => void {
  const others = bootstrap.filter((address) => !isSelf(parts.node, address));
  const timer = setInterval(() => {
    const { size } = parts.dht.routingTable;
    if (size === 0) void dialAny(others, parts, limits);
    if (size < limits.recordServers) void offerNeighbours(parts);
  }, limits.rejoinMs).unref();
  return () => clearInterval(timer);
}

/** Peers that we are connected to, and that are DHT servers, are tried for the table. Never throws. */
async function offerNeighbours({ node, dht }: JoinComponents): Promise<void> {
  for (const id of node.getPeers()) {
    if ((await dht.routingTable.find(id)) !== undefined) continue;
    const known = await node.peerStore.get(id).catch(() => undefined);
    if (known === undefined || !known.protocols.includes(DHT_PROTOCOL)) continue;
    await dht.onPeerConnect({ id, multiaddrs: known.addresses.map(({ multiaddr: address }) => address) });
  }
}

async function dialAny(
  bootstrap: readonly Multiaddr[],
  { node, log }: JoinComponents,
  limits: NetworkLimits,
): Promise<boolean> {
  const signal = AbortSignal.timeout(limits.openMs);
  const dials = bootstrap.map((address) => node.dial(address, { signal }));
  const results = await Promise.allSettled(dials);
  for (const result of results) {
    if (result.status === "rejected")
      log.warn({ event: "bootstrap.not-reached", err: result.reason as unknown }, "a bootstrap peer was not reached");
  }
  return results.some(({ status }) => status === "fulfilled");
}

function isSelf(node: Libp2p, address: Multiaddr): boolean {
  return address.getComponents().some(({ name, value }) => name === "p2p" && value === node.peerId.toString());
}
