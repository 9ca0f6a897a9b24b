/** What is asked of the store: the rows of the suite that have a limit, and how they stand to it. */

import type { Bench } from "../suite.ts";

type Bar = { readonly row: string } & ({ readonly atMost: number } | { readonly atLeast: number });

const BARS: readonly Bar[] = [
  { row: "ingest of 1 MiB: of dd with 8 MiB for each sync", atLeast: 0.7 },
  { row: "random read of 1 MiB: of pread", atLeast: 0.8 },
  { row: "random read of 1 MiB from the disk: of pread", atLeast: 0.8 },
  { row: "fragments", atLeast: 1_000_000 },
  { row: "start after a clean stop", atMost: 2000 },
  { row: "start after SIGKILL under load", atMost: 5000 },
  { row: "proof of K = 5, first after the start", atMost: 250 },
  { row: "proof of K = 5", atMost: 250 },
  { row: "200 samples, first after the start", atMost: 2000 },
  { row: "200 samples", atMost: 2000 },
  { row: "lookup, p99", atMost: 1 },
  { row: "whole daemon: 200 samples over the wire", atMost: 2000 },
  { row: "whole daemon: memory, peak", atMost: 400 },
  { row: "soak: put, p99.9", atMost: 200 },
  { row: "soak: memory at the end, of that at 25 %", atMost: 1.1 },
  { row: "soak: alive memory at the end, of that at 25 %", atMost: 1.1 },
  ...[
    "rounds without a proof",
    "index against accounts",
    "logs against accounts",
    "fragments missing",
    "fragments that nobody owns",
  ].map((name) => ({ row: `soak: ${name}`, atMost: 0 })),
];

/** A bench that remembers the figures with a bar, and a last word about them. */
export function judged(bench: Bench): { readonly bench: Bench; sayBars(): void } {
  const found = new Map<string, string>();
  return {
    bench: {
      ...bench,
      record(name, value, unit) {
        bench.record(name, value, unit);
        const bar = BARS.find(({ row }) => row === name);
        if (bar !== undefined) found.set(name, verdictOf(bar, value, unit));
      },
    },
    sayBars() {
      bench.say(bench.isQuick ? "\nThe bars, which are for the full size:" : "\nThe bars:");
      for (const { row } of BARS) bench.say(`  ${found.get(row) ?? `${row}: not measured`}`);
    },
  };
}

function verdictOf(bar: Bar, value: number, unit: string): string {
  const [isKept, limit] =
    "atMost" in bar
      ? [value <= bar.atMost, `at most ${bar.atMost}`]
      : [value >= bar.atLeast, `at least ${bar.atLeast}`];
  return `${isKept ? "kept  " : "MISSED"} ${bar.row}: ${Number(value.toPrecision(3))} ${unit}, ${limit}`;
}
