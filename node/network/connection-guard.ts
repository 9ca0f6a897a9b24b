// What all connections together may cost, whoever is at their other ends. libp2p bounds streams and buffers for each connection; the
// product of its bounds is more memory than any machine has. Here a connection that breaks the rules is cut, and when all together
// hold too much the one that holds most goes.
//
// Counted is what peers sent on streams of protocols that are not ours (or not chosen yet): libp2p keeps it where nobody can look.
// Our own verbs have places and bounded inboxes (serve.ts, inbox.ts).

import { yamux } from "@libp2p/yamux";
import { FrameWatch } from "./frame-watch.ts";
import { originOf } from "./origin.ts";
import type { ConnectionGater, MessageStream, MultiaddrConnection, StreamMuxer } from "@libp2p/interface";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { Uint8ArrayList } from "uint8arraylist";
import type { NetworkLimits } from "./network.ts";

export type GuardLimits = Pick<
  NetworkLimits,
  | "streamWindowBytes"
  | "unansweredFrames"
  | "streams"
  | "heldBytes"
  | "newStreamBytes"
  | "otherStreamBytes"
  | "handshakeBytes"
  | "connections"
  | "pendingConnections"
  | "connectionsPerAddress"
  | "connectionsPerOrigin"
>;

type MuxerFactory = ReturnType<ReturnType<typeof yamux>>;

/** A muxer of libp2p's, of which we use a little more than it declares. */
interface Muxer extends StreamMuxer {
  onData(bytes: Uint8Array | Uint8ArrayList): void;
}

/** A stream that sent so much is looked at: what is it for? */
const LOOK_BYTES = 16 * 1024;
/** Counting goes on for streams whose bytes somebody may keep; a verb's are not counted any more. */
const NOT_COUNTED = -1;

class Watched {
  readonly muxer: Muxer;
  readonly #guard: ConnectionGuard;
  readonly #limits: GuardLimits;
  /** By stream id. */
  readonly #bytes = new Map<number, number>();
  held = 0;

  constructor(muxer: Muxer, line: MessageStream, guard: ConnectionGuard, limits: GuardLimits) {
    this.muxer = muxer;
    this.#guard = guard;
    this.#limits = limits;
    const take = muxer.onData.bind(muxer);
    const frames = new FrameWatch(
      { frameBytes: limits.streamWindowBytes, unansweredFrames: limits.unansweredFrames },
      {
        get blocked() {
          return line.writableNeedsDrain;
        },
        onStream: () => guard.onStream(),
        onBytes: (stream, bytes) => this.#count(stream, bytes),
      },
    );
    muxer.onData = (bytes) => {
      frames.see(bytes);
      take(bytes);
      // After a goodbye that says why, yamux ends and leaves the connection open, of no use to anybody.
      if (muxer.status === "closed") line.abort(new Error("the peer said goodbye"));
    };
  }

  /** Protocols of the open streams. */
  get protocols(): string[] {
    return this.muxer.streams.map(({ protocol }) => protocol);
  }

  #count(id: number, bytes: number): void {
    const before = this.#bytes.get(id) ?? 0;
    if (before === NOT_COUNTED) return;
    const after = before + bytes;
    this.#bytes.set(id, after);
    this.held += bytes;
    if (after > Math.min(LOOK_BYTES, this.#limits.newStreamBytes)) this.#judge(id, after);
    if (this.#bytes.size > 2 * this.muxer.streams.length + SLACK) this.tidy();
    this.#guard.onHeld(bytes);
  }

  #judge(id: number, bytes: number): void {
    const stream = this.muxer.streams.find((one) => one.id === String(id));
    if (stream === undefined) return;
    if (this.#guard.isOwn(stream.protocol)) {
      this.#bytes.set(id, NOT_COUNTED);
      this.held -= bytes;
      return;
    }
    const most = stream.protocol === "" ? this.#limits.newStreamBytes : this.#limits.otherStreamBytes;
    if (bytes > most) stream.abort(new Error(`${bytes} bytes on a stream of ${stream.protocol || "no protocol"}`));
  }

  /** Forgets streams that are over. */
  tidy(): void {
    const open = new Set(this.muxer.streams.map(({ id }) => Number(id)));
    for (const [id, bytes] of this.#bytes) {
      if (open.has(id)) continue;
      this.#bytes.delete(id);
      if (bytes !== NOT_COUNTED) this.held -= bytes;
    }
  }

  cut(why: string): void {
    this.#guard.cut(this, why);
  }
}

/** Streams that are over and still counted, besides as many as are open. */
const SLACK = 64;
/** The sums are made anew after so many new streams, or bytes. */
const STREAMS_STEP = 64;
const BYTES_STEP = 1024 * 1024;

export class ConnectionGuard {
  readonly #limits: GuardLimits;
  readonly #own: ReadonlySet<string>;
  readonly #watched = new Map<Watched, MessageStream>();
  readonly #inbound = new Set<MultiaddrConnection>();
  /** Not set up yet, oldest first. */
  readonly #pending = new Set<MultiaddrConnection>();
  #newStreams = 0;
  #newBytes = 0;

