// The chain as the rest of Cairn sees it: one account's view of one market, in plain records and typed errors.
// Any implementation passes test/compliance/ledger.ts.

import type { Address, Domain, SignedOffer } from "../protocol/index.ts";
import type { Deployment } from "./deployment.ts";

/** Rounds that one `catchUp` walks at most. */
export const MAX_CATCH_UP_ROUNDS = 64;
/** Rounds that one `provedRounds` covers at most. */
export const MAX_PROVED_ROUNDS = 65_536;
/** Rounds an allocation lasts at most. */
export const MAX_ALLOCATION_ROUNDS = 4_096;
/** Offers taken in one transaction at most. */
export const MAX_OFFERS = 256;
/** Records in one answer at most; ask again from where it ended. */
export const MAX_RECORDS = 256;

export interface Wait {
  readonly signal?: AbortSignal;
}

export interface Clock {
  readonly round: number;
  /** The head this was read at. */
  readonly block: number;
  /** The head is past the seed block, so the round's challenge is known. */
  readonly provable: boolean;
  /** Blocks of this round still to come; at 0 the next transaction lands in the next round. */
  readonly blocksLeft: number;
  /** Of the head; unix seconds. */
  readonly timestamp: number;
}

/** Exiting: takes no new allocations. Ejected: after seven misses. Left: has its stake back. */
export type ProviderStage = "active" | "exiting" | "ejected" | "left";

/** A provider as it stands in the current round. Amounts in token base units. */
export interface ProviderRecord {
  readonly owner: Address;
  readonly nodeKey: Address;
  readonly peerId: Uint8Array;
  /** 32 bytes; zeros if nothing is committed. */
  readonly root: Uint8Array;
  readonly leaves: number;
  readonly committedRound: number;
  readonly lastProvedRound: number;
  /** What a proof of this round pays. */
  readonly liveRate: bigint;
  readonly liveUnits: number;
  /** Bounds the leaves that can be committed now: units × 4,096. */
  readonly nextUnits: number;
  readonly stake: bigint;
  /** Consecutive rounds missed, at most 7. */
  readonly misses: number;
  /** Steps of stake already slashed for these misses. */
  readonly stepsTaken: number;
  readonly stage: ProviderStage;
  /** Round in which the stage began. */
  readonly stageRound: number;
  /** Short for stage "ejected": its allocations can be settled at once. */
  readonly ejected: boolean;
  /** Allocations not settled yet. */
  readonly unsettled: number;
  /** Rounds that `catchUp` has not walked yet. */
  readonly behind: number;
  readonly minOfferNonce: bigint;
  readonly escrow: bigint;
  /** Slashed stake that waits for the clients' `settle`. */
  readonly compensation: bigint;
}

export interface AllocationRecord {
  readonly id: number;
  readonly client: Address;
  readonly provider: Address;
  /** 1 MiB each. */
  readonly units: number;
  /** Per unit and round. */
  readonly price: bigint;
  readonly startRound: number;
  /** Exclusive. */
  readonly endRound: number;
  readonly deposit: bigint;
  readonly settled: boolean;
}

/** A transaction that is in a block and did what it was to do. */
export interface Receipt {
  readonly hash: string;
  readonly block: number;
  readonly gasUsed: number;
}

export interface Settlement {
  readonly earned: bigint;
  readonly refund: bigint;
  readonly compensation: bigint;
}

export interface Penalty {
  /** Steps of stake taken. */
  readonly steps: number;
  /** The caller's fifth. */
  readonly bounty: bigint;
  /** Kept for the clients. */
  readonly compensation: bigint;
}

/**
 * Every method may throw ERR_RPC_DOWN, ERR_NOT_DEPLOYED, ERR_ABORTED and, reading or writing, ERR_REVERTED with
 * `facts: { reason, args }` (the contract's error by name). Those that give a Receipt send a transaction of `account`, wait until it is
 * in a block, and may throw ERR_WALLET_INVALID (no key), ERR_NOT_ENOUGH_GAS and ERR_TX_TIMEOUT `{ hash }`. Transactions of one ledger are sent one at a time.
 */
export interface Ledger {
  readonly account: Address | undefined;
  readonly deployment: Deployment;
  readonly domain: Domain;

