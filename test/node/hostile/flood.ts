/** Streams without end: several connections of several peers, each opening stream after stream at a rate, and again when it is cut. */

import { DATA, frame, line, openLine, pause, RST, SYN, WINDOW } from "./attacker.ts";
import { VERBS } from "../../../protocol/index.ts";
import type { FrameLine, Reached } from "./attacker.ts";

/** What one stream is, from its number. */
export type StreamKind = (stream: number) => Uint8Array[];

const HELLO = line("/multistream/1.0.0");
const VERB_LINES = Object.values(VERBS).map(({ protocol }) => line(protocol));
const DHT_LINE = line("/cairn/kad/1");
const NOISE = new Uint8Array(20).fill(0xa1);

export const STREAMS = {
  "opened and reset": (stream) => [frame(WINDOW, SYN, stream), frame(WINDOW, RST, stream)],
  "of garbage": (stream) => [frame(WINDOW, SYN, stream), frame(DATA, 0, stream, NOISE)],
  "of verbs, with garbage inside": (stream) => [
    frame(WINDOW, SYN, stream),
    frame(DATA, 0, stream, Buffer.concat([HELLO, VERB_LINES[stream % VERB_LINES.length] ?? HELLO, NOISE])),
  ],
  "of the DHT, with garbage inside": (stream) => [
    frame(WINDOW, SYN, stream),
    frame(DATA, 0, stream, Buffer.concat([HELLO, DHT_LINE, NOISE])),
  ],
} as const satisfies Record<string, StreamKind>;

export interface Flood {
  /** Streams that were sent so far, and connections that were cut. */
  readonly streams: number;
  readonly cuts: number;
  stop(): Promise<void>;
}

/** Every so often each connection sends its share of so many streams a second; what the other side does not take waits. */
const EVERY_MS = 20;

export async function startFlood(
  target: Reached,
  { kinds, connections, perSecond }: { kinds: readonly StreamKind[]; connections: number; perSecond: number },
): Promise<Flood> {
  const over = new AbortController();
  const flood = { streams: 0, cuts: 0 };
  const attack = async (index: number): Promise<void> => {
    while (!over.signal.aborted) {
      const one = await openLine(target).catch(() => undefined);
      if (one === undefined) {
        await pause(100);
        continue;
      }
      await pour(one, kinds[index % kinds.length] as StreamKind, perSecond / connections, flood, over.signal);
      if (!over.signal.aborted) flood.cuts++;
      await one.stop();
    }
  };
  const attacks = Array.from({ length: connections }, (_, index) => attack(index));
  return {
    get streams() {
      return flood.streams;
    },
    get cuts() {
      return flood.cuts;
    },
    stop: async () => {
      over.abort();
      await Promise.all(attacks);
    },
  };
}

async function pour(
  one: FrameLine,
  kind: StreamKind,
  perSecond: number,
  flood: { streams: number },
  over: AbortSignal,
): Promise<void> {
  let next = 1;
  let owed = 0;
  let ready = true;
  let last = performance.now();
  while (one.open && !over.aborted) {
    await pause(EVERY_MS);
    const now = performance.now();
    owed = Math.min(owed + ((now - last) * perSecond) / 1000, perSecond);
    last = now;
    ready ||= one.writable;
    if (!ready) continue;
    const streams = Math.floor(owed);
    const frames = Array.from({ length: streams }, (_, i) => kind(next + 2 * i)).flat();
    if (frames.length === 0) continue;
    ready = one.send(Buffer.concat(frames));
    next += 2 * streams;
    owed -= streams;
    flood.streams += streams;
  }
}
