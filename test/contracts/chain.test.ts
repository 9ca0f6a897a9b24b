import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createPublicClient, createTestClient, http, type PublicClient } from "viem";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Chain, type ChainOptions, connectLedger, deploy, startChain } from "../../contracts/index.ts";
import { keySigner } from "../../protocol/index.ts";

/** EIP-2935: the chain keeps the hashes of the last 8,191 blocks here. */
const HISTORY = "0x0000F90827F1C53a10cb7A02335B175320002935";

let folder: string;
let running: Chain[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cairn-chain-"));
});
afterEach(async () => {
  await Promise.all(running.map((chain) => chain.kill()));
  running = [];
  await rm(folder, { recursive: true });
});

async function start(options: ChainOptions = {}): Promise<Chain> {
  const chain = await startChain(options);
  running.push(chain);
  return chain;
}

function reader({ rpcUrl }: Chain): PublicClient {
  return createPublicClient({ transport: http(rpcUrl), cacheTime: 0 });
}

async function historyHash(chain: Chain, block: number): Promise<string | undefined> {
  const data = `0x${block.toString(16).padStart(64, "0")}` as const;
  return (await reader(chain).call({ to: HISTORY, data })).data;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 45_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("It did not happen within 45 s.");
    await sleep(20);
  }
}

/** Blocks full of bytes that do not compress, as proofs are. */
async function fill(chain: Chain, transactions: number, bytes: number): Promise<void> {
  const [from, to] = chain.accounts.map(({ address }) => address);
  for (let i = 0; i < transactions; i++) {
    const data = `0x${Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString("hex")}`;
    const params = [{ from, to, data, gas: "0xf00000" }];
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_sendTransaction", params });
    const answer = await fetch(chain.rpcUrl, { method: "POST", headers: { "content-type": "application/json" }, body });
    expect(await answer.json()).toHaveProperty("result");
  }
}

