// Fragments that this disk has lost: their bytes are gone, or are not what was stored. A restart knows them too, so that the
// provider says so at once in place of finding out in a proof.

import { PROVIDER } from "../limits/index.ts";
import { mapBounded } from "../wait.ts";
import { hexOf, keyOf } from "./book-keys.ts";
import type { FragmentStore, Sublevel } from "./store/index.ts";

/** Root → when it was found out, u64 milliseconds since 1970. */
export class LostFragments {
  readonly #table: Sublevel | undefined;
  readonly #roots = new Set<string>();
  #version = 0;
  #stored: { readonly version: number; readonly count: Promise<number> } | undefined;
  #writing: Promise<void> = Promise.resolve();

  private constructor(table: Sublevel | undefined) {
    this.#table = table;
  }

  static async open(table: Sublevel): Promise<LostFragments> {
    const lost = new LostFragments(table);
    for await (const root of table.keys()) lost.#roots.add(hexOf(root));
    return lost;
  }

  /** For who needs it no longer than the process lasts. */
  static inMemory(): LostFragments {
    return new LostFragments(undefined);
  }

  get size(): number {
    return this.#roots.size;
  }

  /** Another one after each change. */
  get version(): number {
    return this.#version;
  }

  *roots(): Generator<Uint8Array> {
    for (const root of this.#roots) yield new Uint8Array(Buffer.from(root, "hex"));
  }

  /** How many of them the store still has, as bytes that are not what they should be; the others it has no more. */
  countIn(store: Pick<FragmentStore, "size">): Promise<number> {
    if (this.#roots.size === 0) return Promise.resolve(0);
    if (this.#stored?.version !== this.#version)
      this.#stored = { version: this.#version, count: countStored(store, [...this.roots()]) };
    return this.#stored.count;
  }

  has(root: Uint8Array): boolean {
    return this.#roots.has(hexOf(root));
  }

  /** Known from now on, on the disk soon. True if it was not known. More than there may be are not remembered: they are found again. */
  add(root: Uint8Array): boolean {
    if (this.has(root) || this.#roots.size >= PROVIDER.corruptFragments) return false;
    this.#roots.add(hexOf(root));
    this.#version++;
    const key = new Uint8Array(root);
    this.#write((table) => table.put(key, keyOf(Date.now())));
    return true;
  }

  /** Stored again, proved to be whole after all, or not needed any more. */
  delete(root: Uint8Array): void {
    if (!this.#roots.delete(hexOf(root))) return;
    this.#version++;
    const key = new Uint8Array(root);
    this.#write((table) => table.del(key));
  }

  /** When all that was said so far is on the disk. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  /** In the order of the calls. What cannot be written is found out anew after a restart. */
  #write(work: (table: Sublevel) => Promise<unknown>): void {
    const table = this.#table;
    if (table === undefined) return;
    this.#writing = this.#writing
      .then(() => work(table))
      .then(
        () => undefined,
        () => undefined,
      );
  }
}

async function countStored(store: Pick<FragmentStore, "size">, roots: readonly Uint8Array[]): Promise<number> {
  const sizes = await mapBounded(roots, PROVIDER.rootsAtOnce, (root) => store.size(root));
  return sizes.filter((size) => size !== undefined).length;
}
