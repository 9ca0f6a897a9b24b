/** Which data shards are lost in the suites of reconstruct. */

export const LOSSES = ["1", "2", "half", "all"] as const;

/** How many of the min(k, m) data shards that may be lost, are. */
export type Loss = (typeof LOSSES)[number];

/** The lost ones, spread over the data so that no form of it is favoured. */
export function lostShards(loss: Loss, k: number, m: number): number[] {
  const most = Math.min(k, m);
  const count = { 1: 1, 2: Math.min(2, most), half: Math.ceil(most / 2), all: most }[loss];
  return Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * k) / count));
}
