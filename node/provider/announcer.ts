// Tells the DHT which objects this provider holds: at once when a client asks, and all of them after the start and every
// twelve hours, in batches with pauses, because all nodes announcing at once break a DHT.

import { CairnError } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { hexOf } from "./book-keys.ts";
import { pause } from "./pause.ts";
import type { Network } from "../network/index.ts";
import type { ObjectIndex } from "./object-index.ts";
import type { ProviderLog } from "./provider-log.ts";

export interface AnnouncerParts {
  readonly network: Pick<Network, "announce">;
  readonly objects: ObjectIndex;
  readonly log: ProviderLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Announced {
  readonly at: number;
  readonly stored: number;
}

export class Announcer {
  readonly #parts: AnnouncerParts;
  // Lately announced, oldest first.
  readonly #lately = new Map<string, Announced>();

  constructor(parts: AnnouncerParts) {
    this.#parts = parts;
  }

  /** Announces what was not announced a moment ago; per object how many servers took the record. */
  async announceNow(digests: readonly Uint8Array[], signal: AbortSignal): Promise<number[]> {
    const since = this.#parts.now() - PROVIDER.announcedMs;
    const due = digests.filter((digest) => (this.#lately.get(hexOf(digest))?.at ?? 0) <= since);
    const counts = await this.#announce(due, signal);
    return digests.map((digest) => this.#lately.get(hexOf(digest))?.stored ?? counts.get(hexOf(digest)) ?? 0);
  }

  /** Announces everything held, again and again, until the signal. Never throws. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const ok = await this.#round(signal).catch((error: unknown) => this.#failed(error, signal));
      const early = 1 - Math.random() / 8; // or nodes started together announce together for ever
      await pause((ok ? PROVIDER.announceMs : PROVIDER.announceRetryMs) * early, signal);
    }
  }

  async #round(signal: AbortSignal): Promise<boolean> {
    let objects = 0;
    for await (const batch of this.#parts.objects.digests(PROVIDER.announceBatch)) {
      const counts = await this.#announce(batch, signal);
      if ([...counts.values()].every((stored) => stored === 0)) {
        throw new CairnError(
          "ERR_PEER_UNREACHABLE",
          "No server of the DHT took a record: the provider knows no peers yet.",
        );
      }
      objects += batch.length;
      await pause(PROVIDER.announcePauseMs, signal);
      if (signal.aborted) return true;
    }
    if (objects > 0)
      this.#parts.log.info(
        { event: "objects.announced", objects },
        `told the network which objects are held here (${objects}), so that readers find them`,
      );
    return true;
  }

  #failed(error: unknown, signal: AbortSignal): boolean {
    if (!signal.aborted)
      this.#parts.log.debug({ event: "objects.not-announced", err: error }, "announcing failed, trying again soon");
    return false;
  }

  async #announce(digests: readonly Uint8Array[], signal: AbortSignal): Promise<Map<string, number>> {
    if (digests.length === 0) return new Map();
    const within = AbortSignal.any([signal, AbortSignal.timeout(PROVIDER.announceBatchMs)]);
    const counts = await this.#parts.network.announce(digests, { signal: within });
    const stored = new Map(digests.map((digest, i) => [hexOf(digest), counts[i] ?? 0]));
    for (const [digest, count] of stored) if (count > 0) this.#remember(digest, count);
    return stored;
  }

  #remember(digest: string, stored: number): void {
    this.#lately.delete(digest);
    this.#lately.set(digest, { at: this.#parts.now(), stored });
    for (const oldest of this.#lately.keys()) {
      if (this.#lately.size <= PROVIDER.announced) return;
      this.#lately.delete(oldest);
    }
  }
}
