/** put and get over a real local network, every provider a process of its own, so that CPU and memory can be told apart by role. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { devnet } from "../../node/devnet/index.ts";
import { type Bench, type Suite, median } from "./suite.ts";
import type { Client } from "../../node/client/index.ts";
import type { Devnet } from "../../node/devnet/index.ts";

const PROVIDERS = 12;
const CODING = { k: 4, n: 10 };
const BLOCK_BYTES = 1 << 20;

export const suite: Suite = {
  name: "network",
  about: "ready time, then put and get at 4 of 10 among 12 provider processes, with CPU by role and memory",
  async run(bench) {
    await readyTime(bench);
    const started = performance.now();
    await using net = await devnet({ providers: PROVIDERS, processes: true });
    bench.record("ready, 12 processes", (performance.now() - started) / 1000, "s");
    bench.record("memory of a provider, idle (median)", median(memories(net)), "MB RSS");
    await using client = await net.connect();
    await transfers(bench, net, client, bench.isQuick ? 16 : 256, bench.isQuick ? 1 : 3);
    bench.record("memory of a provider, afterwards (median)", median(memories(net)), "MB RSS");
  },
};

async function readyTime(bench: Bench): Promise<void> {
  const started = performance.now();
  const before = process.memoryUsage().rss;
  await using _net = await devnet({ providers: PROVIDERS });
  bench.record("ready, 12 providers in one process", (performance.now() - started) / 1000, "s");
  bench.record("memory of a provider in one process", (process.memoryUsage().rss - before) / 1e6 / PROVIDERS, "MB RSS");
}

async function transfers(bench: Bench, net: Devnet, client: Client, mebibytes: number, runs: number): Promise<void> {
  const put: Sample[] = [];
  const got: Sample[] = [];
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 100);
  for (let run = 0; run < runs; run++) {
    let link = "";
    put.push(
      await sampled(
        net,
        async () => void ({ link } = await client.put(blocks(mebibytes), { ...CODING, size: mebibytes * BLOCK_BYTES })),
      ),
    );
    got.push(await sampled(net, () => drained(client, link)));
  }
  clearInterval(watch);
  report(bench, `put ${mebibytes} MiB`, mebibytes, put);
  report(bench, `get ${mebibytes} MiB`, mebibytes, got);
  bench.record("memory of the client, peak", peak / 1e6, "MB RSS");
}

interface Sample {
  readonly seconds: number;
  readonly client: number;
  readonly providers: number;
}

async function sampled(net: Devnet, work: () => Promise<void>): Promise<Sample> {
  const [started, client, providers] = [performance.now(), process.cpuUsage(), cpuOf(net)];
  await work();
  const used = process.cpuUsage(client);
  return {
    seconds: (performance.now() - started) / 1000,
    client: (used.user + used.system) / 1e6,
    providers: cpuOf(net) - providers,
  };
}

function report(bench: Bench, name: string, mebibytes: number, samples: readonly Sample[]): void {
  const gigabytes = (mebibytes * BLOCK_BYTES) / 1e9;
  bench.record(name, (gigabytes * 1000) / median(samples.map(({ seconds }) => seconds)), "MB/s");
  bench.record(`${name}: client`, median(samples.map(({ client }) => client)) / gigabytes, "CPU s/GB");
  bench.record(`${name}: all providers`, median(samples.map(({ providers }) => providers)) / gigabytes, "CPU s/GB");
}

// Different in every block, so that nothing along the way can be clever; cheap, so that making it is not what is measured.
async function* blocks(count: number): AsyncGenerator<Uint8Array> {
  const block = new Uint8Array(BLOCK_BYTES);
  for (let i = 0; i < count; i++) {
    new DataView(block.buffer).setUint32(0, i);
    yield block;
  }
}

async function drained(client: Client, link: string): Promise<void> {
  for await (const _ of client.get(link));
}

function memories(net: Devnet): number[] {
  return pids(net).map(
    (pid) => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000,
  );
}

// User and system time since the process began, in seconds; the fields after the command's closing parenthesis (proc(5)).
function cpuOf(net: Devnet): number {
  const ticks = pids(net).map((pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return Number(fields[11]) + Number(fields[12]);
  });
  return ticks.reduce((sum, own) => sum + own, 0) / ticksPerSecond;
}

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

function pids(net: Devnet): number[] {
  return net.providers.flatMap(({ pid }) => pid ?? []);
}
