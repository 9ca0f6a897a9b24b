/** How the tests run: real parts, the longest files first, and a deadline for everything so that a hang is a failure with a name. */

import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import type { TestSpecification } from "vitest/node";

/**
 * Files that take more than about eight seconds, below test/, the longest first: none of them is left over at the end, when the other
 * processor has nothing more to do. vitest knows what took long from its last run, which a fresh clone has not had.
 */
const LONGEST = [
  "node/devnet/sigkill",
  "node/devnet/hostile",
  "node/devnet/trouble",
  "node/devnet/put-get",
  "node/provider/chain-trouble",
  "contracts/evm-ledger",
  "node/devnet/tour",
  "readme",
  "node/provider/chain-offline",
  "contracts/evm-lies",
  "node/provider/disputes",
  "contracts/replay",
  "node/provider/restart",
  "node/cli/provider/life",
  "node/network/directory",
  "node/provider/terms",
  "node/provider/faults",
  "examples/browser",
  "node/devnet/disputes",
  "node/cli/up",
  "contracts/chain",
  "contracts/deploy",
  "node/monitor/page/page",
  "node/devnet/withheld",
  "node/cli/network",
  "contracts/evm-mempool",
  "node/devnet/nested-manifest",
].map((name) => join(import.meta.dirname, "test", `${name}.test.ts`));

const missing = LONGEST.filter((file) => !existsSync(file)).map((file) => relative(import.meta.dirname, file));
if (missing.length > 0) throw new Error(`vitest.config.ts names files that are not there: ${missing.join(", ")}`);

// Every file has a process of its own, and many start more of them: what one has compiled of our libraries, the next one reads.
// A process that imports a whole provider takes a third less processor time for it.
process.env["NODE_COMPILE_CACHE"] ??= join(import.meta.dirname, "node_modules", ".cache", "compiled");

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => LONGEST.indexOf(moduleId);
    const long = files.filter((file) => placeOf(file) >= 0).toSorted((a, b) => placeOf(a) - placeOf(b));
    return [...long, ...(await super.sort(files.filter((file) => placeOf(file) < 0)))];
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    // One more than CI has processors: with two, two fifths of those went unused, while tests waited for blocks, sockets, processes.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    teardownTimeout: 10_000,
    allowOnly: false,
    reporters: ["default"],
  },
});
