/** The soak, measured: a million operations, with the memory at each quarter and the waits of those who stored. */

import { join } from "node:path";
import { accountOf } from "./account.ts";
import { startBenchMarket } from "./market.ts";
import { watchStalls } from "./machine-stalls.ts";
import { openPieces } from "./pieces.ts";
import { aliveBytes, residentBytes } from "./process-memory.ts";
import { Soak } from "./soak.ts";
import type { Bench } from "../suite.ts";
import type { Account } from "./account.ts";

/** Small logs, so that many begin, are compacted and are deleted. */
const LOG_BYTES = 8 * 1_048_576;
const LANES = 8;
const FULL = { operations: 1_000_000, operationsPerRound: 12_500, shortRounds: 12 };
const QUICK = { operations: 6_000, operationsPerRound: 500, shortRounds: 4 };
/** One pass after the other; faster it would take a core for itself, with fragments as small as these. */
const SCRUB = { bytesPerSecond: 1_048_576, everyMs: 0, afterMs: 0 };
const QUARTERS = [0.25, 0.5, 0.75, 1];

export async function soak(bench: Bench, folder: string): Promise<void> {
  const market = await startBenchMarket();
  const path = join(folder, "soak");
  try {
    const pieces = await openPieces(market.place(path), { logBytes: LOG_BYTES, scrub: SCRUB });
    try {
      const size = bench.isQuick ? QUICK : FULL;
      const { operations } = size;
      const quarters = QUARTERS.map((part) => part * operations);
      const memories: number[] = [];
      const alive: number[] = [];
      const progress = (done: number): void => {
        for (; quarters[0] !== undefined && done >= quarters[0]; quarters.shift()) {
          memories.push(residentBytes("self").now / 1e6);
          alive.push(aliveBytes() / 1e6);
          const at = `${(100 * quarters[0]) / operations} %`;
          bench.record(`soak: memory at ${at}`, memories.at(-1) ?? 0, "MB");
          bench.record(`soak: memory at ${at}: alive in it`, alive.at(-1) ?? 0, "MB");
        }
      };
      const run = new Soak(market, pieces, { ...size, lanes: LANES, progress });
      const start = performance.now();
      const stalls = await watchStalls(join(folder, "plain"), () => run.run());
      progress(operations);
      bench.record("soak: operations", run.operations, "operations");
      bench.record("soak: speed", run.operations / ((performance.now() - start) / 1e3), "operations/s");
      bench.record("soak: memory at the end, of that at 25 %", growth(memories), "times");
      bench.record("soak: alive memory at the end, of that at 25 %", growth(alive), "times");
      recordWork(bench, run);
      bench.record("soak: beside it a late turn of the event loop, p99.9", stalls.loop(0.999), "ms");
      bench.record("soak: beside it a plain sync of 64 KiB, p99.9", stalls.sync(0.999), "ms");
      bench.record("soak: fragments that the scrub took for lost", pieces.lost.size, "fragments");
      bench.record("soak: scrub, part of the last pass", pieces.scrub.status.progress, "of 1");
      recordAccount(bench, await accountOf(pieces, path, run.held));
    } finally {
      await pieces.close();
    }
  } finally {
    await market.stop();
  }
}

function growth(quarters: readonly number[]): number {
  return (quarters.at(-1) ?? Number.NaN) / (quarters[0] ?? Number.NaN);
}

function recordWork(bench: Bench, { done, hand, putTimes, signTimes }: Soak): void {
  for (const [name, count] of Object.entries({ ...done, rounds: hand.proofTimes.count }))
    bench.record(`soak: ${name}`, count, "times");
  for (const [name, count] of Object.entries(hand.dropped)) bench.record(`soak: dropped, ${name}`, count, "times");
  for (const [name, times] of [
    ["put", putTimes],
    ["co-sign", signTimes],
    ["proof", hand.proofTimes],
  ] as const) {
    for (const part of [0.5, 0.99, 0.999]) bench.record(`soak: ${name}, p${100 * part}`, times.quantile(part), "ms");
  }
}

/** All of these are 0, or something is lost, kept for nobody, or counted wrongly. */
function recordAccount(bench: Bench, account: Account): void {
  const { usage, entries, counted, files, missing, unowned, wrong, wrongTrees } = account;
  bench.record("soak: fragments in the end", usage[0] ?? 0, "fragments");
  bench.record(
    "soak: index against accounts",
    usage.filter((value, at) => value !== entries[at]).length,
    "differences",
  );
  bench.record("soak: logs against accounts", files - counted, "bytes");
  bench.record("soak: fragments missing", missing, "fragments");
  bench.record("soak: fragments that nobody owns", unowned, "fragments");
  bench.record("soak: fragments that read back wrong", wrong, "fragments");
  bench.record("soak: trees that are not the signed ones", wrongTrees, "trees");
}
