/** Disputes against a provider that runs by itself: it answers what it can, says what it cannot, and loses what it has lost. */

import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connectLedger } from "../../../contracts/index.ts";
import { encodeManifest, objectDigest, objectIdOf } from "../../../protocol/index.ts";
import { nobleHasher } from "../../../proofs/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { rot } from "./disk-rot.ts";
import { STAKE, startMarket } from "./market-world.ts";
import { register, startDaemon, until } from "./provider-daemon.ts";
import { startRpcProxy } from "./rpc-proxy.ts";
import { fragmentOf, startClient } from "./small-client.ts";
import type { DisputeRecord } from "../../../contracts/index.ts";
import type { SignedState } from "../../../protocol/index.ts";
import type { Account, MarketWorld } from "./market-world.ts";
import type { Daemon, DaemonSettings, Identity } from "./provider-daemon.ts";
import type { SmallClient } from "./small-client.ts";

const ANSWER_ROUNDS = 3;
const BOND = 10n ** 18n;
const SLASH_BASIS_POINTS = 1_000n;
let world: MarketWorld;
let challenger: Account;
const open: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  // Rounds long enough for forty disputes, each in a block or two of its own.
  world = await startMarket({ roundBlocks: 128, answerRounds: ANSWER_ROUNDS, disputeBond: BOND });
  challenger = await world.account(10n ** 21n);
});
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});
afterAll(() => world.stop());

async function daemonOf(identity: Identity, path: string, settings: DaemonSettings = {}): Promise<Daemon> {
  const daemon = await startDaemon(world, identity, path, settings);
  open.push(() => daemon.stop());
  return daemon;
}

async function clientOf(): Promise<SmallClient> {
  const client = await startClient(await world.account(10n ** 21n));
  open.push(() => client.network.stop());
  return client;
}

function recordOf({ identity }: Daemon) {
  return world.reader.provider(identity.owner).then((record) => record!);
}

async function proved({ identity }: Daemon, round: number): Promise<void> {
  const isProved = async (): Promise<boolean> =>
    (await world.reader.provedRounds(identity.owner, round, round + 1))[0]!;
  await until(isProved, `the proof of round ${round}`);
}

async function proveNext(daemon: Daemon, rounds = 1): Promise<void> {
  for (let i = 0; i < rounds; i++) await proved(daemon, await world.nextRound());
}

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
async function answered(id: number): Promise<void> {
  await until(async () => (await world.reader.dispute(id)) === undefined, `the answer to dispute ${id}`);
}

/** Waits until the daemon has counted so many answers: its receipt comes after the block. */
async function counted(daemon: Daemon, answers: number): Promise<void> {
  await until(async () => (await daemon.provider.status()).disputes.answered === answers, `${answers} answers`);
}

function bonds({ identity }: Daemon): Promise<bigint> {
  return world.reader.balance(identity.owner).then(({ vault }) => vault);
}

test("a dispute of each kind is answered within the round, without a word from anybody, and its bond is the provider's", async () => {
  const options = { stagedTtlMs: 2_000 };
  const daemon = await daemonOf(await register(world), await temporaryFolder(), { options });
  const client = await clientOf();
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
  const daemon = await daemonOf(await register(world), await temporaryFolder());
  const [client, other] = [await clientOf(), await clientOf()];
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
  expect((await recordOf(daemon)).leaves).toBe(2);

  const { dispute } = await challenger.ledger.challengeInclusion(full);
  await answered(dispute);
  await counted(daemon, 1);
  expect((await daemon.provider.status()).disputes.failure).toBeUndefined();
});

test("restarted while disputes are open, it finds them and answers, under a root that it has replaced since, too", async () => {
  const identity = await register(world);
  const path = await temporaryFolder();
  const first = await daemonOf(identity, path);
  const client = await clientOf();
  const allocation = await client.open(first, 4, 60);
  const [one, two] = await states(client, first, allocation, [1, 2]);
  await proveNext(first, 2);
  await first.stop();

  const { ledger } = challenger;
  const disputes = [await ledger.challengeInclusion(one!), await ledger.challengeLeaf(identity.owner, 11)];
  const stale = (await recordOf(first)).root;
  // Away until the last round in which an answer counts.
  for (let i = 1; i < ANSWER_ROUNDS; i++) await world.nextRound();
  const second = await daemonOf(identity, path);
  await client.put(second, allocation, [fragmentOf(3, 900)]);
  await proveNext(second, 1);
  for (const { dispute } of disputes) await answered(dispute);
  expect(Buffer.from((await recordOf(second)).root).equals(stale)).toBe(false);
  await counted(second, 2);
  expect((await second.provider.status()).disputes.lost).toBe(0);
  expect(two!.state.seq).toBe(2);
});

