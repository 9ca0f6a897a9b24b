// Answers offer: the provider's price and terms, signed by its node key for one client. An offer promises no more than what
// is free now, covered by the stake and not offered to somebody else: nobody can buy what cannot be stored. One that extends an
// allocation is bound to it, buys no units and holds none.

import { UNIT_PRICES } from "../../contracts/index.ts";
import {
  boundNonce,
  CairnError,
  cairnError,
  decodeOfferRequest,
  encodeOfferAnswer,
  isCairnError,
  sameAddress,
  signOffer,
  UNIT_LEAVES,
  VERBS,
} from "../../protocol/index.ts";
import { LEAF_BYTES } from "../../proofs/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { Allowance } from "./allowance.ts";
import { checkExtension } from "./extension-terms.ts";
import type { Address, Domain, ExtensionRequest, Offer, OpeningRequest, Signer } from "../../protocol/index.ts";
import type { Ledger, MarketSettings, ProviderRecord } from "../../contracts/index.ts";
import type { Channel } from "../network/index.ts";
import type { AllocationBook } from "./allocation-book.ts";
import type { FragmentStore } from "./store/index.ts";
import type { OfferBook } from "./offer-book.ts";
import type { RoundClock } from "./round-clock.ts";

const UNIT_BYTES = UNIT_LEAVES * LEAF_BYTES;
/** The market counts what is taken of an offer in 32 bits. */
const MAX_UNITS = 2 ** 32 - 1;

export interface OfferTerms {
  readonly capacityBytes: number;
  readonly pricePerUnitRound: bigint;
  readonly maxUnitsPerOffer: number;
  readonly minRounds: number;
  /** Bytes that the allocations of one client may have together. Default: any. */
  readonly clientBytes?: number;
}

export interface OfferParts {
  readonly terms: OfferTerms;
  readonly ledger: Ledger;
  readonly clock: RoundClock;
  readonly store: FragmentStore;
  readonly book: Pick<AllocationBook, "runningIn" | "told">;
  readonly offers: OfferBook;
  readonly owner: Address;
  readonly domain: Domain;
  readonly nodeSigner: Signer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Standing {
  readonly record: ProviderRecord | undefined;
  readonly settings: MarketSettings;
  readonly round: number;
}

/** Makes offers; remembers the provider's record on chain for a moment, so that questions cost no call each. */
export class OfferDesk {
  readonly #parts: OfferParts;
  readonly #asked = new Allowance(PROVIDER.offers);
  #standing: { readonly at: number; readonly value: Promise<Standing> } | undefined;
  #nextNonce: bigint;

  /** Throws ERR_CONFIG_INVALID for a price that the market does not take. */
  constructor(parts: OfferParts) {
    checkPrice(parts.terms.pricePerUnitRound);
    this.#parts = parts;
    // From the clock, so that a restart repeats none; in a row, because the market counts eight of a row in one slot.
    this.#nextNonce = BigInt(Math.max(parts.now(), parts.offers.firstNonce));
  }

