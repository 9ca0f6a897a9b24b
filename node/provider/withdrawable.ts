// What the owner can withdraw, asked of the chain now and then: whoever watches a provider looks every few seconds, and each question
// may cost money at the endpoint.

import { PROVIDER } from "../limits/index.ts";
import type { Ledger } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { RoundReport } from "./round-report.ts";

export interface WithdrawableParts {
  readonly ledger: Pick<Ledger, "earnings">;
  readonly owner: Address;
  readonly report: RoundReport;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export class Withdrawable {
  readonly #parts: WithdrawableParts;
  #last: { readonly amount: bigint; readonly at: number; readonly passed: number } | undefined;

  constructor(parts: WithdrawableParts) {
    this.#parts = parts;
  }

  /** As of `PROVIDER.withdrawableMs` ago at most, and of the last proof. Undefined while the chain does not answer, which is not waited for for long. */
  async read(): Promise<bigint | undefined> {
    const { ledger, owner, report, now } = this.#parts;
    if (report.chainDown) return undefined;
    const { passed } = report;
    if (this.#last !== undefined && this.#isFresh(this.#last)) return this.#last.amount;
    try {
      const { earned: amount } = await ledger.earnings(owner, { signal: AbortSignal.timeout(PROVIDER.statusMs) });
      this.#last = { amount, at: now(), passed };
      return amount;
    } catch {
      return undefined;
    }
  }

  #isFresh({ at, passed }: { readonly at: number; readonly passed: number }): boolean {
    const { report, now } = this.#parts;
    return passed === report.passed && Math.abs(now() - at) < PROVIDER.withdrawableMs;
  }
}
