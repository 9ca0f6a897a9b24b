// Turns looks at the daemon into samples: one at the first look, as the place from which a curve starts, then one per span.

import type { Sight } from "./look.ts";
import type { Traffic } from "./metrics.ts";
import type { SamplePoint } from "./overview.ts";

export class Sampler {
  readonly #spanMs: number;
  #from: number | undefined;
  #before: Traffic = { received: 0, sent: 0 };

  constructor(spanMs: number) {
    this.#spanMs = spanMs;
  }

  /** The sample of a span that is over, or undefined while it lasts. */
  see({ at, status, network }: Sight, traffic: Traffic): SamplePoint | undefined {
    if (this.#from !== undefined && at < this.#from) this.#from = at; // the clock was set back
    if (this.#from !== undefined && at - this.#from < this.#spanMs) return undefined;
    const { received, sent } = this.under(traffic);
    this.#from = at;
    this.#before = traffic;
    const { liveBytes: live, deadBytes: dead } = status;
    return { at, received, sent, live, dead, connections: network.connections };
  }

  /** The sample of the span that is under way, shorter than the others; undefined if nothing went through. */
  end(sight: Sight, traffic: Traffic): SamplePoint | undefined {
    const { received, sent } = this.under(traffic);
    if (received + sent === 0) return undefined;
    this.#from = undefined;
    return this.see(sight, traffic);
  }

  /** What went through since the last sample. */
  under(traffic: Traffic): Traffic {
    return { received: traffic.received - this.#before.received, sent: traffic.sent - this.#before.sent };
  }
}
