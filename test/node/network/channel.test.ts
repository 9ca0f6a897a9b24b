import { createHash, randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask } from "../../../node/network/index.ts";
import { framed } from "../../../node/network/channel.ts";
import { drain, eventually, pour, settled, soon, startPair } from "./nodes.ts";

const MIB = 2 ** 20;
const GO = Uint8Array.of(1);

describe("a body", () => {
  it("of 64 MiB arrives whole at a slow reader, and the sender waits for it with a bounded amount under way", async () => {
    const { server, client, to } = await startPair();
    const piece = randomBytes(MIB);
    let sent = 0;
    let mostUnsent = 0;
    await server.serve("retrieve", async (channel) => {
      await channel.readMessage(16);
      await pour(channel, 64, piece, (bytes) => {
        sent += bytes;
        mostUnsent = Math.max(mostUnsent, channel.unsent);
      });
    });
    const channel = await client.open(to, "retrieve", soon());
    await channel.writeMessage(GO);
    await channel.arrived();

    // Nothing is read: the sender must come to rest. 2 MiB window, 1 MiB read ahead, sockets.
    const restedAt = await settled(() => sent);
    expect(restedAt).toBeGreaterThan(0);
    expect(restedAt).toBeLessThanOrEqual(12 * MIB);

    const hash = createHash("sha256");
    let mostBuffered = 0;
    let read = 0;
    for await (const part of channel.readBody(64 * MIB)) {
      hash.update(part);
      mostBuffered = Math.max(mostBuffered, channel.buffered);
      read += part.byteLength;
      if (read < 16 * MIB) await delay(1);
      expect(sent - read).toBeLessThanOrEqual(12 * MIB);
    }
    await channel.finish();

    const whole = createHash("sha256");
    for (let i = 0; i < 64; i++) whole.update(piece);
    expect(hash.digest("hex")).toBe(whole.digest("hex"));
    expect(mostUnsent).toBeLessThanOrEqual(MIB);
    expect(mostBuffered).toBeLessThanOrEqual(6 * MIB);
    await eventually(() => client.status.streams === 0 && server.status.streams === 0);
  });

  it("arrives whole from a slow writer", async () => {
    const { server, client, to } = await startPair({ limits: { idleMs: 300 } });
    const body = randomBytes(200_000);
    await server.serve("retrieve", async (channel) => {
      await channel.readMessage(16);
      for (let at = 0; at < body.byteLength; at += 10_000) {
        await channel.write(body.subarray(at, at + 10_000));
        await delay(25); // together longer than the idle deadline, each less
      }
    });
    const channel = await client.open(to, "retrieve", soon());
    await channel.writeMessage(GO);
    await channel.end();
    const parts: Uint8Array[] = [];
    for await (const part of channel.readBody(body.byteLength)) parts.push(part.slice());
    expect(Buffer.concat(parts).equals(body)).toBe(true);
    await channel.finish();
  });

  it("that ends early is ERR_BODY_TRUNCATED, with what came and what should have", async () => {
    const { server, client, to } = await startPair();
    await server.serve("retrieve", async (channel) => {
      await channel.write(new Uint8Array(1000));
    });
    const channel = await client.open(to, "retrieve", soon());
    await channel.write(GO);
    const facts = { expected: 2000, received: 1000, peer: server.peer };
    await expect(drain(channel, 2000)).rejects.toMatchObject({ code: "ERR_BODY_TRUNCATED", facts });
    await channel.finish();
  });

  it("that is cut by the peer is ERR_BODY_TRUNCATED after all that came was read", async () => {
    const { server, client, to } = await startPair();
    await server.serve("retrieve", async (channel) => {
      await channel.write(new Uint8Array(1000));
      channel.abort();
    });
    const channel = await client.open(to, "retrieve", soon());
    await channel.write(GO);
    const facts = { expected: 2000, received: 1000 };
    await expect(drain(channel, 2000)).rejects.toMatchObject({ code: "ERR_BODY_TRUNCATED", facts });
  });

  it("followed by more than was stated is not waited for: the stream is cut", async () => {
    const { server, client, to } = await startPair();
    let failed: unknown;
    await server.serve("retrieve", async (channel) => {
      await pour(channel, 64, new Uint8Array(MIB), () => {}).catch((error: unknown) => (failed = error));
    });
    const channel = await client.open(to, "retrieve", soon());
    await channel.write(GO);
    expect(await drain(channel, 1000)).toBe(1000);
    await channel.finish();
    await eventually(() => failed !== undefined);
    expect(failed).toMatchObject({ code: "ERR_PEER_UNREACHABLE" });
  });
});

