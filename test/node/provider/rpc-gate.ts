/** A JSON-RPC endpoint before the chain's that does with each request what a test says. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Handed on, answered with 503, or held for ever. */
export type Judgement = "pass" | "refuse" | "hold";

export interface RpcGate {
  readonly url: string;
  close(): Promise<void>;
}

/** `judge` sees the body of each request. */
export async function startRpcGate(rpcUrl: string, judge: (body: string) => Judgement): Promise<RpcGate> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const judgement = judge(body);
    if (judgement === "refuse") response.writeHead(503).end();
    if (judgement !== "pass") return;
    const headers = { "content-type": "application/json" };
    const answer = await fetch(rpcUrl, { method: "POST", headers, body });
    response.writeHead(answer.status, headers).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
