// One RPC endpoint and at most one account: reads with typed errors, and waits that end when the ledger closes.

import { type Chain, type PublicClient, createPublicClient, defineChain, http, toHex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { type CairnError, cairnError } from "../protocol/index.ts";
import { chainError } from "./chain-error.ts";
import { BASE_FEE_ROOM } from "./fees.ts";
import type { Wait } from "./ledger.ts";
import { fetchWholeAnswers } from "./rpc-answers.ts";

/** For one HTTP request; a batch counts as one. */
const REQUEST_TIMEOUT_MS = 10_000;
/** After 150, 300 and 600 ms: over a hiccup, not over an outage, which the caller must hear of. */
const RETRIES = 3;
const RETRY_DELAY_MS = 150;
const BATCH_CALLS = 32;
const POLL_MS = 1_000;
const TX_TIMEOUT_MS = 120_000;
/** A transaction that waits for this part of its time pays more. */
const PATIENCE_PART = 4;

export interface ConnectionOptions {
  readonly rpcUrl: string;
  readonly chainId: number;
  /** 32 bytes; without it the connection only reads. */
  readonly privateKey?: Uint8Array;
  /** Longest pause between two looks for a receipt. */
  readonly pollMs?: number;
  /** From sending a transaction until it must be in a block. */
  readonly timeoutMs?: number;
  /** For one request, which is tried four times. */
  readonly requestTimeoutMs?: number;
  /** From the sending of a transaction, and again from each raise, until its price is raised; default a quarter of `timeoutMs`. */
  readonly patienceMs?: number;
  /** Blocks that must lie on a transaction's block before it counts; default 0. */
  readonly confirmations?: number;
  /** Told of a transaction that a reorganisation took out of the chain after it had counted. */
  readonly onRemoved?: (removed: RemovedTransaction) => void;
}

/** It was sent again, or nothing is left for it to do: then its call is lost. */
export interface RemovedTransaction {
  readonly hash: string;
  /** What it did: "settling allocation 7". */
  readonly doing: string;
  readonly outcome: "sent again" | "lost";
}

export interface Connection {
  readonly rpcUrl: string;
  readonly chainId: number;
  readonly client: PublicClient;
  readonly account: PrivateKeyAccount | undefined;
  readonly pollMs: number;
  readonly timeoutMs: number;
  readonly patienceMs: number;
  readonly confirmations: number;
  readonly onRemoved: (removed: RemovedTransaction) => void;
  /** Does `work`, which `doing` names in errors; every failure comes out as a CairnError. */
  readonly run: <T>(doing: string, wait: Wait | undefined, work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  close(): void;
}

export function openConnection(options: ConnectionOptions): Connection {
  const { rpcUrl, chainId, timeoutMs = TX_TIMEOUT_MS } = options;
  const transport = http(rpcUrl, {
    timeout: options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
    retryCount: RETRIES,
    retryDelay: RETRY_DELAY_MS,
    batch: { batchSize: BATCH_CALLS, wait: 0 },
    fetchFn: fetchWholeAnswers,
  });
  const client: PublicClient = createPublicClient({ chain: evmChain(chainId, rpcUrl), transport, cacheTime: 0 });
  const closed = new AbortController();
  return {
    rpcUrl,
    chainId,
    client,
    account: options.privateKey === undefined ? undefined : accountOf(options.privateKey),
    pollMs: options.pollMs ?? POLL_MS,
    timeoutMs,
    patienceMs: options.patienceMs ?? timeoutMs / PATIENCE_PART,
    confirmations: options.confirmations ?? 0,
    onRemoved: options.onRemoved ?? (() => {}),
    run: async (doing, wait, work) => {
      const signal = wait?.signal === undefined ? closed.signal : AbortSignal.any([closed.signal, wait.signal]);
      try {
        signal.throwIfAborted();
        return await abortable(work(signal), signal);
      } catch (error) {
        throw signal.aborted ? aborted(doing, signal) : chainError(error, doing, rpcUrl);
      }
    },
    close: () => closed.abort(),
  };
}

/** Compares the endpoint's chain with the one expected. Throws ERR_WRONG_CHAIN. */
export async function checkChain(connection: Connection, wait?: Wait): Promise<void> {
  const found = await connection.run("asking for the chain id", wait, () => connection.client.getChainId());
  if (found === connection.chainId) return;
  throw cairnError(
    "ERR_WRONG_CHAIN",
    `The endpoint serves chain ${found}, this network is on chain ${connection.chainId}.`,
    {
      facts: { expected: connection.chainId, found },
    },
  );
}

/** Resolves after `ms`, rejects when aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return abortable(over, signal).finally(() => clearTimeout(timer));
}

async function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort = (): void => {};
  const stopped = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener("abort", onAbort);
    // What lost the race may still fail; nobody waits for it.
    stopped.catch(() => {});
    work.catch(() => {});
  }
}

function evmChain(id: number, rpcUrl: string): Chain {
  return defineChain({
    id,
    name: `chain ${id}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
    fees: { baseFeeMultiplier: BASE_FEE_ROOM },
  });
}

/** Throws ERR_WALLET_INVALID. */
export function accountOf(privateKey: Uint8Array): PrivateKeyAccount {
  try {
    return privateKeyToAccount(toHex(privateKey));
  } catch {
    // The cause is left out: it may repeat the key.
    throw cairnError("ERR_WALLET_INVALID", "The private key is not 32 bytes of a secp256k1 key.");
  }
}

function aborted(doing: string, signal: AbortSignal): CairnError {
  return cairnError("ERR_ABORTED", `Stopped while ${doing}.`, { cause: signal.reason });
}
