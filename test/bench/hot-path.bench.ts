/** The hot path on Node: the suites of hot-path.ts, with native ISA-L beside them if asked for. */

import { HOT_PATH_SUITES, printSuite } from "./hot-path.ts";
import { nodeHost } from "./hot-path/node-host.ts";
import { type Isal, openIsal } from "./native/isal.ts";
import { NoIsalError } from "./native/isal-build.ts";
import type { Suite } from "./suite.ts";

export const suites: readonly Suite[] = HOT_PATH_SUITES.map(({ name, about }) => ({
  name,
  about,
  isDefault: true,
  async run(bench) {
    const isal = bench.isNative && isCoding(name) ? await openIsalOr(bench.say) : undefined;
    try {
      await using host = nodeHost(isal === undefined ? [] : [isal.coder]);
      for (const row of await printSuite(name, host, bench)) bench.add(row);
    } finally {
      await isal?.close();
    }
  },
}));

function isCoding(suite: string): boolean {
  return suite === "encode" || suite.startsWith("reconstruct");
}

/** Set when there turned out to be none, so that this is said once. */
let isAbsent = false;

/** Without the library there is one sentence, and no column. */
async function openIsalOr(say: (line: string) => void): Promise<Isal | undefined> {
  if (isAbsent) return undefined;
  try {
    return await openIsal(process.env["CAIRN_ISAL"]);
  } catch (error) {
    if (!(error instanceof NoIsalError)) throw error;
    isAbsent = true;
    say(error.message);
    return undefined;
  }
}
