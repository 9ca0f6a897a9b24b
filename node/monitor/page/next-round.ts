// When the next round begins. Rounds are counted in blocks, so nobody knows to the second; but a proof that passed lies inside its
// round, and most come early in it.

import type { Overview } from "../overview.ts";

/** How many of the last proofs are looked at: over many rounds, slow and fast blocks add up. */
const PROOFS = 8;
/** What the clock may be off. */
const SLACK_MS = 60_000;

/** Milliseconds since 1970; undefined where nothing says it. `now` is the daemon's clock. */
export function nextRoundAt({ chain, history }: Overview, now: number): number | undefined {
  const { round, roundSeconds, isDown } = chain;
  if (round === undefined || roundSeconds === undefined || roundSeconds <= 0 || isDown) return undefined;
  const roundMs = roundSeconds * 1000;
  const proofs = history.rounds.filter(({ outcome }) => outcome === "passed").slice(-PROOFS);
  // A round has begun before its proof, and rounds are equally long: no later than this has the present one begun.
  const begins = proofs.map((proof) => proof.at + (round - proof.round) * roundMs);
  if (begins.length === 0) return undefined;
  const next = Math.min(...begins) + roundMs;
  // What is long over says nothing, as the chain stood still meanwhile; nor does what lies beyond one round.
  return next < now - roundMs || next > now + roundMs + SLACK_MS ? undefined : next;
}
