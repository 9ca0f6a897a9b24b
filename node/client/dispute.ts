// dispute: what a provider has signed and does not show, it is asked for on chain. It shows it there, or loses stake, of
// which the client gets a part. The last co-signed state is all the evidence that this needs.

import { cairnError } from "../../protocol/index.ts";
import type { DisputeRecord, Fine, Ledger } from "../../contracts/index.ts";
import type { SignedState } from "../../protocol/index.ts";

export interface DisputeOptions {
  /** A leaf of the state, 0 … leaves − 1, for data that is not handed out. Without it: that the state is under the provider's root. */
  readonly position?: number;
  readonly signal?: AbortSignal;
}

/**
 * Opens a dispute about a state, which locks the market's bond of the wallet: it is the provider's if that answers.
 * Throws ERR_NOT_ENOUGH_TOKENS `{ need, have }`, and ERR_REVERTED with the market's reason, such as StorageMarket_NotDueYet before the
 * state's `fromRound`, or StorageMarket_NotForCaller where its key was replaced since and this is not the client's wallet.
 */
export async function disputeState(
  ledger: Ledger,
  signed: SignedState,
  { position, signal }: DisputeOptions,
): Promise<DisputeRecord> {
  const wait = signal === undefined ? {} : { signal };
  const { dispute } = await (position === undefined
    ? ledger.challengeInclusion(signed, wait)
    : ledger.challengeStateLeaf(signed, position, wait));
  const record = await ledger.dispute(dispute, wait);
  if (record !== undefined) return record;
  throw cairnError("ERR_REVERTED", `Dispute ${dispute} was opened and is over already.`, { facts: { dispute } });
}

/** What an unanswered dispute comes to. Throws ERR_REVERTED: StorageMarket_AnswerPending while there is time, StorageMarket_NoDispute once answered. */
export async function decideDispute(ledger: Ledger, dispute: number, signal?: AbortSignal): Promise<Fine> {
  const { bounty, compensation, burned } = await ledger.decide(dispute, signal === undefined ? {} : { signal });
  return { bounty, compensation, burned };
}
