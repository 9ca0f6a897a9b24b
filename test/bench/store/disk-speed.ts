/**
 * The fragment store against the disk below it: durable ingest beside `dd` that syncs as often, random reads beside preads of the
 * same bytes in the same order. Both sides of a ratio are measured in turn, again and again, because a shared disk changes its
 * speed from one second to the next: what counts is the median of the ratios.
 */

import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { openProviderFolder } from "../../../node/provider/store/data-folder.ts";
import { openLogStore } from "../../../node/provider/store/log-store.ts";
import { openStoreIndex } from "../../../node/provider/store/store-index.ts";
import { STORE } from "../../../node/limits/index.ts";
import { OWNER } from "../../node/provider/store/written-fragments.ts";
import { median } from "../suite.ts";
import type { FileHandle } from "node:fs/promises";
import type { LogStore } from "../../../node/provider/store/log-store.ts";
import type { ProviderFolder } from "../../../node/provider/store/data-folder.ts";
import type { Bench } from "../suite.ts";

const MIB = 1_048_576;
/** Puts on their way at once: a batch of 8 MiB is always full. */
const PUT_LANES = 32;
const READ_LANES = 8;
const RECORD_HEADER_BYTES = 96;
const LEAF_BYTES = 256;

interface Run {
  readonly bench: Bench;
  readonly path: string;
  readonly folder: ProviderFolder;
  readonly store: LogStore;
  /** Pairs of measurements. */
  readonly pairs: number;
  /** Fragments of 1 MiB put in each. */
  readonly fragments: number;
  readonly reads: number;
}

export async function diskSpeed(bench: Bench, path: string): Promise<void> {
  const folder = await openProviderFolder({ folder: join(path, "disk"), owner: OWNER });
  try {
    const store = await openLogStore({}, { folder });
    try {
      const size = bench.isQuick ? { pairs: 3, fragments: 64, reads: 200 } : { pairs: 11, fragments: 256, reads: 2000 };
      const run = { bench, path, folder, store, ...size };
      await ingest(run);
      await readWhole(run);
      await readFromDisk(run);
      await readParts(run);
    } finally {
      await store.close();
    }
  } finally {
    await folder.close();
  }
}

/** `dd oflag=dsync bs=8M` makes 8 MiB durable with each write, which is what the store does with a batch of as many bytes. */
async function ingest({ bench, path, store, pairs, fragments }: Run): Promise<void> {
  const data = new Uint8Array(randomBytes(MIB));
  const speeds = { batched: [] as number[], once: [] as number[], store: [] as number[], cpu: [] as number[] };
  for (let pair = 0; pair < pairs; pair++) {
    speeds.batched.push(await dd(path, fragments, [`bs=${STORE.batchBytes}`, "oflag=dsync"]));
    const cpu = process.cpuUsage();
    speeds.store.push(
      await megabytesPerSecond(fragments * MIB, () =>
        inLanes(PUT_LANES, fragments, (number) => store.put(rootOf(pair * fragments + number), data)),
      ),
    );
    const { user, system } = process.cpuUsage(cpu);
    speeds.cpu.push((user + system) / 1e3 / ((fragments * MIB) / 1e6));
    speeds.once.push(await dd(path, fragments, ["bs=1M", "conv=fdatasync"]));
  }
  bench.record("dd, 8 MiB for each sync", median(speeds.batched), "MB/s");
  bench.record("dd, one sync at the end", median(speeds.once), "MB/s");
  bench.record("ingest of 1 MiB, synced", median(speeds.store), "MB/s");
  bench.record("ingest of 1 MiB: this process", median(speeds.cpu), "CPU ms/MB");
  recordRatio(bench, "ingest of 1 MiB: of dd with 8 MiB for each sync", speeds.store, speeds.batched);
  recordRatio(bench, "ingest of 1 MiB: of dd with one sync", speeds.store, speeds.once);
}

async function readWhole(run: Run): Promise<void> {
  const { bench, store, pairs, fragments, reads } = run;
  const roots = Array.from({ length: reads }, () => rootOf(random(pairs * fragments)));
  const speeds = await alternating(run, roots, async (root) => void (await store.read(root)), {
    from: () => 0,
    bytes: MIB,
  });
  bench.record("random pread of 1 MiB", median(speeds.disk), "MB/s");
  bench.record("random read of 1 MiB, checked", median(speeds.store), "MB/s");
  recordRatio(bench, "random read of 1 MiB: of pread", speeds.store, speeds.disk);
}

/** The same with the logs out of the page cache before each measurement, as most of a provider's disk is; no fragment twice. */
async function readFromDisk(run: Run): Promise<void> {
  const { bench, store, pairs, fragments, reads } = run;
  const numbers = Array.from({ length: pairs * fragments }, (_, number) => number);
  const roots = Array.from({ length: Math.min(reads, numbers.length / 2) }, () =>
    rootOf(numbers.splice(random(numbers.length), 1)[0]!),
  );
  const speeds = await alternating(run, roots, async (root) => void (await store.read(root)), {
    from: () => 0,
    bytes: MIB,
    before: forget,
  });
  bench.record("random pread of 1 MiB from the disk", median(speeds.disk), "MB/s");
  bench.record("random read of 1 MiB from the disk, checked", median(speeds.store), "MB/s");
  recordRatio(bench, "random read of 1 MiB from the disk: of pread", speeds.store, speeds.disk);
}

