/** Attacks on the DHT: what it keeps, what it answers, and whom it dials because of an answer. */

import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateKeyPair } from "@libp2p/crypto/keys";
import { ping } from "@libp2p/ping";
import { peerIdFromPrivateKey } from "@libp2p/peer-id";
import { multiaddr } from "@multiformats/multiaddr";
import { varint } from "multiformats";
import { CID } from "multiformats/cid";
import * as Digest from "multiformats/hashes/digest";
import { describe, expect, it, onTestFinished } from "vitest";
import { NETWORK } from "../../../node/limits/index.ts";
import { framed } from "../../../node/network/channel.ts";
import { addProvider, getProviders, providersOf } from "../../../node/network/dht-message.ts";
import { DHT_PROTOCOL, recordKey } from "../../../node/network/dht.ts";
import { newPeerKey } from "../../../node/network/index.ts";
import { startLibp2p } from "../../../node/network/libp2p-node.ts";
import { readPeerKey } from "../../../node/network/peer-key.ts";
import { eventually, settled, startNode } from "../network/nodes.ts";
import { shout } from "./attacker.ts";
import { bytes, message, number } from "./protobuf.ts";
import { anyPeer, open, say, startPeer } from "./strange-peers.ts";
import type { Peer } from "./strange-peers.ts";
import type { AddressInfo } from "node:net";
import type { Connection } from "@libp2p/interface";
import type { DhtPeer } from "../../../node/network/dht-message.ts";

