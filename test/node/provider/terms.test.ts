/** Clients change their allocations on chain without a word to the provider: it proves every round all the same, and serves what is paid. */

import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { getAbiItem, toFunctionSelector } from "viem";
import { storageMarketAbi } from "../../../contracts/abi/StorageMarket.ts";
import { connectLedger } from "../../../contracts/index.ts";
import { signClose } from "../../../protocol/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { startMarket } from "./market-world.ts";
import { register, startDaemon, until } from "./provider-daemon.ts";
import { faultyRpc } from "../../contracts/faulty-rpc.ts";
import { startRpcFilter } from "./rpc-filter.ts";
import { fragmentOf, startClient } from "./small-client.ts";
import type { RpcCall } from "../../contracts/faulty-rpc.ts";
import type { SignedOffer } from "../../../protocol/index.ts";
import type { MarketWorld } from "./market-world.ts";
import type { Daemon, DaemonSettings, Identity } from "./provider-daemon.ts";
import type { SmallClient } from "./small-client.ts";

/** The market's functions that tell allocations. */
const TERMS = (["allocation", "allocationsOfProvider"] as const).map((name) =>
  toFunctionSelector(getAbiItem({ abi: storageMarketAbi, name })),
);
const NOTICE_ROUNDS = 2;
const UNIT = 4096;
let world: MarketWorld;
const open: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  world = await startMarket({ noticeRounds: NOTICE_ROUNDS });
});
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});
afterAll(() => world.stop());

async function daemonOf(settings: DaemonSettings = {}, identity?: Identity, path?: string): Promise<Daemon> {
  const daemon = await startDaemon(
    world,
    identity ?? (await register(world)),
    path ?? (await temporaryFolder()),
    settings,
  );
  open.push(() => daemon.stop());
  return daemon;
}

async function clientOf(): Promise<SmallClient> {
  const client = await startClient(await world.account(10n ** 21n));
  open.push(() => client.network.stop());
  return client;
}

function recordOf(daemon: Daemon) {
  return world.reader.provider(daemon.identity.owner).then((record) => record!);
}

async function proved(daemon: Daemon, round: number): Promise<void> {
  const isProved = async (): Promise<boolean> =>
    (await world.reader.provedRounds(daemon.identity.owner, round, round + 1))[0]!;
  await until(isProved, `the proof of round ${round}`);
}

/** Proves the next rounds, and tells the leaves that each commits. */
async function leavesOfNext(daemon: Daemon, rounds: number): Promise<number[]> {
  const leaves: number[] = [];
  for (let i = 0; i < rounds; i++) {
    await proved(daemon, await world.nextRound());
    leaves.push((await recordOf(daemon)).leaves);
  }
  return leaves;
}

async function consent(daemon: Daemon, allocation: number) {
  const validUntil = (await world.reader.clock()).timestamp + 3600;
  const signature = signClose(world.reader.domain, { allocation, validUntil }, daemon.identity.node.signer);
  return { validUntil, signature };
}

function missed(daemon: Daemon): Promise<number> {
  return daemon.provider.status().then(({ rounds }) => rounds.missed);
}

test("an allocation closed by consent in mid-round leaves the next root, no round is missed, and its bytes go", async () => {
  const daemon = await daemonOf();
  const [one, two] = [await clientOf(), await clientOf()];
  const [a, b] = [await one.open(daemon, 1, 60), await two.open(daemon, 1, 60)];
  const [gone] = await one.put(daemon, a, [fragmentOf(1, 1_000_000)]);
  const [kept] = await two.put(daemon, b, [fragmentOf(2, 1_000_000)]);
  expect(await leavesOfNext(daemon, 2)).toEqual([7814, 7814]);
  await one.account.ledger.closeAllocation(a, await consent(daemon, a));
  expect(await leavesOfNext(daemon, 3)).toEqual([3907, 3907, 3907]);
  await expect(one.store(daemon, a, fragmentOf(3, 300))).rejects.toMatchObject({ code: "ERR_ALLOCATION_EXPIRED" });
  expect(await daemon.store.size(gone!.root)).toBe(1_000_000);
  await leavesOfNext(daemon, 9);
  await until(async () => (await daemon.store.size(gone!.root)) === undefined, "the bytes to go");
  expect(await daemon.store.size(kept!.root)).toBe(1_000_000);
  expect(await missed(daemon)).toBe(0);
});