describe("a message", () => {
  it("above the reader's limit is ERR_MESSAGE_TOO_LONG before its bytes are waited for", async () => {
    const { server, client, to } = await startPair();
    await server.serve("sync", async (channel) => {
      await channel.write(framed(new Uint8Array(2000)).subarray(0, 2)); // only its length
      await channel.arrived();
    });
    const channel = await client.open(to, "sync", soon());
    await channel.write(GO);
    const facts = { bytes: 2000, maxBytes: 1000 };
    await expect(channel.readMessage(1000)).rejects.toMatchObject({ code: "ERR_MESSAGE_TOO_LONG", facts });
    await channel.finish();
  });

  it.each([
    ["an endless length", Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff)],
    ["a length that is not in its shortest form", Uint8Array.of(0x85, 0x00)],
  ])("with %s is ERR_MESSAGE_INVALID", async (_, garbage) => {
    const { server, client, to } = await startPair();
    await server.serve("sync", async (channel) => {
      await channel.write(garbage);
      await channel.arrived();
    });
    const channel = await client.open(to, "sync", soon());
    await channel.write(GO);
    await expect(channel.readMessage(1000)).rejects.toMatchObject({ code: "ERR_MESSAGE_INVALID" });
    await channel.finish();
  });

  it("that ends in the middle is ERR_PEER_UNREACHABLE", async () => {
    const { server, client, to } = await startPair();
    await server.serve("sync", async (channel) => {
      await channel.write(framed(new Uint8Array(2000)).subarray(0, 100));
    });
    const channel = await client.open(to, "sync", soon());
    await channel.write(GO);
    await expect(channel.readMessage(4000)).rejects.toMatchObject({ code: "ERR_PEER_UNREACHABLE" });
    await channel.finish();
  });

  it("is read whatever pieces it comes in", async () => {
    const { server, client, to } = await startPair();
    const cuts: number[] = [];
    await server.serve("sync", async (channel) => {
      for (let i = 0; i < 3; i++) {
        const message = await channel.readMessage(70_000);
        await channel.writeMessage(message);
      }
    });
    const sizes = fc.array(fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 70_000 })), {
      minLength: 3,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: 500 }), async (lengths, pieces) => {
        const messages = lengths.map((length) => randomBytes(length));
        const channel = await client.open(to, "sync", soon());
        const wire = Buffer.concat(messages.map((message) => framed(message)));
        const cut = Math.ceil(wire.byteLength / pieces);
        for (let at = 0; at < wire.byteLength; at += cut) await channel.write(wire.subarray(at, at + cut));
        await channel.end();
        for (const message of messages) expect(message.equals(await channel.readMessage(70_000))).toBe(true);
        await channel.finish();
        cuts.push(cut);
      }),
      { numRuns: 20 },
    );
    expect(cuts.length).toBeGreaterThanOrEqual(20);
  });
});

describe("an early answer", () => {
  it("is read although the server takes nothing of the body and cuts the stream", async () => {
    const { server, client, to } = await startPair();
    await server.serve("store", async (channel) => {
      await channel.readMessage(16);
      await channel.writeMessage(Uint8Array.of(42));
    });
    const channel = await client.open(to, "store", soon());
    let pieces = 0;
    const body = (function* () {
      for (; pieces < 256; pieces++) yield new Uint8Array(MIB);
    })();
    expect(await ask(channel, { message: GO, body, maxAnswerBytes: 16 })).toEqual(Uint8Array.of(42));
    await channel.finish();
    expect(pieces).toBeLessThan(64);
    await eventually(() => client.status.streams === 0 && server.status.streams === 0);
  });

  it("is read although the server keeps the stream open and reads no further", async () => {
    const { server, client, to } = await startPair({ limits: { closeMs: 50 } });
    const done = Promise.withResolvers<void>();
    await server.serve("store", async (channel, { signal }) => {
      await channel.readMessage(16);
      await channel.writeMessage(Uint8Array.of(43));
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      done.resolve();
    });
    const channel = await client.open(to, "store", soon());
    const body = new Uint8Array(64 * MIB);
    expect(await ask(channel, { message: GO, body, maxAnswerBytes: 16 })).toEqual(Uint8Array.of(43));
    await channel.finish();
    await done.promise;
  });

  it("that came before a write failed can be read after it", async () => {
    const { server, client, to } = await startPair();
    await server.serve("store", async (channel) => {
      await channel.writeMessage(Uint8Array.of(44));
      channel.abort();
    });
    const channel = await client.open(to, "store", soon());
    await channel.write(GO);
    await expect(pour(channel, 64, new Uint8Array(MIB), () => {})).rejects.toMatchObject({
      code: "ERR_PEER_UNREACHABLE",
    });
    expect(await channel.readMessage(16)).toEqual(Uint8Array.of(44));
  });

  it("is not invented: without one, the broken write is what is thrown", async () => {
    const { server, client, to } = await startPair();
    await server.serve("store", async (channel) => {
      await channel.readMessage(16);
      channel.abort();
    });
    const channel = await client.open(to, "store", soon());
    const asking = ask(channel, { message: GO, body: new Uint8Array(64 * MIB), maxAnswerBytes: 16 });
    await expect(asking).rejects.toMatchObject({ code: "ERR_PEER_UNREACHABLE" });
  });
});

