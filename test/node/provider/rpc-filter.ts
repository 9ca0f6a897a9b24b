/** A JSON-RPC endpoint before the chain's, in which a test can refuse single methods. */

import { startRpcGate } from "./rpc-gate.ts";
import type { RpcGate } from "./rpc-gate.ts";

export interface RpcFilter extends RpcGate {
  /** Calls of these methods fail as if the endpoint had no answer for them; all others pass. */
  refuse(methods: readonly string[]): void;
  /** How many calls were refused. */
  readonly refused: number;
}

interface Call {
  readonly id: number;
  readonly method: string;
}

export async function startRpcFilter(rpcUrl: string): Promise<RpcFilter> {
  let methods: ReadonlySet<string> = new Set();
  let refused = 0;
  const gate = await startRpcGate(rpcUrl, (body) => {
    const asked = JSON.parse(body) as Call | Call[];
    const calls = Array.isArray(asked) ? asked : [asked];
    if (!calls.some(({ method }) => methods.has(method))) return "pass";
    refused++;
    return "refuse";
  });
  return {
    ...gate,
    refuse(list) {
      methods = new Set(list);
    },
    get refused() {
      return refused;
    },
  };
}
