/**
 * What a provider knows of itself also after a restart: which offers can still be taken, and hold their room; and what of an object its
 * disk has lost, which it does not tell as held until it was stored again.
 */

import { expect, test } from "vitest";
import { fragmentRoot, nobleHasher } from "../../../proofs/index.ts";
import { addressBytes, addressOf, encodeManifest, objectDigest, objectIdOf } from "../../../protocol/index.ts";
import { MAX_SHARD_BYTES, shardBytes } from "../../../erasure/index.ts";
import { PROVIDER } from "../../../node/limits/index.ts";
import { keyOf } from "../../../node/provider/book-keys.ts";
import { Change, openTables } from "../../../node/provider/book-tables.ts";
import { OfferBook } from "../../../node/provider/offer-book.ts";
import { openProviderFolder } from "../../../node/provider/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { daemonStage } from "./daemon-stage.ts";
import { rot } from "./disk-rot.ts";
import { register, until } from "./provider-daemon.ts";
import { fragmentOf } from "./small-client.ts";
import { spawnProvider } from "./spawned-provider.ts";
import type { Address } from "../../../protocol/index.ts";
import type { Daemon } from "./provider-daemon.ts";
import type { SmallClient } from "./small-client.ts";

const stage = daemonStage();
const FULL = { code: "ERR_NO_CAPACITY" };
/** What the providers of these tests can sell. */
const UNITS = 64;

test("what was offered before a SIGKILL is not offered to another after it, and once it is bought it counts once", async () => {
  const [identity, path] = [await register(stage.world), await temporaryFolder()];
  const [one, two] = [await stage.client(), await stage.client()];
  const child = await spawnProvider(stage.world, identity, path);
  stage.atEnd(() => child.kill());
  const offer = await one.offer(child, 20);
  await child.kill();

  const again = await stage.daemon({ identity, path });
  await expect(two.offer(again, UNITS - 19)).rejects.toMatchObject(FULL);
  const later = await two.offer(again, 24);
  expect(later.offer.nonce).toBeGreaterThan(offer.offer.nonce);
  await again.stop();
  await one.account.ledger.openAllocations({ offers: [offer], units: 20, rounds: 16 });

  const third = await stage.daemon({ identity, path });
  await expect(two.offer(third, UNITS - 20 - 24 + 1)).rejects.toMatchObject(FULL);
  expect((await two.offer(third, UNITS - 20 - 24)).offer.maxUnits).toBe(20);
});

async function openBook() {
  const [market, provider] = [1, 2].map((byte) => addressOf(new Uint8Array(20).fill(byte))) as [Address, Address];
  const owner = { chainId: 1, market, provider };
  const folder = await openProviderFolder({ folder: await temporaryFolder(), owner });
  stage.atEnd(() => folder.close());
  return { folder, tables: openTables(folder) };
}

const NOW = 1_800_000_000;
const CLIENT = addressOf(new Uint8Array(20).fill(3));

function row(units: number, until: number, known = 1): Uint8Array {
  return new Uint8Array([...addressBytes(CLIENT), known, ...keyOf(units, until)]);
}

test("offers end by themselves, in memory and on the disk; those taken in part hold the rest", async () => {
  const { tables } = await openBook();
  const book = await OfferBook.open(tables);
  book.see(100, NOW);
  for (const [nonce, until] of [NOW + 10, NOW + 600, NOW + 600].entries())
    await book.add({ nonce, client: CLIENT, known: true, units: 5, until });
  const again = await OfferBook.open(tables);
  expect([again.of(CLIENT), again.firstNonce]).toEqual([15, 3]);
  again.see(107, NOW + 20); // the first is over; seven were bought while nobody looked
  expect(again.of(CLIENT)).toBe(3);
  await again.add({ nonce: 3, client: CLIENT, known: true, units: 1, until: NOW + 620 });
  const third = await OfferBook.open(tables);
  expect(third.of(CLIENT)).toBe(4);
  expect(await tables.offers.keys().all()).toHaveLength(3); // the rest of the third, the fourth, and what is sold
  third.see(107, NOW + 700);
  expect(third.of(CLIENT)).toBe(0);
});

