// The anvil process: found, started, listened to, ended.

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestClient, hexToBytes, http, publicActions } from "viem";
import { type Address, CairnError, cairnError } from "../protocol/index.ts";
import { type Chain, type ChainOptions, DEVNET_CHAIN_ID, type DevAccount } from "./chain.ts";
import { ChainState } from "./chain-state.ts";

const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 5_000;
/** A dump of a long chain takes seconds. */
const RPC_TIMEOUT_MS = 30_000;
const SAVE_EVERY_MS = 1_000;
/** States of past blocks kept in memory, none on disk. With fewer, a read of the head fails while a new head is being made. */
const KEPT_STATES = 64;
const OUTPUT_LINES = 200;
const SHOWN_LINES = 6;

/** See `startChain`. */
export async function startAnvil(options: ChainOptions): Promise<Chain> {
  if (options.signal?.aborted === true) throw stopped();
  if (options.folder !== undefined) await mkdir(options.folder, { recursive: true });
  const state = options.folder === undefined ? undefined : new ChainState(options.folder);
  const loadFile = await state?.unpack();
  const child = spawnAnvil(options, loadFile);
  try {
    const started = await untilListening(child, options);
    await state?.forgetUnpacked();
    return await runningChain(child, started, state, options);
  } catch (error) {
    await end(child, "SIGKILL");
    throw error;
  }
}

interface Started {
  readonly port: number;
  readonly accounts: readonly DevAccount[];
  readonly exited: Promise<void>;
}

async function runningChain(
  child: ChildProcess,
  { port, accounts, exited }: Started,
  state: ChainState | undefined,
  options: ChainOptions,
): Promise<Chain> {
  const rpcUrl = `http://${options.host ?? "127.0.0.1"}:${port}`;
  const client = createTestClient({
    mode: "anvil",
    cacheTime: 0,
    // A state is longer than the 10 MiB that viem takes by default, and a state that is not saved is lost.
    transport: http(rpcUrl, { timeout: RPC_TIMEOUT_MS, retryCount: 0, maxResponseBodySize: false }),
  });
  const reader = client.extend(publicActions);

  // anvil restarts its clock at the wall's; a chain that had been warped ahead would go back in time and revert or stall.
  const [latest, now] = [await reader.getBlock({ blockTag: "latest" }), BigInt(Math.floor(Date.now() / 1000))];
  if (latest.timestamp >= now) await client.increaseTime({ seconds: Number(latest.timestamp - now) + 1 });
  const dump = (): Promise<string> => client.dumpState();
  await state?.startSaving(dump, () => reader.getBlockNumber({ cacheTime: 0 }), options.saveEveryMs ?? SAVE_EVERY_MS);
  void exited.then(() => state?.stopSaving());

  return {
    rpcUrl,
    port,
    chainId: options.chainId ?? DEVNET_CHAIN_ID,
    pid: child.pid ?? 0,
    accounts,
    exited,
    mine: async (blocks) => client.mine({ blocks }),
    fund: async (address, wei = 10n ** 20n) => {
      const balance = await reader.getBalance({ address });
      if (balance < wei) await client.setBalance({ address, value: wei });
      state?.touch();
    },
    save: async () => state?.save(dump),
    stop: async () => {
      await state?.stopSaving();
      try {
        if (child.exitCode === null && child.signalCode === null) await state?.save(dump);
      } finally {
        await end(child, "SIGINT");
      }
    },
    kill: async () => {
      const saved = state?.stopSaving();
      await end(child, "SIGKILL");
      await saved;
    },
  };
}

function spawnAnvil(options: ChainOptions, loadFile: string | undefined): ChildProcess {
  const args = [
    "--prune-history",
    String(KEPT_STATES),
    "--cache-path",
    join(options.folder ?? tmpdir(), "anvil-cache"),
  ];
  args.push("--host", options.host ?? "127.0.0.1", "--port", String(options.port ?? 0));
  args.push("--chain-id", String(options.chainId ?? DEVNET_CHAIN_ID), "--balance", "1000000");
  if (options.blockTimeSeconds !== undefined) {
    args.push("--mixed-mining", "--block-time", String(options.blockTimeSeconds));
  }
  if (loadFile !== undefined) args.push("--load-state", loadFile);
  const binary = options.binary ?? findAnvil();
  const [command, prefix] = diesWithParent(binary);
  return spawn(command, [...prefix, ...args], { stdio: ["ignore", "pipe", "pipe"], detached: true });
}

/** The kernel ends the child with its parent where util-linux can ask it to, so that a SIGKILL of ours leaves no orphan on the port. */
function diesWithParent(binary: string): [string, string[]] {
  const setpriv = "/usr/bin/setpriv";
  if (process.platform !== "linux" || !existsSync(setpriv)) return [binary, []];
  return [setpriv, ["--pdeathsig", "KILL", "--", binary]];
}

