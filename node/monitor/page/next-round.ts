// When the next round begins. Rounds are counted in blocks, so the daemon tells it from their pace, and nobody knows it to the second.

import { saySpan } from "./words.ts";
import type { Overview } from "../overview.ts";

/** `in about 12 min`, `any moment`; undefined where nothing says it. `now` is the daemon's clock. */
export function sayNextRound({ chain: { roundEndsAt } }: Overview, now: number): string | undefined {
  if (roundEndsAt === undefined) return undefined;
  return roundEndsAt - now < 1000 ? "any moment" : `in about ${saySpan(roundEndsAt - now)}`;
}
