// Lengths of messages on streams that libp2p's services read: those collect up to 4 MiB of one before they look at it, and what they do
// with it in one go then takes seconds. Here the length that a message begins with is looked at, and a stream ends that says too much.

import type { Connection, Stream } from "@libp2p/interface";
import type { KadDHTComponents } from "@libp2p/kad-dht";
import type { Uint8ArrayList } from "uint8arraylist";

type Registrar = KadDHTComponents["registrar"];

/** Longest length before a message: 3 bytes of 7 bits. */
const MAX_PREFIX_BYTES = 3;

/** A registrar whose handlers get only those streams that `admit` takes; the others end. */
export function watchingRegistrar(
  registrar: Registrar,
  admit: (stream: Stream, connection: Connection) => boolean,
): Registrar {
  const handle: Registrar["handle"] = (protocol, handler, options) =>
    registrar.handle(
      protocol,
      (stream, connection) => {
        if (admit(stream, connection)) return handler(stream, connection);
        stream.abort(new Error("not for this connection"));
      },
      options,
    );
  return overlaid(registrar, "handle", handle);
}

/** The same with another method of that name. */
export function overlaid<T extends object, Name extends keyof T>(base: T, name: Name, method: T[Name]): T {
  return new Proxy(base, {
    get(target, wanted) {
      if (wanted === name) return method;
      const value: unknown = Reflect.get(target, wanted);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

/** Ends the stream at a message of more than `maxBytes`. Looks at the first `messages`, at all when left out. */
export function boundMessages(stream: Stream, maxBytes: number, messages = Number.POSITIVE_INFINITY): void {
  const lengths = new MessageLengths(messages);
  const look = ({ data }: { data: Uint8Array | Uint8ArrayList }): void => {
    for (const part of data instanceof Uint8Array ? [data] : data) {
      const longest = lengths.see(part);
      if (longest > maxBytes) return stream.abort(new Error(`a message of ${longest} bytes`));
    }
    if (lengths.done) stream.removeEventListener("message", look);
  };
  stream.addEventListener("message", look);
}

/** Follows messages with varint lengths through whatever pieces they come in. */
export class MessageLengths {
  #prefixBytes = 0;
  #value = 0;
  #skip = 0;
  #left: number;

  /** Of the first so many messages; what comes after them may be something else. */
  constructor(messages: number = Number.POSITIVE_INFINITY) {
    this.#left = messages;
  }

  get done(): boolean {
    return this.#left === 0;
  }

  /** The greatest length told in these bytes; infinite for what is no length. */
  see(part: Uint8Array): number {
    let longest = 0;
    for (let at = 0; at < part.byteLength && !this.done;) {
      if (this.#skip > 0) {
        const run = Math.min(this.#skip, part.byteLength - at);
        this.#skip -= run;
        at += run;
      } else longest = Math.max(longest, this.#prefix(part[at++] ?? 0));
    }
    return longest;
  }

  #prefix(byte: number): number {
    this.#value += (byte & 0x7f) * 2 ** (7 * this.#prefixBytes);
    if (byte >= 0x80) return ++this.#prefixBytes < MAX_PREFIX_BYTES ? 0 : Number.POSITIVE_INFINITY;
    this.#left--;
    this.#skip = this.#value;
    this.#prefixBytes = 0;
    this.#value = 0;
    return this.#skip;
  }
}
