// A client: one wallet (or none, to read), one libp2p host, one view of the chain. put, get, stat, extend, remove, dispute.

import { ErasureError, scheme } from "../../erasure/index.ts";
import { CairnError, MAX_MANIFEST_BYTES, parseLink } from "../../protocol/index.ts";
import { createCodingPool } from "../coding/index.ts";
import { CLIENT } from "../limits/index.ts";
import { memoryOfStates } from "./cosign.ts";
import { decideDispute, disputeState } from "./dispute.ts";
import { extendAllocations, extendObject } from "./extend.ts";
import { getObject } from "./get.ts";
import { putObject } from "./put.ts";
import { removeObject } from "./remove.ts";
import { openSource } from "./source.ts";
import { statObject } from "./stat.ts";
import { createTransfer } from "./transfer.ts";
import type { ErasureKernel } from "../../erasure/index.ts";
import type { AllocationRecord, DisputeRecord, Fine, Ledger } from "../../contracts/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { SignedState, Signer } from "../../protocol/index.ts";
import type { CodingPool } from "../coding/index.ts";
import type { Network } from "../network/index.ts";
import type { CosignParts, StateMemory } from "./cosign.ts";
import type { DisputeOptions } from "./dispute.ts";
import type { ExtendQuote, ExtendResult } from "./extend-result.ts";
import type { PutProgress, PutResult } from "./put-result.ts";
import type { RemoveResult } from "./remove.ts";
import type { Source } from "./source.ts";
import type { ObjectStat } from "./stat.ts";

export interface ClientComponents {
  readonly network: Network;
  readonly ledger: Ledger;
  readonly kernel: ErasureKernel;
  readonly hasher: Hasher;
  /** Undefined for a client that only reads. */
  readonly signer: Signer | undefined;
  /** Where the last co-signed states are remembered; in memory by default. */
  readonly states?: StateMemory;
  /** Threads that encode and hash what is put; 0 for none. By default one or two, or none in a page that may not share memory. */
  readonly workers?: number;
}

export interface PutOptions {
  /** Any k of n fragments give the object back. Default 4 of 10. */
  readonly k?: number;
  readonly n?: number;
  /** Plaintext bytes, if known: capacity is then opened to measure. */
  readonly size?: number;
  /** Rounds for which the object must be paid for; capacity that ends sooner is not used. Default 2,000. */
  readonly keepRounds?: number;
  /** The most that a provider may ask, in token base units per MiB and round; dearer ones are not used. Default 0.01 tokens. */
  readonly maxPrice?: bigint;
  readonly onProgress?: (progress: PutProgress) => void;
  readonly signal?: AbortSignal;
}

export interface GetOptions {
  /** First plaintext byte and number of bytes; everything by default. Only what the range touches is fetched. */
  readonly offset?: number;
  readonly length?: number;
  readonly signal?: AbortSignal;
}

export interface ExtendOptions {
  /** All is to be paid for so many rounds from now on, 1 to 4,096. Each try counts anew: to try again, give `until` of the first. */
  readonly rounds?: number;
  /** Instead of `rounds`: the first round that need not be paid. What lasts as long already costs nothing. */
  readonly until?: number;
  /** Told what it will cost before anything is paid; what it throws ends it. */
  readonly onQuote?: (quote: ExtendQuote) => void | Promise<void>;
  readonly signal?: AbortSignal;
}

export interface ClientStatus {
  readonly peer: string;
  readonly account: string | undefined;
  readonly balance: { readonly wallet: bigint; readonly vault: bigint; readonly gas: bigint } | undefined;
  readonly round: number;
  readonly allocations: readonly AllocationRecord[];
}

export interface Client extends AsyncDisposable {
  /** Stores the source and resolves when all of it is durable and co-signed (P4). The link is the only way back to it. */
  put(source: Source, options?: PutOptions): Promise<PutResult>;
  /** The object's bytes in order, each verified against the link. Memory stays bounded however slowly they are read. */
  get(link: string, options?: GetOptions): AsyncGenerator<Uint8Array>;
  stat(link: string, options?: { readonly signal?: AbortSignal }): Promise<ObjectStat>;
  /**
   * Has what holds the object, or the allocations of these numbers, last longer, each at its own price and whole. One that cannot be extended
   * is told in the result and hinders no other. The link needs no key.
   */
  extend(what: string | readonly number[], options: ExtendOptions): Promise<ExtendResult>;
  /** Gives the object's space back to our allocations. */
  remove(link: string, options?: { readonly signal?: AbortSignal }): Promise<RemoveResult>;
  /** The last state of an allocation that this client has co-signed, as far as it remembers (`states`). A put's `receipts` are such states. */
  signedState(allocation: number): Promise<SignedState | undefined>;
  /** Asks a provider on chain for what it has signed and does not show; locks a bond, which is lost if it answers. */
  dispute(signed: SignedState, options?: DisputeOptions): Promise<DisputeRecord>;
  /** Ends a dispute that was not answered by its deadline: part of the provider's stake comes to the wallet's vault balance. */
  decide(dispute: number, options?: { readonly signal?: AbortSignal }): Promise<Fine>;
  status(): Promise<ClientStatus>;
  close(): Promise<void>;
}

const DEFAULT_SCHEME = { k: 4, n: 10 } as const;
const DEFAULT_KEEP_ROUNDS = 2000;
/**
 * A state signed now may be too late for the root that is committed in this round, and then is in the next one's, which is proved from
 * the round after that; and one more round, because the provider may see a round that we do not see yet (docs/spec/wire.md, append).
 */
