// The asking side of one exchange: request, body, answer, where the answer may come at any time.

import { NETWORK } from "../limits/index.ts";
import type { Channel } from "./channel.ts";

export interface Question {
  readonly message: Uint8Array;
  /** Raw bytes after the message; pieces are fetched as the peer takes them. */
  readonly body?: Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  readonly maxAnswerBytes: number;
}

/**
 * Sends the request and its body, ends our side, and returns the answer message. A body of the answer can be read from the channel next.
 * A peer that answers early (a refusal, or it has the fragment already) stops the sending, and its answer is returned even when the
 * stream broke under the rest of the body. The caller finishes the channel, or aborts it when this throws.
 */
export async function ask(channel: Channel, question: Question): Promise<Uint8Array> {
  const answered = channel.arrived();
  let enough = false;
  void answered.then(() => (enough = true));
  const sending = send(channel, question, () => enough).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  const broken = await Promise.race([sending, answered]);
  try {
    return await channel.readMessage(question.maxAnswerBytes);
  } catch (error) {
    throw broken === undefined || channel.buffered > 0 ? error : broken.error;
  }
}

async function send(channel: Channel, { message, body }: Question, enough: () => boolean): Promise<void> {
  await channel.writeMessage(message);
  for await (const piece of pieces(body)) {
    if (enough()) return;
    await channel.write(piece);
  }
  if (!enough()) await channel.end();
}

function pieces(body: Question["body"]): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  if (body === undefined) return [];
  return body instanceof Uint8Array ? chunks(body) : body;
}

function* chunks(body: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < body.byteLength; at += NETWORK.chunkBytes) yield body.subarray(at, at + NETWORK.chunkBytes);
}
