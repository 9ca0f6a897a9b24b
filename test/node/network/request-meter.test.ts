/** What the network tells about each request that it served, over real connections. */

import { expect, onTestFinished, test } from "vitest";
import { cairnError } from "../../../protocol/index.ts";
import { createNetwork } from "../../../node/network/index.ts";
import type { Channel, Handler, Network, NetworkLimits, RequestFacts } from "../../../node/network/index.ts";

const local = { listen: ["/ip4/127.0.0.1/tcp/0"], bootstrap: [], local: true, dhtServer: true };

async function pair(handler: Handler, limits: Partial<NetworkLimits> = {}) {
  const told: RequestFacts[] = [];
  const server = await createNetwork({ ...local, limits, onRequest: (facts) => void told.push(facts) });
  const client = await createNetwork({ ...local, listen: [], dhtServer: false });
  onTestFinished(async () => {
    await Promise.all([client.stop(), server.stop()]);
  });
  await server.serve("store", handler);
  return { told, server, open: () => opened(client, server) };
}

async function opened(client: Network, server: Network): Promise<Channel> {
  const to = { peer: server.peer, addresses: server.addresses };
  return client.open(to, "store", { signal: AbortSignal.timeout(10_000) });
}

async function one(told: RequestFacts[], count = 1): Promise<RequestFacts> {
  for (const end = Date.now() + 60_000; told.length < count;) {
    if (Date.now() > end) throw new Error("nothing was told");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return told[count - 1] as RequestFacts;
}

test("bytes of message and body, both ways, and how long it took", async () => {
  const { told, open } = await pair(async (channel) => {
    await channel.readMessage(100);
    for await (const part of channel.readBody(50_000)) void part;
    await channel.writeMessage(new Uint8Array(7));
    await channel.write(new Uint8Array(9000));
  });
  const channel = await open();
  await channel.writeMessage(new Uint8Array(20));
  await channel.write(new Uint8Array(50_000));
  await channel.readMessage(100);
  for await (const part of channel.readBody(9000)) void part;
  await channel.finish();
  const facts = await one(told);
  expect(facts).toEqual({ verb: "store", outcome: "ok", seconds: expect.any(Number), received: 50_020, sent: 9007 });
  expect(facts.seconds).toBeGreaterThan(0);
});

test.each([
  ["refused", () => cairnError("ERR_NO_CAPACITY")],
  ["failed", () => new Error("a fault of ours")],
] as const)("%s, when the handler says so", async (outcome, error) => {
  const { told, open } = await pair(async (channel) => {
    await channel.readMessage(100);
    throw error();
  });
  const channel = await open();
  await channel.writeMessage(new Uint8Array(20));
  await channel.readMessage(1000);
  await channel.finish();
  expect(await one(told)).toMatchObject({ outcome, received: 20 });
});

test("cut, when the peer goes away in the middle, with what had come", async () => {
  const { told, open } = await pair(async (channel) => {
    await channel.readMessage(100);
    for await (const part of channel.readBody(50_000)) void part;
  });
  const channel = await open();
  await channel.writeMessage(new Uint8Array(20));
  await channel.write(new Uint8Array(1000));
  await channel.end();
  const { outcome, received } = await one(told);
  expect([outcome, received]).toEqual(["cut", 1020]);
  channel.abort();
});

test("busy, when it was turned away", async () => {
  const free = Promise.withResolvers<void>();
  const { told, open } = await pair(
    async (channel) => {
      await channel.readMessage(100);
      await free.promise;
    },
    { transfers: 1, transfersPerPeer: 1 },
  );
  const [first, second] = [await open(), await open()];
  await first.writeMessage(new Uint8Array(20));
  await new Promise((resolve) => setTimeout(resolve, 100));
  await second.writeMessage(new Uint8Array(20));
  expect(await one(told)).toEqual({ verb: "store", outcome: "busy", seconds: 0, received: 0, sent: 0 });
  free.resolve();
  expect(await one(told, 2)).toMatchObject({ outcome: "ok" });
});
