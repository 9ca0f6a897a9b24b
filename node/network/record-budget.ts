// How many provider records others may leave here in a period. kad-dht keeps whatever anybody sends; this keeps the disk from filling.
// A record beyond the budget is dropped, which its sender notices when it asks for it.

import { isRecordKey } from "./dht.ts";
import { originOf } from "./origin.ts";
import type { PeerId } from "@libp2p/interface";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { CID } from "multiformats/cid";
import type { Dht } from "./dht.ts";

export interface RecordBudgetLimits {
  readonly budgetRecords: number;
  readonly budgetRecordsPerPeer: number;
  readonly budgetRecordsPerOrigin: number;
  /** Peers and networks counted by themselves. Whoever comes after them shares what one of them may leave. */
  readonly budgetNames: number;
}

const THE_REST = "the rest";

export class RecordBudget {
  readonly #limits: RecordBudgetLimits;
  readonly #counts = new Map<string, number>();
  #total = 0;

  constructor(limits: RecordBudgetLimits) {
    this.#limits = limits;
  }

  /** Counts one record of `peer`, which comes from `origin` (`originOf`). False when it has to be dropped. */
  spend(peer: string, origin?: string): boolean {
    const { budgetRecords, budgetRecordsPerPeer, budgetRecordsPerOrigin } = this.#limits;
    const ofPeer = this.#nameOf(`peer ${peer}`);
    const ofOrigin = origin === undefined ? undefined : this.#nameOf(`origin ${origin}`);
    if (this.#total >= budgetRecords || this.#count(ofPeer) >= budgetRecordsPerPeer) return false;
    if (ofOrigin !== undefined && this.#count(ofOrigin) >= budgetRecordsPerOrigin) return false;
    this.#total++;
    this.#counts.set(ofPeer, this.#count(ofPeer) + 1);
    if (ofOrigin !== undefined) this.#counts.set(ofOrigin, this.#count(ofOrigin) + 1);
    return true;
  }

  /** A new period begins. */
  renew(): void {
    this.#total = 0;
    this.#counts.clear();
  }

  #count(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  #nameOf(name: string): string {
    return this.#counts.has(name) || this.#counts.size < this.#limits.budgetNames ? name : THE_REST;
  }
}

export interface RecordParts {
  readonly self: PeerId;
  readonly budget: RecordBudget;
  /** Where a peer comes from that we are connected to. */
  readonly from: (peer: PeerId) => Multiaddr | undefined;
  /** Peers whose record of an object is kept, or so many of them; left out: nobody counts. */
  readonly holdersOf?: ((object: CID) => Promise<readonly string[]>) | undefined;
  /** Records kept of one object. */
  readonly mostHolders: number;
}

/** Puts bounds in front of the DHT's store. Our own records are not counted. */
export function limitRecords(dht: Dht, { self, budget, from, holdersOf, mostHolders }: RecordParts): void {
  const { providers } = dht;
  const store = providers.addProvider.bind(providers);
  providers.addProvider = async (key, provider) => {
    if (!provider.equals(self)) {
      const address = from(provider);
      if (!isRecordKey(key) || !budget.spend(provider.toString(), address && originOf(address))) return;
      // Who came first stays: else a crowd of new identities would push out those who hold the object.
      const holders = (await holdersOf?.(key)) ?? [];
      if (holders.length >= mostHolders && !holders.includes(provider.toString())) return;
    }
    await store(key, provider);
  };
}
