// What is offered and not taken yet. Whoever has an offer can take it until it ends, so its units are not offered to anybody else
// meanwhile: what is sold and what is offered never exceed what can be stored. An offer costs nothing, so clients that have bought
// nothing here can hold only a part of what is left that way.

import { PROVIDER } from "../limits/index.ts";
import type { Address } from "../../protocol/index.ts";

export interface Reservation {
  readonly client: Address;
  /** Has an allocation here. */
  readonly known: boolean;
  /** Unix seconds. */
  until: number;
  units: number;
}

export class Reservations {
  /** In the order in which they were made, and end. */
  #made: Reservation[];
  #sold: number | undefined;

  /** Goes on from what was kept, which it takes over, and from how many units were sold then. */
  constructor(kept: readonly Reservation[] = [], sold?: number) {
    this.#made = [...kept];
    this.#sold = sold;
  }

  /** Units sold as seen last. */
  get sold(): number {
    return this.#sold ?? 0;
  }

  /**
   * Takes over how many units the chain says are sold in the next round. Nobody can buy without an offer, so what has come since the
   * last time was reserved. Where some ended at the same time a reservation stays too long, never too short. Returns those that are
   * other than before: taken, in part or whole, or over.
   */
  see(sold: number, now: number): readonly Reservation[] {
    const changed = new Set(this.#made.filter(({ until }) => until < now));
    this.#made = this.#made.filter(({ until }) => until >= now);
    // A clock that was wrong when it was made must not hold the room for years.
    for (const one of this.#made) one.until = Math.min(one.until, now + PROVIDER.longestOfferMs / 1000);
    for (let bought = Math.max(0, sold - (this.#sold ?? sold)); bought > 0 && this.#made.length > 0;) {
      const first = this.#made[0] as Reservation;
      const taken = Math.min(bought, first.units);
      first.units -= taken;
      bought -= taken;
      changed.add(first);
      if (first.units === 0) this.#made.shift();
    }
    this.#sold = sold;
    return [...changed];
  }

  /** Units that can be offered to a client, of `unsold`. `known`: it has an allocation here. */
  left(unsold: number, known: boolean): number {
    const left = unsold - this.#sum(() => true);
    const ofStrangers = Math.max(PROVIDER.strangersUnits, Math.floor(unsold * PROVIDER.strangersPart));
    const most = known ? left : Math.min(left, ofStrangers - this.#sum((one) => !one.known));
    return this.#made.length < PROVIDER.openOffers ? Math.max(0, most) : 0;
  }

  /** What one client could still take. */
  of(client: Address): number {
    return this.#sum((one) => one.client === client);
  }

  add(client: Address, known: boolean, units: number, until: number): Reservation {
    const reservation = { client, known, units, until };
    this.#made.push(reservation);
    return reservation;
  }

  #sum(which: (one: Reservation) => boolean): number {
    return this.#made.reduce((units, one) => (which(one) ? units + one.units : units), 0);
  }
}
