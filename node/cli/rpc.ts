// Questions to a chain's endpoint that have nothing to do with contracts: times of blocks, the price of gas, logs, receipts. What
// the market itself says is read through a Ledger.

import { setTimeout } from "node:timers/promises";
import { CairnError } from "../../protocol/index.ts";
import { boundedText } from "./bounded-text.ts";
import { RPC } from "../limits/index.ts";

const HEADERS = { "content-type": "application/json" };
const TOO_MANY = 429;

/** One endpoint, and what ends its waits. */
export interface Rpc {
  readonly url: string;
  readonly signal: AbortSignal;
}

export interface RpcCall {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** The endpoint took the question and did not answer it: another one may be answered. */
export class RpcRefusal extends CairnError {
  constructor(why: string) {
    super("ERR_RPC_DOWN", `The chain's endpoint refuses the question: ${why}.`);
  }
}

/** The answer to one call. Throws ERR_RPC_DOWN when the endpoint does not answer, RpcRefusal when it answers with an error. */
export async function askRpc(rpc: Rpc, method: string, ...params: unknown[]): Promise<unknown> {
  const [answer] = await askRpcAll(rpc, [{ method, params }]);
  return answer;
}

/** The answers to calls in their order, `RPC.callsAtOnce` of them in one request. */
export async function askRpcAll(rpc: Rpc, calls: readonly RpcCall[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (let from = 0; from < calls.length; from += RPC.callsAtOnce)
    answers.push(...(await post(rpc, calls.slice(from, from + RPC.callsAtOnce))));
  return answers;
}

interface Answer {
  readonly id?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message?: unknown };
}

async function post({ url, signal }: Rpc, calls: readonly RpcCall[]): Promise<unknown[]> {
  const body = JSON.stringify(calls.map((call, id) => ({ jsonrpc: "2.0", id, ...call })));
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(RPC.answerMs)]);
  try {
    const response = await patiently({ url, signal }, { method: "POST", body, headers: HEADERS, signal: bounded });
    const parsed: unknown = JSON.parse(await boundedText(response, RPC.answerBytes));
    const answers = new Map((Array.isArray(parsed) ? (parsed as Answer[]) : []).map((each) => [each.id, each]));
    if (!Array.isArray(parsed)) throw new RpcRefusal(refusalOf(parsed as Answer, response.status));
    return calls.map((_, id) => resultOf(answers.get(id), response.status));
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof RpcRefusal) throw cause;
    const message = `The chain's endpoint ${url} does not answer: check rpcUrl, and that the endpoint runs.`;
    throw new CairnError("ERR_RPC_DOWN", message, { facts: { url }, cause });
  }
}

/** Public endpoints count calls: one that is asked too often is asked again a little later, within the time of the request. */
async function patiently({ url, signal }: Rpc, request: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, request);
    if (response.status !== TOO_MANY || attempt > RPC.retries) return response;
    await response.body?.cancel();
    await setTimeout(attempt * RPC.retryMs, undefined, { signal });
  }
}

function resultOf(answer: Answer | undefined, status: number): unknown {
  if (answer === undefined || answer.error !== undefined) throw new RpcRefusal(refusalOf(answer ?? {}, status));
  return answer.result ?? null;
}

function refusalOf(answer: Answer, status: number): string {
  const message = answer.error?.message;
  return typeof message === "string" ? message.slice(0, RPC.messageCharacters) : `no answer (HTTP ${status})`;
}
