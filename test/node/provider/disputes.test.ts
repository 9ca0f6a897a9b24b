/** Disputes against a provider that runs by itself: it answers what it can, says what it cannot, and loses what it has lost. */

import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { getAbiItem, toFunctionSelector } from "viem";
import { beforeAll, describe, expect, test } from "vitest";
import { storageMarketAbi } from "../../../contracts/abi/StorageMarket.ts";
import { encodeManifest, objectDigest, objectIdOf } from "../../../protocol/index.ts";
import { nobleHasher } from "../../../proofs/index.ts";
import { faultyRpc } from "../../contracts/faulty-rpc.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { daemonStage } from "./daemon-stage.ts";
import { rot } from "./disk-rot.ts";
import { STAKE } from "./market-world.ts";
import { register, until } from "./provider-daemon.ts";
import { startRpcProxy } from "./rpc-proxy.ts";
import { fragmentOf } from "./small-client.ts";
import type { DisputeRecord, Ledger } from "../../../contracts/index.ts";
import type { SignedState } from "../../../protocol/index.ts";
import type { RpcCall } from "../../contracts/faulty-rpc.ts";
import type { Account, MarketWorld } from "./market-world.ts";
import type { Daemon } from "./provider-daemon.ts";
import type { SmallClient } from "./small-client.ts";

const ANSWER_ROUNDS = 3;
const BOND = 10n ** 18n;
const SLASH_BASIS_POINTS = 1_000n;
let challenger: Account;
const stage = daemonStage({ answerRounds: ANSWER_ROUNDS, disputeBond: BOND });
const { proveNext } = stage;

beforeAll(async () => {
  challenger = await stage.world.account(10n ** 21n);
});

/** Puts the fragments in a state each; all of these states. */
async function states(client: SmallClient, daemon: Daemon, allocation: number, seeds: readonly number[]) {
  const signed: SignedState[] = [];
  for (const seed of seeds) {
    await client.put(daemon, allocation, [fragmentOf(seed, 5_000)]);
    signed.push((await client.state(daemon, allocation)).signed!);
  }
  return signed;
}

/** Waits until the chain has the answer. */
async function answered(id: number, { reader } = stage.world): Promise<void> {
  await until(async () => (await reader.dispute(id)) === undefined, `the answer to dispute ${id}`);
}

/** Waits until the daemon has counted so many answers: its receipt comes after the block. */
async function counted(daemon: Daemon, answers: number): Promise<void> {
  await until(async () => (await daemon.provider.status()).disputes.answered === answers, `${answers} answers`);
}

function bonds({ identity }: Daemon): Promise<bigint> {
  return stage.world.reader.balance(identity.owner).then(({ vault }) => vault);
}

test("a dispute of each kind is answered within the round, without a word from anybody, and its bond is the provider's", async () => {
  const options = { stagedTtlMs: 6_000 };
  const daemon = await stage.daemon({ options });
  const client = await stage.client();
  const allocation = await client.open(daemon, 4, 60);
  const [first, second] = await states(client, daemon, allocation, [1, 2]);
  await proveNext(daemon, 3);
  const [third] = await states(client, daemon, allocation, [3]);
  const { ledger } = challenger;
  const before = await bonds(daemon);

  // The committed root has the second state; the third one has replaced it since.
  const disputes = [
    await ledger.challengeInclusion(second!),
    await ledger.challengeInclusion(first!),
    await ledger.challengeStateLeaf(first!, 0),
    await ledger.challengeStateLeaf(third!, third!.state.leaves - 1),
    await ledger.challengeLeaf(daemon.identity.owner, 7),
    await ledger.challengeLeaf(daemon.identity.owner, 39),
  ];
  for (const { dispute } of disputes) await answered(dispute);
  await counted(daemon, 6);
  expect((await bonds(daemon)) - before).toBe(6n * BOND);
  expect(await daemon.provider.status()).toMatchObject({
    disputes: { answered: 6, lost: 0, bonds: 6n * BOND, failure: undefined },
    money: { stake: STAKE },
  });
  const lines = daemon.lines.filter(({ message }) => message === "answered a dispute");
  expect(lines.map(({ facts }) => `${String(facts["kind"])} ${String(facts["with"])}`).toSorted()).toEqual([
    "inclusion later",
    "inclusion proof",
    "root-leaf proof",
    "root-leaf proof",
    "state-leaf later",
    "state-leaf proof",
  ]);
  // Once no kept root has it, nobody can ask for the second state, and its signatures go.
  const kept = () => daemon.folder.sublevel("states").keys().all();
  expect(await kept()).not.toEqual([]);
  await proveNext(daemon, 12);
  await until(async () => (await kept()).length === 0, "the old states to go");
  expect((await daemon.provider.status()).rounds.missed).toBe(0);
});