test("closed between the decision of a root and its proof: another root is proved in the same round", async () => {
  const filter = await startRpcFilter(world.chain.rpcUrl);
  open.push(() => filter.close());
  const identity = await register(world);
  const deployment = { ...world.deployment, rpcUrl: filter.url };
  const ledger = await connectLedger({ deployment, privateKey: identity.node.privateKey, pollMs: 25 });
  open.push(async () => ledger.close());
  const daemon = await daemonOf({ ledger }, identity);
  const [one, two] = [await clientOf(), await clientOf()];
  const [a, b] = [await one.open(daemon, 1, 60), await two.open(daemon, 1, 60)];
  await one.put(daemon, a, [fragmentOf(1, 1_000_000)]);
  await two.put(daemon, b, [fragmentOf(2, 1_000_000)]);
  expect(await leavesOfNext(daemon, 1)).toEqual([7814]);

  filter.refuse(["eth_sendRawTransaction"]);
  const round = await world.nextRound();
  await until(() => filter.refused > 0, "the proof on its way");
  await one.account.ledger.closeAllocation(a, await consent(daemon, a));
  filter.refuse([]);
  await proved(daemon, round);
  expect((await world.reader.clock()).round).toBe(round);
  expect((await recordOf(daemon)).leaves).toBe(3907);
  expect(await leavesOfNext(daemon, 2)).toEqual([3907, 3907]);
  expect(await missed(daemon)).toBe(0);
});

test("after a notice the allocation is proved until its new end, and not longer", async () => {
  const daemon = await daemonOf();
  const [one, two] = [await clientOf(), await clientOf()];
  const [a, b] = [await one.open(daemon, 1, 60), await two.open(daemon, 1, 60)];
  await one.put(daemon, a, [fragmentOf(1, 256_000)]);
  await two.put(daemon, b, [fragmentOf(2, 128_000)]);
  expect(await leavesOfNext(daemon, 1)).toEqual([1500]);
  const { endRound } = await one.account.ledger.giveNotice(a);
  const { round } = await world.reader.clock();
  expect(endRound).toBe(round + 1 + NOTICE_ROUNDS);
  expect(await leavesOfNext(daemon, 4)).toEqual([1500, 500, 500, 500]);
  expect(await missed(daemon)).toBe(0);
});

test("units that were bought in mid-round can be used at once, by a stored fragment and by a state", async () => {
  const daemon = await daemonOf();
  const client = await clientOf();
  const allocation = await client.open(daemon, 1, 60);
  await client.put(daemon, allocation, [fragmentOf(1, 1_048_576)]);
  expect(await leavesOfNext(daemon, 1)).toEqual([UNIT]);
  await expect(client.store(daemon, allocation, fragmentOf(2, 300))).rejects.toMatchObject({
    code: "ERR_ALLOCATION_FULL",
  });
  await client.account.ledger.grow(allocation, { offer: await client.offer(daemon, 2), units: 2 });
  await client.put(daemon, allocation, [fragmentOf(3, 1_048_576)]);
  await client.put(daemon, allocation, [fragmentOf(4, 1_048_576)]);
  await expect(client.store(daemon, allocation, fragmentOf(5, 300))).rejects.toMatchObject({
    code: "ERR_ALLOCATION_FULL",
  });
  expect(await leavesOfNext(daemon, 2)).toEqual([3 * UNIT, 3 * UNIT]);
  expect(await missed(daemon)).toBe(0);
});

