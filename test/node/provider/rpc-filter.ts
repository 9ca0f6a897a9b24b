/** A JSON-RPC endpoint before the chain's, in which a test can refuse single methods. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface RpcFilter {
  readonly url: string;
  /** Calls of these methods fail as if the endpoint had no answer for them; all others pass. */
  refuse(methods: readonly string[]): void;
  /** How many calls were refused. */
  readonly refused: number;
  close(): Promise<void>;
}

interface Call {
  readonly id: number;
  readonly method: string;
}

export async function startRpcFilter(rpcUrl: string): Promise<RpcFilter> {
  let methods: ReadonlySet<string> = new Set();
  let refused = 0;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const asked = JSON.parse(body) as Call | Call[];
    const calls = Array.isArray(asked) ? asked : [asked];
    if (calls.some(({ method }) => methods.has(method))) {
      refused++;
      response.writeHead(503).end();
      return;
    }
    const headers = { "content-type": "application/json" };
    const answer = await fetch(rpcUrl, { method: "POST", headers, body });
    response.writeHead(answer.status, headers).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refuse(list) {
      methods = new Set(list);
    },
    get refused() {
      return refused;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
