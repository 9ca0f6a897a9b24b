/** What goes wrong around a provider: a disk that lies, a chain that is away, fragments that nobody pays for. */

import { expect, test } from "vitest";
import { fragmentRoot, nobleHasher } from "../../../proofs/index.ts";
import { encodeManifest, objectDigest, objectIdOf } from "../../../protocol/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { daemonStage } from "./daemon-stage.ts";
import { rot } from "./disk-rot.ts";
import { PRICE, register, until } from "./provider-daemon.ts";
import { startRpcProxy } from "./rpc-proxy.ts";
import { fragmentOf } from "./small-client.ts";
import type { Daemon } from "./provider-daemon.ts";
import type { Item } from "./small-client.ts";

const ROUND_BLOCKS = 16;
const stage = daemonStage({ roundBlocks: ROUND_BLOCKS });
const { proveNext } = stage;

async function committedLeaves(daemon: Daemon): Promise<number> {
  return (await stage.record(daemon)).leaves;
}

async function lastProved(daemon: Daemon): Promise<number> {
  return (await stage.record(daemon)).lastProvedRound;
}

function objectOf(roots: readonly Uint8Array[]): { manifest: Uint8Array; digest: Uint8Array } {
  const manifest = encodeManifest({
    size: 5_000,
    cipher: "aes-256-gcm",
    content: "bytes",
    body: { kind: "coded", scheme: { k: 1, n: roots.length }, roots: [new Uint8Array(Buffer.concat(roots))] },
  });
  return { manifest, digest: objectDigest(objectIdOf(nobleHasher, manifest)) };
}

test("a fragment that rots is not proved, the reason is said once with its cost, and peers are refused honestly", async () => {
  const path = await temporaryFolder();
  const daemon = await stage.daemon({ path });
  const client = await stage.client();
  const allocation = await client.open(daemon, 1, 40);
  const fragment = fragmentOf(1, 900_000);
  const [item] = (await client.put(daemon, allocation, [fragment])) as [Item];
  await proveNext(daemon);
  expect(await committedLeaves(daemon)).toBe(3516);

  await rot(path, fragment);
  const record = await client.account.ledger.provider(daemon.identity.owner);
  const round = await stage.world.nextRound();
  await until(() => daemon.lines.some((line) => line.level === "error"), "the line about the round");
  expect(await lastProved(daemon)).toBe(round - 1);
  const errors = daemon.lines.filter((line) => line.level === "error");
  expect(errors).toHaveLength(1);
  expect(errors[0]!.message).toMatch(new RegExp(`^round ${round} not proved: Fragment bafk`));
  expect(errors[0]!.facts).toMatchObject({ round, code: "ERR_FRAGMENT_CORRUPT", notEarned: PRICE.toString() });
  await expect(client.retrieve(daemon, item.root)).rejects.toMatchObject({ code: "ERR_FRAGMENT_CORRUPT" });
  await expect(client.retrieve(daemon, item.root, 0, 3)).rejects.toMatchObject({ code: "ERR_FRAGMENT_CORRUPT" });
  await expect(client.audit(daemon, record!.root, fragmentOf(5, 32), 3)).rejects.toMatchObject({
    code: "ERR_FRAGMENT_CORRUPT",
    facts: { detail: expect.stringContaining("bafk") },
  });
  expect(await daemon.provider.status()).toMatchObject({
    corruptFragments: 1,
    failure: { round, code: "ERR_FRAGMENT_CORRUPT" },
  });

  await client.store(daemon, allocation, fragment);
  expect((await client.retrieve(daemon, item.root)).data).toEqual(fragment);
  await proveNext(daemon);
  expect(await daemon.provider.status()).toMatchObject({ corruptFragments: 0, rounds: { missed: 1 } });
});

