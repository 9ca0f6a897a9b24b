/** The command line of the benchmarks. */

import { parseArgs } from "node:util";

export type Options = ReturnType<typeof readOptions>;

/** Throws on an option that there is not. */
export function readOptions(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: {
      suite: { type: "string", multiple: true, default: [] },
      all: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      native: { type: "boolean", default: false },
      json: { type: "string" },
      save: { type: "boolean", default: false },
      chart: { type: "boolean", default: false },
      list: { type: "boolean", default: false },
    },
  }).values;
}
