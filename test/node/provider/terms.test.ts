/** Clients change their allocations on chain without a word to the provider: it proves every round all the same, and serves what is paid. */

import { expect, test } from "vitest";
import { getAbiItem, toFunctionSelector } from "viem";
import { storageMarketAbi } from "../../../contracts/abi/StorageMarket.ts";
import { signClose } from "../../../protocol/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { daemonStage } from "./daemon-stage.ts";
import { register, until } from "./provider-daemon.ts";
import { faultyRpc } from "../../contracts/faulty-rpc.ts";
import { startRpcFilter } from "./rpc-filter.ts";
import { fragmentOf } from "./small-client.ts";
import type { RpcCall } from "../../contracts/faulty-rpc.ts";
import type { SignedOffer } from "../../../protocol/index.ts";
import type { Daemon } from "./provider-daemon.ts";

/** The market's functions that tell allocations. */
const TERMS = (["allocation", "allocationsOfProvider"] as const).map((name) =>
  toFunctionSelector(getAbiItem({ abi: storageMarketAbi, name })),
);
const NOTICE_ROUNDS = 2;
const ROUND_BLOCKS = 16;
const UNIT = 4096;
const stage = daemonStage({ roundBlocks: ROUND_BLOCKS, noticeRounds: NOTICE_ROUNDS });
const { proved } = stage;

/** Proves the next rounds, and tells the leaves that each commits. */
async function leavesOfNext(daemon: Daemon, rounds: number): Promise<number[]> {
  const leaves: number[] = [];
  for (let i = 0; i < rounds; i++) {
    await proved(daemon, await stage.world.nextRound());
    leaves.push((await stage.record(daemon)).leaves);
  }
  return leaves;
}

async function consent(daemon: Daemon, allocation: number) {
  const validUntil = (await stage.world.reader.clock()).timestamp + 3600;
  const signature = signClose(stage.world.reader.domain, { allocation, validUntil }, daemon.identity.node.signer);
  return { validUntil, signature };
}

function missed(daemon: Daemon): Promise<number> {
  return daemon.provider.status().then(({ rounds }) => rounds.missed);
}

test("an allocation closed by consent in mid-round leaves the next root, no round is missed, and its bytes go", async () => {
  const daemon = await stage.daemon();
  const [one, two] = [await stage.client(), await stage.client()];
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
  const filter = await startRpcFilter(stage.world.chain.rpcUrl);
  stage.atEnd(() => filter.close());
  const identity = await register(stage.world);
  const ledger = await stage.ledgerAt(filter.url, identity);
  const daemon = await stage.daemon({ ledger, identity });
  const [one, two] = [await stage.client(), await stage.client()];
  const [a, b] = [await one.open(daemon, 1, 60), await two.open(daemon, 1, 60)];
  await one.put(daemon, a, [fragmentOf(1, 1_000_000)]);
  await two.put(daemon, b, [fragmentOf(2, 1_000_000)]);
  expect(await leavesOfNext(daemon, 1)).toEqual([7814]);

  filter.refuse(["eth_sendRawTransaction"]);
  const round = await stage.world.nextRound();
  await until(() => filter.refused > 0, "the proof on its way");
  await one.account.ledger.closeAllocation(a, await consent(daemon, a));
  filter.refuse([]);
  await proved(daemon, round);
  expect((await stage.world.reader.clock()).round).toBe(round);
  expect((await stage.record(daemon)).leaves).toBe(3907);
  expect(await leavesOfNext(daemon, 2)).toEqual([3907, 3907]);
  expect(await missed(daemon)).toBe(0);
});

test("after a notice the allocation is proved until its new end, and not longer", async () => {
  const daemon = await stage.daemon();
  const [one, two] = [await stage.client(), await stage.client()];
  const [a, b] = [await one.open(daemon, 1, 60), await two.open(daemon, 1, 60)];
  await one.put(daemon, a, [fragmentOf(1, 256_000)]);
  await two.put(daemon, b, [fragmentOf(2, 128_000)]);
  expect(await leavesOfNext(daemon, 1)).toEqual([1500]);
  const { endRound } = await one.account.ledger.giveNotice(a);
  const { round } = await stage.world.reader.clock();
  expect(endRound).toBe(round + 1 + NOTICE_ROUNDS);
  expect(await leavesOfNext(daemon, 4)).toEqual([1500, 500, 500, 500]);
  expect(await missed(daemon)).toBe(0);
});

