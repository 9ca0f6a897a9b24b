// Opens a stream to a peer: over the connection that is there, else over a new one to the addresses given, else to those
// known, else to those that others know: a peer that came back with another port is found again.

import { UnsupportedProtocolError } from "@libp2p/interface";
import { cairnError, isCairnError } from "../../protocol/index.ts";
import { parsePeer } from "./directory.ts";
import { abortReason, notServed, relayedOnly, unreachable } from "./faults.ts";
import { dialableAddresses, isRelayed } from "./reachable.ts";
import { directConnection, relayedConnection } from "./upgrade.ts";
import { within } from "./within.ts";
import type { Connection, Libp2p, PeerId, Stream } from "@libp2p/interface";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { NetworkLimits, PeerAddress } from "./network.ts";
import type { Upgrades } from "./upgrade.ts";

export interface DialOptions {
  readonly node: Libp2p;
  readonly local: boolean;
  readonly limits: NetworkLimits;
  /** Whether the protocol may run over a relayed connection, whose bytes and time are limited. */
  readonly relayed: boolean;
  readonly upgrades: Upgrades;
  /** Asks other peers where the peer is now; nothing when there is nobody to ask. What we know ourselves is not repeated. */
  readonly lookUp: (peer: PeerId, signal: AbortSignal) => AsyncIterable<readonly string[]>;
}

/**
 * Ends before `limits.openMs`. Throws ERR_PEER_UNREACHABLE (also when only a relay leads there, and the protocol is not for
 * relays), ERR_PEER_REFUSED (it does not serve the protocol), ERR_CONFIG_INVALID (no
 * peer id), or the signal's reason.
 */
export async function openStream(
  to: PeerAddress,
  protocol: string,
  signal: AbortSignal,
  options: DialOptions,
): Promise<Stream> {
  const { node, limits } = options;
  const peer = parsePeer(to.peer);
  if (peer.equals(node.peerId)) throw cairnError("ERR_INTERNAL", "A node does not open streams to itself.");
  if (signal.aborted) throw abortReason(signal);
  try {
    return await within(limits.openMs, signal, (deadline) => streamOf(peer, to, protocol, deadline, options));
  } catch (cause) {
    if (signal.aborted) throw abortReason(signal);
    if (isCairnError(cause)) throw cause;
    if (cause instanceof UnsupportedProtocolError) throw notServed(to.peer, protocol, cause);
    throw unreachable(to.peer, to.addresses.length, cause);
  }
}

async function streamOf(
  peer: PeerId,
  to: PeerAddress,
  protocol: string,
  signal: AbortSignal,
  options: DialOptions,
): Promise<Stream> {
  const { node, relayed, limits } = options;
  const streamOptions = { signal, maxOutboundStreams: limits.streamsPerVerb, runOnLimitedConnection: relayed };
  const existing = directConnection(node, peer) ?? (relayed ? relayedConnection(node, peer) : undefined);
  if (existing !== undefined) {
    try {
      return await existing.newStream(protocol, streamOptions);
    } catch (error) {
      if (existing.status === "open" || signal.aborted) throw error; // else the peer is gone or was restarted: dial it anew
    }
  }
  const connection = await connect(peer, to, signal, options);
  if (connection.limits === undefined || relayed) return await connection.newStream(protocol, streamOptions);
  const direct = await options.upgrades.wait(peer, signal);
  if (direct === undefined) throw relayedOnly(to.peer);
  return await direct.newStream(protocol, streamOptions);
}

async function connect(peer: PeerId, to: PeerAddress, signal: AbortSignal, options: DialOptions): Promise<Connection> {
  const { local, limits, relayed, upgrades } = options;
  const tried = new Set<string>();
  let last: unknown = new Error("no address of the peer is known");
  for await (const addresses of addressesOf(peer, to, signal, options)) {
    const dialable = dialableAddresses(addresses, local, limits.addressesPerPeer).map((address) =>
      withPeer(address, to.peer),
    );
    const usesRelays = relayed || !dialable.some(isRelayed) || (await upgrades.isPossible(peer));
    if (!usesRelays) last = relayedOnly(to.peer);
    const fresh = dialable.filter((address) => !tried.has(String(address)) && (usesRelays || !isRelayed(address)));
    if (fresh.length === 0) continue;
    for (const address of fresh) tried.add(String(address));
    try {
      return await upgrades.dial(peer, fresh, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      last = error;
    }
  }
  throw last;
}

/** From the most likely to be right to the most expensive to ask for. */
async function* addressesOf(
  peer: PeerId,
  to: PeerAddress,
  signal: AbortSignal,
  { node, lookUp }: DialOptions,
): AsyncGenerator<readonly string[]> {
  yield to.addresses;
  yield await knownAddresses(node, peer);
  yield* lookUp(peer, signal);
}

async function knownAddresses(node: Libp2p, peer: PeerId): Promise<string[]> {
  if (!(await node.peerStore.has(peer))) return [];
  const { addresses } = await node.peerStore.get(peer);
  return addresses.map(({ multiaddr }) => String(multiaddr));
}

function withPeer(address: Multiaddr, peer: string): Multiaddr {
  return address.getComponents().at(-1)?.name === "p2p" ? address : address.encapsulate(`/p2p/${peer}`);
}
