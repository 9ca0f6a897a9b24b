// Which of our addresses others should be able to dial, and which of them they could.

import { lookup } from "node:dns/promises";
import { setTimeout as delay } from "node:timers/promises";
import { multiaddr } from "@multiformats/multiaddr";
import { hostOf, isRelayed, socketAddress } from "./reachable.ts";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { DialBackAnswer } from "./dial-back.ts";
import type { NodeParts } from "./parts.ts";

/** announce: the user's word. transport: of an own interface. ip-mapping: forwarded by a router. observed: what others saw, and reached. */
export interface OwnAddress {
  readonly address: Multiaddr;
  readonly kind: string;
  readonly port: number;
}

/** The ports most likely to be open to others come first. */
const KINDS: readonly string[] = ["announce", "ip-mapping", "observed", "transport"];

/** Every TCP address that may be ours, those on private networks too: a router may forward their port. */
export function ownAddresses({ addressManager }: Pick<NodeParts, "addressManager">): OwnAddress[] {
  return addressManager
    .getAddressesWithMetadata()
    .filter(({ multiaddr: address, type }) => KINDS.includes(type) && !isRelayed(address))
    .flatMap(({ multiaddr: address, type }) => {
      const port = Number(address.getComponents().find(({ name }) => name === "tcp")?.value);
      return Number.isInteger(port) && port > 0 ? [{ address, kind: type, port }] : [];
    })
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** Sockets (`/ip4/HOST/tcp/PORT`) that were reached, and by how many peers. */
export function reachedSockets(answers: readonly DialBackAnswer[]): Map<string, number> {
  const sockets = new Map<string, number>();
  for (const { host, ports } of answers) {
    for (const port of ports) {
      const socket = String(multiaddr(socketAddress(host, port)));
      sockets.set(socket, (sockets.get(socket) ?? 0) + 1);
    }
  }
  return sockets;
}

/** Whether an address is one of these sockets; one with a name, whether the name leads there. */
export async function leadsTo(
  { address, port }: OwnAddress,
  sockets: ReadonlyMap<string, number>,
  nameMs: number,
): Promise<boolean> {
  const host = hostOf(address);
  if (host !== undefined) return sockets.has(String(multiaddr(socketAddress(host, port))));
  const name = address.getComponents()[0]?.value ?? "";
  const found = await Promise.race([lookup(name, { all: true }).catch(() => []), delay(nameMs, [], { ref: false })]);
  return found.some((entry) => sockets.has(String(multiaddr(socketAddress(entry.address, port)))));
}

/** Reached sockets that are none of the reached addresses: a forwarded port nobody told us of. One peer of several may have made it up. */
export function forwardedSockets(
  sockets: ReadonlyMap<string, number>,
  reached: readonly OwnAddress[],
  answers: number,
): string[] {
  const known = new Set(reached.map(({ address }) => String(address)));
  return [...sockets]
    .filter(([socket, peers]) => !known.has(socket) && peers >= Math.min(2, answers))
    .map(([socket]) => socket);
}
