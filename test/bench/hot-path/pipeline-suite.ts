/** The suite of the whole way of a put: encrypt, encode, and the trees of all n fragments. */

import { scheme as schemeOf } from "../../../erasure/index.ts";
import { fragmentTree, LEAF_BYTES, nobleHasher } from "../../../proofs/index.ts";
import { breathe } from "../../../node/wait.ts";
import type { Candidate, Case, Here } from "./candidate.ts";
import { noise, type Pipeline } from "./job.ts";
import { checked, loadSubspace } from "./subspace.ts";

/** Ciphertext of a record, with its tag (docs/spec/data.md). Shards of the benchmark hold whole records. */
export const RECORD_BYTES = 65_536;
export const TAG_BYTES = 16;
/** Records that are sealed before others have their turn: some tenth of a millisecond. */
const RECORDS_AT_ONCE = 4;
const PLAIN_BYTES = RECORD_BYTES - TAG_BYTES;

/** AES-256-GCM of one record: ciphertext and tag fill `target`. Asynchronous where only WebCrypto is there. */
export type Sealer =
  | { readonly kind: "thread"; seal(plain: Uint8Array, record: number, target: Uint8Array): void }
  | { readonly kind: "process"; seal(plain: Uint8Array, record: number, target: Uint8Array): Promise<void> };

export async function pipelineCase(
  pipelines: readonly Pipeline[],
  [k, m]: readonly [number, number],
  shardBytes: number,
): Promise<Case> {
  const plain = noise((k * shardBytes * PLAIN_BYTES) / RECORD_BYTES, k);
  const job = { scheme: schemeOf(k, k + m), shardBytes, plain };
  return {
    suite: "pipeline",
    k,
    m,
    shardBytes,
    leafBytes: LEAF_BYTES,
    workBytes: plain.length,
    baseline: "subspace",
    candidates: await Promise.all(pipelines.map((pipeline) => pipeline.prepare(job))),
  };
}

/** The stack of the named packages: the host's AES-GCM, @subspace/reed-solomon-erasure.wasm, @noble/hashes. */
export function packagePipeline(sealer: Sealer, wasm?: BufferSource): Pipeline {
  return {
    implementation: "subspace",
    async prepare({ scheme, shardBytes, plain }) {
      const codec = await loadSubspace(wasm);
      const all = new Uint8Array(scheme.n * shardBytes);
      const shards = cut(all, shardBytes);
      let roots: readonly Uint8Array[] = [];
      return sealing(sealer, plain, cut(all.subarray(0, scheme.k * shardBytes), RECORD_BYTES), {
        implementation: "subspace",
        clear: () => void (roots = []),
        rest() {
          checked(codec.encode(all, scheme.k, scheme.n - scheme.k));
          roots = shards.map((shard) => fragmentTree(nobleHasher, shard).root);
        },
        output: () => roots,
      });
    },
  };
}

/** What follows the sealing of a segment, and its result. */
export interface AfterSealing extends Pick<Here, "implementation" | "clear" | "output"> {
  rest(): void;
}

/** The candidate that seals `plain` record by record into `records`, and then does the rest. */
export function sealing(
  sealer: Sealer,
  plain: Uint8Array,
  records: readonly Uint8Array[],
  { rest, ...contestant }: AfterSealing,
): Candidate {
  if (sealer.kind === "thread") {
    const plains = cut(plain, PLAIN_BYTES);
    const run = (): void => {
      plains.forEach((piece, record) => sealer.seal(piece, record, records[record]!));
      rest();
    };
    return { ...contestant, kind: "thread", run };
  }
  return { ...contestant, kind: "process", run: () => sealAll(sealer, plain, records).then(rest) };
}

/** Seals `plain` record by record into `records`. */
export async function sealAll(sealer: Sealer, plain: Uint8Array, records: readonly Uint8Array[]): Promise<void> {
  for (const [record, place] of records.entries()) {
    const sealed = sealer.seal(plain.subarray(record * PLAIN_BYTES, (record + 1) * PLAIN_BYTES), record, place);
    if (sealer.kind === "process") await sealed;
    else if (record % RECORDS_AT_ONCE === 0) await breathe(); // workers' answers want to be heard
  }
}

/** The places of the records in data shards, in order: each lies wholly in one. */
export function recordsOf(shards: readonly Uint8Array[], shardBytes: number): Uint8Array[] {
  return shards.flatMap((shard) => cut(shard.subarray(0, shardBytes), RECORD_BYTES));
}

/** Views of `bytes`-long pieces. */
export function cut(whole: Uint8Array, bytes: number): Uint8Array[] {
  return Array.from({ length: whole.length / bytes }, (_, i) => whole.subarray(i * bytes, (i + 1) * bytes));
}
