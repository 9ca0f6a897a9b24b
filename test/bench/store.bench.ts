/**
 * The fragment store against what the disk gives: ingest of 1 MiB fragments, each acknowledged after a data sync, beside
 * `dd conv=fdatasync` of the same bytes, which syncs once; random reads beside plain preads of the same places. One run of each,
 * in turn. TMPDIR chooses the disk.
 */

import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, open, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openProviderFolder } from "../../node/provider/store/data-folder.ts";
import { openLogStore } from "../../node/provider/store/log-store.ts";
import { OWNER } from "../node/provider/store/written-fragments.ts";
import type { LogStore } from "../../node/provider/store/log-store.ts";
import type { Bench, Suite } from "./suite.ts";

const MIB = 1_048_576;
const LANES = [1, 8, 32, 128];
const READ_LANES = 8;
const data = new Uint8Array(randomBytes(MIB));

/** One run: where, and how much. */
interface Run {
  readonly bench: Bench;
  readonly folder: string;
  readonly fragments: number;
  readonly readCount: number;
}

export const suite: Suite = {
  name: "store",
  about: "the fragment store: durable puts of 1 MiB against dd, whole and short reads against pread",
  async run(bench) {
    const folder = await mkdtemp(join(tmpdir(), "cairn-bench-"));
    const run = { bench, folder, fragments: bench.isQuick ? 128 : 512, readCount: bench.isQuick ? 200 : 2000 };
    try {
      await withStore(join(folder, "store"), async (store) => {
        await ingest(run, store);
        await reads(run, store);
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function withStore(path: string, work: (store: LogStore) => Promise<void>): Promise<void> {
  const folder = await openProviderFolder({ folder: path, owner: OWNER });
  try {
    const store = await openLogStore({}, { folder });
    try {
      await work(store);
    } finally {
      await store.close();
    }
  } finally {
    await folder.close();
  }
}

async function ingest({ bench, folder, fragments }: Run, store: LogStore): Promise<void> {
  for (const lanes of LANES) {
    const name = `put, ${lanes} at once`;
    const reference = await dd(folder, fragments);
    bench.record(`dd conv=fdatasync, before ${name}`, reference, "MB/s");
    const speed = await timed(bench, name, fragments * MIB, () =>
      inLanes(lanes, fragments, (number) => store.put(rootOf(number, name), data)),
    );
    bench.record(`${name}: of dd`, speed / reference, "times");
  }
}

async function reads({ bench, folder, fragments, readCount }: Run, store: LogStore): Promise<void> {
  const logs = (await readdir(join(folder, "store", "logs"))).sort();
  const files = await Promise.all(logs.slice(0, -1).map((name) => open(join(folder, "store", "logs", name))));
  for (const bytes of [MIB, 256]) {
    const name = bytes === MIB ? "1 MiB" : "256 B";
    const reference = await timed(bench, `pread of ${name}`, readCount * bytes, () =>
      inLanes(READ_LANES, readCount, async () => {
        await files[random(files.length)]!.read(new Uint8Array(bytes), 0, bytes, 256 * random(900_000));
      }),
    );
    const speed = await timed(bench, `read of ${name}`, readCount * bytes, () =>
      inLanes(READ_LANES, readCount, async () => {
        const from = bytes === MIB ? 0 : 256 * random(4096);
        await store.read(rootOf(random(fragments), "put, 8 at once"), from, from + bytes);
      }),
    );
    bench.record(`read of ${name}: of pread`, speed / reference, "times");
  }
  await Promise.all(files.map((file) => file.close()));
}

/** Records and returns MB a second by the wall, and records what they cost in CPU. */
async function timed(bench: Bench, name: string, bytes: number, work: () => Promise<void>): Promise<number> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const speed = bytes / 1e3 / (performance.now() - start);
  const { user, system } = process.cpuUsage(cpu);
  bench.record(name, speed, "MB/s");
  bench.record(`${name}: this process`, (user + system) / 1e3 / (bytes / 1e6), "CPU ms/MB");
  return speed;
}

/** `lanes` callers, each with the next number as soon as it is done with the last. */
async function inLanes(lanes: number, total: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let number = next++; number < total; number = next++) await work(number);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** MB a second of `dd`, which syncs once, at its end. */
async function dd(folder: string, fragments: number): Promise<number> {
  const target = join(folder, "dd");
  const args = ["if=/dev/zero", `of=${target}`, "bs=1M", `count=${fragments}`, "conv=fdatasync"];
  const start = performance.now();
  execFileSync("dd", args, { stdio: "ignore" });
  const speed = (fragments * MIB) / 1e3 / (performance.now() - start);
  await rm(target);
  return speed;
}

function rootOf(number: number, round: string): Uint8Array {
  return new Uint8Array(createHash("sha256").update(`${round} ${number}`).digest());
}

function random(below: number): number {
  return Math.floor(Math.random() * below);
}
