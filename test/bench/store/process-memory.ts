/** The memory of a process as the system counts it. */

import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

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

/** Bytes of this process that are in use after its garbage was collected: objects, and buffers outside of V8's heap. */
export function aliveBytes(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
