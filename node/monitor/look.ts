// Looks at the daemon every few seconds and keeps what it saw. Readers get that, so that neither many of them nor a chain that
// does not answer makes work for the daemon or keeps a reader waiting.

import { statfs } from "node:fs/promises";
import { MONITOR } from "../limits/index.ts";
import { BlockPace } from "./block-pace.ts";
import { installedVersion } from "./installed-version.ts";
import type { MarketSettings } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { NetworkStatus } from "../network/index.ts";
import type { ProviderStatus } from "../provider/index.ts";
import type { MonitorSource } from "./source.ts";

/** The daemon as it was at one moment. */
export interface Sight {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly status: ProviderStatus;
  readonly network: NetworkStatus;
  readonly addresses: readonly string[];
  /** The address that pays the gas of proofs; undefined if the daemon signs with no key. */
  readonly nodeKey: Address | undefined;
  /** Of the disk that holds the folder; undefined if the system does not tell. */
  readonly diskFree: number | undefined;
  /** The market's terms; undefined before the chain told them. */
  readonly market: MarketSettings | undefined;
  readonly roundBlocks: number;
  /** Of a round, from the blocks seen so far; undefined before there are enough. */
  readonly roundSeconds: number | undefined;
  /** When the present round is over, at that pace; undefined before there is one. */
  readonly roundEndsAt: number | undefined;
  /** For how long no peer has been connected, in milliseconds; 0 while one is. */
  readonly aloneMs: number;
  /** Of the program as it lies on the disk now; undefined if that cannot be read. */
  readonly installed: string | undefined;
}

export class Looker {
  readonly #source: MonitorSource;
  readonly #now: () => number;
  readonly #pace = new BlockPace();
  #market: MarketSettings | undefined;
  #marketRound: number | undefined;
  #last: Sight | undefined;
  #looking: Promise<Sight> | undefined;
  #aloneSince: number | undefined;

  constructor(source: MonitorSource, now: () => number) {
    this.#source = source;
    this.#now = now;
  }

  /** The last look, if there was one. */
  get last(): Sight | undefined {
    return this.#last;
  }

  /** Looks now; a call while one is under way joins it. Throws what the daemon's own status throws. */
  look(): Promise<Sight> {
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #look(): Promise<Sight> {
    const { provider, network, folder, ledger } = this.#source;
    const [status, diskFree, installed] = await Promise.all([
      provider.status(),
      freeBytes(folder),
      installedVersion().catch(() => undefined),
    ]);
    await this.#readMarket(status);
    const { genesisBlock, roundBlocks } = ledger.deployment;
    this.#pace.see(status.head, roundBlocks);
    const [at, seen] = [this.#now(), network.status];
    this.#last = {
      at,
      status,
      network: seen,
      addresses: network.addresses,
      nodeKey: ledger.account,
      diskFree,
      market: this.#market,
      roundBlocks,
      roundSeconds: this.#pace.secondsOf(roundBlocks),
      roundEndsAt:
        status.round === undefined ? undefined : this.#pace.timeOf(genesisBlock + (status.round + 1) * roundBlocks),
      aloneMs: this.#aloneFor(seen.connections, at),
      installed,
    };
    return this.#last;
  }

  #aloneFor(connections: number, at: number): number {
    if (connections > 0) this.#aloneSince = undefined;
    else this.#aloneSince = Math.min(this.#aloneSince ?? at, at);
    return at - (this.#aloneSince ?? at);
  }

  /** Once a round: they change rarely. */
  async #readMarket({ round, chainDown }: ProviderStatus): Promise<void> {
    if (chainDown || round === undefined || round === this.#marketRound) return;
    try {
      const signal = AbortSignal.timeout(MONITOR.lookMs);
      this.#market = await this.#source.ledger.settings({ signal });
      this.#marketRound = round;
    } catch {
      // What was read before stays; the next look asks again.
    }
  }
}

async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
