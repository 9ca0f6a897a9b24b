import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "../../../node/client/index.ts";
import { devnet } from "../../../node/devnet/index.ts";
import { sleep } from "../../../node/wait.ts";
import { objectId, formatLink, parseLink } from "../../../protocol/index.ts";
import { fingerprint, gathered, randomBytes } from "./bytes.ts";
import type { Client } from "../../../node/client/index.ts";
import type { Devnet } from "../../../node/devnet/index.ts";

const CODING = { k: 2, n: 5 };
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

async function* endless(chunk = randomBytes(100_000)): AsyncGenerator<Uint8Array> {
  for (;;) yield chunk;
}

describe("a put that cannot be done", () => {
  test("more fragments than providers: says how many are needed and how many there are", async () => {
    const put = client.put(randomBytes(10_000), { k: 2, n: 8 });
    await expect(put).rejects.toMatchObject({ code: "ERR_TOO_FEW_PROVIDERS", facts: { need: 8, have: 7 } });
  });

  test("a wallet without tokens: says what is needed and what is there", async () => {
    await using poor = await net.connect({ privateKey: await net.funded(0n) });
    await expect(poor.put(randomBytes(10_000), CODING)).rejects.toMatchObject({
      code: "ERR_NOT_ENOUGH_TOKENS",
      facts: { have: 0n },
    });
  });

  test("an impossible coding", async () => {
    for (const wrong of [
      { k: 0, n: 3 },
      { k: 3, n: 3 },
      { k: 4, n: 300 },
      { k: 1.5, n: 3 },
    ]) {
      await expect(client.put(randomBytes(10), wrong)).rejects.toMatchObject({ code: "ERR_CONFIG_INVALID" });
    }
  });

  test("a source that fails in the middle is named as the cause, and nothing is left waiting", async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield randomBytes(3_000_000);
      throw new Error("the tape broke");
    }
    await expect(client.put(failing(), CODING)).rejects.toMatchObject({
      code: "ERR_SOURCE_FAILED",
      cause: { message: "the tape broke" },
    });
  });

  test("a put of a source that gives nothing ends when it is stopped", async () => {
    const stop = new AbortController();
    const silent = new ReadableStream<Uint8Array>();
    const put = client.put(silent, { ...CODING, signal: stop.signal });
    setTimeout(() => stop.abort(), 100);
    await expect(put).rejects.toMatchObject({ code: "ERR_ABORTED" });
  });

  test("a put that fails before it has read its source closes it", async () => {
    let closed = false;
    async function* opened(): AsyncGenerator<Uint8Array> {
      try {
        yield* endless();
      } finally {
        closed = true;
      }
    }
    await expect(client.put(opened(), { k: 2, n: 8 })).rejects.toMatchObject({ code: "ERR_TOO_FEW_PROVIDERS" });
    expect(closed).toBe(true);
  });

  test("a size that is none", async () => {
    for (const size of [-1, 1.5, Number.NaN, Infinity])
      await expect(client.put(endless(), { ...CODING, size })).rejects.toMatchObject({ code: "ERR_CONFIG_INVALID" });
  });

  test("a put that is stopped ends soon with ERR_ABORTED", async () => {
    const stop = new AbortController();
    const put = client.put(endless(), { ...CODING, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(put).rejects.toMatchObject({ code: "ERR_ABORTED" });
  });
});

describe("a get that cannot be done", () => {
  test("an object that nobody holds", async () => {
    const link = formatLink({ object: objectId(randomBytes(32)), key: randomBytes(32) });
    await expect(gathered(client.get(link))).rejects.toMatchObject({ code: "ERR_OBJECT_NOT_FOUND" });
  });

  test("the right object with another key", async () => {
    for (const size of [100, 100_000]) {
      const { link } = await client.put(randomBytes(size), CODING);
      const foreign = formatLink({ object: parseLink(link).object, key: randomBytes(32) });
      await expect(gathered(client.get(foreign))).rejects.toMatchObject({ code: "ERR_WRONG_KEY" });
    }
  });

  test("a link that is cut off, of another system, or empty", async () => {
    const { link } = await client.put(randomBytes(10), CODING);
    for (const wrong of [
      link.slice(0, -1),
      link.slice(0, 40),
      "ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi",
      "",
    ]) {
      expect(() => client.get(wrong)).toThrow(expect.objectContaining({ code: "ERR_LINK_INVALID" }));
    }
  });
});

