/**
 * The provider of a soak in a process of its own: all of it, as `cairn provider start` runs it, with small logs, an endless scrub and
 * a short wait for unfinished uploads. It is asked in lines of JSON (asked-process.ts) and ends with its standard input.
 */

import { monitorEventLoopDelay } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { connectLedger } from "../../../contracts/index.ts";
import { keySigner } from "../../../protocol/index.ts";
import { fastHasher } from "../../../node/hasher.ts";
import { createNetwork } from "../../../node/network/index.ts";
import { openLogStore, openProviderFolder, startProvider } from "../../../node/provider/index.ts";
import { quiet } from "../../node/provider/provider-daemon.ts";
import { PRICE } from "./market.ts";
import { AliveMemory } from "./process-memory.ts";
import { lateBy, LOOP_RESOLUTION_MS } from "./machine-stalls.ts";
import type { ProviderLog, ProviderOptions } from "../../../node/provider/index.ts";
import type { Place } from "./pieces.ts";

export interface SoakDaemonSettings extends Place {
  /** Hex. */
  readonly peerKey: string;
  /** Where a log ends. */
  readonly logBytes: number;
  readonly scrub: NonNullable<ProviderOptions["scrub"]>;
  readonly stagedTtlMs: number;
}

/** The first line. */
export interface SoakDaemonStarted {
  readonly peer: string;
  readonly addresses: readonly string[];
}

/** Counted since the start. */
export interface SoakReport {
  readonly fragments: number;
  readonly staged: number;
  readonly roundsProved: number;
  readonly roundsMissed: number;
  readonly corrupt: number;
  /** Milliseconds since 1970; null before the first. */
  readonly lastScrubAt: number | null;
  readonly dropped: { readonly expired: number; readonly removed: number; readonly allocations: number };
  /** Lines of the log that say that something is wrong: their events. */
  readonly warnings: readonly string[];
  /** By how many milliseconds turns of the event loop came late, p99.9. */
  readonly lateTurn: number;
  readonly cpuSeconds: number;
}

const CAPACITY_BYTES = 4 * 2 ** 30;
/** Lines that are kept of what went wrong. */
const WARNINGS = 100;

const settings = JSON.parse(process.argv[2] ?? "{}") as SoakDaemonSettings;
const { deployment, owner, logBytes, scrub, stagedTtlMs } = settings;
const privateKey = bytesOf(settings.nodeKey);
const alive = new AliveMemory();
const dropped = { expired: 0, removed: 0, allocations: 0 };
const warnings: string[] = [];
const ledger = await connectLedger({ deployment, privateKey, pollMs: 100 });
const folder = await openProviderFolder({
  folder: settings.folder,
  owner: { chainId: deployment.chainId, market: deployment.market, provider: owner },
});
const store = await openLogStore({ keepFreeBytes: 0, logBytes }, { folder });
const log = countingLog();
const network = await createNetwork({ ...quiet(), privateKey: bytesOf(settings.peerKey), log });
const provider = await startProvider(
  {
    capacityBytes: CAPACITY_BYTES,
    pricePerUnitRound: PRICE,
    maxUnitsPerOffer: 64,
    minRounds: 1,
    pollMs: 250,
    scrub,
    stagedTtlMs,
  },
  { folder, store, network, ledger, owner, hasher: await fastHasher(), nodeSigner: keySigner(privateKey), log },
);
const delay = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS });
delay.enable();
answer({ peer: network.peer, addresses: network.addresses } satisfies SoakDaemonStarted);

for await (const line of createInterface({ input: process.stdin })) {
  const { question } = JSON.parse(line) as { question: "report" | "alive" | "stop" };
  if (question === "report") answer(await report());
  if (question === "alive") answer({ bytes: alive.bytes });
  if (question === "stop") answer(await stop());
}
process.exit();

async function report(): Promise<SoakReport> {
  const { fragments, staged, rounds, corruptFragments, scrub: pass } = await provider.status();
  const { user, system } = process.cpuUsage();
  return {
    fragments,
    staged,
    roundsProved: rounds.passed,
    roundsMissed: rounds.missed,
    corrupt: corruptFragments,
    lastScrubAt: pass.lastPassAt ?? null,
    dropped,
    warnings,
    lateTurn: lateBy(delay, 0.999),
    cpuSeconds: (user + system) / 1e6,
  };
}

async function stop(): Promise<object> {
  await network.stop();
  await provider.stop();
  await store.close();
  await folder.close();
  ledger.close();
  return {};
}

/** What the daemon says in its log is how one learns what it let go. */
function countingLog(): ProviderLog {
  const wrong = (facts: object): void => {
    if (warnings.length < WARNINGS) warnings.push("event" in facts ? String(facts.event) : "?");
  };
  return {
    debug() {},
    info(facts) {
      for (const [name, count] of Object.entries(facts))
        if (isDropped(name) && typeof count === "number") dropped[name] += count;
    },
    warn: wrong,
    error: wrong,
  };
}

function isDropped(name: string): name is keyof typeof dropped {
  return name in dropped;
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, "hex"));
}

function answer(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
