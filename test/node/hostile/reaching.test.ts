/**
 * Attacks on what makes nodes reachable: relaying, direct connections through relays (DCUtR), dial-backs, and what peers tell of
 * themselves. Real libp2p nodes on loopback, with the parts that a node has on the internet.
 *
 * 10,000 mutations of each message, some minutes:
 *   CAIRN_HOSTILE=1 npx vitest run test/node/hostile/reaching.test.ts
 */

import { noise } from "@chainsafe/libp2p-noise";
import { circuitRelayTransport, RELAY_V2_HOP_CODEC, RELAY_V2_STOP_CODEC } from "@libp2p/circuit-relay-v2";
import { identify, identifyPush } from "@libp2p/identify";
import { generateKeyPair } from "@libp2p/crypto/keys";
import { peerIdFromPrivateKey } from "@libp2p/peer-id";
import { tcp } from "@libp2p/tcp";
import { yamux } from "@libp2p/yamux";
import { multiaddr } from "@multiformats/multiaddr";
import { createLibp2p } from "libp2p";
import { afterEach, describe, expect, it } from "vitest";
import { encode } from "../../../protocol/index.ts";
import { NETWORK } from "../../../node/limits/index.ts";
import { Arrivals } from "../../../node/network/arrivals.ts";
import { framed } from "../../../node/network/channel.ts";
import { DIAL_BACK_PROTOCOL, serveDialBack } from "../../../node/network/dial-back.ts";
import { holePunching } from "../../../node/network/hole-punching.ts";
import { boundPeerStore } from "../../../node/network/peer-store-bounds.ts";
import { RelayServer } from "../../../node/network/relay-server.ts";
import { relayTransport } from "../../../node/network/relay-transport.ts";
import { eventually, sleep, startNode } from "../network/nodes.ts";
import { shout } from "./attacker.ts";
import { Dice } from "./mutants.ts";
import { bytes, message, number, numberOf } from "./protobuf.ts";
import type { Connection, Libp2p, Stream, Transport } from "@libp2p/interface";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { NetworkLimits } from "../../../node/network/network.ts";
import type { NodeParts } from "../../../node/network/parts.ts";
import type { ReservationStore } from "../../../node/network/relay-transport.ts";

