// Speed of the fragment store against what the disk gives: node test/bench/fragment-store.ts [folder] [fragments].
// Ingest of 1 MiB fragments, durable, beside `dd conv=fdatasync` of the same bytes; random reads beside plain preads of the same
// places. Every figure is one run of each, in turn: trust ratios, not absolutes.

import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openProviderFolder } from "../../node/provider/store/data-folder.ts";
import { openLogStore } from "../../node/provider/store/log-store.ts";
import { OWNER } from "../node/provider/store/written-fragments.ts";
import type { LogStore } from "../../node/provider/store/log-store.ts";

const MIB = 1_048_576;
const [parent = tmpdir(), count = "512"] = process.argv.slice(2);
const FRAGMENTS = Number(count);
const READS = 2000;
const path = mkdtempSync(join(parent, "cairn-bench-"));
const data = new Uint8Array(randomBytes(MIB));

function rootOf(number: number, round: string): Uint8Array {
  return new Uint8Array(createHash("sha256").update(`${round} ${number}`).digest());
}

async function timed(name: string, bytes: number, work: () => Promise<void> | void): Promise<number> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const speed = bytes / 1e6 / seconds;
  const cpuPerMb = (user + system) / 1000 / (bytes / 1e6);
  console.log(
    `${name.padEnd(44)} ${speed.toFixed(0).padStart(6)} MB/s   ${cpuPerMb.toFixed(2).padStart(6)} ms of CPU per MB`,
  );
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

function dd(): void {
  const target = join(path, "dd");
  const args = ["if=/dev/zero", `of=${target}`, "bs=1M", `count=${FRAGMENTS}`, "conv=fdatasync"];
  execFileSync("dd", args, { stdio: "ignore" });
  rmSync(target);
}

async function ingest(store: LogStore): Promise<void> {
  const bytes = FRAGMENTS * MIB;
  for (const lanes of [1, 8, 32, 128]) {
    const reference = await timed("dd conv=fdatasync", bytes, dd);
    const speed = await timed(`put, ${lanes} at once`, bytes, () =>
      inLanes(lanes, FRAGMENTS, (number) => store.put(rootOf(number, `put ${lanes}`), data)),
    );
    console.log(`  ${(speed / reference).toFixed(2)} of dd`);
  }
}

async function reads(store: LogStore): Promise<void> {
  const logs = (await readdir(join(path, "store", "logs"))).sort();
  const files = await Promise.all(logs.slice(0, -1).map((name) => open(join(path, "store", "logs", name))));
  const random = (below: number): number => Math.floor(Math.random() * below);
  for (const [name, bytes] of [
    ["1 MiB", MIB],
    ["256 B", 256],
  ] as const) {
    const reference = await timed(`pread of ${name}, 8 at once`, READS * bytes, () =>
      inLanes(8, READS, async () => {
        await files[random(files.length)]!.read(new Uint8Array(bytes), 0, bytes, 256 * random(900_000));
      }),
    );
    const speed = await timed(`read of ${name}, 8 at once`, READS * bytes, () =>
      inLanes(8, READS, async () => {
        const from = bytes === MIB ? 0 : 256 * random(4096);
        await store.read(rootOf(random(FRAGMENTS), "put 8"), from, from + bytes);
      }),
    );
    console.log(`  ${(speed / reference).toFixed(2)} of pread`);
  }
  await Promise.all(files.map((file) => file.close()));
}

const folder = await openProviderFolder({ folder: join(path, "store"), owner: OWNER });
const store = await openLogStore({}, { folder });
try {
  await ingest(store);
  await reads(store);
} finally {
  await store.close();
  await folder.close();
  rmSync(path, { recursive: true, force: true });
}
