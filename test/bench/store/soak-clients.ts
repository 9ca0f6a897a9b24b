/**
 * The clients of a soak: they put objects and take them out, read, and leave uploads unfinished, while rounds pass and allocations
 * end. What the provider has to have in the end is kept here, for the account.
 */

import { setTimeout as sleep } from "node:timers/promises";
import { fragmentRoot } from "../../../proofs/index.ts";
import { encodeManifest, isCairnError, objectDigest, objectIdOf } from "../../../protocol/index.ts";
import { PROVIDER } from "../../../node/limits/index.ts";
import { mapBounded } from "../../../node/wait.ts";
import { newFragments } from "./filling.ts";
import { Stopwatch } from "./stopwatch.ts";
import type { Hasher } from "../../../proofs/index.ts";
import type { NewFragment } from "./filling.ts";

export interface SoakOptions {
  /** Fragments put, read and taken out, all together. */
  readonly operations: number;
  /** Fragments of one client that are on their way at once, to the provider or from it. */
  readonly transfers: number;
  /** From one round to the next. */
  readonly operationsPerRound: number;
  /** Of an allocation that ends meanwhile. */
  readonly shortRounds: number;
  /** Called after each round. */
  readonly progress?: (done: number) => Promise<void> | void;
}

/** A provider as one client reaches it. */
export interface SoakProvider {
  /** Buys space until the end of round `rounds` from now. */
  open(rounds: number): Promise<{ readonly allocation: number; readonly endRound: number }>;
  /** Resolves when the provider has acknowledged the fragment. */
  store(held: Held, fragment: NewFragment): Promise<void>;
  /** Resolves when both have signed that the object is in the allocation; its manifest is the last item. */
  append(held: Held, object: StoredObject): Promise<void>;
  remove(held: Held, object: StoredObject): Promise<void>;
  /** Fetches a fragment and checks it. */
  read(item: Item): Promise<void>;
}

export interface Rounds {
  readonly round: number;
  /** One round more. */
  next(): Promise<void>;
}

export interface Item {
  readonly root: Uint8Array;
  readonly bytes: number;
}

export interface StoredObject {
  readonly digest: Uint8Array;
  readonly items: readonly Item[];
}

/** What a client knows of its allocation. */
export interface Held {
  readonly allocation: number;
  readonly endRound: number;
  objects: StoredObject[];
}

/** How many of what was done. */
export interface Done {
  put: number;
  read: number;
  removed: number;
  abandoned: number;
  states: number;
}

const LONG_ROUNDS = 4000;
const SHARDS = 96;
/** A client deletes from here on as much as it puts. */
const OBJECTS_HELD = 24;
const READS = 96;
/** What the manifests say: above what would be in the manifest itself. */
const OBJECT_BYTES = 5000;

export class SoakClients {
  readonly done: Done = { put: 0, read: 0, removed: 0, abandoned: 0, states: 0 };
  /** Milliseconds until a fragment was acknowledged. */
  readonly putTimes: Stopwatch;
  /** … until a state was co-signed. */
  readonly signTimes: Stopwatch;
  /** Of the allocations that run, and those that ended so lately that the provider may still have them. */
  held: Held[] = [];
  readonly #providers: readonly SoakProvider[];
  readonly #rounds: Rounds;
  readonly #hasher: Hasher;
  readonly #options: SoakOptions;

  /** One client for each of the providers, which are one and the same. */
  constructor(providers: readonly SoakProvider[], rounds: Rounds, hasher: Hasher, options: SoakOptions) {
    this.#providers = providers;
    this.#rounds = rounds;
    this.#hasher = hasher;
    this.#options = options;
    this.putTimes = new Stopwatch(options.operations);
    this.signTimes = new Stopwatch(options.operations);
  }

  get operations(): number {
    const { put, read, removed, abandoned } = this.done;
    return put + read + removed + abandoned;
  }

  async run(): Promise<void> {
    const { operationsPerRound, progress } = this.#options;
    await this.#rounds.next();
    const lanes = this.#providers.map((provider, lane) => this.#lane(provider, lane));
    const over = Promise.all(lanes).then(() => "over" as const);
    for (let next = operationsPerRound; (await Promise.race([over, sleep(20)])) !== "over";) {
      if (this.operations < next) continue;
      await this.#rounds.next();
      await progress?.(this.operations);
      next = this.operations + operationsPerRound;
    }
  }