test("a state whose objects were all removed is in no root: the signed removal answers for it, also when new data came after", async () => {
  const daemon = await stage.daemon();
  const [client, other] = [await stage.client(), await stage.client()];
  const elsewhere = await other.open(daemon, 1, 60);
  await other.put(daemon, elsewhere, [fragmentOf(50, 500)]);
  const allocation = await client.open(daemon, 1, 60);
  const shard = await client.store(daemon, allocation, fragmentOf(1, 5_000));
  const manifest = encodeManifest({
    size: 5_000 - 16,
    cipher: "aes-256-gcm",
    content: "bytes",
    body: { kind: "coded", scheme: { k: 1, n: 2 }, roots: [new Uint8Array([...shard.root, ...fragmentOf(9, 32)])] },
  });
  const digest = objectDigest(objectIdOf(nobleHasher, manifest));
  const last = await client.store(daemon, allocation, manifest);
  const items = [shard, last];
  const object = { id: digest, manifest: last.root };
  await client.append(daemon, await client.proposal(daemon, allocation, items), items, object);
  const full = (await client.state(daemon, allocation)).signed!;
  await proveNext(daemon, 2);
  await client.remove(daemon, allocation, digest, () => true);
  expect((await client.state(daemon, allocation)).signed!.state.leaves).toBe(0);
  await proveNext(daemon, 1);
  await client.put(daemon, allocation, [fragmentOf(2, 700)]);
  expect((await stage.record(daemon)).leaves).toBe(2);

  const { dispute } = await challenger.ledger.challengeInclusion(full);
  await answered(dispute);
  await counted(daemon, 1);
  expect((await daemon.provider.status()).disputes.failure).toBeUndefined();
});

test("restarted while disputes are open, it finds them and answers, under a root that it has replaced since, too", async () => {
  const identity = await register(stage.world);
  const path = await temporaryFolder();
  const first = await stage.daemon({ identity, path });
  const client = await stage.client();
  const allocation = await client.open(first, 4, 60);
  const [one, two] = await states(client, first, allocation, [1, 2]);
  await proveNext(first, 2);
  await first.stop();

  const { ledger } = challenger;
  const disputes = [await ledger.challengeInclusion(one!), await ledger.challengeLeaf(identity.owner, 11)];
  const stale = (await stage.record(first)).root;
  // Away until the last round in which an answer counts.
  for (let i = 1; i < ANSWER_ROUNDS; i++) await stage.world.nextRound();
  const second = await stage.daemon({ identity, path });
  await client.put(second, allocation, [fragmentOf(3, 900)]);
  await proveNext(second, 1);
  for (const { dispute } of disputes) await answered(dispute);
  expect(Buffer.from((await stage.record(second)).root).equals(stale)).toBe(false);
  await counted(second, 2);
  expect((await second.provider.status()).disputes.lost).toBe(0);
  expect(two!.state.seq).toBe(2);
});

test("while the chain is away nothing is lost: the answer goes when it is back", async () => {
  const proxy = await startRpcProxy(stage.world.chain.rpcUrl);
  stage.atEnd(() => proxy.close());
  const identity = await register(stage.world);
  const ledger = await stage.ledgerAt(proxy.url, identity);
  const daemon = await stage.daemon({ identity, ledger });
  const client = await stage.client();
  const allocation = await client.open(daemon, 1, 60);
  await states(client, daemon, allocation, [1]);
  await proveNext(daemon, 1);
  proxy.down();
  await until(async () => (await daemon.provider.status()).chainDown, "the outage to be seen");
  const { dispute } = await challenger.ledger.challengeLeaf(identity.owner, 3);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await stage.world.reader.dispute(dispute)).toBeDefined();
  proxy.up();
  await answered(dispute);
  await counted(daemon, 1);
  expect((await daemon.provider.status()).disputes.failure).toBeUndefined();
});

test("a chain that takes an answer back gets it again, and one that puts another dispute in its place gets that answered", async () => {
  const daemon = await stage.daemon();
  const client = await stage.client();
  const allocation = await client.open(daemon, 1, 60);
  const [state] = await states(client, daemon, allocation, [1]);
  await proveNext(daemon, 2);
  const { ledger } = challenger;

  // The blocks with the answer are replaced by empty ones.
  const { dispute, block } = await ledger.challengeLeaf(daemon.identity.owner, 5);
  await answered(dispute);
  const depth = (await stage.world.reader.clock()).block - block;
  expect(depth).toBeGreaterThan(0);
  await stage.rpc("anvil_reorg", depth, []);
  await answered(dispute);
  await counted(daemon, 1);

  // The blocks with the dispute, too; and then there is another one of the same number.
  const point = await stage.rpc<string>("evm_snapshot");
  const old = await ledger.challengeStateLeaf(state!, 1);
  await counted(daemon, 2);
  await stage.rpc("evm_revert", point);
  const another = await ledger.challengeInclusion(state!);
  expect(another.dispute).toBe(old.dispute);
  await answered(another.dispute);
  await until(async () => (await daemon.provider.status()).disputes.open === 0, "the end of disputes");
  const kinds = daemon.lines
    .filter(({ message }) => message === "answered a dispute")
    .map(({ facts }) => facts["kind"]);
  expect(kinds.slice(-2)).toEqual(["state-leaf", "inclusion"]);
  await proveNext(daemon, 1);
});

