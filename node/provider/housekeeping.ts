// When what nobody needs goes (upkeep.ts says what that is): after each round what ended or was removed, beside the proving, because
// letting go of a million rows takes longer than a round; and every minute what nobody has signed for in time.

import { PROVIDER } from "../limits/index.ts";
import { pause } from "./pause.ts";
import { dropEnded, dropExpired, dropRemoved, dropStates, dropUnnamed } from "./upkeep.ts";
import type { ClockWatch } from "./clock-watch.ts";
import type { ProviderParts } from "./provider-parts.ts";
import type { ExpiryParts } from "./upkeep.ts";

export class Tidying {
  readonly #parts: ProviderParts;
  readonly #stop: AbortSignal;
  #work: Promise<void> | undefined;
  /** The last round that was begun since the work began. */
  #due: number | undefined;
  /** How far the search for fragments that nothing names has come. */
  #place: Uint8Array | undefined;

  /** Breaks off at the signal, between two steps. */
  constructor(parts: ProviderParts, stop: AbortSignal) {
    this.#parts = parts;
    this.#stop = stop;
  }

  /** While it still runs for an earlier round, it is done once more after that. */
  begin(round: number): void {
    this.#due = round;
    this.#work ??= this.#run().finally(() => (this.#work = undefined));
  }

  async idle(): Promise<void> {
    await this.#work;
  }

  async #run(): Promise<void> {
    while (this.#due !== undefined && !this.#stop.aborted) {
      const round = this.#due;
      this.#due = undefined;
      await this.#letGo(round);
    }
  }

  async #letGo(round: number): Promise<void> {
    const { log } = this.#parts.components;
    try {
      if (!(await this.#parts.watch.isPresent(round))) return;
      const removed = await dropRemoved(this.#parts, this.#stop);
      const allocations = await dropEnded(this.#parts, round, this.#stop);
      if (removed + allocations > 0)
        log.info(
          { event: "data.dropped", round, removed, allocations },
          `deleted what nobody pays for any more: ${removed} fragments that clients removed, ${allocations} allocations that are over`,
        );
      await this.#dropUnnamed(round);
    } catch (error) {
      if (this.#stop.aborted) return;
      log.warn(
        { event: "data.not-dropped", round, err: error },
        "deleting what nobody pays for failed, trying again next round: check the disk if this repeats",
      );
    }
  }

  async #dropUnnamed(round: number): Promise<void> {
    const { keeper, components } = this.#parts;
    const { place, dropped } = await dropUnnamed({ store: components.store, keeper }, round, this.#place, this.#stop);
    this.#place = place;
    if (dropped > 0)
      components.log.info(
        { event: "data.unnamed-dropped", round, dropped },
        `deleted ${dropped} fragments that nothing named any more: an earlier deletion was cut short`,
      );
  }
}

/** Drops staged fragments and states whose time is over, again and again, until the signal. Never throws. */
export async function sweep(parts: ProviderParts, signal: AbortSignal): Promise<void> {
  const { log } = parts.components;
  const ttlMs = parts.options.stagedTtlMs ?? PROVIDER.stagedTtlMs;
  while (!signal.aborted) {
    await pause(Math.min(PROVIDER.stagedSweepMs, ttlMs), signal);
    if (signal.aborted) return;
    try {
      await dropStates(parts, signal);
      const expired = await dropStaged(parts, ttlMs, signal);
      if (expired > 0)
        log.info(
          { event: "staged.dropped", expired },
          `deleted ${expired} fragments of uploads that were never finished`,
        );
    } catch (error) {
      if (signal.aborted) return;
      log.warn(
        { event: "staged.not-dropped", err: error },
        "deleting unfinished uploads failed, trying again soon: check the disk if this repeats",
      );
    }
  }
}

export interface StagedParts extends ExpiryParts {
  readonly watch: ClockWatch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Drops what is staged and expired, unless the clock has jumped: then all of it has its whole time again. Returns how many. */
export async function dropStaged(parts: StagedParts, ttlMs: number, signal?: AbortSignal): Promise<number> {
  if (await parts.watch.jumped()) parts.staging.beginAnew(parts.now() + ttlMs);
  return dropExpired(parts, parts.now(), signal);
}
