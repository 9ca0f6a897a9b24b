// What is earned, what is at stake, what can be taken out, and how long the gas lasts.

import { useCallback, useMemo, useState } from "preact/hooks";
import uPlot from "uplot";
import { FEW_DIGITS, perDay, readAmount, sayPower, sayTokens, toDrawn } from "./amounts.ts";
import { Chart, axis } from "./chart.tsx";
import { Numbers } from "./numbers.tsx";
import { Facts, Section, Tokens } from "./parts.tsx";
import { RangeChoice } from "./range-choice.tsx";
import { RANGES, UNIT_MS, earningsOf, nextMinute } from "./spans.ts";
import { sayClock, sayDate, sayNumber, saySpan, sayTime } from "./words.ts";
import type { JSX } from "preact";
import type { Fact } from "./parts.tsx";
import type { EarningUnit, Earnings, Range } from "./spans.ts";
import type { Plan } from "./chart.tsx";
import type { Overview } from "../overview.ts";

export function MoneySection({ overview }: { readonly overview: Overview }): JSX.Element {
  const [range, setRange] = useState<Range>(RANGES[1]);
  const [pointed, setPointed] = useState<number>();
  const point = useCallback((index: number | undefined) => setPointed(index), []);
  const { history } = overview;
  const now = nextMinute(overview.now);
  const earnings = useMemo(() => earningsOf(history.rounds, range, now), [history, range, now]);
  const data = useMemo(() => drawn(earnings), [earnings]);
  const { unit, spans } = earnings;
  const plan = useMemo(() => planOf(unit), [unit]);
  const span = pointed === undefined ? undefined : spans[pointed];
  const sum = `${sayTokens(earnings.sum)} tokens earned ${sayRange(earnings, range)}`;
  return (
    <Section name="money" title="Money" sentence={sentenceOf(overview)}>
      <div class="over">
        <p class="reading">
          {span === undefined ? (
            <>
              <strong>{sum}</strong>
              {earnings.sum === 0n ? "" : `, by ${unit}`}
            </>
          ) : (
            <>
              <strong>{sayTokens(span.earned)} tokens</strong>, {span.label}
            </>
          )}
        </p>
        <RangeChoice of="Earnings" chosen={range} onChoose={setRange} />
      </div>
      {earnings.sum === 0n ? (
        <p class="empty tall">Each round that is proved and paid for adds to a bar here.</p>
      ) : (
        <>
          <Chart label={`${sum}, by ${unit}.`} data={data} plan={plan} onPoint={point} />
          <Numbers
            title={`Earnings by ${unit}`}
            heads={[unit, "tokens", "passed", "missed"]}
            rows={spans.map(({ label, earned, passed, missed }) => [
              label,
              sayTokens(earned),
              sayNumber(passed),
              sayNumber(missed),
            ])}
          />
        </>
      )}
      <Facts facts={factsOf(overview)} />
    </Section>
  );
}

function sentenceOf({ money, chain }: Overview): string {
  const rate = readAmount(money.liveRate) ?? 0n;
  if (rate === 0n) return "Nothing is earned at the moment: nobody rents space here.";
  const round = `${sayTokens(rate)} tokens with each round proved`;
  return chain.roundSeconds === undefined
    ? `${round}.`
    : `${sayTokens(perDay(rate, chain.roundSeconds), FEW_DIGITS)} tokens a day: ${round}.`;
}

/** Bars of days begin with a whole day, so their sum is not that of the last so many hours. */
function sayRange({ unit, spans: [first] }: Earnings, range: Range): string {
  return unit === "round" || first === undefined
    ? `in ${range.words}`
    : `since ${unit === "hour" ? sayTime(first.from) : sayDate(first.from)}`;
}

function factsOf({ money, chain }: Overview): Fact[] {
  const amount = (text: string | undefined): JSX.Element | string => {
    const read = chain.stage === undefined ? undefined : readAmount(text);
    return read === undefined ? "not known" : <Tokens amount={read} />;
  };
  return [
    { term: "Withdrawable", value: amount(money.withdrawable), note: "earned, yours to take" },
    { term: "Escrow", value: amount(money.escrow), note: "paid ahead by clients, earned round by round" },
    { term: "Stake", value: amount(money.stake), note: "yours, held while you provide" },
    gasOf(money, chain),
  ];
}

