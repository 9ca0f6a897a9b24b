// How many requests are served at once: in total, for one peer and for one corner of the Internet, so that nobody can fill the
// memory or shut out the others. Transfers and questions have places of their own: however many fragments are on their way, an
// audit or an offer is answered. When all places are taken, a newcomer gets that of the slowest who makes us wait: to hold a place
// one has to move bytes.

import type { Pace } from "./patience.ts";

export interface AdmissionLimits {
  readonly places: number;
  readonly placesPerPeer: number;
  /** For all peers of one network (`originOf`). */
  readonly placesPerOrigin: number;
  /** Whoever has made us wait for so long … */
  readonly slowMs: number;
  /** … and moved fewer bytes per second of it, or nothing lately, gives its place up when another one needs it. */
  readonly slowBytesPerSecond: number;
}

/** Who asks for a place, and can lose it. */
export interface Guest {
  readonly peer: string;
  /** Of the peer's address; undefined where addresses say nothing. */
  readonly origin: string | undefined;
  readonly pace: Pace;
  /** The place was given to another one: the request has to end now. */
  readonly giveWay: () => void;
}

export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #guests = new Set<Guest>();
  readonly #counts = new Map<string, number>();

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  get serving(): number {
    return this.#guests.size;
  }

  /** Takes a place and returns what gives it back, or undefined when there is none. */
  enter(guest: Guest): (() => void) | undefined {
    const { places, placesPerPeer, placesPerOrigin } = this.#limits;
    if (this.#count(peerKey(guest)) >= placesPerPeer) return undefined;
    if (guest.origin !== undefined && this.#count(originKey(guest)) >= placesPerOrigin) return undefined;
    if (this.#guests.size >= places && !this.#makeRoom()) return undefined;
    this.#guests.add(guest);
    this.#add(guest, 1);
    return () => this.#leave(guest);
  }

  #makeRoom(): boolean {
    const { slowMs, slowBytesPerSecond } = this.#limits;
    let slowest: Guest | undefined;
    let least = slowBytesPerSecond;
    for (const guest of this.#guests) {
      const { waitedMs, bytes, quietMs } = guest.pace;
      const speed = quietMs < slowMs ? (bytes * 1000) / waitedMs : 0;
      if (waitedMs < slowMs || speed >= least) continue;
      slowest = guest;
      least = speed;
    }
    if (slowest === undefined) return false;
    this.#leave(slowest);
    slowest.giveWay();
    return true;
  }

  #leave(guest: Guest): void {
    if (this.#guests.delete(guest)) this.#add(guest, -1);
  }

  #add(guest: Guest, by: number): void {
    this.#addTo(peerKey(guest), by);
    if (guest.origin !== undefined) this.#addTo(originKey(guest), by);
  }

  #addTo(key: string, by: number): void {
    const count = this.#count(key) + by;
    if (count === 0) this.#counts.delete(key);
    else this.#counts.set(key, count);
  }

  #count(key: string): number {
    return this.#counts.get(key) ?? 0;
  }
}

function peerKey({ peer }: Guest): string {
  return `peer ${peer}`;
}

function originKey({ origin }: Guest): string {
  return `origin ${origin}`;
}
