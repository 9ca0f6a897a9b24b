// Says a trouble in the log when it begins, when it becomes another one, and when it is over: not at every try.

import { isCairnError } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { formatSeconds } from "../quantity.ts";
import type { ProviderLog } from "./provider-log.ts";

export class Trouble {
  readonly #log: ProviderLog;
  readonly #now: () => number;
  readonly #said = new Set<string>();
  #since = 0;
  /** Times in a row that all went well. */
  #calm = 0;

  /** `now`: milliseconds. */
  constructor(log: ProviderLog, now: () => number) {
    this.#log = log;
    this.#now = now;
  }

  /** One kind is said once as long as the trouble lasts, whatever else comes between. */
  say(level: "warn" | "error", error: unknown, facts: object, what: string): void {
    this.#calm = 0;
    if (this.#said.size === 0) this.#since = this.#now();
    const kind = kindOf(error);
    // Reasons come from outside: an endpoint could make up any number of them.
    if (this.#said.has(kind) || this.#said.size >= PROVIDER.troubleKinds) return;
    this.#said.add(kind);
    this.#log[level]({ event: "trouble.began", ...factsOf(error), ...facts }, what);
  }

  /** All went well. It is over when that lasts, or when `isProven`. */
  wentWell(isProven: boolean, facts: object, what: string): void {
    if (this.#said.size === 0) return;
    this.#calm++;
    if (!isProven && this.#calm < PROVIDER.calmPolls) return;
    const seconds = (this.#now() - this.#since) / 1000;
    this.#log.info(
      { event: "trouble.over", ...facts, seconds, codes: [...this.#said] },
      `${what}, after ${formatSeconds(seconds)}`,
    );
    this.#said.clear();
  }
}

/** Errors after which the state alone tells whether a call was carried out. */
const OPEN = ["ERR_TX_TIMEOUT", "ERR_TX_LOST", "ERR_TX_DOUBTED", "ERR_REVERTED"] as const;

export function isOpen(error: unknown): boolean {
  return OPEN.some((code) => isCairnError(error, code));
}

export function factsOf(error: unknown): object {
  return isCairnError(error) ? { code: error.code, ...error.facts } : { err: error };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Messages carry hashes and figures that differ each time. */
export function kindOf(error: unknown): string {
  if (!isCairnError(error)) return messageOf(error);
  const { reason } = error.facts;
  return typeof reason === "string" ? `${error.code} ${reason}` : error.code;
}
