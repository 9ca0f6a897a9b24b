// A provider of the local network: one that runs in this process, or in one of its own.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { CairnError } from "../../protocol/index.ts";
import { DEVNET } from "../limits/index.ts";
import { openProviderNode } from "../provider-node.ts";
import { TYPE_STRIPPING } from "../type-stripping.ts";
import type { ChildProcess } from "node:child_process";
import type { NetworkFile } from "../../contracts/index.ts";
import type { Provider } from "../provider/index.ts";
import type { NetworkLog } from "../network/index.ts";

export interface MemberSettings {
  readonly folder: string;
  /** Where network.json lies: a process of its own reads it there. */
  readonly networkFile: string;
  readonly listen: string;
  readonly capacityBytes: number;
  readonly pricePerUnitRound: bigint;
  readonly stake: bigint;
  readonly pollMs: number;
  readonly log?: NetworkLog;
}

export interface RunningMember {
  readonly peer: string;
  /** Multiaddrs that end in `/p2p/<peer>`. */
  readonly addresses: readonly string[];
  /** The daemon itself, when it runs in this process. */
  readonly provider: Provider | undefined;
  /** Its process, when it has one of its own. */
  readonly pid: number | undefined;
  /** Lets what is being written finish. */
  stop(): Promise<void>;
  /** SIGKILL where it has a process of its own. In this process: the peer is cut off in the middle of whatever it does, then its files are let go. */
  kill(): Promise<void>;
}

export async function startHere(settings: MemberSettings, network: NetworkFile): Promise<RunningMember> {
  const { folder, listen, capacityBytes, pricePerUnitRound, stake, pollMs, log } = settings;
  const node = await openProviderNode({
    folder,
    network,
    listen: [listen],
    capacityBytes,
    pricePerUnitRound,
    stake,
    pollMs,
    ...(log && { log }),
  });
  return {
    peer: node.network.peer,
    addresses: node.network.addresses,
    provider: node.provider,
    pid: undefined,
    stop: () => node.stop(),
    async kill() {
      await node.network.stop();
      await node.stop();
    },
  };
}

/** Runs `cairn provider start` and waits until it says that it is ready. */
export async function startProcess(settings: MemberSettings): Promise<RunningMember> {
  const child = spawn(process.execPath, [...NODE_FLAGS, ...TYPE_STRIPPING, CLI, ...providerArguments(settings)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (children.size === 0) process.once("exit", killAll);
  children.add(child);
  child.once("exit", () => children.delete(child));
  try {
    const { peer, addresses } = await untilReady(child, settings.folder);
    return {
      peer,
      addresses,
      provider: undefined,
      pid: child.pid,
      stop: () => end(child, "SIGTERM"),
      kill: () => end(child, "SIGKILL"),
    };
  } catch (error) {
    await end(child, "SIGKILL");
    throw error;
  }
}

// None outlives this process, whichever way it ends in order.
const children = new Set<ChildProcess>();

function killAll(): void {
  for (const child of children) child.kill("SIGKILL");
}

/**
 * A dozen processes on two cores: with one thread each for collecting garbage, and a small young generation, a put costs a fifth
 * less CPU and the network is ready in two thirds of the time.
 */
const NODE_FLAGS = ["--single-threaded-gc", "--max-semi-space-size=4"];

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));

function providerArguments({
  folder,
  networkFile,
  listen,
  capacityBytes,
  pricePerUnitRound,
  stake,
  pollMs,
}: MemberSettings): string[] {
  const settings = {
    folder,
    network: networkFile,
    listen,
    capacity: String(capacityBytes),
    price: tokens(pricePerUnitRound),
    stake: tokens(stake),
    "poll-seconds": String(pollMs / 1000),
    "log-level": "warn",
    "monitor-listen": "off",
  };
  return ["provider", "start", "--json", ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])];
}

// Token base units as decimal text with all 18 places.
function tokens(amount: bigint): string {
  const digits = amount.toString().padStart(19, "0");
  return `${digits.slice(0, -18)}.${digits.slice(-18)}`;
}

interface Ready {
  readonly peer: string;
  readonly addresses: readonly string[];
}

function untilReady(child: ChildProcess, folder: string): Promise<Ready> {
  const tail: string[] = [];
  if (child.stderr !== null) {
    createInterface({ input: child.stderr }).on("line", (line) => {
      tail.push(line);
      if (tail.length > DEVNET.keptLogLines) tail.shift();
    });
  }
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(
        new CairnError(
          "ERR_INTERNAL",
          `The provider in ${folder} ${why}. Its last words: ${tail.slice(-5).join(" | ")}`,
          { facts: { folder } },
        ),
      );
    };
    const timer = setTimeout(() => fail(`was not ready within ${DEVNET.readyMs / 1000} s`), DEVNET.readyMs);
    child.on("error", (error) => fail(`could not be started (${error.message})`));
    child.once("exit", (code, signal) => fail(`ended with ${signal ?? `exit code ${code}`} before it was ready`));
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on("line", (line) => {
      const ready = readyLine(line);
      if (ready === undefined) return;
      clearTimeout(timer);
      resolve(ready);
    });
  });
}

function readyLine(line: string): Ready | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null || !("peer" in value) || !("addresses" in value)) return undefined;
    return value as Ready;
  } catch {
    return undefined; // not every line of a daemon is JSON
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return; // never there, or gone
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), DEVNET.stopMs);
  await exited;
  clearTimeout(timer);
}
