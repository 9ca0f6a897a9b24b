// How many dial-backs others get here, so that nobody makes this node knock at doors all day.

import { ip6Groups } from "./origin.ts";
import type { NetworkLimits } from "./network.ts";

export type DialBackLimits = Pick<
  NetworkLimits,
  "dialBacksAtOnce" | "dialBacksPerHost" | "dialBacksInAll" | "dialBackWindowMs"
>;

/** Of 16 bits each. */
const HOST_GROUPS = 4;

export class DialBackBudget {
  readonly #limits: DialBackLimits;
  readonly #now: () => number;
  readonly #perHost = new Map<string, number>();
  #since = Number.NEGATIVE_INFINITY;
  #total = 0;
  #running = 0;

  /** `now` in milliseconds. */
  constructor(limits: DialBackLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Takes a question of a host (an IP address) and returns what ends it; undefined when there is no room for it. */
  enter(host: string): (() => void) | undefined {
    const { dialBacksAtOnce, dialBacksPerHost, dialBacksInAll, dialBackWindowMs } = this.#limits;
    if (this.#now() - this.#since >= dialBackWindowMs) {
      this.#since = this.#now();
      this.#total = 0;
      this.#perHost.clear(); // it holds at most dialBacksInAll hosts
    }
    const network = networkOf(host);
    const ofHost = this.#perHost.get(network) ?? 0;
    if (this.#running >= dialBacksAtOnce || this.#total >= dialBacksInAll || ofHost >= dialBacksPerHost) {
      return undefined;
    }
    this.#running++;
    this.#total++;
    this.#perHost.set(network, ofHost + 1);
    return () => {
      this.#running--;
    };
  }
}

/** One subscriber has a whole /64 of IPv6: its addresses count as one host. */
export function networkOf(host: string): string {
  return host.includes(":") ? ip6Groups(host).slice(0, HOST_GROUPS).join(":") : host;
}
