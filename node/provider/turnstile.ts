// Lets so many at once through, makes so many more wait in line, and turns the rest away. Next is whoever has had fewest turns, and
// nobody can take the whole line: one who has more in it than others gives up the last place when it is full.

import { CairnError } from "../../protocol/index.ts";

/** Peers whose turns are remembered; identities cost nothing. */
const MAX_REMEMBERED = 1024;

interface Waiting {
  readonly who: string;
  readonly enter: () => void;
  readonly turnAway: (reason: CairnError) => void;
}

export class Turnstile {
  readonly #inside: number;
  readonly #line: number;
  readonly #linePerPeer: number;
  readonly #waiting: Waiting[] = [];
  /** Turns had, on a scale that all share; a newcomer begins at the least of those who had one last. */
  readonly #turns = new Map<string, number>();
  #least = 0;
  #busy = 0;

  constructor(inside: number, line: number, linePerPeer = line) {
    this.#inside = inside;
    this.#line = line;
    this.#linePerPeer = linePerPeer;
  }

  /** Runs `work` for `who` when there is room. Throws ERR_PEER_BUSY when the line is full, or the signal's reason while waiting. */
  async pass<T>(who: string, work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#enter(who, signal);
    try {
      return await work();
    } finally {
      this.#busy--;
      this.#next()?.enter();
    }
  }

  async #enter(who: string, signal: AbortSignal): Promise<void> {
    if (this.#busy < this.#inside) return this.#begin(who);
    if (this.#count(who) >= this.#linePerPeer) throw busy();
    if (this.#waiting.length >= this.#line && !this.#makeRoom(who)) throw busy();
    await new Promise<void>((resolve, reject) => {
      const one: Waiting = {
        who,
        enter: () => {
          signal.removeEventListener("abort", leave);
          this.#begin(who);
          resolve();
        },
        turnAway: (reason) => {
          signal.removeEventListener("abort", leave);
          reject(reason);
        },
      };
      const leave = (): void => {
        const at = this.#waiting.indexOf(one);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(signal.reason);
      };
      this.#waiting.push(one);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  #begin(who: string): void {
    this.#least = this.#had(who);
    this.#turns.set(who, this.#least + 1);
    for (const [one, turns] of this.#turns)
      if (turns <= this.#least || this.#turns.size > MAX_REMEMBERED) this.#turns.delete(one);
    this.#busy++;
  }

  #next(): Waiting | undefined {
    if (this.#waiting.length === 0) return undefined;
    const next = this.#waiting.reduce((least, one) => (this.#had(one.who) < this.#had(least.who) ? one : least));
    this.#waiting.splice(this.#waiting.indexOf(next), 1);
    return next;
  }

  #had(who: string): number {
    return Math.max(this.#turns.get(who) ?? 0, this.#least);
  }

  /** The last place of whoever has most goes to one who has two fewer. */
  #makeRoom(who: string): boolean {
    const last = this.#waiting.reduce((most, one) => (this.#count(one.who) >= this.#count(most.who) ? one : most));
    if (this.#count(last.who) < this.#count(who) + 2) return false;
    this.#waiting.splice(this.#waiting.indexOf(last), 1);
    last.turnAway(busy());
    return true;
  }

  #count(who: string): number {
    return this.#waiting.filter((one) => one.who === who).length;
  }
}

function busy(): CairnError {
  return new CairnError("ERR_PEER_BUSY", "Too many wait already: try again later.");
}