  clock(wait?: Wait): Promise<Clock>;
  /** The beacon's seed of a round, 32 bytes. ERR_REVERTED RandomBeacon_NotAvailable before the round's second block and when long past. */
  seed(round: number, wait?: Wait): Promise<Uint8Array>;

  /** Makes the account a provider. ERR_NOT_ENOUGH_TOKENS `{ need, have }` for the stake. */
  registerProvider(provider: ProviderRegistration, wait?: Wait): Promise<Receipt>;
  addStake(amount: bigint, wait?: Wait): Promise<Receipt>;
  /** Undefined if the owner never registered. */
  provider(owner: Address, wait?: Wait): Promise<ProviderRecord | undefined>;
  /** In the order of registration; up to MAX_RECORDS. Those that left are among them. */
  providers(from: number, count: number, wait?: Wait): Promise<ProviderRecord[]>;
  providerCount(wait?: Wait): Promise<number>;
  /** The provider for which the account may prove, as owner or node key. */
  providerOf(account: Address, wait?: Wait): Promise<Address | undefined>;
  /** Proves the current round and commits the next root, as owner or node key; catches up first if too many rounds were skipped. */
  prove(proof: RoundProof, wait?: Wait): Promise<Receipt>;
  /** For each round of `[from, to)` whether it was proved. */
  provedRounds(provider: Address, from: number, to: number, wait?: Wait): Promise<boolean[]>;
  penalize(provider: Address, wait?: Wait): Promise<Receipt & Penalty>;
  /** Walks up to `rounds` of the rounds a provider skipped, 64 per transaction. */
  catchUp(provider: Address, rounds: number, wait?: Wait): Promise<Receipt>;
  /** Announces the exit, or ends it once nothing binds the stake: then `released` is what went to the balance. */
  exit(wait?: Wait): Promise<Receipt & { readonly released: bigint }>;

  /** Buys `units` from each offer for `rounds` rounds from the next one on. ERR_NOT_ENOUGH_TOKENS `{ need, have }` before anything is sent. */
  openAllocations(order: Order, wait?: Wait): Promise<Receipt & { readonly ids: number[] }>;
  /** Undefined if there is none. */
  allocation(id: number, wait?: Wait): Promise<AllocationRecord | undefined>;
  /** Newest first, older than `before` if given, up to min(max, MAX_RECORDS). */
  allocationsOfClient(client: Address, page: Page, wait?: Wait): Promise<AllocationRecord[]>;
  allocationsOfProvider(provider: Address, page: Page, wait?: Wait): Promise<AllocationRecord[]>;
  settle(id: number, wait?: Wait): Promise<Receipt & Settlement>;

  /** Default: of this account. `wallet` tokens, `vault` withdrawable tokens, `gas` wei. */
  balance(
    account?: Address,
    wait?: Wait,
  ): Promise<{ readonly wallet: bigint; readonly vault: bigint; readonly gas: bigint }>;
  earnings(provider: Address, wait?: Wait): Promise<{ readonly escrow: bigint; readonly earned: bigint }>;
  /** The account's whole vault balance to `to`, default itself. */
  withdraw(destination?: { readonly to?: Address }, wait?: Wait): Promise<Receipt & { readonly amount: bigint }>;
  transfer(to: Address, amount: bigint, wait?: Wait): Promise<Receipt>;
  /** Devnets only: makes tokens; the account must be the token's owner. */
  mint(to: Address, amount: bigint, wait?: Wait): Promise<Receipt>;

  /** Ends every wait with ERR_ABORTED. */
  close(): void;
}

export interface ProviderRegistration {
  /** Signs offers and states; may be the owner itself. */
  readonly nodeKey: Address;
  /** libp2p peer id, 1 … 64 bytes. */
  readonly peerId: Uint8Array;
  readonly stake: bigint;
}

export interface RoundProof {
  readonly round: number;
  /** 32 bytes; zeros with 0 leaves. */
  readonly nextRoot: Uint8Array;
  readonly nextLeaves: number;
  /** docs/spec/data.md "Sample and proof"; empty if the committed root has no leaves. */
  readonly proof: Uint8Array;
}

export interface Order {
  readonly offers: readonly SignedOffer[];
  readonly units: number;
  readonly rounds: number;
}

export interface Page {
  readonly max: number;
  /** An allocation's id. */
  readonly before?: number;
}
