import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { NETWORK } from "../../../node/limits/index.ts";
import { Bandwidth } from "../../../node/network/bandwidth.ts";
import { ask } from "../../../node/network/index.ts";
import { cairnError, decode } from "../../../protocol/index.ts";
import { drain, eventually, soon, startNode, startPair } from "./nodes.ts";
import type { Verb } from "../../../protocol/index.ts";
import type { Channel, Network, PeerAddress } from "../../../node/network/index.ts";

const GO = Uint8Array.of(1);

async function request(client: Network, to: PeerAddress, verb: Verb = "sync"): Promise<unknown> {
  const channel = await client.open(to, verb, soon());
  const answer = await ask(channel, { message: GO, maxAnswerBytes: 1024 }).finally(() => channel.finish());
  return decode(answer, 1024);
}

const BUSY = { ok: false, code: "ERR_PEER_BUSY" };
const DONE = new Uint8Array([0xa1, 0x62, 0x6f, 0x6b, 0xf5]); // { ok: true }

function holdingBack(): { handler: (channel: Channel) => Promise<void>; release: () => void } {
  const released = Promise.withResolvers<void>();
  const handler = async (channel: Channel): Promise<void> => {
    await channel.readMessage(16);
    await released.promise;
    await channel.writeMessage(DONE);
  };
  return { handler, release: () => released.resolve() };
}

describe("a refusal", () => {
  it("carries the code of the CairnError that a handler throws", async () => {
    const { server, client, to } = await startPair();
    await server.serve("sync", async () => {
      throw cairnError("ERR_FRAGMENT_NOT_FOUND");
    });
    expect(await request(client, to)).toEqual({ ok: false, code: "ERR_FRAGMENT_NOT_FOUND" });
  });

  it("for any other error says ERR_INTERNAL and nothing of its text, which our own log gets", async () => {
    const logged: object[] = [];
    const log = { debug() {}, warn() {}, error: (facts: object) => void logged.push(facts) };
    const { server, client, to } = await startPair({ log });
    await server.serve("sync", async () => {
      throw new Error("/home/me/key");
    });
    expect(await request(client, to)).toEqual({ ok: false, code: "ERR_INTERNAL" });
    expect(logged).toMatchObject([{ verb: "sync", peer: client.peer, err: { message: "/home/me/key" } }]);
  });

  it("is not sent after an answer has begun: the stream is cut instead", async () => {
    const { server, client, to } = await startPair();
    await server.serve("sync", async (channel) => {
      await channel.readMessage(16);
      await channel.write(new Uint8Array(100));
      throw cairnError("ERR_DISK_FAILED");
    });
    const channel = await client.open(to, "sync", soon());
    await channel.writeMessage(GO);
    const facts = { expected: 200, received: 100 };
    await expect(drain(channel, 200)).rejects.toMatchObject({ code: "ERR_BODY_TRUNCATED", facts });
    await eventually(() => server.status.streams === 0 && client.status.streams === 0);
  });
});

