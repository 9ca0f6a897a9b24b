import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { connectLedger, readNetwork } from "../../../contracts/index.ts";
import { connect } from "../../../node/client/index.ts";
import { readKeyFile } from "../../../node/wallet.ts";
import { sleep } from "../../../node/wait.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { fingerprint, gathered, randomBytes } from "./bytes.ts";
import type { ChildProcess } from "node:child_process";
import type { Ledger } from "../../../contracts/index.ts";
import type { Client } from "../../../node/client/index.ts";
import type { Address } from "../../../protocol/index.ts";

// `cairn up` as a user runs it, in a process that is killed with SIGKILL: chain, providers and auditor go at once.

const CODING = { k: 2, n: 4 };
const running = new Set<ChildProcess>();

afterEach(async () => {
  await Promise.all([...running].map(killed));
});

async function up(folder: string, { detached = false } = {}): Promise<ChildProcess> {
  const words = ["node/cli.ts", "up", "--json", "--folder", folder, "--providers", "5", "--round-blocks", "12"];
  const child = spawn(process.execPath, words, { detached, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  const said: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => said.push(line));
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", () => resolve());
    child.once("exit", (code) => reject(new Error(`cairn up ended with ${code}: ${said.join(" | ")}`)));
  });
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

async function client(folder: string): Promise<Client> {
  const { privateKey } = await readKeyFile(`${folder}/wallet.key`);
  const opened = await connect({ network: `${folder}/network.json`, privateKey });
  onTestFinished(() => opened.close());
  return opened;
}

async function ledger(folder: string): Promise<Ledger> {
  const opened = await connectLedger({ deployment: await readNetwork(`${folder}/network.json`) });
  onTestFinished(() => opened.close());
  return opened;
}

/** Waits until each has proved some round from `since` on: the chain's own clock brings rounds of 12 blocks. */
async function untilAllProved(chain: Ledger, providers: readonly Address[], since: number): Promise<void> {
  for (const provider of providers) {
    for (;;) {
      const { round } = await chain.clock();
      const proved = await chain.provedRounds(provider, since, Math.max(since, round) + 1);
      if (proved.includes(true)) break;
      await sleep(200);
    }
  }
}

describe("Ctrl-C in a terminal, which reaches every process of the group", () => {
  test("saves the chain to its head, so that nothing that was paid is forgotten", { timeout: 60_000 }, async () => {
    const folder = await temporaryFolder();
    const first = await up(folder, { detached: true });
    const { placements } = await (await client(folder)).put(randomBytes(20_000), CODING);
    const { block } = await (await ledger(folder)).clock();
    const gone = new Promise<number | null>((resolve) => first.once("exit", resolve));
    process.kill(-(first.pid as number), "SIGINT");
    expect(await gone).toBe(0);

    await up(folder);
    const again = await ledger(folder);
    expect((await again.clock()).block).toBeGreaterThanOrEqual(block);
    for (const { allocation } of placements) expect(await again.allocation(allocation)).toBeDefined();
  });
});

describe("everything killed with SIGKILL and started again", () => {
  test("the file is still there, byte for byte, and still earning", { timeout: 120_000 }, async () => {
    const folder = await temporaryFolder();
    const first = await up(folder);
    const bytes = randomBytes(3_000_000);
    const before = await (await client(folder)).put(bytes, CODING);
    const owners = before.placements.map(({ provider }) => provider);
    const chain = await ledger(folder);
    const committed = (await chain.clock()).round + 1;
    await untilAllProved(chain, owners, committed + 1); // with data under proof, in the middle of some round
    await sleep(2500); // the chain is saved once a second
    await killed(first);

    await up(folder);
    const reader = await client(folder);
    expect(fingerprint(await gathered(reader.get(before.link)))).toBe(fingerprint(bytes));
    const again = await ledger(folder);
    const { round } = await again.clock();
    const earned = await Promise.all(owners.map(async (owner) => (await again.earnings(owner)).earned));
    await untilAllProved(again, owners, round + 1);
    for (const [i, owner] of owners.entries()) {
      expect((await again.provider(owner))?.leaves).toBeGreaterThan(5000);
      expect((await again.earnings(owner)).earned).toBeGreaterThan(earned[i] as bigint);
    }
    const link = (await reader.put(randomBytes(50_000), CODING)).link;
    expect((await gathered(reader.get(link))).byteLength).toBe(50_000);
  });

  test(
    "in the middle of a put: the put fails with a clear error, what was put before is whole, and the next put works",
    { timeout: 120_000 },
    async () => {
      const folder = await temporaryFolder();
      const first = await up(folder);
      const bytes = randomBytes(400_000);
      const kept = (await (await client(folder)).put(bytes, CODING)).link;
      await sleep(2500);
      const interrupted = client(folder).then((writer) => writer.put(slowly(), CODING));
      await expect(Promise.all([interrupted, sleep(3000).then(() => killed(first))])).rejects.toMatchObject({
        code: expect.stringMatching(/^ERR_(TOO_FEW_PROVIDERS|RPC_DOWN)$/),
      });

      await up(folder);
      const writer = await client(folder);
      expect(fingerprint(await gathered(writer.get(kept)))).toBe(fingerprint(bytes));
      const { link } = await writer.put(bytes, CODING);
      expect(fingerprint(await gathered(writer.get(link)))).toBe(fingerprint(bytes));
    },
  );
});

/** 40 MB at such a pace that the put lasts until it is interrupted. */
async function* slowly(): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < 40; i++) {
    yield randomBytes(1_000_000);
    await sleep(250);
  }
}
