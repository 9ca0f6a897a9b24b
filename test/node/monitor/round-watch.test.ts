/** What became of a round, from looks at the daemon that come when they come. */

import { describe, expect, test } from "vitest";
import { RoundWatch } from "../../../node/monitor/round-watch.ts";
import type { RoundSight } from "../../../node/monitor/round-watch.ts";

function sight(
  round: number | undefined,
  changes: Partial<RoundSight["rounds"]> & {
    earned?: bigint;
    lastGas?: number;
    chainDown?: boolean;
    stage?: undefined;
  } = {},
): RoundSight {
  const { earned = 0n, lastGas, chainDown = false, stage, ...rounds } = changes;
  return {
    round,
    chainDown,
    stage: "stage" in changes ? stage : "active",
    rounds: { passed: 0, missed: 0, lastProved: undefined, misses: 0, ...rounds },
    money: { earned, lastGas },
  };
}

const words = (points: ReturnType<RoundWatch["see"]>): string[] =>
  points.map(({ round, outcome, earned }) => `${round} ${outcome} ${earned}`);

describe("a daemon that runs", () => {
  test("passes with what it earned and burnt", () => {
    const watch = new RoundWatch();
    expect(watch.see(sight(undefined), 1)).toEqual([]);
    expect(watch.see(sight(5), 2)).toEqual([]);
    const passed = watch.see(sight(5, { passed: 1, lastProved: 5, earned: 100n, lastGas: 90 }), 3);
    expect(passed).toEqual([{ round: 5, at: 3, outcome: "passed", earned: "100", gasUsed: 90 }]);
    expect(watch.see(sight(5, { passed: 1, lastProved: 5, earned: 100n }), 4)).toEqual([]);
    expect(words(watch.see(sight(6, { passed: 2, lastProved: 6, earned: 130n }), 5))).toEqual(["6 passed 30"]);
  });

  test("misses when the chain counts one", () => {
    const watch = new RoundWatch();
    watch.see(sight(5, { passed: 1, lastProved: 5 }), 1);
    expect(watch.see(sight(6, { passed: 1, lastProved: 5 }), 2)).toEqual([]);
    expect(watch.see(sight(7, { passed: 1, lastProved: 5 }), 3)).toEqual([]);
    expect(words(watch.see(sight(7, { passed: 1, lastProved: 5, missed: 1, misses: 1 }), 4))).toEqual(["6 missed 0"]);
    expect(words(watch.see(sight(9, { passed: 1, lastProved: 5, missed: 3, misses: 3 }), 5))).toEqual([
      "7 missed 0",
      "8 missed 0",
    ]);
  });

  test("is idle when nothing was owed, which is known a round later", () => {
    const watch = new RoundWatch();
    watch.see(sight(5), 1);
    expect(watch.see(sight(6), 2)).toEqual([]);
    expect(words(watch.see(sight(7), 3))).toEqual(["5 idle 0"]);
    expect(words(watch.see(sight(10), 4))).toEqual(["6 idle 0", "7 idle 0", "8 idle 0"]);
  });

  test("is not called idle while the chain is away, and what came of it is told when it is back", () => {
    const watch = new RoundWatch();
    watch.see(sight(5), 1);
    expect(watch.see(sight(5, { chainDown: true }), 2)).toEqual([]);
    expect(watch.see(sight(8, { chainDown: true }), 3)).toEqual([]);
    expect(words(watch.see(sight(8, { passed: 1, lastProved: 8, missed: 3, earned: 7n }), 4))).toEqual([
      "5 missed 0",
      "6 missed 0",
      "7 missed 0",
      "8 passed 7",
    ]);
  });

  test("passes rounds that turn out to be on the chain after all, and shares what they brought", () => {
    const watch = new RoundWatch();
    watch.see(sight(5, { passed: 1, lastProved: 5, earned: 10n }), 1);
    watch.see(sight(6, { passed: 1, lastProved: 5, earned: 10n }), 2);
    expect(words(watch.see(sight(7, { passed: 3, lastProved: 7, earned: 31n }), 3))).toEqual([
      "6 passed 11",
      "7 passed 10",
    ]);
  });

  test("never shows a negative sum when the chain takes a proof back", () => {
    const watch = new RoundWatch();
    watch.see(sight(5, { passed: 1, lastProved: 5, earned: 10n }), 1);
    expect(words(watch.see(sight(6, { passed: 1, lastProved: 6, earned: 4n }), 2))).toEqual(["6 passed 0"]);
  });
});

describe("a daemon that was away", () => {
  test("shows the rounds that the chain says were missed, without those that an earlier run told of", () => {
    expect(words(new RoundWatch().see(sight(10, { misses: 2 }), 1))).toEqual(["8 missed 0", "9 missed 0"]);
    expect(words(new RoundWatch(8).see(sight(10, { misses: 3 }), 1))).toEqual(["9 missed 0"]);
    expect(words(new RoundWatch(9).see(sight(10, { misses: 3 }), 1))).toEqual([]);
    expect(words(new RoundWatch().see(sight(1, { misses: 7 }), 1))).toEqual(["0 missed 0"]);
  });

  test("does not judge again the round that an earlier run told of", () => {
    const watch = new RoundWatch(10);
    expect(watch.see(sight(10), 1)).toEqual([]);
    expect(words(watch.see(sight(11, { passed: 1, lastProved: 11, earned: 5n }), 2))).toEqual(["11 passed 5"]);
    expect(watch.see(sight(13, { passed: 1, lastProved: 11, earned: 5n }), 3).map(({ round }) => round)).toEqual([]);
  });

  test("waits for what the chain says of it, not only for the round", () => {
    const watch = new RoundWatch(8);
    expect(watch.see(sight(10, { stage: undefined }), 1)).toEqual([]);
    expect(words(watch.see(sight(10, { misses: 1 }), 2))).toEqual(["9 missed 0"]);
  });

  test("for a million rounds does not make a million of them", () => {
    const watch = new RoundWatch();
    watch.see(sight(5), 1);
    expect(watch.see(sight(1_000_000), 2).length).toBeLessThanOrEqual(64);
  });
});
