import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { multiaddr } from "@multiformats/multiaddr";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNetwork, newPeerKey } from "../../../node/network/index.ts";
import { NETWORK } from "../../../node/limits/index.ts";
import { StreamChannel } from "../../../node/network/channel.ts";
import { DHT_PROTOCOL } from "../../../node/network/dht.ts";
import { Directory } from "../../../node/network/directory.ts";
import { startLibp2p } from "../../../node/network/libp2p-node.ts";
import { readPeerKey } from "../../../node/network/peer-key.ts";
import { eventually, startNode } from "./nodes.ts";
import type { PeerId } from "@libp2p/interface";
import type { Channel, Network, PeerAddress } from "../../../node/network/index.ts";

const SERVERS = 9;
const PING = "/ipfs/ping/1.0.0";
const listen = ["/ip4/127.0.0.1/tcp/0"];
const SETTINGS = { listen, announce: [], local: true, dhtServer: true, datastore: undefined, limits: NETWORK };

function newObjects(count: number): Uint8Array[] {
  return Array.from({ length: count }, () => new Uint8Array(randomBytes(32)));
}

async function holdersOf(network: Network, object: Uint8Array): Promise<string[]> {
  const found: PeerAddress[] = [];
  for await (const holder of network.findHolders(object)) found.push(holder);
  expect(found.every(({ addresses }) => addresses.length > 0)).toBe(true);
  return found.map(({ peer }) => peer).sort();
}

describe(`among ${SERVERS} servers and a client`, () => {
  const servers: Network[] = [];
  let client: Network;

  beforeAll(async () => {
    const options = {
      local: true,
      limits: { rejoinMs: 1000, fillEveryMs: 1000, idleMs: 100_000, announceMs: 100_000 },
    };
    const bootstrap = (): readonly string[] => servers[0]?.addresses ?? [];
    // One after the other: nine that walk at once in one process are too busy to answer each other's pings.
    while (servers.length < SERVERS)
      servers.push(await createNetwork({ ...options, listen, bootstrap: bootstrap(), dhtServer: true }));
    client = await createNetwork({ ...options, listen: [], bootstrap: bootstrap(), dhtServer: false });
    // Whoever was not met by a first walk is met by that of an announcement, until everybody knows everybody.
    const lacking = (): Network[] => servers.filter(({ status }) => status.servers < SERVERS - 1);
    for (; lacking().length > 0; await delay(200)) for (const server of lacking()) await server.announce(newObjects(1));
  });

  afterAll(async () => {
    await client.stop();
    for (const server of servers) await server.stop();
  });

  it("every server takes the record of every object of a batch", async () => {
    const objects = newObjects(300); // more than one check on each stream
    expect(await servers[1]?.announce(objects)).toEqual(objects.map(() => SERVERS));
    expect(await holdersOf(client, objects[0] as Uint8Array)).toEqual([servers[1]?.peer]);
    expect(await holdersOf(client, objects[299] as Uint8Array)).toEqual([servers[1]?.peer]);
  });

  it("all holders of an object are found, each once, and by a holder all but itself", async () => {
    const [object] = newObjects(1) as [Uint8Array];
    for (const server of servers.slice(0, 5)) await server.announce([object]);
    const peers = servers.slice(0, 5).map(({ peer }) => peer);
    expect(await holdersOf(client, object)).toEqual([...peers].sort());
    expect(await holdersOf(servers[0] as Network, object)).toEqual(peers.slice(1).sort());
  });

  it("a search for what nobody holds ends without a holder", async () => {
    expect(await holdersOf(client, newObjects(1)[0] as Uint8Array)).toEqual([]);
  });

  it("a search ends at the number wanted, when the caller leaves, and when its signal aborts", async () => {
    const [object] = newObjects(1) as [Uint8Array];
    for (const server of servers.slice(0, 4)) await server.announce([object]);
    let found = 0;
    for await (const holder of client.findHolders(object, { max: 2 })) found += holder.peer.length > 0 ? 1 : 0;
    expect(found).toBe(2);
    for await (const holder of client.findHolders(object)) {
      expect(holder.addresses.length).toBeGreaterThan(0);
      break;
    }
    const search = client.findHolders(object, { signal: AbortSignal.abort() })[Symbol.asyncIterator]();
    await expect(search.next()).rejects.toMatchObject({ code: "ERR_ABORTED" });
  });

  it("announcing again is idempotent, and announcing nothing is nothing", async () => {
    const objects = newObjects(2);
    await servers[2]?.announce(objects);
    expect(await servers[2]?.announce(objects)).toEqual([SERVERS, SERVERS]);
    expect(await holdersOf(client, objects[1] as Uint8Array)).toEqual([servers[2]?.peer]);
    expect(await servers[2]?.announce([])).toEqual([]);
  });

  it("a node that cannot be dialled is told that it has nothing to announce", async () => {
    await expect(client.announce(newObjects(1))).rejects.toMatchObject({ code: "ERR_CONFIG_INVALID" });
  });

  it("an aborted announcement ends with ERR_ABORTED", async () => {
    const announcing = servers[3]?.announce(newObjects(1), { signal: AbortSignal.abort() });
    await expect(announcing).rejects.toMatchObject({ code: "ERR_ABORTED" });
  });
});

