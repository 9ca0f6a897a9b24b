/**
 * The fragment store and the book above it, on a real disk and a real chain: what a provider with a million fragments takes to
 * start, to prove and to look one up; how near its reads and writes come to the disk's own; and a soak in which everything
 * happens at once. TMPDIR chooses the disk. All of it takes half an hour, `--quick` a small part of each.
 */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judged } from "./store/bars.ts";
import { diskSpeed } from "./store/disk-speed.ts";
import { million } from "./store/million.ts";
import { soak } from "./store/soak-suite.ts";
import type { Bench, Suite } from "./suite.ts";

export const suite: Suite = {
  name: "store",
  about:
    "the provider's disk: a million fragments, ingest beside dd, reads beside pread, a soak of a million operations",
  async run(bench) {
    const { bench: judging, sayBars } = judged(bench);
    try {
      for (const part of [diskSpeed, million, soak]) await inTemporaryFolder(judging, part);
    } finally {
      sayBars();
    }
  },
};

async function inTemporaryFolder(bench: Bench, work: (bench: Bench, folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "cairn-bench-"));
  try {
    await work(bench, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
