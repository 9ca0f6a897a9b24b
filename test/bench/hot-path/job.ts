/** The work that candidates are given, and its input: bytes that look random and are the same in every run. */

import type { Scheme } from "../../../erasure/index.ts";
import type { Candidate, Implementation } from "./candidate.ts";

/** From any k of `shards` (n places, undefined where one is missing) to those numbered `wanted`. Encoding is one of these. */
export interface CodingJob {
  readonly scheme: Scheme;
  readonly shardBytes: number;
  readonly shards: readonly (Uint8Array | undefined)[];
  readonly wanted: readonly number[];
}

/** Someone who codes. */
export interface Coder {
  readonly implementation: Implementation;
  /** A case is left out, and this is said, where one run would take longer. */
  readonly mostSeconds?: number;
  /** Puts the input in its place. The output: the wanted shards, in that order. */
  prepare(job: CodingJob): Promise<Candidate>;
}

export interface TreeJob {
  /** All of one length. */
  readonly fragments: readonly Uint8Array[];
}

/** Someone who makes trees. */
export interface TreeMaker {
  readonly implementation: Implementation;
  /** Cases of fewer fragments are left out. */
  readonly leastFragments?: number;
  /** All nodes of each tree are made. The output: fragmentRoot of each, to which every other node has gone. */
  prepare(job: TreeJob): Promise<Candidate>;
}

export interface PipelineJob {
  readonly scheme: Scheme;
  readonly shardBytes: number;
  /** Plaintext of the records that fill the data shards. */
  readonly plain: Uint8Array;
}

/** Someone who takes a segment from plaintext to the trees of its n fragments. */
export interface Pipeline {
  readonly implementation: Implementation;
  /** The output: the fragmentRoot of each of the n fragments. */
  prepare(job: PipelineJob): Promise<Candidate>;
}

/** The job of encoding `data`. */
export function encodeJob(scheme: Scheme, data: readonly Uint8Array[]): CodingJob {
  const wanted = Array.from({ length: scheme.n - scheme.k }, (_, i) => scheme.k + i);
  return { scheme, shardBytes: data[0]!.length, shards: [...data, ...wanted.map(() => undefined)], wanted };
}

/** Whether all data shards are there, so that parity is all that can be wanted. */
export function isEncoding({ scheme, shards }: CodingJob): boolean {
  return shards.slice(0, scheme.k).every((shard) => shard !== undefined);
}

/** The same job over the first bytes of each shard. */
export function narrowed(job: CodingJob, shardBytes: number): CodingJob {
  return { ...job, shardBytes, shards: job.shards.map((shard) => shard?.slice(0, shardBytes)) };
}

/** `bytes` pseudo-random bytes (xorshift32), a multiple of 4. */
export function noise(bytes: number, seed: number): Uint8Array {
  const words = new Uint32Array(bytes / 4);
  let state = (seed * 2_654_435_761 + 0x9e37_79b9) >>> 0 || 1;
  for (let i = 0; i < words.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[i] = state;
  }
  return new Uint8Array(words.buffer);
}
