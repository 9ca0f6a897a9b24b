// What else there is to see to, worst first.

import { useState } from "preact/hooks";
import { STATUS_PAGE } from "../../limits/index.ts";
import { Prose } from "./parts.tsx";
import { inOrder, inTwo, levelOf } from "./verdict.ts";
import { sayNumber, saySpan } from "./words.ts";
import type { JSX } from "preact";
import type { Warning } from "../overview.ts";

/** Told apart by shape and word, not by colour alone. */
const LEVELS = {
  error: { word: "Problem", path: "M5.6 1h4.8L15 5.6v4.8L10.4 15H5.6L1 10.4V5.6zM7 4v5h2V4zm0 6.5V12h2v-1.5z" },
  warn: { word: "Look at this", path: "M8 1l7.5 14H.5zM7 6v5h2V6zm0 6v1.5h2V12z" },
  info: { word: "Good to know", path: "M8 1a7 7 0 100 14A7 7 0 008 1zM7 4v1.5h2V4zm0 3v5h2V7z" },
} as const;

interface WarningsProps {
  readonly warnings: readonly Warning[];
  /** The one that is the headline. */
  readonly first: Warning | undefined;
  readonly now: number;
}

export function Warnings({ warnings, first, now }: WarningsProps): JSX.Element | null {
  const [isOpen, setOpen] = useState(false);
  const all = inOrder(warnings).filter((warning) => warning !== first);
  if (all.length === 0) return null;
  const shown = all.slice(0, isOpen ? STATUS_PAGE.warningsMore : STATUS_PAGE.warnings);
  const left = all.length - shown.length;
  return (
    <section class="warnings" aria-labelledby="warnings-title">
      <h2 id="warnings-title">{first === undefined ? "Worth knowing" : "Also"}</h2>
      <ul>
        {shown.map((warning, index) => (
          <Entry key={`${warning.code} ${warning.since} ${index}`} warning={warning} now={now} />
        ))}
      </ul>
      {left > 0 && !isOpen ? (
        <button type="button" onClick={() => setOpen(true)}>
          Show {sayNumber(left)} more
        </button>
      ) : null}
      {left > 0 && isOpen ? <p>{sayNumber(left)} more are in the daemon’s log.</p> : null}
    </section>
  );
}

function Entry({ warning, now }: { readonly warning: Warning; readonly now: number }): JSX.Element {
  const { word, path } = LEVELS[levelOf(warning)];
  const [sentence, rest] = inTwo(warning.text);
  return (
    <li class={levelOf(warning)}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path fill-rule="evenodd" d={path} />
      </svg>
      <div>
        <p class="what">
          <span class="unseen">{word}: </span>
          <Prose text={sentence} />
        </p>
        {rest === undefined ? null : (
          <p class="rest">
            <Prose text={rest} />
          </p>
        )}
        <p class="do">
          <strong>What to do</strong> <Prose text={warning.whatToDo} />
        </p>
        <p class="about">
          <code>{warning.code}</code> for {saySpan(now - warning.since)}
        </p>
      </div>
    </li>
  );
}
