// The answering side: admits a stream, runs the verb's handler under a deadline, turns what it throws into a refusal, ends the stream.

import { cairnError, encode, isCairnError, refusalOf } from "../../protocol/index.ts";
import { Admission } from "./admission.ts";
import { Bandwidth, isTransfer, originPart } from "./bandwidth.ts";
import { StreamChannel } from "./channel.ts";
import { gaveWay, peerBusy, tooSlow } from "./faults.ts";
import type { Stream } from "@libp2p/interface";
import type { Verb } from "../../protocol/index.ts";
import type { Channel } from "./channel.ts";
import type { NetworkLimits, NetworkLog } from "./network.ts";
import type { RequestFacts } from "./request-meter.ts";

/**
 * Answers one request, whose first bytes are there. `signal` aborts when the stream is over, the request's time is up or the node stops; the stream is then cut, too.
 * What it throws before anything was written is sent as a refusal, whose code `refusalOf` chooses. The stream is finished when the
 * handler is.
 */
export type Handler = (channel: Channel, context: { signal: AbortSignal }) => Promise<void>;

export class Reception {
  readonly #limits: NetworkLimits;
  readonly #log: NetworkLog;
  readonly #transfers: Admission;
  readonly #questions: Admission;
  readonly #bandwidth: Bandwidth;
  readonly #stopped: AbortSignal;
  readonly #tell: (facts: RequestFacts) => void;
  #refusing = 0;

  /** `tell` hears of those that are turned away; of the others the handler tells. */
  constructor(
    limits: NetworkLimits,
    log: NetworkLog,
    stopped: AbortSignal,
    tell: (facts: RequestFacts) => void = () => {},
  ) {
    this.#limits = limits;
    this.#log = log;
    this.#stopped = stopped;
    this.#tell = tell;
    this.#bandwidth = new Bandwidth(limits);
    this.#transfers = new Admission(this.#bandwidth.placesOf(limits));
    this.#questions = new Admission({
      ...limits,
      places: limits.questions,
      placesPerPeer: limits.questionsPerPeer,
      placesPerOrigin: originPart(limits.questions),
    });
  }

  /** Requests being served. */
  get serving(): number {
    return this.#transfers.serving + this.#questions.serving;
  }

  /** Serves one stream to its end. `origin` is where the peer comes from (`originOf`). Never throws. */
  async receive(verb: Verb, handler: Handler, stream: Stream, remote: string, origin?: string): Promise<void> {
    const channel = new StreamChannel(stream, remote, {
      limits: this.#limits,
      signal: this.#stopped,
      gates: this.#bandwidth.gatesOf(verb, remote),
    });
    if (!(await channel.begun())) return channel.finish();
    const admission = isTransfer(verb) ? this.#transfers : this.#questions;
    const giveWay = (): void => channel.abort(gaveWay(remote));
    const leave = admission.enter({ peer: remote, origin, pace: channel.pace, giveWay });
    if (leave === undefined) await this.#turnAway(verb, channel);
    else await this.#serve(verb, handler, channel).finally(leave);
    // Waiting for the peer's end takes no place: else who never ends its side would hold one for nothing.
    await channel.finish();
  }

  async #serve(verb: Verb, handler: Handler, channel: StreamChannel): Promise<void> {
    const end = new AbortController();
    const timer = this.#deadline(channel);
    void channel.closed.then(() => end.abort());
    try {
      await handler(channel, { signal: end.signal });
      await channel.said();
    } catch (error) {
      await this.#fail(verb, channel, error);
    } finally {
      timer.stop();
    }
  }

  /** The time in which our own limit of bytes holds a request back is not the peer's. */
  #deadline(channel: StreamChannel): { stop: () => void } {
    const { requestMs } = this.#limits;
    const started = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const look = (): void => {
      const left = started + requestMs + channel.heldMs - performance.now();
      if (left <= 0) channel.abort(tooSlow(channel.remote, requestMs));
      else timer = setTimeout(look, left);
    };
    look();
    return { stop: () => clearTimeout(timer) };
  }

  async #fail(verb: Verb, channel: StreamChannel, error: unknown): Promise<void> {
    const known = isCairnError(error);
    const facts = { verb, peer: channel.remote, err: error };
    if (known) this.#log.debug({ event: "request.refused", ...facts }, "refused a request");
    else this.#log.error({ event: "request.failed", ...facts }, "a request failed because of us");
    if (channel.answered) channel.abort(error);
    else await this.#refuse(channel, error);
  }

  async #turnAway(verb: Verb, channel: StreamChannel): Promise<void> {
    this.#tell({ verb, outcome: "busy", seconds: 0, received: 0, sent: 0 });
    if (this.#refusing >= this.#limits.refusals) return channel.abort(peerBusy(channel.remote));
    this.#refusing++;
    try {
      await this.#refuse(channel, peerBusy(channel.remote));
    } finally {
      this.#refusing--;
    }
  }

  async #refuse(channel: StreamChannel, error: unknown): Promise<void> {
    // A message that ends before its length is no message; the peer may still listen.
    const told = isCairnError(error, "ERR_PEER_UNREACHABLE") ? cairnError("ERR_MESSAGE_INVALID") : error;
    try {
      await channel.writeMessage(encode(refusalOf(told)));
    } catch {
      // The peer is gone; finish sees to the stream.
    }
    await channel.said();
  }
}
