// The writing half of a stream: waits whenever the peer or the socket is behind, so that at most one chunk is queued.
//
// stream.onDrain() resolves for good after its first use, so we listen to `drain` and look at the stream again each time: a drain of
// the socket wakes every stream, also those whose own window is still full.

import { Wake } from "./wake.ts";
import type { Stream } from "@libp2p/interface";
import type { Patience } from "./patience.ts";

export class Outbox {
  readonly #stream: Stream;
  readonly #chunkBytes: number;
  readonly #patience: Patience;
  readonly #wake = new Wake();
  #handed = 0;
  #gone = 0;
  #busy = false;

  constructor(stream: Stream, chunkBytes: number, patience: Patience) {
    this.#stream = stream;
    this.#chunkBytes = chunkBytes;
    this.#patience = patience;
    stream.addEventListener("drain", () => this.#wake.ring());
    stream.addEventListener("close", () => this.#wake.ring());
  }

  /** Bytes accepted so far. */
  get handed(): number {
    return this.#handed;
  }

  /** A write waits for the peer. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Bytes accepted and still waiting for the peer. */
  get unsent(): number {
    return this.#stream.writeBufferLength;
  }

  get open(): boolean {
    return this.#stream.writeStatus === "writable";
  }

  /** Throws when the stream is closed, before or while we wait. The bytes must stay as they are until the stream is closed. */
  async write(bytes: Uint8Array): Promise<void> {
    this.#busy = true;
    try {
      await this.#writeChunks(bytes);
    } finally {
      this.#busy = false;
    }
  }

  /** Ends our side. Resolves when all bytes are with the connection. */
  async end(): Promise<void> {
    await this.#patience.during(this.#stream.close());
  }

  async #writeChunks(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.byteLength; at += this.#chunkBytes) {
      const chunk = bytes.subarray(at, at + this.#chunkBytes);
      const room = this.#stream.send(chunk);
      this.#handed += chunk.byteLength;
      this.#progress();
      if (!room) await this.#drained();
    }
  }

  async #drained(): Promise<void> {
    let unsent = this.unsent;
    while (this.open && this.#stream.writableNeedsDrain) {
      await this.#patience.during(this.#wake.next());
      if (this.unsent !== unsent) this.#progress();
      unsent = this.unsent;
    }
    if (!this.open) throw new Error(`the stream is ${this.#stream.status}`);
  }

  /** What has left the stream for the connection counts. */
  #progress(): void {
    const gone = this.#handed - this.unsent;
    this.#patience.progress(Math.max(0, gone - this.#gone));
    this.#gone = gone;
  }
}