describe("the DHT", () => {
  it("keeps no values for anybody, and reads no long messages", async () => {
    const server = await startNode();
    const { node: rogue } = await startPeer();
    const connection = await rogue.dial(server.addresses.map((address) => multiaddr(address)));
    const key = await generateKeyPair("Ed25519");
    const name = message(new TextEncoder().encode("/pk/"), peerIdFromPrivateKey(key).toMultihash().bytes);
    const value = message(number(1, 1), bytes(2, key.publicKey.raw));
    const record = message(bytes(1, name), bytes(2, value), bytes(5, new Date().toISOString()));
    const put = message(number(1, 0), bytes(2, name), bytes(3, record));
    expect(await say(connection, "/cairn/kad/1", framed(put))).toHaveLength(0);
    const long = await open(connection, "/cairn/kad/1");
    shout(long, Uint8Array.of(0x80, 0x80, 0x02));
    await eventually(() => long.status !== "open");
    const find = message(number(1, 4), bytes(2, await anyPeer()));
    expect(await say(connection, "/cairn/kad/1", framed(find))).not.toHaveLength(0);
  });

  /** An announcement, and who is told to hold an object. */
  const announce = (connection: Connection, words: Uint8Array): Promise<Uint8Array> =>
    say(connection, DHT_PROTOCOL, framed(words), 1_000_000);
  async function holdersAt(connection: Connection, key: Uint8Array): Promise<string[]> {
    const answer = await say(connection, DHT_PROTOCOL, framed(getProviders(key)), 1_000_000);
    return answer.length === 0 ? ["no answer"] : providersOf(answer.subarray(varint.decode(answer)[1])).map(hex);
  }
  const hex = (name: Uint8Array): string => Buffer.from(name).toString("hex");
  const idOf = ({ node }: Peer): Uint8Array => node.peerId.toMultihash().bytes;
  const nameOf = (peer: Peer): string => hex(idOf(peer));
  const told = (peer: Peer): DhtPeer => ({
    id: idOf(peer),
    addresses: peer.node.getMultiaddrs().map(({ bytes: b }) => b),
  });
  const newKey = (): Uint8Array => recordKey(crypto.getRandomValues(new Uint8Array(32))).multihash.bytes;

  it("keeps records of objects only, whose names are short", async () => {
    const server = await startNode();
    const rogue = await startPeer();
    const connection = await rogue.node.dial(server.addresses.map((address) => multiaddr(address)));
    const long = CID.createV1(0x55, Digest.create(0, new Uint8Array(4000))).bytes;
    const key = newKey();
    for (const one of [long, key]) await announce(connection, addProvider(one, told(rogue)));
    expect(await holdersAt(connection, long)).toEqual([]);
    expect(await holdersAt(connection, key)).toEqual([nameOf(rogue)]);
  });

  it("takes one record of a message, whose others would cost as much as messages of their own", async () => {
    const server = await startNode({ limits: { budgetRecordsPerPeer: 2 } });
    const rogue = await startPeer();
    const connection = await rogue.node.dial(server.addresses.map((address) => multiaddr(address)));
    const [first, second] = [newKey(), newKey()];
    const { id, addresses } = told(rogue);
    const self = bytes(9, message(bytes(1, id), bytes(2, addresses[0] ?? "")));
    await announce(connection, message(addProvider(first, told(rogue)), ...Array.from({ length: 20 }, () => self)));
    await announce(connection, addProvider(second, told(rogue)));
    for (const key of [first, second]) expect(await holdersAt(connection, key)).toEqual([nameOf(rogue)]);
  });

  it("keeps so many holders of one object, and those stay that came first", async () => {
    const folder = await mkdtemp(join(tmpdir(), "cairn-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const server = await startNode({ folder, limits: { holders: 2 } });
    const key = newKey();
    const peers = [await startPeer(), await startPeer(), await startPeer()] as const;
    const lines: Connection[] = [];
    for (const peer of peers) lines.push(await peer.node.dial(server.addresses.map((address) => multiaddr(address))));
    for (const at of [0, 1, 2, 0]) await announce(lines[at] as Connection, addProvider(key, told(peers[at] as Peer)));
    const held = await holdersAt(lines[2] as Connection, key);
    expect(held.sort()).toEqual([peers[0], peers[1]].map(nameOf).sort());
    await server.stop();
  });

  it("answers with the holders whose addresses it knows, when others are forgotten", async () => {
    const { node, dht } = await startLibp2p({
      listen: ["/ip4/127.0.0.1/tcp/0"],
      announce: [],
      local: true,
      dhtServer: true,
      datastore: undefined,
      limits: NETWORK,
      privateKey: await readPeerKey(await newPeerKey()),
    });
    onTestFinished(() => node.stop());
    const stays = await startPeer();
    const connection = await stays.node.dial(node.getMultiaddrs());
    const key = newKey();
    await announce(connection, addProvider(key, told(stays)));
    await dht.providers.addProvider(CID.decode(key), peerIdFromPrivateKey(await generateKeyPair("Ed25519")));
    expect(await holdersAt(connection, key)).toEqual([nameOf(stays)]);
  });

  it("does not knock at all doors that a server names", async () => {
    let knocks = 0;
    const door = createServer((socket) => {
      knocks++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void door.close());
    const address = multiaddr(`/ip4/127.0.0.1/tcp/${(door.address() as AddressInfo).port}`).bytes;
    const named: Uint8Array[] = [];
    for (let i = 0; i < 400; i++) named.push(bytes(8, message(bytes(1, await anyPeer()), bytes(2, address))));
    const { node: liar } = await startPeer({ services: { ping: ping() } });
    const answered = Promise.withResolvers<void>();
    await liar.handle(DHT_PROTOCOL, (stream) => {
      stream.addEventListener("message", () => {
        shout(stream, framed(message(number(1, 4), ...named)));
        void stream.close().then(answered.resolve, () => {});
      });
    });
    const victim = await startNode({
      bootstrap: liar.getMultiaddrs().map(String),
      limits: { newPeersPerMinute: 5, joinMs: 1 },
    });
    await answered.promise;
    await eventually(() => knocks > 0);
    await settled(() => knocks, 1000);
    // Twenty of the answer are asked in their turn, which is what walks do, and five are tried for the table.
    expect(knocks).toBeLessThanOrEqual(25);
    await victim.stop();
  });
});
