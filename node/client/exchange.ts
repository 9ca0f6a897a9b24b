// One request and its answer on a channel of its own, inside a deadline, with nothing left open whatever happens.

import { CairnError, VERBS, refusalError } from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { ask } from "../network/index.ts";
import { within } from "../wait.ts";
import type { Refusal, Verb } from "../../protocol/index.ts";
import type { Channel, Network, PeerAddress } from "../network/index.ts";

export interface CallOptions {
  readonly signal: AbortSignal;
}

/**
 * Opens a channel and runs the exchange. Throws ERR_PEER_STALLED after CLIENT.exchangeMs or when the signal's own deadline has passed,
 * the signal's reason when it was aborted otherwise, and what `talk` throws.
 */
export async function exchange<T>(
  network: Network,
  to: PeerAddress,
  verb: Verb,
  options: CallOptions,
  talk: (channel: Channel) => Promise<T>,
): Promise<T> {
  const signal = within(CLIENT.exchangeMs, options.signal);
  const channel = await network.open(to, verb, { signal });
  try {
    const result = await talk(channel);
    await channel.finish();
    return result;
  } catch (error) {
    channel.abort(error);
    if (!signal.aborted) throw error;
    throw isTimeout(signal.reason) ? stalled(to, verb, error) : signal.reason;
  }
}

/** Sends a request, with a raw body after it or not, and reads the answer message; the answer's own body is still to be read. */
export function answerTo(channel: Channel, verb: Verb, message: Uint8Array, body?: Uint8Array): Promise<Uint8Array> {
  return ask(channel, { message, maxAnswerBytes: VERBS[verb].maxAnswer, ...(body && { body }) });
}

export async function readAll(channel: Channel, bytes: number): Promise<Uint8Array> {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for await (const chunk of channel.readBody(bytes)) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

/** The answer, or the refusal as an error. */
export function accepted<Answer extends { ok: true } | Refusal>(
  answer: Answer,
  verb: Verb,
  from: PeerAddress,
): Extract<Answer, { ok: true }> {
  if (!answer.ok) throw refusalError(verb, answer, from.peer);
  return answer as Extract<Answer, { ok: true }>;
}

// What AbortSignal.timeout aborts with.
function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === "TimeoutError";
}

function stalled(to: PeerAddress, verb: Verb, cause: unknown): CairnError {
  return new CairnError(
    "ERR_PEER_STALLED",
    `Peer ${to.peer} did not finish ${verb} in the time allowed: it is overloaded or far away.`,
    {
      facts: { peer: to.peer, verb },
      cause,
    },
  );
}
