// Which corner of the Internet a peer comes from: identities cost nothing, addresses do. Whoever has one IPv4 address has often the
// few hundred around it, and whoever has one IPv6 address has 2^64 of them or more.

import { isPrivate, tryGetNetConfig } from "@libp2p/utils";
import type { Multiaddr } from "@multiformats/multiaddr";

/** Bits of an address that name its network: what is handed to one customer, and somewhat more. */
const IP4_GROUPS = 3; // of 8 bits
const IP6_GROUPS = 3; // of 16 bits

/**
 * The network of an address as text: `a.b.c` of an IPv4 address, the first 48 bits of an IPv6 one. Undefined for private addresses,
 * behind which a router or a container may hide everybody.
 */
export function originOf(address: Multiaddr): string | undefined {
  const config = tryGetNetConfig(address);
  if (config === null || isPrivate(address)) return undefined;
  if (config.type === "ip4") return config.host.split(".").slice(0, IP4_GROUPS).join(".");
  if (config.type === "ip6") return ip6Groups(config.host).slice(0, IP6_GROUPS).join(":");
  return undefined;
}

/** The eight groups of an address, in hexadecimal without leading zeros. */
export function ip6Groups(host: string): string[] {
  const [head = "", tail] = host.toLowerCase().split("::");
  const before = head.split(":").filter(Boolean);
  const after = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: zeros }, () => "0"), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ""),
  );
}
