// A provider's offer to have one allocation last longer, asked for and checked.

import { CairnError, boundTo, isCairnError, sameAddress, verifyOffer } from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { contactAt } from "./own-allocations.ts";
import { within } from "../wait.ts";
import type { AllocationRecord, Ledger, ProviderRecord } from "../../contracts/index.ts";
import type { SignedOffer, Signer } from "../../protocol/index.ts";
import type { Network } from "../network/index.ts";
import type { Transfer } from "./transfer.ts";

export interface OfferParts {
  readonly ledger: Ledger;
  readonly network: Network;
  readonly transfer: Transfer;
  readonly signer: Signer;
}

/**
 * Throws ERR_NO_CAPACITY for a provider that leaves or is gone, ERR_PRICE_CHANGED for one that asks more now, ERR_OFFER_INVALID for an
 * offer that does not answer the question, and what reaching it throws.
 */
export async function askExtension(
  parts: OfferParts,
  allocation: AllocationRecord,
  until: number,
  signal: AbortSignal,
): Promise<SignedOffer> {
  const { ledger, signer, transfer } = parts;
  const { id, provider, units, endRound } = allocation;
  const [record, { timestamp }] = await Promise.all([ledger.provider(provider, { signal }), ledger.clock({ signal })]);
  if (record?.stage !== "active") throw leaving(allocation, record);
  const contact = await contactAt(parts, provider, signal);
  const rounds = until - endRound;
  const request = { client: signer.address, allocation: id, rounds };
  const signed = await transfer
    .offer(contact, request, { signal: within(CLIENT.probeMs, signal) })
    .catch((error: unknown) =>
      Promise.reject(isCairnError(error, "ERR_PRICE_CHANGED") ? dearer(allocation, error) : error),
    );
  verifyOffer(ledger.domain, signed, contact.nodeKey, timestamp);
  const { offer } = signed;
  const bound = boundTo(offer.nonce);
  const isUsable =
    sameAddress(offer.provider, provider) &&
    offer.pricePerUnitRound === allocation.price &&
    offer.maxUnits >= units &&
    offer.minRounds <= rounds &&
    (bound === 0n || bound === BigInt(id));
  if (isUsable) return signed;
  throw new CairnError("ERR_OFFER_INVALID", `Provider ${provider} offers something else than to extend ${id}.`, {
    facts: { provider, allocation: id },
  });
}

/** With the price that it says it asks now, if it says one. */
function dearer({ id, provider, price }: AllocationRecord, cause: CairnError): CairnError {
  const { detail } = cause.facts;
  const asked = typeof detail === "string" && /^\d{1,22}$/.test(detail) ? `${detail} base units` : "more";
  const message = `Provider ${provider} asks ${asked} per MiB and round now; allocation ${id} costs ${price}, and an extension keeps that.`;
  return new CairnError("ERR_PRICE_CHANGED", message, { facts: { ...cause.facts, allocation: id, price }, cause });
}

function leaving({ id, provider }: AllocationRecord, record: ProviderRecord | undefined): CairnError {
  const stage = record?.stage ?? "not registered";
  return new CairnError(
    "ERR_NO_CAPACITY",
    `Provider ${provider} of allocation ${id} is ${stage}: it extends nothing.`,
    {
      facts: { provider, allocation: id, stage },
    },
  );
}