const FROM_ROUNDS_AHEAD = 3;

export function createClient(components: ClientComponents): Client {
  const { network, ledger, kernel, hasher, signer } = components;
  const states = components.states ?? memoryOfStates();
  const transfer = createTransfer({ network, hasher, domain: ledger.domain, signer });
  const reading = { transfer, network, ledger, hasher, kernel };
  const closing = new AbortController();
  let coding: Promise<CodingPool | undefined> | undefined;
  const bounded = (signal?: AbortSignal): AbortSignal =>
    signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);

  function writing() {
    if (signer === undefined) {
      throw new CairnError(
        "ERR_WALLET_INVALID",
        "This client has no wallet: connect with a private key to put, extend or remove.",
      );
    }
    const nextRound = async (): Promise<number> => (await ledger.clock()).round + FROM_ROUNDS_AHEAD;
    const isStateKey: CosignParts["isStateKey"] = (allocation, key) => ledger.isStateKey(allocation, key);
    return { ...reading, domain: ledger.domain, signer, states, nextRound, isStateKey };
  }

  // Started by the first put: who only reads needs no threads.
  function startCoding(): Promise<CodingPool | undefined> {
    coding ??= openCoding(components.workers ?? defaultWorkers());
    return coding;
  }

  async function close(): Promise<void> {
    closing.abort(new CairnError("ERR_ABORTED", "The client was closed."));
    ledger.close();
    await (await coding)?.close();
    await network.stop();
  }

  return {
    async put(source, options = {}) {
      const { k = DEFAULT_SCHEME.k, n = DEFAULT_SCHEME.n, keepRounds = DEFAULT_KEEP_ROUNDS } = options;
      const { maxPrice = CLIENT.maxPrice } = options;
      const settings = { scheme: checkedScheme(k, n), keepRounds: checkedRounds(keepRounds), maxPrice };
      checkSize(options.size);
      const parts = { ...writing(), coding: await startCoding() };
      const { chunks, size } = await openSource(source);
      return putObject(parts, chunks, {
        ...settings,
        maxManifestBytes: MAX_MANIFEST_BYTES,
        size: options.size ?? size,
        onProgress: options.onProgress ?? (() => {}),
        signal: bounded(options.signal),
      });
    },
    get(link, { offset = 0, length, signal } = {}) {
      return getObject(reading, parseLink(link), { offset, length, signal: bounded(signal) });
    },
    stat: async (link, { signal } = {}) => statObject(reading, parseLink(link), bounded(signal)),
    async extend(what, options) {
      const { onQuote = () => {} } = options;
      const settings = { end: endOf(options), onQuote, signal: bounded(options.signal) };
      if (typeof what === "string") return extendObject(writing(), parseLink(what), settings);
      return extendAllocations(writing(), what, settings);
    },
    remove: async (link, { signal } = {}) => removeObject(writing(), parseLink(link), bounded(signal)),
    signedState: (allocation) => states.get(allocation),
    dispute: (signed, options = {}) => disputeState(ledger, signed, { ...options, signal: bounded(options.signal) }),
    decide: (dispute, { signal } = {}) => decideDispute(ledger, dispute, bounded(signal)),
    async status() {
      const { round } = await ledger.clock();
      if (signer === undefined)
        return { peer: network.peer, account: undefined, balance: undefined, round, allocations: [] };
      const [balance, allocations] = await Promise.all([
        ledger.balance(signer.address),
        ledger.allocationsOfClient(signer.address, { max: CLIENT.maxAllocationsConsidered }),
      ]);
      return { peer: network.peer, account: signer.address, balance, round, allocations };
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Where there is no SIMD, no thread or no memory for it, puts code on this thread. */
async function openCoding(workers: number): Promise<CodingPool | undefined> {
  try {
    return await createCodingPool({ workers, workspaces: CLIENT.workspaces });
  } catch (error) {
    if (error instanceof ErasureError) return undefined;
    throw error;
  }
}

function defaultWorkers(): number {
  if (typeof SharedArrayBuffer === "undefined") return 0;
  return Math.max(1, Math.min(CLIENT.workers, navigator.hardwareConcurrency - 1));
}

function checkedScheme(k: number, n: number): ReturnType<typeof scheme> {
  try {
    return scheme(k, n);
  } catch (cause) {
    throw new CairnError(
      "ERR_CONFIG_INVALID",
      `${k} of ${n} is no coding: k and n are whole numbers with 1 ≤ k < n ≤ 256.`,
      { facts: { k, n }, cause },
    );
  }
}

function endOf({ rounds, until }: ExtendOptions): { readonly rounds: number } | { readonly until: number } {
  if (rounds !== undefined && until === undefined) return { rounds };
  if (until !== undefined && rounds === undefined) return { until };
  throw new CairnError("ERR_CONFIG_INVALID", "Give either `rounds` or `until`, and not both.");
}

function checkSize(size: number | undefined): void {
  if (size === undefined || (Number.isSafeInteger(size) && size >= 0)) return;
  throw new CairnError("ERR_CONFIG_INVALID", "size is a whole number of bytes; leave it out if it is not known.", {
    facts: { size },
  });
}

function checkedRounds(rounds: number): number {
  if (Number.isSafeInteger(rounds) && rounds >= 1 && rounds < CLIENT.maxRounds) return rounds;
  throw new CairnError("ERR_CONFIG_INVALID", `keepRounds is a whole number from 1 to ${CLIENT.maxRounds - 1}.`, {
    facts: { rounds },
  });
}
