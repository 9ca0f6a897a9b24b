/**
 * The soak, measured: a million operations on a whole provider in a process of its own, by clients in this one. What they wait for,
 * the provider's memory at each quarter, and in the end the account of what it has.
 */

import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fastHasher } from "../../../node/hasher.ts";
import { PROVIDER } from "../../../node/limits/index.ts";
import { accountOf, ownedRoots } from "./account.ts";
import { startAsked } from "./asked-process.ts";
import { startBenchMarket } from "./market.ts";
import { MemoryWatch } from "./memory-watch.ts";
import { watchStalls } from "./machine-stalls.ts";
import { openPieces } from "./pieces.ts";
import { SoakClients } from "./soak-clients.ts";
import { reachProvider } from "./wire-provider.ts";
import { WireRounds } from "./wire-rounds.ts";
import type { Bench } from "../suite.ts";
import type { Account } from "./account.ts";
import type { AskedProcess } from "./asked-process.ts";
import type { BenchMarket } from "./market.ts";
import type { Held } from "./soak-clients.ts";
import type { SoakDaemonSettings, SoakDaemonStarted, SoakReport } from "./soak-daemon.ts";

/** Small logs, so that many begin, are compacted and are deleted. */
const LOG_BYTES = 8 * 1_048_576;
const CLIENTS = 8;
/** The client library has one or two on their way to a provider. */
const TRANSFERS = 4;
const FULL = { operations: 1_000_000, operationsPerRound: 12_500, shortRounds: 12 };
const QUICK = { operations: 6_000, operationsPerRound: 500, shortRounds: 4 };
/** One pass after the other; faster it would take a core for itself, with fragments as small as these. */
const SCRUB = { bytesPerSecond: 1_048_576, everyMs: 0, afterMs: 0 };
/** For a client to put the 97 fragments of an object and have them signed. */
const STAGED_MS = 30_000;
/** Staged fragments expire, and are swept every so often; rows go in steps. When nothing has gone for so long nothing more will. */
const STILL_MS = 60_000;
const LOOK_MS = 250;

export async function soak(bench: Bench, folder: string): Promise<void> {
  const market = await startBenchMarket();
  const path = join(folder, "soak");
  try {
    const place = market.place(path);
    const peerKey = Buffer.from(market.identity.peerKey).toString("hex");
    const settings: SoakDaemonSettings = {
      ...place,
      peerKey,
      logBytes: LOG_BYTES,
      scrub: SCRUB,
      stagedTtlMs: STAGED_MS,
    };
    const daemon = await startAsked("soak-daemon.ts", settings);
    const held = await live(bench, market, daemon, join(folder, "plain"));
    const pieces = await openPieces(place, { logBytes: LOG_BYTES });
    try {
      recordAccount(bench, await accountOf(pieces, path, held));
    } finally {
      await pieces.close();
    }
  } finally {
    await market.stop();
  }
}

/** Returns what the clients hold in the end. */
async function live(bench: Bench, market: BenchMarket, daemon: AskedProcess, plain: string): Promise<readonly Held[]> {
  const started = daemon.started as SoakDaemonStarted;
  const size = bench.isQuick ? QUICK : FULL;
  const providers = await Promise.all(Array.from({ length: CLIENTS }, () => reachProvider(market, started)));
  const rounds = new WireRounds(market);
  const memory = new MemoryWatch(bench, daemon, size.operations);
  const progress = (done: number): Promise<void> => memory.at(done);
  const clients = new SoakClients(providers, rounds, await fastHasher(), { ...size, transfers: TRANSFERS, progress });
  try {
    const start = performance.now();
    const stalls = await watchStalls(plain, () => clients.run());
    const seconds = (performance.now() - start) / 1e3;
    const { cpuSeconds, lateTurn } = await reportOf(daemon);
    await memory.at(size.operations);
    memory.recordGrowth();
    bench.record("soak: operations", clients.operations, "operations");
    bench.record("soak: speed", clients.operations / seconds, "operations/s");
    bench.record("soak: CPU of the provider", cpuSeconds / seconds, "cores");
    await settle(daemon, rounds, clients.held);
    recordWork(bench, clients, rounds, await reportOf(daemon));
    bench.record("soak: a late turn of the provider's event loop, p99.9", lateTurn, "ms");
    bench.record("soak: beside it a late turn of the clients' event loop, p99.9", stalls.loop(0.999), "ms");
    bench.record("soak: beside it a plain sync of 64 KiB, p99.9", stalls.sync(0.999), "ms");
    return clients.held;
  } finally {
    memory.stop();
    await Promise.all(providers.map((provider) => provider.stop()));
    await daemon.stop();
  }
}

/** Until the provider has no more than its clients hold; if that never comes the account says so. */
async function settle(daemon: AskedProcess, rounds: WireRounds, held: readonly Held[]): Promise<void> {
  await rounds.settle();
  const kept = held.filter(({ endRound }) => rounds.round < endRound + PROVIDER.retainedRounds);
  const owned = ownedRoots(kept).size;
  let least = Number.POSITIVE_INFINITY;
  for (let end = Date.now() + STILL_MS; Date.now() < end; await sleep(LOOK_MS)) {
    const { fragments, staged } = await reportOf(daemon);
    if (staged === 0 && fragments <= owned) return;
    if (fragments + staged < least) end = Date.now() + STILL_MS;
    least = Math.min(least, fragments + staged);
  }
}

async function reportOf(daemon: AskedProcess): Promise<SoakReport> {
  return (await daemon.ask("report", {})) as SoakReport;
}

function recordWork(bench: Bench, clients: SoakClients, rounds: WireRounds, report: SoakReport): void {
  const { done, putTimes, signTimes } = clients;
  const { proofTimes, missed } = rounds;
  for (const [name, count] of Object.entries({ ...done, rounds: proofTimes.count }))
    bench.record(`soak: ${name}`, count, "times");
  bench.record("soak: rounds without a proof", missed, "times");
  for (const [name, count] of Object.entries(report.dropped)) bench.record(`soak: dropped, ${name}`, count, "times");
  for (const [name, times] of [
    ["put", putTimes],
    ["co-sign", signTimes],
    ["proof on the chain", proofTimes],
  ] as const) {
    for (const part of [0.5, 0.99, 0.999]) bench.record(`soak: ${name}, p${100 * part}`, times.quantile(part), "ms");
  }
  bench.record("soak: fragments that the scrub took for lost", report.corrupt, "fragments");
  bench.record("soak: lines of the log that warn", report.warnings.length, "lines");
  if (report.warnings.length > 0) bench.say(`  ${[...new Set(report.warnings)].join(", ")}`);
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
