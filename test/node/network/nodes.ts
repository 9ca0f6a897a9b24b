// Real nodes on loopback TCP for the tests of this folder, stopped after each test.

import { afterEach } from "vitest";
import { createNetwork } from "../../../node/network/index.ts";
import type { Channel, Network, NetworkOptions, PeerAddress } from "../../../node/network/index.ts";

const running: Network[] = [];

afterEach(async () => {
  // One after the other: two that say goodbye at the same moment wait half a second for each other.
  for (const network of running.splice(0)) {
    await network.stop();
    await sleep(5);
  }
});

export async function startNode(options: Partial<NetworkOptions> = {}): Promise<Network> {
  const network = await createNetwork({
    listen: ["/ip4/127.0.0.1/tcp/0"],
    bootstrap: [],
    local: true,
    dhtServer: true,
    ...options,
  });
  running.push(network);
  return network;
}

/** A node that listens and one that only dials, which knows nothing of the first but what `to` says. */
export async function startPair(
  options: Partial<NetworkOptions> = {},
): Promise<{ server: Network; client: Network; to: PeerAddress }> {
  const server = await startNode(options);
  const client = await startNode({ listen: [], dhtServer: false, ...options });
  return { server, client, to: { peer: server.peer, addresses: server.addresses } };
}

/** Long before a test gives up, and longer than a busy machine takes. */
export function soon(ms = 60_000): { signal: AbortSignal } {
  return { signal: AbortSignal.timeout(ms) };
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits until `holds` does, at most a minute: longer than a busy machine takes. */
export async function eventually(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 20) {
    if (waited > 60_000) throw new Error(`never held: ${holds.toString()}`);
    await sleep(20);
  }
}

/** Waits until `value` has not changed for a while, and returns it. */
export async function settled(value: () => number, quietMs = 300): Promise<number> {
  for (let last = value(); ; last = value()) {
    await sleep(quietMs);
    if (value() === last) return last;
  }
}

export async function drain(channel: Channel, bytes: number): Promise<number> {
  let read = 0;
  for await (const part of channel.readBody(bytes)) read += part.byteLength;
  return read;
}

/** Sends the bytes until the peer stops taking them; what the peer thinks of it is not the sender's business. */
export async function pour(
  channel: Channel,
  pieces: number,
  piece: Uint8Array,
  onSent: (bytes: number) => void,
): Promise<void> {
  for (let i = 0; i < pieces; i++) {
    await channel.write(piece);
    onSent(piece.byteLength);
  }
}