async function readParts(run: Run): Promise<void> {
  const { bench, store, pairs, fragments, reads } = run;
  const roots = Array.from({ length: 4 * reads }, () => rootOf(random(pairs * fragments)));
  const leaf = (root: Uint8Array): number => LEAF_BYTES * (root[0] as number);
  const speeds = await alternating(
    run,
    roots,
    async (root) => void (await store.read(root, leaf(root), leaf(root) + LEAF_BYTES)),
    { from: leaf, bytes: LEAF_BYTES },
  );
  bench.record("random pread of 256 bytes", (1e6 * median(speeds.disk)) / LEAF_BYTES, "reads/s");
  bench.record("random read of 256 bytes", (1e6 * median(speeds.store)) / LEAF_BYTES, "reads/s");
  recordRatio(bench, "random read of 256 bytes: of pread", speeds.store, speeds.disk);
}

interface Reads {
  /** Where in a fragment to read. */
  readonly from: (root: Uint8Array) => number;
  readonly bytes: number;
  /** Called with the paths of all logs before each measurement. */
  readonly before?: (logs: readonly string[]) => Promise<void>;
}

/** The same bytes in the same order, by as many lanes: from the files, whose places are looked up before, and from the store. */
async function alternating(
  { folder, pairs }: Run,
  roots: readonly Uint8Array[],
  readStore: (root: Uint8Array) => Promise<void>,
  { from, bytes, before = async () => {} }: Reads,
): Promise<{ disk: number[]; store: number[] }> {
  const speeds = { disk: [] as number[], store: [] as number[] };
  const { places, logs, close } = await openPlaces(folder, roots);
  const disk = async (number: number): Promise<void> => {
    const { file, offset } = places[number]!;
    await file.read(new Uint8Array(bytes), 0, bytes, offset + RECORD_HEADER_BYTES + from(roots[number]!));
  };
  const inStore = (number: number): Promise<void> => readStore(roots[number]!);
  try {
    // What fits the page cache is there for both sides.
    await inLanes(READ_LANES, roots.length, disk);
    for (let pair = 0; pair < pairs; pair++) {
      const all = roots.length * bytes;
      await before(logs);
      speeds.disk.push(await megabytesPerSecond(all, () => inLanes(READ_LANES, roots.length, disk)));
      await before(logs);
      speeds.store.push(await megabytesPerSecond(all, () => inLanes(READ_LANES, roots.length, inStore)));
    }
  } finally {
    await close();
  }
  return speeds;
}

interface OpenPlace {
  readonly file: FileHandle;
  /** Of the record. */
  readonly offset: number;
}

async function openPlaces(
  folder: ProviderFolder,
  roots: readonly Uint8Array[],
): Promise<{ places: OpenPlace[]; logs: string[]; close: () => Promise<void> }> {
  const index = await openStoreIndex(folder.fragmentIndex, folder.id);
  const found = await index.find(roots);
  const files = new Map<string, FileHandle>();
  const places: OpenPlace[] = [];
  for (const place of found) {
    if (place === undefined) throw new Error("a fragment that was put is not there");
    const name = join(folder.path, "logs", `${String(place.log).padStart(10, "0")}.fragments`);
    const file = files.get(name) ?? (await open(name));
    files.set(name, file);
    places.push({ file, offset: place.offset });
  }
  const close = async (): Promise<void> => void (await Promise.all([...files.values()].map((file) => file.close())));
  return { places, logs: [...files.keys()], close };
}

/** Takes files out of the page cache: what of them is there is on the disk, too. */
async function forget(files: readonly string[]): Promise<void> {
  for (const file of files) execFileSync("dd", [`if=${file}`, "iflag=nocache", "count=0"], { stdio: "ignore" });
}

function recordRatio(bench: Bench, name: string, ours: readonly number[], theirs: readonly number[]): void {
  bench.record(name, median(ours.map((speed, i) => speed / (theirs[i] ?? Number.NaN))), "times");
}

async function megabytesPerSecond(bytes: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return bytes / 1e3 / (performance.now() - start);
}

/** `lanes` callers, each with the next number as soon as it is done with the last. */
async function inLanes(lanes: number, total: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let number = next++; number < total; number = next++) await work(number);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** MB a second of `dd`, which writes zeros into a new file. */
async function dd(path: string, mebibytes: number, how: readonly string[]): Promise<number> {
  const target = join(path, "dd");
  const count = how[0] === "bs=1M" ? mebibytes : Math.ceil((mebibytes * MIB) / STORE.batchBytes);
  const args = ["if=/dev/zero", `of=${target}`, `count=${count}`, ...how];
  const start = performance.now();
  execFileSync("dd", args, { stdio: "ignore" });
  const speed = (mebibytes * MIB) / 1e3 / (performance.now() - start);
  await rm(target);
  return speed;
}

function rootOf(number: number): Uint8Array {
  return new Uint8Array(createHash("sha256").update(`fragment ${number}`).digest());
}

function random(below: number): number {
  return Math.floor(Math.random() * below);
}
