// How fast blocks come, from the heads of the chain that were seen: over the last rounds, so that an hour in which the chain stood is
// forgotten after a while.

/** A head of the chain: its number, and its time in milliseconds since 1970. */
export interface Head {
  readonly block: number;
  readonly at: number;
}

/** Rounds after which the next begins to be measured; the pace is that of the last one to two of these. */
const WINDOW_ROUNDS = 4;

export class BlockPace {
  /** Where measuring began, and from where it goes on once that is too long ago. */
  #first: Head | undefined;
  #next: Head | undefined;
  #last: Head | undefined;

  see(head: Head | undefined, roundBlocks: number): void {
    if (head === undefined) return;
    // A chain that went back tells other times.
    if (this.#last !== undefined && head.block < this.#last.block) this.#first = this.#next = undefined;
    this.#first ??= head;
    this.#next ??= head;
    this.#last = head;
    if (head.block - this.#next.block < WINDOW_ROUNDS * roundBlocks) return;
    this.#first = this.#next;
    this.#next = head;
  }

  /** What so many blocks take, in seconds; undefined before two were seen. */
  secondsOf(blocks: number): number | undefined {
    const ms = this.#blockMs();
    return ms === undefined ? undefined : (ms * blocks) / 1000;
  }

  /** When a block comes or came, in milliseconds since 1970. */
  timeOf(block: number): number | undefined {
    const ms = this.#blockMs();
    return ms === undefined || this.#last === undefined ? undefined : this.#last.at + (block - this.#last.block) * ms;
  }

  #blockMs(): number | undefined {
    if (this.#first === undefined || this.#last === undefined) return undefined;
    const blocks = this.#last.block - this.#first.block;
    const milliseconds = this.#last.at - this.#first.at;
    return blocks > 0 && milliseconds > 0 ? milliseconds / blocks : undefined;
  }
}
