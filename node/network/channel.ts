// A channel is one request and its answer on a stream: messages with a length before them, raw bodies, and an end that always comes.

import { varint } from "multiformats";
import { isCairnError } from "../../protocol/index.ts";
import {
  abortReason,
  aborted,
  bodyCut,
  lengthMalformed,
  messageCut,
  messageTooLong,
  stalled,
  writeCut,
} from "./faults.ts";
import { Inbox } from "./inbox.ts";
import { Outbox } from "./outbox.ts";
import { Patience } from "./patience.ts";
import type { Stream } from "@libp2p/interface";
import type { CairnError } from "../../protocol/index.ts";
import type { NetworkLimits } from "./network.ts";
import type { Pace } from "./patience.ts";

/** Longest length prefix: 4 bytes of 7 bits, 256 MiB. */
const MAX_PREFIX_BYTES = 4;

export interface Channel {
  /** Peer id of the other side, proved by the connection's handshake. */
  readonly remote: string;
  /** Bytes that arrived and are unread. */
  readonly buffered: number;
  /** Bytes that were written and still wait for the peer; bounded by one chunk. */
  readonly unsent: number;
  /** One message. Throws ERR_MESSAGE_TOO_LONG, ERR_MESSAGE_INVALID, ERR_PEER_UNREACHABLE when the stream ends first. */
  readMessage(maxBytes: number): Promise<Uint8Array>;
  /** Exactly `bytes` raw bytes in the parts they came in. While they are not taken the sender waits. Throws ERR_BODY_TRUNCATED. */
  readBody(bytes: number): AsyncGenerator<Uint8Array, void, undefined>;
  /** Resolves when there is something to read or nothing will come: to notice an answer while still writing. */
  arrived(): Promise<void>;
  /** A length prefix and the message. */
  writeMessage(message: Uint8Array): Promise<void>;
  /**
   * Raw bytes, any number. Resolves when the peer has room for more; one write at a time. The bytes must not change before `finish`.
   * What has arrived stays readable when a write fails: look there for a refusal first, or use `ask`.
   */
  write(bytes: Uint8Array): Promise<void>;
  /** Ends our side: the peer sees the end of the request or answer. Reading goes on. */
  end(): Promise<void>;
  /** Cuts the stream. Everything that waits throws `error`. */
  abort(error?: unknown): void;
  /** Ends our side, waits shortly for the peer to end its own, and cuts the stream if it does not. Never throws. */
  finish(): Promise<void>;
}

export type ChannelLimits = Pick<
  NetworkLimits,
  "chunkBytes" | "pauseAboveBytes" | "resumeBelowBytes" | "idleMs" | "idleTicks" | "closeMs"
>;

/** Asked before bytes are taken or sent: resolves when they may go, rejects when the channel is cut. At most `pieceBytes` at once. */
export interface Gate {
  readonly pieceBytes: number;
  pass(bytes: number, signal: AbortSignal): Promise<void>;
}

export interface Gates {
  readonly reading: Gate;
  readonly writing: Gate;
}

export interface ChannelOptions {
  readonly limits: ChannelLimits;
  /** What holds back bytes of bodies and answers, because others move some, too. */
  readonly gates?: Gates | undefined;
  /** Aborting it cuts the stream at any time of its life. */
  readonly signal?: AbortSignal;
}

export class StreamChannel implements Channel {
  readonly remote: string;
  readonly #stream: Stream;
  readonly #limits: ChannelLimits;
  readonly #patience: Patience;
  readonly #inbox: Inbox;
  readonly #outbox: Outbox;
  readonly #gates: Gates | undefined;
  readonly #closed = Promise.withResolvers<void>();
  readonly #cut = new AbortController();
  #heldMs = 0;
  #heldSince: number | undefined;
  #failure: CairnError | undefined;

  constructor(stream: Stream, remote: string, { limits, signal, gates }: ChannelOptions) {
    this.remote = remote;
    this.#stream = stream;
    this.#limits = limits;
    this.#gates = gates;
    this.#patience = new Patience(limits.idleMs, limits.idleTicks, () => this.abort(stalled(remote, limits.idleMs)));
    this.#inbox = new Inbox(stream, limits, this.#patience);
    this.#outbox = new Outbox(stream, limits.chunkBytes, this.#patience);
    this.#watch(signal);
  }

  get buffered(): number {
    return this.#inbox.length;
  }

  get unsent(): number {
    return this.#outbox.unsent;
  }

  /** How fast the peer is. */
  get pace(): Pace {
    return this.#patience;
  }

  /** Time for which the gates held this channel back: not the peer's fault. */
  get heldMs(): number {
    return this.#heldMs + (this.#heldSince === undefined ? 0 : performance.now() - this.#heldSince);
  }

  /** Whether anything was written. A refusal can still be sent as long as nothing was. */
  get answered(): boolean {
    return this.#outbox.handed > 0;
  }

  /** Resolves when the stream is over for both sides. */
  get closed(): Promise<void> {
    return this.#closed.promise;
  }

