/** The memory of a process as the system counts it. */

import { readFileSync } from "node:fs";

export interface ResidentMemory {
  /** Bytes of it in memory now … */
  readonly now: number;
  /** … of these, pages of files that it has mapped: programs, and what was read of LevelDB's tables. The system takes them back. */
  readonly mapped: number;
  /** The most there ever were. */
  readonly peak: number;
}

/** Of a process id, or of this process. */
export function residentBytes(process: number | "self"): ResidentMemory {
  const status = readFileSync(`/proc/${process}/status`, "utf8");
  const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1]);
  return { now: kilobytes("VmRSS") * 1024, mapped: kilobytes("RssFile") * 1024, peak: kilobytes("VmHWM") * 1024 };
}

const LOOK_MS = 100;
/** A busy process collects the garbage of its whole heap several times in so long. */
const WINDOW_MS = 20_000;

/**
 * Bytes of this process that are in use, objects and buffers outside of V8's heap: the least that was seen lately, which is what a
 * collection of garbage has left. Asking for a collection would hold everything up.
 */
export class AliveMemory {
  #seen: number[] = [];

  constructor() {
    setInterval(() => this.#look(), LOOK_MS).unref();
  }

  get bytes(): number {
    this.#look();
    return Math.min(...this.#seen);
  }

  #look(): void {
    const { heapUsed, external } = process.memoryUsage();
    this.#seen = [...this.#seen.slice(1 - WINDOW_MS / LOOK_MS), heapUsed + external];
  }
}