test("a leaf that the disk has lost: said once with what it costs; answered when the client has stored the fragment again", async () => {
  const path = await temporaryFolder();
  const daemon = await stage.daemon({ path });
  const client = await stage.client();
  const allocation = await client.open(daemon, 1, 60);
  const fragment = fragmentOf(1, 5_000);
  await client.put(daemon, allocation, [fragment]);
  await proveNext(daemon, 1);
  await rot(path, fragment);
  const { dispute } = await challenger.ledger.challengeLeaf(daemon.identity.owner, 0);
  await until(async () => (await daemon.provider.status()).disputes.failure !== undefined, "the failure");
  const { deadline } = (await stage.world.reader.dispute(dispute))!;
  const { disputes } = await daemon.provider.status();
  expect(disputes).toMatchObject({
    open: 1,
    failure: { dispute, kind: "root-leaf", deadline, code: "ERR_FRAGMENT_CORRUPT", cost: STAKE / 10n },
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const lines = daemon.lines.filter(({ message }) =>
    message.startsWith(`dispute ${dispute} not answered: Fragment bafk`),
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ level: "error", facts: { stakeAtRisk: String(STAKE / 10n), deadline } });
  await client.store(daemon, allocation, fragment);
  await answered(dispute);
  await counted(daemon, 1);
  expect((await daemon.provider.status()).disputes.failure).toBeUndefined();
});

test("a book put back from an old copy has lost a signed state: nothing answers for it, and the stake pays", async () => {
  const identity = await register(stage.world);
  const path = await temporaryFolder();
  const first = await stage.daemon({ identity, path });
  const client = await stage.client();
  const allocation = await client.open(first, 4, 60);
  const [kept] = await states(client, first, allocation, [1]);
  await first.stop();
  const copy = join(await temporaryFolder(), "copy");
  await cp(path, copy, { recursive: true });
  const second = await stage.daemon({ identity, path });
  const [lost] = await states(client, second, allocation, [2]);
  await second.stop();
  await rm(path, { recursive: true });
  await cp(copy, path, { recursive: true });

  const third = await stage.daemon({ identity, path });
  await proveNext(third, 3);
  expect((await client.state(third, allocation)).signed!.state.seq).toBe(1);
  const { ledger } = challenger;
  const before = await ledger.balance();
  const { dispute } = await ledger.challengeInclusion(lost!);
  const harmless = await ledger.challengeInclusion(kept!);
  await answered(harmless.dispute);
  await until(async () => (await third.provider.status()).disputes.failure !== undefined, "the failure");
  expect((await third.provider.status()).disputes.failure).toMatchObject({ dispute, code: "ERR_STORE_DAMAGED" });
  const { deadline } = (await stage.world.reader.dispute(dispute)) as DisputeRecord;
  await expect(ledger.decide(dispute)).rejects.toMatchObject({ facts: { reason: "StorageMarket_AnswerPending" } });
  while ((await stage.world.reader.clock()).round <= deadline) await proveNext(third, 1);
  await until(async () => (await third.provider.status()).disputes.lost === 1, "the loss");
  const { bounty, compensation, burned } = await ledger.decide(dispute);
  const fine = (STAKE * SLASH_BASIS_POINTS) / 10_000n;
  expect(bounty).toBe(fine / 5n);
  expect(bounty + compensation + burned).toBe(fine);
  expect((await stage.record(third)).stake).toBe(STAKE - fine);
  // The bond of the first one came back, that of the second one is the provider's.
  expect((await ledger.balance()).vault - before.vault).toBe(bounty + BOND);
  expect((await client.account.ledger.balance()).vault).toBeGreaterThan(0n);
  // Its allocation is over; the provider goes on without it.
  await proveNext(third, 1);
  expect((await stage.record(third)).leaves).toBe(0);
});

test("in the last two rounds an answer does not wait for a proof that cannot be made yet", async () => {
  const daemon = await stage.daemon();
  const client = await stage.client();
  const allocation = await client.open(daemon, 1, 60);
  await states(client, daemon, allocation, [1]);
  await proveNext(daemon, 1);
  await daemon.stop();
  const { dispute } = await challenger.ledger.challengeLeaf(daemon.identity.owner, 0);
  const { deadline } = (await stage.world.reader.dispute(dispute))!;
  while ((await stage.world.reader.clock()).round < deadline - 2) await stage.world.nextRound();
  expect(await firstBlockOfNextRound(stage.world)).toBe(deadline - 1);
  expect((await stage.world.reader.clock()).provable).toBe(false);
  await stage.daemon({ identity: daemon.identity, path: daemon.folder.path });
  await answered(dispute);
});

test("in the last round it waits for nothing, not even for a proof that no block takes", async () => {
  const identity = await register(stage.world);
  const path = await temporaryFolder();
  const first = await stage.daemon({ identity, path });
  const client = await stage.client();
  const allocation = await client.open(first, 1, 60);
  await states(client, first, allocation, [1]);
  await proveNext(first, 1);
  await first.stop();
  const { dispute } = await challenger.ledger.challengeLeaf(identity.owner, 0);
  const { deadline } = (await stage.world.reader.dispute(dispute))!;
  while ((await stage.world.reader.clock()).round < deadline) await stage.world.nextRound();

  // The proof is on its way before the dispute can be seen.
  const proxy = await faultyRpc(stage.world.chain.rpcUrl);
  stage.atEnd(() => proxy.stop());
  const ledger = await stage.ledgerAt(proxy.rpcUrl, identity);
  const hidden = { code: -32_000, message: "not now" };
  proxy.fault = { kind: "error", of: (call) => (isAboutDisputes(call) ? hidden : undefined) };
  await stage.rpc("evm_setAutomine", false);
  stage.atEnd(() => stage.rpc("evm_setAutomine", true));
  const pooled = async (): Promise<number> => Number((await stage.rpc<{ pending: string }>("txpool_status")).pending);
  await stage.daemon({ identity, path, ledger });
  await until(async () => (await pooled()) === 1, "the proof in the pool");
  proxy.fault = { kind: "none" };
  await until(async () => (await pooled()) === 2, "the answer in the pool");
  await stage.world.chain.mine(1);
  expect((await stage.world.reader.clock()).round).toBe(deadline);
  expect(await stage.world.reader.dispute(dispute)).toBeUndefined();
  expect((await stage.world.reader.provider(identity.owner))?.lastProvedRound).toBe(deadline);
});

const COUNT = toFunctionSelector(getAbiItem({ abi: storageMarketAbi, name: "disputeCount" }));

function isAboutDisputes({ method, params }: RpcCall): boolean {
  return method === "eth_call" && (params[0] as { data: string }).data.startsWith(COUNT);
}

describe("in rounds long enough for forty disputes, each in a block or two of its own", () => {
  // A development chain is the slower the more blocks it has: only these rounds are that long.
  const many = daemonStage({ roundBlocks: 128, answerRounds: ANSWER_ROUNDS, disputeBond: BOND });

  test("with all of them at once and a round to prove, the proof goes first, and all are answered in time", async () => {
    const daemon = await many.daemon();
    const client = await many.client();
    const allocation = await client.open(daemon, 4, 60);
    await states(client, daemon, allocation, [1, 2, 3]);
    await many.proveNext(daemon);
    await daemon.stop();
    const challengers = [];
    for (let i = 0; i < 4; i++) challengers.push((await many.world.account(10n ** 21n)).ledger);
    // Side by side, but each account's own one after the other: each approves its next bond.
    const ids: number[] = [];
    const challenge = async (ledger: Ledger, first: number): Promise<void> => {
      for (let i = 0; i < 10; i++) ids.push((await ledger.challengeLeaf(daemon.identity.owner, first + i)).dispute);
    };
    await Promise.all(challengers.map((ledger, i) => challenge(ledger, 10 * i)));
    expect(ids).toHaveLength(40);
    // In its first block the round cannot be proved yet, and there are rounds to spare: nothing goes before the proof.
    const round = await firstBlockOfNextRound(many.world);
    const again = await many.daemon({ identity: daemon.identity, path: daemon.folder.path });
    await until(async () => (await again.provider.status()).disputes.open === 40, "the disputes to be seen");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await many.record(again)).openDisputes).toBe(40);
    await many.world.chain.mine(1);
    await many.proved(again, round);
    for (const id of ids) await answered(id, many.world);
    expect((await many.world.reader.clock()).round).toBeLessThanOrEqual(round + 2);
    await counted(again, 40);
    const done = again.lines
      .map(({ message }) => message)
      .filter((message) => /proved the round|answered/.test(message));
    expect(done.indexOf("proved the round")).toBe(0);
    expect((await again.provider.status()).disputes).toMatchObject({ lost: 0, failure: undefined });
    expect((await many.record(again)).openDisputes).toBe(0);
  });
});

async function firstBlockOfNextRound({ reader, chain }: MarketWorld): Promise<number> {
  const { blocksLeft } = await reader.clock();
  await chain.mine(blocksLeft + 1);
  return (await reader.clock()).round;
}
