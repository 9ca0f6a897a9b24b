// Paying for extensions: one transaction after the other, each to the same end, so that none can be paid twice.

import { CairnError, isCairnError } from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { askExtension } from "./extension-offer.ts";
import { inTurn } from "./paying.ts";
import type { AllocationRecord } from "../../contracts/index.ts";
import type { SignedOffer } from "../../protocol/index.ts";
import type { ExtendOutcome } from "./extend-result.ts";
import type { OfferParts } from "./extension-offer.ts";

/** An allocation of ours, what of the object lies in it, and what became of it. */
export interface Case {
  record: AllocationRecord;
  readonly roots: ReadonlySet<string>;
  outcome: ExtendOutcome | "buys";
  offer?: SignedOffer;
  paid: bigint;
  error?: CairnError | undefined;
}

/** One after the other. What concerns the wallet or the chain, and not one allocation, ends it for those that are left. */
export async function payAll(
  parts: OfferParts,
  buys: readonly Case[],
  price: bigint,
  until: number,
  signal: AbortSignal,
): Promise<void> {
  let left = price;
  let stopped: CairnError | undefined;
  for (const one of buys) {
    const cost = priceOf(one.record, until);
    const most = { cost, allow: left };
    if (stopped === undefined) stopped = await inTurn(parts.ledger, () => payOne(parts, one, most, until, signal));
    else fail(one, stopped, signal);
    left -= cost;
  }
}

/** Undefined, or what would happen to all others, too. */
async function payOne(
  parts: OfferParts,
  one: Case,
  most: { readonly cost: bigint; readonly allow: bigint },
  until: number,
  signal: AbortSignal,
): Promise<CairnError | undefined> {
  const { ledger } = parts;
  const { id } = one.record;
  let cost = 0n;
  try {
    // Another try may have come first, whose transaction was under way.
    if (await isPaid(parts, one, until, signal)) return void (one.outcome = "enough");
    cost = priceOf(one.record, until);
    if (cost > most.cost) throw changed(one.record);
    const offer = await lasting(parts, one, until, signal);
    await ledger.extend(id, { offer, endRound: until, allow: most.allow }, { signal });
    [one.outcome, one.paid] = ["extended", cost];
    one.record = { ...one.record, endRound: until };
    return undefined;
  } catch (error) {
    fail(one, error, signal);
    const isDone = await isPaid(parts, one, until, signal).catch(() => false);
    if (!isDone) return concernsAll(error) ? one.error : undefined;
    // Ours came late, or another try's came first.
    const isOurs = isCairnError(error) && error.code.startsWith("ERR_TX_");
    [one.outcome, one.paid, one.error] = isOurs ? ["extended", cost, undefined] : ["enough", 0n, undefined];
    return undefined;
  }
}

/** The chain, the wallet, this program's settings: what a provider or the market says of one allocation is no reason to leave the others. */
function concernsAll(error: unknown): boolean {
  return isCairnError(error) && error.code !== "ERR_REVERTED" && ["chain", "user", "config"].includes(error.fault);
}

async function isPaid({ ledger }: OfferParts, one: Case, until: number, signal: AbortSignal): Promise<boolean> {
  const record = await ledger.allocation(one.record.id, { signal });
  if (record !== undefined) one.record = record;
  return one.record.endRound >= until;
}

/** The offer, or a new one where it ran out while others were paid. */
async function lasting(parts: OfferParts, one: Case, until: number, signal: AbortSignal): Promise<SignedOffer> {
  const { timestamp } = await parts.ledger.clock({ signal });
  const { offer } = one;
  if (offer !== undefined && offer.offer.validUntil >= timestamp + CLIENT.offerSpareSeconds) return offer;
  return askExtension(parts, one.record, until, signal);
}

/** Throws where the caller stopped it all, and what is a fault of this program. */
export function fail(one: Case, error: unknown, signal: AbortSignal): void {
  if (signal.aborted) throw aborted(error);
  if (!isCairnError(error)) throw error;
  one.outcome = "failed";
  one.error = error;
}

export function priceOf({ price, units, endRound }: AllocationRecord, until: number): bigint {
  return price * BigInt(units) * BigInt(Math.max(0, until - endRound));
}

function changed({ id }: AllocationRecord): CairnError {
  const message = `Allocation ${id} was changed after its price was told, and would cost more now: try again.`;
  return new CairnError("ERR_STATE_CONFLICT", message, { facts: { allocation: id } });
}

function aborted(cause: unknown): CairnError {
  const message =
    "The extension was stopped: what was paid is on the chain. Again with the same end pays for the rest.";
  return new CairnError("ERR_ABORTED", message, { cause });
}
