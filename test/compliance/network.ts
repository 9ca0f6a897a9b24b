// What every implementation of the network seam has to do. Call it in a test file with a way to start one.

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../../node/network/index.ts";
import { decode } from "../../protocol/index.ts";
import type { Network, PeerAddress } from "../../node/network/index.ts";

/** Starts a node that keeps records for others, and knows `bootstrap`. */
export type StartNetwork = (bootstrap: readonly string[]) => Promise<Network>;

const GO = Uint8Array.of(1);
const MIB = 2 ** 20;

export function networkCompliance(name: string, start: StartNetwork): void {
  describe(`${name} is a network:`, () => {
    let a: Network;
    let b: Network;
    let toA: PeerAddress;

    beforeEach(async () => {
      a = await start([]);
      b = await start(a.addresses);
      toA = { peer: a.peer, addresses: a.addresses };
    });

    afterEach(async () => {
      await b.stop();
      await a.stop();
    });

    it("each node has its own peer id and addresses that end in it", () => {
      expect(a.peer).not.toBe(b.peer);
      expect(a.addresses.length).toBeGreaterThan(0);
      for (const address of a.addresses) expect(address.endsWith(`/p2p/${a.peer}`)).toBe(true);
    });

    it("a request with a body gets an answer with a body, and both know who the other is", async () => {
      await a.serve("retrieve", async (channel) => {
        const request = await channel.readMessage(100);
        let sum = 0;
        for await (const part of channel.readBody(MIB)) sum += part.byteLength;
        await channel.writeMessage(new TextEncoder().encode(`${channel.remote} ${request.byteLength} ${sum}`));
        await channel.write(new Uint8Array(3 * MIB).fill(7));
      });
      const channel = await b.open(toA, "retrieve", soon());
      expect(channel.remote).toBe(a.peer);
      const answer = await ask(channel, {
        message: new Uint8Array(100),
        body: new Uint8Array(MIB),
        maxAnswerBytes: 200,
      });
      expect(new TextDecoder().decode(answer)).toBe(`${b.peer} 100 ${MIB}`);
      let sevens = 0;
      for await (const part of channel.readBody(3 * MIB))
        sevens += part.every((byte) => byte === 7) ? part.byteLength : 0;
      expect(sevens).toBe(3 * MIB);
      await channel.finish();
    });

    it("an empty body and an empty message are read without waiting", async () => {
      await a.serve("sync", async (channel) => {
        expect((await channel.readMessage(0)).byteLength).toBe(0);
        await channel.writeMessage(new Uint8Array(0));
      });
      const channel = await b.open(toA, "sync", soon());
      expect((await ask(channel, { message: new Uint8Array(0), maxAnswerBytes: 0 })).byteLength).toBe(0);
      for await (const part of channel.readBody(0)) expect.unreachable(`got ${part.byteLength} bytes`);
      await channel.finish();
    });

    it("what a handler throws reaches the asking side as a refusal", async () => {
      await a.serve("offer", async () => {
        throw new Error("a secret");
      });
      const channel = await b.open(toA, "offer", soon());
      const refusal = decode(await ask(channel, { message: GO, maxAnswerBytes: 1024 }), 1024);
      expect(refusal).toEqual({ ok: false, code: "ERR_INTERNAL" });
      await channel.finish();
    });

    it("what was read stays readable after a write failed", async () => {
      await a.serve("store", async (channel) => {
        await channel.readMessage(16);
        await channel.writeMessage(Uint8Array.of(9));
      });
      const channel = await b.open(toA, "store", soon());
      const answer = await ask(channel, { message: GO, body: new Uint8Array(32 * MIB), maxAnswerBytes: 16 });
      expect(answer).toEqual(Uint8Array.of(9));
      await channel.finish();
    });

    it("a body that ends early is ERR_BODY_TRUNCATED, a message above its limit ERR_MESSAGE_TOO_LONG", async () => {
      await a.serve("retrieve", async (channel) => {
        await channel.readMessage(16);
        await channel.writeMessage(new Uint8Array(50));
        await channel.write(new Uint8Array(50));
      });
      const short = await b.open(toA, "retrieve", soon());
      await ask(short, { message: GO, maxAnswerBytes: 50 });
      await expect(takeAll(short.readBody(51))).rejects.toMatchObject({ code: "ERR_BODY_TRUNCATED" });
      await short.finish();
      const long = await b.open(toA, "retrieve", soon());
      await expect(ask(long, { message: GO, maxAnswerBytes: 49 })).rejects.toMatchObject({
        code: "ERR_MESSAGE_TOO_LONG",
      });
      await long.finish();
    });

    it("a verb that is not served is ERR_PEER_REFUSED, a peer that is not there ERR_PEER_UNREACHABLE", async () => {
      await expect(b.open(toA, "prove", soon())).rejects.toMatchObject({ code: "ERR_PEER_REFUSED" });
      const gone = await start([]);
      const toGone = { peer: gone.peer, addresses: gone.addresses };
      await gone.stop();
      await expect(b.open(toGone, "prove", soon())).rejects.toMatchObject({ code: "ERR_PEER_UNREACHABLE" });
    });

    it("an aborted signal ends opening and waiting with ERR_ABORTED", async () => {
      await a.serve(
        "sync",
        (_, { signal }) => new Promise((resolve) => signal.addEventListener("abort", () => resolve())),
      );
      const caller = new AbortController();
      const channel = await b.open(toA, "sync", { signal: caller.signal });
      const asking = ask(channel, { message: GO, maxAnswerBytes: 16 });
      caller.abort();
      await expect(asking).rejects.toMatchObject({ code: "ERR_ABORTED" });
      await expect(b.open(toA, "sync", { signal: caller.signal })).rejects.toMatchObject({ code: "ERR_ABORTED" });
    });

    it("holders of what was announced are found, with addresses that can be dialled", async () => {
      await a.serve("offer", async (channel) => channel.writeMessage(await channel.readMessage(16)));
      const object = crypto.getRandomValues(new Uint8Array(32));
      expect(await b.announce([object])).toEqual([2]); // itself and the other
      expect(await a.announce([object])).toEqual([2]);
      const c = await start(b.addresses);
      const holders: PeerAddress[] = [];
      for await (const holder of c.findHolders(object)) holders.push(holder);
      expect(holders.map(({ peer }) => peer).sort()).toEqual([a.peer, b.peer].sort());
      const ofA = holders.find(({ peer }) => peer === a.peer) as PeerAddress;
      const channel = await c.open(ofA, "offer", soon());
      expect(await ask(channel, { message: GO, maxAnswerBytes: 16 })).toEqual(GO);
      await channel.finish();
      await c.stop();
    });

    it("a peer is located and reached by its id alone", async () => {
      await b.serve("offer", async (channel) => channel.writeMessage(await channel.readMessage(16)));
      const c = await start(a.addresses);
      expect((await c.locate(b.peer)).addresses.length).toBeGreaterThan(0);
      const channel = await c.open({ peer: b.peer, addresses: [] }, "offer", soon());
      expect(await ask(channel, { message: GO, maxAnswerBytes: 16 })).toEqual(GO);
      await channel.finish();
      await c.stop();
    });

    it("stop ends what runs, and may be called twice", async () => {
      const ended = Promise.withResolvers<void>();
      await a.serve("sync", async (_, { signal }) => {
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
        ended.resolve();
      });
      const channel = await b.open(toA, "sync", soon());
      const asking = expect(ask(channel, { message: GO, maxAnswerBytes: 16 })).rejects.toMatchObject({
        name: "CairnError",
      });
      while (a.status.serving === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      await Promise.all([a.stop(), a.stop()]);
      await ended.promise;
      await asking;
      await expect(a.open({ peer: b.peer, addresses: b.addresses }, "sync", soon())).rejects.toMatchObject({
        code: "ERR_ABORTED",
      });
    });
  });
}

function soon(): { signal: AbortSignal } {
  return { signal: AbortSignal.timeout(10_000) };
}

async function takeAll(body: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const part of body) expect(part.byteLength).toBeGreaterThan(0);
}
