// Four figures for who has no time for more: what came in, whether rounds are proved, how much is rented, when the next round begins.

import { sayNextRound } from "./next-round.ts";
import { Facts, Tokens } from "./parts.tsx";
import { DAY_MS, WEEK_MS, pastOf } from "./past.ts";
import { rentedPercent } from "./space.tsx";
import { formatSize } from "../../quantity.ts";
import { sayNumber, saySpan } from "./words.ts";
import { sayTokens } from "./amounts.ts";
import type { JSX } from "preact";
import type { Fact } from "./parts.tsx";
import type { Past } from "./past.ts";
import type { Overview } from "../overview.ts";

export function Glance({ overview, now }: { readonly overview: Overview; readonly now: number }): JSX.Element {
  return (
    <section class="glance" aria-label="At a glance">
      <Facts facts={[earnedOf(overview, now), provedOf(overview, now), rentedOf(overview), roundOf(overview, now)]} />
    </section>
  );
}

function earnedOf({ history: { rounds } }: Overview, now: number): Fact {
  const [day, week] = [DAY_MS, WEEK_MS].map((ms) => pastOf(rounds, ms, now)) as [Past, Past];
  const more = week.spanMs > day.spanMs ? `, ${sayTokens(week.earned)} in ${saySpan(week.spanMs)}` : "";
  const note = rounds.length === 0 ? "tokens, nothing yet" : `tokens in ${saySpan(day.spanMs)}${more}`;
  return { term: "Earned", value: <Tokens amount={day.earned} unit="" />, note };
}

/** Red only while rounds are being missed: one that is lost among hundreds is past. */
function provedOf({ history, rounds: { misses } }: Overview, now: number): Fact {
  const { passed, missed, spanMs } = pastOf(history.rounds, WEEK_MS, now);
  if (passed + missed === 0) return { term: "Rounds proved", value: "0", note: "nothing was owed yet" };
  return {
    term: "Rounds proved",
    value: (
      <span class={misses > 0 ? "bad" : ""}>
        {sayNumber(passed)} <span class="unit">of {sayNumber(passed + missed)}</span>
      </span>
    ),
    note: missed > 0 ? `${sayNumber(missed)} missed in ${saySpan(spanMs)}` : `none missed in ${saySpan(spanMs)}`,
  };
}

function rentedOf({ space }: Overview): Fact {
  return { term: "Rented", value: rentedPercent(space), note: `of ${formatSize(space.capacity)}` };
}

function roundOf(overview: Overview, now: number): Fact {
  const { round, isDown } = overview.chain;
  const next = sayNextRound(overview, now)?.replace(/^in about /, "");
  return { term: "Next round", value: next ?? "not known", note: presentOf() };

  function presentOf(): string {
    if (isDown) return "the chain does not answer";
    if (round === undefined) return "the chain has not answered yet";
    const isProved = (overview.rounds.lastProved ?? -1) >= round;
    return `round ${sayNumber(round)} is ${isProved ? "proved" : "under way"}`;
  }
}
