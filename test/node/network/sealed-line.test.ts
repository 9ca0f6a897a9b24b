// Records are cut from what real sockets bring; they are not decrypted here, so any bytes will do.
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { generateKeyPair } from "@libp2p/crypto/keys";
import { peerIdFromPrivateKey } from "@libp2p/peer-id";
import { tcp } from "@libp2p/tcp";
import { multiaddr } from "@multiformats/multiaddr";
import { afterEach, describe, expect, it } from "vitest";
import { NETWORK } from "../../../node/limits/index.ts";
import { quietLog } from "../../../node/network/quiet-log.ts";
import { RecordCuts, SealedLine } from "../../../node/network/sealed-line.ts";
import { Turns } from "../../../node/network/turns.ts";
import { line } from "../hostile/attacker.ts";
import { eventually } from "./nodes.ts";
import type { Socket } from "node:net";
import type { MultiaddrConnection } from "@libp2p/interface";
import type { SealedLimits } from "../../../node/network/sealed-line.ts";

const HELLO = Buffer.concat([line("/multistream/1.0.0"), line("/noise")]);

function record(bytes: number, fill = 0): Uint8Array {
  return Buffer.concat([Uint8Array.of(bytes >> 8, bytes & 255), Buffer.alloc(bytes, fill)]);
}

describe("records", () => {
  it("are found whatever pieces they come in, after the lines before them", () => {
    const bytes = Buffer.concat([HELLO, record(16), record(300, 7), record(5000, 1), record(16), record(20)]);
    for (const step of [1, 3, 50, 1000, 100_000]) {
      const cuts = new RecordCuts();
      for (let from = 0; from < bytes.length; from += step) {
        const piece = bytes.subarray(from, from + step);
        for (let at = 0; at < piece.length;) {
          const { count } = cuts;
          at += cuts.cut(piece.subarray(at), 1);
          expect(cuts.count - count).toBeLessThanOrEqual(1);
        }
      }
      expect([cuts.count, cuts.isWrong]).toEqual([2 + 5, false]);
    }
  });

  it("are counted from where they begin, and one that is shorter than any is wrong", () => {
    const cuts = new RecordCuts();
    const bytes = Buffer.concat([HELLO, ...Array.from({ length: 10 }, () => record(16))]);
    expect(cuts.cut(bytes, 4)).toBe(HELLO.length + 2 * 18);
    expect(cuts.cut(bytes.subarray(HELLO.length + 2 * 18), 100)).toBe(8 * 18);
    expect(cuts.isWrong).toBe(false);
    cuts.cut(Uint8Array.of(0, 0), 1);
    expect(cuts.isWrong).toBe(true);
  });

  it("do not begin with a line that only looks like it", () => {
    for (const text of ["/noise/2", "x/noise", "/nois"]) {
      const cuts = new RecordCuts();
      // As lines these are two; as records, of which the first has 0x0161 bytes, they were one.
      cuts.cut(Buffer.concat([line(text), Uint8Array.of(1, 97, 1, 97)]), 100);
      expect([text, cuts.count]).toEqual([text, 3]);
    }
  });
});

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A TCP connection to a sealed line, of which each record costs a hundredth of a millisecond of a clock of its own. */
async function startLine(limits: Partial<SealedLimits> = {}) {
  let now = 0;
  const turns = new Turns({ turnMs: 4, turnLeastMs: 4, turnRoundMs: 1e9 }, () => now);
  const made = Promise.withResolvers<{ sealed: SealedLine; connection: MultiaddrConnection }>();
  const got: Uint8Array[] = [];
  const peerId = peerIdFromPrivateKey(await generateKeyPair("Ed25519"));
  const transport = tcp()({ logger: quietLog, peerId } as unknown as Parameters<ReturnType<typeof tcp>>[0]);
  const listener = transport.createListener({
    upgrader: {
      upgradeInbound: async (connection: MultiaddrConnection) => {
        const sealed = new SealedLine(connection, turns.lane("a"), { ...NETWORK, ...limits });
        connection.addEventListener("message", ({ data }) => {
          got.push(data.subarray());
          now += data.byteLength / 18 / 100;
        });
        made.resolve({ sealed, connection });
      },
    } as unknown as Parameters<typeof transport.createListener>[0]["upgrader"],
  });
  await listener.listen(multiaddr("/ip4/127.0.0.1/tcp/0"));
  ends.push(() => listener.close());
  const port = Number(/tcp\/(\d+)/.exec(String(listener.getAddrs()[0]))?.[1]);
  const socket: Socket = connect({ port, host: "127.0.0.1" });
  socket.on("error", () => {});
  ends.push(() => socket.destroy());
  return { ...(await made.promise), socket, got, bytes: () => got.reduce((sum, { length }) => sum + length, 0) };
}

const tiny = (count: number): Buffer => Buffer.concat(Array.from({ length: count }, (_, i) => record(16, i % 251)));

describe("a connection", () => {
  it("of tiny records has some of them taken at each turn, in order, and others have theirs between them", async () => {
    const { sealed, socket, got, bytes } = await startLine();
    sealed.setUp();
    const all = Buffer.concat([HELLO, tiny(50_000)]);
    let most = 0;
    let before = 0;
    const look = (): void => {
      most = Math.max(most, bytes() - before);
      before = bytes();
      if (before < all.length) setImmediate(look);
    };
    look();
    socket.write(all);
    await eventually(() => bytes() === all.length);
    expect(Buffer.concat(got).equals(all)).toBe(true);
    // 400 of a turn, and of each read 16; a read brings 3,600.
    expect(most / 18).toBeLessThan(2000);
  });

  it("that is paused takes nothing, and goes on where it was", async () => {
    const { sealed, connection, socket, got, bytes } = await startLine();
    sealed.setUp();
    const all = Buffer.concat([HELLO, tiny(20_000), record(60_000, 3), tiny(1000)]);
    socket.write(all.subarray(0, 100_000));
    await eventually(() => bytes() > 0);
    connection.pause();
    const taken = bytes();
    socket.write(all.subarray(100_000));
    await delay(20);
    expect(bytes()).toBe(taken);
    connection.resume();
    await eventually(() => bytes() === all.length);
    expect(Buffer.concat(got).equals(all)).toBe(true);
  });

  it("keeps a bounded part of what it is sent, and the sender waits", async () => {
    const { sealed, connection, socket } = await startLine({ laneBytes: 10_000 });
    sealed.setUp();
    connection.pause();
    const bytes = 64 * 2 ** 20; // more than the sockets of both sides hold
    socket.write(Buffer.alloc(bytes, 1));
    await delay(50);
    expect(socket.writableLength).toBeGreaterThan(0);
  });

  it("that ends has what it sent last taken", async () => {
    const { sealed, connection, socket, got } = await startLine();
    sealed.setUp();
    const all = Buffer.concat([HELLO, tiny(900)]);
    const closed = new Promise((resolve) => connection.addEventListener("close", resolve));
    socket.end(all);
    await closed;
    expect(Buffer.concat(got).equals(all)).toBe(true);
  });

  it.each<[string, Partial<SealedLimits>, Buffer]>([
    ["too many records before it is set up", { handshakeRecords: 100 }, Buffer.concat([HELLO, tiny(200)])],
    ["too many bytes before it is set up", { handshakeBytes: 1000 }, Buffer.concat([HELLO, record(2000)])],
    ["a record of nothing", {}, Buffer.concat([HELLO, record(0)])],
  ])("is cut with %s", async (_, limits, bytes) => {
    const { connection, socket } = await startLine(limits);
    socket.write(bytes);
    await eventually(() => connection.status === "aborted");
  });
});