test("while the chain is away nothing is lost: the answer goes when it is back", async () => {
  const proxy = await startRpcProxy(world.chain.rpcUrl);
  open.push(() => proxy.close());
  const identity = await register(world);
  const deployment = { ...world.deployment, rpcUrl: proxy.url };
  const ledger = await connectLedger({ deployment, privateKey: identity.node.privateKey, pollMs: 25 });
  open.push(async () => ledger.close());
  const daemon = await daemonOf(identity, await temporaryFolder(), { ledger });
  const client = await clientOf();
  const allocation = await client.open(daemon, 1, 60);
  await states(client, daemon, allocation, [1]);
  await proveNext(daemon, 1);
  proxy.down();
  await until(async () => (await daemon.provider.status()).chainDown, "the outage to be seen");
  const { dispute } = await challenger.ledger.challengeLeaf(identity.owner, 3);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await world.reader.dispute(dispute)).toBeDefined();
  proxy.up();
  await answered(dispute);
  await counted(daemon, 1);
  expect((await daemon.provider.status()).disputes.failure).toBeUndefined();
});

test("a chain that takes an answer back gets it again, and one that puts another dispute in its place gets that answered", async () => {
  const daemon = await daemonOf(await register(world), await temporaryFolder());
  const client = await clientOf();
  const allocation = await client.open(daemon, 1, 60);
  const [state] = await states(client, daemon, allocation, [1]);
  await proveNext(daemon, 2);
  const { ledger } = challenger;

  // The blocks with the answer are replaced by empty ones.
  const { dispute } = await ledger.challengeLeaf(daemon.identity.owner, 5);
  const head = (await world.reader.clock()).block;
  await answered(dispute);
  const depth = (await world.reader.clock()).block - head;
  expect(depth).toBeGreaterThan(0);
  await rpc("anvil_reorg", depth, []);
  await answered(dispute);
  await counted(daemon, 1);

  // The blocks with the dispute, too; and then there is another one of the same number.
  const point = await rpc<string>("evm_snapshot");
  const old = await ledger.challengeStateLeaf(state!, 1);
  await counted(daemon, 2);
  await rpc("evm_revert", point);
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
  const daemon = await daemonOf(await register(world), path);
  const client = await clientOf();
  const allocation = await client.open(daemon, 1, 60);
  const fragment = fragmentOf(1, 5_000);
  await client.put(daemon, allocation, [fragment]);
  await proveNext(daemon, 1);
  await rot(path, fragment);
  const { dispute } = await challenger.ledger.challengeLeaf(daemon.identity.owner, 0);
  await until(async () => (await daemon.provider.status()).disputes.failure !== undefined, "the failure");
  const { deadline } = (await world.reader.dispute(dispute))!;
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
  const identity = await register(world);
  const path = await temporaryFolder();
  const first = await daemonOf(identity, path);
  const client = await clientOf();
  const allocation = await client.open(first, 4, 60);
  const [kept] = await states(client, first, allocation, [1]);
  await first.stop();
  const copy = join(await temporaryFolder(), "copy");
  await cp(path, copy, { recursive: true });
  const second = await daemonOf(identity, path);
  const [lost] = await states(client, second, allocation, [2]);
  await second.stop();
  await rm(path, { recursive: true });
  await cp(copy, path, { recursive: true });

  const third = await daemonOf(identity, path);
  await proveNext(third, 3);
  expect((await client.state(third, allocation)).signed!.state.seq).toBe(1);
  const { ledger } = challenger;
  const before = await ledger.balance();
  const { dispute } = await ledger.challengeInclusion(lost!);
  const harmless = await ledger.challengeInclusion(kept!);
  await answered(harmless.dispute);
  await until(async () => (await third.provider.status()).disputes.failure !== undefined, "the failure");
  expect((await third.provider.status()).disputes.failure).toMatchObject({ dispute, code: "ERR_STORE_DAMAGED" });
  const { deadline } = (await world.reader.dispute(dispute)) as DisputeRecord;
  await expect(ledger.decide(dispute)).rejects.toMatchObject({ facts: { reason: "StorageMarket_AnswerPending" } });
  while ((await world.reader.clock()).round <= deadline) await proveNext(third, 1);
  await until(async () => (await third.provider.status()).disputes.lost === 1, "the loss");
  const { bounty, compensation, burned } = await ledger.decide(dispute);
  const fine = (STAKE * SLASH_BASIS_POINTS) / 10_000n;
  expect(bounty).toBe(fine / 5n);
  expect(bounty + compensation + burned).toBe(fine);
  expect((await recordOf(third)).stake).toBe(STAKE - fine);
  // The bond of the first one came back, that of the second one is the provider's.
  expect((await ledger.balance()).vault - before.vault).toBe(bounty + BOND);
  expect((await client.account.ledger.balance()).vault).toBeGreaterThan(0n);
  // Its allocation is over; the provider goes on without it.
  await proveNext(third, 1);
  expect((await recordOf(third)).leaves).toBe(0);
});

