/** A provider that is killed at any moment: the folder as it was then is opened again, and nothing that was promised is missing. */

import { spawn } from "node:child_process";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { nobleHasher, peaksRoot, sumTree } from "../../../proofs/index.ts";
import { stateSigner } from "../../../protocol/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { daemonStage } from "./daemon-stage.ts";
import { register, until } from "./provider-daemon.ts";
import { fragmentOf, sumItem } from "./small-client.ts";
import type { Daemon, Identity } from "./provider-daemon.ts";
import type { ProcessSettings } from "./provider-process.ts";
import type { Daemon as ClientView, Item, Proposal } from "./small-client.ts";

const stage = daemonStage();

/** A process of its own takes a second to start, and ten on a busy machine: the tests that start some have a minute. */
interface Child extends ClientView {
  readonly exited: Promise<void>;
  kill(): void;
}

async function spawnProvider(identity: Identity, folder: string): Promise<Child> {
  const { owner, node, peerKey } = identity;
  const settings: ProcessSettings = {
    deployment: stage.world.deployment,
    owner,
    nodeKey: Buffer.from(node.privateKey).toString("hex"),
    peerKey: Buffer.from(peerKey).toString("hex"),
    folder,
  };
  const script = fileURLToPath(new URL("provider-process.ts", import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ["pipe", "pipe", "inherit"] });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  stage.atEnd(async () => {
    child.kill("SIGKILL");
    await exited;
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (data: Buffer) => resolve(data.toString()));
    child.once("exit", (code) => reject(new Error(`the provider ended with ${code}`)));
  });
  const { addresses } = JSON.parse(line) as { addresses: string[] };
  const peer = addresses[0]!.split("/p2p/")[1]!;
  return { identity, network: { peer, addresses }, exited, kill: () => void child.kill("SIGKILL") };
}

/** What the disk holds while nothing writes to it. */
async function image(path: string): Promise<string> {
  const copy = join(await temporaryFolder(), "image");
  await cp(path, copy, { recursive: true });
  return copy;
}

async function lastProved(identity: Identity): Promise<number | undefined> {
  return (await identity.node.ledger.provider(identity.owner))?.lastProvedRound;
}

test("killed between two answers, it has every fragment and every state that it acknowledged, and goes on from there", async () => {
  const identity = await register(stage.world);
  const path = await temporaryFolder();
  const first = await stage.daemon({ identity, path });
  const client = await stage.client();
  const allocation = await client.open(first, 1, 60);
  const items = await client.put(first, allocation, [fragmentOf(1, 1_000), fragmentOf(2, 3_000)]);
  const staged = await client.store(first, allocation, fragmentOf(3, 500));
  const proposal = await client.proposal(first, allocation, [staged]);
  const before = await image(path);
  const signature = await client.append(first, proposal, [staged]);
  const after = await image(path);
  await first.stop();

  const second = await stage.daemon({ identity, path: before });
  expect(await client.items(second, allocation)).toEqual(items);
  expect((await second.provider.status()).staged).toBe(1);
  expect(await client.append(second, proposal, [staged])).toEqual(signature);
  await second.stop();

  // With another node key it repeats what the old one has signed, under the new one.
  const node = await stage.world.account();
  const renewed = await stage.daemon({ identity: { ...identity, node }, path: await image(after) });
  const again = await client.append(renewed, proposal, [staged]);
  expect(stateSigner(client.account.ledger.domain, proposal.state, again)).toBe(node.signer.address);
  await renewed.stop();

  const third = await stage.daemon({ identity, path: after });
  expect((await third.provider.status()).staged).toBe(0);
  expect(await client.append(third, proposal, [staged])).toEqual(signature);
  expect(await client.items(third, allocation)).toEqual([...items, staged]);
  const more = await client.put(third, allocation, [fragmentOf(4, 700)]);
  expect(await client.items(third, allocation)).toEqual([...items, staged, ...more]);
  for (const item of [...items, staged]) expect((await client.retrieve(third, item.root)).bytes).toBe(item.bytes);
});

test("killed by SIGKILL in the middle of appends, its state matches its items and holds all it acknowledged", async () => {
  const identity = await register(stage.world);
  const path = await temporaryFolder();
  const client = await stage.client();
  let allocation: number | undefined;
  let acknowledged = 0;
  for (let life = 0; life < 3; life++) {
    const child = await spawnProvider(identity, path);
    allocation ??= await client.open(child, 4, 60);
    const { signed, items, peaks } = await client.state(child, allocation);
    expect(signed?.state.seq ?? 0).toBeGreaterThanOrEqual(acknowledged);
    const listed = await client.items(child, allocation);
    const tree = sumTree(nobleHasher, listed.map(sumItem));
    expect(listed).toHaveLength(items);
    expect(Buffer.from(tree.root).equals(peaksRoot(nobleHasher, { items, peaks }).hash)).toBe(true);
    expect(Buffer.from(tree.root).equals(signed?.state.subRoot ?? new Uint8Array(32))).toBe(true);
    for (const item of listed) expect((await client.retrieve(child, item.root)).bytes).toBe(item.bytes);
    for (let i = 0; ; i++) {
      if (i === 2) setTimeout(() => child.kill(), 30 + 130 * life);
      const fragments = [fragmentOf(1000 * life + i, 600), fragmentOf(5000 + 1000 * life + i, 300)];
      const done = await client.put(child, allocation, fragments).catch((error: unknown) => {
        if (i < 2) throw error; // nobody has killed it yet
      });
      if (done === undefined) break;
      acknowledged++;
    }
    await child.exited;
  }
  expect(acknowledged).toBeGreaterThan(3);
});

