// The directory: which peers hold an object, as provider records in the DHT.
//
// kad-dht's own provide() costs 40 requests and up to 290 ms CPU over the network for one object, and resolves even when nobody stored
// the record. So records are grouped by the server that should keep them, and each server gets all of its own on one stream. Records are
// counted when the server has shown the last of their batch on that stream: it handles a stream's messages in order and drops the stream
// at the first that fails.

import { createHash } from "node:crypto";
import { setImmediate as turn, setTimeout as delay } from "node:timers/promises";
import { peerIdFromString } from "@libp2p/peer-id";
import { cairnError, sameBytes } from "../../protocol/index.ts";
import { framed } from "./channel.ts";
import { addProvider, getProviders, providersOf } from "./dht-message.ts";
import { recordKey } from "./dht.ts";
import { abortReason } from "./faults.ts";
import { inParallel } from "./in-parallel.ts";
import { within } from "./within.ts";
import type { PeerId } from "@libp2p/interface";
import type { Channel } from "./channel.ts";
import type { Dht } from "./dht.ts";
import type { DhtPeer } from "./dht-message.ts";
import type { NetworkLimits, NetworkLog, PeerAddress } from "./network.ts";

/** Keys compared with the whole table before other work gets its turn: about 10 ms. */
const KEYS_PER_TURN = 64;

export interface DirectoryComponents {
  readonly dht: Dht;
  readonly self: PeerId;
  /** Our own addresses, as multiaddr bytes, at this moment. */
  readonly addresses: () => readonly Uint8Array[];
  /** Opens a stream of the DHT protocol. */
  readonly openStream: (peer: PeerId, signal: AbortSignal) => Promise<Channel>;
  readonly log: NetworkLog;
}

interface Share {
  readonly server: PeerId;
  readonly objects: number[];
}

export class Directory {
  readonly #parts: DirectoryComponents;
  readonly #limits: NetworkLimits;
  /** When we last announced an object, by its record key: what kad-dht has to forget when nobody renews it. */
  readonly #own = new Map<string, number>();
  #filledAt = Number.NEGATIVE_INFINITY;

  constructor(parts: DirectoryComponents, limits: NetworkLimits) {
    this.#parts = parts;
    this.#limits = limits;
  }