  /** `own`: protocols whose streams are bounded elsewhere. */
  constructor(limits: GuardLimits, own: ReadonlySet<string>) {
    this.#limits = limits;
    this.#own = own;
  }

  isOwn(protocol: string): boolean {
    return this.#own.has(protocol);
  }

  /** yamux, watched. */
  muxer(init: Parameters<typeof yamux>[0]): () => MuxerFactory {
    return () => {
      const factory = yamux(init)();
      const create = factory.createStreamMuxer.bind(factory);
      factory.createStreamMuxer = (line) => {
        const muxer = create(line);
        this.#watch(new Watched(muxer, line, this, this.#limits), line);
        return muxer;
      };
      return factory;
    };
  }

  /** Who may come in. */
  get gater(): ConnectionGater {
    return {
      denyInboundConnection: (connection) => !this.#admits(connection),
      denyInboundUpgradedConnection: (_peer, connection) => {
        this.#pending.delete(connection);
        delete (connection as Partial<Bounded>).onData;
        return false;
      },
    };
  }

  /** Called for each stream that a peer opens. */
  onStream(): void {
    if (++this.#newStreams < STREAMS_STEP) return;
    this.#newStreams = 0;
    this.#cutMost((one) => one.muxer.streams.length, this.#limits.streams, "too many streams");
  }

  /** Called with bytes that may have to be kept. */
  onHeld(bytes: number): void {
    this.#newBytes += bytes;
    if (this.#newBytes < BYTES_STEP) return;
    this.#newBytes = 0;
    for (const one of this.#watched.keys()) one.tidy();
    this.#cutMost((one) => one.held, this.#limits.heldBytes, "too many bytes");
  }

  cut(one: Watched, why: string): void {
    const line = this.#watched.get(one);
    this.#watched.delete(one);
    const error = new Error(`cut: ${why}`);
    one.muxer.abort(error);
    line?.abort(error);
  }

  #watch(one: Watched, line: MessageStream): void {
    this.#watched.set(one, line);
    line.addEventListener("close", () => this.#watched.delete(one));
  }

  #cutMost(size: (one: Watched) => number, most: number, why: string): void {
    let total = 0;
    for (const one of this.#watched.keys()) total += size(one);
    while (total > most) {
      const largest = [...this.#watched.keys()].reduce((a, b) => (size(b) > size(a) ? b : a));
      total -= size(largest);
      this.cut(largest, why);
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
    boundHandshake(connection, this.#limits.handshakeBytes);
    return true;
  }

  /** The one that has been open longest of those that ask nothing now. */
  #makeRoom(): boolean {
    for (const [one, line] of this.#watched) {
      if (line.direction !== "inbound" || one.protocols.some((protocol) => this.isOwn(protocol))) continue;
      one.cut("idle, and another one comes");
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

/** A connection whose bytes we see before anybody else does. */
interface Bounded extends MultiaddrConnection {
  onData(bytes: Uint8Array | Uint8ArrayList): void;
}

/** Until the connection is set up nobody has a reason to send more than keys and names. */
function boundHandshake(connection: MultiaddrConnection, most: number): void {
  const bounded = connection as Bounded;
  const take = bounded.onData.bind(bounded);
  let seen = 0;
  bounded.onData = (bytes) => {
    seen += bytes.byteLength;
    if (seen > most) connection.abort(new Error(`${seen} bytes before the connection was set up`));
    else take(bytes);
  };
}

function hostOf(address: Multiaddr): string {
  return address.getComponents()[0]?.value ?? "";
}
