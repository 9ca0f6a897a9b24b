/** Looks at a daemon: one at a time, the last one kept, and what only several of them can tell. */

import { describe, expect, test } from "vitest";
import { BlockPace } from "../../../node/monitor/block-pace.ts";
import { Looker } from "../../../node/monitor/look.ts";
import { Sampler } from "../../../node/monitor/sampler.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { NOW, sightOf } from "./sights.ts";
import type { MonitorSource } from "../../../node/monitor/index.ts";
import type { Changes } from "./sights.ts";

/** A daemon that shows what it is given, in turn. */
async function lookerAt(statuses: readonly (Changes["status"] | Error)[], connections: readonly number[] = []) {
  const left = [...statuses];
  const present = [...connections];
  let now = NOW;
  const asked = { status: 0, settings: 0 };
  const source = {
    provider: {
      async status() {
        asked.status++;
        const next = left.shift();
        if (next instanceof Error) throw next;
        return sightOf(next === undefined ? {} : { status: next }).status;
      },
    },
    network: {
      peer: "p",
      addresses: [],
      get status() {
        return { ...sightOf().network, connections: present.shift() ?? 4 };
      },
    },
    ledger: {
      deployment: { roundBlocks: 64, genesisBlock: 36 },
      async settings() {
        asked.settings++;
        return { unitStake: 7n };
      },
    },
    folder: await temporaryFolder(),
    price: 1n,
  } as unknown as MonitorSource;
  return { looker: new Looker(source, () => now), asked, pass: (ms: number) => void (now += ms) };
}

describe("a look", () => {
  test("that is under way serves all who ask", async () => {
    const { looker, asked } = await lookerAt([{}, {}]);
    const [first, second] = await Promise.all([looker.look(), looker.look()]);
    expect(first).toBe(second);
    expect(looker.last).toBe(first);
    expect(asked.status).toBe(1);
    expect(first.diskFree).toBeGreaterThan(0);
    expect(first.installed).toMatch(/^\d+\.\d+\.\d+/);
  });

  test("that fails leaves the one before", async () => {
    const { looker } = await lookerAt([{}, new Error("no"), {}]);
    const first = await looker.look();
    await expect(looker.look()).rejects.toThrow("no");
    expect(looker.last).toBe(first);
    expect(await looker.look()).not.toBe(first);
  });

  test("reads the market's terms once a round, and not while the chain is away", async () => {
    const { looker, asked } = await lookerAt([{ chainDown: true }, { round: 5 }, { round: 5 }, { round: 6 }]);
    expect((await looker.look()).market).toBeUndefined();
    for (let i = 0; i < 3; i++) expect((await looker.look()).market).toMatchObject({ unitStake: 7n });
    expect(asked.settings).toBe(2);
  });

  test("tells the length of a round from the blocks between two of them, and begins anew with another chain", async () => {
    const heads = [
      undefined,
      { block: 100, at: 1_000_000 },
      { block: 100, at: 1_000_000 },
      { block: 110, at: 1_120_000 },
      { block: 50, at: 500_000 },
      { block: 60, at: 510_000 },
    ];
    const { looker } = await lookerAt(heads.map((head) => ({ head })));
    const lengths: (number | undefined)[] = [];
    for (const _ of heads) lengths.push((await looker.look()).roundSeconds);
    expect(lengths).toEqual([undefined, undefined, undefined, 12 * 64, undefined, 64]);
  });

  test("tells when the round is over, from where the chain is in it and how fast it goes", async () => {
    const { looker } = await lookerAt([
      { round: 1, head: { block: 100, at: NOW } },
      { round: 1, head: { block: 110, at: NOW + 120_000 } },
    ]);
    expect((await looker.look()).roundEndsAt).toBe(undefined);
    // Round 1 has the blocks from 100 to 163, and 164 is 54 further on.
    expect((await looker.look()).roundEndsAt).toBe(NOW + 120_000 + 54 * 12_000);
  });

  test("tells for how long nobody has been connected", async () => {
    const { looker, pass } = await lookerAt([], [0, 0, 1, 0, 0]);
    const alone: number[] = [];
    for (let i = 0; i < 5; i++) {
      alone.push((await looker.look()).aloneMs);
      pass(1000);
    }
    expect(alone).toEqual([0, 1000, 0, 0, 1000]);
  });
});

describe("the pace of blocks", () => {
  test("is that of the last rounds, so that a halt is forgotten", () => {
    const pace = new BlockPace();
    const see = (from: number, to: number, startsAt: number): void => {
      for (let block = from; block <= to; block++) pace.see({ block, at: startsAt + (block - from) * 1000 }, 10);
    };
    see(0, 50, 0);
    expect(pace.secondsOf(10)).toBe(10);
    see(51, 60, 10_000_000);
    expect(pace.secondsOf(10)).toBeGreaterThan(100);
    see(61, 150, 10_010_000);
    expect(pace.secondsOf(10)).toBe(10);
    expect(pace.timeOf(160)).toBe(10_010_000 + 99_000);
  });
});

describe("samples", () => {
  const at = (ms: number) => sightOf({ sight: { at: NOW + ms } });

  test("are one at the first look and one per span, each with what went through since the last", () => {
    const sampler = new Sampler(1000);
    expect(sampler.see(at(0), { received: 0, sent: 0 })).toEqual({
      at: NOW,
      received: 0,
      sent: 0,
      live: 10 * 2 ** 20,
      dead: 2 ** 20,
      connections: 4,
    });
    expect(sampler.see(at(999), { received: 5, sent: 6 })).toBeUndefined();
    expect(sampler.see(at(1000), { received: 10, sent: 20 })).toMatchObject({ received: 10, sent: 20 });
    expect(sampler.see(at(5000), { received: 11, sent: 20 })).toMatchObject({ at: NOW + 5000, received: 1, sent: 0 });
  });

  test("leave nothing out when the daemon stops within a span", () => {
    const sampler = new Sampler(1000);
    sampler.see(at(0), { received: 0, sent: 0 });
    expect(sampler.under({ received: 3, sent: 1 })).toEqual({ received: 3, sent: 1 });
    expect(sampler.end(at(10), { received: 0, sent: 0 })).toBeUndefined();
    expect(sampler.end(at(20), { received: 3, sent: 1 })).toMatchObject({ at: NOW + 20, received: 3, sent: 1 });
    expect(sampler.under({ received: 3, sent: 1 })).toEqual({ received: 0, sent: 0 });
  });

  test("come on when the clock was set back", () => {
    const sampler = new Sampler(1000);
    sampler.see(at(100_000), { received: 0, sent: 0 });
    expect(sampler.see(at(0), { received: 1, sent: 0 })).toBeUndefined();
    expect(sampler.see(at(1000), { received: 2, sent: 0 })).toMatchObject({ received: 2 });
  });
});