function gasOf({ gas, roundsOfGasLeft }: Overview["money"], { roundSeconds }: Overview["chain"]): Fact {
  const amount = readAmount(gas);
  const coins = amount === undefined ? "not known" : <Tokens amount={amount} unit="coins" />;
  if (roundsOfGasLeft === undefined) return { term: "Gas", value: coins, note: "what proofs are sent with" };
  const time = roundSeconds === undefined ? "" : `, enough for ${saySpan(roundsOfGasLeft * roundSeconds * 1000)}`;
  return {
    term: "Gas",
    value: (
      <>
        {sayNumber(roundsOfGasLeft)} <span class="unit">{roundsOfGasLeft === 1 ? "round" : "rounds"}</span>
      </>
    ),
    note: (
      <>
        {coins}
        {time}
      </>
    ),
  };
}

/** So many bars have room at least: one alone would be a wall. */
const FEWEST_BARS = 7;

/** Rounds by number, times by the clock; what is not over yet apart, or it would look like a bad day. */
function drawn({ unit, spans }: Earnings): uPlot.AlignedData {
  const places = spans.map(({ from, round }) => (unit === "round" ? round : from));
  const over = spans.map(({ earned, isOpen }) => (isOpen ? null : toDrawn(earned)));
  const open = spans.map(({ earned, isOpen }) => (isOpen ? toDrawn(earned) : null));
  return [places, over, open];
}

function planOf(unit: EarningUnit): Plan {
  const step = unit === "round" ? 1 : UNIT_MS[unit];
  return (theme) => ({
    scales: {
      x: {
        time: unit !== "round",
        range: (_plot, first, last) => [Math.min(first, last - (FEWEST_BARS - 1) * step) - step / 2, last + step / 2],
      },
      y: { range: (_plot, _least, most) => [0, most > 0 ? most * 1.1 : 1] },
    },
    series: [{}, bars(theme.good), bars(`color-mix(in srgb, ${theme.good} 45%, transparent)`)],
    axes: [
      {
        ...axis(theme, false),
        space: 64,
        incrs: unit === "round" ? [1, 2, 5, 10, 20, 50, 100, 1000] : [...HOURS, ...DAYS],
        values: (_plot, splits, _index, _space, step) =>
          splits.map((at) => (unit === "round" ? sayRound(at) : sayPlace(at, step))),
      },
      {
        ...axis(theme, true),
        splits: (_plot, _axis, _least, most) => stepsTo(most),
        values: (_plot, splits) => splits.map(sayDrawn),
      },
    ],
  });
}

function bars(colour: string): uPlot.Series {
  const paths = uPlot.paths.bars!({ size: [0.66, 64], radius: 0.15 });
  return { fill: colour, width: 0, points: { show: false }, paths };
}

const HOURS = [1, 2, 3, 6, 12].map((hours) => hours * UNIT_MS.hour);
const DAYS = [1, 2, 7, 14, 28, 84, 364].map((days) => days * UNIT_MS.day);

/** Few rounds leave room before the first there ever was. */
function sayRound(at: number): string {
  return at < 0 ? "" : sayNumber(at);
}

function sayPlace(at: number, step: number): string {
  return step >= UNIT_MS.day ? sayDate(at) : sayClock(at);
}

/** Three or four round numbers from nought on, however large: uPlot's own end at 10^32. */
function stepsTo(most: number): number[] {
  const rough = most / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [5, 2, 1].map((times) => times * power).find((step) => step <= rough) ?? rough;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

const COMPACT = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });

/** Three digits at most: what stands at an axis is for the eye. */
function sayDrawn(tokens: number): string {
  if (tokens !== 0 && (tokens < 0.00001 || tokens >= 1e15)) {
    const [digits = "", power = ""] = tokens.toExponential(1).split("e");
    return sayPower(digits.replace(/\.0$/, ""), Number(power));
  }
  return COMPACT.format(tokens);
}
