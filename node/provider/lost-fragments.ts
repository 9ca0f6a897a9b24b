// Fragments that this disk has lost: their bytes are gone, or are not what was stored. A restart knows them too, so that the
// provider says so at once in place of finding out in a proof.

import { PROVIDER } from "../limits/index.ts";
import { hexOf, keyOf } from "./book-keys.ts";
import type { Sublevel } from "./store/index.ts";

/** Root → when it was found out, u64 milliseconds since 1970. */
export class LostFragments {
  readonly #table: Sublevel | undefined;
  readonly #roots = new Set<string>();
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

  has(root: Uint8Array): boolean {
    return this.#roots.has(hexOf(root));
  }

  /** Known from now on, on the disk soon. True if it was not known. More than there may be are not remembered: they are found again. */
  add(root: Uint8Array): boolean {
    if (this.has(root) || this.#roots.size >= PROVIDER.corruptFragments) return false;
    this.#roots.add(hexOf(root));
    const key = new Uint8Array(root);
    this.#write((table) => table.put(key, keyOf(Date.now())));
    return true;
  }

  /** Stored again, proved to be whole after all, or not needed any more. */
  delete(root: Uint8Array): void {
    if (!this.#roots.delete(hexOf(root))) return;
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