it("a client that listens may announce, and counts the servers only", async () => {
  const server = await startNode();
  const holder = await startNode({ dhtServer: false, bootstrap: server.addresses });
  expect(await holder.announce(newObjects(1))).toEqual([1]);
});

it("a node alone counts its own record, or none", async () => {
  const alone = await startNode();
  expect(await alone.announce(newObjects(2))).toEqual([1, 1]);
  const stranger = await startNode({ dhtServer: false });
  expect(await stranger.announce(newObjects(1))).toEqual([0]);
});

it("more objects than one call may have are refused", async () => {
  const node = await startNode({ limits: { announceObjects: 2 } });
  await expect(node.announce(newObjects(3))).rejects.toMatchObject({ code: "ERR_INTERNAL" });
});

it("a server keeps no more records than its budget, and what it drops is not counted", async () => {
  const frugal = await startNode({ limits: { budgetRecordsPerPeer: 3 } });
  const holder = await startNode({ dhtServer: false, bootstrap: frugal.addresses });
  expect(await holder.announce(newObjects(3))).toEqual([1, 1, 1]);
  expect(await holder.announce(newObjects(2))).toEqual([0, 0]);
});

it("an own record that is not renewed for a day is forgotten, before kad-dht renews it for ever", async () => {
  const { node, dht } = await startLibp2p({ ...SETTINGS, privateKey: await readPeerKey(await newPeerKey()) });
  const addresses = (): Uint8Array[] => node.getMultiaddrs().map(({ bytes }) => bytes);
  const openStream = (): Promise<Channel> => Promise.reject(new Error("nobody is there"));
  const log = { debug() {}, warn() {}, error() {} };
  const directory = new Directory({ dht, self: node.peerId, addresses, openStream, log }, NETWORK);
  const finder = await startNode({ listen: [], dhtServer: false, bootstrap: node.getMultiaddrs().map(String) });
  const [object] = newObjects(1) as [Uint8Array];
  await directory.announce([object], AbortSignal.timeout(10_000));
  await directory.sweep(Date.now() + NETWORK.ownRecordMs - 60_000);
  expect(await holdersOf(finder, object)).toEqual([node.peerId.toString()]);
  await directory.sweep(Date.now() + NETWORK.ownRecordMs);
  expect(await holdersOf(finder, object)).toEqual([]);
  await node.stop();
});

describe("a DHT server that", () => {
  it.each<[string, (channel: Channel) => Promise<void>]>([
    ["answers with no provider", async (channel) => channel.writeMessage(Uint8Array.of(8, 3))],
    ["answers with garbage", async (channel) => channel.writeMessage(randomBytes(500))],
    ["answers with more than an answer may have", async (channel) => channel.writeMessage(new Uint8Array(300_000))],
    ["hangs up", async (channel) => channel.abort()],
    ["says nothing", () => delay(1000)],
  ])("%s is not counted, and does not stop the others", async (_, lie) => {
    const limits = { idleMs: 300, fillMs: 300 };
    const honest = await startNode({ limits });
    const liar = await startLiar(honest.addresses, lie);
    const holder = await startNode({ bootstrap: honest.addresses, limits });
    await eventually(() => holder.status.servers === 2);
    expect(await holder.announce(newObjects(3))).toEqual([2, 2, 2]); // itself and the honest one
    await liar.stop();
  });
});

it("a DHT server that answers no ping at first is known once it does, though nothing else brings it to mind", async () => {
  const { node } = await startLibp2p({ ...SETTINGS, privateKey: await readPeerKey(await newPeerKey()) });
  const refused = Promise.withResolvers<void>();
  await node.unhandle(PING);
  await node.handle(PING, (stream) => {
    stream.abort(new Error("busy"));
    refused.resolve();
  });
  const late = await startNode({ bootstrap: node.getMultiaddrs().map(String), limits: { rejoinMs: 200, joinMs: 1 } });
  await refused.promise;
  expect(late.status.servers).toBe(0);
  await node.unhandle(PING);
  await node.handle(PING, async (stream) => {
    for await (const bytes of stream) stream.send(bytes);
  });
  await eventually(() => late.status.servers === 1);
  await node.stop();
});

it("two pings of a peer at once do not get into each other's way", async () => {
  const { node } = await startLibp2p({ ...SETTINGS, privateKey: await readPeerKey(await newPeerKey()) });
  const other = await startNode();
  const { remotePeer } = await node.dial(other.addresses.map((address) => multiaddr(address)));
  const { ping } = node.services as { ping: { ping(peer: PeerId): Promise<number> } };
  const times = await Promise.all([ping.ping(remotePeer), ping.ping(remotePeer)]);
  expect(times.every((ms) => ms >= 0)).toBe(true);
  await node.stop();
});

async function startLiar(
  bootstrap: readonly string[],
  lie: (channel: Channel) => Promise<void>,
): Promise<{ stop(): Promise<void> }> {
  const { node, walked } = await startLibp2p({ ...SETTINGS, privateKey: await readPeerKey(await newPeerKey()) });
  await node.dial(multiaddr(bootstrap[0] ?? ""));
  await walked;
  await node.unhandle(DHT_PROTOCOL);
  await node.handle(DHT_PROTOCOL, async (stream, connection) => {
    const channel = new StreamChannel(stream, connection.remotePeer.toString(), { limits: NETWORK });
    await channel.begun();
    await lie(channel);
  });
  return { stop: async () => node.stop() };
}
