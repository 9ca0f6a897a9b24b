// Offers as the market takes them.

import { type Hex, bytesToHex } from "viem";
import { type Address, type CairnError, type Offer, type SignedOffer, boundTo, cairnError } from "../protocol/index.ts";
import { OFFER_NONCES, UNIT_PRICES } from "./ledger.ts";

export interface OfferStruct {
  readonly provider: Address;
  readonly client: Address;
  readonly maxUnits: bigint;
  readonly pricePerUnitRound: bigint;
  readonly minRounds: bigint;
  readonly validUntil: bigint;
  readonly nonce: bigint;
}

/**
 * The offer and its signature as arguments; `extended` is the allocation that it is to extend, if it is for that. Throws ERR_OFFER_INVALID
 * for a price that the market has no room for, and for a nonce that is out of range or binds the offer to something else.
 */
export function offerArguments({ offer, signature }: SignedOffer, extended?: number): readonly [OfferStruct, Hex] {
  const { nonce, pricePerUnitRound } = offer;
  const isBoundHere = nonce >= 0n && extended !== undefined && boundTo(nonce) === BigInt(extended);
  if (!isBoundHere && (nonce < 0n || nonce >= OFFER_NONCES)) throw outOfRange(offer, "nonce", nonce, OFFER_NONCES);
  if (pricePerUnitRound < 1n || pricePerUnitRound >= UNIT_PRICES) {
    throw outOfRange(offer, "price", pricePerUnitRound, UNIT_PRICES);
  }
  const struct = {
    ...offer,
    maxUnits: BigInt(offer.maxUnits),
    minRounds: BigInt(offer.minRounds),
    validUntil: BigInt(offer.validUntil),
  };
  return [struct, bytesToHex(signature)];
}

function outOfRange({ provider }: Offer, what: "nonce" | "price", value: bigint, below: bigint): CairnError {
  const bound = what === "price" ? `1 … ${below - 1n}` : `below ${below}`;
  return cairnError(
    "ERR_OFFER_INVALID",
    `The ${what} in the offer of ${provider} is ${value}, the market takes ${bound}.`,
    {
      facts: { provider, [what]: value, below },
    },
  );
}
