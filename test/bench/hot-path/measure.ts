/**
 * Runs the candidates of one case in turn, round after round, in one process: whatever the neighbours do to the machine, they
 * do to all candidates alike, and ratios stay true where absolute figures do not.
 */

import type { Candidate, Case, Clocks, Implementation, Lap } from "./candidate.ts";

export interface Effort {
  /** Rounds, and so samples of each candidate. */
  readonly rounds: number;
  /** Least length of a sample. A thread's CPU clock moves in steps of up to 4 ms (one tick of the kernel). */
  readonly sampleSeconds: number;
  /** Least time that a candidate runs before it is measured: engines compile what is hot better, and meanwhile. */
  readonly warmUpSeconds: number;
  /** A candidate whose samples would take longer than this together takes fewer, but at least one. */
  readonly candidateSeconds: number;
}

export const FULL_EFFORT: Effort = { rounds: 7, sampleSeconds: 0.08, warmUpSeconds: 0.25, candidateSeconds: 2 };
export const QUICK_EFFORT: Effort = { rounds: 3, sampleSeconds: 0.04, warmUpSeconds: 0.1, candidateSeconds: 0.6 };

/** The longest wait for candidates that are not of this thread; real ones take some seconds. */
const LAP_MS = 120_000;

/** Seconds that one run took, for each sample. */
export interface Measured {
  readonly implementation: Implementation;
  readonly kind: Candidate["kind"];
  readonly laps: readonly Lap[];
}

/** A candidate whose output is not that of the others: its speed would mean nothing. */
export class WrongWorkError extends Error {
  readonly code = "ERR_WRONG_WORK";

  constructor({ suite, k, m, shardBytes }: Case, implementation: Implementation, piece: number) {
    super(
      `${suite} ${k}+${m} of ${shardBytes} bytes: piece ${piece} of ${implementation} is wrong, so nothing is measured.`,
    );
    this.name = "WrongWorkError";
  }
}

interface Entry {
  readonly candidate: Candidate;
  readonly laps: Lap[];
  runs: number;
  samples: number;
}

/** Checks every candidate's output, then measures them interleaved. Throws {@link WrongWorkError}. */
export async function measure(one: Case, clocks: Clocks, effort: Effort): Promise<Measured[]> {
  const entries: Entry[] = [];
  let expected = one.expected;
  for (const candidate of one.candidates) {
    candidate.clear();
    const first = await lapOf(candidate, 1, clocks);
    const output = await candidate.output();
    checkOutput(one, candidate.implementation, output, expected);
    expected ??= output.map((piece) => piece.slice());
    entries.push(await calibrated(candidate, first, clocks, effort));
  }
  for (let round = 0; round < effort.rounds; round++) {
    for (const entry of entries) {
      if (entry.laps.length >= entry.samples) continue;
      entry.laps.push(await lapOf(entry.candidate, entry.runs, clocks).then((lap) => perWork(lap, entry)));
    }
  }
  return entries.map(({ candidate, laps }) => ({
    implementation: candidate.implementation,
    kind: candidate.kind,
    laps,
  }));
}

/** How many runs fill a sample, found by running: compiled code gets faster while it warms up. */
async function calibrated(candidate: Candidate, first: Lap, clocks: Clocks, effort: Effort): Promise<Entry> {
  const { rounds, sampleSeconds, warmUpSeconds, candidateSeconds } = effort;
  if (first.wall > candidateSeconds)
    return { candidate, laps: [perWork(first, { candidate, runs: 1 })], runs: 1, samples: 1 };
  let runs = 1;
  let lap = await lapOf(candidate, runs, clocks);
  let warm = first.wall + lap.wall;
  while (lengthOf(lap) < sampleSeconds || warm < warmUpSeconds) {
    if (lengthOf(lap) < sampleSeconds)
      runs = Math.ceil(runs * Math.min(8, (1.25 * sampleSeconds) / Math.max(lap.wall, sampleSeconds / 100)) + 0.5);
    lap = await lapOf(candidate, runs, clocks);
    warm += lap.wall;
  }
  const affordable = Math.floor(candidateSeconds / lap.wall);
  return { candidate, laps: [], runs, samples: Math.max(1, Math.min(rounds, affordable)) };
}

/** What has to be long enough: CPU time, whose clock is the coarse one, for as far as it is not waiting that fills the wall. */
function lengthOf({ wall, cpu }: Lap): number {
  return cpu === undefined || wall > 0.5 ? wall : cpu;
}

async function lapOf(candidate: Candidate, runs: number, clocks: Clocks): Promise<Lap> {
  if (candidate.kind === "thread") return unboundedLap(candidate, runs, clocks);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const give = (): void => reject(new Error(`${candidate.implementation} did not end within ${LAP_MS / 1000} s.`));
    timer = setTimeout(give, LAP_MS);
  });
  try {
    return await Promise.race([unboundedLap(candidate, runs, clocks), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function unboundedLap(candidate: Candidate, runs: number, clocks: Clocks): Promise<Lap> {
  if (candidate.kind === "elsewhere") return candidate.sample(runs);
  const cpuClock = candidate.kind === "thread" ? clocks.thread : clocks.process;
  const [wall, cpu] = [clocks.wall(), cpuClock?.()];
  if (candidate.kind === "thread") for (let i = 0; i < runs; i++) candidate.run();
  else for (let i = 0; i < runs; i++) await candidate.run();
  const used = cpuClock === undefined || cpu === undefined ? undefined : cpuClock() - cpu;
  return { wall: clocks.wall() - wall, cpu: used };
}

/** A sample's seconds for doing the work once. */
function perWork({ wall, cpu }: Lap, { candidate, runs }: Pick<Entry, "candidate" | "runs">): Lap {
  const times = runs * (candidate.kind === "process" ? (candidate.times ?? 1) : 1);
  return { wall: wall / times, cpu: cpu === undefined ? undefined : cpu / times };
}

/** Throws {@link WrongWorkError} unless the output is what is expected; where nothing is, it is what others are held to. */
export function checkOutput(
  one: Case,
  implementation: Implementation,
  output: readonly Uint8Array[],
  expected: readonly Uint8Array[] | undefined,
): void {
  if (expected === undefined) return;
  if (output.length !== expected.length) throw new WrongWorkError(one, implementation, output.length);
  const wrong = output.findIndex((piece, i) => !areEqual(piece, expected[i]!));
  if (wrong >= 0) throw new WrongWorkError(one, implementation, wrong);
}

export function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