test("of a book that somebody else has written it takes what can be an offer, no more than there may be, and none for long", async () => {
  const { tables } = await openBook();
  const { offers } = tables;
  await offers.put(keyOf(1), row(7, 2 ** 50));
  await offers.put(keyOf(2), row(0, NOW + 600));
  await offers.put(keyOf(3), row(2 ** 32, NOW + 600));
  await offers.put(keyOf(4), row(5, NOW + 600).subarray(1));
  await offers.put(new Uint8Array(9), row(5, NOW + 600));
  await offers.put(new Uint8Array([0xff]), new Uint8Array(1000));
  await offers.put(Buffer.from("sold"), new Uint8Array(3));
  const book = await OfferBook.open(tables);
  book.see(100, NOW);
  expect(book.of(CLIENT)).toBe(7);
  book.see(100, NOW + PROVIDER.longestOfferMs / 1000 + 1);
  expect(book.of(CLIENT)).toBe(0);

  const many = Array.from({ length: PROVIDER.openOffers + 100 }, (_, nonce) => {
    return { type: "put", key: keyOf(nonce), value: row(1, NOW + 600) } as const;
  });
  await offers.batch(many);
  const full = await OfferBook.open(tables);
  expect([full.of(CLIENT), full.left(1_000_000, true)]).toEqual([PROVIDER.openOffers, 0]);
});

test("an offer is not synced for its own sake, and is together with a change that is", async () => {
  const { folder, tables } = await openBook();
  const synced: boolean[] = [];
  const { book: database } = folder;
  const batch = database.batch.bind(database) as (operations: unknown, options: { sync?: boolean }) => Promise<void>;
  const watched = (operations: unknown, options: { sync?: boolean }): Promise<void> => {
    synced.push(options.sync === true);
    return batch(operations, options);
  };
  Object.assign(database, { batch: watched });
  const book = await OfferBook.open(tables);
  book.see(0, NOW);
  const offer = (nonce: number) => book.add({ nonce, client: CLIENT, known: true, units: 1, until: NOW + 600 });
  await offer(1);
  expect(synced).toEqual([false]);
  const change = new Change(tables);
  change.put(tables.states, keyOf(1, 1), new Uint8Array(1));
  await Promise.all([offer(2), change.commit(), offer(3)]);
  expect(synced).toEqual([false, true]);
  expect((await OfferBook.open(tables)).of(CLIENT)).toBe(3);
});

function rootOf(fragment: Uint8Array): Uint8Array {
  return fragmentRoot(nobleHasher, fragment);
}

/** A manifest of so many segments as there are rows of shards. */
function manifestOf(k: number, size: number, rows: readonly (readonly Uint8Array[])[], content: "bytes" | "manifest") {
  const roots = rows.map((shards) => new Uint8Array(Buffer.concat(shards.map(rootOf))));
  const scheme = { k, n: rows[0]!.length };
  const cipher = content === "bytes" ? "aes-256-gcm" : "none";
  const bytes = encodeManifest({ size, cipher, content, body: { kind: "coded", scheme, roots } });
  return { bytes, digest: objectDigest(objectIdOf(nobleHasher, bytes)) };
}

