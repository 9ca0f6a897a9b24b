/** From samples to rows, and from rows to tables, comparisons and pictures. Nothing here is timed. */

import { describe, expect, it } from "vitest";
import type { Case } from "./hot-path/candidate.ts";
import { chart } from "./hot-path/chart.ts";
import { changes, comparison, merged } from "./hot-path/comparison.ts";
import { unseen } from "./hot-path/cold-suite.ts";
import { encodeJob, noise } from "./hot-path/job.ts";
import { LOSSES, lostShards } from "./hot-path/losses.ts";
import { figure } from "./hot-path/made-up-row.ts";
import { isLeading, rowsOf } from "./hot-path/row.ts";
import { sizeOf, table, tableHead, tableLine } from "./hot-path/table.ts";
import { median } from "./suite.ts";

const CASE: Case = {
  suite: "encode",
  k: 2,
  m: 1,
  shardBytes: 500_000,
  leafBytes: undefined,
  workBytes: 1_000_000,
  baseline: "subspace",
  candidates: [],
};
const lap = (cpu: number, wall = cpu): { cpu: number; wall: number } => ({ cpu, wall });

describe("rows", () => {
  it("give median, least and most of the samples as speed, and the ratio of the medians", () => {
    const rows = rowsOf(CASE, [
      { implementation: "subspace", kind: "thread", laps: [lap(0.02), lap(0.01), lap(0.01)] },
      { implementation: "relaxed", kind: "thread", laps: [lap(0.0005), lap(0.001), lap(0.0004)] },
    ]);
    expect(rows.find((row) => row.implementation === "relaxed" && row.unit === "MB/s of thread CPU")).toEqual({
      suite: "encode",
      k: 2,
      m: 1,
      shardBytes: 500_000,
      leafBytes: null,
      implementation: "relaxed",
      unit: "MB/s of thread CPU",
      median: 2000,
      min: 1000,
      max: 2500,
      baseline: "subspace",
      ratio: 20,
    });
  });

  it("compare CPU with CPU and wall with wall", () => {
    const rows = rowsOf(CASE, [
      { implementation: "subspace", kind: "thread", laps: [lap(0.01, 0.03)] },
      { implementation: "workers2", kind: "process", laps: [lap(0.005, 0.003)] },
    ]);
    const own = rows.filter(({ implementation }) => implementation === "workers2");
    expect(own.map(({ unit, ratio }) => [unit, ratio])).toEqual([
      ["MB/s of process CPU", 2],
      ["MB/s of wall time", 10],
    ]);
    expect(own.map((row) => isLeading(row, rows))).toEqual([false, true]);
  });

  it("have the wall alone where there is no CPU clock, and no ratio without a baseline", () => {
    const rows = rowsOf(CASE, [{ implementation: "relaxed", kind: "thread", laps: [{ wall: 0.01, cpu: undefined }] }]);
    expect(rows.map(({ unit, ratio }) => [unit, ratio])).toEqual([["MB/s of wall time", null]]);
    expect(rows.every((row) => isLeading(row, rows))).toBe(true);
  });

  it("take the mean of the middle two as the median", () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
    expect(() => median([])).toThrow(RangeError);
  });
});

describe("the table", () => {
  const rows = [
    figure({ implementation: "subspace", median: 97.2, min: 97, max: 98, ratio: 1 }),
    figure({ median: 4864, min: 4621, max: 5107, ratio: 50.04 }),
  ];

  it("has a column for each implementation, with speed and ratio", () => {
    const line = tableLine(rows, ["relaxed", "subspace", "isal"]);
    expect(line).toMatch(/^10\+20\s+64 KiB\s+97\.2\s+1\.00×\s+4,864\s+50\.0×\s+–\s+±5 %$/);
    const head = tableHead(["relaxed", "subspace", "isal"]);
    for (const name of ["subspace", "relaxed", "isal"]) expect(line.length).toBeGreaterThan(head.indexOf(name));
    expect(head.indexOf("subspace")).toBeLessThan(head.indexOf("relaxed"));
  });

  it("keeps suites apart and names unit and baseline of each", () => {
    const text = table([...rows, figure({ suite: "tree", baseline: "node", implementation: "noble" })]);
    expect(text.split("\n\n")).toHaveLength(2);
    expect(text).toContain("MB/s of thread CPU, and × as fast as subspace");
    expect(text).toContain("MB/s of thread CPU, and × as fast as node");
  });

  it("writes sizes as people do", () => {
    expect([sizeOf(256), sizeOf(65_536), sizeOf(1_048_576)]).toEqual(["0.25 KiB", "64 KiB", "1 MiB"]);
  });
});

