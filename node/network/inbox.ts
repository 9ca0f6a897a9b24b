// The reading half of a stream: takes what arrives, tells the sender to wait when too much is unread, and hands out exact pieces.
//
// libp2p's own ways to read lose data or memory: `for await` over a stream queues without limit, byteStream aborts at 4 MiB unread.
// So we listen to `message` and pause ourselves. pause() inside a listener is undone when resume() dispatched that message, hence the
// microtask. After pause() the peer may still use up its window, which the stream buffers (NETWORK.readBufferBytes > streamWindowBytes).

import { Uint8ArrayList } from "uint8arraylist";
import { Wake } from "./wake.ts";
import type { Stream, StreamCloseEvent, StreamMessageEvent } from "@libp2p/interface";
import type { Patience } from "./patience.ts";

export interface InboxMarks {
  readonly pauseAboveBytes: number;
  readonly resumeBelowBytes: number;
}

export class Inbox {
  readonly #stream: Stream;
  readonly #marks: InboxMarks;
  readonly #patience: Patience;
  readonly #unread = new Uint8ArrayList();
  readonly #wake = new Wake();
  #broken: unknown;

  constructor(stream: Stream, marks: InboxMarks, patience: Patience) {
    this.#stream = stream;
    this.#marks = marks;
    this.#patience = patience;
    stream.addEventListener("message", (event) => this.#onMessage(event));
    stream.addEventListener("end", () => this.#wake.ring());
    stream.addEventListener("close", (event) => this.#onClose(event));
    if (stream.status === "reset" || stream.status === "aborted")
      this.#broken = new Error(`the stream was ${stream.status}`);
  }

  /** Bytes that can be taken without waiting. */
  get length(): number {
    return this.#unread.byteLength;
  }

  /** Nothing will be added any more. */
  get ended(): boolean {
    return this.#stream.readableEnded;
  }

  /** Why the stream broke, if it did. Undefined after an orderly end. */
  get broken(): unknown {
    return this.#broken;
  }

  byteAt(index: number): number {
    return this.#unread.get(index);
  }

  /** Resolves true when more has arrived, false at the end. Waits under the idle deadline. */
  async more(): Promise<boolean> {
    const had = this.length;
    this.#resume();
    while (this.length === had) {
      if (this.ended) return false;
      await this.#patience.during(this.#wake.next());
    }
    return true;
  }

  /** Resolves when there is something to take or nothing will come. No deadline: we may be busy with other things meanwhile. */
  async some(): Promise<void> {
    while (this.length === 0 && !this.ended) await this.#wake.next();
  }

  /** The next `bytes`, in the parts they came in, without a copy. Fewer must not be there. */
  take(bytes: number): Uint8ArrayList {
    const taken = this.#unread.sublist(0, bytes);
    this.#unread.consume(bytes);
    if (this.length < this.#marks.resumeBelowBytes) this.#resume();
    return taken;
  }

  #onMessage({ data }: StreamMessageEvent): void {
    this.#unread.append(data);
    this.#patience.progress(data.byteLength);
    if (this.length > this.#marks.pauseAboveBytes) queueMicrotask(() => this.#pause());
    this.#wake.ring();
  }

  #onClose({ error }: StreamCloseEvent): void {
    this.#broken ??= error;
    this.#wake.ring();
  }

  #pause(): void {
    if (this.length > this.#marks.pauseAboveBytes && this.#stream.readStatus === "readable") this.#stream.pause();
  }

  #resume(): void {
    if (this.#stream.readStatus !== "paused") return;
    try {
      this.#stream.resume();
    } catch {
      // What the stream held was delivered first; only the note to a connection that is gone failed.
    }
  }
}
