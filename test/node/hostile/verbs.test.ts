/**
 * Attacks through the verbs, on a real daemon: requests that never end, answers that nobody reads, floods, work for nothing. Others put
 * and get meanwhile, memory stays, and the round is proved.
 *
 * All of it, a minute:
 *   CAIRN_HOSTILE=1 npx vitest run test/node/hostile
 */

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { fragmentRoot, nobleHasher } from "../../../proofs/index.ts";
import {
  encode,
  encodeProveRequest,
  encodeRetrieveRequest,
  encodeStoreRequest,
  VERBS,
} from "../../../protocol/index.ts";
import { startClient, fragmentOf } from "../provider/small-client.ts";
import { until } from "../provider/provider-daemon.ts";
import { pause, shout, startRogue } from "./attacker.ts";
import { startTarget } from "./target.ts";
import type { Verb } from "../../../protocol/index.ts";
import type { SmallClient } from "../provider/small-client.ts";
import type { Rogue } from "./attacker.ts";
import type { Target } from "./target.ts";

const MIB = 1_048_576;
const LONG = test.runIf(process.env["CAIRN_HOSTILE"] !== undefined);
const VERB_NAMES = Object.keys(VERBS) as Verb[];
/** Few places, and short waits, so that they are soon taken and soon over. */
const LIMITS = { transfers: 12, transfersPerPeer: 6, questions: 24, questionsPerPeer: 12, slowMs: 300, idleMs: 20_000 };

let target: Target;
let other: SmallClient;
let allocation: number;
const open: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  target = await startTarget({ limits: LIMITS });
  other = await startClient(await target.world.account(10n ** 21n));
  allocation = await other.open(target.daemon, 8, 1000);
});
afterAll(async () => {
  await other?.network.stop();
  await target?.stop();
});
afterEach(async () => {
  for (const close of open.splice(0)) await close();
  await until(async () => (await target.look()).serving === 0, "the end of what was asked");
  expect((await target.look()).errors).toEqual([]);
});

async function rogue(): Promise<Rogue> {
  const one = await startRogue(target);
  open.push(one.stop);
  return one;
}

/** A message with its length before it, of less than 16 KiB. */
function framed(message: Uint8Array): Uint8Array {
  const { length } = message;
  return Uint8Array.from([...(length < 128 ? [length] : [(length & 127) | 128, length >> 7]), ...message]);
}

let seed = 50;

/** An honest client puts a fragment and gets it back, asks for a state and an offer. */
async function servesOthers(): Promise<void> {
  const data = fragmentOf(seed++, 30_000);
  const { root } = await other.store(target.daemon, allocation, data);
  expect(Buffer.from((await other.retrieve(target.daemon, root)).data).equals(data)).toBe(true);
  await other.state(target.daemon, allocation);
  await other.offer(target.daemon, 1);
}

describe("slow peers", () => {
  test("that begin requests and do not end them give way to those who do", async () => {
    const rogues = await Promise.all([rogue(), rogue()]);
    const streams = await Promise.all(
      rogues.flatMap((one) =>
        VERB_NAMES.flatMap((verb) => Array.from({ length: 12 }, () => one.stream(VERBS[verb].protocol))),
      ),
    );
    for (const stream of streams) shout(stream, Uint8Array.of(0x90, 0x01, 0xa4)); // 144 bytes, the first of them
    const drip = setInterval(() => streams.forEach((stream) => shout(stream, Uint8Array.of(0x61))), 100);
    open.push(async () => clearInterval(drip));
    await until(async () => (await target.look()).serving === 36, "all places taken");
    await pause(2 * LIMITS.slowMs);
    await servesOthers();
  });

  LONG("that ask for fragments and do not take them give way, too", async () => {
    const rogues = await Promise.all([rogue(), rogue()]);
    const big = await other.store(target.daemon, allocation, fragmentOf(seed++, MIB));
    const request = framed(encodeRetrieveRequest({ root: big.root, from: 0, to: 0 }));
    for (const one of rogues) {
      const streams = await Promise.all(Array.from({ length: 6 }, () => one.stream(VERBS.retrieve.protocol)));
      for (const stream of streams) {
        shout(stream, request);
        stream.pause();
      }
    }
    await until(async () => (await target.look()).serving === 12, "all places taken");
    await pause(2 * LIMITS.slowMs);
    await servesOthers();
  });
});

