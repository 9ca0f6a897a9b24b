/**
 * A provider with a million small fragments: how it starts, how much memory it takes, how fast it proves and answers.
 *
 * Most of the fragments are in one allocation, whose tree is the largest a proof has to go through; the rest is spread over many.
 * Every fragment is in the store, synced, and under a state that both sides have signed (filling.ts).
 */

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { median } from "../suite.ts";
import { startBenchDaemon } from "./daemon.ts";
import { startBenchMarket } from "./market.ts";
import { startClient } from "../../node/provider/small-client.ts";
import { startWholeDaemon } from "./whole-daemon.ts";
import type { Bench } from "../suite.ts";
import type { BenchDaemon } from "./daemon.ts";
import type { BenchMarket } from "./market.ts";
import type { ProcessSettings } from "./process.ts";

interface Size {
  /** Fragments of the large allocation. */
  readonly large: number;
  /** Other allocations, and the fragments of each. */
  readonly others: number;
  readonly each: number;
  /** Starts of either kind. */
  readonly starts: number;
}

const FULL: Size = { large: 900_000, others: 100, each: 1_000, starts: 5 };
const QUICK: Size = { large: 18_000, others: 4, each: 500, starts: 1 };
const KIB_PER_MIB = 1024;
/** What an auditor asks for at once. */
const SAMPLES = 200;
/** What the market asks for in a round. */
const CHALLENGES = 5;

export async function million(bench: Bench, folder: string): Promise<void> {
  const market = await startBenchMarket();
  try {
    const size = bench.isQuick ? QUICK : FULL;
    const world = await filled(bench, market, join(folder, "million"), size);
    await starts(bench, world, size);
    const root = await proving(bench, world);
    await serving(bench, market, world, root);
  } finally {
    await market.stop();
  }
}

interface World {
  readonly settings: ProcessSettings;
  readonly large: number;
  /** Hex. */
  readonly root: string;
}

async function filled(bench: Bench, market: BenchMarket, folder: string, size: Size): Promise<World> {
  const { large: count, others, each } = size;
  const [large] = await market.buy(unitsFor(count), 1);
  const small = await market.buy(unitsFor(each), others);
  if (large === undefined) throw new Error("no allocation was opened");
  await market.world.nextRound();
  const clientKey = Buffer.from(market.client.privateKey).toString("hex");
  const settings = { place: market.place(folder), clientKey };
  const daemon = await startBenchDaemon(settings);
  const start = performance.now();
  await daemon.ask("fill", { allocation: large, count });
  for (const allocation of small) await daemon.ask("fill", { allocation, count: each });
  bench.record(
    "filling: store and co-sign",
    (count + others * each) / ((performance.now() - start) / 1e3),
    "fragments/s",
  );
  const { root } = await daemon.ask("commit", {});
  const { fragments } = await daemon.ask("usage", {});
  bench.record("fragments", fragments, "fragments");
  await daemon.stop();
  return { settings, large, root };
}

async function starts(bench: Bench, { settings, large }: World, { starts: times }: Size): Promise<void> {
  const clean = await timesOf(times, async () => {
    const daemon = await startBenchDaemon(settings);
    await daemon.stop();
    return daemon;
  });
  recordStarts(bench, "start after a clean stop", clean);
  const killed = await timesOf(times, async () => {
    const writing = await startBenchDaemon(settings);
    await writing.ask("load", { allocation: large });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await writing.kill();
    const daemon = await startBenchDaemon(settings);
    await daemon.stop();
    return daemon;
  });
  recordStarts(bench, "start after SIGKILL under load", killed);
}

function recordStarts(bench: Bench, name: string, daemons: readonly BenchDaemon[]): void {
  bench.record(name, median(daemons.map(({ readyMs }) => readyMs)), "ms");
  bench.record(`${name}, slowest`, Math.max(...daemons.map(({ readyMs }) => readyMs)), "ms");
  const opening = daemons.map(({ started }) => started.openedMs - started.importedMs);
  bench.record(`${name}: of it folder, store, book, snapshots`, median(opening), "ms");
  bench.record(`${name}: CPU of the process`, median(daemons.map(({ started }) => started.cpuMs)), "CPU ms");
}

