// Looks at the daemon every few seconds and keeps what it saw. Readers get that, so that neither many of them nor a chain that
// does not answer makes work for the daemon or keeps a reader waiting.

import { statfs } from "node:fs/promises";
import { MONITOR } from "../limits/index.ts";
import { installedVersion } from "./installed-version.ts";
import type { MarketSettings } from "../../contracts/index.ts";
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
  /** Of the disk that holds the folder; undefined if the system does not tell. */
  readonly diskFree: number | undefined;
  /** The market's terms; undefined before the chain told them. */
  readonly market: MarketSettings | undefined;
  readonly roundBlocks: number;
  /** Of a round, from the blocks seen so far; undefined before there are enough. */
  readonly roundSeconds: number | undefined;
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
    this.#pace.see(status.head);
    this.#last = {
      at: this.#now(),
      status,
      network: network.status,
      addresses: network.addresses,
      diskFree,
      market: this.#market,
      roundBlocks: ledger.deployment.roundBlocks,
      roundSeconds: this.#pace.roundSeconds(ledger.deployment.roundBlocks),
      installed,
    };
    return this.#last;
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

/** How fast blocks come, between the first one seen and the last. */
class BlockPace {
  #first: ProviderStatus["head"];
  #last: ProviderStatus["head"];

  see(head: ProviderStatus["head"]): void {
    if (head === undefined) return;
    // A chain that went back tells other times.
    if (this.#last !== undefined && head.block < this.#last.block) this.#first = undefined;
    this.#first ??= head;
    this.#last = head;
  }

  roundSeconds(roundBlocks: number): number | undefined {
    if (this.#first === undefined || this.#last === undefined) return undefined;
    const blocks = this.#last.block - this.#first.block;
    const milliseconds = this.#last.at - this.#first.at;
    return blocks > 0 && milliseconds > 0 ? (milliseconds / blocks / 1000) * roundBlocks : undefined;
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
