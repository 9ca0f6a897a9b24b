/**
 * Our kernels in two threads over one shared memory: the pool that the node uses. Several segments are under way at once, as in
 * a put, so that there is work for a thread while another ends its own.
 */

import { scheme as schemeOf } from "../../../erasure/index.ts";
import type { Scheme } from "../../../erasure/index.ts";
import { createCodingPool } from "../../../node/coding/index.ts";
import type { CodingPool, Workspace } from "../../../node/coding/index.ts";
import type { Spread } from "./candidate.ts";
import { type Coder, isEncoding, type Pipeline, type TreeMaker } from "./job.ts";
import { areEqual } from "./measure.ts";
import { recordsOf, type Sealer, sealAll } from "./pipeline-suite.ts";

const WORKERS = 2;
/** Segments at once; of large ones, whose parts are work enough, half as many. */
const SEGMENTS = 4;
const LARGE_BYTES = 33_554_432;
const implementation = "workers2";

export interface Workers extends AsyncDisposable {
  readonly coder: Coder;
  readonly treeMaker: TreeMaker;
  pipeline(sealer: Sealer): Pipeline;
}

/** The pool starts with the first case that wants it. */
export function ownWorkers(): Workers {
  let pool: Promise<CodingPool> | undefined;
  const open = async (scheme: Scheme, shardBytes: number): Promise<Workspace[]> => {
    pool ??= createCodingPool({ workers: WORKERS, workspaces: SEGMENTS });
    const opened = await pool;
    await opened.prepare(scheme);
    const count = scheme.n * shardBytes > LARGE_BYTES ? SEGMENTS / 2 : SEGMENTS;
    return Promise.all(Array.from({ length: count }, () => opened.workspace(scheme)));
  };
  return {
    coder: { implementation, prepare: async (job) => coding(job, await open(job.scheme, job.shardBytes)) },
    treeMaker: {
      implementation,
      leastFragments: 2, // of a scheme
      async prepare({ fragments }) {
        const bytes = fragments[0]!.length;
        const workspaces = await open(schemeOf(1, fragments.length), bytes);
        for (const workspace of workspaces) fill(workspace.shards(bytes), fragments);
        return rooting(workspaces, (workspace) => workspace.roots(bytes));
      },
    },
    pipeline: (sealer) => ({
      implementation,
      async prepare({ scheme, shardBytes, plain }) {
        const workspaces = await open(scheme, shardBytes);
        return rooting(workspaces, async (workspace) => {
          const records = recordsOf(workspace.shards(shardBytes).slice(0, scheme.k), shardBytes);
          await sealAll(sealer, plain, records); // this thread's; the workers have other segments meanwhile
          await workspace.encode(shardBytes);
          return workspace.roots(shardBytes);
        });
      },
    }),
    async [Symbol.asyncDispose]() {
      await (await pool)?.close();
    },
  };
}

function coding(job: Parameters<Coder["prepare"]>[0], workspaces: readonly Workspace[]): Spread {
  const { shardBytes, shards, wanted } = job;
  const present = shards.flatMap((shard, index) => (shard === undefined ? [] : [index]));
  const places = workspaces.map((workspace) => workspace.shards(shardBytes));
  for (const own of places) fill(own, shards);
  const wantedOf = (own: readonly Uint8Array[]): Uint8Array[] => wanted.map((index) => own[index]!);
  const work = isEncoding(job)
    ? (workspace: Workspace) => workspace.encode(shardBytes)
    : (workspace: Workspace) => workspace.reconstruct(shardBytes, present, wanted);
  return {
    ...spread(workspaces, work),
    clear: () => places.flatMap(wantedOf).forEach((place) => place.fill(0)),
    output: () => agreed(places.map(wantedOf)),
  };
}

/** A candidate of which roots come out. */
function rooting(workspaces: readonly Workspace[], work: (workspace: Workspace) => Promise<Uint8Array[]>): Spread {
  const roots = new Map<Workspace, readonly Uint8Array[]>();
  return {
    ...spread(workspaces, async (workspace) => void roots.set(workspace, await work(workspace))),
    clear: () => roots.clear(),
    output: () => agreed(workspaces.map((workspace) => roots.get(workspace) ?? [])),
  };
}

function spread(
  workspaces: readonly Workspace[],
  work: (workspace: Workspace) => Promise<void>,
): Omit<Spread, "clear" | "output"> {
  return {
    kind: "process",
    implementation,
    times: workspaces.length,
    run: async () => void (await Promise.all(workspaces.map(work))),
    close: () => workspaces.forEach((workspace) => workspace.release()),
  };
}

/** What all segments came to, or what one came to that is not like the first. */
function agreed(outputs: readonly (readonly Uint8Array[])[]): readonly Uint8Array[] {
  const [first = [], ...others] = outputs;
  const isSame = (own: readonly Uint8Array[]): boolean =>
    own.length === first.length && own.every((piece, i) => areEqual(piece, first[i]!));
  return others.find((own) => !isSame(own)) ?? first;
}

function fill(places: readonly Uint8Array[], shards: readonly (Uint8Array | undefined)[]): void {
  shards.forEach((shard, index) => shard && places[index]!.set(shard));
}
