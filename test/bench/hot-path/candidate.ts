/** What is measured: candidates that do the same work, each in its own way, and the clocks that time them. */

/** Who did the work, in the order of the table's columns. */
export const IMPLEMENTATIONS = [
  "reference",
  "subspace",
  "noble",
  "node",
  "hash-wasm",
  "simd128",
  "relaxed",
  "relaxed+copies",
  "workers2",
  "isal",
] as const;

export type Implementation = (typeof IMPLEMENTATIONS)[number];

/**
 * One way to do a case's work, with its input in place.
 *
 * - `thread`: synchronous; its CPU time is this thread's.
 * - `process`: asynchronous, on other threads too; its CPU time is the whole process's, and the wall is what counts.
 * - `elsewhere`: in another process, which takes the time itself.
 */
export type Candidate = Here | Spread | Elsewhere;

interface Contestant {
  readonly implementation: Implementation;
  /** Makes the output of earlier runs worthless, so that only a run that works passes the check. */
  clear(): void;
  /** What the last run made, in pieces that every candidate of a case cuts alike. */
  output(): readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
  close?(): void | Promise<void>;
}

export interface Here extends Contestant {
  readonly kind: "thread";
  run(): void;
}

export interface Spread extends Contestant {
  readonly kind: "process";
  /** How many times one run does the case's work, 1 by default: workers that wait for each other's end are not at work. */
  readonly times?: number;
  run(): Promise<void>;
}

export interface Elsewhere extends Contestant {
  readonly kind: "elsewhere";
  /** Seconds that so many runs took together. */
  sample(runs: number): Promise<Lap>;
}

/** What one sample cost, in seconds. */
export interface Lap {
  readonly wall: number;
  /** Of the thread or the process, as the candidate's kind says; none where the host has no such clock (a browser). */
  readonly cpu: number | undefined;
}

/** Readings in seconds from any fixed moment. A browser has the wall clock alone. */
export interface Clocks {
  wall(): number;
  thread?(): number;
  process?(): number;
}

/** One line of a table: the candidates that do one piece of work. */
export interface Case {
  readonly suite: string;
  /** Data and parity shards; 1 and 0 where it is a single fragment. */
  readonly k: number;
  readonly m: number;
  readonly shardBytes: number;
  readonly leafBytes: number | undefined;
  /** Bytes that one run is credited with: user data, or for trees the bytes hashed. */
  readonly workBytes: number;
  readonly baseline: Implementation;
  /** The baseline first. */
  readonly candidates: readonly Candidate[];
  /** What the output must be, where that is known beforehand; else it is what the baseline makes. */
  readonly expected?: readonly Uint8Array[] | undefined;
}
