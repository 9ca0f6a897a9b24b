// The network on libp2p: puts its parts together, starts and stops them.

import { NETWORK } from "../limits/index.ts";
import { VERBS } from "../../protocol/index.ts";
import { BeingReached } from "./being-reached.ts";
import { StreamChannel } from "./channel.ts";
import { DHT_PROTOCOL } from "./dht.ts";
import { openStream } from "./dial.ts";
import { Directory, parsePeer } from "./directory.ts";
import { abortReason, aborted, unreachable } from "./faults.ts";
import { join, keepJoined, parseBootstrap } from "./join.ts";
import { startLibp2p } from "./libp2p-node.ts";
import { originOf } from "./origin.ts";
import { dropOwnRecords, keptHolders, keptPeerKey, keptPeers, openPeerFolder } from "./peer-folder.ts";
import { newPeerKey, readPeerKey } from "./peer-key.ts";
import { limitRecords, RecordBudget } from "./record-budget.ts";
import { metered } from "./request-meter.ts";
import { Reception } from "./serve.ts";
import type { PeerId, PeerInfo } from "@libp2p/interface";
import type { LevelDatastore } from "datastore-level";
import type { Verb } from "../../protocol/index.ts";
import type { Channel } from "./channel.ts";
import type { StartedLibp2p } from "./libp2p-node.ts";
import type {
  Network,
  NetworkLimits,
  NetworkLog,
  NetworkOptions,
  NetworkStatus,
  OpenOptions,
  PeerAddress,
} from "./network.ts";
import type { RequestFacts } from "./request-meter.ts";
import type { Handler } from "./serve.ts";

const SILENT: NetworkLog = { debug() {}, warn() {}, error() {} };
const VERB_PROTOCOLS: ReadonlySet<string> = new Set(Object.values(VERBS).map(({ protocol }) => protocol));
/** Verbs that run over a relayed connection, too: small ones that are not the start of something large. */
const RELAYED_VERBS: ReadonlySet<Verb> = new Set(["prove", "sync"]);
const NEVER = new AbortController().signal;

/**
 * Starts a node, dials its bootstrap peers and resolves when it knows its neighbours, or after `NETWORK.joinMs` without them: it keeps
 * trying. Throws ERR_PORT_TAKEN, ERR_CONFIG_INVALID, ERR_STORE_LOCKED, ERR_DISK_FAILED.
 */
export async function createNetwork(options: NetworkOptions): Promise<Network> {
  const limits: NetworkLimits = { ...NETWORK, ...options.limits };
  const bootstrap = parseBootstrap(options.bootstrap);
  const datastore = options.folder === undefined ? undefined : await openPeerFolder(options.folder);
  try {
    const started = await start(options, limits, datastore);
    const network = new Libp2pNetwork(started, options, limits, datastore);
    const parts = { ...started, log: options.log ?? SILENT };
    await network.reached.open();
    network.onStop(keepJoined(bootstrap, parts, limits));
    await join(bootstrap, parts, limits);
    network.reached.start();
    return network;
  } catch (error) {
    await datastore?.close();
    throw error;
  }
}

async function start(
  options: NetworkOptions,
  limits: NetworkLimits,
  datastore: LevelDatastore | undefined,
): Promise<StartedLibp2p> {
  const key = options.privateKey ?? (datastore === undefined ? await newPeerKey() : await keptPeerKey(datastore));
  const { listen, announce = [], local, dhtServer, relay = "use" } = options;
  const privateKey = await readPeerKey(key);
  const knownPeers = datastore === undefined ? [] : await keptPeers(datastore, limits.peersKept);
  const settings = { privateKey, listen, announce, local, dhtServer, relay, datastore, knownPeers, limits };
  const started = await startLibp2p(settings);
  if (datastore !== undefined) await dropOwnRecords(datastore, started.node.peerId.toString());
  return started;
}

