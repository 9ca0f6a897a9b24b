// Where a provider stands on its way out, read from the chain alone: whoever starts again goes on from there.

import type {
  AllocationRecord,
  DisputeRecord,
  Ledger,
  MarketSettings,
  ProviderRecord,
} from "../../../contracts/index.ts";
import { canSettle, stageOf } from "../ledger-book.ts";
import { readAllocations, readDisputes, type Reading } from "../pages.ts";

/** Allocations looked at, the newest; older ones are over. */
const MOST_ALLOCATIONS = 65_536;
export const FREE_MISSES = 2;
export const EJECTING_MISSES = 7;

export interface ExitView {
  readonly record: ProviderRecord;
  readonly settings: MarketSettings;
  readonly round: number;
  /** Not over yet. */
  readonly running: readonly AllocationRecord[];
  /** Over and to be settled, which anyone may do. */
  readonly toSettle: readonly number[];
  readonly disputes: readonly DisputeRecord[];
  /** From which round on the stake is free, if nothing else binds it. */
  readonly freeRound: number;
  /** What the rounds still to come pay, if all are proved. */
  readonly toEarn: bigint;
  /** In the vault, of the owner. */
  readonly vault: bigint;
}

/** The next thing to do, and whose turn it is. */
export type ExitStep =
  | { readonly kind: "announce" | "settle" | "finish" | "withdraw" }
  | { readonly kind: "done" }
  | { readonly kind: "decide"; readonly disputes: readonly number[] }
  /** `round`: the first one in which something can be done. */
  | { readonly kind: "wait"; readonly why: "allocations" | "disputes" | "stake"; readonly round: number };

export async function readExitView(reading: Reading, ledger: Ledger, record: ProviderRecord): Promise<ExitView> {
  const { signal } = reading;
  const [{ round }, settings, allocations, disputes, { vault }] = await Promise.all([
    ledger.clock({ signal }),
    ledger.settings({ signal }),
    readAllocations(reading, { provider: record.owner }, MOST_ALLOCATIONS),
    readDisputes(reading, record),
    ledger.balance(record.owner, { signal }),
  ]);
  const staged = allocations.map((each) => ({ each, stage: stageOf(each, record, round) }));
  const running = staged.filter(({ stage }) => stage === "live" || stage === "starting").map(({ each }) => each);
  const lastEnd = Math.max(0, ...allocations.map(({ endRound }) => endRound));
  const from = record.stage === "active" ? round : record.stageRound;
  return {
    record,
    settings,
    round,
    running,
    toSettle: staged.filter(({ stage }) => canSettle(stage)).map(({ each }) => each.id),
    disputes,
    freeRound: (record.stage === "ejected" ? from : Math.max(from, lastEnd)) + settings.unbondingRounds,
    toEarn: running.reduce((sum, each) => sum + worth(each, Math.max(round, each.startRound)), 0n),
    vault,
  };
}

function worth({ units, price, endRound }: AllocationRecord, from: number): bigint {
  return BigInt(units) * price * BigInt(Math.max(0, endRound - from));
}

export function nextStep(view: ExitView): ExitStep {
  const { record, round, running, toSettle, freeRound, vault } = view;
  if (record.stage === "left") return vault > 0n ? { kind: "withdraw" } : { kind: "done" };
  if (record.stage === "active") return { kind: "announce" };
  if (toSettle.length > 0) return { kind: "settle" };
  if (running.length > 0)
    return { kind: "wait", why: "allocations", round: Math.min(...running.map(({ endRound }) => endRound)) };
  const { overdue, answerable } = disputesOf(view);
  if (overdue.length > 0) return { kind: "decide", disputes: overdue.map(({ id }) => id) };
  if (answerable.length > 0)
    return { kind: "wait", why: "disputes", round: Math.min(...answerable.map(({ deadline }) => deadline)) + 1 };
  return round < freeRound ? { kind: "wait", why: "stake", round: freeRound } : { kind: "finish" };
}

/** Open disputes that can still be answered, and those that are lost and wait for their decision. */
export function disputesOf({ disputes, round }: ExitView): Record<"answerable" | "overdue", readonly DisputeRecord[]> {
  const overdue = disputes.filter(({ deadline }) => deadline < round);
  return { answerable: disputes.filter(({ deadline }) => deadline >= round), overdue };
}

/** What of the stake is gone when none of these disputes is answered: those that are open at one time cost one part together. */
export function costOfDisputes(
  { record: { stake, finedUntil }, settings: { disputeSlashBasisPoints, answerRounds } }: ExitView,
  disputes: readonly DisputeRecord[],
): bigint {
  let [left, fined] = [stake, finedUntil];
  for (const { deadline } of disputes.toSorted((a, b) => a.deadline - b.deadline)) {
    if (deadline <= fined) continue;
    left -= (left * BigInt(disputeSlashBasisPoints) + 9_999n) / 10_000n;
    fined = deadline + answerRounds;
  }
  return stake - left;
}

/** What of the stake is gone when the daemon is switched off for good while it owes proofs: all steps up to the ejection. */
export function costOfSilence({ record: { stake }, settings: { slashBasisPoints } }: ExitView): bigint {
  let left = stake;
  for (let step = FREE_MISSES; step < EJECTING_MISSES; step += 1)
    left -= (left * BigInt(slashBasisPoints) + 9_999n) / 10_000n;
  return stake - left;
}