  async readMessage(maxBytes: number): Promise<Uint8Array> {
    this.#throwIfCut();
    const bytes = await this.#readPrefix();
    if (bytes > maxBytes) throw messageTooLong(this.remote, bytes, maxBytes);
    while (this.#inbox.length < bytes) await this.#moreOfMessage();
    return this.#inbox.take(bytes).slice();
  }

  async *readBody(bytes: number): AsyncGenerator<Uint8Array, void, undefined> {
    for (let left = bytes; left > 0;) {
      this.#throwIfCut();
      if (this.#inbox.length === 0 && !(await this.#inbox.more())) {
        throw this.#failure ?? bodyCut(this.remote, bytes, bytes - left, this.#inbox.broken);
      }
      const parts = this.#inbox.take(Math.min(left, this.#inbox.length, this.#gates?.reading.pieceBytes ?? left));
      left -= parts.byteLength;
      await this.#pass(this.#gates?.reading, parts.byteLength).catch((cause: unknown) => {
        throw this.#failure ?? bodyCut(this.remote, bytes, bytes - left, this.#inbox.broken ?? cause);
      });
      yield* parts;
    }
  }

  async arrived(): Promise<void> {
    await this.#inbox.some();
  }

  async writeMessage(message: Uint8Array): Promise<void> {
    await this.write(framed(message));
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#throwIfCut();
    try {
      await this.#writePieces(bytes);
    } catch (cause) {
      throw this.#failure ?? writeCut(this.remote, this.#inbox.broken ?? cause);
    }
  }

  async end(): Promise<void> {
    try {
      await this.#outbox.end();
    } catch {
      throw this.#failure ?? writeCut(this.remote, this.#inbox.broken);
    }
  }

  abort(error?: unknown): void {
    if (this.#isOver()) return;
    this.#failure ??= isCairnError(error) ? error : aborted(error);
    this.#stream.abort(this.#failure);
  }

  /**
   * Resolves true when the peer's first bytes are there, false when it ended without any. Whoever answers waits for this: libp2p loses
   * the stream when an answer and its end arrive while the asking side still negotiates the protocol.
   */
  async begun(): Promise<boolean> {
    return this.#inbox.length > 0 || (await this.#inbox.more());
  }

  /** Ends our side; resolves when all that was written is with the connection. Never throws. */
  async said(): Promise<void> {
    if (!this.#isOver() && !this.#outbox.busy) await this.end().catch(() => {});
  }

  async finish(): Promise<void> {
    if (this.#isOver()) return;
    await this.said();
    if (!this.#outbox.busy && this.#inbox.length === 0 && !this.#isOver()) await this.#peerEnds();
    if (!this.#isOver()) this.#stream.abort(aborted());
  }

  async #writePieces(bytes: Uint8Array): Promise<void> {
    const pieceBytes = this.#gates?.writing.pieceBytes ?? bytes.byteLength;
    for (let at = 0; at < bytes.byteLength; at += pieceBytes) {
      const piece = bytes.subarray(at, at + pieceBytes);
      await this.#pass(this.#gates?.writing, piece.byteLength);
      await this.#outbox.write(piece);
    }
  }

  async #pass(gate: Gate | undefined, bytes: number): Promise<void> {
    if (gate === undefined) return;
    this.#heldSince = performance.now();
    try {
      await gate.pass(bytes, this.#cut.signal);
    } finally {
      this.#heldMs = this.heldMs;
      this.#heldSince = undefined;
    }
  }

  #throwIfCut(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  #isOver(): boolean {
    const { status } = this.#stream;
    return status === "closed" || status === "aborted" || status === "reset";
  }

  // Both sides have said all: a FIN is on its way, or the peer goes on sending what nobody wants.
  async #peerEnds(): Promise<void> {
    const timeout = Promise.withResolvers<void>();
    const timer = setTimeout(timeout.resolve, this.#limits.closeMs);
    await Promise.race([this.arrived(), timeout.promise]);
    clearTimeout(timer);
  }

  async #moreOfMessage(): Promise<void> {
    if (!(await this.#inbox.more())) throw this.#failure ?? messageCut(this.remote, this.#inbox.broken);
  }

  // An unsigned varint in its shortest form (multiformats/unsigned-varint).
  async #readPrefix(): Promise<number> {
    for (let at = 0, value = 0; at < MAX_PREFIX_BYTES; at++) {
      while (this.#inbox.length <= at) await this.#moreOfMessage();
      const byte = this.#inbox.byteAt(at);
      value += (byte & 0x7f) * 2 ** (7 * at);
      if (byte >= 0x80) continue;
      if (byte === 0 && at > 0) break;
      this.#inbox.take(at + 1);
      return value;
    }
    throw lengthMalformed(this.remote);
  }

  #watch(signal: AbortSignal | undefined): void {
    const onAbort = (): void => this.abort(signal === undefined ? undefined : abortReason(signal));
    const onClose = (): void => {
      signal?.removeEventListener("abort", onAbort);
      this.#patience.stop();
      this.#cut.abort();
      this.#closed.resolve();
    };
    this.#stream.addEventListener("close", onClose);
    signal?.addEventListener("abort", onAbort);
    if (this.#isOver()) onClose();
    else if (signal?.aborted === true) onAbort();
  }
}

/** `message` with its length before it. */
export function framed(message: Uint8Array): Uint8Array {
  const prefixBytes = varint.encodingLength(message.byteLength);
  const out = new Uint8Array(prefixBytes + message.byteLength);
  varint.encodeTo(message.byteLength, out);
  out.set(message, prefixBytes);
  return out;
}
