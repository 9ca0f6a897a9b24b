// How many dial-backs others get here, so that nobody makes this node knock at doors all day.

import type { NetworkLimits } from "./network.ts";

export type DialBackLimits = Pick<
  NetworkLimits,
  "dialBacksAtOnce" | "dialBacksPerHost" | "dialBacksInAll" | "dialBackWindowMs"
>;

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
  if (!host.includes(":")) return host;
  const [head = "", tail] = host.split("::");
  const groups = head.split(":").filter((group) => group !== "");
  const rest = tail === undefined ? [] : tail.split(":").filter((group) => group !== "");
  const gap = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const all = [...groups, ...Array.from({ length: gap }, () => "0"), ...rest];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
