/** Gas of whole transactions, calldata and its floor (EIP-7623) included, as the contract tests measure it. */

import { measureGas } from "../../scripts/gas-snapshot.ts";
import type { Row, Suite } from "./suite.ts";

/** `prove K=5 fragments=1000000 allocations=1`: the facts that are not there do not matter. */
const FACTS = / (?<fact>K|fragments|allocations)=(?<value>\d+)/g;

/** One call. Challenges, fragments and allocations are null where they are no part of it. */
interface GasRow extends Row {
  readonly call: string;
  readonly challenges: number | null;
  readonly fragments: number | null;
  readonly allocations: number | null;
  readonly gas: number;
}

export const suite: Suite = {
  name: "gas",
  about: "gas of each contract call, whole transactions under Prague rules",
  async run(bench) {
    for (const [name, gas] of measureGas()) {
      bench.add(rowOf(name, gas));
      bench.say(`${name.padEnd(60)} ${gas.toLocaleString("en").padStart(12)} gas`);
    }
  },
};

function rowOf(name: string, gas: number): GasRow {
  const facts = new Map([...name.matchAll(FACTS)].map(({ groups }) => [groups?.["fact"], Number(groups?.["value"])]));
  const fact = (key: string): number | null => facts.get(key) ?? null;
  return {
    suite: "gas",
    call: name.replaceAll(FACTS, ""),
    challenges: fact("K"),
    fragments: fact("fragments"),
    allocations: fact("allocations"),
    gas,
  };
}
