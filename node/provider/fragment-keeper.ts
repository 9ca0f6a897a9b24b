// Decides when a fragment's bytes may go: when no row and no staged fragment names its root any more. While a root is
// being deleted nobody can stage it, so a fragment can't be acknowledged and deleted at once.

import { hexOf } from "./book-keys.ts";
import { unreferenced } from "./references.ts";
import type { BookTables } from "./book-tables.ts";
import type { LostFragments } from "./lost-fragments.ts";
import type { FragmentStore } from "./store/index.ts";
import type { Staging } from "./staging.ts";

export class FragmentKeeper {
  readonly #tables: BookTables;
  readonly #staging: Staging;
  readonly #store: FragmentStore;
  readonly #lost: LostFragments | undefined;
  readonly #going = new Map<string, Promise<void>>();

  constructor(tables: BookTables, staging: Staging, store: FragmentStore, lost?: LostFragments) {
    this.#tables = tables;
    this.#staging = staging;
    this.#store = store;
    this.#lost = lost;
  }

  /** Waits until the root is not being deleted. The caller stages it without waiting for anything else in between. */
  async settled(root: Uint8Array): Promise<void> {
    for (let going = this.#going.get(hexOf(root)); going !== undefined; going = this.#going.get(hexOf(root))) {
      await going;
    }
  }

  /** Deletes those fragments that nothing names any more. Call after the change that let go of them is durable. Returns how many. */
  async release(roots: readonly Uint8Array[]): Promise<number> {
    const free = roots.filter((root) => !this.#staging.has(root) && !this.#going.has(hexOf(root)));
    if (free.length === 0) return 0;
    const work = this.#removeUnneeded(free);
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    for (const root of free) this.#going.set(hexOf(root), settled);
    try {
      return await work;
    } finally {
      for (const root of free) this.#going.delete(hexOf(root));
    }
  }

  async #removeUnneeded(roots: readonly Uint8Array[]): Promise<number> {
    const unneeded = await unreferenced(this.#tables, roots);
    if (unneeded.length > 0) await this.#store.remove(unneeded);
    // Nobody misses it any more.
    for (const root of unneeded) this.#lost?.delete(root);
    return unneeded.length;
  }
}
