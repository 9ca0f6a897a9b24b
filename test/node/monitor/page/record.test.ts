/** The record behind the charts of the status page: what is put together adds up, and when the next round begins. */

import { describe, expect, it } from "vitest";
import { MONITOR, STATUS_PAGE } from "../../../../node/limits/index.ts";
import { joinHistory } from "../../../../node/monitor/page/document.ts";
import { sayNextRound } from "../../../../node/monitor/page/next-round.ts";
import { pastOf } from "../../../../node/monitor/page/past.ts";
import { RANGES, earningsOf, trafficOf } from "../../../../node/monitor/page/spans.ts";
import { busy, fresh } from "./overviews.ts";
import type { History, RoundPoint, SamplePoint } from "../../../../node/monitor/overview.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Wednesday at noon where the test runs, far from midnight and from any change of the clock. */
const NOW = new Date(2026, 10, 18, 12, 0).getTime();
const [day, week, month, all] = RANGES;

function rounds(count: number, stepMs: number, earned: bigint): RoundPoint[] {
  return Array.from({ length: count }, (_, index) => ({
    round: index + 1,
    at: NOW - (count - 1 - index) * stepMs,
    outcome: "passed",
    earned: String(earned),
    gasUsed: undefined,
  }));
}

describe("earnings", () => {
  it("are by round as long as there are few", () => {
    const { unit, spans, sum } = earningsOf(rounds(48, HOUR / 2, 7n), day, NOW);
    expect(unit).toBe("round");
    expect(spans).toHaveLength(48);
    expect(sum).toBe(48n * 7n);
  });

  it("keep rounds apart that became known at the same time", () => {
    const points = rounds(3, HOUR, 5n).map((point) => ({ ...point, at: NOW - HOUR }));
    const { spans } = earningsOf(points, day, NOW);
    expect(spans.map(({ round, from, earned }) => [round, from, earned])).toEqual([
      [1, NOW - HOUR, 5n],
      [2, NOW - HOUR, 5n],
      [3, NOW - HOUR, 5n],
    ]);
  });

  it("are by day in a week, with today and the six whole days before", () => {
    const { unit, spans, sum } = earningsOf(rounds(48 * 20, HOUR / 2, 10n ** 30n + 1n), week, NOW);
    expect(unit).toBe("day");
    expect(spans).toHaveLength(7);
    // From midnight to noon there are 25 ends of half hours.
    expect(spans.map(({ passed }) => passed)).toEqual([48, 48, 48, 48, 48, 48, 25]);
    expect(sum).toBe((6n * 48n + 25n) * (10n ** 30n + 1n));
    expect(spans.reduce((sum, { earned }) => sum + earned, 0n)).toBe(sum);
  });

  it("are by hour where rounds are short", () => {
    const { unit, spans } = earningsOf(rounds(8640, 10_000, 1n), day, NOW);
    expect(unit).toBe("hour");
    expect(spans.length).toBeLessThanOrEqual(24);
  });

  it("are never in more bars than fit, nor lose what they show", () => {
    for (const step of [1000, 60_000, HOUR, DAY]) {
      const points = rounds(2048, step, 3n);
      for (const range of RANGES) {
        const { spans, sum } = earningsOf(points, range, NOW);
        expect(spans.length).toBeLessThanOrEqual(STATUS_PAGE.bars);
        expect(sum).toBe(3n * BigInt(spans.reduce((sum, { passed }) => sum + passed, 0)));
      }
      if (step < HOUR) expect(earningsOf(points, all, NOW).sum).toBe(3n * 2048n);
    }
  });

  it("are in the order of time, whatever the order in which rounds became known", () => {
    const points = rounds(48 * 3, HOUR / 2, 1n);
    const { spans } = earningsOf([points.at(-1)!, ...points.slice(0, -1)], week, NOW);
    expect(spans.map(({ from }) => from)).toEqual(spans.map(({ from }) => from).sort((a, b) => a - b));
  });

  it("count what was missed, and take what is no amount for nothing", () => {
    const points = rounds(4, HOUR, 5n).map((point, index) =>
      index === 0 ? { ...point, outcome: "missed" as const, earned: "much" } : point,
    );
    const { spans, sum } = earningsOf(points, day, NOW);
    expect(sum).toBe(15n);
    expect(spans.map(({ missed }) => missed)).toEqual([1, 0, 0, 0]);
  });

  it("are none without a record", () => {
    for (const range of RANGES) expect(earningsOf([], range, NOW)).toMatchObject({ spans: [], sum: 0n });
  });
});

