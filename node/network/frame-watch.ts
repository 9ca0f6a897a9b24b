// Reads the heads of yamux frames as they come, before yamux does, which believes them: a frame that says that 4 GiB follow is
// collected up to its last byte, and whatever a peer sends on a stream that nobody reads yet is kept. What is wrong here ends the
// connection. What is right is cut into pieces that take about the same time: of many small frames in one message, and of frames that
// open streams, other connections would have to wait for the last.
//
//   0        1       2 … 3    4 … 7       8 … 11
//   version  type    flags    stream id   length: of the data that follow, or what the type says

import type { Uint8ArrayList } from "uint8arraylist";

const HEAD_BYTES = 12;
const DATA = 0;
const SYN = 1;
/** Frames of one piece, of which the first may open a stream. */
const FRAMES_PER_PIECE = 16;

/** A run of frames, the last of which may be unfinished, and what is in it. */
export interface Piece {
  readonly bytes: Uint8Array | Uint8ArrayList;
  /** Streams that it opens. */
  readonly opens: number;
  /** Bytes of streams that it begins to carry. */
  readonly data: readonly { readonly stream: number; readonly bytes: number }[];
}

export interface FrameLimits {
  /** Longest data frame: what a receive window can hold. */
  readonly frameBytes: number;
  /** Frames taken while the peer reads none of our answers to them. */
  readonly unansweredFrames: number;
}

export interface FrameSide {
  /** Whether the peer is behind with reading. */
  readonly blocked: boolean;
}

export class FrameWatch {
  readonly #limits: FrameLimits;
  readonly #side: FrameSide;
  readonly #head = new Uint8Array(HEAD_BYTES);
  #filled = 0;
  #skip = 0;
  #unanswered = 0;

  constructor(limits: FrameLimits, side: FrameSide) {
    this.#limits = limits;
    this.#side = side;
  }

  /** The next bytes of the connection, in pieces. Throws what ends it. */
  pieces(bytes: Uint8Array | Uint8ArrayList): Piece[] {
    const cut = new Cutting(bytes);
    let from = 0;
    for (const part of bytes instanceof Uint8Array ? [bytes] : bytes) {
      this.#part(part, from, cut);
      from += part.byteLength;
    }
    return cut.finish();
  }

  #part(part: Uint8Array, from: number, cut: Cutting): void {
    for (let at = 0; at < part.byteLength;) {
      const wanted = this.#skip > 0 ? this.#skip : HEAD_BYTES - this.#filled;
      const run = Math.min(wanted, part.byteLength - at);
      if (this.#skip > 0) this.#skip -= run;
      else this.#fill(part.subarray(at, at + run), from + at + run, cut);
      at += run;
    }
  }

  #fill(bytes: Uint8Array, end: number, cut: Cutting): void {
    this.#head.set(bytes, this.#filled);
    this.#filled += bytes.byteLength;
    if (this.#filled < HEAD_BYTES) return;
    this.#filled = 0;
    this.#frame(end - HEAD_BYTES, cut);
  }

  /** `start` is negative when the head began in the message before. */
  #frame(start: number, cut: Cutting): void {
    const view = new DataView(this.#head.buffer);
    const stream = view.getUint32(4);
    this.#count();
    cut.frame(Math.max(0, start), ((this.#head[3] ?? 0) & SYN) !== 0 && stream !== 0);
    if ((this.#head[1] ?? 0) !== DATA) return;
    const bytes = view.getUint32(8);
    if (bytes > this.#limits.frameBytes) throw new Error(`a frame of ${bytes} bytes, more than any window`);
    this.#skip = bytes;
    cut.data(stream, bytes);
  }

  /** Pings, windows and resets are answered at once: who sends them and reads nothing fills our memory with answers. */
  #count(): void {
    this.#unanswered = this.#side.blocked ? this.#unanswered + 1 : 0;
    if (this.#unanswered > this.#limits.unansweredFrames) throw new Error("the peer sends and does not read");
  }
}

/** One message on its way into pieces. */
class Cutting {
  readonly #bytes: Uint8Array | Uint8ArrayList;
  readonly #pieces: Piece[] = [];
  #from = 0;
  #frames = 0;
  #opens = 0;
  #data: { stream: number; bytes: number }[] = [];

  constructor(bytes: Uint8Array | Uint8ArrayList) {
    this.#bytes = bytes;
  }

  /** A frame begins at `start`. */
  frame(start: number, opens: boolean): void {
    if ((opens && this.#frames > 0) || this.#frames === FRAMES_PER_PIECE) this.#end(start);
    this.#frames++;
    if (opens) this.#opens++;
  }

  data(stream: number, bytes: number): void {
    this.#data.push({ stream, bytes });
  }

  finish(): Piece[] {
    this.#end(this.#bytes.byteLength);
    return this.#pieces;
  }

  #end(to: number): void {
    if (to > this.#from) this.#pieces.push({ bytes: this.#slice(to), opens: this.#opens, data: this.#data });
    this.#from = to;
    this.#frames = 0;
    this.#opens = 0;
    this.#data = [];
  }

  #slice(to: number): Uint8Array | Uint8ArrayList {
    if (this.#from === 0 && to === this.#bytes.byteLength) return this.#bytes;
    return this.#bytes instanceof Uint8Array
      ? this.#bytes.subarray(this.#from, to)
      : this.#bytes.sublist(this.#from, to);
  }
}
