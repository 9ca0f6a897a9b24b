// How many dial-backs others get here, so that nobody makes this node knock at doors all day.

import { MinuteBudget } from "./minute-budget.ts";
import { ip6Groups } from "./origin.ts";
import type { NetworkLimits } from "./network.ts";

export type DialBackLimits = Pick<NetworkLimits, "dialBacksAtOnce" | "dialBacksPerHost" | "dialBacksInAll">;

/** Of 16 bits each. */
const HOST_GROUPS = 4;

export class DialBackBudget {
  readonly #atOnce: number;
  readonly #minute: MinuteBudget;
  #running = 0;

  /** `now` counts milliseconds and never jumps. */
  constructor({ dialBacksAtOnce, dialBacksPerHost, dialBacksInAll }: DialBackLimits, now?: () => number) {
    this.#atOnce = dialBacksAtOnce;
    this.#minute = new MinuteBudget(dialBacksPerHost, dialBacksInAll, now);
  }

  /** Takes a question of a host (an IP address) and returns what ends it; undefined when there is no room for it. */
  enter(host: string): (() => void) | undefined {
    if (this.#running >= this.#atOnce || !this.#minute.take(networkOf(host))) return undefined;
    this.#running++;
    return () => {
      this.#running--;
    };
  }
}

/** One subscriber has a whole /64 of IPv6: its addresses count as one host. */
export function networkOf(host: string): string {
  return host.includes(":") ? ip6Groups(host).slice(0, HOST_GROUPS).join(":") : host;
}