  /**
   * How many servers took the record of each object, in the order given. A server counts itself. Throws ERR_ABORTED, ERR_CONFIG_INVALID
   * for a node without an address, ERR_INTERNAL for too many objects; a server that fails only lowers the count.
   */
  async announce(objects: readonly Uint8Array[], signal: AbortSignal): Promise<number[]> {
    this.#checkAnnouncement(objects);
    const stored = objects.map(() => 0);
    const keys = objects.map((digest) => recordKey(digest).multihash.bytes);
    if (this.#parts.dht.getMode() === "server") await this.#keepOwn(objects, stored);
    const shares = await this.#shares(keys, signal);
    await inParallel(shares, this.#limits.announceStreams, async ({ server, objects: share }) => {
      for (const object of await this.#deliver(server, share, keys, signal)) stored[object] = (stored[object] ?? 0) + 1;
    });
    throwIfAborted(signal);
    return stored;
  }

  /** Peers that say they hold the object, each once, without ourselves. Ends at `max`, at the end of the query or its deadline. */
  async *findHolders(
    object: Uint8Array,
    max: number,
    signal: AbortSignal,
  ): AsyncGenerator<PeerAddress, void, undefined> {
    const seen = new Set([this.#parts.self.toString()]);
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(this.#patience(this.#limits.queryMs))]);
    const query = this.#parts.dht.findProviders(recordKey(object), { signal: deadline });
    try {
      for await (const event of query) {
        if (event.name !== "PROVIDER") continue;
        for (const { id, multiaddrs } of event.providers) {
          const peer = id.toString();
          if (seen.has(peer)) continue;
          seen.add(peer);
          yield { peer, addresses: multiaddrs.slice(0, this.#limits.addressesPerPeer).map(String) };
          if (seen.size > max) return;
        }
      }
    } catch (error) {
      throwIfAborted(signal);
      if (!deadline.aborted)
        this.#parts.log.debug({ event: "dht.search-failed", err: error }, "a search for holders broke off");
    }
  }

  /** Forgets own records that were not renewed, before kad-dht's reprovider would renew them one by one. */
  async sweep(now: number = Date.now()): Promise<void> {
    for (const [hex, announced] of this.#own) {
      if (now - announced < this.#limits.ownRecordMs) continue;
      this.#own.delete(hex);
      await this.#parts.dht.cancelReprovide(recordKey(Buffer.from(hex, "hex")));
    }
  }

  #checkAnnouncement(objects: readonly Uint8Array[]): void {
    const { announceObjects } = this.#limits;
    if (objects.length > announceObjects) {
      throw cairnError(
        "ERR_INTERNAL",
        `At most ${announceObjects} objects are announced at once, not ${objects.length}.`,
      );
    }
    if (this.#parts.addresses().length === 0) {
      throw cairnError(
        "ERR_CONFIG_INVALID",
        "A node that others cannot dial has nothing to announce: set an address to listen on.",
      );
    }
  }

  async #keepOwn(objects: readonly Uint8Array[], stored: number[]): Promise<void> {
    const { dht, self } = this.#parts;
    for (const [index, digest] of objects.entries()) {
      await dht.providers.addProvider(recordKey(digest), self);
      this.#own.set(Buffer.from(digest).toString("hex"), Date.now());
      stored[index] = 1;
    }
  }

  /** Groups the keys by the servers closest to each. */
  async #shares(keys: readonly Uint8Array[], signal: AbortSignal): Promise<Iterable<Share>> {
    await this.#fillTable(keys[0], signal);
    const shares = new Map<string, Share>();
    const assign = (server: PeerId, object: number): void => {
      const share = shares.get(server.toString()) ?? { server, objects: [] };
      share.objects.push(object);
      shares.set(server.toString(), share);
    };
    const atOnce = this.#tableIsSample() ? this.#limits.lookups : 1;
    await inParallel(keys.entries(), atOnce, async ([object, key]) => {
      if (object % KEYS_PER_TURN === 0) await turn();
      for (const server of await this.#closest(key, signal)) assign(server, object);
    });
    return shares.values();
  }

  /** In a network of some hundred servers the table holds all of them, and no question has to be asked. */
  async #closest(key: Uint8Array, signal: AbortSignal): Promise<PeerId[]> {
    const kadId = createHash("sha256").update(key).digest();
    const known = this.#parts.dht.routingTable.closestPeers(kadId, { count: this.#limits.recordServers });
    if (!this.#tableIsSample()) return known;
    const asked = await this.#askClosest(key, signal);
    return asked.length > 0 ? asked : known;
  }

  /** A query waits for a first neighbour. One who has none now will hardly get one in a moment. */
  #patience(maxMs: number): number {
    return this.#tableSize() === 0 ? this.#limits.lonelyQueryMs : maxMs;
  }

  #tableIsSample(): boolean {
    return this.#tableSize() >= this.#limits.sampledTable;
  }

  async #fillTable(key: Uint8Array | undefined, signal: AbortSignal): Promise<void> {
    if (key === undefined || this.#tableSize() >= this.#limits.recordServers) return;
    if (performance.now() - this.#filledAt < this.#limits.fillEveryMs) return;
    this.#filledAt = performance.now();
    await this.#askClosest(key, signal, this.#limits.fillMs);
    await this.#settled(signal);
  }

  // Servers that others named are tried before they enter the table.
  async #settled(signal: AbortSignal): Promise<void> {
    const { settleMs, fillMs } = this.#limits;
    const end = performance.now() + fillMs;
    for (let before = -1; before !== this.#tableSize() && performance.now() < end && !signal.aborted;) {
      before = this.#tableSize();
      await delay(settleMs, undefined, { ref: false });
    }
  }

  #tableSize(): number {
    return this.#parts.dht.routingTable.size;
  }

  async #askClosest(key: Uint8Array, signal: AbortSignal, maxMs: number = this.#limits.queryMs): Promise<PeerId[]> {
    const found: PeerId[] = [];
    try {
      await within(this.#patience(maxMs), signal, async (deadline) => {
        for await (const event of this.#parts.dht.getClosestPeers(key, { signal: deadline })) {
          if (event.name === "FINAL_PEER" && !event.peer.id.equals(this.#parts.self)) found.push(event.peer.id);
        }
      });
    } catch (error) {
      throwIfAborted(signal);
      this.#parts.log.debug({ event: "dht.walk-failed", err: error }, "a walk through the DHT broke off");
    }
    return found;
  }

  /** Sends a server its share and returns the objects whose record it took. Never throws: one server less is no failure. */
  async #deliver(
    server: PeerId,
    objects: readonly number[],
    keys: readonly Uint8Array[],
    signal: AbortSignal,
  ): Promise<number[]> {
    const taken: number[] = [];
    try {
      await within(this.#limits.announceMs, signal, async (deadline) => {
        const channel = await this.#parts.openStream(server, deadline);
        try {
          await this.#deliverBatches(channel, objects, keys, taken);
        } finally {
          await channel.finish();
        }
      });
    } catch (error) {
      this.#parts.log.debug(
        { event: "dht.records-refused", err: error, server: server.toString(), taken: taken.length },
        "a DHT server took not all records",
      );
    }
    return taken;
  }

  async #deliverBatches(
    channel: Channel,
    objects: readonly number[],
    keys: readonly Uint8Array[],
    taken: number[],
  ): Promise<void> {
    for (let at = 0; at < objects.length; at += this.#limits.recordsPerCheck) {
      const batch = objects.slice(at, at + this.#limits.recordsPerCheck);
      await this.#deliverBatch(
        channel,
        batch.map((object) => keys[object] as Uint8Array),
      );
      taken.push(...batch);
    }
  }

  // All records, then the question for the last: a server that dropped one, or ran out of room, does not have it.
  // The answer is also our backpressure, for the server reads no faster than it stores.
  async #deliverBatch(channel: Channel, keys: readonly Uint8Array[]): Promise<void> {
    const self: DhtPeer = { id: this.#parts.self.toMultihash().bytes, addresses: this.#parts.addresses() };
    const last = keys[keys.length - 1] as Uint8Array;
    const messages = [...keys.map((key) => addProvider(key, self)), getProviders(last)];
    await channel.write(Buffer.concat(messages.map(framed)));
    const answer = await channel.readMessage(this.#limits.dhtAnswerBytes);
    if (providersOf(answer).some((id) => sameBytes(id, self.id))) return;
    throw cairnError("ERR_PEER_REFUSED", `${channel.remote} did not keep our provider records.`, {
      facts: { peer: channel.remote },
    });
  }
}

/** Throws ERR_CONFIG_INVALID on text that is no peer id. */
export function parsePeer(text: string): PeerId {
  try {
    return peerIdFromString(text);
  } catch (cause) {
    throw cairnError("ERR_CONFIG_INVALID", `${text.slice(0, 64)} is not a peer id.`, { cause });
  }
}

function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw abortReason(signal);
}
