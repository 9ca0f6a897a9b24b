// Connections that come in, told to whoever waits for one from a host: before any handshake, and whatever becomes of them.

import { hostOf, isRelayed } from "./reachable.ts";
import type { Multiaddr } from "@multiformats/multiaddr";

export interface ExpectedArrivals {
  readonly count: number;
  stop(): void;
}

export class Arrivals {
  readonly #expected = new Set<{ readonly host: string; count: number }>();

  /** A connection has come in. */
  see(from: Multiaddr): void {
    if (this.#expected.size === 0 || isRelayed(from)) return;
    const host = hostOf(from);
    for (const expected of this.#expected) if (expected.host === host) expected.count++;
  }

  /** Counts those from a host (an IP address) from now on. */
  expect(host: string): ExpectedArrivals {
    const expected = { host, count: 0 };
    this.#expected.add(expected);
    return {
      get count() {
        return expected.count;
      },
      stop: () => void this.#expected.delete(expected),
    };
  }
}