describe("requests beyond the bounds", () => {
  it("are refused with ERR_PEER_BUSY per peer and in total, and served again when there is room", async () => {
    const { server, client, to } = await startPair({ limits: { questionsPerPeer: 4, questions: 6 } });
    const other = await startNode({ listen: [], dhtServer: false });
    const { handler, release } = holdingBack();
    await server.serve("sync", handler);

    const mine = Array.from({ length: 10 }, () => request(client, to));
    await eventually(() => server.status.serving === 4);
    const theirs = Array.from({ length: 5 }, () => request(other, to));
    await eventually(() => server.status.serving === 6);
    expect(await Promise.all([Promise.any(mine), Promise.any(theirs)])).toEqual([BUSY, BUSY]);
    await delay(100);
    release();

    const answers = await Promise.all(mine);
    expect(answers.filter((answer) => JSON.stringify(answer) === JSON.stringify(BUSY))).toHaveLength(6);
    expect(
      (await Promise.all(theirs)).filter((answer) => JSON.stringify(answer) === JSON.stringify(BUSY)),
    ).toHaveLength(3);
    await eventually(() => server.status.serving === 0 && server.status.streams === 0);
    expect(await request(client, to)).toEqual({ ok: true });
  });

  it("are reset without a word when even the refusals are too many", async () => {
    const { server, client, to } = await startPair({ limits: { questions: 0, refusals: 0 } });
    await server.serve("sync", async () => {});
    await expect(request(client, to)).rejects.toMatchObject({ code: "ERR_PEER_UNREACHABLE" });
    await eventually(() => server.status.streams === 0);
  });

  it("in length of time are cut, however busily bytes trickle", async () => {
    const { server, client, to } = await startPair({ limits: { requestMs: 300 } });
    const failed = Promise.withResolvers<unknown>();
    await server.serve("store", async (channel) => {
      await drain(channel, 1000).catch(failed.resolve);
    });
    const channel = await client.open(to, "store", soon());
    const trickle = async (): Promise<void> => {
      for (;;) {
        await channel.write(GO);
        await delay(20);
      }
    };
    await expect(trickle()).rejects.toMatchObject({ code: "ERR_PEER_UNREACHABLE" });
    expect(await failed.promise).toMatchObject({ code: "ERR_PEER_STALLED", facts: { totalMs: 300 } });
    expect(server.status.serving).toBe(0);
  });

  it("are not held by streams on which nothing is asked", async () => {
    const { server, client, to } = await startPair({ limits: { questions: 1, idleMs: 200 } });
    await server.serve("sync", async (channel) => {
      await channel.readMessage(16);
      await channel.writeMessage(DONE);
    });
    for (let i = 0; i < 20; i++) await client.open(to, "sync", soon());
    expect(await request(client, to)).toEqual({ ok: true });
    await eventually(() => server.status.streams === 0); // by the idle deadline
  });
});

it("a handler that leaves the body unread does not leave the stream open", async () => {
  const { server, client, to } = await startPair();
  await server.serve("sync", async (channel) => {
    await channel.writeMessage(DONE);
  });
  for (let i = 0; i < 5; i++) {
    const channel = await client.open(to, "sync", soon());
    await ask(channel, { message: GO, body: new Uint8Array(3_000_000), maxAnswerBytes: 16 });
    await channel.finish();
  }
  await eventually(() => server.status.streams === 0 && client.status.streams === 0);
});