const DCUTR = "/libp2p/dcutr";
const PUSH = "/ipfs/id/push/1.0.0";
const OK = 100;
/** Fields of a hop message. */
const [TYPE, PEER, STATUS] = [1, 2, 5];
const MUTATIONS = process.env["CAIRN_HOSTILE"] === undefined ? 40 : 10_000;
const SLOW = 600_000;

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Peer {
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

async function startPeer({ transport, listen, services }: PeerOptions = {}): Promise<Peer> {
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
  ends.push(() => node.stop());
  return { node, parts: parts as NodeParts, dials };
}

async function startRelay(limits: Partial<NetworkLimits> = {}): Promise<Peer & { server: RelayServer }> {
  const peer = await startPeer();
  const server = new RelayServer({ ...peer, limits: { ...NETWORK, ...limits } });
  await server.start();
  ends.push(() => server.stop());
  return { ...peer, server };
}

const open = (connection: Connection, protocol: string): Promise<Stream> =>
  connection.newStream(protocol, { runOnLimitedConnection: true, signal: AbortSignal.timeout(5000) });

/** Says something on a stream of its own, and resolves with what came back when the other side has said all, or enough. */
async function say(connection: Connection, protocol: string, words: Uint8Array, isEnough = 1): Promise<Uint8Array> {
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
function mutants(messages: readonly Uint8Array[], count: number, seed: number): Uint8Array[] {
  const dice = new Dice(seed);
  return Array.from({ length: count }, () => {
    const copy = new Uint8Array(dice.pick(messages));
    if (dice.roll(8) === 0) return dice.bytes(dice.roll(300));
    if (dice.roll(4) === 0) return framed(copy.slice(0, dice.roll(copy.length + 1)));
    for (let i = dice.roll(6); i >= 0; i--) copy[dice.roll(copy.length)] = dice.roll(256);
    return dice.roll(8) === 0 ? copy : framed(copy);
  });
}

async function anyPeer(): Promise<Uint8Array> {
  return peerIdFromPrivateKey(await generateKeyPair("Ed25519")).toMultihash().bytes;
}

describe("a relay", () => {
  const RESERVE = number(TYPE, 0);

  it(
    "bears garbage, mutations and messages that are too long, and relays for others",
    async () => {
      const { node: relay, server } = await startRelay({
        relayAsksPerMinute: 100_000,
        relayAsksPerMinutePerPeer: 100_000,
      });
      const { node: rogue } = await startPeer();
      const connection = await rogue.dial(relay.getMultiaddrs());
      const connect = message(number(TYPE, 1), bytes(PEER, bytes(1, await anyPeer())));
      for (const words of mutants([RESERVE, connect], MUTATIONS, 1)) await say(connection, RELAY_V2_HOP_CODEC, words);
      const long = await open(connection, RELAY_V2_HOP_CODEC);
      shout(long, Uint8Array.of(0x80, 0x80, 0x80, 0x01));
      await eventually(() => long.status !== "open");
      expect(server.places).toBeLessThanOrEqual(1);
      const { node: honest } = await startPeer({ listen: [] });
      const answer = await say(await honest.dial(relay.getMultiaddrs()), RELAY_V2_HOP_CODEC, framed(RESERVE));
      expect(numberOf(answer, STATUS)).toBe(OK);
    },
    SLOW,
  );

  it("signs so many places in a minute for one peer, however often it asks", async () => {
    const { node: relay } = await startRelay({ relayAsksPerMinutePerPeer: 3 });
    const { node: greedy } = await startPeer();
    const connection = await greedy.dial(relay.getMultiaddrs());
    const answers: (number | undefined)[] = [];
    for (let i = 0; i < 10; i++)
      answers.push(numberOf(await say(connection, RELAY_V2_HOP_CODEC, framed(RESERVE)), STATUS));
    expect(answers.filter((status) => status === OK)).toHaveLength(3);
  });

  it("gives up on a peer that never says whether it takes a connection, and keeps no stream of it", async () => {
    const { node: relay } = await startRelay({ relayReserveMs: 150 });
    const { node: mute } = await startPeer();
    const connection = await mute.dial(relay.getMultiaddrs());
    await mute.unhandle(RELAY_V2_STOP_CODEC);
    await mute.handle(RELAY_V2_STOP_CODEC, () => {}, { runOnLimitedConnection: true });
    await say(connection, RELAY_V2_HOP_CODEC, framed(RESERVE));
    const { node: caller } = await startPeer();
    const address = `${String(relay.getMultiaddrs()[0])}/p2p-circuit/p2p/${mute.peerId.toString()}`;
    await expect(caller.dial(multiaddr(address))).rejects.toThrow();
    const unanswered = (): number =>
      relay
        .getConnections(mute.peerId)
        .flatMap(({ streams }) => streams)
        .filter(({ protocol }) => protocol === RELAY_V2_STOP_CODEC).length;
    await eventually(() => unanswered() === 0);
  });
});

describe("a node with a place at a relay", () => {
  it(
    "bears what a lying relay sends in place of connections",
    async () => {
      const { node: relay } = await startRelay();
      let store: ReservationStore | undefined;
      const options = { local: true, limits: NETWORK, relayDials: new Set<string>() };
      const { node: holder } = await startPeer({
        transport: relayTransport(options, (made) => (store = made)),
        listen: [],
      });
      await holder.dial(relay.getMultiaddrs());
      await store?.addRelay(relay.peerId, "configured");
      const [line] = relay.getConnections(holder.peerId);
      if (line === undefined) throw new Error("no connection");
      const incoming = message(number(TYPE, 0), bytes(PEER, bytes(1, await anyPeer())));
      for (const words of mutants([incoming], MUTATIONS, 2)) {
        const stream = await open(line, RELAY_V2_STOP_CODEC).catch(() => undefined);
        if (stream === undefined) continue;
        shout(stream, words);
        await sleep(1);
        stream.abort(new Error("enough"));
      }
      const long = await open(line, RELAY_V2_STOP_CODEC);
      shout(long, Uint8Array.of(0x80, 0x80, 0x80, 0x01));
      await eventually(() => long.status !== "open");
      expect(line.status).toBe("open");
      expect(await say(line, "/ipfs/id/1.0.0", new Uint8Array(0), 100)).not.toHaveLength(0);
    },
    SLOW,
  );
});

describe("a peer that wants others dialled", () => {
  const strangers = Array.from({ length: 40 }, (_, i) => multiaddr(`/ip4/45.${i}.7.1/tcp/${1000 + i}`));
  const connect = framed(message(number(1, 100), ...strangers.map((address) => bytes(2, address.bytes))));
  const ask = Buffer.concat([connect, framed(number(1, 300))]);

  it("is dialled for by nobody that it is connected to directly", async () => {
    const { node: victim, dials } = await startPeer({ services: { dcutr: holePunching(NETWORK) } });
    const { node: rogue } = await startPeer();
    const connection = await rogue.dial(victim.getMultiaddrs());
    for (let i = 0; i < 3; i++) expect(await say(connection, DCUTR, ask)).toHaveLength(0);
    expect(dials).toEqual([]);
  });

  it("gets some dials through a relay, to hosts of one each, and then no more", async () => {
    const { node: relay } = await startRelay();
    const limits = { ...NETWORK, punchesPerMinute: 3 };
    const { node: victim, parts, dials } = await startPeer({ services: { dcutr: holePunching(limits) }, listen: [] });
    await parts.transportManager.listen([multiaddr(`${String(relay.getMultiaddrs()[0])}/p2p-circuit`)]);
    const { node: rogue } = await startPeer();
    const address = `${String(relay.getMultiaddrs()[0])}/p2p-circuit/p2p/${victim.peerId.toString()}`;
    const connection = await rogue.dial(multiaddr(address));
    for (let i = 0; i < 6; i++) await say(connection, DCUTR, ask, 1_000_000).catch(() => {});
    expect(dials.length).toBeGreaterThan(0);
    expect(dials.length).toBeLessThanOrEqual(3 * NETWORK.punchAddresses);
    expect(new Set(dials.map((dialled) => dialled.getComponents()[0]?.value)).size).toBeLessThanOrEqual(
      NETWORK.punchHosts,
    );
  });

  it(
    "may say anything: whoever it says it to is not harmed, and dials no more than that",
    async () => {
      const { node: relay } = await startRelay({ relayedBytes: 100_000_000, relayedMs: SLOW });
      const {
        node: victim,
        parts,
        dials,
      } = await startPeer({ services: { dcutr: holePunching(NETWORK) }, listen: [] });
      await parts.transportManager.listen([multiaddr(`${String(relay.getMultiaddrs()[0])}/p2p-circuit`)]);
      const { node: rogue } = await startPeer();
      const address = `${String(relay.getMultiaddrs()[0])}/p2p-circuit/p2p/${victim.peerId.toString()}`;
      const connection = await rogue.dial(multiaddr(address));
      const small = message(number(1, 100), ...strangers.slice(0, 3).map((one) => bytes(2, one.bytes)));
      for (const words of mutants([small, number(1, 300)], MUTATIONS, 5)) await say(connection, DCUTR, words);
      expect(connection.status).toBe("open");
      const minutes = Math.ceil(performance.now() / 60_000) + 1;
      expect(dials.length).toBeLessThanOrEqual(minutes * NETWORK.punchesPerMinute * NETWORK.punchAddresses);
    },
    SLOW,
  );

  it(
    "is asked by mutated questions for dial-backs as by others: they are answered or refused",
    async () => {
      const { node: asked } = await startPeer();
      const limits = { ...NETWORK, dialBacksPerHost: 1_000_000, dialBacksInAll: 1_000_000, dialBackMs: 500 };
      const log = { debug() {}, warn() {}, error() {} };
      const signal = new AbortController().signal;
      await serveDialBack({ node: asked, arrivals: new Arrivals(), local: true, limits, log, signal });
      const { node: rogue } = await startPeer();
      const connection = await rogue.dial(asked.getMultiaddrs());
      const question = encode({ ports: [1, 2] });
      for (const words of mutants([question], MUTATIONS, 3)) await say(connection, DIAL_BACK_PROTOCOL, words);
      expect(await say(connection, DIAL_BACK_PROTOCOL, framed(question))).not.toHaveLength(0);
    },
    SLOW,
  );
});

describe("what a peer tells of itself", () => {
  const isNeeded = (): boolean => false;

  it(
    "is kept in bounds, however much it tells, and garbage not at all",
    async () => {
      const { node: told, parts } = await startPeer({ services: { push: identifyPush() } });
      boundPeerStore(told.peerStore, NETWORK, { self: told.peerId, known: [], isNeeded });
      expect(parts.peerStore).toBe(told.peerStore);
      const { node: teller } = await startPeer();
      const connection = await teller.dial(told.getMultiaddrs());
      const many = (part: number): Uint8Array =>
        message(
          ...Array.from({ length: 300 }, (_, i) =>
            bytes(2, multiaddr(`/ip4/45.${part}.${i % 250}.1/tcp/${i + 1}`).bytes),
          ),
          ...Array.from({ length: 200 }, (_, i) => bytes(3, `/p/${part}/${i}`)),
          bytes(6, "x".repeat(1000)),
        );
      await say(
        connection,
        PUSH,
        Buffer.concat(Array.from({ length: 10 }, (_, part) => framed(many(part)))),
        1_000_000,
      );
      const kept = await told.peerStore.get(teller.peerId);
      expect(kept.addresses.length).toBe(NETWORK.addressesKept);
      expect(kept.protocols.length).toBeLessThanOrEqual(NETWORK.protocolsKept + 1);
      expect(kept.metadata.get("AgentVersion")?.length).toBe(NETWORK.peerFactBytes);
      for (const words of mutants([many(1).slice(0, 900)], MUTATIONS, 4)) await say(connection, PUSH, words, 1_000_000);
      expect((await told.peerStore.get(teller.peerId)).addresses.length).toBeLessThanOrEqual(NETWORK.addressesKept);
    },
    SLOW,
  );

  it("is added to by what it tells later, and older addresses go", async () => {
    const { node } = await startPeer();
    boundPeerStore(node.peerStore, NETWORK, { self: node.peerId, known: [], isNeeded });
    const peer = peerIdFromPrivateKey(await generateKeyPair("Ed25519"));
    for (let i = 0; i < 30; i++)
      await node.peerStore.merge(peer, { multiaddrs: [multiaddr(`/ip4/45.1.1.${i}/tcp/1`)] });
    const texts = (await node.peerStore.get(peer)).addresses.map(({ multiaddr: one }) => String(one));
    expect(texts).toHaveLength(NETWORK.addressesKept);
    expect(texts).toContain("/ip4/45.1.1.29/tcp/1");
  });

  it("is forgotten when too many others have come", async () => {
    const { node } = await startPeer();
    boundPeerStore(node.peerStore, { ...NETWORK, peersKept: 5 }, { self: node.peerId, known: [], isNeeded });
    for (let i = 0; i < 20; i++)
      await node.peerStore.merge(peerIdFromPrivateKey(await generateKeyPair("Ed25519")), { protocols: ["/x"] });
    expect((await node.peerStore.all()).length).toBe(5);
  });
});

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
});
