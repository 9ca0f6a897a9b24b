// Where the capacity is: one bar, and the same in words.

import { formatSize } from "../../quantity.ts";
import { Section, Size } from "./parts.tsx";
import { sayCount } from "./words.ts";
import type { JSX } from "preact";
import type { Overview } from "../overview.ts";

type Space = Overview["space"];

const PARTS = [
  { name: "live", title: "Stored", about: "fragments that clients pay for" },
  { name: "reserved", title: "Reserved", about: "paid for, not yet filled" },
  { name: "dead", title: "Waste", about: "deleted, soon cleared away" },
  { name: "free", title: "Free", about: "to be rented" },
] as const;

export function SpaceSection({ space }: { readonly space: Space }): JSX.Element {
  const whole = PARTS.reduce((sum, { name }) => sum + space[name], 0);
  const words = PARTS.map(({ name, title }) => `${title.toLowerCase()} ${formatSize(space[name])}`).join(", ");
  return (
    <Section name="space" title="Space" sentence={sentenceOf(space)}>
      <div class="bar" role="img" aria-label={`Of ${formatSize(space.capacity)}: ${words}.`}>
        {PARTS.filter(({ name }) => space[name] > 0).map(({ name }) => (
          <span key={name} class={name} style={{ flexGrow: space[name] / whole }} />
        ))}
      </div>
      <dl class="legend">
        {PARTS.map(({ name, title, about }) => (
          <div key={name}>
            <dt>
              <span class={`key ${name}`} aria-hidden="true" />
              {title}
            </dt>
            <dd>
              <Size bytes={space[name]} />
              <span class="note">{about}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="note">
        {space.fragments + space.allocations === 0
          ? ""
          : `${sayCount(space.fragments, "fragment")} in ${sayCount(space.allocations, "allocation")}. `}
        {diskOf(space)}
      </p>
    </Section>
  );
}

function sentenceOf(space: Space): string {
  const { capacity, live, reserved, free } = space;
  if (live + reserved === 0 && free < capacity)
    return `Nothing is rented yet. Of ${formatSize(capacity)} on offer the disk has room for ${formatSize(free)}.`;
  if (live + reserved === 0) return `${formatSize(capacity)} is on offer, and nothing is rented yet.`;
  const rest = free === 0 ? "and nothing is left to rent" : `and ${formatSize(free)} can still be rented`;
  return `${rentedPercent(space)} of ${formatSize(capacity)} is rented, ${rest}.`;
}

/** `76 %`, `< 1 %` */
export function rentedPercent({ capacity, live, reserved }: Pick<Space, "capacity" | "live" | "reserved">): string {
  const sold = live + reserved;
  const percent = capacity === 0 ? 100 : Math.min(100, Math.floor((sold / capacity) * 100));
  return sold > 0 && percent === 0 ? "<\u00a01\u00a0%" : `${percent}\u00a0%`;
}

function diskOf({ diskFree, free }: Space): string {
  return diskFree < free
    ? `The disk itself has only ${formatSize(diskFree)} left, less than what is on offer.`
    : `The disk itself has ${formatSize(diskFree)} left.`;
}
