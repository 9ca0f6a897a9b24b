/** An endpoint before the chain's that gives events of few blocks at once, as public ones do. */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface NarrowEndpoint extends AsyncDisposable {
  readonly url: string;
  /** From now on so many blocks at once; 0 for none. */
  allow(blocks: number): void;
}

interface Call {
  readonly id: number;
  readonly method: string;
  readonly params?: readonly { readonly fromBlock?: string; readonly toBlock?: string }[];
}

export async function startNarrowEndpoint(rpcUrl: string, blocks: number): Promise<NarrowEndpoint> {
  let most = blocks;
  const isWide = ({ method, params: [asked] = [] }: Call): boolean =>
    method === "eth_getLogs" && Number(asked?.toBlock) - Number(asked?.fromBlock) >= most;
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const calls = [JSON.parse(body) as Call | Call[]].flat();
    const refused = calls.map(({ id }) => ({
      jsonrpc: "2.0",
      id,
      error: { code: -32_005, message: "too many blocks" },
    }));
    const headers = { "content-type": "application/json" };
    const answer = calls.some(isWide)
      ? JSON.stringify(refused)
      : await (await fetch(rpcUrl, { method: "POST", headers, body })).text();
    response.writeHead(200, headers).end(answer);
  };
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    allow(count) {
      most = count;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
