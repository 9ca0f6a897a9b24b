/** A provider that starts while the chain does not answer, or has been away for long. */

import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { slotOf } from "../../../node/provider/prove-slot.ts";
import { nodeHasher } from "../../../node/hasher.ts";
import { readOrCreateProviderKeys } from "../../../node/provider-keys.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { chainWorld, expectOwnBooks, lyingRecord, seen } from "./chain-world.ts";
import { PRICE, until } from "./provider-daemon.ts";
import { fragmentOf } from "./small-client.ts";
import type { ProviderNode } from "../../../node/provider-node.ts";
import type { ChainWorld, Start } from "./chain-world.ts";
import type { LogLine } from "./provider-daemon.ts";
import type { Item, SmallClient } from "./small-client.ts";

const ROUND_BLOCKS = 16;
let world: ChainWorld;
let node: ProviderNode;
let client: SmallClient;
let allocation: number;
let item: Item;
let fragments = 10;

beforeAll(async () => {
  world = await chainWorld({ roundBlocks: ROUND_BLOCKS });
});
afterAll(() => world?.stop());

const said = (what: string): LogLine[] => world.lines.filter(({ message }) => message.includes(what));

async function startOf(): Promise<Start> {
  const { round } = await world.market.reader.clock();
  const proved = await world.market.reader.provedRounds(node.owner, 0, round + 1);
  return { passed: proved.filter(Boolean).length, earned: (await world.market.reader.provider(node.owner))!.earned };
}

test("a provider that was never registered needs the chain, and says so", async () => {
  world.proxy.fault = { kind: "hang up" };
  await expect(world.start()).rejects.toMatchObject({ code: "ERR_RPC_DOWN" });
  world.proxy.fault = { kind: "none" };
  node = await world.start();
  expect(node.registered).toBe(true);
  client = await world.client();
  allocation = await client.open(seen(node), 1, 400);
  [item] = (await client.put(seen(node), allocation, [fragmentOf(1, 2_000)])) as [Item];
  await world.proveNext(node);
  await node.stop();
});

test("one that was registered starts without the chain, serves and stores, sells nothing, and proves when the chain is back", async () => {
  const start = await startOf();
  world.lines.length = 0;
  world.proxy.fault = { kind: "hang up" };
  node = await world.start();
  expect(node.registered).toBe(false);
  expect(said("started without it")[0]).toMatchObject({
    level: "warn",
    facts: { code: "ERR_RPC_DOWN", owner: node.owner },
  });
  expect((await client.retrieve(seen(node), item.root)).data).toEqual(fragmentOf(1, 2_000));
  await client.put(seen(node), allocation, [fragmentOf(2, 3_000)]);
  await until(async () => (await node.provider.status()).chainDown, "the notice");
  await expect(client.offer(seen(node), 1)).rejects.toMatchObject({ code: expect.stringMatching(/^ERR_/) as string });
  expect(await node.provider.status()).toMatchObject({ stage: undefined, round: undefined, leaves: 8 + 12 });

  const round = await world.market.nextRound();
  world.proxy.fault = { kind: "none" };
  await until(() => world.isProved(node, round), "the proof");
  expect((await world.market.reader.provider(node.owner))?.leaves).toBe(8 + 12);
  await client.offer(seen(node), 1);
  await expectOwnBooks(world, node, 0, start);
  await node.stop();
});

test("after seventy rounds of absence it catches up, says what all of it cost, and proves the present round", async () => {
  const start = await startOf();
  world.lines.length = 0;
  await world.market.chain.mine(70 * ROUND_BLOCKS);
  const round = await world.market.nextRound();
  node = await world.start();
  await until(() => world.isProved(node, round), "the proof");
  const [caughtUp] = said("caught up with them");
  expect(caughtUp).toMatchObject({ level: "warn", facts: { behind: 71, transactions: 1 } });
  expect(caughtUp!.facts["gas"]).toBeGreaterThan(100_000);
  expect(said("not proved")).toHaveLength(1);
  expect(said("not proved")[0]).toMatchObject({
    level: "error",
    message: expect.stringMatching(
      /^at least 7 rounds not proved: This provider was not running\. It costs 0\.000000000007 tokens/,
    ) as string,
    facts: { rounds: 7, misses: 7, notEarned: (7n * PRICE).toString() },
  });
  await expectOwnBooks(world, node, 0, start);
});

test.each([
  ["proved in rounds to come", { lastProvedRound: 2 ** 32 - 1 }],
  ["behind by more rounds than there were", { behind: 4_000 }],
])("an endpoint that tells of it as %s: nothing is sent or decided for that, and it is said", async (_, record) => {
  world.lines.length = 0;
  const before = await world.nonce(node);
  world.proxy.fault = lyingRecord(record);
  const round = await world.market.nextRound();
  await until(() => said("rounds of this provider that have not been yet").length === 1, "the line");
  expect(await world.nonce(node)).toBe(before);
  world.proxy.fault = { kind: "none" };
  await until(() => world.isProved(node, round), "the proof");
  // For the round after the next, as always.
  await client.put(seen(node), allocation, [fragmentOf(++fragments, 700)]);
  expect(await world.nonce(node)).toBe(before + 1);
});

