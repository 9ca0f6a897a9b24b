// Whether the market takes proofs from this provider at all; says once why not.

import { sameAddress, type Address } from "../../protocol/index.ts";
import { formatTokens } from "../quantity.ts";
import type { Ledger, ProviderRecord } from "../../contracts/index.ts";
import type { ProviderLog } from "./provider-log.ts";

export interface StandingParts {
  readonly ledger: Pick<Ledger, "account">;
  readonly owner: Address;
  readonly log: ProviderLog;
}

export class Standing {
  readonly #parts: StandingParts;
  #said: string | undefined;

  constructor(parts: StandingParts) {
    this.#parts = parts;
  }

  /** False if it is unknown to the market, ejected, gone, or registered with another node key. */
  isInside(record: ProviderRecord | undefined): record is ProviderRecord {
    if (record === undefined || record.stage === "ejected" || record.stage === "left") return this.#say(record);
    const { account } = this.#parts.ledger;
    const isOurs = account === undefined || [record.nodeKey, record.owner].some((key) => sameAddress(key, account));
    if (!isOurs) return this.#say(record);
    this.#said = undefined;
    return true;
  }

  #say(record: ProviderRecord | undefined): false {
    const { owner, log, ledger } = this.#parts;
    const state = record === undefined ? "not registered" : record.stage;
    const as = `${state} ${record?.nodeKey}`;
    if (this.#said === as) return false;
    this.#said = as;
    const facts = { owner, state, nodeKey: record?.nodeKey, ours: ledger.account };
    if (record?.stage === "ejected") {
      log.error(
        { event: "provider.ejected", ...facts, stake: record.stake.toString() },
        `this provider is ejected after seven misses in a row: it proves nothing and earns nothing. With \`cairn provider exit\` its owner takes back what remains: of its stake ${formatTokens(record.stake)} tokens are left`,
      );
    } else if (record === undefined || record.stage === "left") {
      const what =
        record === undefined
          ? "this provider is not registered in the market: it proves nothing and earns nothing. Check that the network file and the RPC are those of your network"
          : "this provider is left, as the chain calls it: it has gone from the market for good, and proves and earns nothing. It can be stopped";
      log.warn({ event: "provider.outside", ...facts }, what);
    } else {
      log.error(
        { event: "provider.other-key", ...facts },
        "the chain has another node key for this provider: it can prove nothing. Put the registered node.key back into the folder and start again",
      );
    }
    return false;
  }
}
