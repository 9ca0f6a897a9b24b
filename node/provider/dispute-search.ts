// Finds the disputes about one provider that are open. The chain tells how many there are, and lists those of all providers
// by number: so the search goes from the newest down until it has as many, and needs nothing from before a restart.

import { sameAddress } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import type { DisputeRecord, Ledger } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";

export class DisputeSearch {
  readonly #ledger: Ledger;
  readonly #owner: Address;
  readonly #known = new Map<number, DisputeRecord>();
  /** The highest number not looked at yet, where a search was left; undefined if none is under way. */
  #below: number | undefined;

  constructor(ledger: Ledger, owner: Address) {
    this.#ledger = ledger;
    this.#owner = owner;
  }

  /** Those found and not forgotten, the most urgent first. */
  get known(): DisputeRecord[] {
    return [...this.#known.values()].sort((a, b) => a.deadline - b.deadline || a.id - b.id);
  }

  /** Looks for more while fewer than `open` are known; goes on where it was if that takes more than some pages. Throws ERR_RPC_DOWN. */
  async look(open: number, signal: AbortSignal): Promise<void> {
    if (open === 0) this.#known.clear();
    const enough = Math.min(open, PROVIDER.openDisputes);
    for (let page = 0; page < PROVIDER.disputePages && this.#known.size < enough; page++) {
      const top = this.#below ?? (await this.#ledger.disputeCount({ signal }));
      const from = Math.max(1, top - PROVIDER.recordsAtOnce + 1);
      const found = top < 1 ? [] : await this.#ledger.disputes(from, top - from + 1, { signal });
      for (const one of found) if (sameAddress(one.provider, this.#owner)) this.#known.set(one.id, one);
      this.#below = from - 1;
      if (from > 1) continue;
      this.#below = undefined;
      return;
    }
    // The newest come first the next time: that is where new ones are, and those of a chain that rolled back.
    if (this.#known.size >= enough) this.#below = undefined;
  }

  /** One as it is now; undefined if it is over, and then it is forgotten. Throws ERR_RPC_DOWN. */
  async reread(id: number, signal: AbortSignal): Promise<DisputeRecord | undefined> {
    const found = await this.#ledger.dispute(id, { signal });
    if (found !== undefined && sameAddress(found.provider, this.#owner)) {
      this.#known.set(id, found);
      return found;
    }
    this.#known.delete(id);
    return undefined;
  }

  forget(id: number): void {
    this.#known.delete(id);
  }
}