describe("traffic", () => {
  const samples = (count: number, stepMs: number): SamplePoint[] =>
    Array.from({ length: count }, (_, index) => ({
      at: NOW - (count - index) * stepMs,
      received: 300,
      sent: 600,
      live: 0,
      dead: 0,
      connections: 0,
    }));

  it("is a rate that comes to the same bytes", () => {
    for (const range of [day, week, month, all]) {
      const seen = samples(4032, 5 * 60_000);
      const { points, received, sent } = trafficOf(seen, range, NOW);
      expect(points.length).toBeLessThanOrEqual(STATUS_PAGE.points);
      expect(sent).toBe(2 * received);
      const bytes = points.reduce((sum, point) => sum + (point.received * point.ms) / 1000, 0);
      expect(bytes).toBeCloseTo(received, 3);
    }
  });

  it("begins when the daemon did, and not a span before", () => {
    const start = { ...samples(1, 0)[0]!, at: NOW - 400_000, received: 0, sent: 0 };
    const whole = { ...start, at: NOW - 100_000, received: 3000 };
    const underWay = { ...start, at: NOW, received: 500 };
    const { points, received } = trafficOf([start, whole, underWay], day, NOW);
    expect(points.map(({ from }) => from)).toEqual([start.at, whole.at]);
    expect(points.map(({ received, ms }) => Math.round((received * ms) / 1000))).toEqual([3000, 500]);
    expect(received).toBe(3500);
    const young = trafficOf([start, { ...underWay, at: start.at + 90_000 }], day, start.at + 90_000);
    expect(young.points).toMatchObject([{ from: start.at, ms: 90_000 }]);
    expect(trafficOf([start], day, NOW).points).toEqual([]);
  });

  it("leaves out the time in which nothing was recorded", () => {
    const seen = samples(288, 5 * 60_000).filter((_, index) => index < 100 || index >= 200);
    const { points, spanMs } = trafficOf(seen, day, NOW);
    const gaps = points.slice(1).filter(({ from }, index) => from - points[index]!.from > 1.5 * spanMs);
    expect(gaps).toHaveLength(1);
  });

  it("does not sink at its end because the last span is under way", () => {
    const seen = samples(289, 5 * 60_000);
    const { points, spanMs } = trafficOf(seen, week, NOW);
    const last = points.at(-1)!;
    expect(last.ms).toBeLessThan(spanMs);
    expect(last.received).toBeCloseTo(points[0]!.received, 9);
  });

  it("is nothing without a record, and one point with one sample", () => {
    expect(trafficOf([], day, NOW)).toMatchObject({ points: [], received: 0, sent: 0 });
    expect(trafficOf(samples(1, 1000), day, NOW).points).toHaveLength(1);
  });
});

describe("what went by", () => {
  it("is counted of the time asked for, or of as much as there is", () => {
    const points = rounds(100, HOUR, 3n).map((point, index) =>
      index % 10 === 9 ? { ...point, outcome: "missed" as const, earned: "0" } : point,
    );
    expect(pastOf(points, DAY, NOW)).toEqual({ spanMs: DAY, passed: 21, missed: 3, earned: 63n });
    expect(pastOf(points, 7 * DAY, NOW)).toEqual({ spanMs: 99 * HOUR, passed: 90, missed: 10, earned: 270n });
    expect(pastOf([], DAY, NOW)).toEqual({ spanMs: 0, passed: 0, missed: 0, earned: 0n });
  });
});

describe("the record that a page keeps", () => {
  const record = (cursor: string, since: string | undefined, from: number, count: number): History => ({
    cursor,
    since,
    rounds: rounds(from + count - 1, HOUR, 1n).slice(from - 1),
    samples: [],
  });

  it("is taken whole, grows by the news, and is the same object where there are none", () => {
    const first = joinHistory(undefined, record("a.3", undefined, 1, 3))!;
    expect(first.rounds.map(({ round }) => round)).toEqual([1, 2, 3]);
    expect(joinHistory(first, record("a.3", "a.3", 1, 0))).toBe(first);
    const grown = joinHistory(first, record("a.5", "a.3", 3, 3))!;
    expect(grown.rounds.map(({ round }) => round)).toEqual([1, 2, 3, 4, 5]);
    expect(grown.rounds[2]).not.toBe(first.rounds[2]);
    expect(joinHistory(grown, record("b.1", undefined, 7, 1))!.rounds).toHaveLength(1);
  });

  it("is not made of two that do not fit together", () => {
    expect(joinHistory(undefined, record("a.5", "a.3", 1, 1))).toBe(undefined);
    expect(joinHistory(record("a.4", undefined, 1, 1), record("a.5", "a.3", 2, 1))).toBe(undefined);
  });

  it("does not grow beyond what the daemon keeps", () => {
    const first = record("a.1", undefined, 1, MONITOR.rounds);
    const { rounds: kept } = joinHistory(first, record("a.2", "a.1", MONITOR.rounds + 1, 1))!;
    expect([kept.length, kept[0]?.round]).toEqual([MONITOR.rounds, 2]);
  });
});

describe("the next round", () => {
  const overview = busy(NOW);

  it("is said as long as the daemon says when", () => {
    expect(sayNextRound(overview, NOW)).toBe("in about 22 min");
    expect(sayNextRound(overview, overview.chain.roundEndsAt!)).toBe("any moment");
    expect(sayNextRound(fresh(NOW), NOW)).toBe(undefined);
  });
});
