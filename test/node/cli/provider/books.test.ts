/** What earnings and leaving are worked out from: forecasts, periods, steps, and the names of the market's events. */

import fc from "fast-check";
import { toEventSelector } from "viem";
import { describe, expect, it } from "vitest";
import { marketAbi } from "../../../../contracts/abi-set.ts";
import type { AllocationRecord, MarketSettings, ProviderRecord } from "../../../../contracts/index.ts";
import gasSnapshot from "../../../../contracts/gas-snapshot.json" with { type: "json" };
import { dayOf, periodsOf, sumOf, timeOf } from "../../../../node/cli/provider/earnings-book.ts";
import { costOfSilence, type ExitView, nextStep } from "../../../../node/cli/provider/exit-view.ts";
import { covered, forecast } from "../../../../node/cli/provider/forecast.ts";
import { proofGas } from "../../../../node/cli/provider/gas.ts";
import { EVENT_TOPICS, type MarketEvent } from "../../../../node/cli/provider/market-events.ts";

const CLIENT = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8" as const;
const OWNER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266" as const;

function allocation(startRound: number, endRound: number, units = 1, price = 1n): AllocationRecord {
  const deposit = BigInt(units * (endRound - startRound)) * price;
  return { id: 1, client: CLIENT, provider: OWNER, units, price, startRound, endRound, deposit, settled: false };
}

it("the events that are looked for are those of the contract", () => {
  const events = marketAbi.filter((item) => item.type === "event");
  for (const [name, topic] of Object.entries(EVENT_TOPICS)) {
    const event = events.find((each) => each.name === name);
    expect(event && toEventSelector(event), name).toBe(topic);
  }
});

it("the gas expected of a proof is that of the contract's measurements, within a tenth", () => {
  for (const samples of [1, 3, 5, 8]) {
    const key = `prove K=${samples} fragments=1000000 allocations=1` as keyof typeof gasSnapshot;
    expect(Math.abs(Number(proofGas(samples)) / gasSnapshot[key] - 1)).toBeLessThan(0.1);
  }
});

describe("a forecast", () => {
  const spans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 40 })), { maxLength: 12 });

  it("is the sum over rounds, one by one", () => {
    fc.assert(
      fc.property(spans, fc.nat(40), fc.nat(40), fc.boolean(), (pairs, round, rounds, isDue) => {
        const all = pairs.map(([start, length], i) => allocation(start, start + length, i + 1, BigInt(i + 2)));
        let [earned, paidRounds] = [0n, 0];
        for (let at = isDue ? round : round + 1; at <= round + rounds; at += 1) {
          const live = all.filter(({ startRound, endRound }) => startRound <= at && at < endRound);
          if (live.length > 0) paidRounds += 1;
          for (const { units, price } of live) earned += BigInt(units) * price;
        }
        expect(forecast(all, { round, isDue, rounds })).toMatchObject({ earned, paidRounds });
      }),
    );
  });

  it("counts rounds once however many spans lie over them", () => {
    fc.assert(
      fc.property(spans, (pairs) => {
        const all = pairs.map(([start, length]) => [start, start + length] as const);
        const rounds = new Set(all.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i)));
        expect(covered(all)).toBe(rounds.size);
      }),
    );
  });

  it("leaves out what is settled", () => {
    const settled = { ...allocation(0, 100), settled: true };
    expect(forecast([settled], { round: 3, isDue: true, rounds: 9 })).toEqual({ earned: 0n, paidRounds: 0, ending: 0 });
  });
});

describe("a book of periods", () => {
  const events: MarketEvent[] = [
    { kind: "slash", block: 40, transaction: "0xd", amount: 9n },
    { kind: "bond", block: 30, transaction: "0xc", amount: 5n },
    { kind: "proof", block: 20, transaction: "0xb", round: 2, amount: 3n },
    { kind: "proof", block: 10, transaction: "0xa", round: 1, amount: 2n },
  ];

  it("adds up what happened, oldest first, and each transaction's gas once", () => {
    const costs = new Map([
      ["0xa", 100n],
      ["0xb", 10n],
      ["0xc", 1n],
    ]);
    const twice: MarketEvent[] = [...events, { kind: "proof", block: 9, transaction: "0xa", round: 0, amount: 1n }];
    const periods = periodsOf(twice, costs, ({ block }) => (block < 25 ? "before" : "after"));
    expect(periods).toEqual([
      { name: "before", proofs: 3, earned: 6n, bonds: 0n, slashed: 0n, gas: 110n },
      { name: "after", proofs: 0, earned: 0n, bonds: 5n, slashed: 9n, gas: 1n },
    ]);
    expect(sumOf(periods)).toEqual({ name: "in all", proofs: 3, earned: 6n, bonds: 5n, slashed: 9n, gas: 111n });
  });

  it("gives blocks between known times theirs", () => {
    const known = [
      { block: 100, timestamp: 1000 },
      { block: 200, timestamp: 2000 },
      { block: 210, timestamp: 3000 },
    ];
    expect([100, 150, 200, 205, 210].map((block) => timeOf(block, known))).toEqual([1000, 1500, 2000, 2500, 3000]);
    expect(dayOf(Date.UTC(2026, 1, 28, 23, 59, 59) / 1000)).toBe("2026-02-28");
  });
});

describe("leaving", () => {
  const settings = { slashBasisPoints: 500, unbondingRounds: 16, disputeSlashBasisPoints: 1000 } as MarketSettings;
  const record = {
    owner: OWNER,
    payout: OWNER,
    stage: "exiting",
    stageRound: 5,
    stake: 10n ** 20n,
  } satisfies Partial<ProviderRecord> as unknown as ProviderRecord;
  const view: ExitView = {
    record,
    settings,
    round: 10,
    running: [],
    toSettle: [],
    disputes: [],
    freeRound: 21,
    toEarn: 0n,
    vault: 0n,
  };
  const open = { id: 4, deadline: 12 } as ExitView["disputes"][number];

  it("goes on with the first thing that is left to do", () => {
    const running = [allocation(1, 30), allocation(1, 25)];
    const at = (change: Partial<ExitView>, stage = record.stage): unknown =>
      nextStep({ ...view, ...change, record: { ...record, stage } });
    expect(at({ running, toSettle: [1] }, "active")).toEqual({ kind: "announce" });
    expect(at({ running, toSettle: [1] })).toEqual({ kind: "settle" });
    expect(at({ running, disputes: [open] })).toEqual({ kind: "wait", why: "allocations", round: 25 });
    expect(at({ disputes: [open] })).toEqual({ kind: "wait", why: "disputes", round: 13 });
    expect(at({ disputes: [open], round: 13 })).toEqual({ kind: "decide", disputes: [4] });
    expect(at({})).toEqual({ kind: "wait", why: "stake", round: 21 });
    expect(at({ round: 21 })).toEqual({ kind: "finish" });
    expect(at({ vault: 1n }, "left")).toEqual({ kind: "withdraw" });
    expect(at({}, "left")).toEqual({ kind: "done" });
  });

  it("costs five steps of what is left of the stake if the daemon falls silent", () => {
    expect(costOfSilence(view)).toBe(10n ** 20n - (10n ** 20n * 95n ** 5n) / 100n ** 5n);
  });
});
