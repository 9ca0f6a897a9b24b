// Answers offer: the provider's price and terms, signed by its node key for one client. An offer promises no more than what
// is free now, and reserves nothing: reserving would let anyone block the whole provider for nothing.

import { randomBytes } from "node:crypto";
import {
  cairnError,
  decodeOfferRequest,
  encodeOfferAnswer,
  signOffer,
  UNIT_LEAVES,
  VERBS,
} from "../../protocol/index.ts";
import { LEAF_BYTES } from "../../proofs/index.ts";
import { PROVIDER } from "../limits.ts";
import type { Address, CairnError, Domain, Signer } from "../../protocol/index.ts";
import type { Ledger, ProviderRecord } from "../../contracts/index.ts";
import type { Channel } from "../network/index.ts";
import type { FragmentStore } from "./store/index.ts";
import type { RoundClock } from "./round-clock.ts";

const UNIT_BYTES = UNIT_LEAVES * LEAF_BYTES;

export interface OfferTerms {
  readonly capacityBytes: number;
  readonly pricePerUnitRound: bigint;
  readonly maxUnitsPerOffer: number;
  readonly minRounds: number;
}

export interface OfferParts {
  readonly terms: OfferTerms;
  readonly ledger: Ledger;
  readonly clock: RoundClock;
  readonly store: FragmentStore;
  readonly owner: Address;
  readonly domain: Domain;
  readonly nodeSigner: Signer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Makes offers; remembers the provider's record on chain for a moment, so that questions cost no call each. */
export class OfferDesk {
  readonly #parts: OfferParts;
  #record: { readonly at: number; readonly value: Promise<ProviderRecord | undefined> } | undefined;

  constructor(parts: OfferParts) {
    this.#parts = parts;
  }

  async handle(channel: Channel): Promise<void> {
    const { client, units } = decodeOfferRequest(await channel.readMessage(VERBS.offer.maxRequest));
    const { terms, owner, domain, nodeSigner } = this.#parts;
    const maxUnits = Math.min(terms.maxUnitsPerOffer, await this.#freeUnits());
    if (units > maxUnits) throw noCapacity(maxUnits);
    const offer = {
      provider: owner,
      client,
      maxUnits,
      pricePerUnitRound: terms.pricePerUnitRound,
      minRounds: terms.minRounds,
      validUntil: this.#seconds() + PROVIDER.offerMs / 1000,
      nonce: newNonce(),
    };
    const { signature } = signOffer(domain, offer, nodeSigner);
    await channel.writeMessage(encodeOfferAnswer({ ok: true, offer, signature }));
  }

  /** The chain judges by its own clock, which a local chain may have wound forward. */
  #seconds(): number {
    const { now, clock } = this.#parts;
    return Math.max(Math.ceil(now() / 1000), clock.last?.timestamp ?? 0);
  }

  /** Capacity less what is sold, and less than the disk has free. */
  async #freeUnits(): Promise<number> {
    const record = await this.#read();
    if (record?.stage !== "active") return 0;
    const { freeBytes, payloadBytes } = this.#parts.store.usage();
    const total = Math.min(this.#parts.terms.capacityBytes, payloadBytes + freeBytes);
    const sold = Math.max(record.liveUnits, record.nextUnits);
    return Math.max(0, Math.floor(total / UNIT_BYTES) - sold);
  }

  #read(): Promise<ProviderRecord | undefined> {
    const at = this.#parts.now();
    if (this.#record !== undefined && at - this.#record.at < PROVIDER.recordMs) return this.#record.value;
    const value = this.#parts.ledger.provider(this.#parts.owner);
    this.#record = { at, value };
    value.catch(() => (this.#record = undefined));
    return value;
  }
}

/** Random, so that a restart repeats none. */
function newNonce(): bigint {
  return BigInt(`0x${randomBytes(16).toString("hex")}`) | (1n << 127n);
}

function noCapacity(units: number): CairnError {
  const what = units === 0 ? "The provider offers nothing now." : `The provider offers at most ${units} units now.`;
  return cairnError("ERR_NO_CAPACITY", what, { facts: { units } });
}
