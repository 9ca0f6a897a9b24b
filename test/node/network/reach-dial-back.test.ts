/** Dial-backs between real nodes on loopback, and peers that lie about them or ask for too much. */

import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { decode, encode } from "../../../protocol/index.ts";
import { NETWORK } from "../../../node/limits/index.ts";
import { StreamChannel } from "../../../node/network/channel.ts";
import { DIAL_BACK_PROTOCOL, askDialBack, serveDialBack } from "../../../node/network/dial-back.ts";
import { startLibp2p } from "../../../node/network/libp2p-node.ts";
import { newPeerKey, readPeerKey } from "../../../node/network/peer-key.ts";
import type { AddressInfo } from "node:net";
import type { Connection } from "@libp2p/interface";
import type { DialBackParts } from "../../../node/network/dial-back.ts";
import type { NetworkLimits } from "../../../node/network/network.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function startPeer(limits: NetworkLimits = NETWORK): Promise<DialBackParts & { port: number }> {
  const { node, arrivals } = await startLibp2p({
    privateKey: await readPeerKey(await newPeerKey()),
    listen: ["/ip4/127.0.0.1/tcp/0"],
    announce: [],
    local: true,
    dhtServer: false,
    datastore: undefined,
    limits,
  });
  ends.push(() => node.stop());
  const silent = (): void => {};
  const log = { debug: silent, warn: silent, error: silent };
  const port = Number(/\/tcp\/(\d+)/.exec(String(node.getMultiaddrs()[0]))?.[1]);
  return { node, arrivals, local: true, limits, log, signal: new AbortController().signal, port };
}

async function connected(from: DialBackParts, to: DialBackParts): Promise<Connection> {
  return await from.node.dial(to.node.getMultiaddrs());
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return port;
}

describe("a peer that is asked to dial back", () => {
  it("says which of the ports it reached at the host that the question came from", async () => {
    const [asking, asked] = await Promise.all([startPeer(), startPeer()]);
    await serveDialBack(asked);
    const connection = await connected(asking, asked);
    const ports = [await freePort(), asking.port];
    expect(await askDialBack(connection, ports, asking)).toEqual({ host: "127.0.0.1", ports: [asking.port] });
    expect(asked.node.getConnections()).toHaveLength(1); // nothing is left of it, and the question's own connection lives
  });

  it("and only says so is not believed", async () => {
    const [asking, liar] = await Promise.all([startPeer({ ...NETWORK, dialBackSeenMs: 100 }), startPeer()]);
    await liar.node.handle(DIAL_BACK_PROTOCOL, async (stream, { remotePeer }) => {
      const channel = new StreamChannel(stream, remotePeer.toString(), { limits: NETWORK });
      const { ports } = decode(await channel.readMessage(256), 256) as { ports: number[] };
      await channel.writeMessage(encode({ ok: true, host: "127.0.0.1", ports }));
      await channel.finish();
    });
    const asking_ = askDialBack(await connected(asking, liar), [asking.port], asking);
    await expect(asking_).rejects.toThrow("made up");
  });

  it("turns away questions above its budget, and others than it can answer", async () => {
    const limits = { ...NETWORK, dialBacksPerHost: 2 };
    const [asking, asked] = await Promise.all([startPeer(), startPeer(limits)]);
    await serveDialBack(asked);
    const connection = await connected(asking, asked);
    const say = async (message: Uint8Array): Promise<unknown> => {
      const stream = await connection.newStream(DIAL_BACK_PROTOCOL);
      const channel = new StreamChannel(stream, asked.node.peerId.toString(), { limits: NETWORK });
      await channel.writeMessage(message);
      const answer = decode(await channel.readMessage(256), 256);
      await channel.finish();
      return answer;
    };
    const invalid = { ok: false, code: "ERR_MESSAGE_INVALID" };
    for (const wrong of [
      {},
      { ports: [] },
      { ports: [0] },
      { ports: [1, 2, 3, 4, 5] },
      { ports: [80], host: "5.0.0.1" },
    ]) {
      expect(await say(encode(wrong))).toMatchObject(invalid);
    }
    expect(await say(Uint8Array.of(0xff, 0x00))).toMatchObject(invalid);
    for (let i = 0; i < 2; i++) expect(await say(encode({ ports: [asking.port] }))).toMatchObject({ ok: true });
    expect(await say(encode({ ports: [asking.port] }))).toMatchObject({ ok: false, code: "ERR_PEER_BUSY" });
  });
});
