// Makes a tree longer at its right end, item by item, and tells which pages that fills. From the tree before an append it takes
// the work of the items alone; from the part that a removal leaves, or from nothing, that of all items after it.

import { setImmediate as nextTurn } from "node:timers/promises";
import { sumTree } from "../../proofs/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { emptyTree, nodeOf, pageKey, treeOf } from "./allocation-tree.ts";
import { rowsAt } from "./item-rows.ts";
import { FANOUT } from "./tree-pages.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { AllocationTree } from "./allocation-tree.ts";
import type { BookTables } from "./book-tables.ts";
import type { ItemRow } from "./item-rows.ts";
import type { TreeNode, TreePage } from "./tree-pages.ts";

export interface Grown {
  readonly tree: AllocationTree;
  /** To be written with the change that makes the tree a signed one. */
  readonly pages: readonly TreePage[];
}

export class TreeGrower {
  readonly #hasher: Hasher;
  readonly #allocation: number;
  /** Full nodes of the edge by level, items at 0. */
  readonly #nodes: TreeNode[][];
  readonly #pages: Map<string, TreePage>;
  /** Levels whose last page has changed. */
  readonly #changed = new Set<number>();
  #rows: ItemRow[];
  #items: number;

  constructor(hasher: Hasher, base: AllocationTree) {
    this.#hasher = hasher;
    this.#allocation = base.allocation;
    this.#nodes = base.edges.map(({ nodes }) => [...nodes]);
    this.#rows = [...base.rows];
    this.#items = base.items;
    // What a tree of fewer items has of them: a page beyond its end belongs to another state.
    const isOf = ({ level, page }: TreePage): boolean => page * FANOUT ** (level + 1) < base.items;
    this.#pages = new Map([...base.unsaved].filter(([, page]) => isOf(page)));
  }

  get items(): number {
    return this.#items;
  }

  add(row: ItemRow): void {
    this.#items++;
    this.#rows.push(row);
    this.#append(0, nodeOf(row));
  }

  /** Adds all, and lets others have their turn in between. */
  async addAll(rows: readonly ItemRow[]): Promise<void> {
    for (const [i, row] of rows.entries()) {
      this.add(row);
      if (i % PROVIDER.itemsPerTurn === PROVIDER.itemsPerTurn - 1) await nextTurn();
    }
  }

  /** The tree as it is now, as that of state `seq`. */
  end(seq: number): Grown {
    for (const level of this.#changed) this.#put(level);
    const nodes = this.#nodes.map((edge) => [...edge]);
    const tree = treeOf(this.#hasher, {
      allocation: this.#allocation,
      seq,
      items: this.#items,
      nodes,
      rows: [...this.#rows],
    });
    return { tree, pages: [...this.#pages.values()] };
  }

  #append(level: number, node: TreeNode): void {
    const edge = (this.#nodes[level] ??= []);
    edge.push(node);
    if (level > 0) this.#changed.add(level);
    if (edge.length < FANOUT) return;
    const { root: hash, leaves } = sumTree(this.#hasher, edge);
    if (level > 0) this.#put(level, this.#items / FANOUT ** (level + 1) - 1);
    this.#changed.delete(level);
    this.#nodes[level] = [];
    if (level === 0) this.#rows = [];
    this.#append(level + 1, { hash, leaves, ordinal: (edge[0] as TreeNode).ordinal });
  }

  #put(level: number, page = Math.floor(this.#items / FANOUT ** (level + 1))): void {
    this.#pages.set(pageKey(level, page), { level, page, nodes: [...(this.#nodes[level] ?? [])] });
  }
}

/** The tree of a state from its rows alone, all of them: for a book without pages, or with wrong ones. */
export async function rebuildTree(
  tables: BookTables,
  hasher: Hasher,
  allocation: number,
  seq: number,
): Promise<AllocationTree> {
  const grower = new TreeGrower(hasher, emptyTree(hasher, allocation));
  for await (const rows of rowsAt(tables, allocation, seq)) await grower.addAll(rows);
  const { tree, pages } = grower.end(seq);
  return { ...tree, unsaved: new Map(pages.map((page) => [pageKey(page.level, page.page), page])) };
}
