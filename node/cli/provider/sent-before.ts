// What an earlier call of a command has sent and was stopped before it was in a block. Whoever decides by the chain what to do
// next has to wait for it, or does it twice.

import { setTimeout } from "node:timers/promises";
import type { Address } from "../../../protocol/index.ts";
import { quantity } from "../chain-pace.ts";
import { askRpcAll, type Rpc } from "../rpc.ts";

export interface SentBefore {
  readonly rpc: Rpc;
  readonly account: Address;
  readonly pollMs: number;
  readonly timeoutMs: number;
  /** Told once, if there is something to wait for. */
  readonly onWait: () => void;
}

/** Waits until nothing of the account is on its way at this endpoint, or the time is over: then somebody else has to judge. */
export async function untilNothingIsOnItsWay({ rpc, account, pollMs, timeoutMs, onWait }: SentBefore): Promise<void> {
  const begun = performance.now();
  for (let isFirst = true; await isOnItsWay(rpc, account); isFirst = false) {
    if (isFirst) onWait();
    if (performance.now() - begun > timeoutMs) return;
    await setTimeout(pollMs, undefined, { signal: rpc.signal });
  }
}

async function isOnItsWay(rpc: Rpc, account: Address): Promise<boolean> {
  const method = "eth_getTransactionCount";
  const [done, sent] = await askRpcAll(rpc, [
    { method, params: [account, "latest"] },
    { method, params: [account, "pending"] },
  ]);
  return quantity(sent) > quantity(done);
}
