// One connection as the guard sees it: its frames are read before yamux reads them, handed to yamux when it is their turn, and what
// they bring to streams that are not ours is counted.

import { FrameWatch } from "./frame-watch.ts";
import type { MessageStream, Stream, StreamMuxer } from "@libp2p/interface";
import type { Uint8ArrayList } from "uint8arraylist";
import type { Piece } from "./frame-watch.ts";
import type { NetworkLimits } from "./network.ts";
import type { Lane } from "./turns.ts";

export type WatchLimits = Pick<
  NetworkLimits,
  | "streamWindowBytes"
  | "unansweredFrames"
  | "newStreamBytes"
  | "otherStreamBytes"
  | "protocolAnswers"
  | "laneBytes"
  | "lanePieces"
  | "streamMs"
>;

/** A muxer of libp2p's, of which we use a little more than it declares. */
export interface Muxer extends StreamMuxer {
  onData(bytes: Uint8Array | Uint8ArrayList): void;
  onRemoteStream(stream: Stream): void;
}

/** An encrypted connection, which declares less than it is. */
export interface Line extends MessageStream {
  readonly readStatus: "readable" | "paused" | "closing" | "closed";
}

/** Who watches all connections. */
export interface Watcher {
  /** A protocol whose streams are bounded elsewhere. */
  isOwn(protocol: string): boolean;
  /** A peer opens so many streams. */
  onStreams(count: number): void;
  /** Bytes come that may have to be kept. */
  onHeld(bytes: number): void;
}

/** A stream that sent so much is looked at: what is it for? */
const LOOK_BYTES = 16 * 1024;
/** Counting goes on for streams whose bytes somebody may keep; a verb's are not counted any more. */
const NOT_COUNTED = -1;
/** Streams that are over and still counted, besides as many as are open. */
const SLACK = 64;
/** What it takes to decrypt a message and look at it, in milliseconds: that is done before its turn. */
const MESSAGE_MS = 0.01;

export class WatchedLine {
  readonly muxer: Muxer;
  readonly #line: Line;
  readonly #watcher: Watcher;
  readonly #limits: WatchLimits;
  readonly #lane: Lane;
  readonly #frames: FrameWatch;
  readonly #take: (bytes: Uint8Array | Uint8ArrayList) => void;
  /** By stream id. */
  readonly #bytes = new Map<number, number>();
  /** Pieces whose turn has not come, and their bytes. */
  readonly #waiting = new Set<Piece>();
  #waitingBytes = 0;
  held = 0;

  /** Takes the muxer over: what comes goes through here from now on. */
  constructor(muxer: Muxer, line: Line, lane: Lane, watcher: Watcher, limits: WatchLimits) {
    this.muxer = muxer;
    this.#line = line;
    this.#lane = lane;
    this.#watcher = watcher;
    this.#limits = limits;
    this.#frames = new FrameWatch(
      { frameBytes: limits.streamWindowBytes, unansweredFrames: limits.unansweredFrames },
      {
        get blocked() {
          return line.writableNeedsDrain;
        },
      },
    );
    this.#take = muxer.onData.bind(muxer);
    muxer.onData = (bytes) => this.#onData(bytes);
    const onRemoteStream = muxer.onRemoteStream.bind(muxer);
    muxer.onRemoteStream = (stream) => {
      boundChoice(stream, limits.protocolAnswers);
      onRemoteStream(stream);
    };
  }

  /** Protocols of the open streams. */
  get protocols(): string[] {
    return this.muxer.streams.map(({ protocol }) => protocol);
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

  /** Cuts the connection. */
  cut(error: Error): void {
    this.#waiting.clear();
    this.muxer.abort(error);
    this.#line.abort(error);
  }

  /** The connection is over. After an orderly end what has come still counts, but for streams that would only begin. */
  end(isOrderly: boolean): void {
    this.#lane.end();
    const left = [...this.#waiting];
    this.#waiting.clear();
    if (!isOrderly) return;
    try {
      for (const piece of left) if (piece.opens === 0) this.#take(piece.bytes);
    } catch {
      // It is over anyway.
    }
  }

  #onData(bytes: Uint8Array | Uint8ArrayList): void {
    let ms = MESSAGE_MS;
    for (const piece of this.#frames.pieces(bytes)) {
      this.#waiting.add(piece);
      this.#waitingBytes += piece.bytes.byteLength;
      this.#lane.add(ms + piece.opens * this.#limits.streamMs, () => this.#onTurn(piece));
      ms = 0;
    }
    // Not in here: a pause inside of a message event does not last when that event is part of going on.
    if (this.#isFull(1)) queueMicrotask(() => this.#pause());
  }

  #onTurn(piece: Piece): void {
    if (!this.#waiting.delete(piece)) return;
    this.#waitingBytes -= piece.bytes.byteLength;
    try {
      for (const { stream, bytes } of piece.data) this.#count(stream, bytes);
      this.#take(piece.bytes);
      if (piece.opens > 0) this.#watcher.onStreams(piece.opens);
      // After a goodbye that says why, yamux ends and leaves the connection open, of no use to anybody.
      if (this.muxer.status === "closed") this.#line.abort(new Error("the peer said goodbye"));
    } catch (error) {
      this.cut(error instanceof Error ? error : new Error(String(error)));
    }
    if (this.#line.readStatus === "paused" && !this.#isFull(2)) this.#line.resume();
  }

  #isFull(parts: number): boolean {
    const { laneBytes, lanePieces } = this.#limits;
    return this.#waitingBytes > laneBytes / parts || this.#waiting.size > lanePieces / parts;
  }

  #pause(): void {
    if (this.#isFull(1) && this.#line.readStatus === "readable") this.#line.pause();
  }

  #count(id: number, bytes: number): void {
    const before = this.#bytes.get(id) ?? 0;
    if (before === NOT_COUNTED) return;
    const after = before + bytes;
    this.#bytes.set(id, after);
    this.held += bytes;
    if (after > Math.min(LOOK_BYTES, this.#limits.newStreamBytes)) this.#judge(id, after);
    if (this.#bytes.size > 2 * this.muxer.streams.length + SLACK) this.tidy();
    this.#watcher.onHeld(bytes);
  }

  #judge(id: number, bytes: number): void {
    const stream = this.muxer.streams.find((one) => one.id === String(id));
    if (stream === undefined) return;
    if (this.#watcher.isOwn(stream.protocol)) {
      this.#bytes.set(id, NOT_COUNTED);
      this.held -= bytes;
      return;
    }
    const most = stream.protocol === "" ? this.#limits.newStreamBytes : this.#limits.otherStreamBytes;
    if (bytes > most) stream.abort(new Error(`${bytes} bytes on a stream of ${stream.protocol || "no protocol"}`));
  }
}

/** Ends a stream whose peer proposes one protocol after the other: each line costs it four bytes and us an answer. */
function boundChoice(stream: Stream, most: number): void {
  const send = stream.send.bind(stream);
  let answers = 0;
  stream.send = (bytes) => {
    if (stream.protocol !== "") stream.send = send;
    else if (++answers > most) stream.abort(new Error(`${answers} proposals and no protocol`));
    return send(bytes);
  };
}
