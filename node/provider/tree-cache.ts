// Trees of allocation states, kept while they are used: a new state's tree starts from the last one's full chunks.

import { PROVIDER } from "../limits.ts";
import { buildTree } from "./allocation-tree.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { AllocationTree } from "./allocation-tree.ts";
import type { BookTables } from "./book-tables.ts";

export class TreeCache {
  readonly #tables: BookTables;
  readonly #hasher: Hasher;
  // Least recently used first. A promise, so that two who ask at once build once.
  readonly #trees = new Map<string, Promise<AllocationTree>>();
  readonly #latest = new Map<number, AllocationTree>();

  constructor(tables: BookTables, hasher: Hasher) {
    this.#tables = tables;
    this.#hasher = hasher;
  }

  /** The tree of state `seq`. `removedSeq` is the last state that took items out: older trees are no base for newer ones. */
  get(allocation: number, seq: number, removedSeq: number): Promise<AllocationTree> {
    const key = `${allocation}:${seq}`;
    const tree = this.#trees.get(key) ?? this.#build(allocation, seq, removedSeq);
    this.#trees.delete(key);
    this.#trees.set(key, tree);
    tree.catch(() => this.#trees.delete(key));
    this.#evict();
    return tree;
  }

  /** Keeps a tree that somebody else built. */
  put(tree: AllocationTree): void {
    this.#trees.set(`${tree.allocation}:${tree.seq}`, Promise.resolve(tree));
    this.#latest.set(tree.allocation, tree);
    this.#evict();
  }

  drop(allocation: number): void {
    this.#latest.delete(allocation);
    for (const key of this.#trees.keys()) if (key.startsWith(`${allocation}:`)) this.#trees.delete(key);
  }

  async #build(allocation: number, seq: number, removedSeq: number): Promise<AllocationTree> {
    const latest = this.#latest.get(allocation);
    const usable = latest !== undefined && latest.seq <= seq && latest.seq >= removedSeq;
    const tree = await buildTree(this.#tables, this.#hasher, allocation, seq, { base: usable ? latest : undefined });
    if (latest === undefined || latest.seq < seq) this.#latest.set(allocation, tree);
    return tree;
  }

  #evict(): void {
    trim(this.#trees, PROVIDER.cachedTrees);
    trim(this.#latest, PROVIDER.cachedTrees);
  }
}

function trim(map: Map<unknown, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
