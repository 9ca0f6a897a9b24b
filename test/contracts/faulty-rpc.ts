// A real endpoint behind a proxy that can be told to fail: to hang, to hang up, to lose calls, or to say something else.

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
  | { readonly kind: "result"; readonly of: (call: RpcCall) => unknown }
  | { readonly kind: "error"; readonly of: (call: RpcCall) => { code: number; message: string } | undefined }
  /** Cuts the line where a call comes that this is true of, before it arrives. */
  | { readonly kind: "cut"; readonly of: (call: RpcCall) => boolean }
  /** Changes what the endpoint answers; undefined leaves it as it is. */
  | { readonly kind: "lie"; readonly of: (call: RpcCall, truth: never) => unknown }
  /**
   * Loses every so many-th HTTP request. `question`: it never arrives. `answer`: it is carried out, and then the line is dead. With `part` it is
   * calls that are lost, also those that come in a batch: the others of it are answered.
   */
  | { readonly kind: "lose"; readonly every: number; readonly what: "question" | "answer" | "part" }
  /** Answers a byte at a time, one each so many milliseconds. */
  | { readonly kind: "drip"; readonly everyMs: number }
  /** Answers without end. */
  | { readonly kind: "flood" }
  /** Every so many-th HTTP request is answered by a node that is so many blocks behind; what it is sent it passes on. */
  | { readonly kind: "lag"; readonly every: number; readonly blocks: number }
  /** So are those with a call that this is true of. */
  | { readonly kind: "lag of"; readonly of: (call: RpcCall) => boolean; readonly blocks: number };

export interface FaultyRpc {
  readonly rpcUrl: string;
  /** Calls seen, by method. */
  readonly seen: Map<string, number>;
  /** HTTP requests that came, whatever became of them. */
  readonly requests: number;
  fault: Fault;
  stop(): Promise<void>;
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: unknown;
}

export async function faultyRpc(target: string): Promise<FaultyRpc> {
  const seen = new Map<string, number>();
  const server: Server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  const proxy = { rpcUrl: "", seen, requests: 0, fault: { kind: "none" } as Fault, stop };
  let counted = 0;
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { fault } = proxy;
    proxy.requests++;
    const body = await text(request);
    if (fault.kind === "silent") return;
    if (fault.kind === "hang up") return void response.destroy();
    if (fault.kind === "drip") return drip(response, fault.everyMs);
    if (fault.kind === "flood") return flood(response);
    if (fault.kind === "body") return void response.writeHead(fault.status).end(fault.body);
    const parsed = JSON.parse(body) as RpcCall | RpcCall[];
    const calls = Array.isArray(parsed) ? parsed : [parsed];
    for (const { method } of calls) seen.set(method, (seen.get(method) ?? 0) + 1);
    if (fault.kind === "cut" && calls.some(fault.of)) return void response.destroy();
    const isLost = fault.kind === "lose" && fault.what !== "part" && ++counted % fault.every === 0;
    if (isLost && fault.what === "question") return void response.destroy();
    const isBehind =
      fault.kind === "lag" ? ++counted % fault.every === 0 : fault.kind === "lag of" && calls.some(fault.of);
    const head = isBehind && "blocks" in fault ? (await headOf(target)) - fault.blocks : undefined;
    const answers = await Promise.all(
      calls.map((call) => (head === undefined ? one(target, call, fault) : older(target, call, head))),
    );
    const kept =
      fault.kind === "lose" && fault.what === "part" ? answers.filter(() => ++counted % fault.every !== 0) : answers;
    if (isLost || kept.length === 0) return void response.destroy();
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(Array.isArray(parsed) ? kept : kept[0]));
  }
  async function stop(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  proxy.rpcUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
}

/** What a node whose head is this one answers. */
async function older(target: string, call: RpcCall, head: number): Promise<Answer> {
  const tag = `0x${head.toString(16)}`;
  if (call.method === "eth_blockNumber") return { id: call.id, result: tag };
  const params = call.params.map((each) => (each === "latest" || each === "pending" ? tag : each));
  const isOpen = call.method === "eth_call" || call.method === "eth_estimateGas";
  const asked = { ...call, params: isOpen && params.length === 1 ? [...params, tag] : params };
  return one(target, asked, { kind: "none" });
}

async function headOf(target: string): Promise<number> {
  const call = { id: 1, method: "eth_blockNumber", params: [] };
  return Number((await one(target, call, { kind: "none" })).result);
}

function drip(response: ServerResponse, everyMs: number): void {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), everyMs);
  response.once("close", () => clearInterval(timer));
}

function flood(response: ServerResponse): void {
  const part = Buffer.alloc(1 << 20, 32);
  const more = (): void => {
    while (!response.destroyed && response.write(part));
    if (!response.destroyed) response.once("drain", more);
  };
  response.writeHead(200, { "content-type": "application/json" });
  more();
}

async function one(target: string, call: RpcCall, fault: Fault): Promise<Answer> {
  const head = { jsonrpc: "2.0", id: call.id };
  const result = fault.kind === "result" ? fault.of(call) : undefined;
  if (result !== undefined) return { ...head, result };
  const error = fault.kind === "error" ? fault.of(call) : undefined;
  if (error !== undefined) return { ...head, error };
  const headers = { "content-type": "application/json" };
  const response = await fetch(target, { method: "POST", headers, body: JSON.stringify({ jsonrpc: "2.0", ...call }) });
  const truth = (await response.json()) as Answer;
  const lie = fault.kind === "lie" ? fault.of(call, truth.result as never) : undefined;
  return lie === undefined ? truth : { ...head, result: lie };
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
