// Which addresses we dial, store and tell others. Outside a local network, an address of somebody's own machine or LAN is useless at
// best; at worst a stranger makes us knock at our neighbours' ports.

import { lookup } from "node:dns";
import { isIP, isIPv4, isIPv6 } from "node:net";
import { isGlobalUnicastIp, isPrivateIp } from "@libp2p/utils";
import { multiaddr } from "@multiformats/multiaddr";
import type { Connection, ConnectionGater } from "@libp2p/interface";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { LookupAddress, LookupOptions } from "node:dns";

const HOSTS: ReadonlySet<string> = new Set(["ip4", "ip6", "dns", "dns4", "dns6"]);
/** What may follow host and port: a peer, or a relay's peer and one way through it. No relay is reached through another. */
const TAILS: ReadonlySet<string> = new Set(["", "p2p", "p2p/p2p-circuit", "p2p/p2p-circuit/p2p"]);

/**
 * /ip4|ip6|dns…/tcp, with or without /p2p, or the same at a relay: /…/tcp/…/p2p/RELAY/p2p-circuit, with or without /p2p. The host is
 * public unless the network is local; of a relayed address that is the relay's, and no peer relays to itself.
 */
export function isDialable(address: Multiaddr, local: boolean): boolean {
  const [host, transport, ...rest] = address.getComponents();
  if (host === undefined || !HOSTS.has(host.name) || transport?.name !== "tcp") return false;
  if (!TAILS.has(rest.map(({ name }) => name).join("/"))) return false;
  const [relay, , target] = rest;
  if (target !== undefined && target.value === relay?.value) return false;
  return local || (host.name.startsWith("ip") ? isPublicHost(host.value ?? "") : isName(host.value ?? ""));
}

/** An IP address that anybody on the internet may have: not of a machine itself, a LAN, a group, or a tunnel to one of these. */
export function isPublicHost(host: string): boolean {
  if (isIPv4(host)) return isPrivateIp(host) === false && Number.parseInt(host, 10) < 224;
  return isIPv6(host) && isPrivateIp(host) === false && isGlobalUnicastIp(host);
}

/**
 * Resolves a name for a dial outside a local network: only to public addresses, because whoever made up the name also says what it means.
 * Has the shape of dns.lookup, for net.connect.
 */
export function publicLookup(
  name: string,
  options: LookupOptions,
  done: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
): void {
  lookup(name, { ...options, all: true }, (error, found) => {
    const open = error === null ? found.filter(({ address }) => isPublicHost(address)) : [];
    const [first] = open;
    if (error !== null) done(error, []);
    else if (first === undefined) done(new Error(`${name} has no public address`), []);
    else if (options.all === true) done(null, open);
    else done(null, first.address, first.family);
  });
}

export function isRelayed(address: Multiaddr): boolean {
  return address.getComponents().some(({ name }) => name === "p2p-circuit");
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

/** The IP address at the start of an address, or undefined for a name. */
export function hostOf(address: Multiaddr): string | undefined {
  const [host] = address.getComponents();
  return host?.name === "ip4" || host?.name === "ip6" ? host.value : undefined;
}

/** `/ip4/HOST/tcp/PORT` or `/ip6/…`. With `local` given, only where it is dialable. */
export function socketAddress(host: string, port: number): string;
export function socketAddress(host: string, port: number, local: boolean): string | undefined;
export function socketAddress(host: string, port: number, local?: boolean): string | undefined {
  const text = `/${isIPv6(host) ? "ip6" : "ip4"}/${host}/tcp/${port}`;
  return local === undefined || isDialable(multiaddr(text), local) ? text : undefined;
}

/** A connection without a relay in between, from or to where we would dial ourselves. */
export function isDirect({ limits, remoteAddr, status }: Connection, local: boolean): boolean {
  return status === "open" && limits === undefined && !isRelayed(remoteAddr) && isDialable(remoteAddr, local);
}

function isName(host: string): boolean {
  return isIP(host) === 0 && !/^(.*\.)?localhost\.?$/i.test(host);
}

function parse(text: string, local: boolean): Multiaddr[] {
  try {
    const address = multiaddr(text);
    return isDialable(address, local) ? [address] : [];
  } catch {
    return [];
  }
}
