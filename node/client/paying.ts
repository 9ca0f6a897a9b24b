// One payment of a wallet at a time: two permits or approvals under way at once undo each other.

import type { Ledger } from "../../contracts/index.ts";

const turns = new WeakMap<Ledger, Promise<unknown>>();

/** Pays when whatever of this ledger was to be paid before is done, well or not. Settles as `pay` does. */
export function inTurn<T>(ledger: Ledger, pay: () => Promise<T>): Promise<T> {
  const turn = (turns.get(ledger) ?? Promise.resolve()).then(pay);
  turns.set(
    ledger,
    turn.catch(() => {}),
  );
  return turn;
}
