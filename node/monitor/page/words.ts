// Counts, times and texts as people say them.

import { groupDigits, sayPower } from "./amounts.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** `1 round`, `1,284 rounds`. */
export function sayCount(count: number, one: string, many = `${one}s`): string {
  return `${sayNumber(count)} ${count === 1 ? one : many}`;
}

/** A whole number with its thousands apart; with a word or a power of ten where it has too many. */
export function sayNumber(count: number): string {
  if (!Number.isFinite(count)) return "an unknown number of";
  if (Math.abs(count) < 1e12) return groupDigits(Math.round(count));
  const [digits = "", power = ""] = count.toExponential(2).split("e+");
  return sayPower(digits, Number(power));
}

/** A length of time in one unit, or two where one is too coarse: `40 s`, `12 min`, `3 h 20 min`, `41 days`. */
export function saySpan(ms: number): string {
  const span = Math.max(0, ms);
  if (!Number.isFinite(span)) return "a long time";
  if (span < MINUTE) return `${Math.floor(span / SECOND)} s`;
  if (span < HOUR) return `${Math.floor(span / MINUTE)} min`;
  if (span < 10 * HOUR) return sayTwo(span, HOUR, "h", MINUTE, "min");
  if (span < 2 * DAY) return `${Math.floor(span / HOUR)} h`;
  if (span < 2 * YEAR) return `${Math.floor(span / DAY)} days`;
  return span < 1000 * YEAR ? `${Math.floor(span / YEAR)} years` : "over a thousand years";
}

/** `just now`, `3 min ago`. */
export function sayAgo(ms: number): string {
  return ms < 2 * SECOND ? "just now" : `${saySpan(ms)} ago`;
}

const DATE = { day: "numeric", month: "short" } as const;
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** In the time zone of whoever looks: `21 Nov, 14:05`. */
export function sayTime(at: number): string {
  return `${sayDate(at)}, ${sayClock(at)}`;
}

/** `21 Nov` */
export function sayDate(at: number): string {
  return say(at, "date", DATE);
}

/** `14:05` */
export function sayClock(at: number): string {
  return say(at, "clock", CLOCK);
}

/** A text of the daemon's, not longer than so many characters. */
export function shorten(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

/** With no line ending between a number and what it counts, nor in `a day`. */
export function keepTogether(text: string): string {
  return text.replace(/(\d) (?=[a-z%])|\b(a) (?=day\b)/gi, "$1$2\u00a0");
}

/** A long name by its ends: `0x12ab…9f03`. */
export function sayEnds(name: string): string {
  return name.length <= 14 ? name : `${name.slice(0, 6)}…${name.slice(-4)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function sayList(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function sayTwo(span: number, large: number, largeName: string, small: number, smallName: string): string {
  const whole = Math.floor(span / large);
  const rest = Math.floor((span % large) / small);
  return rest === 0 ? `${whole} ${largeName}` : `${whole} ${largeName} ${rest} ${smallName}`;
}

function say(at: number, name: string, options: Intl.DateTimeFormatOptions): string {
  // A date beyond what a calendar holds would throw.
  if (!(Math.abs(at) <= 8.64e15)) return "an unknown time";
  let format = formats.get(name);
  if (format === undefined) formats.set(name, (format = new Intl.DateTimeFormat("en-GB", options)));
  return format.format(at);
}
