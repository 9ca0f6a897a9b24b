// Numbers as the document writes them.

import type { Mean } from "./measure.ts";

const DAY_HOURS = 24;
const YEAR_DAYS = 365;
const LONG_YEARS = 1_000;

/** Whole from 100 on, three digits that count below, and "over 10^12" where nobody reads digits any more. */
export function count(given: number): string {
  // 0.3 × 10 is a whole number to people.
  const value = Number(given.toPrecision(12));
  if (value > 1e12) return "over 10^12";
  if (Number.isInteger(value)) return withCommas(value, 0);
  return value >= 10_000
    ? withCommas(Number(value.toPrecision(4)), 0)
    : withCommas(value, value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

/** A chance below 1, with three digits that count; the rare as one in so many. */
export function chance(value: number): string {
  if (value === 0) return "0 %";
  if (value > 0.9999) return "> 99.99 %";
  if (value < 1e-12) return "below 10^−12";
  if (value < 0.0001) return `1 in ${count(Number((1 / value).toPrecision(3)))}`;
  return `${(value * 100).toPrecision(value > 0.99 ? 4 : 3)} %`;
}

/** A part as somebody wrote it: no more digits than it has. */
export function percent(part: number): string {
  return `${Number((part * 100).toPrecision(3))} %`;
}

/** Rounds a day, which are seldom whole. */
export function perDay(rounds: number): string {
  return withCommas(
    Number(rounds.toPrecision(4)),
    rounds >= 1_000 || Number.isInteger(rounds) ? 0 : rounds >= 100 ? 1 : 2,
  );
}

/** In rounds of pay. */
export function amount(value: number): string {
  return withCommas(value, 1);
}

/** With a sign, for gains. */
export function signed(value: number, digits = 1): string {
  const text = withCommas(Math.abs(value), digits);
  if (Number(text.replaceAll(",", "")) === 0) return withCommas(0, digits);
  return `${value < 0 ? "−" : "+"}${text}`;
}

export function withError({ mean, error }: Mean): string {
  return `${signed(mean)} ± ${error.toFixed(1)}`;
}

/** Rounds as time, at so many a day. */
export function time(rounds: number, roundsPerDay: number): string {
  const days = rounds / roundsPerDay;
  if (days >= YEAR_DAYS * LONG_YEARS) return `over ${count(LONG_YEARS)} years`;
  if (days >= YEAR_DAYS) return `${count(Number((days / YEAR_DAYS).toPrecision(3)))} years`;
  if (days >= 2) return `${Number(days.toPrecision(3))} days`;
  const hours = days * DAY_HOURS;
  return hours >= 2 ? `${Number(hours.toPrecision(3))} h` : `${Number((hours * 60).toPrecision(3))} min`;
}

function withCommas(value: number, digits: number): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
