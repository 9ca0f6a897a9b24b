import { spawn } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createTestClient, http } from "viem";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { connectLedger, readNetwork } from "../../../contracts/index.ts";
import { connect } from "../../../node/client/index.ts";
import { readKeyFile } from "../../../node/wallet.ts";
import { sleep } from "../../../node/wait.ts";
import { fingerprint, gathered, randomBytes } from "./bytes.ts";
import type { ChildProcess } from "node:child_process";
import type { Ledger } from "../../../contracts/index.ts";
import type { Client } from "../../../node/client/index.ts";
import type { Address } from "../../../protocol/index.ts";

// `cairn up` as a user runs it, in a process that ends in every way: chain, providers and auditor go at once. The tests are the
// lives of one network, each on what the one before has left.

const CODING = { k: 2, n: 4 };
let folder: string;
let network: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cairn-"));
  await up({ detached: true });
});
afterAll(async () => {
  await killed();
  await rm(folder, { recursive: true, force: true });
});

async function up({ detached = false } = {}): Promise<void> {
  const words = ["node/cli.ts", "up", "--json", "--folder", folder, "--providers", "5", "--round-blocks", "12"];
  const child = spawn(process.execPath, words, { detached, stdio: ["ignore", "pipe", "pipe"] });
  network = child; // from here on there is something to end, also if it never says that it is up
  const said: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => said.push(line));
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", () => resolve());
    child.once("exit", (code) => reject(new Error(`cairn up ended with ${code}: ${said.join(" | ")}`)));
  });
}

async function killed(): Promise<void> {
  const child = network;
  network = undefined;
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

async function client(): Promise<Client> {
  const { privateKey } = await readKeyFile(`${folder}/wallet.key`);
  const opened = await connect({ network: `${folder}/network.json`, privateKey });
  onTestFinished(() => opened.close());
  return opened;
}

async function ledger(): Promise<Ledger> {
  const opened = await connectLedger({ deployment: await readNetwork(`${folder}/network.json`) });
  onTestFinished(() => opened.close());
  return opened;
}

/** Goes on to the next round, and waits until each has proved it or, where that came too late, one after it. */
async function untilAllProve(chain: Ledger, providers: readonly Address[]): Promise<void> {
  const { round, blocksLeft } = await chain.clock();
  const { rpcUrl } = await readNetwork(`${folder}/network.json`);
  const blocks = blocksLeft + 2; // in the second block of a round its challenge is known
  await createTestClient({ mode: "anvil", transport: http(rpcUrl) }).mine({ blocks });
  for (const provider of providers) {
    for (;;) {
      const now = (await chain.clock()).round;
      if ((await chain.provedRounds(provider, round + 1, now + 1)).includes(true)) break;
      await sleep(100);
    }
  }
}

/** Waits until all that is in the chain now is on the disk: it is saved about once a second, and a save may be under way. */
async function untilSaved(): Promise<void> {
  const savedAt = async (): Promise<number> => (await stat(join(folder, "chain", "chain-state.json.gz"))).mtimeMs;
  for (let saves = 0, last = await savedAt(); saves < 2; await sleep(50)) {
    const now = await savedAt();
    if (now !== last) saves++;
    last = now;
  }
}

describe("Ctrl-C in a terminal, which reaches every process of the group", () => {
  test("saves the chain to its head, so that nothing that was paid is forgotten", async () => {
    const { placements } = await (await client()).put(randomBytes(20_000), CODING);
    const { block } = await (await ledger()).clock();
    const gone = new Promise<number | null>((resolve) => network?.once("exit", resolve));
    process.kill(-(network?.pid as number), "SIGINT");
    expect(await gone).toBe(0);

    await up();
    const again = await ledger();
    expect((await again.clock()).block).toBeGreaterThanOrEqual(block);
    for (const { allocation } of placements) expect(await again.allocation(allocation)).toBeDefined();
  });
});

describe("everything killed with SIGKILL and started again", () => {
  test("the file is still there, byte for byte, and still earning", async () => {
    const bytes = randomBytes(3_000_000);
    const before = await (await client()).put(bytes, CODING);
    const owners = before.placements.map(({ provider }) => provider);
    const chain = await ledger();
    await untilAllProve(chain, owners); // which commits the file's data,
    await untilAllProve(chain, owners); // and that is under proof, in the middle of some round
    await untilSaved();
    await killed();

    await up();
    const reader = await client();
    expect(fingerprint(await gathered(reader.get(before.link)))).toBe(fingerprint(bytes));
    const again = await ledger();
    const earned = await Promise.all(owners.map(async (owner) => (await again.earnings(owner)).earned));
    await untilAllProve(again, owners);
    for (const [i, owner] of owners.entries()) {
      expect((await again.provider(owner))?.leaves).toBeGreaterThan(5000);
      expect((await again.earnings(owner)).earned).toBeGreaterThan(earned[i] as bigint);
    }
    const link = (await reader.put(randomBytes(50_000), CODING)).link;
    expect((await gathered(reader.get(link))).byteLength).toBe(50_000);
  });

  test("in the middle of a put: the put fails with a clear error, what was put before is whole, and the next put works", async () => {
    const bytes = randomBytes(400_000);
    const writer = await client();
    const kept = (await writer.put(bytes, CODING)).link;
    await untilSaved();
    const begun = Promise.withResolvers<void>();
    const onProgress = ({ stored }: { stored: number }): void => void (stored > 0 && begun.resolve());
    const interrupted = writer.put(slowly(), { ...CODING, onProgress });
    await expect(Promise.all([interrupted, begun.promise.then(killed)])).rejects.toMatchObject({
      code: expect.stringMatching(/^ERR_(TOO_FEW_PROVIDERS|RPC_DOWN)$/),
    });

    await up();
    const next = await client();
    expect(fingerprint(await gathered(next.get(kept)))).toBe(fingerprint(bytes));
    const { link } = await next.put(bytes, CODING);
    expect(fingerprint(await gathered(next.get(link)))).toBe(fingerprint(bytes));
  });
});

/** 40 MB at such a pace that the put lasts until it is interrupted. */
async function* slowly(): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < 40; i++) {
    yield randomBytes(1_000_000);
    await sleep(250);
  }
}
