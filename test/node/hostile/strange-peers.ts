// Nodes of others, made of libp2p alone, and what they say.

import { noise } from "@chainsafe/libp2p-noise";
import { circuitRelayTransport } from "@libp2p/circuit-relay-v2";
import { identify } from "@libp2p/identify";
import { generateKeyPair } from "@libp2p/crypto/keys";
import { peerIdFromPrivateKey } from "@libp2p/peer-id";
import { tcp } from "@libp2p/tcp";
import { yamux } from "@libp2p/yamux";
import { createLibp2p } from "libp2p";
import { onTestFinished } from "vitest";
import { NETWORK } from "../../../node/limits/index.ts";
import { framed } from "../../../node/network/channel.ts";
import { RelayServer } from "../../../node/network/relay-server.ts";
import { sleep } from "../network/nodes.ts";
import { shout } from "./attacker.ts";
import { Dice } from "./mutants.ts";

import type { Connection, Libp2p, Stream, Transport } from "@libp2p/interface";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { NetworkLimits } from "../../../node/network/network.ts";
import type { NodeParts } from "../../../node/network/parts.ts";

/** A libp2p node with nothing of ours in it. */
export interface Peer {
  readonly node: Libp2p;
  readonly parts: NodeParts;
  /** What it was about to dial outside of this machine; it does not. */
  readonly dials: Multiaddr[];
}

interface PeerOptions {
  readonly transport?: (parts: NodeParts) => Transport;
  readonly listen?: string[];
  readonly services?: Record<string, (components: never) => unknown>;
}

/** Stops by itself when the test is over. */
export async function startPeer({ transport, listen, services }: PeerOptions = {}): Promise<Peer> {
  let parts: NodeParts | undefined;
  const dials: Multiaddr[] = [];
  const node = await createLibp2p({
    addresses: { listen: listen ?? ["/ip4/127.0.0.1/tcp/0"] },
    transports: [tcp(), transport ?? circuitRelayTransport()],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux()],
    connectionGater: {
      denyDialMultiaddr: (address) => {
        const isHere = String(address).includes("127.0.0.1");
        if (!isHere) dials.push(address);
        return !isHere;
      },
    },
    services: {
      identify: identify(),
      parts: (components) => {
        parts = components as unknown as NodeParts;
        return {};
      },
      ...services,
    },
  });
  onTestFinished(() => node.stop());
  return { node, parts: parts as NodeParts, dials };
}

export async function startRelay(limits: Partial<NetworkLimits> = {}): Promise<Peer & { server: RelayServer }> {
  const peer = await startPeer();
  const server = new RelayServer({ ...peer, limits: { ...NETWORK, ...limits } });
  await server.start();
  onTestFinished(() => server.stop());
  return { ...peer, server };
}

export const open = (connection: Connection, protocol: string): Promise<Stream> =>
  connection.newStream(protocol, { runOnLimitedConnection: true, signal: AbortSignal.timeout(5000) });

/** Says something on a stream of its own, and resolves with what came back when the other side has said all, or enough. */
export async function say(
  connection: Connection,
  protocol: string,
  words: Uint8Array,
  isEnough = 1,
): Promise<Uint8Array> {
  const stream = await open(connection, protocol);
  const heard: Uint8Array[] = [];
  const over = Promise.withResolvers<void>();
  let length = 0;
  stream.addEventListener("message", ({ data }) => {
    heard.push(data.subarray());
    length += data.byteLength;
    if (length >= isEnough) over.resolve();
  });
  stream.addEventListener("close", () => over.resolve());
  stream.addEventListener("remoteCloseWrite", () => over.resolve());
  shout(stream, words);
  void stream.close().catch(() => {});
  if (stream.status !== "open") over.resolve();
  await Promise.race([over.promise, sleep(5000)]);
  stream.abort(new Error("enough"));
  return Buffer.concat(heard);
}

/** Bits, lengths and parts changed, and noise; the same for the same seed. */
export function mutants(messages: readonly Uint8Array[], count: number, seed: number): Uint8Array[] {
  const dice = new Dice(seed);
  return Array.from({ length: count }, () => {
    const copy = new Uint8Array(dice.pick(messages));
    if (dice.roll(8) === 0) return dice.bytes(dice.roll(300));
    if (dice.roll(4) === 0) return framed(copy.slice(0, dice.roll(copy.length + 1)));
    for (let i = dice.roll(6); i >= 0; i--) copy[dice.roll(copy.length)] = dice.roll(256);
    return dice.roll(8) === 0 ? copy : framed(copy);
  });
}

/** The name of a peer that is nowhere. */
export async function anyPeer(): Promise<Uint8Array> {
  return peerIdFromPrivateKey(await generateKeyPair("Ed25519")).toMultihash().bytes;
}