describe("a chain that is not there", () => {
  test("an RPC that does not answer, and one of another chain", async () => {
    await expect(connect({ network: { ...net.network, rpcUrl: "http://127.0.0.1:9" } })).rejects.toMatchObject({
      code: "ERR_RPC_DOWN",
    });
    await expect(connect({ network: { ...net.network, chainId: 1 } })).rejects.toMatchObject({
      code: "ERR_WRONG_CHAIN",
    });
    await expect(connect({ network: { ...net.network, market: net.wallet.signer.address } })).rejects.toMatchObject({
      code: "ERR_NOT_DEPLOYED",
    });
  });

  test("a network file that does not exist, or is something else", async () => {
    await expect(connect({ network: `${net.folder}/nothing.json` })).rejects.toMatchObject({
      code: "ERR_CONFIG_INVALID",
    });
    await expect(connect({ network: net.walletFile })).rejects.toMatchObject({ code: "ERR_CONFIG_INVALID" });
  });
});

describe("slow readers", () => {
  test("a reader that stops in the middle makes nobody fetch ahead without bound, and still gets every byte", async () => {
    const bytes = randomBytes(24 * 2 ** 20);
    const { link } = await client.put(bytes, CODING);
    const reader = client.get(link)[Symbol.asyncIterator]();
    const parts = [(await reader.next()).value as Uint8Array];
    const before = process.memoryUsage().arrayBuffers;
    await sleep(1000);
    // The least of some looks: what is only waiting to be collected does not count.
    let more = Infinity;
    for (let look = 0; look < 5; look++) {
      more = Math.min(more, process.memoryUsage().arrayBuffers - before);
      await sleep(100);
    }
    expect(more).toBeLessThan(12 * 2 ** 20);
    for (let next = await reader.next(); next.done !== true; next = await reader.next()) parts.push(next.value);
    expect(fingerprint(Buffer.concat(parts))).toBe(fingerprint(bytes));
  });

  test("a reader that leaves early ends what was fetched ahead", async () => {
    const { link } = await client.put(randomBytes(10_000_000), CODING);
    for await (const _ of client.get(link)) break;
    expect((await client.stat(link)).fragments).toBe(CODING.n);
  });
});

describe("providers that go away", () => {
  test("one that dies in the middle of a put is replaced, and the object is whole", async () => {
    const bytes = randomBytes(12 * 2 ** 20);
    let killed: number | undefined;
    async function* source(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 2 ** 20) {
        if (at === 4 * 2 ** 20) await net.kill((killed = 0));
        yield bytes.subarray(at, at + 2 ** 20);
      }
    }
    // All five of the seven that are left besides the killed one and one spare hold a fragment, so provider 0 may or may not be among them.
    const { link, placements } = await client.put(source(), { k: 2, n: 6, size: bytes.length });
    expect(killed).toBe(0);
    expect(placements.map(({ provider }) => provider)).not.toContain(net.providers[0]?.owner);
    expect((await client.stat(link)).fragments).toBe(6); // of every segment, those from before it died among them
    expect(fingerprint(await gathered(client.get(link)))).toBe(fingerprint(bytes));
    await net.restart(0);
  });

  test("k providers are enough to read; with fewer it says of which segment how many are missing", async () => {
    const bytes = randomBytes(3_000_000);
    const { link, placements } = await client.put(bytes, CODING);
    const holders = placements.map(({ provider }) => net.providers.findIndex(({ owner }) => owner === provider));
    for (const index of holders.slice(0, 3)) await net.kill(index);
    expect(fingerprint(await gathered(client.get(link)))).toBe(fingerprint(bytes));
    await net.kill(holders[3] as number);
    await expect(gathered(client.get(link))).rejects.toMatchObject({
      code: "ERR_TOO_FEW_FRAGMENTS",
      facts: { segment: 0, have: 1, need: 2, missing: 1 },
    });
    for (const index of holders.slice(0, 4)) await net.restart(index);
    expect(fingerprint(await gathered(client.get(link)))).toBe(fingerprint(bytes));
  });
});
