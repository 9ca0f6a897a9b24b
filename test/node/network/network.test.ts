import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createNetwork, newPeerKey, peerIdBytes, peerIdText } from "../../../node/network/index.ts";
import { networkCompliance } from "../../compliance/network.ts";
import { drain, eventually, pour, soon, startNode, startPair } from "./nodes.ts";

const listen = ["/ip4/127.0.0.1/tcp/0"];
const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "cairn-network-"));
  folders.push(folder);
  return folder;
}

networkCompliance("libp2p", (bootstrap) => createNetwork({ listen, bootstrap, local: true, dhtServer: true }));

describe("a restart with the same folder", () => {
  it("on another port is found by a peer that knows only the old one, through what others know", async () => {
    const privateKey = await newPeerKey();
    const hub = await startNode();
    const bootstrap = hub.addresses;
    const first = await createNetwork({ listen, bootstrap, local: true, dhtServer: true, privateKey });
    const asker = await startNode({ bootstrap, listen: [], dhtServer: false });
    await first.serve("offer", async (channel) => channel.writeMessage(await channel.readMessage(16)));
    const old = { peer: first.peer, addresses: first.addresses };
    const before = await asker.open(old, "offer", soon());
    await before.finish();
    await first.stop();
    await eventually(() => asker.status.connections === 1);

    const again = await startNode({ bootstrap, privateKey });
    await again.serve("offer", async (channel) => channel.writeMessage(await channel.readMessage(16)));
    expect(again.addresses).not.toEqual(old.addresses);
    const channel = await asker.open(old, "offer", soon());
    await channel.writeMessage(Uint8Array.of(7));
    expect(await channel.readMessage(16)).toEqual(Uint8Array.of(7));
    await channel.finish();
  });

  it("keeps the peer id and finds its peers again without a bootstrap address", async () => {
    const folder = await newFolder();
    const other = await startNode();
    const first = await createNetwork({ listen, bootstrap: other.addresses, local: true, dhtServer: true, folder });
    await eventually(() => first.status.servers === 1);
    await first.stop();
    await eventually(() => other.status.connections === 0);

    const again = await startNode({ folder });
    expect(again.peer).toBe(first.peer);
    await eventually(() => again.status.servers === 1);
    await other.serve("offer", async (channel) => channel.writeMessage(await channel.readMessage(16)));
    const channel = await again.open({ peer: other.peer, addresses: [] }, "offer", soon());
    await channel.finish();
  });

  it("still answers for records that others had left there", async () => {
    const folder = await newFolder();
    const object = crypto.getRandomValues(new Uint8Array(32));
    const first = await createNetwork({ listen, bootstrap: [], local: true, dhtServer: true, folder });
    const holder = await startNode({ bootstrap: first.addresses, dhtServer: false });
    expect(await holder.announce([object])).toEqual([1]);
    await first.stop();
    const again = await startNode({ folder });
    const finder = await startNode({ listen: [], dhtServer: false, bootstrap: again.addresses });
    const found: string[] = [];
    for await (const { peer } of finder.findHolders(object)) found.push(peer);
    expect(found).toEqual([holder.peer]);
  });

  it("is refused with ERR_STORE_LOCKED while the first still runs", async () => {
    const folder = await newFolder();
    await startNode({ folder });
    const second = createNetwork({ listen, bootstrap: [], local: true, dhtServer: true, folder });
    await expect(second).rejects.toMatchObject({ code: "ERR_STORE_LOCKED" });
  });
});

