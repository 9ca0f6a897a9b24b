// What a request was, for whoever counts: its verb, how it ended, how long it took, and how many bytes went each way.

import { isCairnError, refusalOf } from "../../protocol/index.ts";
import type { Verb } from "../../protocol/index.ts";
import type { Channel } from "./channel.ts";
import type { Handler } from "./serve.ts";

/**
 * `ok`: answered. `refused`: the peer was told no, and whose fault it was travels with it. `busy`: turned away before anything was read.
 * `cut`: the stream ended before the answer did. `failed`: because of us.
 */
export type RequestOutcome = "ok" | "refused" | "busy" | "cut" | "failed";

export const REQUEST_OUTCOMES = ["ok", "refused", "busy", "cut", "failed"] as const satisfies readonly RequestOutcome[];

/** One request that was served. */
export interface RequestFacts {
  readonly verb: Verb;
  readonly outcome: RequestOutcome;
  /** From its first byte to the end of its answer. */
  readonly seconds: number;
  /** Bytes of messages and bodies that came, and that went. */
  readonly received: number;
  readonly sent: number;
}

/** The handler, which tells about each request when it has ended. */
export function metered(verb: Verb, handler: Handler, tell: (facts: RequestFacts) => void): Handler {
  return async (channel, context) => {
    const started = performance.now();
    const counted = new CountedChannel(channel);
    let outcome: RequestOutcome = "ok";
    try {
      await handler(counted, context);
    } catch (error) {
      outcome = outcomeOf(error, context.signal);
      throw error;
    } finally {
      const { received, sent } = counted;
      tell({ verb, outcome, seconds: (performance.now() - started) / 1000, received, sent });
    }
  };
}

function outcomeOf(error: unknown, signal: AbortSignal): RequestOutcome {
  if (!isCairnError(error)) return "failed";
  if (signal.aborted || CUT.has(error.code)) return "cut";
  return refusalOf(error).code === "ERR_INTERNAL" ? "failed" : "refused";
}

const CUT: ReadonlySet<string> = new Set(["ERR_BODY_TRUNCATED", "ERR_PEER_UNREACHABLE", "ERR_ABORTED"]);

/** A channel that counts what goes through it. */
class CountedChannel implements Channel {
  readonly #channel: Channel;
  received = 0;
  sent = 0;

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  get remote(): string {
    return this.#channel.remote;
  }

  get buffered(): number {
    return this.#channel.buffered;
  }

  get unsent(): number {
    return this.#channel.unsent;
  }

  async readMessage(maxBytes: number): Promise<Uint8Array> {
    const message = await this.#channel.readMessage(maxBytes);
    this.received += message.byteLength;
    return message;
  }

  async *readBody(bytes: number): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const part of this.#channel.readBody(bytes)) {
      this.received += part.byteLength;
      yield part;
    }
  }

  arrived(): Promise<void> {
    return this.#channel.arrived();
  }

  async writeMessage(message: Uint8Array): Promise<void> {
    await this.#channel.writeMessage(message);
    this.sent += message.byteLength;
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.#channel.write(bytes);
    this.sent += bytes.byteLength;
  }

  end(): Promise<void> {
    return this.#channel.end();
  }

  abort(error?: unknown): void {
    this.#channel.abort(error);
  }

  finish(): Promise<void> {
    return this.#channel.finish();
  }
}
