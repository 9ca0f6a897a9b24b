// A lane carries shard j of every segment of one put to one provider, and on to a spare when that provider fails.
// What is stored but not yet co-signed stays in memory, so that nothing has to be read from the source twice.

import { leafCount } from "../../proofs/index.ts";
import { UNIT_LEAVES, isCairnError } from "../../protocol/index.ts";
import { cosignAddition } from "./cosign.ts";
import { unitsFor } from "./placement.ts";
import type { SignedState } from "../../protocol/index.ts";
import type { Addition } from "./cosign.ts";
import type { Place, Placement, PlacementParts } from "./placement.ts";

export interface Fragment {
  readonly root: Uint8Array;
  readonly data: Uint8Array;
}

export class Lane {
  readonly shard: number;
  readonly #parts: PlacementParts;
  readonly #placement: Placement;
  readonly #signal: AbortSignal;
  #place: Place;
  #room: number;
  #batch: Fragment[] = [];
  #stored = 0;
  #tail: Promise<unknown> = Promise.resolve();
  /** Every place that holds co-signed fragments of this put, with the last state it signed. */
  readonly signed = new Map<Place, SignedState>();

  constructor(shard: number, place: Place, parts: PlacementParts, placement: Placement, signal: AbortSignal) {
    this.shard = shard;
    this.#place = place;
    this.#room = place.room;
    this.#parts = parts;
    this.#placement = placement;
    this.#signal = signal;
  }

  get place(): Place {
    return this.#place;
  }

  /** Resolves when the provider has acknowledged the fragment durable. In order, one at a time. */
  store(fragment: Fragment): Promise<void> {
    return this.#inTurn(async () => {
      await this.#makeRoom(leafCount(fragment.data.byteLength));
      this.#batch.push(fragment);
      await this.#surviving(() => this.#flush());
    });
  }

  /** Resolves when all that was stored so far is under a state that both have signed. */
  commit(object?: Addition["object"]): Promise<void> {
    return this.#inTurn(() => this.#commit(object));
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#tail.then(work);
    this.#tail = turn.catch(() => {});
    return turn;
  }

  async #commit(object?: Addition["object"]): Promise<void> {
    if (this.#batch.length === 0) return;
    await this.#surviving(async () => {
      await this.#flush();
      const items = this.#batch.map(({ root, data }) => ({ root, bytes: data.byteLength }));
      const addition = object === undefined ? { items } : { items, object };
      const { contact, allocation } = this.#place;
      this.signed.set(
        this.#place,
        await cosignAddition(this.#parts, contact, allocation, addition, { signal: this.#signal }),
      );
    });
    this.#room -= this.#pending();
    this.#batch = [];
    this.#stored = 0;
  }

  #pending(): number {
    return this.#batch.reduce((sum, { data }) => sum + leafCount(data.byteLength), 0);
  }

  async #flush(): Promise<void> {
    for (; this.#stored < this.#batch.length; this.#stored++) {
      const fragment = this.#batch[this.#stored] as Fragment;
      await this.#parts.transfer.store(this.#place.contact, this.#place.allocation, fragment, { signal: this.#signal });
    }
  }

  // A source of unknown length outgrows its allocation: sign what is there, then go on in a new one, twice as large.
  async #makeRoom(leaves: number): Promise<void> {
    if (this.#pending() + leaves <= this.#room) return;
    await this.#commit();
    if (leaves <= this.#room) return;
    this.#moveTo(
      await this.#placement.more(this.#place.contact, Math.max(leaves, 2 * unitsFor(this.#place.room) * UNIT_LEAVES)),
    );
  }

  // Runs `work`; when the provider is to blame, moves to another one, sends it the uncommitted fragments and runs it again.
  // Ends because a put uses each provider at most once and refills it at most once in a turn.
  async #surviving(work: () => Promise<void>): Promise<void> {
    for (let refills = 0; ; refills++) {
      try {
        return await work();
      } catch (error) {
        this.#signal.throwIfAborted();
        this.#moveTo(await this.#nextPlace(error, refills));
      }
    }
  }

  // Full although we counted room: another put of ours took it. Buy more, but never twice for one fragment: a provider that
  // calls every allocation full would drain the wallet.
  async #nextPlace(error: unknown, refills: number): Promise<Place> {
    if (isCairnError(error, "ERR_ALLOCATION_FULL")) {
      if (refills === 0) return this.#placement.more(this.#place.contact, this.#pending());
      return this.#placement.replacement(this.#place.contact, error);
    }
    if (
      isCairnError(error) &&
      (error.fault === "peer" || error.fault === "network" || error.facts["refused"] === true)
    ) {
      return this.#placement.replacement(this.#place.contact, error);
    }
    throw error;
  }

  #moveTo(place: Place): void {
    this.#place = place;
    this.#room = place.room;
    this.#stored = 0;
  }
}
