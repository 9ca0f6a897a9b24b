// How things stand, in one sentence, and what to do first if they do not stand well.

import { STATUS_PAGE } from "../../limits/index.ts";
import { FEW_DIGITS, perDay, readAmount, sayTokens } from "./amounts.ts";
import { HOUR_MS, WEEK_MS, pastOf } from "./past.ts";
import { sayCount, sayNumber, saySpan, sayTime, shorten } from "./words.ts";
import type { Contact, Fault } from "./feed.ts";
import type { Past } from "./past.ts";
import type { Overview, Warning } from "../overview.ts";

/** `silent`: nothing is known; `waiting`: nothing is wrong, and nothing is earned yet. */
export type Tone = "well" | "waiting" | "care" | "trouble" | "silent";

export interface Verdict {
  readonly tone: Tone;
  /** For the title of the tab. */
  readonly short: string;
  /** The first words of the sentence, and the rest of it. */
  readonly lead: string;
  readonly rest: string;
  /** What it means, where the sentence does not say it. */
  readonly detail: string | undefined;
  readonly whatToDo: string | undefined;
  /** The warning that the sentence is made of. */
  readonly about: Warning | undefined;
}

/** Of all that was heard, and when. `now` is this browser's clock, in ms. */
export function judge(contact: Contact, now: number): Verdict {
  const { overview, heardAt, fault } = contact;
  if (fault === "locked") return locked();
  if (overview === undefined || heardAt === undefined) return fault === undefined ? asking() : neverHeard(fault);
  if (fault !== undefined && now - heardAt >= STATUS_PAGE.silentMs)
    return fault === "starting" ? starting() : goneSilent(now - heardAt, heardAt);
  return judgeOverview(overview);
}

/** Warnings in the order in which to see to them: errors first, and of one level the oldest. */
export function inOrder(warnings: readonly Warning[]): Warning[] {
  return [...warnings].sort((a, b) => RANKS[levelOf(a)] - RANKS[levelOf(b)] || a.since - b.since);
}

const RANKS: Readonly<Record<Warning["level"], number>> = { error: 0, warn: 1, info: 2 };

/** One that this page does not know is of a newer daemon: shown, and not made a headline. */
export function levelOf({ level }: Warning): Warning["level"] {
  return Object.hasOwn(RANKS, level) ? level : "info";
}

const NOTHING = { detail: undefined, whatToDo: undefined, about: undefined };

export function judgeOverview(overview: Overview): Verdict {
  return ofWarnings(overview) ?? ofChain(overview) ?? ofRounds(overview);
}

function ofWarnings({ warnings }: Overview): Verdict | undefined {
  const [first] = inOrder(warnings);
  if (first === undefined || levelOf(first) === "info") return undefined;
  const count = warnings.filter(({ level }) => level === first.level).length;
  const isError = first.level === "error";
  const short = isError ? sayCount(count, "problem") : `${sayNumber(count)} to look at`;
  const [rest, detail] = inTwo(first.text);
  return {
    tone: isError ? "trouble" : "care",
    short,
    lead: isError
      ? `${sayWord(count, "problem")}.`
      : `Running, with ${count === 1 ? "one thing" : sayCount(count, "thing")} to see to.`,
    rest,
    detail,
    whatToDo: first.whatToDo,
    about: first,
  };
}

/** What the chain says, where the daemon itself does not warn of it. */
function ofChain({ chain, rounds }: Overview): Verdict | undefined {
  if (chain.isDown)
    return {
      ...NOTHING,
      tone: "care",
      short: "chain silent",
      lead: "The chain does not answer.",
      rest: "Everything stored is still served; proofs wait until it is back.",
      whatToDo: "See that the chain's RPC address works: `cairn provider doctor`",
    };
  if (chain.stage === "ejected")
    return {
      ...NOTHING,
      tone: "trouble",
      short: "ejected",
      lead: "Ejected.",
      rest: "The chain has taken this provider off the market: it missed too many rounds.",
      whatToDo: "Take out what is left of the stake: `cairn provider exit`",
    };
  if (chain.stage === "left" || chain.stage === "exiting")
    return {
      ...NOTHING,
      tone: "waiting",
      short: chain.stage === "left" ? "left" : "leaving",
      lead: chain.stage === "left" ? "Gone from the market." : "Leaving the market.",
      rest:
        chain.stage === "left"
          ? "Nothing more is owed or earned here."
          : "Rounds that are paid for are still proved, until nothing is owed any more.",
    };
  if (rounds.misses > 0)
    return {
      ...NOTHING,
      tone: "trouble",
      short: `${sayCount(rounds.misses, "round")} missed`,
      lead:
        rounds.misses === 1 ? "The last round was missed." : `The last ${sayNumber(rounds.misses)} rounds were missed.`,
      rest: "Nothing was earned. From the third in a row on each costs stake, and the seventh ends it.",
      whatToDo: "The daemon’s log says why; `cairn provider doctor` looks for the cause.",
    };
  if (rounds.openDisputes > 0)
    return {
      ...NOTHING,
      tone: "care",
      short: "a dispute is open",
      lead: `${sayWord(rounds.openDisputes, "dispute")} open.`,
      rest: "The daemon answers by itself, with what it has on disk.",
      whatToDo: "Leave the daemon running until the answer is on the chain.",
    };
  return undefined;
}

