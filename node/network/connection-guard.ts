// What all connections together may cost, whoever is at their other ends. libp2p bounds streams and buffers for each connection; the
// product of its bounds is more memory than any machine has. Here a connection that breaks the rules is cut, when all together
// hold too much the one that holds most goes, and what they make us do is done in turns (turns.ts).
//
// Counted is what peers sent on streams of protocols that are not ours (or not chosen yet): libp2p keeps it where nobody can look.
// Our own verbs have places and bounded inboxes (serve.ts, inbox.ts).

import { yamux } from "@libp2p/yamux";
import { originOf } from "./origin.ts";
import { SealedLine } from "./sealed-line.ts";
import { Turns } from "./turns.ts";
import { WatchedLine } from "./watched-line.ts";
import type { ConnectionGater, MessageStream, MultiaddrConnection } from "@libp2p/interface";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { NetworkLimits } from "./network.ts";
import type { SealedLimits } from "./sealed-line.ts";
import type { TurnLimits } from "./turns.ts";
import type { Line, Watcher, WatchLimits } from "./watched-line.ts";

export type GuardLimits = WatchLimits &
  SealedLimits &
  TurnLimits &
  Pick<
    NetworkLimits,
    | "streams"
    | "heldBytes"
    | "handshakeMs"
    | "upgradeMs"
    | "connections"
    | "pendingConnections"
    | "connectionsPerAddress"
    | "connectionsPerOrigin"
  >;

export interface GuardedProtocols {
  /** Bounded elsewhere: what comes on their streams is not counted. */
  readonly own: ReadonlySet<string>;
  /** A connection with a stream of one of these is in use. */
  readonly inUse: ReadonlySet<string>;
}

type MuxerFactory = ReturnType<ReturnType<typeof yamux>>;

/** The sums are made anew after so many new streams, or bytes. */
const STREAMS_STEP = 64;
const BYTES_STEP = 1024 * 1024;

export class ConnectionGuard implements Watcher {
  /** What peers make us do waits here. */
  readonly turns: Turns;
  readonly #limits: GuardLimits;
  readonly #protocols: GuardedProtocols;
  readonly #watched = new Map<MessageStream, WatchedLine>();
  readonly #inbound = new Set<MultiaddrConnection>();
  readonly #sealed = new WeakMap<MultiaddrConnection, SealedLine>();
  readonly #names = new WeakMap<object, string>();
  /** Not set up yet, oldest first. */
  readonly #pending = new Set<MultiaddrConnection>();
  #newStreams = 0;
  #newBytes = 0;
  #lines = 0;

  constructor(limits: GuardLimits, protocols: GuardedProtocols) {
    this.#limits = limits;
    this.#protocols = protocols;
    this.turns = new Turns(limits);
  }

  isOwn(protocol: string): boolean {
    return this.#protocols.own.has(protocol);
  }

