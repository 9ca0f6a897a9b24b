/** Objects at a provider: what of them it holds, in which allocation, and how they are taken out again. */

import { beforeEach, expect, test } from "vitest";
import { fragmentRoot, nobleHasher } from "../../../proofs/index.ts";
import { encodeManifest, objectDigest, objectIdOf } from "../../../protocol/index.ts";
import { shardBytes } from "../../../erasure/index.ts";
import { daemonStage } from "./daemon-stage.ts";
import { fragmentOf } from "./small-client.ts";
import type { Daemon } from "./provider-daemon.ts";
import type { Item, SmallClient } from "./small-client.ts";

const stage = daemonStage();
let daemon: Daemon;
let client: SmallClient;

beforeEach(async () => {
  [daemon, client] = [await stage.daemon(), await stage.client()];
});

function rootsOf(fragments: readonly Uint8Array[]): Uint8Array[] {
  return fragments.map((fragment) => fragmentRoot(nobleHasher, fragment));
}

/** A manifest of one segment whose shards are the fragments. */
function manifestOf(
  k: number,
  size: number,
  shards: readonly Uint8Array[],
  content: "bytes" | "manifest" = "bytes",
): Uint8Array {
  const cipher = content === "bytes" ? "aes-256-gcm" : "none";
  const roots = [new Uint8Array(Buffer.concat(rootsOf(shards)))];
  return encodeManifest({ size, cipher, content, body: { kind: "coded", scheme: { k, n: shards.length }, roots } });
}

function digestOf(manifest: Uint8Array): Uint8Array {
  return objectDigest(objectIdOf(nobleHasher, manifest));
}

function among(roots: readonly Uint8Array[]): (item: Item) => boolean {
  const names = new Set(roots.map((root) => Buffer.from(root).toString("hex")));
  return (item) => names.has(Buffer.from(item.root).toString("hex"));
}

async function putObject(allocation: number, fragments: readonly Uint8Array[], manifest: Uint8Array): Promise<Item[]> {
  const root = fragmentRoot(nobleHasher, manifest);
  return await client.put(daemon, allocation, [...fragments, manifest], { id: digestOf(manifest), manifest: root });
}

test("an object that began in a full allocation and ended in the next is held, and removed, in both", async () => {
  const [first, second] = [await client.open(daemon, 1), await client.open(daemon, 1)];
  const shards = [1, 2, 3, 4].map((seed) => fragmentOf(seed, 512));
  const manifest = manifestOf(2, 5_000, shards);
  const digest = digestOf(manifest);
  const [other] = await client.put(daemon, first, [fragmentOf(9, 300)]);
  await client.put(daemon, first, [shards[1]!]);
  await putObject(second, [shards[3]!], manifest);

  const { holdings } = await client.sync(daemon, { op: "object", object: digest });
  expect([...holdings].sort(([a], [b]) => a - b)).toEqual([
    [1, 0, 1],
    [3, 0, 1],
  ]);
  const isPart = among([...rootsOf(shards), fragmentRoot(nobleHasher, manifest)]);
  await client.remove(daemon, second, digest, isPart);
  await client.remove(daemon, first, digest, isPart);
  expect(await client.items(daemon, second)).toEqual([]);
  expect(await client.items(daemon, first)).toEqual([other]);
  expect((await client.state(daemon, second)).signed?.state).toMatchObject({
    seq: 2,
    leaves: 0,
    subRoot: new Uint8Array(32),
  });
  await expect(client.sync(daemon, { op: "object", object: digest })).rejects.toMatchObject({
    code: "ERR_OBJECT_NOT_FOUND",
  });
  await client.put(daemon, second, [fragmentOf(10, 300)]);
});

test("of a manifest stored as an object the provider knows the content if it can read it, and removes that too", async () => {
  const allocation = await client.open(daemon, 2);
  const data = [11, 12, 13].map((seed) => fragmentOf(seed, 512));
  const inner = manifestOf(2, 5_000, data);
  const size = shardBytes(inner.length, 1);
  const padded = new Uint8Array(size);
  padded.set(inner);
  const outer = manifestOf(1, inner.length, [padded, padded], "manifest");
  const [kept] = await client.put(daemon, allocation, [fragmentOf(14, 400)]);
  await putObject(allocation, [data[0]!, data[2]!, padded], outer);

  expect((await client.sync(daemon, { op: "object", object: digestOf(outer) })).holdings).toEqual([
    [0, 0, 1],
    [1, 0, 1],
  ]);
  expect((await client.sync(daemon, { op: "object", object: digestOf(inner) })).holdings).toEqual([
    [0, 0, 1],
    [2, 0, 1],
  ]);
  const isPart = among([...rootsOf([...data, padded]), fragmentRoot(nobleHasher, outer)]);
  await client.remove(daemon, allocation, digestOf(outer), isPart);
  expect(await client.items(daemon, allocation)).toEqual([kept]);
  await expect(client.sync(daemon, { op: "object", object: digestOf(inner) })).rejects.toMatchObject({
    code: "ERR_OBJECT_NOT_FOUND",
  });
});

test("a provider with one shard of such a manifest can read it, and so remove its content, once the others are staged", async () => {
  const allocation = await client.open(daemon, 2);
  const data = Array.from({ length: 12 }, (_, i) => fragmentOf(100 + i, 512));
  const inner = manifestOf(2, 5_000, data);
  const size = shardBytes(inner.length, 2);
  const whole = new Uint8Array(2 * size);
  whole.set(inner);
  const pieces = [whole.slice(0, size), whole.slice(size)];
  const outer = manifestOf(2, inner.length, [...pieces, fragmentOf(24, size)], "manifest");
  await putObject(allocation, [data[0]!, pieces[0]!], outer);
  const isPart = among([...rootsOf([...data, ...pieces]), fragmentRoot(nobleHasher, outer)]);
  await expect(client.remove(daemon, allocation, digestOf(outer), isPart)).rejects.toMatchObject({
    code: "ERR_STATE_FORGED",
  });
  await client.store(daemon, allocation, pieces[1]!);
  await client.remove(daemon, allocation, digestOf(outer), isPart);
  expect(await client.items(daemon, allocation)).toEqual([]);
});