describe("starting", () => {
  it("on a port that is taken is ERR_PORT_TAKEN and leaves nothing running", async () => {
    const { addresses } = await startNode();
    const taken = (addresses[0] ?? "").replace(/\/p2p\/.*/, "");
    const folder = await newFolder();
    const options = { bootstrap: [], local: true, dhtServer: true, folder };
    await expect(createNetwork({ ...options, listen: [taken] })).rejects.toMatchObject({ code: "ERR_PORT_TAKEN" });
    await startNode({ ...options, listen }); // the folder is free again
  });

  it.each([
    ["a peer key of the wrong length", { privateKey: new Uint8Array(31) }],
    ["a bootstrap address that is none", { bootstrap: ["127.0.0.1:4001"] }],
    ["an address to listen on that is none", { listen: ["/ip4/127.0.0.1/udp/0/quic-v1"] }],
  ])("with %s is ERR_CONFIG_INVALID", async (_, wrong) => {
    const options = { listen, bootstrap: [], local: true, dhtServer: true, ...wrong };
    await expect(createNetwork(options)).rejects.toMatchObject({ code: "ERR_CONFIG_INVALID" });
  });

  it("from a seed or from the protobuf key gives the peer id of that key", async () => {
    const seed = new Uint8Array(32).fill(5);
    const a = await startNode({ privateKey: seed });
    await a.stop();
    const b = await startNode({ privateKey: seed });
    expect(b.peer).toBe(a.peer);
    const key = await newPeerKey();
    const c = await startNode({ privateKey: key });
    await c.stop();
    const d = await startNode({ privateKey: key });
    expect(d.peer).toBe(c.peer);
    expect(peerIdText(peerIdBytes(c.peer))).toBe(c.peer);
  });

  it("with a bootstrap peer that is away goes on alone and joins when it is back", async () => {
    const seed = new Uint8Array(32).fill(6);
    const first = await startNode({ privateKey: seed });
    const [address = ""] = first.addresses;
    await first.stop();
    const early = await startNode({ bootstrap: [address], limits: { rejoinMs: 100 } });
    expect(early.status.servers).toBe(0);
    const back = await startNode({ privateKey: seed, listen: [address.replace(/\/p2p\/.*/, "")] });
    await eventually(() => early.status.servers === 1 && back.status.servers === 1);
  });

  it("outside a local network tells nobody of private addresses and dials none", async () => {
    const { addresses } = await startNode();
    const outside = await startNode({ local: false, bootstrap: addresses, limits: { joinMs: 500 } });
    expect(outside.addresses).toEqual([]);
    expect(outside.status.connections).toBe(0);
    const to = { peer: peerOf(addresses), addresses };
    await expect(outside.open(to, "offer", soon())).rejects.toMatchObject({ code: "ERR_PEER_UNREACHABLE" });
  });
});

it("stop under load is quick and ends every handler and every caller", async () => {
  const { server, client, to } = await startPair();
  let ended = 0;
  await server.serve("retrieve", async (channel) => {
    await channel.readMessage(16);
    await pour(channel, 1024, new Uint8Array(2 ** 20), () => {}).finally(() => ended++);
  });
  const callers = Array.from({ length: 8 }, async () => {
    const channel = await client.open(to, "retrieve", { signal: AbortSignal.timeout(30_000) });
    await channel.writeMessage(Uint8Array.of(1));
    await drain(channel, 1024 * 2 ** 20);
  });
  const results = Promise.allSettled(callers);
  await eventually(() => server.status.serving === 8);
  const before = performance.now();
  await server.stop();
  expect(performance.now() - before).toBeLessThan(4000);
  await eventually(() => ended === 8);
  for (const result of await results)
    expect(result).toMatchObject({ status: "rejected", reason: { code: "ERR_BODY_TRUNCATED" } });
  expect(client.status.streams).toBe(0);
});

it("peerIdText is undefined for bytes that are no peer id", () => {
  expect(peerIdText(new Uint8Array(0))).toBeUndefined();
  expect(peerIdText(crypto.getRandomValues(new Uint8Array(38)).fill(0xff, 0, 2))).toBeUndefined();
});

function peerOf(addresses: readonly string[]): string {
  return (addresses[0] ?? "").split("/p2p/")[1] ?? "";
}