/** Returns the root of the last snapshot, in hexadecimal. */
async function proving(bench: Bench, { settings, large, root }: World): Promise<string> {
  const times = bench.isQuick ? 5 : 21;
  const coldProofs = await timesOf(bench.isQuick ? 1 : 5, () => cold(settings, root, CHALLENGES));
  bench.record(`proof of K = ${CHALLENGES}, first after the start`, median(coldProofs), "ms");
  const coldSamples = await timesOf(bench.isQuick ? 1 : 5, () => cold(settings, root, SAMPLES));
  bench.record(`${SAMPLES} samples, first after the start`, median(coldSamples), "ms");
  const daemon = await startBenchDaemon(settings);
  recordMemory(bench, "after the start", daemon);
  const proofs = await daemon.ask("prove", { root, count: CHALLENGES, times });
  bench.record(`proof of K = ${CHALLENGES}`, median(proofs.ms), "ms");
  bench.record(`proof of K = ${CHALLENGES}: CPU of the process`, proofs.cpuMs, "CPU ms");
  bench.record(`proof of K = ${CHALLENGES}, slowest of ${times}`, Math.max(...proofs.ms), "ms");
  const samples = await daemon.ask("prove", { root, count: SAMPLES, times: 5 });
  bench.record(`${SAMPLES} samples`, median(samples.ms), "ms");
  bench.record(`${SAMPLES} samples: CPU of the process`, samples.cpuMs, "CPU ms");
  const { size, read } = await daemon.ask("lookUp", { allocation: large, count: bench.isQuick ? 2000 : 20_000 });
  for (const [name, all] of [
    ["lookup", size],
    ["lookup and read", read],
  ] as const) {
    bench.record(`${name}, p50`, quantile(all, 0.5), "ms");
    bench.record(`${name}, p99`, quantile(all, 0.99), "ms");
  }
  const appended = await daemon.ask("append", { allocation: large, times });
  bench.record("one fragment more: store", median(appended.put), "ms");
  bench.record("one fragment more: append and co-sign", median(appended.sign), "ms");
  const snapshots = await timesOf(5, async () => {
    await daemon.ask("append", { allocation: large, times: 1 });
    return daemon.ask("commit", {});
  });
  bench.record("next snapshot: decide and keep", median(snapshots.map(({ ms }) => ms)), "ms");
  const next = snapshots.at(-1) ?? { root };
  const after = await daemon.ask("prove", { root: next.root, count: CHALLENGES, times: 1 });
  bench.record("first proof under the next snapshot", after.ms[0] ?? Number.NaN, "ms");
  recordMemory(bench, "after all this", daemon);
  await daemon.stop();
  return next.root;
}

/** The same through libp2p: an auditor asks, and the daemon proves its rounds meanwhile. */
async function serving(bench: Bench, market: BenchMarket, { settings }: World, root: string): Promise<void> {
  const daemon = await startWholeDaemon(market, settings.place.folder);
  const client = await startClient(market.client);
  try {
    bench.record("whole daemon: ready", daemon.readyMs, "ms");
    bench.record("whole daemon: memory after the start", daemon.memory().now / 1e6, "MB");
    const ms = await timesOf(bench.isQuick ? 3 : 25, async () => {
      const start = performance.now();
      const seed = new Uint8Array(randomBytes(32));
      await client.audit(daemon, new Uint8Array(Buffer.from(root, "hex")), seed, SAMPLES);
      return performance.now() - start;
    });
    bench.record(`whole daemon: ${SAMPLES} samples over the wire`, median(ms), "ms");
    const { mapped, peak } = daemon.memory();
    bench.record("whole daemon: memory, peak", peak / 1e6, "MB");
    bench.record("whole daemon: memory, of it mapped files", mapped / 1e6, "MB");
  } finally {
    await client.network.stop();
    await daemon.stop();
  }
}

/** The first proof of a process. What the system's page cache holds stays as it is. */
async function cold(settings: ProcessSettings, root: string, count: number): Promise<number> {
  const daemon = await startBenchDaemon(settings);
  const { ms } = await daemon.ask("prove", { root, count, times: 1 });
  await daemon.stop();
  return ms[0] ?? Number.NaN;
}

function recordMemory(bench: Bench, when: string, daemon: BenchDaemon): void {
  const { now, mapped, peak } = daemon.memory();
  bench.record(`memory ${when}`, now / 1e6, "MB");
  bench.record(`memory ${when}: of it mapped files`, mapped / 1e6, "MB");
  bench.record(`memory ${when}, peak`, peak / 1e6, "MB");
}

async function timesOf<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let time = 0; time < times; time++) results.push(await work());
  return results;
}

/** The value below which the given part of all lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** Units of 1 MiB for so many fragments of at most 1 KiB. */
function unitsFor(fragments: number): number {
  return Math.ceil((fragments * 1.1) / KIB_PER_MIB) + 1;
}