test("an endpoint that tells of seventy rounds behind, whatever was walked, gets no gas for each of its looks", async () => {
  world.lines.length = 0;
  const before = await world.nonce(node);
  world.proxy.fault = lyingRecord({ behind: 70 });
  const round = await world.market.nextRound();
  await until(() => said("just made to walk").length === 1, "the line");
  // One for each try, and the tries are ever further apart.
  expect((await world.nonce(node)) - before).toBeLessThan(20);
  world.proxy.fault = { kind: "none" };
  await until(() => world.isProved(node, round), "the proof");
  await node.stop();
});

test("an endpoint that turns out to serve another chain is not used: said once, and nothing is signed for it", async () => {
  world.lines.length = 0;
  world.proxy.fault = { kind: "hang up" };
  node = await world.start();
  const before = await world.nonce(node);
  const round = await world.market.nextRound();
  world.proxy.fault = { kind: "result", of: ({ method }) => (method === "eth_chainId" ? "0x1" : undefined) };
  await until(() => world.lines.some(({ facts }) => facts["code"] === "ERR_WRONG_CHAIN"), "the line");
  const { requests } = world.proxy;
  await until(() => world.proxy.requests > requests + 1, "more of its tries");
  expect(world.lines.filter(({ facts }) => facts["code"] === "ERR_WRONG_CHAIN")).toHaveLength(1);
  expect(await world.nonce(node)).toBe(before);
  world.proxy.fault = { kind: "none" };
  await until(() => world.isProved(node, round), "the proof");
  await node.stop();
});

test("what is remembered of the registration holds for these keys and this market alone", async () => {
  world.proxy.fault = { kind: "hang up" };
  const startOfCopy = async (change: (folder: string) => Promise<void>): Promise<ProviderNode> => {
    const folder = await temporaryFolder();
    await cp(world.folder, folder, { recursive: true });
    await change(folder);
    return world.start({ folder });
  };
  const ofAnotherMarket = async (folder: string): Promise<void> => {
    const file = join(folder, "registered.json");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace(world.market.deployment.market, `0x${"12".repeat(20)}`));
  };
  // Side by side: each asks the endpoint until it gives up.
  await Promise.all([
    expect(startOfCopy(ofAnotherMarket)).rejects.toMatchObject({ code: "ERR_RPC_DOWN" }),
    ...["node.key", "peer.key"].map((key) =>
      expect(startOfCopy((folder) => rm(join(folder, key)))).rejects.toMatchObject({ code: "ERR_CONFIG_INVALID" }),
    ),
  ]);
  world.proxy.fault = { kind: "none" };
});

test("a proof waits for its slot, which is the same after a restart, and in the second half of a round for nothing", async () => {
  const spreadBlocks = 6;
  const { owner } = await readOrCreateProviderKeys(world.folder);
  const slotIn = (round: number): number => slotOf(nodeHasher, owner.signer.address, round, spreadBlocks);
  node = await world.start({ spreadBlocks });
  let round = await world.market.nextRound();
  while (slotIn(round) < 3) round = await lateProof(round);
  const seenAt = (await world.market.reader.clock()).block;
  await until(async () => (await node.provider.status()).round === round, "its look at the round");
  await world.market.chain.mine(slotIn(round) - 1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await world.isProved(node, round)).toBe(false);
  // It counts from the block in which it sees that the round can be proved, which may be a later one than we saw.
  for (let i = 0; i < spreadBlocks && !(await world.isProved(node, round)); i++) {
    await world.market.chain.mine(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await until(() => world.isProved(node, round), "the proof in its slot");
  const [proof] = await world.market.reader.proofs(round);
  expect(proof!.block).toBeGreaterThan(seenAt + slotIn(round));

  // The state of the round's first block is not that of its slot: late is late.
  do round = await world.market.nextRound();
  while (slotIn(round) === 0 && (await lateProof(round)) > 0);
  await node.stop();
  const { blocksLeft } = await world.market.reader.clock();
  await world.market.chain.mine(blocksLeft - ROUND_BLOCKS / 2);
  node = await world.start({ spreadBlocks });
  await until(() => world.isProved(node, round), "the late proof");
  await node.stop();

  /** Has the round proved by going on to its middle, and gives the next one. */
  async function lateProof(of: number): Promise<number> {
    const { blocksLeft: left } = await world.market.reader.clock();
    await world.market.chain.mine(left - ROUND_BLOCKS / 2);
    await until(() => world.isProved(node, of), "a proof");
    return world.market.nextRound();
  }
});
