/**
 * A provider in a process of its own, which can be watched from outside: it answers each line on stdin with a line of JSON about
 * itself. Nothing catches what is thrown and not awaited: that ends the process, as it would end a daemon.
 */

import { monitorEventLoopDelay } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { connectLedger } from "../../../contracts/index.ts";
import { keySigner } from "../../../protocol/index.ts";
import { startDaemon } from "../provider/provider-daemon.ts";
import type { Deployment } from "../../../contracts/index.ts";
import type { NetworkLimits } from "../../../node/network/index.ts";
import type { ProviderOptions } from "../../../node/provider/index.ts";
import type { Address } from "../../../protocol/index.ts";

export interface DaemonSettings {
  readonly deployment: Deployment;
  readonly owner: Address;
  /** Hex. */
  readonly nodeKey: string;
  readonly peerKey: string;
  readonly folder: string;
  readonly options: Partial<Omit<ProviderOptions, "pricePerUnitRound">>;
  readonly limits: Partial<NetworkLimits>;
}

/** What a look at the daemon shows. Bytes after a collection of garbage. */
export interface Look {
  readonly rss: number;
  readonly heap: number;
  /** Buffers: outside the heap. */
  readonly buffers: number;
  /** Longest time since the last look for which the event loop did nothing else. */
  readonly stallMs: number;
  readonly connections: number;
  readonly serving: number;
  readonly streams: number;
  readonly staged: number;
  readonly allocations: number;
  readonly fragments: number;
  readonly payloadBytes: number;
  readonly lastProvedRound: number;
  /** What it blames on itself. */
  readonly errors: readonly string[];
}

const settings = JSON.parse(process.argv[2] ?? "{}") as DaemonSettings;
const { deployment, owner, nodeKey, peerKey, folder, options, limits } = settings;
const privateKey = new Uint8Array(Buffer.from(nodeKey, "hex"));
const ledger = await connectLedger({ deployment, privateKey, pollMs: 25 });
const node = { signer: keySigner(privateKey), ledger, privateKey };
const identity = { owner, node, peerKey: new Uint8Array(Buffer.from(peerKey, "hex")) };
const daemon = await startDaemon({ deployment }, identity, folder, { options, limits });
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
const told: string[] = [];

async function look(): Promise<Look> {
  const errors = daemon.lines.filter(({ level }) => level === "error").map(describe);
  daemon.lines.length = 0; // a test's log keeps what it is told: not the daemon's memory
  told.push(...errors);
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  const { connections, serving, streams } = daemon.network.status;
  const { fragments, payloadBytes } = daemon.store.usage();
  const { staged, allocations } = await daemon.provider.status();
  const stallMs = Math.round(delay.max / 1e6);
  delay.reset();
  const record = await ledger.provider(owner);
  return {
    rss,
    heap: heapUsed,
    buffers: external,
    stallMs,
    connections,
    serving,
    streams,
    staged,
    allocations,
    fragments,
    payloadBytes,
    lastProvedRound: record?.lastProvedRound ?? 0,
    errors: told,
  };
}

function describe({ message, facts }: { message: string; facts: Record<string, unknown> }): string {
  return `${message}: ${facts["err"] instanceof Error ? (facts["err"].stack ?? "") : JSON.stringify(facts)}`;
}

const lines = createInterface({ input: process.stdin });
lines.on("line", () => void look().then((seen) => process.stdout.write(`${JSON.stringify(seen)}\n`)));
// Ends with the test that started it, however that ends.
lines.on("close", () => process.exit());
process.stdout.write(`${JSON.stringify({ peer: daemon.network.peer, addresses: daemon.network.addresses })}\n`);
