// What a provider can tell about disputes: open, answered, lost, and what one that it cannot answer costs.

import { isCairnError } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import type { DisputeRecord } from "../../contracts/index.ts";

export interface DisputeFailure {
  readonly dispute: number;
  readonly kind: DisputeRecord["kind"];
  /** Last round in which an answer counts. */
  readonly deadline: number;
  readonly code: string;
  readonly reason: string;
  /** Token base units of stake that are taken if it stays unanswered; undefined if the chain did not tell. */
  readonly cost: bigint | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export class DisputeReport {
  readonly #now: () => number;
  // Newest last; a chain that rolls back may have one answered twice.
  readonly #answered = new Set<number>();
  readonly #lost = new Set<number>();
  /** By the chain, when it was asked last. */
  open = 0;
  /** Since the start, as are the rest. */
  answered = 0;
  lost = 0;
  /** Token base units: bonds of disputes that were answered. */
  bonds = 0n;
  /** The last one that could not be answered, until it is. */
  failure: DisputeFailure | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  answeredOne({ id, bond }: DisputeRecord): void {
    if (this.failure?.dispute === id) this.failure = undefined;
    if (!remember(this.#answered, id)) return;
    this.answered++;
    this.bonds += bond;
  }

  /** True if it is news. */
  lostOne({ id }: DisputeRecord): boolean {
    if (!remember(this.#lost, id)) return false;
    this.lost++;
    return true;
  }

  failed({ id, kind, deadline }: DisputeRecord, error: unknown, cost: bigint | undefined): void {
    const code = isCairnError(error) ? error.code : "ERR_INTERNAL";
    const reason = error instanceof Error ? error.message : String(error);
    this.failure = { dispute: id, kind, deadline, code, reason, cost, at: this.#now() };
  }
}

/** False if it was there. */
function remember(ids: Set<number>, id: number): boolean {
  if (ids.has(id)) return false;
  ids.add(id);
  for (const oldest of ids) {
    if (ids.size <= PROVIDER.openDisputes) break;
    ids.delete(oldest);
  }
  return true;
}
