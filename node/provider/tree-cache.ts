// Trees of allocation states: opened from their pages when they are asked for, kept while they are used.

import { sameBytes } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { decodeRecord } from "./allocation-record.ts";
import { openTree } from "./allocation-tree.ts";
import { keyOf } from "./book-keys.ts";
import { supersededState } from "./superseded-states.ts";
import { rebuildTree } from "./tree-grower.ts";
import type { AllocationState } from "../../protocol/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { AllocationTree } from "./allocation-tree.ts";
import type { BookTables } from "./book-tables.ts";

export class TreeCache {
  readonly #tables: BookTables;
  readonly #hasher: Hasher;
  // Least recently used first. A promise, so that two who ask at once build once.
  readonly #trees = new Map<string, Promise<AllocationTree>>();

  constructor(tables: BookTables, hasher: Hasher) {
    this.#tables = tables;
    this.#hasher = hasher;
  }

  /**
   * The tree of a state that is the last one, or is in a kept snapshot. Of the last state that took items out, `removedSeq`,
   * it is known that an earlier one is not the last.
   */
  get(allocation: number, seq: number, removedSeq: number): Promise<AllocationTree> {
    const key = `${allocation}:${seq}`;
    const tree = this.#trees.get(key) ?? this.#open(allocation, seq, removedSeq);
    this.#keep(key, tree);
    tree.catch(() => this.#trees.delete(key));
    return tree;
  }

  /** Keeps a tree that somebody else built. */
  put(tree: AllocationTree): void {
    this.#keep(`${tree.allocation}:${tree.seq}`, Promise.resolve(tree));
  }

  drop(allocation: number): void {
    for (const key of this.#trees.keys()) if (key.startsWith(`${allocation}:`)) this.#trees.delete(key);
  }

  /** From its pages; from its rows, all of them, if these do not give what was signed. */
  async #open(allocation: number, seq: number, removedSeq: number): Promise<AllocationTree> {
    const last = seq < removedSeq ? undefined : await this.#lastState(allocation, seq);
    const known = last ?? (await this.#supersededState(allocation, seq));
    if (known?.items !== undefined) {
      const tree = await openTree(this.#tables, this.#hasher, { allocation, seq, items: known.items });
      if (tree !== undefined && isOf(tree, known.state)) return tree;
    }
    return rebuildTree(this.#tables, this.#hasher, allocation, seq);
  }

  async #lastState(allocation: number, seq: number): Promise<KnownState | undefined> {
    const value = await this.#tables.allocations.get(keyOf(allocation));
    if (value === undefined) return undefined;
    const { signed, peaks } = decodeRecord(value);
    return signed?.state.seq === seq ? { state: signed.state, items: peaks.items } : undefined;
  }

  async #supersededState(allocation: number, seq: number): Promise<KnownState | undefined> {
    const found = await supersededState(this.#tables, allocation, seq);
    return found && { state: found.signed.state, items: found.items };
  }

  #keep(key: string, tree: Promise<AllocationTree>): void {
    this.#trees.delete(key);
    this.#trees.set(key, tree);
    for (const oldest of this.#trees.keys()) {
      if (this.#trees.size <= PROVIDER.cachedTrees) return;
      this.#trees.delete(oldest);
    }
  }
}

interface KnownState {
  readonly state: AllocationState;
  readonly items: number | undefined;
}

function isOf({ root, leaves }: AllocationTree, state: AllocationState): boolean {
  return leaves === state.leaves && sameBytes(root, state.subRoot);
}
