/**
 * How long the machine itself makes a program wait, beside what is measured: late turns of an event loop, and a plain write of
 * 64 KiB with its sync on the same disk. A wait of the store's that is no longer than these is not the store's.
 */

import { open } from "node:fs/promises";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { Stopwatch } from "./stopwatch.ts";

const PAUSE_MS = 100;
const WRITE_BYTES = 65_536;
const MOST_WRITES = 100_000;
export const LOOP_RESOLUTION_MS = 10;

type LoopDelay = ReturnType<typeof monitorEventLoopDelay>;

export interface MachineStalls {
  /** Milliseconds. */
  loop(part: number): number;
  sync(part: number): number;
}

/** Watches until the work is done. */
export async function watchStalls(path: string, work: () => Promise<void>): Promise<MachineStalls> {
  const delay = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS });
  const syncs = new Stopwatch(MOST_WRITES);
  const done = new AbortController();
  const writing = writeOn(path, syncs, done.signal);
  delay.enable();
  try {
    await work();
  } finally {
    delay.disable();
    done.abort();
    await writing;
  }
  return { loop: (part) => lateBy(delay, part), sync: (part) => syncs.quantile(part) };
}

/** Milliseconds by which turns came late; the histogram has the whole time between two looks. */
export function lateBy(delay: LoopDelay, part: number): number {
  return Math.max(0, delay.percentile(100 * part) / 1e6 - LOOP_RESOLUTION_MS);
}

async function writeOn(path: string, syncs: Stopwatch, signal: AbortSignal): Promise<void> {
  const file = await open(path, "w");
  const bytes = new Uint8Array(WRITE_BYTES);
  try {
    while (!signal.aborted) {
      await syncs.time(async () => {
        await file.write(bytes, 0, bytes.length, 0);
        await file.datasync();
      });
      await sleep(PAUSE_MS, undefined, { signal }).catch(() => {});
    }
  } finally {
    await file.close();
  }
}
