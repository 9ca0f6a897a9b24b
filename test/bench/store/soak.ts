/**
 * A provider's life in fast motion, on its real parts and a real chain: clients put objects and take them out, let staged
 * fragments expire and allocations end, while rounds are proved, logs compacted, and all of it scrubbed again and again. A client's account of what has to be
 * there is kept beside it, for the end.
 */

import { setTimeout as sleep } from "node:timers/promises";
import { fragmentRoot, sumTree } from "../../../proofs/index.ts";
import { encodeManifest, isCairnError, objectDigest, objectIdOf, signState } from "../../../protocol/index.ts";
import { itemOf } from "../../../node/provider/allocation-tree.ts";
import { append, remove } from "../../../node/provider/state-changes.ts";
import { newFragments, proposalFor } from "./filling.ts";
import { RoundHand } from "./round-hand.ts";
import { Stopwatch } from "./stopwatch.ts";
import type { BenchMarket } from "./market.ts";
import type { NewFragment } from "./filling.ts";
import type { Pieces } from "./pieces.ts";

export interface SoakOptions {
  /** Fragments put, read and taken out, all together. */
  readonly operations: number;
  /** Clients at work at once, each with an allocation of its own. */
  readonly lanes: number;
  /** From one round to the next. */
  readonly operationsPerRound: number;
  /** Of an allocation that ends meanwhile. */
  readonly shortRounds: number;
  /** Called after each round. */
  readonly progress?: (done: number) => void;
}

export interface Item {
  readonly root: Uint8Array;
  readonly bytes: number;
}

interface StoredObject {
  readonly digest: Uint8Array;
  readonly items: readonly Item[];
}

/** What a client knows of its allocation. */
export interface Held {
  readonly allocation: number;
  readonly endRound: number;
  objects: StoredObject[];
}

/** How many of what a soak did. */
export interface Done {
  put: number;
  read: number;
  removed: number;
  abandoned: number;
  states: number;
}

const UNITS = 64;
const LONG_ROUNDS = 4000;
const SHARDS = 96;
/** A client deletes from here on as much as it puts. */
const OBJECTS_HELD = 24;
const READS = 96;
/** What the manifests say: above what would be in the manifest itself. */
const OBJECT_BYTES = 5000;

export class Soak {
  readonly done: Done = { put: 0, read: 0, removed: 0, abandoned: 0, states: 0 };
  /** Milliseconds until a fragment was durable, with its note in the book. */
  readonly putTimes: Stopwatch;
  /** … until a state was co-signed. */
  readonly signTimes: Stopwatch;
  /** Of allocations that the provider still has in its book. */
  held: Held[] = [];
  readonly hand: RoundHand;
  readonly #market: BenchMarket;
  readonly #pieces: Pieces;
  readonly #options: SoakOptions;

  constructor(market: BenchMarket, pieces: Pieces, options: SoakOptions) {
    this.#market = market;
    this.#pieces = pieces;
    this.#options = options;
    this.putTimes = new Stopwatch(options.operations);
    this.signTimes = new Stopwatch(options.operations);
    this.hand = new RoundHand(market, pieces);
  }

  get operations(): number {
    const { put, read, removed, abandoned } = this.done;
    return put + read + removed + abandoned;
  }

  /** Runs all of it, then lets rounds pass until what was let go has gone. */
  async run(): Promise<void> {
    const scrubbed = new AbortController();
    const scrubbing = this.#pieces.scrub.run(scrubbed.signal);
    try {
      await this.#live();
    } finally {
      scrubbed.abort();
      await scrubbing;
    }
  }

