// Keeps finding out whether others can dial this node, and acts on it: confirmed addresses are told to others, a node that nobody reaches
// keeps no DHT records and asks relays for places, one that is reached may be a relay itself.

import { isIPv6 } from "node:net";
import { multiaddr } from "@multiformats/multiaddr";
import { askDialBack, DIAL_BACK_PROTOCOL, MAX_PORTS } from "./dial-back.ts";
import { inParallel } from "./in-parallel.ts";
import { forwardedSockets, leadsTo, ownAddresses, reachedSockets } from "./own-addresses.ts";
import { hostOf, isDirect, isRelayed } from "./reachable.ts";
import { ReachVerdict } from "./reach-verdict.ts";
import type { Connection, PeerId } from "@libp2p/interface";
import type { DialBackAnswer, DialBackParts } from "./dial-back.ts";
import type { Dht } from "./dht.ts";
import type { Reachability } from "./network.ts";
import type { OwnAddress } from "./own-addresses.ts";
import type { NodeParts } from "./parts.ts";
import type { RelayPlaces } from "./relay-places.ts";
import type { RelayServer } from "./relay-server.ts";

export interface ReachParts extends DialBackParts {
  readonly parts: NodeParts;
  readonly dht: Dht;
  /** Whether the node keeps DHT records while it is in reach. */
  readonly dhtServer: boolean;
  /** Asks for places at relays; not with `relay: "off"`. */
  readonly places?: RelayPlaces;
  /** Is a relay for others; only with `relay: "serve"`. */
  readonly server?: RelayServer;
}

export class Reach {
  readonly #parts: ReachParts;
  readonly #verdict = new ReachVerdict();
  #timer: NodeJS.Timeout | undefined;
  #checking: Promise<void> | undefined;
  #told = "unknown";
  #published = "";
  #stopped = false;

  constructor(parts: ReachParts) {
    this.#parts = parts;
  }

  get reachability(): Reachability {
    const addresses = this.#parts.node.getMultiaddrs().filter(isRelayed).map(String);
    return this.#verdict.reachability(addresses);
  }

  /** Begins after `limits.reachFirstMs`; on a local network it only looks whether somebody connects. */
  start(): void {
    const { local, limits, node } = this.#parts;
    if (local) node.addEventListener("connection:open", this.#onLocalConnection);
    else this.#later(limits.reachFirstMs);
  }

  /** The next round comes as soon as a first one would: something has changed. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#later(this.#parts.limits.reachFirstMs);
  }

  /** Begins nothing more; what runs ends with the signal of the parts. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#parts.node.removeEventListener("connection:open", this.#onLocalConnection);
  }

  /** One round now: asks, draws the conclusion, acts on it. Never throws. */
  async check(): Promise<void> {
    await (this.#checking ??= this.#check().finally(() => (this.#checking = undefined)));
  }

  async #check(): Promise<void> {
    try {
      await this.#round();
      await this.#act();
    } catch (error) {
      if (!this.#stopped)
        this.#parts.log.debug({ event: "reach.look-failed", err: error }, "a look at our reachability broke off");
    }
  }

  readonly #onLocalConnection = ({ detail }: CustomEvent<Connection>): void => {
    if (detail.direction !== "inbound") return;
    this.#verdict.seen(this.#parts.node.getMultiaddrs().map(String));
    this.#parts.node.removeEventListener("connection:open", this.#onLocalConnection);
  };

  #later(ms: number): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.check().then(() => this.#later(this.#pause())), ms).unref();
  }

