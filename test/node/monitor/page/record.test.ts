/** The record behind the charts of the status page: what is put together adds up, and when the next round begins. */

import { describe, expect, it } from "vitest";
import { STATUS_PAGE } from "../../../../node/limits/index.ts";
import { nextRoundAt } from "../../../../node/monitor/page/next-round.ts";
import { RANGES, earningsOf, trafficOf } from "../../../../node/monitor/page/spans.ts";
import { busy, fresh } from "./overviews.ts";
import type { RoundPoint, SamplePoint } from "../../../../node/monitor/overview.ts";

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
      const { points, spanMs, received, sent } = trafficOf(seen, range, NOW);
      expect(points.length).toBeLessThanOrEqual(STATUS_PAGE.points);
      expect(sent).toBe(2 * received);
      const bytes = points.reduce((sum, point) => sum + (point.received * spanMs) / 1000, 0);
      expect(bytes).toBeCloseTo(received, 3);
    }
  });

  it("leaves out the time in which nothing was recorded", () => {
    const seen = samples(288, 5 * 60_000).filter((_, index) => index < 100 || index >= 200);
    const { points, spanMs } = trafficOf(seen, day, NOW);
    const gaps = points.slice(1).filter(({ from }, index) => from - points[index]!.from > 1.5 * spanMs);
    expect(gaps).toHaveLength(1);
  });

  it("is nothing without a record, and one point with one sample", () => {
    expect(trafficOf([], day, NOW)).toMatchObject({ points: [], received: 0, sent: 0 });
    expect(trafficOf(samples(1, 1000), day, NOW).points).toHaveLength(1);
  });
});

describe("the next round", () => {
  const overview = busy(NOW);
  const { round, roundSeconds } = overview.chain;

  it("begins one round after the earliest that the proofs allow", () => {
    const { rounds } = overview.history;
    const next = nextRoundAt(overview, NOW)!;
    const roundMs = roundSeconds! * 1000;
    expect(next).toBeGreaterThan(NOW);
    expect(next - NOW).toBeLessThanOrEqual(roundMs);
    for (const point of rounds.slice(-8))
      expect(next).toBeLessThanOrEqual(point.at + (round! - point.round + 1) * roundMs);
  });

  it("is not guessed without proofs, without the chain, or from what is long over", () => {
    expect(nextRoundAt(fresh(NOW), NOW)).toBe(undefined);
    expect(nextRoundAt({ ...overview, chain: { ...overview.chain, isDown: true } }, NOW)).toBe(undefined);
    expect(nextRoundAt({ ...overview, chain: { ...overview.chain, roundSeconds: undefined } }, NOW)).toBe(undefined);
    expect(nextRoundAt(overview, NOW + DAY)).toBe(undefined);
    expect(nextRoundAt({ ...overview, chain: { ...overview.chain, round: round! + 1000 } }, NOW)).toBe(undefined);
  });
});