test("units that were bought in mid-round can be used at once, by a stored fragment and by a state", async () => {
  const daemon = await stage.daemon();
  const client = await stage.client();
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
  const identity = await register(stage.world);
  const path = await temporaryFolder();
  const first = await stage.daemon({ identity, path });
  const client = await stage.client();
  const allocation = await client.open(first, 1, 3);
  const [item] = await client.put(first, allocation, [fragmentOf(1, 25_600)]);
  expect(await leavesOfNext(first, 1)).toEqual([100]);
  await client.account.ledger.extend(allocation, { offer: await client.offer(first, 1), rounds: 30 });
  expect(await leavesOfNext(first, 3)).toEqual([100, 100, 100]);
  await client.put(first, allocation, [fragmentOf(2, 25_600)]);
  await first.stop();
  const second = await stage.daemon({ identity, path });
  expect(await leavesOfNext(second, 12)).toEqual(Array.from({ length: 12 }, () => 200));
  expect((await client.retrieve(second, item!.root)).bytes).toBe(25_600);
  expect((await stage.record(second)).misses).toBe(0);
});

test("two changes with one sum do not hide each other: what goes on is committed, what ended is not", async () => {
  const daemon = await stage.daemon();
  const client = await stage.client();
  const { ledger } = client.account;
  // One was to end now and goes on, the other was to go on and ends now.
  const goesOn = await client.open(daemon, 1, 4);
  const ends = await client.open(daemon, 1, 60);
  await client.put(daemon, goesOn, [fragmentOf(1, 25_600)]);
  await client.put(daemon, ends, [fragmentOf(2, 256)]);
  expect(await leavesOfNext(daemon, 1)).toEqual([101]);
  const { endRound } = (await ledger.allocation(goesOn))!;
  await ledger.extend(goesOn, { offer: await client.offer(daemon, 1), rounds: 30 });
  while ((await stage.world.reader.clock()).round + 1 + NOTICE_ROUNDS < endRound) await leavesOfNext(daemon, 1);
  const notice = await ledger.giveNotice(ends);
  expect(notice.endRound).toBe(endRound);
  const leaves = await leavesOfNext(daemon, 4);
  expect(leaves.at(-1)).toBe(100);
  expect(leaves.every((count) => count >= 100)).toBe(true);
  expect(await missed(daemon)).toBe(0);
});

test("allocations that nobody uses are counted, and their ends are no trouble", async () => {
  const daemon = await stage.daemon();
  const client = await stage.client();
  const used = await client.open(daemon, 1, 60);
  await client.put(daemon, used, [fragmentOf(1, 2_560)]);
  for (const rounds of [2, 3, 40]) await client.open(daemon, 2, rounds);
  expect(await leavesOfNext(daemon, 5)).toEqual([10, 10, 10, 10, 10]);
  expect((await stage.record(daemon)).nextUnits).toBe(3);
  expect(await missed(daemon)).toBe(0);
});

test("nodes of the endpoint that are a round behind do not know of an end that was moved: what goes on stays under the root", async () => {
  const identity = await register(stage.world);
  const proxy = await faultyRpc(stage.world.chain.rpcUrl);
  const ledger = await stage.ledgerAt(proxy.rpcUrl, identity);
  stage.atEnd(() => proxy.stop());
  const daemon = await stage.daemon({ ledger, identity });
  const client = await stage.client();
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
    proxy.fault = { kind: "lag of", of: (call) => isAboutTerms(call) && behind-- > 0, blocks: ROUND_BLOCKS + 1 };
    expect(await leavesOfNext(daemon, 1)).toEqual([20]);
  }
  expect(await missed(daemon)).toBe(0);
});
