// When in a round a provider proves: early, so that there is time for a second try, and each at another block, so that all
// of them do not want the same one. A slot follows from provider and round alone: a restart finds the same.
//
//   first block of the round … challenge known … ├── spread ──┤ … half … end
//                                                  ^ slot        from here on at once

import { addressBytes } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import type { Clock } from "../../contracts/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { Address } from "../../protocol/index.ts";

/** Blocks over which the proofs of all providers are spread, with so many blocks to a round. */
export function spreadOf(roundBlocks: number): number {
  return Math.min(Math.floor(roundBlocks / PROVIDER.spreadPart), PROVIDER.spreadBlocks);
}

/** Blocks that `owner` lets pass in `round` once it could prove: 0 … spread − 1, each as likely. */
export function slotOf(hasher: Hasher, owner: Address, round: number, spread: number): number {
  if (spread <= 1) return 0;
  const input = new Uint8Array(24);
  input.set(addressBytes(owner));
  new DataView(input.buffer).setUint32(20, round);
  return new DataView(hasher.sha256(input).slice().buffer).getUint32(0) % spread;
}

export class ProveSlot {
  readonly #slot: (round: number) => number;
  readonly #roundBlocks: number;
  /** Where the round was first seen to be provable. */
  #seen: { readonly round: number; readonly block: number } | undefined;

  constructor(slot: (round: number) => number, roundBlocks: number) {
    this.#slot = slot;
    this.#roundBlocks = roundBlocks;
  }

  /** Whether the slot has come, of a round that can be proved. Whoever sees it in its second half is late, and waits no longer. */
  hasCome({ round, block, blocksLeft }: Clock): boolean {
    if (this.#seen?.round !== round) this.#seen = { round, block };
    return block - this.#seen.block >= this.#slot(round) || blocksLeft <= this.#roundBlocks / 2;
  }
}