test("killed in the middle of a round, it proves the round after its restart, and only once", async () => {
  const identity = await register(stage.world);
  const path = await temporaryFolder();
  const first = await stage.daemon({ identity, path });
  const client = await stage.client();
  const allocation = await client.open(first, 1, 60);
  await client.put(first, allocation, [fragmentOf(1, 9_000)]);
  const committed = await stage.world.nextRound();
  await until(async () => (await lastProved(identity)) === committed, "the first root");
  const killed = await image(path);
  await first.stop();

  const round = await stage.world.nextRound();
  const second = await stage.daemon({ identity, path: killed });
  await until(async () => (await second.provider.status()).rounds.passed === 1, "the proof after the restart");
  expect(await lastProved(identity)).toBe(round);
  const third = await image(killed);
  await second.stop();

  const again = await stage.daemon({ identity, path: third });
  await until(async () => (await again.provider.status()).rounds.lastProved === round, "the look at the chain");
  const { signer, ledger } = identity.node;
  const gas = (await ledger.balance(signer.address)).gas;
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await ledger.balance(signer.address)).gas).toBe(gas);
  const next = await stage.world.nextRound();
  await until(async () => (await lastProved(identity)) === next, "the next round");
});

test("killed by SIGKILL the moment its root is on the chain, it has the snapshot to prove it", async () => {
  const identity = await register(stage.world);
  const path = await temporaryFolder();
  const client = await stage.client();
  const child = await spawnProvider(identity, path);
  const allocation = await client.open(child, 1, 60);
  await client.put(child, allocation, [fragmentOf(7, 2_000)]);
  const round = await stage.world.nextRound();
  await until(async () => (await lastProved(identity)) === round, "the root");
  child.kill();
  await child.exited;
  expect((await identity.node.ledger.provider(identity.owner))?.leaves).toBe(8);
  const again = await stage.daemon({ identity, path });
  await client.put(again, allocation, [fragmentOf(8, 2_000)]);
  const next = await stage.world.nextRound();
  await until(async () => (await lastProved(identity)) === next, "the proof of the committed root");
});

test("a signature and a store's answer leave only when the book is synced to the disk", async () => {
  const daemon = await stage.daemon();
  const client = await stage.client();
  const allocation = await client.open(daemon, 1, 60);
  const item = await client.store(daemon, allocation, fragmentOf(1, 300));
  const proposal = await client.proposal(daemon, allocation, [item]);
  const other = await client.open(daemon, 1, 60);
  const disk = slowDisk(daemon);
  const answered: string[] = [];
  const appending = client.append(daemon, proposal, [item]).then(() => answered.push("append"));
  const storing = client.store(daemon, other, fragmentOf(2, 300)).then(() => answered.push("store"));
  // Their changes share a batch, or wait for the one before; the second fragment itself is in the logs.
  await until(() => disk.waiting > 0 && daemon.store.usage().fragments === 2, "the writes");
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(answered).toEqual([]);
  disk.goOn();
  await Promise.all([appending, storing]);
  expect(disk.unsynced).toBe(0);
});

/** The daemon's own database, whose writes take until the test lets them. */
function slowDisk({ folder: { book } }: Daemon): { waiting: number; unsynced: number; goOn(): void } {
  const gate = Promise.withResolvers<void>();
  const disk = { waiting: 0, unsynced: 0, goOn: () => gate.resolve() };
  const write = book.batch.bind(book) as (operations: unknown, options?: { sync?: boolean }) => Promise<void>;
  const slow = async (operations: unknown, options?: { sync?: boolean }): Promise<void> => {
    disk.waiting++;
    if (options?.sync !== true) disk.unsynced++;
    await gate.promise;
    await write(operations, options);
  };
  Object.assign(book, { batch: slow });
  return disk;
}

test("a repeated request while the first is still under way is answered with the same signature", async () => {
  const daemon = await stage.daemon();
  const client = await stage.client();
  const allocation = await client.open(daemon, 1, 60);
  const item = await client.store(daemon, allocation, fragmentOf(1, 300));
  const proposal: Proposal = await client.proposal(daemon, allocation, [item]);
  const items: Item[] = [item];
  const answers = await Promise.all([1, 2, 3].map(() => client.append(daemon, proposal, items)));
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  expect(await client.items(daemon, allocation)).toHaveLength(1);
});