function ofRounds({ chain, rounds, money, space, history, now }: Overview): Verdict {
  if (chain.round === undefined)
    return {
      ...NOTHING,
      tone: "waiting",
      short: "starting",
      lead: "Just started.",
      rest: "The chain has not answered yet.",
    };
  const rate = readAmount(money.liveRate) ?? 0n;
  const past = pastOf(history.rounds, WEEK_MS, now);
  if (
    past.passed + past.missed === 0 &&
    rounds.passed === 0 &&
    rounds.missed === 0 &&
    rate === 0n &&
    space.allocations === 0
  )
    return {
      ...NOTHING,
      tone: "waiting",
      short: "ready",
      lead: "Ready,",
      rest: "and waiting for the first client to rent space here.",
    };
  // After a bad day, saying no more than that it is over.
  const isMended = past.missed > 0 && past.missed * 10 >= past.passed + past.missed;
  return {
    ...NOTHING,
    tone: "well",
    short: isMended ? "proving again" : "all is well",
    lead: isMended ? "Proving again:" : "All is well:",
    rest: `${sayPay(rate, chain.roundSeconds, past)}.`,
  };
}

/** `earning 0.42 tokens a day, no round missed in 7 days` */
function sayPay(rate: bigint, roundSeconds: number | undefined, { passed, missed, spanMs }: Past): string {
  const all = passed + missed;
  const lost = missed === 0 ? "no round" : `${sayNumber(missed)} of ${sayCount(all, "round")}`;
  const past = `${lost} missed ${spanMs < HOUR_MS ? "so far" : `in ${saySpan(spanMs)}`}`;
  if (rate === 0n) return `${all === 0 ? "" : `${past}; `}nobody rents space at the moment`;
  const pay =
    roundSeconds === undefined
      ? `${sayTokens(rate, FEW_DIGITS)} tokens a round`
      : `${sayTokens(perDay(rate, roundSeconds), FEW_DIGITS)} tokens a day`;
  return all === 0 ? `clients pay ${pay}, and the first proof is still to come` : `earning ${pay}, ${past}`;
}

/** A warning's first sentence, and the rest of it; what is too long for a sentence stands whole in the second place. */
export function inTwo(text: string): [sentence: string, rest: string | undefined] {
  const [, first = text, rest = ""] = /^(.{20,}?)[.:;] (.+)$/s.exec(text) ?? [];
  if (Array.from(first).length > STATUS_PAGE.sentenceCharacters)
    return [shorten(text, STATUS_PAGE.sentenceCharacters), text];
  if (rest === "") return [text, undefined];
  return [`${first}.`, rest[0]!.toUpperCase() + rest.slice(1)];
}

function sayWord(count: number, noun: string): string {
  return count === 1 ? `One ${noun}` : sayCount(count, noun);
}

function asking(): Verdict {
  return { ...NOTHING, tone: "silent", short: "asking", lead: "Asking the daemon", rest: "how things stand …" };
}

function locked(): Verdict {
  return {
    ...NOTHING,
    tone: "silent",
    short: "locked",
    lead: "This page is locked.",
    rest: "The daemon shows it only to those who have its token.",
    whatToDo: "Load this page again, and give the `monitorToken` of the daemon’s settings.",
  };
}

function starting(): Verdict {
  return {
    ...NOTHING,
    tone: "silent",
    short: "starting",
    lead: "The daemon is starting.",
    rest: "In a moment it will say how things stand.",
  };
}

function neverHeard(fault: Exclude<Fault, "locked">): Verdict {
  if (fault === "starting") return starting();
  return fault === "silent"
    ? {
        ...silence(),
        lead: "The daemon does not answer.",
        rest: "Perhaps it is not running, or this network does not reach it.",
      }
    : {
        ...silence(),
        lead: "The answer makes no sense.",
        rest: "Something answers here, but not with what a provider says of itself.",
        whatToDo:
          "If there is a proxy in between, look at that; else load the page again, as the daemon may have been updated.",
      };
}

function goneSilent(ms: number, heardAt: number): Verdict {
  return {
    ...silence(),
    lead: "The daemon has stopped answering.",
    rest: `Last heard ${saySpan(ms)} ago.`,
    detail: `What is below is from ${sayTime(heardAt)}.`,
  };
}

function silence(): Verdict {
  return {
    ...NOTHING,
    tone: "silent",
    short: "no answer",
    lead: "",
    rest: "",
    whatToDo: "See whether it runs: `cairn provider status`. Its log says why it stopped.",
  };
}
