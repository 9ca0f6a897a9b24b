// Which addresses we dial, store and tell others. Outside a local network, an address of somebody's own machine or LAN is useless at
// best; at worst a stranger makes us knock at our neighbours' ports.

import { isPrivate } from "@libp2p/utils";
import { multiaddr } from "@multiformats/multiaddr";
import type { ConnectionGater } from "@libp2p/interface";
import type { Multiaddr } from "@multiformats/multiaddr";

const HOSTS: ReadonlySet<string> = new Set(["ip4", "ip6", "dns", "dns4", "dns6"]);

/** /ip4|ip6|dns…/tcp, with or without /p2p, and public unless the network is local. */
export function isDialable(address: Multiaddr, local: boolean): boolean {
  const [host, transport, peer, ...rest] = address.getComponents();
  if (host === undefined || !HOSTS.has(host.name) || transport?.name !== "tcp" || rest.length > 0) return false;
  return (peer === undefined || peer.name === "p2p") && (local || !isPrivate(address));
}

/** The dialable ones of what a stranger called addresses, at most `max`. */
export function dialableAddresses(texts: readonly string[], local: boolean, max: number): Multiaddr[] {
  return texts.flatMap((text) => parse(text, local)).slice(0, max);
}

export function connectionGater(local: boolean): ConnectionGater {
  return {
    denyDialMultiaddr: (address) => !isDialable(address, local),
    filterMultiaddrForPeer: (_peer, address) => isDialable(address, local),
  };
}

function parse(text: string, local: boolean): Multiaddr[] {
  try {
    const address = multiaddr(text);
    return isDialable(address, local) ? [address] : [];
  } catch {
    return [];
  }
}
