// What rounds of dial-backs amount to. A yes counts at once, for it was seen; a no is only somebody's word and has to be said twice.

import type { Reachability } from "./network.ts";

export interface ReachRound {
  /** Peers that dialled, or say that they tried. */
  readonly answers: number;
  /** Addresses of ours that some of them reached. */
  readonly confirmed: readonly string[];
}

/** Rounds in a row without a single answer after which nothing is known any more. */
const SILENT_ROUNDS = 4;
/** Answers that make a no, within one round or over several. */
const BELIEVED_ANSWERS = 2;

export class ReachVerdict {
  #direct: "public" | "private" | "unknown" = "unknown";
  #confirmed: readonly string[] = [];
  #noes = 0;
  #silence = 0;

  get direct(): "public" | "private" | "unknown" {
    return this.#direct;
  }

  /** Whether the next round should not wait: nothing is known, or what was known is in doubt. */
  get unsettled(): boolean {
    return this.#direct === "unknown" || (this.#direct === "public" && (this.#noes > 0 || this.#silence > 0));
  }

  add({ answers, confirmed }: ReachRound): void {
    if (answers === 0) return this.#hearNothing();
    this.#silence = 0;
    if (confirmed.length > 0) {
      this.#direct = "public";
      this.#confirmed = confirmed;
      this.#noes = 0;
      return;
    }
    // A node that was reached before is not given up for one round: those asked may have been the only ones cut off.
    this.#noes += this.#direct === "public" ? 1 : answers;
    if (this.#noes < BELIEVED_ANSWERS) return;
    this.#direct = "private";
    this.#confirmed = [];
  }

  /** Somebody connected: enough on a local network, where nobody is asked. */
  seen(confirmed: readonly string[]): void {
    this.#direct = "public";
    this.#confirmed = confirmed;
  }

  reachability(relayed: readonly string[]): Reachability {
    const state = this.#direct !== "public" && relayed.length > 0 ? "relayed" : this.#direct;
    return { state, confirmed: this.#confirmed, relayed };
  }

  #hearNothing(): void {
    this.#silence++;
    if (this.#silence < SILENT_ROUNDS) return;
    this.#direct = "unknown";
    this.#confirmed = [];
    this.#noes = 0;
  }
}
