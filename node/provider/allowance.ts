// How often strangers may ask for something that costs us much and them nothing: so many a second for each peer, and for all of
// them together, because identities cost nothing either. What was not used is saved up to a burst.

import { CairnError } from "../../protocol/index.ts";

export interface AllowanceLimits {
  readonly perSecond: number;
  readonly burst: number;
  readonly perSecondOfAll: number;
  readonly burstOfAll: number;
}

interface Purse {
  left: number;
  /** Milliseconds. */
  at: number;
}

export class Allowance {
  readonly #limits: AllowanceLimits;
  readonly #now: () => number;
  readonly #purses = new Map<string, Purse>();
  readonly #all: Purse;

  /** `now` counts milliseconds and never jumps. */
  constructor(limits: AllowanceLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
    this.#all = { left: limits.burstOfAll, at: now() };
  }

  /** Peers that have not got all of their burst back. */
  get size(): number {
    return this.#purses.size;
  }

  /** Throws ERR_PEER_BUSY when the peer, or all together, have asked too often. */
  spend(peer: string): void {
    const { perSecond, burst, perSecondOfAll, burstOfAll } = this.#limits;
    const purse = this.#purses.get(peer) ?? { left: burst, at: this.#now() };
    this.#fill(purse, perSecond, burst);
    this.#fill(this.#all, perSecondOfAll, burstOfAll);
    if (purse.left < 1 || this.#all.left < 1) throw tooOften();
    purse.left--;
    this.#all.left--;
    this.#purses.set(peer, purse);
    this.#tidy();
  }

  #fill(purse: Purse, perSecond: number, burst: number): void {
    const now = this.#now();
    purse.left = Math.min(burst, purse.left + ((now - purse.at) / 1000) * perSecond);
    purse.at = now;
  }

  /** No more purses are kept than were opened since the oldest of them would be full again. */
  #tidy(): void {
    if (this.#purses.size <= this.#limits.burstOfAll * 2) return;
    for (const [peer, purse] of this.#purses) {
      this.#fill(purse, this.#limits.perSecond, this.#limits.burst);
      if (purse.left >= this.#limits.burst) this.#purses.delete(peer);
    }
    for (const oldest of this.#purses.keys()) {
      if (this.#purses.size <= this.#limits.burstOfAll * 2) return;
      this.#purses.delete(oldest);
    }
  }
}

function tooOften(): CairnError {
  return new CairnError("ERR_PEER_BUSY", "Asked too often in a short time: try again in a few seconds.");
}
