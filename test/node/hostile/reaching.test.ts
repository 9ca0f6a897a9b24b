/**
 * Attacks on what makes nodes reachable: relaying, direct connections through relays (DCUtR), dial-backs, and what peers tell of
 * themselves. Real libp2p nodes on loopback, with the parts that a node has on the internet.
 *
 * 10,000 mutations of each message, some minutes:
 *   CAIRN_HOSTILE=1 npx vitest run test/node/hostile/reaching.test.ts
 */

import { RELAY_V2_HOP_CODEC, RELAY_V2_STOP_CODEC } from "@libp2p/circuit-relay-v2";
import { identifyPush } from "@libp2p/identify";
import { generateKeyPair } from "@libp2p/crypto/keys";
import { peerIdFromPrivateKey } from "@libp2p/peer-id";
import { multiaddr } from "@multiformats/multiaddr";
import { describe, expect, it } from "vitest";
import { encode } from "../../../protocol/index.ts";
import { NETWORK } from "../../../node/limits/index.ts";
import { Arrivals } from "../../../node/network/arrivals.ts";
import { framed } from "../../../node/network/channel.ts";
import { DIAL_BACK_PROTOCOL, serveDialBack } from "../../../node/network/dial-back.ts";
import { holePunching } from "../../../node/network/hole-punching.ts";
import { boundPeerStore } from "../../../node/network/peer-store-bounds.ts";
import { relayTransport } from "../../../node/network/relay-transport.ts";
import { eventually, sleep } from "../network/nodes.ts";
import { shout } from "./attacker.ts";
import { bytes, message, number, numberOf } from "./protobuf.ts";
import { anyPeer, mutants, open, say, startPeer, startRelay } from "./strange-peers.ts";
import type { PeerId } from "@libp2p/interface";
import type { ReservationStore } from "../../../node/network/relay-transport.ts";

const DCUTR = "/libp2p/dcutr";
const PUSH = "/ipfs/id/push/1.0.0";
const OK = 100;
/** Fields of a hop message. */
const [TYPE, PEER, STATUS] = [1, 2, 5];
const MUTATIONS = process.env["CAIRN_HOSTILE"] === undefined ? 40 : 10_000;
const SLOW = 600_000;

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
  const originOf = (): string | undefined => undefined;

  it(
    "is kept in bounds, however much it tells, and garbage not at all",
    async () => {
      const { node: told, parts } = await startPeer({ services: { push: identifyPush() } });
      boundPeerStore(told.peerStore, NETWORK, { self: told.peerId, known: [], isNeeded, originOf });
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
    boundPeerStore(node.peerStore, NETWORK, { self: node.peerId, known: [], isNeeded, originOf });
    const peer = peerIdFromPrivateKey(await generateKeyPair("Ed25519"));
    for (let i = 0; i < 30; i++)
      await node.peerStore.merge(peer, { multiaddrs: [multiaddr(`/ip4/45.1.1.${i}/tcp/1`)] });
    const texts = (await node.peerStore.get(peer)).addresses.map(({ multiaddr: one }) => String(one));
    expect(texts).toHaveLength(NETWORK.addressesKept);
    expect(texts).toContain("/ip4/45.1.1.29/tcp/1");
  });

  it("and has signed is not pushed out by what others tell of it", async () => {
    const { node } = await startPeer();
    boundPeerStore(node.peerStore, NETWORK, { self: node.peerId, known: [], isNeeded, originOf });
    const peer = peerIdFromPrivateKey(await generateKeyPair("Ed25519"));
    const signed = multiaddr("/ip4/45.1.1.1/tcp/1");
    await node.peerStore.patch(peer, { addresses: [{ multiaddr: signed, isCertified: true }] });
    for (let i = 0; i < 30; i++) await node.peerStore.merge(peer, { multiaddrs: [multiaddr(`/ip4/1.1.1.${i}/tcp/1`)] });
    const texts = (await node.peerStore.get(peer)).addresses.map(({ multiaddr: one }) => String(one));
    expect(texts).toContain(String(signed));
    expect(texts).toHaveLength(NETWORK.addressesPerPeer);
  });

  it("is forgotten when too many others have come", async () => {
    const { node } = await startPeer();
    boundPeerStore(node.peerStore, { ...NETWORK, peersKept: 5 }, { self: node.peerId, known: [], isNeeded, originOf });
    for (let i = 0; i < 20; i++)
      await node.peerStore.merge(peerIdFromPrivateKey(await generateKeyPair("Ed25519")), { protocols: ["/x"] });
    expect((await node.peerStore.all()).length).toBe(5);
  });

  it("is not forgotten for a crowd from one place: that forgets its own, and nobody who is needed", async () => {
    const { node } = await startPeer();
    const origins = new Map<string, string>();
    const needed = new Set<string>();
    boundPeerStore(
      node.peerStore,
      { ...NETWORK, peersKept: 10 },
      {
        self: node.peerId,
        known: [],
        isNeeded: (peer) => needed.has(peer.toString()),
        originOf: (peer) => origins.get(peer.toString()),
      },
    );
    const comes = async (origin?: string): Promise<PeerId> => {
      const peer = peerIdFromPrivateKey(await generateKeyPair("Ed25519"));
      if (origin !== undefined) origins.set(peer.toString(), origin);
      await node.peerStore.merge(peer, { multiaddrs: [multiaddr("/ip4/45.1.1.1/tcp/1")] });
      return peer;
    };
    const few = [await comes("8.8.8"), await comes("9.9.9"), await comes()];
    const crowd = await comes("45.1.1");
    needed.add(crowd.toString());
    for (let i = 0; i < 30; i++) await comes("45.1.1");
    const kept = new Set((await node.peerStore.all()).map(({ id }) => id.toString()));
    expect([...few, crowd].filter((peer) => !kept.has(peer.toString()))).toEqual([]);
    expect(kept.size).toBe(10);
  });
});
