// What the sections of the page are made of.

import { useEffect, useRef, useState } from "preact/hooks";
import { STATUS_PAGE } from "../../limits/index.ts";
import { formatSize } from "../../quantity.ts";
import { sayExactly, sayTokens } from "./amounts.ts";
import type { ComponentChildren, JSX } from "preact";

interface SectionProps {
  readonly name: string;
  readonly title: string;
  /** One sentence that is enough for who does not look at the rest. */
  readonly sentence: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** A part of the page: what it is and what it says at the side, what it shows beside that. */
export function Section({ name, title, sentence, children }: SectionProps): JSX.Element {
  return (
    <section class={`section ${name}`} aria-labelledby={`${name}-title`}>
      <div class="side">
        <h2 id={`${name}-title`}>{title}</h2>
        <p>{sentence}</p>
      </div>
      <div class="shown">{children}</div>
    </section>
  );
}

/** A text of the daemon's; what stands between backticks is to be typed. */
export function Prose({ text }: { readonly text: string }): JSX.Element {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return <>{text}</>;
  return <>{parts.map((part, index) => (index % 2 === 0 ? part : <code key={index}>{part}</code>))}</>;
}

/** An amount in few digits, with all of them for who points at it. Without a unit where words beside it say it. */
export function Tokens({ amount, unit = "tokens" }: { readonly amount: bigint; readonly unit?: string }): JSX.Element {
  return (
    <data value={amount.toString()} title={`${sayExactly(amount)} ${unit === "" ? "tokens" : unit}`}>
      {sayTokens(amount)} {unit === "" ? "" : <span class="unit">{unit}</span>}
    </data>
  );
}

export function Size({ bytes }: { readonly bytes: number }): JSX.Element {
  return (
    <data class="size" value={String(bytes)}>
      {formatSize(bytes)}
    </data>
  );
}

export interface Fact {
  readonly term: string;
  readonly value: ComponentChildren;
  readonly note?: ComponentChildren;
}

/** Facts beside each other, or below each other where it is narrow. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): JSX.Element {
  return (
    <dl class="facts">
      {facts.map(({ term, value, note }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd class="value">{value}</dd>
          {note === undefined ? null : <dd class="note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** A long name that can be taken along. `what` says of what it is. */
export function Copied({ text, what }: { readonly text: string; readonly what: string }): JSX.Element {
  const code = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState("");
  useEffect(() => {
    if (outcome === "") return undefined;
    const timer = setTimeout(() => setOutcome(""), STATUS_PAGE.copiedMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (): Promise<void> => setOutcome((await write(text)) ? "Copied" : select(code.current));
  return (
    <span class="copied">
      <code ref={code}>{text}</code>
      <button type="button" aria-label={`Copy ${what}`} onClick={() => void copy()}>
        {outcome === "" ? "Copy" : outcome}
      </button>
      <span class="unseen" role="status">
        {outcome}
      </span>
    </span>
  );
}

/** A browser lets a page write there only over https or from its own machine. */
async function write(text: string): Promise<boolean> {
  return (
    (await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )) ?? false
  );
}

function select(element: HTMLElement | null): string {
  if (element !== null) getSelection()?.selectAllChildren(element);
  return "Selected";
}