  /** yamux, watched. */
  muxer(init: Parameters<typeof yamux>[0]): () => MuxerFactory {
    return () => {
      const factory = yamux(init)();
      const create = factory.createStreamMuxer.bind(factory);
      factory.createStreamMuxer = (line) => {
        // Before the muxer listens, for whom nothing counts any more that comes after the end.
        line.addEventListener("close", ({ error }) => this.#forget(line, error === undefined));
        const muxer = create(line);
        const lane = this.turns.lane(this.#nameOf(below(line)));
        this.#watched.set(line, new WatchedLine(muxer, line as Line, lane, this, this.#limits));
        return muxer;
      };
      return factory;
    };
  }

  /** Who may come in. */
  get gater(): ConnectionGater {
    return {
      denyInboundConnection: async (connection) => {
        if (!this.#admits(connection)) return true;
        // Keys are exchanged in turns, too: they are the dearest that a stranger can ask for.
        const { handshakeMs, upgradeMs } = this.#limits;
        await this.turns.pass(this.#nameOf(connection), handshakeMs, upgradeMs);
        return false;
      },
      denyInboundUpgradedConnection: (_peer, connection) => {
        this.#pending.delete(connection);
        this.#sealed.get(connection)?.setUp();
        return false;
      },
      denyOutboundConnection: (_peer, connection) => {
        this.#seal(connection);
        return false;
      },
      denyOutboundUpgradedConnection: (_peer, connection) => {
        this.#sealed.get(connection)?.setUp();
        return false;
      },
    };
  }

  onStreams(count: number): void {
    this.#newStreams += count;
    if (this.#newStreams < STREAMS_STEP) return;
    this.#newStreams = 0;
    this.#cutMost((one) => one.muxer.streams.length, this.#limits.streams, "too many streams");
  }

  onHeld(bytes: number): void {
    this.#newBytes += bytes;
    if (this.#newBytes < BYTES_STEP) return;
    this.#newBytes = 0;
    for (const one of this.#watched.values()) one.tidy();
    this.#cutMost((one) => one.held, this.#limits.heldBytes, "too many bytes");
  }

  /** Its end follows. */
  #cut(line: MessageStream, why: string): void {
    this.#watched.get(line)?.cut(new Error(`cut: ${why}`));
  }

  #forget(line: MessageStream, isOrderly: boolean): void {
    const one = this.#watched.get(line);
    this.#watched.delete(line);
    one?.end(isOrderly);
  }

  /** Whose turns they are. Where addresses say nothing each connection has its own. */
  #nameOf(connection: { readonly remoteAddr?: Multiaddr }): string {
    const { remoteAddr } = connection;
    const origin = remoteAddr && originOf(remoteAddr);
    if (origin !== undefined) return origin;
    const name = this.#names.get(connection) ?? `line ${++this.#lines}`;
    this.#names.set(connection, name);
    return name;
  }

  #cutMost(size: (one: WatchedLine) => number, most: number, why: string): void {
    const sizes = [...this.#watched].map(([line, one]) => ({ line, size: size(one) }));
    let total = sizes.reduce((sum, one) => sum + one.size, 0);
    for (const largest of sizes.sort((a, b) => b.size - a.size)) {
      if (total <= most) return;
      total -= largest.size;
      this.#cut(largest.line, why);
    }
  }

  #admits(connection: MultiaddrConnection): boolean {
    const { remoteAddr } = connection;
    const others = [...this.#inbound.keys()].map((one) => one.remoteAddr);
    if (!hasRoomFor(remoteAddr, others, this.#limits)) return false;
    if (this.#inbound.size >= this.#limits.connections && !this.#makeRoom()) return false;
    this.#inbound.add(connection);
    this.#pending.add(connection);
    connection.addEventListener("close", () => {
      this.#inbound.delete(connection);
      this.#pending.delete(connection);
    });
    // Whoever is slow to shake hands makes room: honest peers need some round trips, those who only want the place need for ever.
    for (const oldest of this.#pending) {
      if (this.#pending.size <= this.#limits.pendingConnections) break;
      this.#pending.delete(oldest);
      oldest.abort(new Error("too slow to shake hands while others come"));
    }
    this.#seal(connection);
    return true;
  }

  #seal(connection: MultiaddrConnection): void {
    const lane = this.turns.lane(this.#nameOf(connection));
    this.#sealed.set(connection, new SealedLine(connection, lane, this.#limits));
  }

  /** The one that has been open longest of those that ask nothing now. */
  #makeRoom(): boolean {
    for (const [line, one] of this.#watched) {
      if (line.direction !== "inbound" || one.protocols.some((protocol) => this.#protocols.inUse.has(protocol)))
        continue;
      this.#cut(line, "idle, and another one comes");
      return true;
    }
    return false;
  }
}

/** Whether one more may come from an address, besides those that are there: of the address itself, and of its network. */
export function hasRoomFor(
  address: Multiaddr,
  others: readonly Multiaddr[],
  { connectionsPerAddress, connectionsPerOrigin }: Pick<GuardLimits, "connectionsPerAddress" | "connectionsPerOrigin">,
): boolean {
  const origin = originOf(address);
  if (origin === undefined) return true;
  const ofOrigin = others.filter((one) => originOf(one) === origin);
  const ofAddress = ofOrigin.filter((one) => hostOf(one) === hostOf(address));
  return ofAddress.length < connectionsPerAddress && ofOrigin.length < connectionsPerOrigin;
}

/** Noise keeps the connection below it. */
function below(line: MessageStream & { readonly stream?: MultiaddrConnection }): { readonly remoteAddr?: Multiaddr } {
  return line.stream ?? {};
}

function hostOf(address: Multiaddr): string {
  return address.getComponents()[0]?.value ?? "";
}
