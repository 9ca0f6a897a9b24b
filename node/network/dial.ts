// Opens a stream to a peer: over the connection that is there, else over a new one to the addresses given, else to those known.

import { UnsupportedProtocolError } from "@libp2p/interface";
import { cairnError } from "../../protocol/index.ts";
import { parsePeer } from "./directory.ts";
import { abortReason, notServed, unreachable } from "./faults.ts";
import { dialableAddresses } from "./reachable.ts";
import { within } from "./within.ts";
import type { Connection, Libp2p, PeerId, Stream } from "@libp2p/interface";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { NetworkLimits, PeerAddress } from "./network.ts";

export interface DialOptions {
  readonly node: Libp2p;
  readonly local: boolean;
  readonly limits: NetworkLimits;
  /** Whether there is anybody to ask for the addresses of a peer. */
  readonly canLookUp: () => boolean;
}

/**
 * Ends before `limits.openMs`. Throws ERR_PEER_UNREACHABLE, ERR_PEER_REFUSED (it does not serve the protocol), ERR_CONFIG_INVALID (no
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
  const streamOptions = { signal, maxOutboundStreams: options.limits.streamsPerVerb };
  const existing = openConnection(options.node, peer);
  if (existing !== undefined) {
    try {
      return await existing.newStream(protocol, streamOptions);
    } catch (error) {
      if (existing.status === "open" || signal.aborted) throw error; // else the peer is gone or was restarted: dial it anew
    }
  }
  const connection = await connect(peer, to, signal, options);
  return await connection.newStream(protocol, streamOptions);
}

function openConnection(node: Libp2p, peer: PeerId): Connection | undefined {
  return node.getConnections(peer).find(({ status, limits }) => status === "open" && limits === undefined);
}

async function connect(peer: PeerId, to: PeerAddress, signal: AbortSignal, options: DialOptions): Promise<Connection> {
  const { node, local, limits } = options;
  const given = dialableAddresses(to.addresses, local, limits.addressesPerPeer).map((address) =>
    withPeer(address, to.peer),
  );
  try {
    if (given.length > 0) return await node.dial(given, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
  }
  const known = (await knownAddresses(node, peer)).filter((address) => !given.some((tried) => tried.equals(address)));
  if (known.length > 0) return await node.dial(known, { signal });
  if (given.length > 0 || !options.canLookUp()) throw new Error("no address of the peer answers");
  return await node.dial(peer, { signal });
}

async function knownAddresses(node: Libp2p, peer: PeerId): Promise<Multiaddr[]> {
  if (!(await node.peerStore.has(peer))) return [];
  const { addresses } = await node.peerStore.get(peer);
  return addresses.map(({ multiaddr }) => withPeer(multiaddr, peer.toString()));
}

function withPeer(address: Multiaddr, peer: string): Multiaddr {
  return address.getComponents().some(({ name }) => name === "p2p") ? address : address.encapsulate(`/p2p/${peer}`);
}
