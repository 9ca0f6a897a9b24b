// A lane carries shard j of every segment of one put to one provider, and on to a spare when that provider fails.
// What is stored but not yet co-signed stays in memory, so that nothing has to be read from the source twice.

import { bytesToHex } from "@noble/hashes/utils.js";
import { leafCount } from "../../proofs/index.ts";
import { UNIT_LEAVES, isCairnError } from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
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
  #refills = 0;
  #held = new Set<string>();
  #tail: Promise<unknown> = Promise.resolve();
  /** The allocations at the lane's provider that hold co-signed fragments of this put, with the last state signed of each. */
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

  /** Whether the fragment went to the provider that the lane has now: one that it left took what was signed there with it. */
  holds(root: Uint8Array): boolean {
    return this.#held.has(bytesToHex(root));
  }

  /** Resolves when the provider has acknowledged the fragment durable. In order, one at a time. */
  store(fragment: Fragment): Promise<void> {
    return this.#inTurn(async () => {
      await this.#makeRoom(leafCount(fragment.data.byteLength));
      this.#batch.push(fragment);
      this.#held.add(bytesToHex(fragment.root));
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
    this.#moveTo(await this.#more(Math.max(leaves, 2 * unitsFor(this.#place.room) * UNIT_LEAVES)));
  }

  // Another allocation at the same provider, or a place at another one if this one sells no more.
  async #more(leaves: number): Promise<Place> {
    const { contact } = this.#place;
    try {
      return await this.#placement.more(contact, leaves);
    } catch (error) {
      this.#signal.throwIfAborted();
      if (!isProvidersFault(error)) throw error;
      return this.#placement.replacement(contact, error);
    }
  }

  // Runs `work`; when the provider is to blame, moves to another one, sends it the uncommitted fragments and runs it again.
  // Ends because a put uses each provider at most once and refills it CLIENT.refills times.
  async #surviving(work: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        this.#signal.throwIfAborted();
        this.#moveTo(await this.#nextPlace(error));
      }
    }
  }

  // Full although we counted room: another put of ours took it. Buy more, but not without end: a provider that calls every
  // allocation full would drain the wallet.
  async #nextPlace(error: unknown): Promise<Place> {
    if (!isProvidersFault(error)) throw error;
    if (isCairnError(error, "ERR_ALLOCATION_FULL") && this.#refills++ < CLIENT.refills)
      return this.#more(this.#pending());
    return this.#placement.replacement(this.#place.contact, error);
  }

  #moveTo(place: Place): void {
    if (place.contact.owner !== this.#place.contact.owner) {
      this.#refills = 0;
      this.#held = new Set(this.#batch.map(({ root }) => bytesToHex(root)));
      this.signed.clear();
    }
    this.#place = place;
    this.#room = place.room;
    this.#stored = 0;
  }
}

// What another provider may do better: false answers, silence, refusals, an offer that the chain does not take.
function isProvidersFault(error: unknown): boolean {
  if (!isCairnError(error)) return false;
  const { fault, code, facts } = error;
  return fault === "peer" || fault === "network" || facts["refused"] === true || code === "ERR_REVERTED";
}
