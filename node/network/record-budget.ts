// How many provider records others may leave here in a period. kad-dht keeps whatever anybody sends; this keeps the disk from filling.
// A record beyond the budget is dropped, which its sender notices when it asks for it.

import type { PeerId } from "@libp2p/interface";
import type { Dht } from "./dht.ts";

export interface RecordBudgetLimits {
  readonly budgetRecords: number;
  readonly budgetRecordsPerPeer: number;
}

export class RecordBudget {
  readonly #limits: RecordBudgetLimits;
  readonly #perPeer = new Map<string, number>();
  #total = 0;

  constructor(limits: RecordBudgetLimits) {
    this.#limits = limits;
  }

  /** Counts one record of `peer`. False when it has to be dropped. */
  spend(peer: string): boolean {
    const ofPeer = this.#perPeer.get(peer) ?? 0;
    if (this.#total >= this.#limits.budgetRecords || ofPeer >= this.#limits.budgetRecordsPerPeer) return false;
    this.#total++;
    this.#perPeer.set(peer, ofPeer + 1);
    return true;
  }

  /** A new period begins. */
  renew(): void {
    this.#total = 0;
    this.#perPeer.clear();
  }
}

/** Puts the budget in front of the DHT's store. Our own records are not counted. */
export function limitRecords(dht: Dht, self: PeerId, budget: RecordBudget): void {
  const { providers } = dht;
  const store = providers.addProvider.bind(providers);
  providers.addProvider = async (key, provider) => {
    if (provider.equals(self) || budget.spend(provider.toString())) await store(key, provider);
  };
}