  async #live(): Promise<void> {
    const { lanes, operationsPerRound, progress } = this.#options;
    await this.hand.next();
    const lane = async (_: unknown, index: number): Promise<void> => this.#lane(index);
    const over = Promise.all(Array.from({ length: lanes }, lane)).then(() => "over" as const);
    for (let next = operationsPerRound; (await Promise.race([over, sleep(20)])) !== "over";) {
      if (this.operations < next) continue;
      await this.hand.next();
      progress?.(this.operations);
      next = this.operations + operationsPerRound;
    }
    await this.hand.settle();
  }

  /** Every other lane keeps one allocation; those of the others end and are replaced. */
  async #lane(lane: number): Promise<void> {
    const rounds = lane % 2 === 0 ? LONG_ROUNDS : this.#options.shortRounds;
    let held = await this.#open(rounds);
    for (let turn = lane; this.operations < this.#options.operations; turn++) {
      // The last rounds of an allocation are for reading.
      if (this.hand.round >= held.endRound - 2) held = await this.#open(rounds);
      try {
        await this.#turn(held, turn);
      } catch (error) {
        // The round's root was decided, or the allocation ended, while the state was on its way: what was staged expires.
        if (!isCairnError(error, "ERR_STATE_CONFLICT") && !isCairnError(error, "ERR_ALLOCATION_EXPIRED")) throw error;
      }
    }
  }

  async #turn(held: Held, turn: number): Promise<void> {
    if (turn % 5 === 3) return this.#read(held);
    if (turn % 19 === 7) return this.#abandon(held);
    if (turn % 7 === 2 || held.objects.length > OBJECTS_HELD) await this.#remove(held, turn);
    await this.#put(held);
  }

  async #open(rounds: number): Promise<Held> {
    const [allocation] = await this.#market.buy(UNITS, 1, rounds);
    if (allocation === undefined) throw new Error("no allocation was opened");
    const { record } = await this.#pieces.changes.book.of(this.#market.client.signer.address, allocation);
    const held: Held = { allocation, endRound: record.terms.endRound, objects: [] };
    const { book } = this.#pieces.changes;
    this.held = [...this.held.filter((one) => book.get(one.allocation) !== undefined), held];
    return held;
  }

  async #put(held: Held): Promise<void> {
    const { hasher, changes } = this.#pieces;
    const client = this.#market.client.signer;
    const shards = newFragments(this.#pieces, SHARDS);
    const roots = [new Uint8Array(Buffer.concat(shards.map(({ root }) => root)))];
    const body = { kind: "coded", scheme: { k: 2, n: SHARDS }, roots } as const;
    const data = encodeManifest({ size: OBJECT_BYTES, cipher: "aes-256-gcm", content: "bytes", body });
    const manifest = { root: fragmentRoot(hasher, data), data, bytes: data.length };
    const digest = objectDigest(objectIdOf(hasher, data));
    const fragments = [...shards, manifest];
    await Promise.all(fragments.map((fragment) => this.#store(held, fragment)));
    const items = fragments.map(({ root, bytes }) => ({ root, bytes }));
    const proposal = await proposalFor(this.#pieces, client, held.allocation, items);
    const object = { id: digest, manifest: manifest.root };
    await this.signTimes.time(() => append(changes, client.address, { ...proposal, items, object }));
    held.objects.push({ digest, items });
    this.done.put += items.length;
    this.done.states++;
  }

  /** As the daemon stores a fragment: its note in the book goes to the disk beside it. */
  async #store({ allocation, endRound }: Held, { root, data, bytes }: NewFragment): Promise<void> {
    const { store, changes } = this.#pieces;
    const staged = changes.staging.reserve(allocation, root, bytes, Number.MAX_SAFE_INTEGER, this.hand.stagedUntil);
    await this.putTimes.time(async () => {
      await Promise.all([changes.staging.write(staged), store.put(root, data, { expires: endRound })]);
    });
    await changes.staging.done(staged, true);
  }

  /** Stored, and never named in a state. */
  async #abandon(held: Held): Promise<void> {
    const fragments = newFragments(this.#pieces, SHARDS);
    await Promise.all(fragments.map((fragment) => this.#store(held, fragment)));
    this.done.abandoned += fragments.length;
  }

  async #remove(held: Held, turn: number): Promise<void> {
    const object = held.objects[turn % Math.max(1, held.objects.length)];
    if (object === undefined) return;
    const { changes, hasher } = this.#pieces;
    const client = this.#market.client.signer;
    const rest = held.objects.filter((one) => one !== object);
    const tree = sumTree(hasher, rest.flatMap(({ items }) => items).map(itemOf));
    const { state } = await proposalFor(this.#pieces, client, held.allocation, []);
    const smaller = { ...state, subRoot: tree.root, leaves: tree.leaves };
    const clientSignature = signState(changes.domain, smaller, client);
    const request = { state: smaller, clientSignature, object: object.digest };
    await this.signTimes.time(() => remove(changes, client.address, request));
    held.objects = rest;
    this.done.removed += object.items.length;
    this.done.states++;
  }

  async #read({ objects }: Held): Promise<void> {
    if (objects.length === 0) return;
    const items = Array.from({ length: READS }, (_, i) => {
      const { items } = objects[(this.done.read + 31 * i) % objects.length] as StoredObject;
      return items[(this.done.read + 7 * i) % items.length] as Item;
    });
    for (const { root } of items) await this.#pieces.reader.whole(root);
    this.done.read += items.length;
  }
}
