// What the monitor looks at: a running provider and its surroundings, as little of them as it needs.

import type { Ledger } from "../../contracts/index.ts";
import type { Network } from "../network/index.ts";
import type { Provider } from "../provider/index.ts";

export interface MonitorSource {
  readonly provider: Pick<Provider, "status">;
  readonly network: Pick<Network, "peer" | "addresses" | "status">;
  /** It signs with the node key. */
  readonly ledger: Pick<Ledger, "account" | "deployment" | "settings">;
  /** The provider's folder: its disk is looked at, and the record is kept there. */
  readonly folder: string;
  /** Base units per unit and round. */
  readonly price: bigint;
}

/** A pino logger fits. */
export interface MonitorLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}
