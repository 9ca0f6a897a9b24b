// The snapshot that a round commits: the allocations that run in the next round, as their co-signed states are now.

import { cairnError, UNIT_LEAVES } from "../../protocol/index.ts";
import { snapshotOf } from "./snapshot-shelf.ts";
import type { ProviderRecord } from "../../contracts/index.ts";
import type { AllocationState } from "../../protocol/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { AllocationBook } from "./allocation-book.ts";
import type { AllocationRecord } from "./allocation-record.ts";
import type { ProviderLog } from "./provider-log.ts";
import type { Snapshot } from "./snapshot-shelf.ts";

export interface NextParts {
  readonly book: AllocationBook;
  readonly hasher: Hasher;
  readonly log: ProviderLog;
}

/**
 * Never more leaves than the chain lets the provider commit. That the states have more can only be because the chain rolled
 * back and no longer knows an allocation: such ones are asked for and left out. Throws ERR_RPC_DOWN, ERR_INTERNAL.
 */
export async function nextSnapshot(parts: NextParts, chain: ProviderRecord, round: number): Promise<Snapshot> {
  const running = runningIn(parts.book, round + 1);
  const snapshot = snapshotOf(parts.hasher, running.map(stateOf));
  const room = chain.nextUnits * UNIT_LEAVES;
  if (snapshot.leaves <= room) return snapshot;
  const known: Signed[] = [];
  for (const record of running) {
    if (await parts.book.isOnChain(record.terms)) known.push(record);
    else parts.log.warn({ allocation: record.terms.id, round }, "the chain does not know this allocation any more");
  }
  const fitting = snapshotOf(parts.hasher, known.map(stateOf));
  if (fitting.leaves <= room) return fitting;
  const what = `The co-signed states have ${fitting.leaves} leaves, and the chain has room for ${room} in the next round.`;
  throw cairnError("ERR_INTERNAL", what, { facts: { round, leaves: fitting.leaves, room } });
}

type Signed = AllocationRecord & { readonly signed: NonNullable<AllocationRecord["signed"]> };

function runningIn(book: AllocationBook, round: number): Signed[] {
  const found: Signed[] = [];
  for (const { record } of book.written()) {
    const { terms, signed } = record;
    if (signed === undefined || terms.startRound > round || terms.endRound <= round) continue;
    found.push({ ...record, signed });
  }
  return found;
}

function stateOf({ signed }: Signed): AllocationState {
  return signed.state;
}
