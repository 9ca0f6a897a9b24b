/** Gas of whole transactions, calldata and its floor (EIP-7623) included, as the contract tests measure and bound it. */

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Suite } from "./suite.ts";

const CONTRACTS = fileURLToPath(new URL("../../contracts", import.meta.url));

export const suite: Suite = {
  name: "gas",
  about: "gas of each contract call, whole transactions under Prague rules",
  async run(bench) {
    const printed = execFileSync("forge", ["test", "--match-contract", "Gas", "-vv"], {
      cwd: CONTRACTS,
      encoding: "utf8",
    });
    const figures = [...printed.matchAll(/^ {2,}(.+): (\d+)$/gm)];
    if (figures.length === 0) throw new Error(`forge printed no figures:\n${printed}`);
    for (const [, name = "", gas] of figures) bench.record(name, Number(gas), name.includes("bytes") ? "bytes" : "gas");
  },
};
