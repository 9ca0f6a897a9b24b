// The offers that can still be taken, and how many units they hold: in memory, and in the book so that a restart does not offer the
// same room again.
//
//   offers   nonce u64  →  client 20 ‖ known u8 ‖ units u64 ‖ until u64      until: unix seconds
//            "sold"     →  units sold as seen last, u64
//
// An offer is written before it is answered, and not synced for its own sake: it goes to the disk with the next change of the book. So
// a killed daemon forgets none. A power cut may take those of the last moments, of a machine that is away for as long as it takes to
// start: that is a small risk against a sync for each question of a stranger. Writes keep their order, so what is there fits together.

import { addressBytes, addressOf } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { bytesAt, keyOf, numberAt } from "./book-keys.ts";
import { Change } from "./book-tables.ts";
import { Reservations } from "./reservations.ts";
import type { Address } from "../../protocol/index.ts";
import type { BookTables } from "./book-tables.ts";
import type { Reservation } from "./reservations.ts";

const SOLD = Buffer.from("sold");
const KEY_BYTES = 8;
const VALUE_BYTES = 37;
const [KNOWN_AT, UNITS_AT, UNTIL_AT] = [20, 21, 29];
/** The market counts units in 32 bits and nonces in 48. */
const MOST_UNITS = 2 ** 32 - 1;
const NONCES = 2 ** 48;

/** An offer as it holds units. */
export interface HeldOffer extends Readonly<Reservation> {
  readonly nonce: number;
}

export class OfferBook {
  readonly #tables: BookTables;
  readonly #reserved: Reservations;
  readonly #nonces: WeakMap<Reservation, number>;
  /** The first nonce that no kept offer has. */
  readonly firstNonce: number;
  /** Of what ended or was taken since the last write. */
  #change: Change;

  private constructor(tables: BookTables, kept: readonly (readonly [number, Reservation])[], sold: number | undefined) {
    this.#tables = tables;
    this.#nonces = new WeakMap(kept.map(([nonce, reservation]) => [reservation, nonce]));
    const reservations = kept.map(([, reservation]) => reservation);
    this.#reserved = new Reservations(reservations, sold);
    this.firstNonce = (kept.at(-1)?.[0] ?? -1) + 1;
    this.#change = new Change(tables);
  }

  /** Takes back what a run before this one has offered. What is none of ours, or too much, is left out. */
  static async open(tables: BookTables): Promise<OfferBook> {
    const kept: (readonly [number, Reservation])[] = [];
    const range = { gte: keyOf(0), lt: keyOf(NONCES), reverse: true, limit: PROVIDER.openOffers };
    for await (const [key, value] of tables.offers.iterator(range)) {
      const reservation = decoded(key, value);
      if (reservation !== undefined) kept.push([numberAt(key, 0), reservation]);
    }
    const sold = await tables.offers.get(SOLD);
    return new OfferBook(tables, kept.reverse(), sold?.byteLength === 8 ? numberAt(sold, 0) : undefined);
  }

  /** Takes over how many units the chain says are sold in the next round; `now` is in unix seconds. */
  see(sold: number, now: number): void {
    for (const one of this.#reserved.see(sold, now)) {
      const key = keyOf(this.#nonces.get(one) as number);
      if (one.units === 0 || one.until < now) this.#change.del(this.#tables.offers, key);
      else this.#change.put(this.#tables.offers, key, encoded(one));
    }
  }

  /** Units that can be offered to a client, of `unsold`. `known`: it has an allocation here. */
  left(unsold: number, known: boolean): number {
    return this.#reserved.left(unsold, known);
  }

  /** What one client could still take. */
  of(client: Address): number {
    return this.#reserved.of(client);
  }

  /** Holds the units from the call on; they are in the book when it resolves. Throws what the disk throws: then nothing may be answered. */
  async add({ nonce, client, known, units, until }: HeldOffer): Promise<void> {
    const reservation = this.#reserved.add(client, known, units, until);
    this.#nonces.set(reservation, nonce);
    const change = this.#change;
    this.#change = new Change(this.#tables);
    change.put(this.#tables.offers, keyOf(nonce), encoded(reservation));
    change.put(this.#tables.offers, SOLD, keyOf(this.#reserved.sold));
    await change.write();
  }
}

function encoded({ client, known, units, until }: Reservation): Uint8Array {
  const value = new Uint8Array(VALUE_BYTES);
  value.set(addressBytes(client));
  value[KNOWN_AT] = known ? 1 : 0;
  value.set(keyOf(units, until), UNITS_AT);
  return value;
}

function decoded(key: Uint8Array, value: Uint8Array): Reservation | undefined {
  if (key.byteLength !== KEY_BYTES || value.byteLength !== VALUE_BYTES) return undefined;
  const [units, until] = [numberAt(value, UNITS_AT), numberAt(value, UNTIL_AT)];
  if (units < 1 || units > MOST_UNITS || !Number.isSafeInteger(until)) return undefined;
  return { client: addressOf(bytesAt(value, 0, KNOWN_AT)), known: value[KNOWN_AT] === 1, units, until };
}
