// The scrub: everything stored is read again, over and over, so that a bad sector is found before an audit finds it.

import { Section } from "./parts.tsx";
import { sayAgo, sayCount, saySpan } from "./words.ts";
import type { JSX } from "preact";
import type { Overview } from "../overview.ts";

export function DiskSection({ overview, now }: { readonly overview: Overview; readonly now: number }): JSX.Element {
  const { progress, lastPassAt } = overview.scrub;
  if (overview.space.fragments === 0 && overview.scrub.corrupt === 0)
    return (
      <Section name="disk" title="Disk" sentence="Nothing is stored yet.">
        <p class="empty">What comes will be read again, over and over, to see that it has not changed.</p>
      </Section>
    );
  const percent = Math.floor(Math.min(1, Math.max(0, progress)) * 100);
  return (
    <Section name="disk" title="Disk" sentence={sentenceOf(overview)}>
      <label class="scrub">
        <span>
          Reading everything again: <strong>{percent} %</strong>
        </span>
        <progress max={100} value={percent}>
          {percent} %
        </progress>
      </label>
      <p class="note">
        {lastPassAt === undefined
          ? `The first pass is not over yet; the daemon has been running for ${saySpan(now - overview.startedAt)}.`
          : `The last pass ended ${sayAgo(now - lastPassAt)}.`}
      </p>
    </Section>
  );
}

function sentenceOf({ scrub: { progress, lastPassAt, corrupt } }: Overview): string {
  if (corrupt > 0)
    return `${sayCount(corrupt, "fragment")} on the disk ${corrupt === 1 ? "is" : "are"} no longer as stored.`;
  if (progress === 0 && lastPassAt === undefined)
    return "What is stored will be read again, over and over, to see that it has not changed.";
  return "Every fragment that was read again is as it was stored.";
}
