/** A JSON-RPC endpoint before the chain's that stops answering: it takes every call and holds it for ever. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface SilentRpc {
  readonly url: string;
  /** From the next call of this method on nothing is answered, nor passed on. */
  silentFrom(method: string): void;
  /** Calls that wait for an answer. */
  readonly held: number;
  /** Answers again; what was held stays so. */
  speak(): void;
  close(): Promise<void>;
}

export async function startSilentRpc(rpcUrl: string): Promise<SilentRpc> {
  let [method, isSilent, held]: [string | undefined, boolean, number] = [undefined, false, 0];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    isSilent ||= method !== undefined && body.includes(`"${method}"`);
    if (isSilent) {
      held++;
      return;
    }
    const headers = { "content-type": "application/json" };
    const answer = await fetch(rpcUrl, { method: "POST", headers, body });
    response.writeHead(answer.status, headers).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    silentFrom: (from) => void (method = from),
    get held() {
      return held;
    },
    speak() {
      [method, isSilent, held] = [undefined, false, 0];
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
