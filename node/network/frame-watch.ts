// Reads the heads of yamux frames as they come, before yamux does, which believes them: a frame that says that 4 GiB follow is
// collected up to its last byte, and whatever a peer sends on a stream that nobody reads yet is kept. What is wrong here ends the
// connection.
//
//   0        1       2 … 3    4 … 7       8 … 11
//   version  type    flags    stream id   length: of the data that follow, or what the type says

import type { Uint8ArrayList } from "uint8arraylist";

const HEAD_BYTES = 12;
const DATA = 0;
const SYN = 1;

export interface FrameLimits {
  /** Longest data frame: what a receive window can hold. */
  readonly frameBytes: number;
  /** Frames taken while the peer reads none of our answers to them. */
  readonly unansweredFrames: number;
}

export interface FrameSide {
  /** Whether the peer is behind with reading. */
  readonly blocked: boolean;
  /** A stream is opened. */
  onStream(): void;
  /** Bytes come on a stream. */
  onBytes(stream: number, bytes: number): void;
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

  /** The next bytes of the connection. Throws what ends it. */
  see(bytes: Uint8Array | Uint8ArrayList): void {
    if (bytes instanceof Uint8Array) this.#part(bytes);
    else for (const part of bytes) this.#part(part);
  }

  #part(part: Uint8Array): void {
    for (let at = 0; at < part.byteLength;) {
      const wanted = this.#skip > 0 ? this.#skip : HEAD_BYTES - this.#filled;
      const run = Math.min(wanted, part.byteLength - at);
      if (this.#skip > 0) this.#skip -= run;
      else this.#fill(part.subarray(at, at + run));
      at += run;
    }
  }

  #fill(bytes: Uint8Array): void {
    this.#head.set(bytes, this.#filled);
    this.#filled += bytes.byteLength;
    if (this.#filled < HEAD_BYTES) return;
    this.#filled = 0;
    this.#frame();
  }

  #frame(): void {
    const type = this.#head[1] ?? 0;
    const flags = this.#head[3] ?? 0;
    const view = new DataView(this.#head.buffer);
    this.#count();
    if ((flags & SYN) !== 0 && view.getUint32(4) !== 0) this.#side.onStream();
    if (type !== DATA) return;
    const bytes = view.getUint32(8);
    if (bytes > this.#limits.frameBytes) throw new Error(`a frame of ${bytes} bytes, more than any window`);
    this.#skip = bytes;
    this.#side.onBytes(view.getUint32(4), bytes);
  }

  /** Pings, windows and resets are answered at once: who sends them and reads nothing fills our memory with answers. */
  #count(): void {
    this.#unanswered = this.#side.blocked ? this.#unanswered + 1 : 0;
    if (this.#unanswered > this.#limits.unansweredFrames) throw new Error("the peer sends and does not read");
  }
}
