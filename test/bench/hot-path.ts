/**
 * The benchmark of the hot path: erasure coding, Merkle trees, and the two with encryption as a pipeline. It imports nothing of
 * Node's, so that a page can run it too:
 *
 *     await using host = createHost({ subspaceWasm });
 *     const rows = await printSuite("encode", host, { isQuick: true, say: (line) => page.append(`${line}\n`) });
 */

import type { Case, Implementation } from "./hot-path/candidate.ts";
import { COLD_SUITES, coldRows } from "./hot-path/cold-suite.ts";
import { encodeCase, reconstructCase } from "./hot-path/coding-suites.ts";
import type { Host } from "./hot-path/host.ts";
import { LOSSES } from "./hot-path/losses.ts";
import { type Effort, FULL_EFFORT, measure, QUICK_EFFORT } from "./hot-path/measure.ts";
import { pipelineCase } from "./hot-path/pipeline-suite.ts";
import { type HotPathRow, rowsOf } from "./hot-path/row.ts";
import { legend, tableHead, tableLine } from "./hot-path/table.ts";
import { treeCase } from "./hot-path/tree-suite.ts";

/** Data and parity shards. */
export type Sizes = readonly [k: number, m: number];

export const SCHEMES: readonly Sizes[] = [
  [4, 6],
  [10, 4],
  [10, 20],
  [16, 24],
  [29, 51],
  [128, 128],
];
export const SHARD_BYTES = [65_536, 1_048_576] as const;
const QUICK_SCHEMES: readonly Sizes[] = [
  [10, 20],
  [29, 51],
];

export const HOT_PATH_SUITES: readonly { readonly name: string; readonly about: string }[] = [
  { name: "encode", about: "all parity of a segment" },
  { name: "reconstruct-1", about: "one lost data shard" },
  { name: "reconstruct-2", about: "two lost data shards" },
  { name: "reconstruct-half", about: "half of the data shards lost that may be" },
  { name: "reconstruct-all", about: "all data shards lost that may be, min(k, m)" },
  {
    name: "tree",
    about:
      "Merkle trees of the n fragments of a segment, and of one (1+0), leaves of 256 bytes; speed by the bytes hashed",
  },
  {
    name: "pipeline",
    about: "AES-256-GCM, encode, trees of all n fragments; the baseline is GCM + @subspace + @noble",
  },
  { name: "cold", about: "the first encode of an unseen scheme, compiling included; shards of 64 KiB" },
  { name: "cold-fallback", about: "the same at once, by what encodes while nothing is compiled yet" },
];
/** Cold samples are short, few of them are alike, and every one uses up a scheme. */
const COLD_ROUNDS = 5;

export interface HotPathOptions {
  readonly isQuick?: boolean;
  /** Hears the lines of a table, and what was left out of it and why. */
  readonly say?: (line: string) => void;
}

/** Runs one suite, says its table line by line as the cases end, and returns all rows. */
export async function printSuite(suite: string, host: Host, options: HotPathOptions = {}): Promise<HotPathRow[]> {
  const { say = console.log } = options;
  const columns = implementationsOf(suite, host);
  const all: HotPathRow[] = [];
  say(tableHead(columns));
  for await (const rows of runHotPath([suite], host, { ...options, say: (line) => say(`  ${line}`) })) {
    say(tableLine(rows, columns));
    all.push(...rows);
  }
  say(legend(all));
  return all;
}

/** Runs suites on `host` and yields the rows of one case after the other. Throws `WrongWorkError` on a false result. */
export async function* runHotPath(
  suites: readonly string[],
  host: Host,
  { isQuick = false, say = () => {} }: HotPathOptions = {},
): AsyncGenerator<readonly HotPathRow[]> {
  const effort: Effort = isQuick ? QUICK_EFFORT : FULL_EFFORT;
  for (const suite of suites) {
    const cold = COLD_SUITES.find((name) => name === suite);
    for (const sizes of schemesOf(suite, isQuick)) {
      for (const shardBytes of isQuick || cold !== undefined ? SHARD_BYTES.slice(0, 1) : SHARD_BYTES) {
        if (cold === undefined) yield rowsOfWarm(await caseOf(suite, host, sizes, shardBytes, say), host, effort);
        else yield coldRows(cold, host.clocks, host.starters[cold], sizes, shardBytes, COLD_ROUNDS);
      }
    }
  }
}

async function rowsOfWarm(one: Case, { clocks }: Host, effort: Effort): Promise<HotPathRow[]> {
  try {
    return rowsOf(one, await measure(one, clocks, effort));
  } finally {
    for (const candidate of one.candidates) await candidate.close?.();
  }
}

/** Who takes part in a suite on this host: the columns of its table. */
export function implementationsOf(suite: string, host: Host): Implementation[] {
  const cold = COLD_SUITES.find((name) => name === suite);
  if (cold !== undefined) return host.starters[cold].map(({ implementation }) => implementation);
  const contestants = suite === "tree" ? host.treeMakers : suite === "pipeline" ? host.pipelines : host.coders;
  return contestants.map(({ implementation }) => implementation);
}

function schemesOf(suite: string, isQuick: boolean): readonly Sizes[] {
  const schemes = isQuick ? QUICK_SCHEMES : SCHEMES;
  return suite === "tree" ? [[1, 0], ...schemes] : schemes;
}

async function caseOf(
  suite: string,
  host: Host,
  sizes: Sizes,
  shardBytes: number,
  say: (line: string) => void,
): Promise<Case> {
  if (suite === "encode") return encodeCase(host, sizes, shardBytes, say);
  if (suite === "tree") return treeCase(host.treeMakers, sizes, shardBytes);
  if (suite === "pipeline") return pipelineCase(host.pipelines, sizes, shardBytes);
  const loss = LOSSES.find((one) => suite === `reconstruct-${one}`);
  if (loss === undefined) throw new RangeError(`No suite of the hot path is named ${suite}.`);
  return reconstructCase(loss, host, sizes, shardBytes, say);
}
