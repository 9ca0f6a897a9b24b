// The sign of the page: four stones on each other. They stand while all is well, and the upper ones fall when it is not.

import type { JSX } from "preact";
import type { Tone } from "./verdict.ts";

const STONES = [
  "M9 103c-3-13 17-23 52-23 36 0 53 10 50 22-2 10-20 14-51 14-32 0-49-3-51-13z",
  "M24 69c-1-11 15-18 38-18 22 0 36 8 34 18-2 9-14 12-36 12-23 0-35-3-36-12z",
  "M38 41c0-9 11-14 25-14 13 0 22 6 21 14-1 7-9 11-23 11-15 0-23-4-23-11z",
  "M49 17c1-7 7-11 14-11s12 5 11 11c-1 7-6 10-13 10-8 0-13-4-12-10z",
] as const;

/** Of nothing but ornament: the sentence beside it says the same. */
export function Stones({ tone }: { readonly tone: Tone }): JSX.Element {
  return (
    <svg class={`stones ${tone}`} viewBox="-4 0 148 120" aria-hidden="true" focusable="false">
      {STONES.map((path, index) => (
        <path key={path} class={`stone stone-${index}`} d={path} />
      ))}
    </svg>
  );
}

const ICON_COLOURS: Readonly<Record<Tone, string>> = {
  well: "#5b8a55",
  waiting: "#5b8a55",
  care: "#c98a1b",
  trouble: "#c8452d",
  silent: "#8a8377",
};
/** How the upper stone lies in the icon of the tab. */
const ICON_TOPS: Readonly<Record<Tone, string>> = {
  well: "",
  waiting: "",
  care: "rotate(24 62 17)",
  trouble: "translate(52 86)",
  silent: "",
};

/** The same for the tab, as an address that needs no request. */
export function stonesIcon(tone: Tone): string {
  const stones = STONES.map((path, index) =>
    index === 3
      ? `<path fill="${ICON_COLOURS[tone]}" transform="${ICON_TOPS[tone]}" d="${path}"/>`
      : `<path fill="#8a8377" d="${path}"/>`,
  );
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 122 120">${stones.join("")}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
