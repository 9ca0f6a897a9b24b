// The last rounds, one stone each.

import { STATUS_PAGE } from "../../limits/index.ts";
import { readAmount, sayTokens } from "./amounts.ts";
import { sayNextRound } from "./next-round.ts";
import { Numbers } from "./numbers.tsx";
import { pastOf } from "./past.ts";
import { Section } from "./parts.tsx";
import { sayAgo, sayCount, sayList, sayNumber, saySpan, sayTime } from "./words.ts";
import type { JSX } from "preact";
import type { Overview, RoundPoint } from "../overview.ts";

const OUTCOMES = { passed: "passed", missed: "missed", idle: "nothing owed" } as const;

export function RoundsSection({ overview, now }: { readonly overview: Overview; readonly now: number }): JSX.Element {
  const { chain, history } = overview;
  const shown = history.rounds.slice(-STATUS_PAGE.strip);
  const last = shown.at(-1);
  const isOpen = chain.round !== undefined && last !== undefined && chain.round > last.round;
  return (
    <Section name="rounds" title="Rounds" sentence={sentenceOf(overview, now)}>
      {shown.length === 0 ? (
        <p class="empty">No round has ended yet. Each leaves a stone here.</p>
      ) : (
        <>
          <div class="strip" role="img" aria-label={describe(shown)}>
            {shown.map((point) => (
              <i key={point.round} class={outcomeOf(point)} title={titleOf(point)} />
            ))}
            {isOpen ? <i class="open" title={`Round ${sayNumber(chain.round)}: not over yet`} /> : null}
          </div>
          <ul class="keys">
            {(["passed", "missed", "idle"] as const).map((outcome) => (
              <li key={outcome}>
                <i class={outcome} aria-hidden="true" /> {OUTCOMES[outcome]}
              </li>
            ))}
            {isOpen ? (
              <li>
                <i class="open" aria-hidden="true" /> now
              </li>
            ) : null}
            <li class="ends">
              oldest first, from round {sayNumber(shown[0]!.round)}, {sayAgo(now - shown[0]!.at)}
            </li>
          </ul>
          {missedOf(shown)}
          <Numbers
            title="Rounds"
            heads={["round", "what became of it", "tokens", "gas", "seen"]}
            rows={shown.map(rowOf)}
          />
        </>
      )}
    </Section>
  );
}

function sentenceOf(overview: Overview, now: number): string {
  const { passed, missed, spanMs } = pastOf(overview.history.rounds, Number.POSITIVE_INFINITY, now);
  const past =
    passed + missed === 0
      ? "None proved yet."
      : `${sayNumber(passed)} passed and ${missed === 0 ? "none" : sayNumber(missed)} missed in ${saySpan(spanMs)}.`;
  return `${past} ${sayNext(overview, now)}`;
}

/** `Round 1,311 is proved. The next one begins in about 12 min.` */
function sayNext(overview: Overview, now: number): string {
  const { chain, rounds } = overview;
  if (chain.round === undefined) return "The present round is not known, as the chain has not answered yet.";
  if (chain.isDown) return `Round ${sayNumber(chain.round)} was the last one seen.`;
  const isProved = rounds.lastProved !== undefined && rounds.lastProved >= chain.round;
  const present = `Round ${sayNumber(chain.round)} ${isProved ? "is proved" : "is under way"}.`;
  const next = sayNextRound(overview, now);
  if (next !== undefined) return `${present} The next one begins ${next}.`;
  return chain.roundSeconds === undefined ? present : `${present} A round takes ${saySpan(chain.roundSeconds * 1000)}.`;
}

function describe(shown: readonly RoundPoint[]): string {
  const count = (outcome: RoundPoint["outcome"]): number =>
    shown.filter((point) => outcomeOf(point) === outcome).length;
  return `The last ${sayCount(shown.length, "round")}: ${count("passed")} passed, ${count("missed")} missed, ${count("idle")} with nothing owed.`;
}

/** One that this page does not know is of a newer daemon. */
function outcomeOf({ outcome }: RoundPoint): RoundPoint["outcome"] {
  return Object.hasOwn(OUTCOMES, outcome) ? outcome : "idle";
}

function rowOf(point: RoundPoint): string[] {
  const { round, at, earned, gasUsed } = point;
  const outcome = outcomeOf(point);
  const pay = outcome === "passed" ? sayTokens(readAmount(earned) ?? 0n) : "–";
  return [sayNumber(round), OUTCOMES[outcome], pay, gasUsed === undefined ? "–" : sayNumber(gasUsed), sayTime(at)];
}

function titleOf(point: RoundPoint): string {
  const { round, at, outcome, earned } = point;
  const pay = outcome === "passed" ? `, ${sayTokens(readAmount(earned) ?? 0n)} tokens` : "";
  return `Round ${sayNumber(round)}: ${OUTCOMES[outcomeOf(point)]}${pay}, ${sayTime(at)}`;
}

function missedOf(shown: readonly RoundPoint[]): JSX.Element | null {
  const missed = shown.filter(({ outcome }) => outcome === "missed");
  if (missed.length === 0) return null;
  const named = missed.slice(-STATUS_PAGE.missedNamed).map(({ round, at }) => `${sayNumber(round)} (${sayTime(at)})`);
  const before = missed.length - named.length;
  return (
    <p class="note">
      Missed: {before > 0 ? `${sayCount(before, "earlier one")}, ` : ""}
      {sayList(named)}.
    </p>
  );
}
