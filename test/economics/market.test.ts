/** The rules that the economics counts with are those of the contracts and the programs. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DEVNET_PARAMETERS } from "../../contracts/index.ts";
import { LEAF_BYTES } from "../../proofs/index.ts";
import { ROOT } from "../../scripts/project-files.ts";
import { settingFacts } from "../../node/settings.ts";
import { MARKET, RULES, SETTINGS } from "./market.ts";
import { CONTRACT_ROWS } from "./parameters.ts";

const TOKEN = 10n ** 18n;
const sources = readdirSync(join(ROOT, "contracts/src"))
  .filter((name) => name.endsWith(".sol"))
  .map((name) => readFileSync(join(ROOT, "contracts/src", name), "utf8"))
  .join("\n");

/** The values of all constants of this name. */
function constants(name: string): number[] {
  return [...sources.matchAll(new RegExp(`constant ${name} = ([\\d_]+);`, "g"))].map(([, value]) =>
    Number(value?.replaceAll("_", "")),
  );
}

/** The parameters that are numbers in docs/spec/chain.md, whose columns are name, type, range, meaning, development network. */
function chainParameters(): { name: string; range: string; value: number }[] {
  const chain = readFileSync(join(ROOT, "docs/spec/chain.md"), "utf8");
  const rows = chain.matchAll(/^\| `(\w+)` \| uint\d+ \| (.+?) \| .+ \| ([\d,.]+)(?: tokens?)? \|$/gm);
  return [...rows].map(([, name = "", range = "", value = ""]) => ({
    name,
    range,
    value: Number(value.replaceAll(",", "")),
  }));
}

describe("the rules of the economics", () => {
  it("have the values with which a development network is deployed, all of them and no others", () => {
    const deployed = Object.entries(DEVNET_PARAMETERS).map(([name, value]) => [
      name,
      typeof value === "bigint" ? Number(value) / Number(TOKEN) : value,
    ]);
    expect(Object.fromEntries(deployed)).toEqual({ ...MARKET });
  });

  it("have the ranges and values of the chain's document", () => {
    const rows = chainParameters();
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(MARKET).toSorted());
    for (const { name, range, value } of rows) {
      expect(CONTRACT_ROWS.find((row) => row.name === name)?.range, name).toBe(range);
      expect(Reflect.get(MARKET, name), name).toBe(value);
    }
  });

  it("are all in the table", () => {
    expect(CONTRACT_ROWS.map(({ name }) => name).toSorted()).toEqual(Object.keys(MARKET).toSorted());
  });

  it.each([
    ["FREE_MISSES", RULES.freeMisses],
    ["MAX_MISSES", RULES.maxMisses],
    ["BOUNTY_PARTS", RULES.bountyParts],
    ["BURNED_PARTS", RULES.burnedParts],
    ["UNIT_LEAVES", RULES.leavesPerUnit],
    ["MAX_ROUND_BLOCKS", RULES.maxRoundBlocks],
  ])("have the contracts' %s", (name, value) => {
    expect(constants(name)).toEqual([value]);
  });

  it("have the standard price and capacity of a provider", () => {
    expect(settingFacts("price").standard).toBe(String(SETTINGS.price));
    expect(settingFacts("capacity").standard).toBe(`${SETTINGS.capacity / 1_024} GiB`);
  });

  it("have the leaf of the proofs", () => {
    expect(RULES.leafBytes).toBe(LEAF_BYTES);
  });
});