function findAnvil(): string {
  const cpu = process.arch === "x64" ? "amd64" : process.arch;
  const system = process.platform === "win32" ? "win32" : process.platform;
  const file = `@foundry-rs/anvil-${system}-${cpu}/bin/anvil${system === "win32" ? ".exe" : ""}`;
  try {
    return createRequire(import.meta.url).resolve(file);
  } catch {
    return onPath("anvil");
  }
}

function onPath(name: string): string {
  const separator = process.platform === "win32" ? ";" : ":";
  for (const folder of (process.env["PATH"] ?? "").split(separator)) {
    const file = join(folder, process.platform === "win32" ? `${name}.exe` : name);
    if (folder !== "" && existsSync(file)) return file;
  }
  throw new CairnError(
    "ERR_NO_CHAIN",
    "No anvil binary for the development chain. Run `npm ci` with optional packages, or install Foundry (https://getfoundry.sh) so that `anvil` is on the PATH.",
    { facts: { platform: process.platform, arch: process.arch } },
  );
}

/** Resolves with the port once anvil listens; its last lines go into the error when it does not. */
async function untilListening(child: ChildProcess, options: ChainOptions): Promise<Started> {
  const deadline = AbortSignal.timeout(options.startTimeoutMs ?? START_TIMEOUT_MS);
  const lines: string[] = [];
  const onParentExit = (): void => void child.kill("SIGKILL");
  process.once("exit", onParentExit);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => {
      process.off("exit", onParentExit);
      resolve();
    });
    child.once("error", () => resolve());
  });
  const port = await new Promise<number>((resolve, reject) => {
    const fail = (why: string, cause?: unknown): void => reject(startError(why, lines, options, cause));
    deadline.addEventListener("abort", () => fail("did not start in time", deadline.reason), { once: true });
    options.signal?.addEventListener("abort", () => reject(stopped()), { once: true });
    if (options.signal?.aborted === true) reject(stopped());
    child.once("error", (error) => fail("could not be run", error));
    child.once("close", (code, signal) => fail(`ended with ${signal ?? `code ${code}`} before it listened`));
    const read = lineReader((line) => {
      lines.push(line);
      if (lines.length > OUTPUT_LINES) lines.shift();
      const listening = /^Listening on .*:(\d+)\s*$/.exec(line);
      if (listening !== null) resolve(Number(listening[1]));
    });
    child.stdout?.on("data", read());
    child.stderr?.on("data", read());
  });
  child.stdout?.removeAllListeners("data").resume();
  child.stderr?.removeAllListeners("data").resume();
  return { port, accounts: devAccounts(lines), exited };
}

function stopped(): CairnError {
  return cairnError("ERR_ABORTED", "Stopped before the chain was up.");
}

function lineReader(onLine: (line: string) => void): () => (chunk: Buffer) => void {
  return () => {
    let rest = "";
    return (chunk) => {
      const parts = (rest + chunk.toString("utf8")).split("\n");
      rest = (parts.pop() ?? "").slice(-4_096);
      for (const part of parts) onLine(part);
    };
  };
}

function startError(why: string, lines: readonly string[], options: ChainOptions, cause: unknown): CairnError {
  const output = lines.filter((line) => line.trim() !== "").slice(-SHOWN_LINES);
  if (output.some((line) => /address already in use/i.test(line))) {
    return new CairnError(
      "ERR_PORT_TAKEN",
      `Port ${options.port ?? 0} is taken by another program. Stop it, or choose another port (0 picks a free one).`,
      { facts: { port: options.port ?? 0 }, cause },
    );
  }
  return new CairnError(
    "ERR_NO_CHAIN",
    `The development chain (anvil) ${why}. Its last words: ${output.join(" | ") || "none"}`,
    {
      facts: { output },
      cause,
    },
  );
}

function devAccounts(lines: readonly string[]): DevAccount[] {
  const addresses = new Map<string, Address>();
  const accounts: DevAccount[] = [];
  for (const line of lines) {
    const found = /^\((\d+)\) (0x[0-9a-fA-F]+)/.exec(line);
    const [index, hex] = [found?.[1], found?.[2]];
    if (index === undefined || hex === undefined) continue;
    if (hex.length === 42) addresses.set(index, hex as Address);
    const address = addresses.get(index);
    if (hex.length === 66 && address !== undefined)
      accounts.push({ address, privateKey: hexToBytes(hex as `0x${string}`) });
  }
  return accounts;
}

async function end(child: ChildProcess, signal: "SIGINT" | "SIGKILL"): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await gone;
  clearTimeout(timer);
}
