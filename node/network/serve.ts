// The answering side: admits a stream, runs the verb's handler under a deadline, turns what it throws into a refusal, ends the stream.

import { encode, isCairnError, refusalOf } from "../../protocol/index.ts";
import { Admission } from "./admission.ts";
import { StreamChannel } from "./channel.ts";
import { peerBusy, tooSlow } from "./faults.ts";
import type { Stream } from "@libp2p/interface";
import type { Verb } from "../../protocol/index.ts";
import type { Channel } from "./channel.ts";
import type { NetworkLimits, NetworkLog } from "./network.ts";

/**
 * Answers one request, whose first bytes are there. `signal` aborts when the stream is over, the request's time is up or the node stops; the stream is then cut, too.
 * What it throws before anything was written is sent as a refusal, whose code `refusalOf` chooses. The stream is finished when the
 * handler is.
 */
export type Handler = (channel: Channel, context: { signal: AbortSignal }) => Promise<void>;

export class Reception {
  readonly #limits: NetworkLimits;
  readonly #log: NetworkLog;
  readonly #admission: Admission;
  readonly #stopped: AbortSignal;
  #refusing = 0;

  constructor(limits: NetworkLimits, log: NetworkLog, stopped: AbortSignal) {
    this.#limits = limits;
    this.#log = log;
    this.#stopped = stopped;
    this.#admission = new Admission(limits);
  }

  /** Requests being served. */
  get serving(): number {
    return this.#admission.serving;
  }

  /** Serves one stream to its end. Never throws. */
  async receive(verb: Verb, handler: Handler, stream: Stream, remote: string): Promise<void> {
    const channel = new StreamChannel(stream, remote, { limits: this.#limits, signal: this.#stopped });
    if (!(await channel.begun())) return channel.finish();
    const leave = this.#admission.enter(remote);
    if (leave === undefined) return this.#turnAway(channel);
    try {
      await this.#serve(verb, handler, channel);
    } finally {
      leave();
    }
  }

  async #serve(verb: Verb, handler: Handler, channel: StreamChannel): Promise<void> {
    const end = new AbortController();
    const timer = setTimeout(
      () => channel.abort(tooSlow(channel.remote, this.#limits.requestMs)),
      this.#limits.requestMs,
    );
    void channel.closed.then(() => end.abort());
    try {
      await handler(channel, { signal: end.signal });
      await channel.finish();
    } catch (error) {
      await this.#fail(verb, channel, error);
    } finally {
      clearTimeout(timer);
    }
  }

  async #fail(verb: Verb, channel: StreamChannel, error: unknown): Promise<void> {
    const known = isCairnError(error);
    const facts = { verb, peer: channel.remote, err: error };
    if (known) this.#log.debug(facts, "refused a request");
    else this.#log.error(facts, "a request failed because of us");
    if (channel.answered) channel.abort(error);
    else await this.#refuse(channel, error);
  }

  async #turnAway(channel: StreamChannel): Promise<void> {
    if (this.#refusing >= this.#limits.refusals) return channel.abort(peerBusy(channel.remote));
    this.#refusing++;
    try {
      await this.#refuse(channel, peerBusy(channel.remote));
    } finally {
      this.#refusing--;
    }
  }

  async #refuse(channel: StreamChannel, error: unknown): Promise<void> {
    try {
      await channel.writeMessage(encode(refusalOf(error)));
    } catch {
      // The peer is gone; finish sees to the stream.
    }
    await channel.finish();
  }
}