test("an allocation whose end was moved away goes on, is proved, takes data, and is not dropped; also after a restart", async () => {
  const identity = await register(world);
  const path = await temporaryFolder();
  const first = await daemonOf({}, identity, path);
  const client = await clientOf();
  const allocation = await client.open(first, 1, 3);
  const [item] = await client.put(first, allocation, [fragmentOf(1, 25_600)]);
  expect(await leavesOfNext(first, 1)).toEqual([100]);
  await client.account.ledger.extend(allocation, { offer: await client.offer(first, 1), rounds: 30 });
  expect(await leavesOfNext(first, 3)).toEqual([100, 100, 100]);
  await client.put(first, allocation, [fragmentOf(2, 25_600)]);
  await first.stop();
  const second = await daemonOf({}, identity, path);
  expect(await leavesOfNext(second, 12)).toEqual(Array.from({ length: 12 }, () => 200));
  expect((await client.retrieve(second, item!.root)).bytes).toBe(25_600);
  expect((await recordOf(second)).misses).toBe(0);
});

test("two changes with one sum do not hide each other: what goes on is committed, what ended is not", async () => {
  const daemon = await daemonOf();
  const client = await clientOf();
  const { ledger } = client.account;
  // One was to end now and goes on, the other was to go on and ends now.
  const goesOn = await client.open(daemon, 1, 4);
  const ends = await client.open(daemon, 1, 60);
  await client.put(daemon, goesOn, [fragmentOf(1, 25_600)]);
  await client.put(daemon, ends, [fragmentOf(2, 256)]);
  expect(await leavesOfNext(daemon, 1)).toEqual([101]);
  const { endRound } = (await ledger.allocation(goesOn))!;
  await ledger.extend(goesOn, { offer: await client.offer(daemon, 1), rounds: 30 });
  while ((await world.reader.clock()).round + 1 + NOTICE_ROUNDS < endRound) await leavesOfNext(daemon, 1);
  const notice = await ledger.giveNotice(ends);
  expect(notice.endRound).toBe(endRound);
  const leaves = await leavesOfNext(daemon, 4);
  expect(leaves.at(-1)).toBe(100);
  expect(leaves.every((count) => count >= 100)).toBe(true);
  expect(await missed(daemon)).toBe(0);
});

test("allocations that nobody uses are counted, and their ends are no trouble", async () => {
  const daemon = await daemonOf();
  const client = await clientOf();
  const used = await client.open(daemon, 1, 60);
  await client.put(daemon, used, [fragmentOf(1, 2_560)]);
  for (const rounds of [2, 3, 40]) await client.open(daemon, 2, rounds);
  expect(await leavesOfNext(daemon, 5)).toEqual([10, 10, 10, 10, 10]);
  expect((await recordOf(daemon)).nextUnits).toBe(3);
  expect(await missed(daemon)).toBe(0);
});

test("nodes of the endpoint that are a round behind do not know of an end that was moved: what goes on stays under the root", async () => {
  const identity = await register(world);
  const proxy = await faultyRpc(world.chain.rpcUrl);
  const deployment = { ...world.deployment, rpcUrl: proxy.rpcUrl };
  const ledger = await connectLedger({ deployment, privateKey: identity.node.privateKey, pollMs: 25 });
  open.push(() => proxy.stop());
  const daemon = await daemonOf({ ledger }, identity);
  const client = await clientOf();
  const allocation = await client.open(daemon, 1, 2);
  await client.put(daemon, allocation, [fragmentOf(1, 5_000)]);
  expect(await leavesOfNext(daemon, 1)).toEqual([20]);
  for (let i = 0; i < 4; i++) {
    proxy.fault = { kind: "none" };
    // It may not have noticed yet that the chain answers well again.
    const offers: SignedOffer[] = [];
    await until(
      () =>
        client.offer(daemon, 1, 1).then(
          (offer) => offers.push(offer) > 0,
          () => false,
        ),
      "an offer",
    );
    await client.account.ledger.extend(allocation, { offer: offers[0]!, rounds: 1 });
    let behind = 3;
    const isAboutTerms = ({ method, params }: RpcCall): boolean =>
      method === "eth_call" && TERMS.some((selector) => (params[0] as { data: string }).data.startsWith(selector));
    proxy.fault = { kind: "lag of", of: (call) => isAboutTerms(call) && behind-- > 0, blocks: 33 };
    expect(await leavesOfNext(daemon, 1)).toEqual([20]);
  }
  expect(await missed(daemon)).toBe(0);
});