class Libp2pNetwork implements Network {
  readonly peer: string;
  readonly reached: BeingReached;
  readonly #libp2p: StartedLibp2p;
  readonly #local: boolean;
  readonly #limits: NetworkLimits;
  readonly #log: NetworkLog;
  readonly #datastore: LevelDatastore | undefined;
  readonly #stopping = new AbortController();
  readonly #reception: Reception;
  readonly #onRequest: (facts: RequestFacts) => void;
  readonly #directory: Directory;
  readonly #enders: (() => void)[] = [];
  #stopped: Promise<void> | undefined;

  constructor(
    libp2p: StartedLibp2p,
    options: NetworkOptions,
    limits: NetworkLimits,
    datastore: LevelDatastore | undefined,
  ) {
    this.peer = libp2p.node.peerId.toString();
    this.#libp2p = libp2p;
    this.#local = options.local;
    this.#limits = limits;
    this.#log = options.log ?? SILENT;
    this.#datastore = datastore;
    this.#onRequest = options.onRequest ?? (() => {});
    this.#reception = new Reception(limits, this.#log, this.#stopping.signal, this.#onRequest);
    this.#directory = this.#openDirectory();
    const parts = { limits, log: this.#log, signal: this.#stopping.signal };
    this.reached = new BeingReached(libp2p, options, parts);
  }

  get addresses(): readonly string[] {
    return this.#libp2p.node.getMultiaddrs().map(String);
  }

  get status(): NetworkStatus {
    const connections = this.#libp2p.node.getConnections();
    const streams = connections
      .flatMap((connection) => connection.streams)
      .filter(({ protocol }) => VERB_PROTOCOLS.has(protocol));
    return {
      connections: connections.length,
      servers: this.#libp2p.dht.routingTable.size,
      serving: this.#reception.serving,
      streams: streams.length,
      reachability: this.reached.reachability,
    };
  }

  async serve(verb: Verb, handler: Handler): Promise<void> {
    const streams = this.#limits.streamsPerVerb;
    const answer = metered(verb, handler, this.#onRequest);
    await this.#libp2p.node.handle(
      VERBS[verb].protocol,
      (stream, { remotePeer, remoteAddr }) =>
        this.#reception.receive(verb, answer, stream, remotePeer.toString(), originOf(remoteAddr)),
      { maxInboundStreams: streams, maxOutboundStreams: streams, runOnLimitedConnection: RELAYED_VERBS.has(verb) },
    );
  }

  async open(to: PeerAddress, verb: Verb, { signal, idleMs = this.#limits.idleMs }: OpenOptions): Promise<Channel> {
    return await this.#channel(to, VERBS[verb].protocol, this.#until(signal), idleMs, RELAYED_VERBS.has(verb));
  }

  async announce(objects: readonly Uint8Array[], { signal }: { signal?: AbortSignal } = {}): Promise<number[]> {
    return await this.#directory.announce(objects, this.#until(signal));
  }

  findHolders(object: Uint8Array, options: { signal?: AbortSignal; max?: number } = {}): AsyncIterable<PeerAddress> {
    return this.#found(
      this.#directory.findHolders(object, options.max ?? this.#limits.holders, this.#until(options.signal)),
    );
  }

  async locate(peer: string, { signal }: { signal?: AbortSignal } = {}): Promise<PeerAddress> {
    const until = this.#until(signal);
    const deadline = AbortSignal.any([until, AbortSignal.timeout(this.#limits.queryMs)]);
    const id = parsePeer(peer);
    const caches = this.#libp2p.dht.routingTable.size > 0 ? [true, false] : [true];
    for (const useCache of caches) {
      const found = await this.#libp2p.node.peerRouting
        .findPeer(id, { signal: deadline, useCache, useNetwork: !useCache })
        .catch(() => undefined);
      if (until.aborted) throw abortReason(until);
      if (found !== undefined && found.multiaddrs.length > 0) return this.#address(found);
    }
    throw unreachable(peer, 0);
  }

  /** Adds what `stop` has to end. */
  onStop(end: () => void): void {
    this.#enders.push(end);
  }

  async stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    await this.#stopped;
  }

  // Streams first, so that no handler is left to work for a peer that cannot be answered; then the node; the folder last.
  async #stop(): Promise<void> {
    this.#stopping.abort(aborted(new Error("the node stops")));
    for (const end of this.#enders) end();
    const timeout = Promise.withResolvers<void>();
    const timer = setTimeout(timeout.resolve, this.#limits.stopMs);
    const { node } = this.#libp2p;
    for (const stream of node.getConnections().flatMap(({ streams }) => streams)) stream.abort(aborted());
    const ended = Promise.all([node.stop(), this.reached.stop()]).catch((error: unknown) =>
      this.#log.warn({ event: "network.stop-failed", err: error }, "libp2p did not stop cleanly"),
    );
    await Promise.race([ended, timeout.promise]);
    clearTimeout(timer);
    for (const connection of node.getConnections()) connection.abort(aborted());
    await this.#datastore?.close();
  }

  async *#found(holders: AsyncIterable<PeerAddress>): AsyncGenerator<PeerAddress, void, undefined> {
    for await (const holder of holders) {
      if (holder.addresses.length > 0) yield holder;
      else yield await this.locate(holder.peer).catch(() => holder);
    }
  }

  async #channel(
    to: PeerAddress,
    protocol: string,
    signal: AbortSignal,
    idleMs: number,
    relayed = false,
  ): Promise<Channel> {
    const stream = await openStream(to, protocol, signal, {
      node: this.#libp2p.node,
      local: this.#local,
      limits: this.#limits,
      relayed,
      upgrades: this.reached.upgrades,
      lookUp: (peer, until) => this.#lookUp(peer, until),
    });
    return new StreamChannel(stream, to.peer, { limits: { ...this.#limits, idleMs }, signal });
  }

  // Answers of other peers, as they come: our own memory is what has failed when this is asked.
  async *#lookUp(peer: PeerId, signal: AbortSignal): AsyncGenerator<readonly string[]> {
    const { dht } = this.#libp2p;
    if (dht.routingTable.size === 0) return;
    for await (const event of dht.findPeer(peer, { signal, useCache: false })) {
      if (event.name === "FINAL_PEER") yield this.#address(event.peer).addresses;
    }
  }

  #until(signal: AbortSignal = NEVER): AbortSignal {
    return AbortSignal.any([signal, this.#stopping.signal]);
  }

  #address({ id, multiaddrs }: PeerInfo): PeerAddress {
    return { peer: id.toString(), addresses: multiaddrs.slice(0, this.#limits.addressesPerPeer).map(String) };
  }

  #openDirectory(): Directory {
    const { node, dht } = this.#libp2p;
    const directory = new Directory(
      {
        dht,
        self: node.peerId,
        addresses: () => node.getMultiaddrs().map(({ bytes }) => bytes),
        openStream: (peer, signal) =>
          this.#channel({ peer: peer.toString(), addresses: [] }, DHT_PROTOCOL, signal, this.#limits.idleMs),
        log: this.#log,
      },
      this.#limits,
    );
    this.#every(this.#limits.ownSweepMs, () => void directory.sweep());
    const budget = new RecordBudget(this.#limits);
    const datastore = this.#datastore;
    const mostHolders = this.#limits.holders;
    limitRecords(dht, {
      self: node.peerId,
      budget,
      from: (peer) => node.getConnections(peer)[0]?.remoteAddr,
      holdersOf: datastore && ((object) => keptHolders(datastore, object, 2 * mostHolders)),
      mostHolders,
    });
    this.#every(this.#limits.budgetMs, () => budget.renew());
    return directory;
  }

  #every(ms: number, task: () => void): void {
    const timer = setInterval(task, ms).unref();
    this.onStop(() => clearInterval(timer));
  }
}