describe("a development chain", () => {
  test("is saved whole when its state has grown beyond 10 MiB", async () => {
    const first = await start({ folder });
    await fill(first, 150, 60_000);
    // Two that come close upon each other can share a block.
    const { address } = first.accounts[0]!;
    await until(async () => (await reader(first).getTransactionCount({ address })) === 150);
    const head = await reader(first).getBlockNumber();
    await first.stop();
    expect((await stat(join(folder, "chain-state.json.gz"))).size).toBeGreaterThan(10 * 2 ** 20);
    const again = await start({ folder });
    expect(await reader(again).getBlockNumber()).toBe(head);
    expect(await reader(again).getTransactionCount({ address })).toBe(150);
  });

  test("has funded accounts, mines when told to and funds anyone", async () => {
    const chain = await start();
    const { address, privateKey } = chain.accounts[0]!;
    expect(keySigner(privateKey).address).toBe(address);
    expect(await reader(chain).getBalance({ address })).toBeGreaterThan(10n ** 20n);
    await chain.mine(300);
    expect(await reader(chain).getBlockNumber()).toBe(300n);
    const head = await reader(chain).getBlock();
    // Not a second for each block.
    expect(Math.abs(Number(head.timestamp) - Date.now() / 1_000)).toBeLessThan(60);
    const poor = "0x00000000000000000000000000000000000000AA";
    await chain.fund(poor, 5n);
    await chain.fund(poor, 3n);
    expect(await reader(chain).getBalance({ address: poor })).toBe(5n);
  });

  test("makes blocks by itself when it has a block time", async () => {
    const chain = await start({ blockTimeSeconds: 1 });
    await until(async () => (await reader(chain).getBlockNumber()) >= 1n);
  });

  test("keeps the hash of every block by EIP-2935", async () => {
    const chain = await start();
    await chain.mine(400);
    for (const block of [1, 143, 399]) {
      expect(await historyHash(chain, block)).toBe((await reader(chain).getBlock({ blockNumber: BigInt(block) })).hash);
    }
  });

  test("goes on where it was stopped: blocks, hashes, contracts, and a clock that does not go back", async () => {
    const first = await start({ folder });
    const deployment = await deploy({ rpcUrl: first.rpcUrl, privateKey: first.accounts[0]!.privateKey });
    await first.mine(20);
    const warp = createTestClient({ mode: "anvil", transport: http(first.rpcUrl) });
    await warp.increaseTime({ seconds: 100_000 });
    await first.mine(1);
    const head = await reader(first).getBlock();
    await first.stop();

    const second = await start({ folder });
    expect(await reader(second).getBlock()).toEqual(head);
    expect(await historyHash(second, 5)).toBe((await reader(second).getBlock({ blockNumber: 5n })).hash);
    const ledger = await connectLedger({ deployment: { ...deployment, rpcUrl: second.rpcUrl } });
    expect(await ledger.providerCount()).toBe(0);
    await second.mine(1);
    const next = await reader(second).getBlock();
    expect(next.parentHash).toBe(head.hash);
    expect(next.timestamp).toBeGreaterThanOrEqual(head.timestamp);
  });

  test("survives SIGKILL as of its last save, which comes by itself, on the port it had", async () => {
    const first = await start({ folder, saveEveryMs: 50 });
    await first.mine(10);
    const head = await reader(first).getBlock();
    const file = join(folder, "chain-state.json.gz");
    // The first save may have begun before those blocks, and each waits for news.
    for (let save = 0; save < 2; save++) {
      const { mtimeMs } = await stat(file);
      await first.mine(1);
      await until(async () => (await stat(file)).mtimeMs > mtimeMs);
    }
    process.kill(first.pid, "SIGKILL");
    await first.exited;
    const second = await start({ folder, port: first.port });
    expect(await reader(second).getBlock({ blockNumber: head.number })).toEqual(head);
    expect(second.rpcUrl).toBe(first.rpcUrl);
  });

  test("is found again by a ledger that was connected before", async () => {
    const first = await start({ folder });
    const deployment = await deploy({ rpcUrl: first.rpcUrl, privateKey: first.accounts[0]!.privateKey });
    const ledger = await connectLedger({ deployment, privateKey: first.accounts[0]!.privateKey });
    const to = "0x00000000000000000000000000000000000000AA";
    await ledger.mint(to, 5n);
    await first.save();
    await first.kill();
    await expect(ledger.clock()).rejects.toMatchObject({ code: "ERR_RPC_DOWN" });
    await start({ folder, port: first.port });
    expect((await ledger.balance(to)).wallet).toBe(5n);
    await ledger.mint(to, 6n);
    expect((await ledger.balance(to)).wallet).toBe(11n);
  });

  test("is not begun anew when its saved state is damaged", async () => {
    const first = await start({ folder });
    await first.stop();
    const file = join(folder, "chain-state.json.gz");
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, whole.length / 2));
    await expect(startChain({ folder })).rejects.toMatchObject({ code: "ERR_STORE_DAMAGED", facts: { file } });
    await writeFile(file, whole);
    await start({ folder });
  });

  test("does not start where its state cannot be saved", async () => {
    await mkdir(join(folder, "chain-state.json.gz.next"));
    await expect(startChain({ folder })).rejects.toMatchObject({ code: "ERR_DISK_FAILED" });
  });

  test("ends when stopped, even if its state can no longer be saved", async () => {
    const chain = await start({ folder });
    await mkdir(join(folder, "chain-state.json.gz.next"));
    await expect(chain.stop()).rejects.toMatchObject({ code: "ERR_DISK_FAILED" });
    await chain.exited;
  });

  test("says which port is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await until(() => server.listening);
    const { port } = server.address() as { port: number };
    await expect(startChain({ port })).rejects.toMatchObject({ code: "ERR_PORT_TAKEN", facts: { port } });
    server.close();
  });

  test.each([
    ["is not there", join(tmpdir(), "no-such-anvil")],
    ["ends at once", "/bin/false"],
    ["is something else", "/bin/cat"],
  ])("says that anvil did not start when it %s", async (_, binary) => {
    await expect(startChain({ binary })).rejects.toMatchObject({ code: "ERR_NO_CHAIN" });
  });

  test("is given up when it does not listen in time, and its process ended", async () => {
    const silent = join(folder, "silent");
    await writeFile(silent, `#!/bin/sh\necho $$ > ${folder}/pid\nexec sleep 60\n`, { mode: 0o755 });
    await expect(startChain({ binary: silent, startTimeoutMs: 2_500 })).rejects.toMatchObject({ code: "ERR_NO_CHAIN" });
    const pid = Number(await readFile(join(folder, "pid"), "utf8"));
    await until(() => !isAlive(pid));
  });

  test("starts nothing when it was told to stop before", async () => {
    await expect(startChain({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "ERR_ABORTED" });
  });

  test.runIf(process.platform === "linux")("dies with its parent, even when that is killed", async () => {
    const parent = spawn(process.execPath, ["--input-type=module", "-e", PARENT], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const pid = Number(await firstLine(parent));
    expect(isAlive(pid)).toBe(true);
    parent.kill("SIGKILL");
    await until(() => !isAlive(pid));
  });
});

const PARENT = `
  import { startChain } from ${JSON.stringify(new URL("../../contracts/index.ts", import.meta.url).href)};
  console.log((await startChain()).pid);
`;

async function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => child.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString("utf8"))));
}

/** A zombie, which waits for an init that never asks for it, is dead. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !isZombie(pid);
}

function isZombie(pid: number): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