async function holdingsOf(client: SmallClient, daemon: Daemon, object: Uint8Array) {
  const { holdings } = await client.sync(daemon, { op: "object", object });
  return holdings.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Damages the fragment on the disk, and reads it, so that the provider finds out. */
async function lose(client: SmallClient, daemon: Daemon, fragment: Uint8Array): Promise<void> {
  await rot(daemon.folder.path, fragment);
  const read = client.retrieve(daemon, rootOf(fragment));
  await expect(read).rejects.toMatchObject({ code: "ERR_FRAGMENT_CORRUPT" });
}

test("what is lost is not told as held, also after a restart, and is again once it was stored again", async () => {
  const [identity, path] = [await register(stage.world), await temporaryFolder()];
  let daemon = await stage.daemon({ identity, path });
  const client = await stage.client();
  const allocation = await client.open(daemon, 2, 60);
  // Three segments, of which the provider has shards 0 and 2.
  const rows = [10, 20, 30].map((seed) => [0, 1, 2].map((shard) => fragmentOf(seed + shard, 5_000 + seed)));
  const manifest = manifestOf(1, 2.5 * MAX_SHARD_BYTES, rows, "bytes");
  const held = rows.flatMap((shards) => [shards[0]!, shards[2]!]);
  const object = { id: manifest.digest, manifest: rootOf(manifest.bytes) };
  await client.put(daemon, allocation, [...held, manifest.bytes], object);
  const all = [
    [0, 0, 3],
    [2, 0, 3],
  ];
  expect(await holdingsOf(client, daemon, manifest.digest)).toEqual(all);
  expect((await daemon.provider.status()).fragments).toBe(7);

  await lose(client, daemon, rows[1]![0]!);
  const split = [
    [0, 0, 1],
    [0, 2, 3],
    [2, 0, 3],
  ];
  expect(await holdingsOf(client, daemon, manifest.digest)).toEqual(split);
  await lose(client, daemon, rows[2]![2]!);
  const less = [...split.slice(0, 2), [2, 0, 2]];
  expect(await holdingsOf(client, daemon, manifest.digest)).toEqual(less);
  expect(await daemon.provider.status()).toMatchObject({ fragments: 5, corruptFragments: 2 });
  await daemon.stop();
  daemon = await stage.daemon({ identity, path });
  expect(await holdingsOf(client, daemon, manifest.digest)).toEqual(less);
  expect(await daemon.provider.status()).toMatchObject({ fragments: 5, corruptFragments: 2 });

  // Of an object whose manifest cannot be read nobody knows which fragments are its own.
  await lose(client, daemon, manifest.bytes);
  expect(await holdingsOf(client, daemon, manifest.digest)).toEqual([]);
  for (const fragment of [rows[1]![0]!, rows[2]![2]!]) await client.store(daemon, allocation, fragment);
  expect(await holdingsOf(client, daemon, manifest.digest)).toEqual(all);
  await client.store(daemon, allocation, manifest.bytes);
  expect(await daemon.provider.status()).toMatchObject({ fragments: 7, corruptFragments: 0 });
  expect(await holdingsOf(client, daemon, manifest.digest)).toEqual(all);
});

test("of a manifest in a manifest, and of what the scrub misses, it says the same", async () => {
  const daemon = await stage.daemon({ options: { scrub: { afterMs: 0, everyMs: 50 } } });
  const client = await stage.client();
  const allocation = await client.open(daemon, 2, 60);
  const data = [41, 42].map((seed) => fragmentOf(seed, 700));
  const inner = manifestOf(1, 5_000, [data], "bytes");
  const padded = new Uint8Array(shardBytes(inner.bytes.length, 1));
  padded.set(inner.bytes);
  const outer = manifestOf(1, inner.bytes.length, [[padded, padded]], "manifest");
  const object = { id: outer.digest, manifest: rootOf(outer.bytes) };
  await client.put(daemon, allocation, [...data, padded, outer.bytes], object);
  await daemon.store.remove([rootOf(data[1]!)]);
  await until(async () => (await daemon.provider.status()).corruptFragments === 1, "the scrub to miss it");
  expect((await daemon.provider.status()).fragments).toBe(3);
  expect(await holdingsOf(client, daemon, inner.digest)).toEqual([[0, 0, 1]]);
  expect(await holdingsOf(client, daemon, outer.digest)).toHaveLength(2);
  await lose(client, daemon, padded);
  expect(await holdingsOf(client, daemon, outer.digest)).toEqual([]);
  expect(await holdingsOf(client, daemon, inner.digest)).toEqual([]);
  for (const fragment of [padded, data[1]!]) await client.store(daemon, allocation, fragment);
  expect(await holdingsOf(client, daemon, inner.digest)).toEqual([
    [0, 0, 1],
    [1, 0, 1],
  ]);
});