describe("waiting", () => {
  it("for a peer that answers nothing ends with ERR_PEER_STALLED", async () => {
    const { server, client, to } = await startPair();
    const ended = Promise.withResolvers<void>();
    await server.serve("sync", async (_, { signal }) => {
      signal.addEventListener("abort", () => ended.resolve());
      await ended.promise;
    });
    const channel = await client.open(to, "sync", { ...soon(), idleMs: 200 });
    const asking = ask(channel, { message: GO, maxAnswerBytes: 16 });
    await expect(asking).rejects.toMatchObject({ code: "ERR_PEER_STALLED", facts: { peer: server.peer, idleMs: 200 } });
    await ended.promise;
  });

  it("for a peer that reads nothing ends with ERR_PEER_STALLED", async () => {
    const { server, client, to } = await startPair();
    await server.serve(
      "store",
      (_, { signal }) => new Promise((resolve) => signal.addEventListener("abort", () => resolve())),
    );
    const channel = await client.open(to, "store", { ...soon(), idleMs: 200 });
    const pouring = pour(channel, 64, new Uint8Array(MIB), () => {});
    await expect(pouring).rejects.toMatchObject({ code: "ERR_PEER_STALLED" });
    await eventually(() => server.status.serving === 0);
  });

  it("does not count the time that our own event loop was blocked", async () => {
    const { server, client, to } = await startPair();
    await server.serve("sync", async (channel) => {
      await channel.readMessage(16);
      await delay(100);
      await channel.writeMessage(GO);
    });
    const channel = await client.open(to, "sync", { ...soon(), idleMs: 400 });
    const asking = ask(channel, { message: GO, maxAnswerBytes: 16 });
    await delay(50);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1200);
    expect(await asking).toEqual(GO);
    await channel.finish();
  });

  it("ends at once with ERR_ABORTED when the caller's signal aborts, and the peer's handler is told", async () => {
    const { server, client, to } = await startPair();
    const told = Promise.withResolvers<void>();
    await server.serve("store", async (channel, { signal }) => {
      signal.addEventListener("abort", () => told.resolve());
      await drain(channel, 64 * MIB);
    });
    const caller = new AbortController();
    const channel = await client.open(to, "store", { signal: caller.signal });
    const reading = channel.readMessage(16);
    await channel.write(new Uint8Array(1000));
    caller.abort();
    await expect(reading).rejects.toMatchObject({ code: "ERR_ABORTED" });
    await expect(channel.write(GO)).rejects.toMatchObject({ code: "ERR_ABORTED" });
    await told.promise;
    await eventually(() => server.status.serving === 0 && server.status.streams === 0);
  });
});

it("100 requests go over one connection at once, each with its own answer", async () => {
  const { server, client, to } = await startPair();
  await server.serve("store", async (channel) => {
    const [id = 0] = await channel.readMessage(16);
    const hash = createHash("sha256");
    for await (const part of channel.readBody(100_000)) hash.update(part);
    await channel.writeMessage(Uint8Array.of(id, ...hash.digest()));
  });
  const answers = await Promise.all(
    Array.from({ length: 100 }, async (_, id) => {
      const channel = await client.open(to, "store", soon());
      const body = new Uint8Array(100_000).fill(id);
      const answer = await ask(channel, { message: Uint8Array.of(id), body, maxAnswerBytes: 64 });
      await channel.finish();
      return Buffer.from(answer).equals(Buffer.from([id, ...createHash("sha256").update(body).digest()]));
    }),
  );
  expect(answers).toEqual(Array.from({ length: 100 }, () => true));
  expect(client.status.connections).toBe(1);
  await eventually(() => client.status.streams === 0 && server.status.streams === 0);
});
