/** The means of an attacker: sockets, connections whose frames it writes itself, and peers that do what they like on streams. */

import { connect } from "node:net";
import { noise } from "@chainsafe/libp2p-noise";
import { identify } from "@libp2p/identify";
import { tcp } from "@libp2p/tcp";
import { yamux } from "@libp2p/yamux";
import { multiaddr } from "@multiformats/multiaddr";
import { createLibp2p } from "libp2p";
import type { Socket } from "node:net";
import type { Connection, Libp2p, MessageStream, Stream, StreamMuxerFactory } from "@libp2p/interface";
import type { Target } from "./target.ts";

/** What can be dialled. */
export interface Reached {
  readonly daemon: { readonly network: { readonly addresses: readonly string[] } };
}

/** A TCP connection, and when the other side ended it. */
export interface Wire {
  readonly socket: Socket;
  readonly closed: Promise<void>;
}

export async function openSocket({ port }: Pick<Target, "port">): Promise<Wire> {
  const socket = connect({ port, host: "127.0.0.1" });
  const closed = new Promise<void>((resolve) => socket.on("close", () => resolve()));
  socket.on("error", () => {});
  await new Promise<void>((resolve) => {
    socket.once("connect", resolve);
    socket.once("close", () => resolve());
  });
  return { socket, closed };
}

/** A line of multistream-select: its length, the text, a line feed. */
export function line(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(`${text}\n`);
  const length = bytes.length < 128 ? [bytes.length] : [(bytes.length & 127) | 128, bytes.length >> 7];
  return Uint8Array.from([...length, ...bytes]);
}

/** A connection that has been encrypted and has agreed on yamux, of which the attacker writes every frame. */
export interface FrameLine {
  readonly open: boolean;
  /** False when the other side is behind with reading. */
  send(bytes: Uint8Array): boolean;
  /** Whether the other side has read what was sent, but for what the sockets hold. */
  readonly writable: boolean;
  /** Bytes that came. */
  readonly received: number;
  /** Streams that the other side has reset. */
  readonly resets: readonly number[];
  /** Stops taking what comes. */
  deaf(): void;
  readonly closed: Promise<void>;
  stop(): Promise<void>;
}

export async function openLine(target: Reached): Promise<FrameLine> {
  let got: MessageStream | undefined;
  const stock = yamux()();
  const bare: StreamMuxerFactory = {
    protocol: stock.protocol,
    createStreamMuxer(stream) {
      got = stream;
      const muxer = stock.createStreamMuxer(stream);
      // Nothing of the stock muxer runs: neither what comes nor its pings.
      (muxer as unknown as { onData: () => void }).onData = () => {};
      return muxer;
    },
  };
  const node = await createLibp2p({
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [() => bare],
    connectionMonitor: { enabled: false },
  });
  const connection = await node.dial(address(target));
  const stream = got as unknown as MessageStream;
  let received = 0;
  const resets: number[] = [];
  stream.addEventListener("message", ({ data }) => {
    received += data.byteLength;
    const bytes = data.subarray();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Small frames come whole.
    for (let at = 0; at + 12 <= bytes.length; at += 12 + (bytes[at + 1] === DATA ? view.getUint32(at + 8) : 0))
      if ((view.getUint16(at + 2) & RST) !== 0) resets.push(view.getUint32(at + 4));
  });
  const closed = new Promise<void>((resolve) => connection.addEventListener("close", () => resolve()));
  return {
    get open() {
      return connection.status === "open";
    },
    get received() {
      return received;
    },
    resets,
    get writable() {
      return !stream.writableNeedsDrain;
    },
    send(bytes) {
      if (stream.status !== "open") return false;
      try {
        return stream.send(bytes);
      } catch {
        return false;
      }
    },
    deaf: () => stream.pause(),
    closed,
    stop: async () => {
      connection.abort(new Error("enough"));
      await node.stop();
    },
  };
}

export const DATA = 0;
export const WINDOW = 1;
export const PING = 2;
export const GO_AWAY = 3;
export const SYN = 1;
export const ACK = 2;
export const FIN = 4;
export const RST = 8;

/** A yamux frame; `length` is that of `data` unless it lies. */
export function frame(
  type: number,
  flags: number,
  stream: number,
  data: Uint8Array | number = 0,
  version = 0,
): Uint8Array {
  const body = typeof data === "number" ? new Uint8Array(0) : data;
  const bytes = new Uint8Array(12 + body.length);
  const view = new DataView(bytes.buffer);
  bytes[0] = version;
  bytes[1] = type;
  view.setUint16(2, flags);
  view.setUint32(4, stream);
  view.setUint32(8, typeof data === "number" ? data : data.length);
  bytes.set(body, 12);
  return bytes;
}

/** A peer with the stock parts of libp2p and no scruples. */
export interface Rogue {
  readonly node: Libp2p;
  readonly connection: Connection;
  stream(protocol: string): Promise<Stream>;
  stop(): Promise<void>;
}

export async function startRogue(target: Reached): Promise<Rogue> {
  const node = await createLibp2p({
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux({ maxOutboundStreams: 100_000, maxInboundStreams: 100_000 })],
    connectionMonitor: { enabled: false },
    services: { identify: identify() },
  });
  const connection = await node.dial(address(target));
  return {
    node,
    connection,
    stream: (protocol) =>
      connection.newStream(protocol, { signal: AbortSignal.timeout(10_000), maxOutboundStreams: 100_000 }),
    stop: async () => {
      connection.abort(new Error("enough"));
      await node.stop();
    },
  };
}

function address({ daemon }: Reached) {
  return multiaddr(daemon.network.addresses[0] ?? "");
}

/** Sends without caring whether the other side takes it; false when it has ended the stream. */
export function shout(stream: Stream, bytes: Uint8Array): boolean {
  try {
    if (stream.status === "open") stream.send(bytes);
    return stream.status === "open";
  } catch {
    return false;
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
