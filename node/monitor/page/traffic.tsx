// What came in and what went out: in above the line, out below it.

import { useCallback, useMemo, useState } from "preact/hooks";
import { formatSize } from "../../quantity.ts";
import { Chart, axis } from "./chart.tsx";
import { Numbers } from "./numbers.tsx";
import { Section } from "./parts.tsx";
import { RangeChoice } from "./range-choice.tsx";
import { RANGES, nextMinute, trafficOf } from "./spans.ts";
import { sayClock, sayDate, sayTime } from "./words.ts";
import uPlot from "uplot";
import type { JSX } from "preact";
import type { Range, Traffic } from "./spans.ts";
import type { Plan, Theme } from "./chart.tsx";
import type { Overview, SamplePoint } from "../overview.ts";

export function TrafficSection({ overview }: { readonly overview: Overview }): JSX.Element {
  const [range, setRange] = useState<Range>(RANGES[0]);
  const [pointed, setPointed] = useState<number>();
  const point = useCallback((index: number | undefined) => setPointed(index), []);
  const { history } = overview;
  const now = nextMinute(overview.now);
  const { received, sent } = overview.traffic;
  const samples = useMemo(() => [...history.samples, sampleOf(now, received, sent)], [history, now, received, sent]);
  const traffic = useMemo(() => trafficOf(samples, range, now), [samples, range, now]);
  const data = useMemo(() => drawn(traffic), [traffic]);
  const at = pointed === undefined ? undefined : data[0][pointed];
  const here =
    at === undefined ? undefined : traffic.points.findLast(({ from }) => from <= at && at < from + traffic.spanMs);
  const sum = `${formatSize(traffic.received)} received and ${formatSize(traffic.sent)} sent in ${range.words}`;
  return (
    <Section name="traffic" title="Traffic" sentence={sentenceOf(traffic, range)}>
      <div class="over">
        <p class="reading">
          <i class="key in" aria-hidden="true" /> in{" "}
          <strong>{here === undefined ? formatSize(traffic.received) : sayRate(here.received)}</strong>
          <i class="key out" aria-hidden="true" /> out{" "}
          <strong>{here === undefined ? formatSize(traffic.sent) : sayRate(here.sent)}</strong>
          {here === undefined ? "" : `, ${sayTime(here.from)}`}
        </p>
        <RangeChoice of="Traffic" chosen={range} onChoose={setRange} />
      </div>
      {traffic.received + traffic.sent === 0 ? (
        <p class="empty tall">What comes and goes is drawn here once a client stores or fetches something.</p>
      ) : (
        <>
          <Chart label={`${sum}.`} data={data} plan={plan} onPoint={point} />
          <Numbers
            title="Traffic"
            heads={["from", "in", "out"]}
            rows={traffic.points.map(({ from, received, sent }) => [sayTime(from), sayRate(received), sayRate(sent)])}
          />
        </>
      )}
    </Section>
  );
}

/** What is in no sample yet, as if its span were over. */
function sampleOf(at: number, received: number, sent: number): SamplePoint {
  return { at, received, sent, live: 0, dead: 0, connections: 0 };
}

function sentenceOf({ received, sent }: Traffic, range: Range): string {
  if (received + sent === 0) return `No traffic is recorded of ${range.words}.`;
  return `${formatSize(received)} came in and ${formatSize(sent)} went out in ${range.words}.`;
}

function sayRate(bytesPerSecond: number): string {
  return `${formatSize(Math.round(bytesPerSecond))}/s`;
}

/** Each span as wide as it is, with a hole where the daemon was not running. */
function drawn({ points, spanMs }: Traffic): uPlot.AlignedData {
  const times: number[] = [];
  const received: (number | null)[] = [];
  const sent: (number | null)[] = [];
  const push = (at: number, above: number | null, below: number | null): void => {
    times.push(at);
    received.push(above);
    sent.push(below === null ? null : -below);
  };
  for (const [index, point] of points.entries()) {
    push(point.from, point.received, point.sent);
    const next = points[index + 1];
    if (next !== undefined && next.from - point.from < 1.5 * spanMs) continue;
    push(point.from + point.ms - 1, point.received, point.sent);
    if (next !== undefined) push(point.from + spanMs, null, null);
  }
  return [times, received, sent];
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Between two times at the axis. Minutes are the least that they say. */
const TIMES = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 20_160].map((one) => one * MINUTE);
/** So that a quiet hour does not look like a storm. */
const LEAST_SHOWN = 1024;
/** More would not have room beside each other. */
const MOST_STEPS = 5;
/** Sizes have binary units, so a step of theirs is a power of two. */
const STEPS = Array.from({ length: 60 }, (_, power) => 2 ** power);

function plan(theme: Theme): ReturnType<Plan> {
  return {
    scales: {
      x: { time: true },
      y: { range: (_plot, least, most) => wholeSteps(least, most) },
    },
    series: [{}, area(theme.first), area(theme.second)],
    axes: [
      {
        ...axis(theme, false),
        space: 64,
        incrs: TIMES,
        values: (_plot, splits, _index, _space, step) => splits.map((at) => (step >= DAY ? sayDate(at) : sayClock(at))),
      },
      {
        ...axis(theme, true),
        space: 30,
        incrs: STEPS,
        values: (_plot, splits) => splits.map((rate) => sayRate(Math.abs(rate))),
      },
    ],
  };
}

/** Ends on a step above and below, so that both sides have a number beside them. */
function wholeSteps(least: number, most: number): [number, number] {
  const [above, below] = [Math.max(most, LEAST_SHOWN), Math.max(-least, LEAST_SHOWN)];
  const count = (step: number): number => Math.ceil(above / step) + Math.ceil(below / step);
  const step = STEPS.find((step) => count(step) <= MOST_STEPS) ?? Math.max(above, below);
  return [-Math.ceil(below / step) * step, Math.ceil(above / step) * step];
}

function area(colour: string): uPlot.Series {
  return {
    stroke: colour,
    fill: `color-mix(in srgb, ${colour} 25%, transparent)`,
    width: 1.5,
    points: { show: false },
    paths: uPlot.paths.stepped!({ align: 1 }),
  };
}
