// The client library: connect to a network, put, get, stat, extend and remove objects. Imports nothing of Node's own.

import { hexToBytes } from "@noble/hashes/utils.js";
import { connectLedger, parseNetwork, readNetwork } from "../../contracts/index.ts";
import { loadKernel } from "../../erasure/index.ts";
import { loadWasmHasher, nobleHasher } from "../../proofs/index.ts";
import { CairnError, keySigner } from "../../protocol/index.ts";
import { createNetwork } from "../network/index.ts";
import { createClient } from "./client.ts";
import type { NetworkFile } from "../../contracts/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { Client } from "./client.ts";
import type { StateMemory } from "./cosign.ts";

export type { Client, ClientStatus, ExtendOptions, GetOptions, PutOptions } from "./client.ts";
export type { StateMemory } from "./cosign.ts";
export type { DisputeOptions } from "./dispute.ts";
export type { ExtendCoverage, ExtendedAllocation, ExtendOutcome, ExtendQuote, ExtendResult } from "./extend-result.ts";
export type { Placed, PutProgress, PutResult } from "./put-result.ts";
export type { RemoveResult } from "./remove.ts";
export type { Source } from "./source.ts";
export type { ObjectStat } from "./stat.ts";
export { contactOf } from "./contact.ts";
export type { Contact } from "./contact.ts";
export { createTransfer } from "./transfer.ts";
export type { Transfer } from "./transfer.ts";
export { CairnError, isCairnError } from "../../protocol/index.ts";

export interface ConnectOptions {
  /** A network.json: its path, or its parsed content. */
  readonly network: string | NetworkFile;
  /** The wallet that pays and signs: 32 bytes, or 64 hex digits as in a key file. Leave it out to only read. */
  readonly privateKey?: Uint8Array | string;
  /** Remembers co-signed states between runs; without it a provider that rolls back is only noticed within one run. */
  readonly states?: StateMemory;
  readonly signal?: AbortSignal;
}

/**
 * Joins the network as a client: no listening address, no data folder.
 * Throws ERR_CONFIG_INVALID, ERR_RPC_DOWN, ERR_WRONG_CHAIN or ERR_NOT_DEPLOYED, and ERR_WALLET_INVALID for a bad key.
 */
export async function connect(options: ConnectOptions): Promise<Client> {
  const file = typeof options.network === "string" ? await readNetwork(options.network) : parseNetwork(options.network);
  const { signal, states } = options;
  const privateKey = typeof options.privateKey === "string" ? keyFromHex(options.privateKey) : options.privateKey;
  const signer = privateKey === undefined ? undefined : keySigner(privateKey);
  const ledger = await connectLedger({
    deployment: file,
    ...(privateKey && { privateKey }),
    ...(signal && { signal }),
  });
  try {
    const network = await createNetwork({ listen: [], bootstrap: file.bootstrap, local: file.local, dhtServer: false });
    const [kernel, hasher] = await Promise.all([loadKernel(), fastestHasher()]);
    return createClient({ network, ledger, kernel, hasher, signer, ...(states && { states }) });
  } catch (error) {
    ledger.close();
    throw error;
  }
}

function keyFromHex(text: string): Uint8Array {
  const digits = /^(?:0x)?([0-9a-fA-F]{64})$/.exec(text.trim())?.[1];
  if (digits !== undefined) return hexToBytes(digits);
  throw new CairnError("ERR_WALLET_INVALID", "This is no private key: 64 hex digits are expected, with or without 0x.");
}

// Node has its processor's SHA-256; a browser bundle keeps to what is portable.
async function fastestHasher(): Promise<Hasher> {
  const isNode = typeof process !== "undefined" && process.versions?.node !== undefined;
  return isNode ? (await import("../hasher.ts")).fastHasher() : loadWasmHasher().catch(() => nobleHasher);
}