describe("work for nothing", () => {
  test("tickets that nobody signed are looked at so often, and then no more; others' are", async () => {
    const { daemon, client } = target;
    const good = client.ticket(daemon);
    const codes = new Map<string, number>();
    for (let i = 0; i < 60; i++) {
      const signature = good.signature.with(1 + (i % 30), i);
      const message = encodeStoreRequest({
        ticket: { ...good, signature },
        allocation,
        root: fragmentOf(1, 32),
        bytes: 9,
      });
      const { answer, finish } = await client.exchange(daemon, "store", message);
      await finish();
      const code = /ERR_[A-Z_]+/.exec(Buffer.from(answer).toString("latin1"))?.[0] ?? "none";
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(codes.get("ERR_TICKET_INVALID")).toBeGreaterThan(20);
    expect(codes.get("ERR_PEER_BUSY")).toBeGreaterThan(5);
    expect([...codes.values()].reduce((a, b) => a + b)).toBe(60);
    await servesOthers();
  });

  LONG("audits by the hundred leave another auditor its turn", async () => {
    const rogues = await Promise.all([rogue(), rogue()]);
    await target.proveRound();
    const { root = new Uint8Array(32) } = (await target.world.reader.provider(target.daemon.identity.owner)) ?? {};
    const request = framed(encodeProveRequest({ root, seed: fragmentOf(3, 32), count: 256 }));
    const over = new AbortController();
    const flood = Promise.all(
      rogues.map(async (one) => {
        while (!over.signal.aborted) {
          for (let i = 0; i < 4; i++)
            void one.stream(VERBS.prove.protocol).then(
              (stream) => shout(stream, request),
              () => {},
            );
          await pause(100);
        }
      }),
    );
    try {
      for (let i = 0; i < 3; i++) {
        const { proof } = await other.audit(target.daemon, root, fragmentOf(4 + i, 32), 2);
        expect(proof.length).toBeGreaterThan(0);
      }
      await target.proveRound();
    } finally {
      over.abort();
      await flood;
    }
  });
});

describe("one client with all it may have", () => {
  test("does not keep another from putting and getting", async () => {
    const { client, daemon, allocation: own } = target;
    const fragments = [1, 2, 3, 4].map((i) => fragmentOf(10_000 + i, 400_000));
    const roots = fragments.map((one) => fragmentRoot(nobleHasher, one));
    const over = new AbortController();
    let stored = 0;
    const greedy = Array.from({ length: 3 * LIMITS.transfersPerPeer }, async (_, lane) => {
      for (let i = lane; !over.signal.aborted; i++) {
        const root = roots[i % 4] as Uint8Array;
        const done = await client
          .retrieve(daemon, root)
          .catch(() => client.store(daemon, own, fragments[i % 4] as Uint8Array, { root }).catch(() => undefined));
        if (done === undefined) await pause(10);
        else stored++;
      }
    });
    try {
      await until(() => stored > 20, "the greedy client at work");
      const before = stored;
      for (let i = 0; i < 2; i++) await servesOthers();
      await until(() => stored > before, "the greedy client still at work");
    } finally {
      over.abort();
      await Promise.all(greedy);
    }
  });
});

LONG(
  "floods again and again leave the memory as it was",
  async () => {
    const flood = async (): Promise<void> => {
      const rogues = await Promise.all([rogue(), rogue(), rogue()]);
      const garbage = [encode({}), new Uint8Array(900).fill(0x81), Uint8Array.of(0xff), new Uint8Array(0)].map(framed);
      for (let i = 0; i < 40; i++) {
        const streams = await Promise.all(
          rogues.flatMap((one) => VERB_NAMES.map((verb) => one.stream(VERBS[verb].protocol).catch(() => undefined))),
        );
        for (const stream of streams) {
          if (stream === undefined) continue;
          shout(stream, garbage[i % garbage.length] as Uint8Array);
          if (i % 2 === 0) stream.abort(new Error("enough"));
        }
      }
      for (const one of rogues) await one.stop();
    };
    const heaps: number[] = [];
    for (let i = 0; i < 8; i++) {
      await flood();
      await until(async () => (await target.look()).connections <= 2, "the end of the flood");
      heaps.push((await target.look()).heap + (await target.look()).buffers);
    }
    process.stderr.write(
      `heap and buffers after each flood, MiB: ${heaps.map((one) => (one / MIB).toFixed(1)).join(" ")}\n`,
    );
    // Caches fill during the first floods; a leak of 1 KB per stream would be 0.6 MB per flood.
    expect((heaps[7] ?? 0) - (heaps[3] ?? 0)).toBeLessThan(2 * MIB);
  },
  120_000,
);