test("forty disputes at once and a round to prove: the proof goes first, and all are answered in time", async () => {
  const daemon = await daemonOf(await register(world), await temporaryFolder());
  const client = await clientOf();
  const allocation = await client.open(daemon, 4, 60);
  await states(client, daemon, allocation, [1, 2, 3]);
  await proveNext(daemon, 1);
  await daemon.stop();
  const { ledger } = challenger;
  const ids: number[] = [];
  for (let i = 0; i < 40; i++) ids.push((await ledger.challengeLeaf(daemon.identity.owner, i)).dispute);
  // In its first block the round cannot be proved yet, and there are rounds to spare: nothing goes before the proof.
  const round = await firstBlockOfNextRound();
  const again = await startDaemon(world, daemon.identity, daemon.folder.path);
  open.push(() => again.stop());
  await until(async () => (await again.provider.status()).disputes.open === 40, "the disputes to be seen");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await recordOf(again)).openDisputes).toBe(40);
  await world.chain.mine(1);
  await proved(again, round);
  for (const id of ids) await answered(id);
  expect((await world.reader.clock()).round).toBeLessThanOrEqual(round + 2);
  await counted(again, 40);
  const done = again.lines.map(({ message }) => message).filter((message) => /proved the round|answered/.test(message));
  expect(done.indexOf("proved the round")).toBe(0);
  expect((await again.provider.status()).disputes).toMatchObject({ lost: 0, failure: undefined });
  expect((await recordOf(again)).openDisputes).toBe(0);
});

test("in the last two rounds an answer does not wait for a proof that cannot be made yet", async () => {
  const daemon = await daemonOf(await register(world), await temporaryFolder());
  const client = await clientOf();
  const allocation = await client.open(daemon, 1, 60);
  await states(client, daemon, allocation, [1]);
  await proveNext(daemon, 1);
  await daemon.stop();
  const { dispute } = await challenger.ledger.challengeLeaf(daemon.identity.owner, 0);
  const { deadline } = (await world.reader.dispute(dispute))!;
  while ((await world.reader.clock()).round < deadline - 2) await world.nextRound();
  expect(await firstBlockOfNextRound()).toBe(deadline - 1);
  expect((await world.reader.clock()).provable).toBe(false);
  const again = await startDaemon(world, daemon.identity, daemon.folder.path);
  open.push(() => again.stop());
  await answered(dispute);
});

async function firstBlockOfNextRound(): Promise<number> {
  const { blocksLeft } = await world.reader.clock();
  await world.chain.mine(blocksLeft + 1);
  return (await world.reader.clock()).round;
}

async function rpc<T>(method: string, ...params: unknown[]): Promise<T> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(world.chain.rpcUrl, { method: "POST", body, headers });
  const { result, error } = (await answer.json()) as { result: T; error?: { message: string } };
  if (error !== undefined) throw new Error(error.message);
  return result;
}