  /** Every other client keeps one allocation; those of the others end and are replaced. */
  async #lane(provider: SoakProvider, lane: number): Promise<void> {
    const rounds = lane % 2 === 0 ? LONG_ROUNDS : this.#options.shortRounds;
    let held = await this.#open(provider, rounds);
    for (let turn = lane; this.operations < this.#options.operations; turn++) {
      // The last rounds of an allocation are for reading.
      if (this.#rounds.round >= held.endRound - 2) held = await this.#open(provider, rounds);
      try {
        await this.#turn(provider, held, turn);
      } catch (error) {
        // The round's root was decided, or the allocation ended, while the state was on its way: what was staged expires.
        if (!isCairnError(error, "ERR_STATE_CONFLICT") && !isCairnError(error, "ERR_ALLOCATION_EXPIRED")) throw error;
      }
    }
  }

  async #turn(provider: SoakProvider, held: Held, turn: number): Promise<void> {
    if (turn % 5 === 3) return this.#read(provider, held);
    if (turn % 19 === 7) return this.#abandon(provider, held);
    if (turn % 7 === 2 || held.objects.length > OBJECTS_HELD) await this.#remove(provider, held, turn);
    await this.#put(provider, held);
  }

  async #open(provider: SoakProvider, rounds: number): Promise<Held> {
    const held: Held = { ...(await provider.open(rounds)), objects: [] };
    const { round } = this.#rounds;
    this.held = [...this.held.filter(({ endRound }) => round < endRound + 2 * PROVIDER.retainedRounds), held];
    return held;
  }

  async #put(provider: SoakProvider, held: Held): Promise<void> {
    const hasher = this.#hasher;
    const shards = newFragments({ hasher }, SHARDS);
    const roots = [new Uint8Array(Buffer.concat(shards.map(({ root }) => root)))];
    const body = { kind: "coded", scheme: { k: 2, n: SHARDS }, roots } as const;
    const data = encodeManifest({ size: OBJECT_BYTES, cipher: "aes-256-gcm", content: "bytes", body });
    const manifest = { root: fragmentRoot(hasher, data), data, bytes: data.length };
    const fragments = [...shards, manifest];
    await this.#store(provider, held, fragments);
    const items = fragments.map(({ root, bytes }) => ({ root, bytes }));
    const object = { digest: objectDigest(objectIdOf(hasher, data)), items };
    await this.signTimes.time(() => provider.append(held, object));
    held.objects.push(object);
    this.done.put += items.length;
    this.done.states++;
  }

  /** Stored, and never named in a state. */
  async #abandon(provider: SoakProvider, held: Held): Promise<void> {
    const fragments = newFragments({ hasher: this.#hasher }, SHARDS);
    await this.#store(provider, held, fragments);
    this.done.abandoned += fragments.length;
  }

  async #store(provider: SoakProvider, held: Held, fragments: readonly NewFragment[]): Promise<void> {
    await mapBounded(fragments, this.#options.transfers, (fragment) =>
      this.putTimes.time(() => provider.store(held, fragment)),
    );
  }

  async #remove(provider: SoakProvider, held: Held, turn: number): Promise<void> {
    const object = held.objects[turn % Math.max(1, held.objects.length)];
    if (object === undefined) return;
    await this.signTimes.time(() => provider.remove(held, object));
    held.objects = held.objects.filter((one) => one !== object);
    this.done.removed += object.items.length;
    this.done.states++;
  }

  async #read(provider: SoakProvider, { objects }: Held): Promise<void> {
    if (objects.length === 0) return;
    const items = Array.from({ length: READS }, (_, i) => {
      const { items } = objects[(this.done.read + 31 * i) % objects.length] as StoredObject;
      return items[(this.done.read + 7 * i) % items.length] as Item;
    });
    await mapBounded(items, this.#options.transfers, (item) => provider.read(item));
    this.done.read += items.length;
  }
}
