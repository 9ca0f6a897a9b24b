// The EVM ledger, with the suite of every ledger, on anvil.

import { afterAll } from "vitest";
import { ledgerSuite } from "../compliance/ledger.ts";
import { type AnvilWorld, anvilWorld } from "./anvil-world.ts";

let world: AnvilWorld | undefined;

ledgerSuite("over JSON-RPC on anvil", async () => {
  world = await anvilWorld(200);
  return world;
});

afterAll(() => {
  // Figures for docs and reviews; the limits that they must keep are tested in Solidity.
  const lines = [...(world?.gas ?? [])].map(([what, gas]) => `${gas.toLocaleString("en").padStart(9)}  ${what}`);
  process.stdout.write(`gas, most per call:\n${lines.join("\n")}\n`);
});
