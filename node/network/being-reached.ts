// All that a node does to be reached by others, put together: answers to their questions, its own, relays, the router.

import { serveDialBack } from "./dial-back.ts";
import { Reach } from "./reach.ts";
import { Upgrades } from "./upgrade.ts";
import type { StartedLibp2p } from "./libp2p-node.ts";
import type { NetworkLimits, NetworkLog, NetworkOptions, Reachability } from "./network.ts";
import type { PortMapping } from "./port-mapping.ts";
import type { RelayServer } from "./relay-server.ts";

export interface BeingReachedParts {
  readonly limits: NetworkLimits;
  readonly log: NetworkLog;
  /** Ends what is being asked and answered. */
  readonly signal: AbortSignal;
}

export class BeingReached {
  readonly upgrades: Upgrades;
  readonly #reach: Reach;
  readonly #server: RelayServer | undefined;
  readonly #mapping: PortMapping | undefined;
  readonly #answer: () => Promise<void>;
  readonly #listens: boolean;

  constructor(libp2p: StartedLibp2p, options: NetworkOptions, { limits, log, signal }: BeingReachedParts) {
    const { node, dht, parts, arrivals, wide } = libp2p;
    const { local, dhtServer, upnp = false } = options;
    const asking = { node, arrivals, local, limits, log, signal };
    const places = wide?.places(node, parts, log);
    const server = wide?.server(node, parts);
    const relays = { ...(places === undefined ? {} : { places }), ...(server === undefined ? {} : { server }) };
    this.upgrades = new Upgrades(node, parts, wide?.relayDials ?? new Map(), limits);
    this.#reach = new Reach({ ...asking, ...relays, parts, dht, dhtServer });
    this.#server = server;
    this.#mapping = upnp ? wide?.mapping({ parts, log, onMapped: () => this.#reach.soon() }) : undefined;
    this.#listens = options.listen.length > 0;
    // On a local network nobody asks.
    this.#answer = async () => (local || !this.#listens ? undefined : await serveDialBack(asking));
  }

  get reachability(): Reachability {
    return this.#reach.reachability;
  }

  /** Dials back for others from now on. */
  async open(): Promise<void> {
    await this.#answer();
  }

  /** Begins to find out whether others reach this node, if it listens. */
  start(): void {
    if (!this.#listens) return;
    this.#reach.start();
    this.#mapping?.start();
  }

  /** Within `limits.upnpStopMs` and a little; libp2p may stop at the same time. Never throws. */
  async stop(): Promise<void> {
    this.#reach.stop();
    await Promise.allSettled([this.#server?.stop(), this.#mapping?.stop()]);
  }
}
