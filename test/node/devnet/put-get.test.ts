import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAX_SHARD_BYTES } from "../../../erasure/index.ts";
import { devnet } from "../../../node/devnet/index.ts";
import { MAX_INLINE_BYTES, RECORD_PLAIN_BYTES, parseLink, verifySignedState } from "../../../protocol/index.ts";
import { fingerprint, gathered, randomBytes } from "./bytes.ts";
import type { Client } from "../../../node/client/index.ts";
import type { Devnet } from "../../../node/devnet/index.ts";

const K = 2;
const N = 5;
let net: Devnet;
let client: Client;

beforeAll(async () => {
  net = await devnet({ providers: 7 });
  client = await net.connect();
});

afterAll(async () => {
  await client?.close();
  await net?.stop();
});

const segmentPlain = (K * MAX_SHARD_BYTES * RECORD_PLAIN_BYTES) / 65_536;

describe("put and get on a real network", () => {
  test.each([
    ["nothing", 0],
    ["one byte", 1],
    ["the largest inline object", MAX_INLINE_BYTES],
    ["the smallest coded object", MAX_INLINE_BYTES + 1],
    ["one byte less than a record", RECORD_PLAIN_BYTES - 1],
    ["a whole record", RECORD_PLAIN_BYTES],
    ["one byte more than a record", RECORD_PLAIN_BYTES + 1],
    ["one byte less than a segment", segmentPlain - 1],
    ["a whole segment", segmentPlain],
    ["one byte more than a segment", segmentPlain + 1],
    ["several segments", 3 * segmentPlain + 12_345],
  ])("gives back %s", async (_name, size) => {
    const bytes = randomBytes(size);
    const { link, object, placements } = await client.put(bytes, { k: K, n: N });
    expect(parseLink(link).object).toBe(object);
    expect(new Set(placements.map(({ provider }) => provider)).size).toBe(N);
    expect(fingerprint(await gathered(client.get(link)))).toBe(fingerprint(bytes));
  });

  test("takes a stream of unknown length, in chunks of any size", async () => {
    const bytes = randomBytes(700_001);
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 99_991) yield bytes.subarray(at, at + 99_991);
    }
    const { link, size } = await client.put(pieces(), { k: K, n: N });
    expect(size).toBe(bytes.length);
    expect(fingerprint(await gathered(client.get(link)))).toBe(fingerprint(bytes));
  });

  test("another client reads with the link alone, without a wallet, and finds nothing to read without its key", async () => {
    const bytes = randomBytes(50_000);
    const { link } = await client.put(bytes, { k: K, n: N });
    const { connect } = await import("../../../node/client/index.ts");
    await using reader = await connect({ network: net.networkFile });
    expect(fingerprint(await gathered(reader.get(link)))).toBe(fingerprint(bytes));
    await expect(gathered(reader.get(link.split("#")[0] as string))).rejects.toMatchObject({ code: "ERR_LINK_NO_KEY" });
    await expect(reader.put(bytes)).rejects.toMatchObject({ code: "ERR_WALLET_INVALID" });
  });

  test.each([
    ["the first byte", 0, 1],
    ["the last byte", 4_999_999, 1],
    ["nothing", 100, 0],
    ["across a record boundary", RECORD_PLAIN_BYTES - 10, 20],
    ["across a shard boundary", MAX_SHARD_BYTES - 1000, 2000],
    ["across a segment boundary", segmentPlain - 70_000, 140_000],
  ])("a range read gives %s", async (_name, offset, length) => {
    const { bytes, link } = await fiveMegabytes();
    expect(fingerprint(await gathered(client.get(link, { offset, length })))).toBe(
      fingerprint(bytes.subarray(offset, offset + length)),
    );
  });

  test("a range that is not in the object is refused", async () => {
    const { link } = await fiveMegabytes();
    for (const range of [{ offset: 5_000_000, length: 1 }, { offset: -1 }, { offset: 1.5 }, { offset: 5_000_001 }]) {
      await expect(gathered(client.get(link, range))).rejects.toMatchObject({ code: "ERR_RANGE_INVALID" });
    }
  });

  test("receipts verify offline: both have signed, and the leaves cover the object", async () => {
    const { receipts, placements } = await client.put(randomBytes(300_000), { k: K, n: N });
    expect(receipts).toHaveLength(N);
    for (const [i, signed] of receipts.entries()) {
      const record = await net.treasury.provider((placements[i] as { provider: `0x${string}` }).provider);
      expect(() =>
        verifySignedState(net.treasury.domain, signed, net.wallet.signer.address, record?.nodeKey ?? "0x"),
      ).not.toThrow();
      expect(signed.state.leaves).toBeGreaterThanOrEqual(Math.ceil(300_000 / K / 256));
    }
  });

  test("a put sends no transaction once capacity is open", async () => {
    await client.put(randomBytes(10_000), { k: K, n: N });
    const before = await client.status();
    await client.put(randomBytes(10_000), { k: K, n: N });
    const after = await client.status();
    expect([after.balance?.wallet, after.balance?.gas, after.allocations.length]).toEqual([
      before.balance?.wallet,
      before.balance?.gas,
      before.allocations.length,
    ]);
  });

  test("two clients of one wallet put at once, and both objects come back", async () => {
    await using other = await net.connect();
    const [a, b] = [randomBytes(400_000), randomBytes(500_000)];
    const [first, second] = await Promise.all([client.put(a, { k: K, n: N }), other.put(b, { k: K, n: N })]);
    expect(fingerprint(await gathered(other.get(first.link)))).toBe(fingerprint(a));
    expect(fingerprint(await gathered(client.get(second.link)))).toBe(fingerprint(b));
  });

  test("stat tells size, coding and how many fragments are there", async () => {
    const { link } = await fiveMegabytes();
    const stat = await client.stat(link);
    expect(stat).toMatchObject({ size: 5_000_000, scheme: { k: K, n: N }, segments: 3, fragments: N });
    expect(stat.holders.flatMap(({ shards }) => shards).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
  });

  test("a removed object gives its space back, cannot be read any more, and leaves the others alone", async () => {
    const keep = await client.put(randomBytes(200_000), { k: K, n: N });
    const gone = await client.put(randomBytes(200_000), { k: K, n: N });
    const { removed, failed } = await client.remove(gone.link);
    expect(failed).toEqual([]);
    expect(new Set(removed.map(({ provider }) => provider)).size).toBe(N);
    await expect(gathered(client.get(gone.link))).rejects.toMatchObject({ code: "ERR_OBJECT_NOT_FOUND" });
    expect((await gathered(client.get(keep.link))).byteLength).toBe(200_000);
  });

  test("progress counts up to the whole and never runs ahead of what is durable", async () => {
    const seen: { read: number; stored: number; signed: number }[] = [];
    await client.put(randomBytes(3 * segmentPlain), { k: K, n: N, onProgress: (progress) => seen.push(progress) });
    expect(seen.every(({ read, stored, signed }) => read >= stored && stored >= signed)).toBe(true);
    expect(seen.at(-1)).toEqual({ read: 3 * segmentPlain, stored: 3 * segmentPlain, signed: 3 * segmentPlain });
  });
});

let five: Promise<{ bytes: Uint8Array; link: string }> | undefined;
function fiveMegabytes(): Promise<{ bytes: Uint8Array; link: string }> {
  const bytes = randomBytes(5_000_000);
  five ??= client.put(bytes, { k: K, n: N }).then(({ link }) => ({ bytes, link }));
  return five;
}