describe("the comparison", () => {
  it("goes by the ratio, so that a slower machine changes nothing", () => {
    expect(changes([figure({ median: 100 })], [figure({ median: 5000 })])).toEqual([]);
  });

  it("shows the widest change first, whichever its direction", () => {
    const now = [figure({ ratio: 55 }), figure({ implementation: "isal", ratio: 10 })];
    const last = [figure(), figure({ implementation: "isal", ratio: 20 })];
    expect(changes(now, last).map(({ row, before, after }) => [row.implementation, before, after])).toEqual([
      ["isal", 20, 10],
      ["relaxed", 50, 55],
    ]);
    expect(comparison(now, last, "a day")).toEqual([
      "Ratios against the run saved on a day: 0 of 2 within 5 %.",
      expect.stringContaining("20.0× → 10.0×  −50 %"),
      expect.stringContaining("50.0× → 55.0×  +10 %"),
    ]);
  });

  it("says so when the two runs have nothing in common", () => {
    expect(comparison([figure()], [figure({ k: 4 })], "a day")).toEqual([
      "Nothing of this run was in the one saved on a day.",
    ]);
  });

  it("is saved with what this run did not measure kept", () => {
    const last = [figure(), figure({ suite: "tree" })];
    expect(merged([figure({ ratio: 60 })], last).map(({ suite, ratio }) => [suite, ratio])).toEqual([
      ["tree", 50],
      ["encode", 60],
    ]);
  });
});

describe("the chart", () => {
  const rows = ["encode", "reconstruct-all", "tree", "pipeline"].flatMap((suite) =>
    (["subspace", "relaxed", "relaxed+copies"] as const).map((implementation, i) =>
      figure({ suite, implementation, ratio: 1 + i * 20 }),
    ),
  );

  it("is well-formed XML with a bar for each row, and escapes what it is given", () => {
    const svg = chart(rows, 'A <fast> "one" & more');
    expect(unclosedTags(svg)).toEqual([]);
    expect(svg.match(/<title>/g)).toHaveLength(rows.length);
    expect(svg).toContain("A &lt;fast&gt; &quot;one&quot; &amp; more");
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("is one of nothing when there are no rows", () => {
    expect(unclosedTags(chart([], ""))).toEqual([]);
  });

  it("is checked by a check that can fail", () => {
    expect(unclosedTags("<svg><g></svg>")).not.toEqual([]);
    expect(unclosedTags("<svg>a & b</svg>")).not.toEqual([]);
  });
});

describe("the input", () => {
  it("is the same in every run and differs by seed", () => {
    expect(noise(16, 1)).toEqual(noise(16, 1));
    expect(noise(16, 1)).not.toEqual(noise(16, 2));
    expect(new Set(noise(65_536, 0)).size).toBe(256);
  });

  it.each(LOSSES)("loses data shards only, each once: %s", (loss) => {
    for (const [k, m] of [
      [1, 1],
      [4, 6],
      [10, 4],
      [128, 128],
    ] as const) {
      const lost = lostShards(loss, k, m);
      expect(new Set(lost).size).toBe(lost.length);
      expect(lost.every((index) => index >= 0 && index < k)).toBe(true);
      expect(lost.length).toBeGreaterThanOrEqual(1);
      expect(lost.length).toBeLessThanOrEqual(Math.min(k, m));
    }
  });

  it("of a cold start is a scheme close by that was not used before", () => {
    const schemes = Array.from({ length: 8 }, () => unseen(4, 2));
    expect(schemes.map(({ n }) => n - 4)).toEqual([1, 3, 4, 5, 6, 7, 8, 9]);
    expect(unseen(128, 128)).toEqual({ k: 128, n: 255 });
  });

  it("of encoding wants all parity", () => {
    const job = encodeJob({ k: 2, n: 5 }, [noise(256, 0), noise(256, 1)]);
    expect(job.wanted).toEqual([2, 3, 4]);
    expect(job.shards.map((shard) => shard?.length)).toEqual([256, 256, undefined, undefined, undefined]);
  });
});

/** What keeps a text from being well-formed: tags that do not pair, ampersands that stand for nothing. */
function unclosedTags(text: string): string[] {
  const open: string[] = [];
  const wrong = [...text.matchAll(/&(?!(amp|lt|gt|quot);)/g)].map(() => "&");
  for (const [, isEnd, name = "", isEmpty] of text.matchAll(/<(\/?)([a-zA-Z]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (isEnd === "/") wrong.push(...(open.pop() === name ? [] : [name]));
    else if (isEmpty !== "/") open.push(name);
  }
  const tags = text.match(/<[^>]*>/g)?.length ?? 0;
  const understood = text.match(/<(\/?)([a-zA-Z]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g)?.length ?? 0;
  return [...wrong, ...open, ...(tags === understood ? [] : ["<"])];
}
