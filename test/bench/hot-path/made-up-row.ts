/** Rows made up for tests of what is done with rows. */

import type { HotPathRow } from "./row.ts";

export function figure(change: Partial<HotPathRow> = {}): HotPathRow {
  return {
    suite: "encode",
    k: 10,
    m: 20,
    shardBytes: 65_536,
    leafBytes: null,
    implementation: "relaxed",
    unit: "MB/s of thread CPU",
    median: 5000,
    min: 4900,
    max: 5200,
    baseline: "subspace",
    ratio: 50,
    ...change,
  };
}