test("while the chain is away a provider serves, says so once, and proves the same round when it is back", async () => {
  const proxy = await startRpcProxy(stage.world.chain.rpcUrl);
  stage.atEnd(() => proxy.close());
  const identity = await register(stage.world);
  const ledger = await stage.ledgerAt(proxy.url, identity);
  const daemon = await stage.daemon({ identity, ledger });
  const client = await stage.client();
  const allocation = await client.open(daemon, 1, 40);
  const [item] = (await client.put(daemon, allocation, [fragmentOf(2, 3_000)])) as [Item];
  await proveNext(daemon);

  await until(async () => (await daemon.provider.status()).rounds.lastProved !== undefined, "the receipt");
  proxy.down();
  const round = await stage.world.nextRound();
  await until(async () => (await daemon.provider.status()).chainDown, "the notice");
  expect((await client.retrieve(daemon, item.root)).bytes).toBe(3_000);
  await client.put(daemon, allocation, [fragmentOf(3, 500)]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(daemon.lines.filter((line) => line.message.includes("chain does not answer"))).toHaveLength(1);
  expect(await lastProved(daemon)).toBe(round - 1);

  proxy.up();
  await until(async () => (await lastProved(daemon)) === round, "the proof after all");
  expect(await daemon.provider.status()).toMatchObject({ chainDown: false, rounds: { missed: 0 } });
  expect(await committedLeaves(daemon)).toBe(14);
});

test("a removed object leaves the next root, and its bytes go when no committed root needs them", async () => {
  const daemon = await stage.daemon();
  const client = await stage.client();
  const allocation = await client.open(daemon, 2, 60);
  const [kept] = await client.put(daemon, allocation, [fragmentOf(4, 2_000)]);
  const parts = [
    await client.store(daemon, allocation, fragmentOf(5, 5_000)),
    await client.store(daemon, allocation, fragmentOf(6, 5_000)),
  ];
  const { manifest, digest } = objectOf(parts.map((part) => part.root));
  const last = await client.store(daemon, allocation, manifest);
  const items = [...parts, last];
  await client.append(daemon, await client.proposal(daemon, allocation, items), items, {
    id: digest,
    manifest: last.root,
  });
  const [after] = await client.put(daemon, allocation, [fragmentOf(7, 700)]);
  await proveNext(daemon);
  const withObject = await committedLeaves(daemon);
  const roots = new Set(items.map((item) => Buffer.from(item.root).toString("hex")));
  const isPart = (item: Item): boolean => roots.has(Buffer.from(item.root).toString("hex"));

  const signature = await client.remove(daemon, allocation, digest, isPart);
  const { signed } = await client.state(daemon, allocation);
  const again = {
    op: "remove",
    ticket: client.ticket(daemon),
    state: signed!.state,
    clientSignature: signed!.clientSignature,
    object: digest,
  } as const;
  expect((await client.sync(daemon, again)).providerSignature).toEqual(signature);
  expect(await client.items(daemon, allocation)).toEqual([kept, after]);
  await proveNext(daemon);
  expect(await committedLeaves(daemon)).toBe(8 + 3);
  expect(withObject).toBeGreaterThan(40);
  expect(await daemon.store.size(parts[0]!.root)).toBe(5_000);
  await client.put(daemon, allocation, [fragmentOf(8, 300)]);

  for (let i = 0; i < 12; i++) await proveNext(daemon);
  await until(async () => (await daemon.store.size(parts[0]!.root)) === undefined, "the bytes to go");
  expect(await daemon.store.size(last.root)).toBeUndefined();
  expect(await daemon.store.size(kept!.root)).toBe(2_000);
  expect(await client.items(daemon, allocation)).toHaveLength(3);
  await proveNext(daemon);
  expect((await daemon.provider.status()).rounds.missed).toBe(0);
});

test("a fragment that two allocations name stays until both have let go, and ended allocations are dropped whole", async () => {
  const daemon = await stage.daemon();
  const [one, two] = [await stage.client(), await stage.client()];
  const shared = fragmentOf(9, 4_000);
  const short = await one.open(daemon, 1, 2);
  const long = await two.open(daemon, 1, 60);
  const [item] = (await one.put(daemon, short, [shared, fragmentOf(10, 999)])) as [Item];
  await two.put(daemon, long, [shared]);
  expect(await daemon.provider.status()).toMatchObject({ fragments: 2, allocations: 2 });
  for (let i = 0; i < 13; i++) await proveNext(daemon);
  await until(async () => (await daemon.provider.status()).allocations === 1, "the ended allocation to go");
  expect(await daemon.provider.status()).toMatchObject({ fragments: 1, leaves: 16 });
  expect((await two.retrieve(daemon, item.root)).data).toEqual(shared);
  await expect(one.store(daemon, short, fragmentOf(11, 300))).rejects.toMatchObject({ code: "ERR_ALLOCATION_EXPIRED" });
});

test("what was stored and never appended goes after its time, unless somebody else needs it", async () => {
  // Stands still until it is told otherwise: swept often, and nothing is late on a slow machine.
  let now = Date.now();
  const daemon = await stage.daemon({ clock: () => now, options: { stagedTtlMs: 300 } });
  const client = await stage.client();
  const allocation = await client.open(daemon, 1, 40);
  const appended = await client.put(daemon, allocation, [fragmentOf(12, 2_000)]);
  const never = await client.store(daemon, allocation, fragmentOf(13, 2_000));
  await client.store(daemon, allocation, fragmentOf(12, 2_000));
  expect((await daemon.provider.status()).staged).toBe(2);
  now += 10_000;
  await until(async () => (await daemon.provider.status()).staged === 0, "the expiry");
  await until(async () => (await daemon.store.size(never.root)) === undefined, "the bytes to go");
  expect(await daemon.store.size(appended[0]!.root)).toBe(2_000);
});

test("when the chain rolls back over its proof, a provider proves the round again from the older root", async () => {
  // Slow polls: it sees only the same round as before, in which it has done its part.
  const daemon = await stage.daemon({ options: { pollMs: 400 } });
  const client = await stage.client();
  const allocation = await client.open(daemon, 1, 40);
  await client.put(daemon, allocation, [fragmentOf(21, 1_000)]);
  await proveNext(daemon);
  const older = await committedLeaves(daemon);
  const { blocksLeft } = await client.account.ledger.clock();
  const point = await stage.rpc<string>("evm_snapshot");
  await client.put(daemon, allocation, [fragmentOf(22, 1_000)]);
  const round = await proveNext(daemon);
  await until(async () => (await daemon.provider.status()).rounds.lastProved === round, "the receipt");
  expect(await committedLeaves(daemon)).toBe(older + 4);

  await stage.rpc("evm_revert", point);
  expect(await lastProved(daemon)).toBe(round - 1);
  await stage.world.chain.mine(blocksLeft + ROUND_BLOCKS - 3);
  expect((await client.account.ledger.clock()).round).toBe(round);
  await until(async () => (await lastProved(daemon)) === round, "the proof after the rollback");
  expect(await committedLeaves(daemon)).toBe(older + 4);
  await until(async () => (await daemon.provider.status()).rounds.lastProved === round, "the receipt");
  expect((await daemon.provider.status()).rounds.missed).toBe(0);
  await proveNext(daemon);
});

test("an endpoint whose head grows old is said to stand still, once, and what comes of it", async () => {
  let ahead = 0;
  const daemon = await stage.daemon({ clock: () => Date.now() + ahead });
  await until(async () => (await daemon.provider.status()).round !== undefined, "its first look");
  const said = (what: string) => daemon.lines.filter(({ message }) => message.includes(what));
  ahead = 15 * 60_000;
  await until(() => said("minutes old").length > 0, "the line");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(said("minutes old")).toHaveLength(1);
  expect(said("minutes old")[0]).toMatchObject({ level: "warn", facts: { code: "ERR_RPC_DOWN" } });
  expect((await daemon.provider.status()).failure).toMatchObject({ code: "ERR_RPC_DOWN" });
  ahead = 0;
  await until(() => said("takes proofs again").length === 1, "the end of it");
});

test("bytes that are not those of their root are not served in part and not proved, whatever the store's checksum says", async () => {
  const daemon = await stage.daemon();
  const client = await stage.client();
  const [right, wrong] = [fragmentOf(31, 2_000), fragmentOf(32, 2_000)];
  const root = fragmentRoot(nobleHasher, right);
  await daemon.store.put(root, wrong);
  await expect(client.retrieve(daemon, root, 1, 3)).rejects.toMatchObject({ code: "ERR_FRAGMENT_CORRUPT" });
  const allocation = await client.open(daemon, 1, 40);
  await client.put(daemon, allocation, [right]);
  expect((await client.retrieve(daemon, root)).data).toEqual(right);
});
