// The whole page, from what was heard of the daemon.

import { useEffect, useState } from "preact/hooks";
import { STATUS_PAGE } from "../../limits/index.ts";
import { DiskSection } from "./disk.tsx";
import { Glance } from "./glance.tsx";
import { Headline } from "./headline.tsx";
import { IdentitySection } from "./identity.tsx";
import { MoneySection } from "./money.tsx";
import { NetworkSection } from "./network.tsx";
import { RoundsSection } from "./rounds.tsx";
import { SpaceSection } from "./space.tsx";
import { stonesIcon } from "./stones.tsx";
import { TrafficSection } from "./traffic.tsx";
import { judge } from "./verdict.ts";
import { Warnings } from "./warnings.tsx";
import { sayClock, sayCount, sayEnds, saySpan } from "./words.ts";
import type { Contact, Feed } from "./feed.ts";
import type { Verdict } from "./verdict.ts";
import type { Overview } from "../overview.ts";
import type { JSX } from "preact";

export function Page({ feed, contact }: { readonly feed: Feed; readonly contact: Contact }): JSX.Element {
  const here = useClock();
  const verdict = judge(contact, here);
  useTab(verdict);
  const { overview, heardAt } = contact;
  const isSilent = verdict.tone === "silent";
  // The daemon's clock, as this browser's may be wrong. It stands still with the rest of what was last heard.
  const since = heardAt === undefined || isSilent ? 0 : here - heardAt;
  const now = overview === undefined ? here : overview.now + since;
  return (
    <div class={`page ${verdict.tone}`}>
      <header class="top">
        <p class="brand">Cairn</p>
        <p class="who">{overview === undefined ? "" : sayEnds(overview.owner)}</p>
        <p class={`heard ${contact.fault === undefined ? "" : "late"}`}>{sayHeard(contact, here)}</p>
      </header>
      <main>
        <Headline verdict={verdict} now={now} onRetry={() => feed.askNow()}>
          {overview === undefined || isSilent ? "" : sayMeta(overview, now)}
        </Headline>
        {overview === undefined ? null : (
          <div class="overview">
            <Glance overview={overview} now={now} />
            <Warnings warnings={overview.warnings} first={verdict.about} now={now} />
            <RoundsSection overview={overview} now={now} />
            <MoneySection overview={overview} />
            <SpaceSection space={overview.space} />
            <TrafficSection overview={overview} />
            <NetworkSection overview={overview} />
            <DiskSection overview={overview} now={now} />
            <IdentitySection overview={overview} now={now} />
          </div>
        )}
      </main>
    </div>
  );
}

/** `41 connections · running for 27 days` */
function sayMeta({ peers, startedAt }: Overview, now: number): string {
  return [sayCount(peers.connections, "connection"), `running for ${saySpan(now - startedAt)}`]
    .map((part) => part.replaceAll(" ", "\u00a0"))
    .join("\u00a0· ");
}

function sayHeard({ heardAt, fault }: Contact, here: number): string {
  if (heardAt === undefined) return fault === undefined ? "" : "No answer yet";
  const ago = here - heardAt;
  return ago < STATUS_PAGE.silentMs ? `Up to date, ${sayClock(heardAt)}` : `Last heard ${saySpan(ago)} ago`;
}

/** This browser's time, again every second. */
function useClock(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STATUS_PAGE.tickMs);
    return () => clearInterval(timer);
  }, []);
  return Math.max(now, Date.now());
}

/** A tab among many says how things stand, too. */
function useTab({ short, tone }: Verdict): void {
  useEffect(() => {
    document.title = `${short[0]?.toUpperCase() ?? ""}${short.slice(1)} · Cairn`;
    document.querySelector<HTMLLinkElement>("link[rel=icon]")!.href = stonesIcon(tone);
  }, [short, tone]);
}
