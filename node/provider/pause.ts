// A pause that a stop ends early.

import { setTimeout as timeout } from "node:timers/promises";

/** Resolves after `ms`, or at once when the signal aborts; never rejects. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await timeout(ms, undefined, { signal, ref: false }).catch(() => {});
}
