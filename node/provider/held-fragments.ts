// What of an object this provider can show: what its index names, less what the disk is known to have lost. Whoever repairs asks for
// this first, so a fragment that is gone must not be told as held. Which fragments an entry names stands in its manifest, which is read
// only while something is lost.

import { setImmediate as nextTurn } from "node:timers/promises";
import { fragmentRootAt, isCairnError } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { hexOf, sameBytes } from "./book-keys.ts";
import { rowCounts } from "./references.ts";
import type { Holding, Manifest } from "../../protocol/index.ts";
import type { BookTables } from "./book-tables.ts";
import type { LostFragments } from "./lost-fragments.ts";
import type { ObjectEntry, ObjectIndex } from "./object-index.ts";

export interface HeldFragmentsParts {
  readonly tables: BookTables;
  readonly objects: ObjectIndex;
  readonly lost: LostFragments;
}

export class HeldFragments {
  readonly #parts: HeldFragmentsParts;
  // By digest and allocation, as long as nothing else is lost or healed; least recently asked for first.
  readonly #known = new Map<string, Promise<readonly Holding[]>>();
  #version = 0;

  constructor(parts: HeldFragmentsParts) {
    this.#parts = parts;
  }

  /** The holdings of an entry without what is lost. Of one whose manifest is lost, too: none, if anything else of the allocation is. */
  of(entry: ObjectEntry): Promise<readonly Holding[]> {
    const { lost } = this.#parts;
    if (lost.size === 0) return Promise.resolve(entry.holdings);
    if (this.#version !== lost.version) this.#known.clear();
    this.#version = lost.version;
    const key = `${hexOf(entry.digest)} ${entry.allocation}`;
    const known = this.#known.get(key) ?? this.#whole(entry);
    this.#remember(key, known);
    return known;
  }

  async #whole(entry: ObjectEntry): Promise<readonly Holding[]> {
    let manifest: Manifest;
    try {
      manifest = await this.#parts.objects.manifestOf(entry);
    } catch (error) {
      if (!isCairnError(error)) throw error;
      return (await this.#losesOthers(entry)) ? [] : entry.holdings;
    }
    const whole: Holding[] = [];
    let looked = 0;
    for (const [shard, from, to] of entry.holdings) {
      let start = from;
      for (let segment = from; segment < to; segment++) {
        if (++looked % PROVIDER.rootsPerTurn === 0) await nextTurn();
        if (!this.#parts.lost.has(fragmentRootAt(manifest, segment, shard))) continue;
        if (start < segment) whole.push([shard, start, segment]);
        start = segment + 1;
      }
      if (start < to) whole.push([shard, start, to]);
    }
    return whole;
  }

  /** Whether something besides the manifest that is lost belongs to the allocation: then nobody can tell what is left of the object. */
  async #losesOthers({ allocation, manifest }: ObjectEntry): Promise<boolean> {
    const { tables, lost } = this.#parts;
    const roots = [...lost.roots()].filter((root) => !sameBytes(root, manifest.root));
    return (await rowCounts(tables, allocation, roots)).some((rows) => rows > 0);
  }

  #remember(key: string, holdings: Promise<readonly Holding[]>): void {
    this.#known.delete(key);
    this.#known.set(key, holdings);
    holdings.catch(() => this.#known.delete(key));
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= PROVIDER.heldObjects) return;
      this.#known.delete(oldest);
    }
  }
}
