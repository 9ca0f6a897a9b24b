// An offer: a provider's signed price and terms, which the client brings to the chain to open an allocation.
import { type Address, sameAddress } from "./address.ts";
import { type Domain, type StructTypes, typedDigest } from "./eip712.ts";
import { type CairnError, cairnError, isCairnError } from "./errors.ts";
import { type Signer, recover } from "./signature.ts";

export interface Offer {
  /** The provider's owner, who is the provider to the chain. */
  readonly provider: Address;
  /** Who may take it; ZERO_ADDRESS for anyone. */
  readonly client: Address;
  /** Units of 1 MiB. */
  readonly maxUnits: number;
  /** Token base units per unit and round. */
  readonly pricePerUnitRound: bigint;
  readonly minRounds: number;
  /** Unix seconds. */
  readonly validUntil: number;
  /**
   * Free to choose below 2^48; the provider can cancel all offers below one. An offer serves any number of allocations, up to `maxUnits` in
   * all. One whose nonce is that of `boundNonce` extends one allocation and is good for nothing else.
   */
  readonly nonce: bigint;
}

/** An offer and the node key's signature, 65 bytes. */
export interface SignedOffer {
  readonly offer: Offer;
  readonly signature: Uint8Array;
}

/** Above these bits of a nonce stands the number of the allocation that the offer is bound to, or 0. */
const NONCE_BITS = 48n;

/** The nonce of an offer that only extends this allocation: nobody can buy more room with it. */
export function boundNonce(allocation: number, nonce: bigint): bigint {
  return (BigInt(allocation) << NONCE_BITS) | nonce;
}

/** The allocation that an offer of this nonce extends; 0 if it is bound to none. */
export function boundTo(nonce: bigint): bigint {
  return nonce >> NONCE_BITS;
}

export const OFFER_TYPES = {
  Offer: [
    { name: "provider", type: "address" },
    { name: "client", type: "address" },
    { name: "maxUnits", type: "uint64" },
    { name: "pricePerUnitRound", type: "uint128" },
    { name: "minRounds", type: "uint64" },
    { name: "validUntil", type: "uint64" },
    { name: "nonce", type: "uint256" },
  ],
} as const satisfies StructTypes;

export function offerDigest(domain: Domain, offer: Offer): Uint8Array {
  return typedDigest(domain, OFFER_TYPES, { ...offer });
}

export function signOffer(domain: Domain, offer: Offer, nodeKey: Signer): SignedOffer {
  return { offer, signature: nodeKey.sign(offerDigest(domain, offer)) };
}

/**
 * Throws ERR_OFFER_INVALID unless the provider's node key signed it in this domain, and ERR_OFFER_EXPIRED if it ran out before `now` (unix seconds).
 * Whether its terms answer what was asked for is for the asker to compare.
 */
export function verifyOffer(domain: Domain, signed: SignedOffer, nodeKey: Address, now?: number): void {
  const found = offerSigner(domain, signed);
  if (!sameAddress(found, nodeKey)) throw offerInvalid(signed.offer, { nodeKey, found });
  if (now !== undefined && signed.offer.validUntil < now) {
    const facts = { provider: signed.offer.provider, validUntil: signed.offer.validUntil, now };
    throw cairnError("ERR_OFFER_EXPIRED", `The offer of ${signed.offer.provider} is no longer valid.`, { facts });
  }
}

function offerSigner(domain: Domain, signed: SignedOffer): Address {
  try {
    return recover(offerDigest(domain, signed.offer), signed.signature);
  } catch (cause) {
    throw isCairnError(cause, "ERR_SIGNATURE_INVALID") ? offerInvalid(signed.offer, {}, cause) : cause;
  }
}

function offerInvalid(offer: Offer, facts: Record<string, unknown>, cause?: unknown): CairnError {
  const what = `The offer of ${offer.provider} is not signed by that provider's node key.`;
  return cairnError("ERR_OFFER_INVALID", what, { facts: { provider: offer.provider, ...facts }, cause });
}
