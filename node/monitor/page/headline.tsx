// The top of the page: how things stand, and what to do first.

import { keepTogether, saySpan } from "./words.ts";
import { Prose } from "./parts.tsx";
import { Stones } from "./stones.tsx";
import type { Verdict } from "./verdict.ts";
import type { ComponentChildren, JSX } from "preact";

interface HeadlineProps {
  readonly verdict: Verdict;
  /** The daemon's time, for how long something has been so. */
  readonly now: number;
  /** Small facts below the sentence. */
  readonly children?: ComponentChildren;
  readonly onRetry: () => void;
}

export function Headline({ verdict, now, children, onRetry }: HeadlineProps): JSX.Element {
  const { tone, lead, rest, detail, whatToDo, about } = verdict;
  return (
    <div class={`headline ${tone}`}>
      <Stones tone={tone} />
      <div class="says">
        <div role="status">
          <h1>
            <span class="lead">{lead}</span> <Prose text={keepTogether(rest)} />
          </h1>
        </div>
        {detail === undefined ? null : (
          <p class="detail">
            <Prose text={detail} />
          </p>
        )}
        {whatToDo === undefined ? null : (
          <p class="do">
            <strong>What to do</strong> <Prose text={whatToDo} />
          </p>
        )}
        {about === undefined ? null : (
          <p class="about">
            <code>{about.code}</code> for {saySpan(now - about.since)}
          </p>
        )}
        {tone === "silent" && whatToDo !== undefined ? (
          <button type="button" onClick={onRetry}>
            Ask again now
          </button>
        ) : null}
        <p class="meta">{children}</p>
      </div>
    </div>
  );
}
