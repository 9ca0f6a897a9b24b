/** The suites of erasure coding: encode, and reconstruct with one, two, half or all of the data shards lost that may be. */

import { loadKernel, scheme as schemeOf } from "../../../erasure/index.ts";
import type { Candidate, Case, Clocks } from "./candidate.ts";
import { type Coder, type CodingJob, encodeJob, narrowed, noise } from "./job.ts";
import type { Host } from "./host.ts";
import { lostShards, type Loss } from "./losses.ts";

/** Bytes of a shard in the short run that tells how long a whole one would take. */
const PROBE_BYTES = 1024;

type Say = (line: string) => void;

/** The case of encoding, with each coder that can do it in the time it is given; `say` hears of the others. */
export async function encodeCase(
  host: Host,
  [k, m]: readonly [number, number],
  shardBytes: number,
  say: Say,
): Promise<Case> {
  return caseOf("encode", host, encodeJob(schemeOf(k, k + m), dataShards(k, shardBytes)), say);
}

/** The case of reconstructing data shards. What they were is known, so no candidate is trusted for it. */
export async function reconstructCase(
  loss: Loss,
  host: Host,
  [k, m]: readonly [number, number],
  shardBytes: number,
  say: Say,
): Promise<Case> {
  const scheme = schemeOf(k, k + m);
  const data = dataShards(k, shardBytes);
  const lost = lostShards(loss, k, m);
  const shards = [...data, ...(await loadKernel()).encode(scheme, data)];
  const left = shards.map((shard, index) => (lost.includes(index) ? undefined : shard));
  const one = await caseOf(`reconstruct-${loss}`, host, { scheme, shardBytes, shards: left, wanted: lost }, say);
  return { ...one, expected: lost.map((index) => data[index]!) };
}

async function caseOf(suite: string, { coders, clocks }: Host, job: CodingJob, say: Say): Promise<Case> {
  const { k, n } = job.scheme;
  const candidates: Candidate[] = [];
  for (const coder of coders) {
    const seconds = await estimate(coder, job, clocks);
    if (seconds <= (coder.mostSeconds ?? Infinity)) candidates.push(await coder.prepare(job));
    else say(`${coder.implementation} left out: one run would take about ${seconds.toFixed(0)} s`);
  }
  const { shardBytes } = job;
  const workBytes = k * shardBytes;
  return { suite, k, m: n - k, shardBytes, leafBytes: undefined, workBytes, baseline: "subspace", candidates };
}

/** Seconds of one run, from two over the first bytes of each shard; 0 for coders without a limit. */
async function estimate(coder: Coder, job: CodingJob, clocks: Clocks): Promise<number> {
  if (coder.mostSeconds === undefined) return 0;
  const [narrow, wide] = [
    await probe(coder, job, PROBE_BYTES, clocks),
    await probe(coder, job, 4 * PROBE_BYTES, clocks),
  ];
  const perByte = Math.max(0, wide - narrow) / (3 * PROBE_BYTES);
  return narrow + perByte * (job.shardBytes - PROBE_BYTES);
}

/** Seconds of the faster of two runs over narrower shards. */
async function probe(coder: Coder, job: CodingJob, shardBytes: number, clocks: Clocks): Promise<number> {
  const candidate = await coder.prepare(narrowed(job, shardBytes));
  const seconds: number[] = [];
  while (seconds.length < 2) {
    const before = clocks.wall();
    if (candidate.kind === "thread") candidate.run();
    seconds.push(clocks.wall() - before);
  }
  await candidate.close?.();
  return Math.min(...seconds);
}

function dataShards(k: number, shardBytes: number): Uint8Array[] {
  return Array.from({ length: k }, (_, index) => noise(shardBytes, index));
}
