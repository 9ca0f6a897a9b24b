/**
 * The suite of cold starts: the first encode of a scheme that nobody has seen. Every round takes another one close by, since
 * what has been compiled for a scheme is kept.
 */

import { scheme as schemeOf } from "../../../erasure/index.ts";
import type { Scheme } from "../../../erasure/index.ts";
import type { Case, Clocks, Implementation, Lap } from "./candidate.ts";
import { noise } from "./job.ts";
import { checkOutput, type Measured } from "./measure.ts";
import { type HotPathRow, rowsOf } from "./row.ts";

export const COLD_SUITES = ["cold", "cold-fallback"] as const;
export type ColdSuite = (typeof COLD_SUITES)[number];

/** Someone who encodes a scheme for the first time. */
export interface Starter {
  readonly implementation: Implementation;
  /** Loads and puts the data in its place, but does nothing that depends on m. */
  load(scheme: Scheme, data: readonly Uint8Array[]): Promise<Start>;
}

export interface Start {
  /** What is timed: from the scheme to its parity. */
  encode(): void | Promise<void>;
  output(): readonly Uint8Array[];
}

/** Parity counts that an earlier case of this process took, by k and m. */
const taken = new Map<string, number>();

/** The rows of one case, in milliseconds; the wall counts, since a compiler may work on other threads. */
export async function coldRows(
  suite: ColdSuite,
  clocks: Clocks,
  starters: readonly Starter[],
  [k, m]: readonly [number, number],
  shardBytes: number,
  rounds: number,
): Promise<HotPathRow[]> {
  const data = Array.from({ length: k }, (_, index) => noise(shardBytes, index));
  const constants = { leafBytes: undefined, workBytes: k * shardBytes, baseline: "subspace", candidates: [] } as const;
  const one: Case = { suite, k, m, shardBytes, ...constants };
  const laps = starters.map((): Lap[] => []);
  for (let round = 0; round < rounds; round++) {
    const scheme = unseen(k, m);
    let expected: readonly Uint8Array[] | undefined;
    for (const [i, starter] of starters.entries()) {
      const start = await starter.load(scheme, data);
      laps[i]!.push(await timed(start, clocks));
      checkOutput(one, starter.implementation, start.output(), expected);
      expected ??= start.output();
    }
  }
  const measured = starters.map(({ implementation }, i): Measured => ({
    implementation,
    kind: "process",
    laps: laps[i]!,
  }));
  return rowsOf(one, measured, "ms");
}

async function timed(start: Start, { wall, process }: Clocks): Promise<Lap> {
  const [wallBefore, cpuBefore] = [wall(), process?.()];
  await start.encode();
  const cpu = process === undefined || cpuBefore === undefined ? undefined : process() - cpuBefore;
  return { wall: wall() - wallBefore, cpu };
}

/** k data shards and about m parity shards, never the same twice: m − 1, m + 1, m − 2 … m itself is for the other suites. */
export function unseen(k: number, m: number): Scheme {
  for (;;) {
    const count = (taken.get(`${k}+${m}`) ?? 0) + 1;
    taken.set(`${k}+${m}`, count);
    const parity = m + (count % 2 === 0 ? 1 : -1) * Math.ceil(count / 2);
    if (parity >= 1 && k + parity <= 256) return schemeOf(k, k + parity);
    if (count > 512) throw new RangeError(`All schemes about ${k}+${m} have been seen.`);
  }
}
