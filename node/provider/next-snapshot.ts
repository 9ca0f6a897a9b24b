// The snapshot that a round commits: the allocations that run in the next round, as their co-signed states are now.

import { cairnError, UNIT_LEAVES } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { capacityLeaves } from "./allocation-book.ts";
import { snapshotOf } from "./snapshot-shelf.ts";
import type { ProviderRecord } from "../../contracts/index.ts";
import type { AllocationState, SignedState } from "../../protocol/index.ts";
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
 * Never more leaves than the chain lets the provider commit. Each allocation has no more than its own units hold, so the sum can
 * be too much only where the chain has changed since the terms were read, or has rolled back over units that are used
 * already: then those allocations are left out. Throws ERR_INTERNAL if it is still too much: try again.
 */
export function nextSnapshot({ book, hasher, log }: NextParts, chain: ProviderRecord, round: number): Snapshot {
  const room = chain.nextUnits * UNIT_LEAVES;
  const running = [...book.runningIn(round + 1)].map(({ record }) => record).filter(isSigned);
  const snapshot = snapshotOf(hasher, running.map(stateOf));
  if (snapshot.leaves <= room) return snapshot;
  const fitting = running.filter((record) => stateOf(record).leaves <= capacityLeaves(record.terms));
  const smaller = snapshotOf(hasher, fitting.map(stateOf));
  const left = running.filter((record) => !fitting.includes(record)).map(({ terms }) => terms.id);
  if (smaller.leaves <= room) {
    log.warn(
      { event: "allocations.shrunk", round, allocations: left },
      `the chain has taken back a purchase of room that is in use already: allocations ${left.slice(0, PROVIDER.allocationsNamed).join(", ")} are left out of the proofs until it is there again`,
    );
    return smaller;
  }
  const what = `The co-signed states have ${smaller.leaves} leaves, and the chain has room for ${room} in the next round.`;
  throw cairnError("ERR_INTERNAL", what, { facts: { round, leaves: smaller.leaves, room } });
}

type Signed = AllocationRecord & { readonly signed: SignedState };

function isSigned(record: AllocationRecord): record is Signed {
  return record.signed !== undefined;
}

function stateOf({ signed }: Signed): AllocationState {
  return signed.state;
}