describe("a limit of bytes per second", () => {
  const KIB = 1024;
  const BODY = new Uint8Array(192 * KIB);
  /** What is saved up at the start, and the last piece, each an eighth of a second's. */
  const AHEAD = 2 * 64 * KIB;

  it("holds transfers back, not the answers to questions, and no deadline blames the peer for it", async () => {
    // The four take a minute: whoever answers questions after them is noticed, however busy the machine is.
    const limits = { uploadBytesPerSecond: 16 * KIB, requestMs: 400, slowMs: 50, transferMs: 3_600_000 };
    const { server, client, to } = await startPair({ limits });
    await server.serve("retrieve", async (channel) => {
      await channel.readMessage(16);
      await channel.write(BODY);
    });
    await server.serve("sync", async (channel) => {
      await channel.readMessage(16);
      await channel.writeMessage(DONE);
    });
    const started = performance.now();
    const enough = new AbortController();
    let received = 0;
    let over = 0;
    const transfers = Array.from({ length: 4 }, async () => {
      const channel = await client.open(to, "retrieve", { signal: enough.signal });
      await channel.writeMessage(GO);
      await channel.end();
      for await (const part of channel.readBody(BODY.length)) received += part.byteLength;
    }).map((transfer) => transfer.catch(() => {}).finally(() => over++));
    await eventually(() => server.status.serving === 4);
    for (let i = 0; i < 5; i++) expect(await request(client, to)).toEqual({ ok: true });
    await eventually(() => performance.now() - started > 3 * limits.requestMs);
    expect([over, server.status.serving]).toEqual([0, 4]);
    const seconds = (performance.now() - started) / 1000;
    expect(received).toBeLessThanOrEqual(seconds * 16 * KIB + AHEAD);
    enough.abort();
    await Promise.all(transfers);
  });

  it("holds bodies back that come in, and they arrive whole", async () => {
    const { server, client, to } = await startPair({ limits: { downloadBytesPerSecond: 512 * KIB } });
    await server.serve("store", async (channel) => {
      await channel.readMessage(16);
      await drain(channel, BODY.length);
      await channel.writeMessage(DONE);
    });
    const started = performance.now();
    await Promise.all(
      Array.from({ length: 2 }, async () => {
        const channel = await client.open(to, "store", soon(30_000));
        expect(await ask(channel, { message: GO, body: BODY, maxAnswerBytes: 16 })).toEqual(DONE);
        await channel.finish();
      }),
    );
    const seconds = (performance.now() - started) / 1000;
    expect(2 * BODY.length).toBeLessThanOrEqual(seconds * 512 * KIB + AHEAD);
  });

  it("lets no more transfers begin than it moves in the time that clients give, and half of them for one peer", () => {
    const slow = new Bandwidth({ ...NETWORK, uploadBytesPerSecond: 200_000, downloadBytesPerSecond: 10_000_000 });
    expect(slow.placesOf({ ...NETWORK, uploadBytesPerSecond: 200_000 })).toMatchObject({
      places: 11,
      placesPerPeer: 6,
    });
    expect(slow.placesOf({ ...NETWORK, uploadBytesPerSecond: 100 })).toMatchObject({ places: 1, placesPerPeer: 1 });
    expect(slow.placesOf(NETWORK)).toMatchObject({ places: 128, placesPerPeer: 64 });
  });
});

it("transfers and questions have places of their own, and each peer its part", async () => {
  const { server, client, to } = await startPair({ limits: { transfers: 3, transfersPerPeer: 2 } });
  const { handler, release } = holdingBack();
  await server.serve("retrieve", handler);
  await server.serve("sync", async (channel) => {
    await channel.readMessage(16);
    await channel.writeMessage(DONE);
  });
  const held = Array.from({ length: 2 }, () => request(client, to, "retrieve"));
  await eventually(() => server.status.serving === 2);
  expect(await request(client, to, "retrieve")).toEqual(BUSY);
  expect(await request(client, to)).toEqual({ ok: true });
  const other = await startNode({ listen: [], dhtServer: false });
  const theirs = request(other, to, "retrieve");
  await eventually(() => server.status.serving === 3);
  release();
  expect(await Promise.all([...held, theirs])).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
});

it("a request whose answer is out holds no place, although its peer does not end its side", async () => {
  const { server, client, to } = await startPair({ limits: { questions: 1, closeMs: 20_000 } });
  await server.serve("sync", async () => {
    throw cairnError("ERR_FRAGMENT_NOT_FOUND");
  });
  for (let i = 0; i < 3; i++) {
    const channel = await client.open(to, "sync", soon());
    await channel.writeMessage(GO);
    expect(decode(await channel.readMessage(1024), 1024)).toEqual({ ok: false, code: "ERR_FRAGMENT_NOT_FOUND" });
  }
  expect(server.status.serving).toBe(0);
});

it("a message that ends before its length is answered as none", async () => {
  const { server, client, to } = await startPair();
  await server.serve("sync", async (channel) => void (await channel.readMessage(100)));
  const channel = await client.open(to, "sync", soon());
  await channel.write(Uint8Array.of(50, 1, 2, 3));
  await channel.end();
  expect(decode(await channel.readMessage(1024), 1024)).toEqual({ ok: false, code: "ERR_MESSAGE_INVALID" });
});
