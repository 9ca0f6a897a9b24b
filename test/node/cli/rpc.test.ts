/** Questions to a chain's endpoint, with endpoints that answer in every way. */

import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { askRpc, askRpcAll, RpcRefusal } from "../../../node/cli/rpc.ts";
import { RPC } from "../../../node/limits/index.ts";

let server: Server;
let url = "";
/** Requests that are put off. */
let busy = 0;
let answer = (_calls: Call[]): unknown => undefined;
const { signal } = new AbortController();

interface Call {
  readonly id: number;
  readonly method: string;
  readonly params: unknown[];
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      busy -= 1;
      const body = busy >= 0 ? "<html>slow down</html>" : answer(JSON.parse(text) as Call[]);
      response.writeHead(busy >= 0 ? 429 : 200).end(typeof body === "string" ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

it("gives each call its own answer, whatever their order, in requests of a bounded size", async () => {
  const sizes: number[] = [];
  answer = (calls) => {
    sizes.push(calls.length);
    return calls.map(({ id, params }) => ({ jsonrpc: "2.0", id, result: params[0] })).reverse();
  };
  const calls = Array.from({ length: RPC.callsAtOnce + 3 }, (_, i) => ({ method: "echo", params: [i] }));
  expect(await askRpcAll({ url, signal }, calls)).toEqual(calls.map((_, i) => i));
  expect(sizes).toEqual([RPC.callsAtOnce, 3]);
});

it("tells an endpoint that refuses from one that is not there", async () => {
  answer = (calls) => calls.map(({ id }) => ({ id, error: { code: -32_005, message: "range too wide" } }));
  await expect(askRpc({ url, signal }, "eth_getLogs")).rejects.toThrow(RpcRefusal);
  await expect(askRpc({ url, signal }, "eth_getLogs")).rejects.toThrow("range too wide");
  answer = () => ({ jsonrpc: "2.0", id: null, error: { message: "no batches here" } });
  await expect(askRpc({ url, signal }, "eth_getLogs")).rejects.toThrow("no batches here");
  answer = () => [];
  await expect(askRpc({ url, signal }, "eth_getLogs")).rejects.toThrow("no answer");
  const free = url.replace(/\d+$/, "1");
  await expect(askRpc({ url: free, signal }, "eth_chainId")).rejects.toMatchObject({ code: "ERR_RPC_DOWN" });
});

it.each([
  ["no JSON", "<html>busy</html>"],
  ["far too much", `["${"x".repeat(RPC.answerBytes)}"]`],
])("takes an answer that is %s for none", async (_name, text) => {
  answer = () => text;
  await expect(askRpc({ url, signal }, "eth_chainId")).rejects.toMatchObject({ code: "ERR_RPC_DOWN" });
});

it("asks again when it is told that it asked too often", async () => {
  answer = (calls) => calls.map(({ id }) => ({ id, result: "0x1" }));
  busy = 1;
  expect(await askRpc({ url, signal }, "eth_chainId")).toBe("0x1");
});
