/** The bounds of a relay, between real libp2p nodes on loopback. */

import { noise } from "@chainsafe/libp2p-noise";
import { circuitRelayTransport } from "@libp2p/circuit-relay-v2";
import { identify } from "@libp2p/identify";
import { tcp } from "@libp2p/tcp";
import { yamux } from "@libp2p/yamux";
import { multiaddr } from "@multiformats/multiaddr";
import { createLibp2p } from "libp2p";
import { afterEach, describe, expect, it } from "vitest";
import { NETWORK } from "../../../node/limits/index.ts";
import { RelayServer } from "../../../node/network/relay-server.ts";
import { openStream } from "../../../node/network/dial.ts";
import { Upgrades } from "../../../node/network/upgrade.ts";
import { relayTransport } from "../../../node/network/relay-transport.ts";
import { eventually, sleep } from "./nodes.ts";
import type { Connection, Libp2p, Stream, Transport } from "@libp2p/interface";
import type { NetworkLimits } from "../../../node/network/network.ts";
import type { NodeParts } from "../../../node/network/parts.ts";

const ECHO = "/echo/1";
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function startPeer(
  transport: (parts: NodeParts) => Transport = circuitRelayTransport(),
  listen = ["/ip4/127.0.0.1/tcp/0"],
): Promise<{ node: Libp2p; parts: NodeParts }> {
  let parts: NodeParts | undefined;
  const node = await createLibp2p({
    addresses: { listen },
    transports: [tcp(), transport],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux()],
    connectionGater: { denyDialMultiaddr: () => false },
    services: {
      identify: identify(),
      parts: (components) => {
        parts = components as unknown as NodeParts;
        return {};
      },
    },
  });
  ends.push(() => node.stop());
  return { node, parts: parts as NodeParts };
}

async function startRelay(limits: Partial<NetworkLimits>): Promise<{ relay: Libp2p; server: RelayServer }> {
  const { node, parts } = await startPeer();
  const server = new RelayServer({ node, parts, limits: { ...NETWORK, ...limits } });
  await server.start();
  ends.push(() => server.stop());
  return { relay: node, server };
}

/** A peer that can be dialled at the relay alone, where it has a place, and that answers what it is sent. */
async function startHolder(relay: Libp2p): Promise<{ node: Libp2p; address: string }> {
  const { node, parts } = await startPeer(circuitRelayTransport(), []);
  await node.handle(
    ECHO,
    (stream) => {
      stream.addEventListener("message", ({ data }) => void stream.send(data));
    },
    { runOnLimitedConnection: true },
  );
  const address = `${String(relay.getMultiaddrs()[0])}/p2p-circuit`;
  await parts.transportManager.listen([multiaddr(address)]);
  return { node, address: `${address}/p2p/${node.peerId.toString()}` };
}

/** Sends so many bytes, and tells how many had come back when all had, or the stream was over. */
async function echo(stream: Stream, bytes: number): Promise<number> {
  let back = 0;
  stream.addEventListener("message", ({ data }) => void (back += data.byteLength));
  for (let sent = 0; sent < bytes && stream.status === "open"; sent += 10_000) {
    stream.send(new Uint8Array(10_000));
    await sleep(1);
  }
  await eventually(() => back === bytes || stream.status !== "open");
  return back;
}

const openEcho = (connection: Connection): Promise<Stream> =>
  connection.newStream(ECHO, { runOnLimitedConnection: true });

describe("a relay", () => {
  it("gives so many places to one host, and a place again when its holder has gone", async () => {
    const { relay, server } = await startRelay({ relayPlacesPerHost: 2 });
    const first = await startHolder(relay);
    await startHolder(relay);
    expect(server.places).toBe(2);
    await expect(startHolder(relay)).rejects.toThrow();
    await first.node.stop();
    await eventually(() => server.places === 1);
    await startHolder(relay);
    expect(server.places).toBe(2);
  });

  it("carries so many bytes on a connection, and then cuts it", async () => {
    const { relay } = await startRelay({ relayedBytes: 200_000 });
    const { address } = await startHolder(relay);
    const { node } = await startPeer();
    const connection = await node.dial(multiaddr(address));
    expect(connection.limits).toBeDefined();
    expect(await echo(await openEcho(connection), 50_000)).toBe(50_000);
    const stream = await openEcho(connection);
    expect(await echo(stream, 200_000)).toBeLessThan(150_000);
    await eventually(() => connection.status !== "open");
  });

  it("begins so many connections for one peer in a minute", async () => {
    const { relay } = await startRelay({ relayedPerMinutePerPeer: 2 });
    const { address } = await startHolder(relay);
    const [{ node: greedy }, { node: other }] = await Promise.all([startPeer(), startPeer()]);
    for (let i = 0; i < 2; i++) await (await greedy.dial(multiaddr(address), { force: true })).close();
    await expect(greedy.dial(multiaddr(address), { force: true })).rejects.toThrow();
    await expect(other.dial(multiaddr(address))).resolves.toBeDefined();
  });
});

describe("our relay transport", () => {
  it("dials through relays only whom it was asked for, and takes connections from no relay but its own", async () => {
    const { relay } = await startRelay({});
    const { node: holder, address } = await startHolder(relay);
    const asked = new Set<string>();
    const options = { local: true, limits: NETWORK, relayDials: asked };
    const { node, parts } = await startPeer(relayTransport(options, () => {}));
    await expect(node.dial(multiaddr(address))).rejects.toThrow();
    asked.add(holder.peerId.toString());
    expect((await node.dial(multiaddr(address))).limits).toBeDefined();

    // The relay sends a connection on to one that has no place with it: libp2p's own transport would make it its relay.
    const [direct] = relay.getConnections(node.peerId);
    const stream = await direct?.newStream("/libp2p/circuit/relay/0.2.0/stop");
    await eventually(() => stream?.status !== "open");
    expect(parts.transportManager.getAddrs().some((own) => String(own).includes("p2p-circuit"))).toBe(false);
  });

  it("leads to streams of what may be relayed, and says of the rest what to do, without waiting a second time", async () => {
    const { relay } = await startRelay({});
    const { node: holder, address } = await startHolder(relay);
    const relayDials = new Map<string, number>();
    const limits = { ...NETWORK, upgradeWaitMs: 100 };
    const { node, parts } = await startPeer(relayTransport({ local: true, limits, relayDials }, () => {}));
    const upgrades = new Upgrades(node, parts, relayDials, limits);
    const options = { node, local: true, limits, upgrades, lookUp: nobodyKnows };
    const to = { peer: holder.peerId.toString(), addresses: [address] };
    const open = (relayed: boolean): Promise<Stream> =>
      openStream(to, ECHO, AbortSignal.timeout(5000), { ...options, relayed });
    expect(await echo(await open(true), 10_000)).toBe(10_000);
    const refused = { code: "ERR_PEER_UNREACHABLE", facts: { relayed: true } };
    await expect(open(false)).rejects.toMatchObject(refused);
    const dials = node.getConnections(holder.peerId).length;
    await expect(open(false)).rejects.toMatchObject(refused);
    expect(node.getConnections(holder.peerId)).toHaveLength(dials); // it was not tried again
  });
});

async function* nobodyKnows(): AsyncGenerator<readonly string[]> {}
