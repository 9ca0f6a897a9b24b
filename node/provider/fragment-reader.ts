// Reads fragments and believes no disk: what is proved, or served in part, was hashed up to its root first. A whole fragment
// was checked against its checksum by the store, which costs a hundredth of hashing it, and the reader hashes it anyway.
// Trees of fragments read lately are kept, so that a run of small reads hashes the fragment once.

import { setImmediate as nextTurn } from "node:timers/promises";
import { cairnError, fragmentId, isCairnError } from "../../protocol/index.ts";
import {
  fragmentTree,
  leafCount,
  leafData,
  LEAF_BYTES,
  provePath,
  proveRange,
  verifyRange,
} from "../../proofs/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { hexOf, sameBytes } from "./book-keys.ts";
import { LostFragments } from "./lost-fragments.ts";
import type { FragmentTree, Hasher } from "../../proofs/index.ts";
import type { CairnError } from "../../protocol/index.ts";
import type { FragmentStore } from "./store/index.ts";

export interface ReadLeaf {
  readonly bytes: number;
  /** From the leaf up. */
  readonly path: Uint8Array;
  /** 256 bytes, zero-padded. */
  readonly leaf: Uint8Array;
}

export interface ReadRange {
  /** Of the whole fragment. */
  readonly bytes: number;
  readonly siblings: Uint8Array;
  readonly data: Uint8Array;
}

export class FragmentReader {
  readonly #store: FragmentStore;
  readonly #hasher: Hasher;
  // Least recently used first.
  readonly #trees = new Map<string, FragmentTree>();
  readonly #lost: LostFragments;

  constructor(store: FragmentStore, hasher: Hasher, lost: LostFragments = LostFragments.inMemory()) {
    this.#store = store;
    this.#hasher = hasher;
    this.#lost = lost;
  }

  /** Fragments found corrupt and not stored again. */
  get corruptFragments(): number {
    return this.#lost.size;
  }

  isCorrupt(root: Uint8Array): boolean {
    return this.#lost.has(root);
  }

  /** The fragment was stored again. */
  healed(root: Uint8Array): void {
    this.#lost.delete(root);
  }

  /** Somebody else has read it: it is corrupt. True if that was not known. */
  noteCorrupt(root: Uint8Array): boolean {
    this.#trees.delete(hexOf(root));
    return this.#lost.add(root);
  }

  /** All bytes. Throws ERR_FRAGMENT_NOT_FOUND, ERR_FRAGMENT_CORRUPT. */
  async whole(root: Uint8Array): Promise<Uint8Array> {
    return (await this.#verified(root)).data;
  }

  /** All bytes, or undefined if the store does not have the fragment. */
  async ifHeld(root: Uint8Array): Promise<Uint8Array | undefined> {
    return (await this.#store.size(root)) === undefined ? undefined : this.whole(root);
  }

  /** One leaf of a fragment that the provider owes: its absence is corruption, too. */
  async leaf(root: Uint8Array, leaf: number): Promise<ReadLeaf> {
    try {
      const { bytes, siblings: path, data } = await this.range(root, leaf, leaf + 1);
      return { bytes, path, leaf: leafData(data, 0) };
    } catch (error) {
      throw isCairnError(error, "ERR_FRAGMENT_NOT_FOUND") ? this.#markCorrupt(root, error) : error;
    }
  }

  /** Leaves `[from, to)`; `to` 0, or beyond the end, means the end. An empty range throws ERR_MESSAGE_INVALID. */
  async range(root: Uint8Array, from: number, to: number): Promise<ReadRange> {
    if (from === 0 && to === 0) return this.#all(root);
    const known = this.#known(root);
    if (known !== undefined) return this.#rangeOf(root, known, from, to);
    const { tree, data } = await this.#verified(root);
    const { start, end } = bounds(tree, from, to);
    const piece = data.subarray(start * LEAF_BYTES, Math.min(end * LEAF_BYTES, tree.byteLength));
    return { bytes: tree.byteLength, siblings: siblingsOf(tree, start, end), data: piece };
  }

  /** The store compares it with its checksum, which is enough until there is reason for doubt. */
  async #all(root: Uint8Array): Promise<ReadRange> {
    const data = this.isCorrupt(root) ? await this.whole(root) : await this.#read(root);
    return { bytes: data.length, siblings: new Uint8Array(0), data };
  }

  async #rangeOf(root: Uint8Array, tree: FragmentTree, from: number, to: number): Promise<ReadRange> {
    const { start, end } = bounds(tree, from, to);
    const data = await this.#read(root, start * LEAF_BYTES, Math.min(end * LEAF_BYTES, tree.byteLength));
    const siblings = siblingsOf(tree, start, end);
    if (!verifyRange(this.#hasher, root, tree.byteLength, start, data, siblings)) throw this.#markCorrupt(root);
    return { bytes: tree.byteLength, siblings, data };
  }

  async #verified(root: Uint8Array): Promise<{ tree: FragmentTree; data: Uint8Array }> {
    const data = await this.#read(root);
    if (data.length === 0) throw this.#markCorrupt(root);
    const tree = fragmentTree(this.#hasher, data);
    await nextTurn(); // hashing 1 MiB takes 10 ms: let others have their turn
    if (!sameBytes(tree.root, root)) throw this.#markCorrupt(root);
    this.#lost.delete(root);
    this.#remember(tree);
    return { tree, data };
  }

  async #read(root: Uint8Array, from?: number, to?: number): Promise<Uint8Array> {
    try {
      return await this.#store.read(root, from, to);
    } catch (error) {
      throw isCairnError(error, "ERR_FRAGMENT_CORRUPT") ? this.#markCorrupt(root, error) : error;
    }
  }

  #known(root: Uint8Array): FragmentTree | undefined {
    const tree = this.#trees.get(hexOf(root));
    if (tree !== undefined) this.#remember(tree);
    return tree;
  }

  #remember(tree: FragmentTree): void {
    const key = hexOf(tree.root);
    this.#trees.delete(key);
    this.#trees.set(key, tree);
    for (const oldest of this.#trees.keys()) {
      if (this.#trees.size <= PROVIDER.fragmentTrees) break;
      this.#trees.delete(oldest);
    }
  }

  #markCorrupt(root: Uint8Array, cause?: unknown): CairnError {
    this.noteCorrupt(root);
    return corruptFragment(root, cause);
  }
}

/** The message is what the peer is told: it must not name a path. */
export function corruptFragment(root: Uint8Array, cause?: unknown): CairnError {
  const fragment = fragmentId(root);
  return cairnError("ERR_FRAGMENT_CORRUPT", `Fragment ${fragment} no longer matches its root.`, {
    facts: { fragment },
    cause,
  });
}

function bounds(tree: FragmentTree, from: number, to: number): { start: number; end: number } {
  const leaves = leafCount(tree.byteLength);
  const end = to === 0 ? leaves : Math.min(to, leaves);
  if (from >= end) {
    throw cairnError("ERR_MESSAGE_INVALID", `The fragment has ${leaves} leaves, none of them in the range asked for.`);
  }
  return { start: from, end };
}

function siblingsOf(tree: FragmentTree, start: number, end: number): Uint8Array {
  return end === start + 1 ? provePath(tree, start) : proveRange(tree, start, end);
}
