// The daemon's record, put together into as many bars and points as a screen can show.

import { STATUS_PAGE } from "../../limits/index.ts";
import { readAmount } from "./amounts.ts";
import { sayClock, sayDate, sayTime } from "./words.ts";
import type { RoundPoint, SamplePoint } from "../overview.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const RANGES = [
  { name: "day", label: "Day", words: "the last 24 hours", ms: DAY },
  { name: "week", label: "Week", words: "the last 7 days", ms: 7 * DAY },
  { name: "month", label: "Month", words: "the last 30 days", ms: 30 * DAY },
  { name: "all", label: "All", words: "all that is recorded", ms: Number.POSITIVE_INFINITY },
] as const;
export type Range = (typeof RANGES)[number];

export type EarningUnit = "round" | "hour" | "day" | "week";

export interface EarningSpan {
  /** When it begins. */
  readonly from: number;
  /** The number of its first round. */
  readonly round: number;
  readonly label: string;
  /** It is not over yet. */
  readonly isOpen: boolean;
  readonly earned: bigint;
  readonly passed: number;
  readonly missed: number;
}

export interface Earnings {
  readonly unit: EarningUnit;
  /** Ascending. Where rounds are missing in the record there is no span. */
  readonly spans: readonly EarningSpan[];
  readonly sum: bigint;
}

export interface TrafficPoint {
  readonly from: number;
  /** How much of the span it tells of: the last one may be under way. */
  readonly ms: number;
  /** Bytes a second. */
  readonly received: number;
  readonly sent: number;
}

export interface Traffic {
  readonly spanMs: number;
  readonly points: readonly TrafficPoint[];
  /** Bytes in all. */
  readonly received: number;
  readonly sent: number;
}

export const UNIT_MS = { hour: HOUR, day: DAY, week: 7 * DAY } as const;
/** Charts end with a whole minute, so that they are not drawn again at each look. */
export function nextMinute(now: number): number {
  return Math.ceil(now / MINUTE) * MINUTE;
}

const UNITS: readonly EarningUnit[] = ["round", "hour", "day", "week"];

/** Earnings by the finest unit that fits. */
export function earningsOf(rounds: readonly RoundPoint[], range: Range, now: number): Earnings {
  for (const unit of UNITS) {
    const since = beginOf(range, unit, now);
    const seen = rounds.filter(({ at }) => at > since);
    const groups = Map.groupBy(seen, (point) => (unit === "round" ? point.round : startOf(point.at, unit)));
    if (groups.size > STATUS_PAGE.bars && unit !== "week") continue;
    const spans = [...groups]
      .sort(([a], [b]) => a - b)
      .slice(-STATUS_PAGE.bars)
      .map(([key, points]) => spanOf(key, points, unit, now));
    return { unit, spans, sum: spans.reduce((sum, { earned }) => sum + earned, 0n) };
  }
  return { unit: "week", spans: [], sum: 0n };
}

/** Traffic in spans of a whole number of samples. A sample tells of the span that ends with it. */
export function trafficOf(samples: readonly SamplePoint[], range: Range, now: number): Traffic {
  const sampleMs = usualStep(samples);
  const seen = samples.flatMap((sample, index) =>
    sample.at > now - range.ms && !isStart(samples, index, sampleMs)
      ? [{ ...sample, from: beginOfSample(samples, index, sampleMs) }]
      : [],
  );
  const first = seen[0]?.from ?? now - sampleMs;
  const spanMs = Math.max(1, Math.ceil((now - first) / sampleMs / STATUS_PAGE.points)) * sampleMs;
  const groups = Map.groupBy(seen, ({ from }) => first + Math.floor((from - first) / spanMs) * spanMs);
  const points = [...groups].slice(-STATUS_PAGE.points).map(([from, group], index, { length }) => {
    const told = (group.at(-1)?.at ?? from) - from;
    const ms = index === length - 1 ? Math.min(spanMs, Math.max(told, MINUTE)) : spanMs;
    return { from, ms, received: (sum(group, "received") * 1000) / ms, sent: (sum(group, "sent") * 1000) / ms };
  });
  return { spanMs, points, received: sum(seen, "received"), sent: sum(seen, "sent") };
}

/** The first sample of a run is the place from which its curve starts: it tells nothing of the time before. */
function isStart(samples: readonly SamplePoint[], index: number, sampleMs: number): boolean {
  const { received, sent } = samples[index] as SamplePoint;
  return received + sent === 0 && !hasNeighbour(samples, index, sampleMs);
}

/** From the sample before, which is not always a whole step away; after a time of which nothing is known, a step. */
function beginOfSample(samples: readonly SamplePoint[], index: number, sampleMs: number): number {
  const { at } = samples[index] as SamplePoint;
  return hasNeighbour(samples, index, sampleMs) ? (samples[index - 1]?.at ?? at) : at - sampleMs;
}

function hasNeighbour(samples: readonly SamplePoint[], index: number, sampleMs: number): boolean {
  const [before, here] = [samples[index - 1], samples[index]];
  return before !== undefined && here !== undefined && here.at - before.at < 1.5 * sampleMs;
}

/** The step between most neighbours: the daemon may have been off in between. */
function usualStep(samples: readonly SamplePoint[]): number {
  const steps = samples.slice(1).map(({ at }, index) => at - (samples[index]?.at ?? at));
  const positive = steps.filter((step) => step > 0).sort((a, b) => a - b);
  return positive[Math.floor(positive.length / 2)] ?? 5 * MINUTE;
}

function spanOf(key: number, points: readonly RoundPoint[], unit: EarningUnit, now: number): EarningSpan {
  const [first] = points;
  const from = unit === "round" ? (first?.at ?? key) : key;
  const isOpen = unit !== "round" && from + UNIT_MS[unit] > now;
  return {
    from,
    round: first?.round ?? 0,
    label: `${labelOf(from, first, unit)}${isOpen ? ", so far" : ""}`,
    isOpen,
    earned: points.reduce((sum, { earned }) => sum + (readAmount(earned) ?? 0n), 0n),
    passed: points.filter(({ outcome }) => outcome === "passed").length,
    missed: points.filter(({ outcome }) => outcome === "missed").length,
  };
}

function labelOf(from: number, first: RoundPoint | undefined, unit: EarningUnit): string {
  if (unit === "round") return `round ${first?.round ?? ""}, ${sayTime(from)}`;
  if (unit === "hour") return `${sayDate(from)}, from ${sayClock(from)}`;
  return unit === "day" ? sayDate(from) : `week from ${sayDate(from)}`;
}

/** Where a range begins: with a whole bar, as the half of one would look like a bad day. */
function beginOf({ ms }: Range, unit: EarningUnit, now: number): number {
  if (unit === "round" || !Number.isFinite(ms)) return now - ms;
  return startOf(now - ms + UNIT_MS[unit], unit) - 1;
}

/** Where an hour, day or week begins on the clock of whoever looks, on days of 23 and 25 hours too. */
function startOf(at: number, unit: Exclude<EarningUnit, "round">): number {
  const date = new Date(at);
  if (unit === "hour") return date.setMinutes(0, 0, 0);
  date.setHours(0, 0, 0, 0);
  // Weeks begin on Monday.
  return unit === "day" ? date.getTime() : date.setDate(date.getDate() - ((date.getDay() + 6) % 7));
}

function sum(samples: readonly SamplePoint[], name: "received" | "sent"): number {
  return samples.reduce((sum, sample) => sum + sample[name], 0);
}
