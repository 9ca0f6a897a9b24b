// How many requests are served at once, in total and for one peer, so that no peer can fill the memory or shut out the others.

export interface AdmissionLimits {
  readonly requests: number;
  readonly requestsPerPeer: number;
}

export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #perPeer = new Map<string, number>();
  #total = 0;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  get serving(): number {
    return this.#total;
  }

  /** Takes a place and returns what gives it back, or undefined when there is none. */
  enter(peer: string): (() => void) | undefined {
    const ofPeer = this.#perPeer.get(peer) ?? 0;
    if (this.#total >= this.#limits.requests || ofPeer >= this.#limits.requestsPerPeer) return undefined;
    this.#total++;
    this.#perPeer.set(peer, ofPeer + 1);
    return () => this.#leave(peer);
  }

  #leave(peer: string): void {
    this.#total--;
    const ofPeer = (this.#perPeer.get(peer) ?? 1) - 1;
    if (ofPeer === 0) this.#perPeer.delete(peer);
    else this.#perPeer.set(peer, ofPeer);
  }
}