  async handle(channel: Channel): Promise<void> {
    const request = decodeOfferRequest(await channel.readMessage(VERBS.offer.maxRequest));
    this.#asked.spend(channel.remote);
    const { domain, nodeSigner } = this.#parts;
    const standing = await this.#read();
    try {
      const offer = await ("units" in request ? this.#opening(standing, request) : this.#extension(standing, request));
      const { signature } = signOffer(domain, offer, nodeSigner);
      await channel.writeMessage(encodeOfferAnswer({ ok: true, offer, signature }));
    } catch (error) {
      if (!isCairnError(error, "ERR_PRICE_CHANGED")) throw error;
      const detail = String(error.facts["asked"]);
      await channel.writeMessage(encodeOfferAnswer({ ok: false, code: error.code, detail }));
    }
  }

  async #opening(standing: Standing, { client, units }: OpeningRequest): Promise<Offer> {
    const offer = this.#offer(client, units);
    return { ...offer, nonce: await this.#reserve(standing, client, units, offer.validUntil) };
  }

  async #extension(standing: Standing, { client, allocation, rounds }: ExtensionRequest): Promise<Offer> {
    const { terms, book } = this.#parts;
    const found = await book.told(client, allocation);
    const units = Math.floor(terms.capacityBytes / UNIT_BYTES);
    checkExtension(found, rounds, { ...standing, units, pricePerUnitRound: terms.pricePerUnitRound });
    const nonce = boundNonce(allocation, this.#newNonce(standing));
    return { ...this.#offer(client, found.units), pricePerUnitRound: found.price, nonce };
  }

  /** At today's terms, until in a while. */
  #offer(client: Address, maxUnits: number): Omit<Offer, "nonce"> {
    const { terms, owner } = this.#parts;
    const { pricePerUnitRound, minRounds } = terms;
    const validUntil = this.#seconds() + PROVIDER.offerMs / 1000;
    return { provider: owner, client, maxUnits, pricePerUnitRound, minRounds, validUntil };
  }

  /** The nonce of an offer whose units are held, and whose reservation is in the book. Throws ERR_NO_CAPACITY. */
  async #reserve(standing: Standing, client: Address, units: number, until: number): Promise<bigint> {
    const { terms, offers } = this.#parts;
    offers.see(standing.record?.nextUnits ?? 0, this.#seconds());
    const bought = this.#bought(client, standing);
    const left = Math.min(
      offers.left(this.#freeUnits(standing), bought > 0),
      clientUnits(terms) - bought - offers.of(client),
    );
    const most = Math.max(0, Math.min(terms.maxUnitsPerOffer, MAX_UNITS, left));
    if (units > most) throw noCapacity(most);
    const nonce = this.#newNonce(standing);
    // Nothing is waited for between what is left and what is held, so that two who ask at once do not get the same.
    await offers.add({ nonce: Number(nonce), client, known: bought > 0, units, until });
    return nonce;
  }

  /** Units of a client's allocations that run in the next round. What the book does not know of yet may be its, too. */
  #bought(client: Address, { record, round }: Standing): number {
    let ofClient = 0;
    let known = 0;
    for (const { record: one } of this.#parts.book.runningIn(round + 1)) {
      known += one.terms.units;
      if (sameAddress(one.terms.client, client)) ofClient += one.terms.units;
    }
    const unknown = this.#parts.terms.clientBytes === undefined ? 0 : Math.max(0, (record?.nextUnits ?? 0) - known);
    return ofClient + unknown;
  }

  /** The chain judges by its own clock, which a local chain may have wound forward. */
  #seconds(): number {
    const { now, clock } = this.#parts;
    return Math.max(Math.ceil(now() / 1000), clock.last?.timestamp ?? 0);
  }

  /** Capacity less what is sold; no more than the disk has free, and than the stake suffices for. */
  #freeUnits({ record, settings: { minStake, unitStake } }: Standing): number {
    if (record?.stage !== "active" || record.stake < minStake) return 0;
    const { freeBytes, payloadBytes } = this.#parts.store.usage();
    const total = Math.min(this.#parts.terms.capacityBytes, payloadBytes + freeBytes);
    const room = Math.floor(total / UNIT_BYTES) - Math.max(record.liveUnits, record.nextUnits);
    const staked = unitStake === 0n ? room : Number(record.stake / unitStake) - record.nextUnits;
    return Math.max(0, Math.min(room, staked));
  }

  /** Below the least that the owner has left valid none is worth anything. */
  #newNonce({ record }: Standing): bigint {
    const least = record?.minOfferNonce ?? 0n;
    const nonce = this.#nextNonce < least ? least : this.#nextNonce;
    this.#nextNonce = nonce + 1n;
    return nonce;
  }

  #read(): Promise<Standing> {
    const { ledger, owner, clock, now } = this.#parts;
    const at = now();
    if (this.#standing !== undefined && at - this.#standing.at < PROVIDER.recordMs) return this.#standing.value;
    const value = Promise.all([ledger.provider(owner), ledger.settings(), clock.round()]).then(
      ([record, settings, round]) => ({ record, settings, round }),
    );
    this.#standing = { at, value };
    value.catch(() => (this.#standing = undefined));
    return value;
  }
}

function clientUnits({ clientBytes }: OfferTerms): number {
  return clientBytes === undefined ? MAX_UNITS : Math.floor(clientBytes / UNIT_BYTES);
}

function checkPrice(price: bigint): void {
  if (price >= 1n && price < UNIT_PRICES) return;
  throw new CairnError("ERR_CONFIG_INVALID", `The price is ${price} base units: use 1 to ${UNIT_PRICES - 1n}.`, {
    facts: { price, below: UNIT_PRICES },
  });
}

function noCapacity(units: number): CairnError {
  const what = units === 0 ? "The provider offers nothing now." : `The provider offers at most ${units} units now.`;
  return cairnError("ERR_NO_CAPACITY", what, { facts: { units } });
}
