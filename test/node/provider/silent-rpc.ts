/** A JSON-RPC endpoint before the chain's that stops answering: it takes every call and holds it for ever. */

import { startRpcGate } from "./rpc-gate.ts";
import type { RpcGate } from "./rpc-gate.ts";

export interface SilentRpc extends RpcGate {
  /** From the next call of this method on nothing is answered, nor passed on. */
  silentFrom(method: string): void;
  /** Calls that wait for an answer. */
  readonly held: number;
  /** Answers again; what was held stays so. */
  speak(): void;
}

export async function startSilentRpc(rpcUrl: string): Promise<SilentRpc> {
  let [method, isSilent, held]: [string | undefined, boolean, number] = [undefined, false, 0];
  const gate = await startRpcGate(rpcUrl, (body) => {
    isSilent ||= method !== undefined && body.includes(`"${method}"`);
    if (!isSilent) return "pass";
    held++;
    return "hold";
  });
  return {
    ...gate,
    silentFrom: (from) => void (method = from),
    get held() {
      return held;
    },
    speak() {
      [method, isSilent, held] = [undefined, false, 0];
    },
  };
}
