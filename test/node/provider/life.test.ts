/** The whole life of an allocation at one provider, every part real. */

import { expect, test } from "vitest";
import { nobleHasher, verifyProof, verifyRange } from "../../../proofs/index.ts";
import { encodeManifest, objectDigest, objectIdOf } from "../../../protocol/index.ts";
import { daemonStage } from "./daemon-stage.ts";
import { PRICE, until } from "./provider-daemon.ts";
import { fragmentOf } from "./small-client.ts";

const stage = daemonStage();

test("a provider is offered, filled, announced, audited, and paid for each of three rounds", async () => {
  const daemon = await stage.daemon();
  const client = await stage.client();
  const { owner } = daemon.identity;

  const allocation = await client.open(daemon, 4);
  const fragments = [fragmentOf(1, 1_048_576), fragmentOf(2, 700), fragmentOf(3, 256)];
  const items = await client.put(daemon, allocation, fragments);
  const { signed } = await client.state(daemon, allocation);
  expect(signed?.state.leaves).toBe(4096 + 3 + 1);

  await stage.world.nextRound();
  await until(async () => (await client.account.ledger.provider(owner))?.leaves === 4100, "the root on chain");
  const before = await client.account.ledger.earnings(owner);
  for (let i = 0; i < 3; i++) {
    const round = await stage.world.nextRound();
    await until(async () => (await client.account.ledger.provider(owner))?.lastProvedRound === round, `round ${round}`);
  }
  const after = await client.account.ledger.earnings(owner);
  expect(after.earned - before.earned).toBe(3n * 4n * PRICE);
  await until(async () => (await daemon.provider.status()).rounds.passed >= 4, "the report of the last round");
  const status = await daemon.provider.status();
  expect(status).toMatchObject({
    stage: "active",
    leaves: 4100,
    allocations: 1,
    staged: 0,
    fragments: 3,
    corruptFragments: 0,
  });
  expect(status.rounds.missed).toBe(0);
  expect(status.failure?.round).toBeUndefined();

  const record = await client.account.ledger.provider(owner);
  const seed = fragmentOf(99, 32);
  const { leaves, proof } = await client.audit(daemon, record!.root, seed, 40);
  expect(leaves).toBe(4100);
  verifyProof(nobleHasher, { root: record!.root, leaves, seed, count: 40 }, proof);

  const part = await client.retrieve(daemon, items[0]!.root, 5, 9);
  expect(verifyRange(nobleHasher, items[0]!.root, part.bytes, 5, part.data, part.siblings)).toBe(true);
  const whole = await client.retrieve(daemon, items[1]!.root);
  expect(Buffer.from(whole.data).equals(fragments[1]!)).toBe(true);
});

test("an object's holdings are told to everyone, and its announcement counts only for its own client", async () => {
  const daemon = await stage.daemon();
  await stage.daemon({ bootstrap: daemon.network.addresses });
  const [client, stranger] = [await stage.client(), await stage.client()];
  const allocation = await client.open(daemon, 4);
  const shards = [
    fragmentOf(11, 512),
    fragmentOf(12, 512),
    fragmentOf(13, 512),
    fragmentOf(14, 512),
    fragmentOf(15, 512),
  ];
  const held = [await client.store(daemon, allocation, shards[0]!), await client.store(daemon, allocation, shards[3]!)];
  const roots = [];
  for (const shard of shards) roots.push((await client.store(daemon, allocation, shard)).root);
  const manifest = encodeManifest({
    size: 5000 - 16,
    cipher: "aes-256-gcm",
    content: "bytes",
    body: { kind: "coded", scheme: { k: 3, n: 5 }, roots: [new Uint8Array(Buffer.concat(roots))] },
  });
  const last = await client.store(daemon, allocation, manifest);
  const digest = objectDigest(objectIdOf(nobleHasher, manifest));
  const items = [...held, last];
  await client.append(daemon, await client.proposal(daemon, allocation, items), items, {
    id: digest,
    manifest: last.root,
  });

  const told = await stranger.sync(daemon, { op: "object", object: digest });
  expect(told.manifest).toEqual({ root: last.root, bytes: manifest.length });
  expect(told.holdings).toEqual([
    [0, 0, 1],
    [3, 0, 1],
  ]);
  await until(() => daemon.network.status.servers > 0, "a neighbour");
  const unknown = fragmentOf(77, 32);
  const own = await client.sync(daemon, { op: "announce", ticket: client.ticket(daemon), objects: [unknown, digest] });
  expect(own.stored[0]).toBe(0);
  expect(own.stored[1]).toBeGreaterThan(0);
  const foreign = await stranger.sync(daemon, { op: "announce", ticket: stranger.ticket(daemon), objects: [digest] });
  expect(foreign.stored).toEqual([0]);
});