  #pause(): number {
    const { limits, places } = this.#parts;
    const lacksRelay = this.#verdict.direct === "private" && places !== undefined && places.missing > 0;
    const ms = this.#verdict.unsettled || lacksRelay ? limits.reachSoonMs : limits.reachLaterMs;
    return ms * (0.75 + Math.random() / 2);
  }

  async #round(): Promise<void> {
    const own = ownAddresses(this.#parts.parts);
    const answers = own.length === 0 ? [] : await this.#ask(own);
    const sockets = reachedSockets(answers);
    const reached: OwnAddress[] = [];
    for (const address of own) {
      if (await leadsTo(address, sockets, this.#parts.limits.ownNameMs)) reached.push(address);
    }
    const forwarded = forwardedSockets(sockets, reached, answers.length);
    const confirmed = [...reached.map(({ address }) => String(address)), ...forwarded];
    this.#verdict.add({
      answers: answers.length,
      confirmed: confirmed.map((address) => `${address}/p2p/${this.#parts.node.peerId.toString()}`),
    });
    this.#tellOthers(own, reached, forwarded, answers);
  }

  async #ask(own: readonly OwnAddress[]): Promise<DialBackAnswer[]> {
    const ports = [...new Set(own.map(({ port }) => port))].slice(0, MAX_PORTS);
    const { limits, node } = this.#parts;
    const answers: DialBackAnswer[] = [];
    await inParallel((await this.#candidates()).slice(0, limits.reachTries), limits.reachPeers, async (peer) => {
      if (answers.length >= limits.reachPeers || this.#stopped) return;
      try {
        const connection =
          this.#direct(peer) ?? (await node.dial(peer, { signal: AbortSignal.timeout(limits.openMs) }));
        if (isDirect(connection, this.#parts.local)) answers.push(await askDialBack(connection, ports, this.#parts));
      } catch (error) {
        this.#parts.log.debug(
          { event: "reach.no-answer", err: error, peer: peer.toString() },
          "a peer did not try to dial us",
        );
      }
    });
    return answers;
  }

  /** Connected peers and DHT servers in random order, of each host one; both families of addresses early, if we are connected by both. */
  async #candidates(): Promise<PeerId[]> {
    const { node, dht, limits, local } = this.#parts;
    const hosts = new Set<string>();
    const direct = shuffled(node.getConnections())
      .filter((connection) => isDirect(connection, local))
      .filter(({ remoteAddr }) => isNew(hosts, hostOf(remoteAddr) ?? ""));
    const able: Connection[] = [];
    for (const connection of direct) if (await this.#answersQuestions(connection.remotePeer)) able.push(connection);
    const isV6 = ({ remoteAddr }: Connection): boolean => isIPv6(hostOf(remoteAddr) ?? "");
    const ofEach = [able.find(isV6), able.find((connection) => !isV6(connection))].filter(
      (found) => found !== undefined,
    );
    const anyKey = crypto.getRandomValues(new Uint8Array(32));
    const known = dht.routingTable.closestPeers(anyKey, { count: limits.reachTries });
    const seen = new Set<string>();
    const peers = [...[...ofEach, ...able].map(({ remotePeer }) => remotePeer), ...known];
    return peers.filter((peer) => isNew(seen, peer.toString()));
  }

  async #answersQuestions(peer: PeerId): Promise<boolean> {
    const known = await this.#parts.node.peerStore.get(peer).catch(() => undefined);
    return known?.protocols.includes(DIAL_BACK_PROTOCOL) ?? false;
  }

  #direct(peer: PeerId): Connection | undefined {
    return this.#parts.node.getConnections(peer).find((connection) => isDirect(connection, this.#parts.local));
  }

  // What was reached is told to others from now on. What was not is told no more, when more than one peer's word says so, or one's
  // twice; a peer says nothing about addresses of the other family.
  #tellOthers(
    own: readonly OwnAddress[],
    reached: readonly OwnAddress[],
    forwarded: readonly string[],
    answers: readonly DialBackAnswer[],
  ): void {
    const { addressManager } = this.#parts.parts;
    const needed = this.#verdict.direct === "private" ? 1 : 2;
    for (const candidate of own) {
      if (candidate.kind === "announce") continue; // the user's word, whatever others say
      const asked = answers.filter(({ host }) => isIPv6(host) === isIPv6(hostOf(candidate.address) ?? ""));
      if (reached.includes(candidate)) addressManager.confirmObservedAddr(candidate.address);
      else if (asked.length >= needed) addressManager.removeObservedAddr(candidate.address);
    }
    for (const socket of forwarded) addressManager.confirmObservedAddr(multiaddr(socket), { type: "observed" });
  }

  async #act(): Promise<void> {
    const { dht, dhtServer, places, server } = this.#parts;
    const { direct } = this.#verdict;
    if (dhtServer) await dht.setMode(direct === "private" ? "client" : "server");
    if (direct === "public") {
      places?.leave();
      await server?.start();
    } else if (direct === "private") {
      await server?.stop();
      await places?.fill();
    }
    await this.#publish();
    this.#tell();
  }

  // libp2p tells the peers that we are connected to a second after a change; those who ask them for us have missed it by then.
  async #publish(): Promise<void> {
    const { node } = this.#parts;
    const addresses = node.getMultiaddrs();
    const all = addresses.map(String).sort().join();
    if (all === this.#published) return;
    this.#published = all;
    await node.peerStore.patch(node.peerId, { multiaddrs: addresses });
  }

  #tell(): void {
    const { state, confirmed, relayed } = this.reachability;
    if (state === this.#told) return;
    this.#told = state;
    const { log } = this.#parts;
    if (state === "public") log.info?.({ addresses: confirmed }, "others can dial this node");
    if (state === "relayed") log.warn({ event: "reach.relayed", addresses: relayed }, RELAYED);
    if (state === "private") log.warn({ event: "reach.private" }, PRIVATE);
  }
}

const OPEN_A_PORT =
  "Forward the port of listen on the router and set announce, or set upnp, or open the port in the firewall.";
const RELAYED = `Nobody can dial this node: it is reached through relays only, which carry no fragments. ${OPEN_A_PORT}`;
const PRIVATE = `Nobody can dial this node, and no relay has a place for it. ${OPEN_A_PORT}`;

function isNew(seen: Set<string>, value: string): boolean {
  return !seen.has(value) && seen.add(value) !== undefined;
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
