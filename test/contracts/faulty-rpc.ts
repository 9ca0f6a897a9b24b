// A real endpoint behind a proxy that can be told to fail: to hang, to hang up, or to answer something else.

import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface RpcCall {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

export type Fault =
  | { readonly kind: "none" }
  | { readonly kind: "silent" }
  | { readonly kind: "hang up" }
  | { readonly kind: "body"; readonly status: number; readonly body: string }
  /** Undefined lets the call through. */
  | { readonly kind: "result"; readonly of: (call: RpcCall) => unknown };

export interface FaultyRpc {
  readonly rpcUrl: string;
  /** Calls seen, by method. */
  readonly seen: Map<string, number>;
  fault: Fault;
  stop(): Promise<void>;
}

export async function faultyRpc(target: string): Promise<FaultyRpc> {
  const seen = new Map<string, number>();
  const server: Server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  const proxy = { rpcUrl: "", seen, fault: { kind: "none" } as Fault, stop };
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { fault } = proxy;
    const body = await text(request);
    if (fault.kind === "silent") return;
    if (fault.kind === "hang up") return void response.destroy();
    if (fault.kind === "body") return void response.writeHead(fault.status).end(fault.body);
    const parsed = JSON.parse(body) as RpcCall | RpcCall[];
    const calls = Array.isArray(parsed) ? parsed : [parsed];
    for (const { method } of calls) seen.set(method, (seen.get(method) ?? 0) + 1);
    const answers = await Promise.all(calls.map((call) => one(target, call, fault)));
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(Array.isArray(parsed) ? answers : answers[0]));
  }
  async function stop(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  proxy.rpcUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
}

async function one(target: string, call: RpcCall, fault: Fault): Promise<unknown> {
  const result = fault.kind === "result" ? fault.of(call) : undefined;
  if (result !== undefined) return { jsonrpc: "2.0", id: call.id, result };
  const headers = { "content-type": "application/json" };
  const answer = await fetch(target, { method: "POST", headers, body: JSON.stringify(call) });
  return answer.json();
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
