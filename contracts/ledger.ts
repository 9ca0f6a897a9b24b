// The chain as the rest of Cairn sees it: one account's view of one market, in plain records and typed errors.
// Any implementation passes test/compliance/ledger.ts.

import type { Address, AllocationState, Domain, SignedOffer } from "../protocol/index.ts";
import type { Deployment } from "./deployment.ts";

/** Rounds that one `catchUp` walks at most. */
export const MAX_CATCH_UP_ROUNDS = 64;
/** Rounds that one `provedRounds` covers at most. */
export const MAX_PROVED_ROUNDS = 65_536;
/** Rounds bought ahead at most. */
export const MAX_ALLOCATION_ROUNDS = 4_096;
/** Rounds an allocation lasts at most, with all its extensions. */
export const MAX_TERM_ROUNDS = 65_535;
/** Offers taken in one transaction at most. */
export const MAX_OFFERS = 256;
/** Allocations settled in one transaction at most. */
export const MAX_SETTLED = 256;
/** An offer's nonce is below. */
export const OFFER_NONCES = 2n ** 48n;
/** An offer's price of a unit and round is below. */
export const UNIT_PRICES = 2n ** 72n;
/** Records in one answer at most; ask again from where it ended. */
export const MAX_RECORDS = 256;

export interface Wait {
  readonly signal?: AbortSignal;
}

export interface Clock {
  readonly round: number;
  /** The head this was read at. */
  readonly block: number;
  /** The beacon has the round's seed, and the next block is still of this round: a proof sent now can be taken. */
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
  /** Where earnings go; the owner unless set. */
  readonly payout: Address;
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
  /** Disputes neither answered nor decided. */
  readonly openDisputes: number;
  /** Disputes with a deadline up to this round cost no stake any more. */
  readonly finedUntil: number;
  /** Rounds that `catchUp` has not walked yet. */
  readonly behind: number;
  readonly minOfferNonce: bigint;
  /** For the allocations not settled yet, without what is earned. */
  readonly escrow: bigint;
  /** Earned and not collected yet. */
  readonly earned: bigint;
  /** Slashed stake that waits for the clients' `settle`. */
  readonly compensation: bigint;
}

export interface AllocationRecord {
  readonly id: number;
  readonly client: Address;
  readonly provider: Address;
  /** 1 MiB each, in its last rounds: it may have grown. */
  readonly units: number;
  /** Per unit and round. */
  readonly price: bigint;
  readonly startRound: number;
  /** Exclusive. */
  readonly endRound: number;
  readonly deposit: bigint;
  readonly settled: boolean;
}

/** What an allocation has cost until now. */
export interface Statement {
  /** The price of all its rounds. */
  readonly deposit: bigint;
  /** The price of those that its provider has proved. */
  readonly charged: bigint;
  /** Its claim to slashed stake; 0 once it is settled. */
  readonly compensation: bigint;
}

/** A proof that the market took. */
export interface ProvedRound {
  readonly provider: Address;
  readonly earned: bigint;
  readonly block: number;
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

/**
 * What a dispute asks the provider to show. `inclusion`: a path to a signed state, or a later one, under the root that was committed when
 * the dispute was opened. `state-leaf`: a leaf of a signed state. `root-leaf`: a leaf of that root.
 */
export type DisputeKind = "inclusion" | "state-leaf" | "root-leaf";

/** An open dispute. */
export interface DisputeRecord {
  readonly id: number;
  readonly kind: DisputeKind;
  readonly provider: Address;
  readonly challenger: Address;
  /** Last round in which an answer counts. */
  readonly deadline: number;
  readonly bond: bigint;
  /** Committed at the opening, 32 bytes; zeros for state-leaf. */
  readonly root: Uint8Array;
  readonly leaves: number;
  /** Of the leaf asked for; 0 for inclusion. */
  readonly position: number;
  /** The state in question; zeros for root-leaf. */
  readonly allocation: number;
  readonly seq: number;
  readonly subRoot: Uint8Array;
  readonly subLeaves: number;
}

/**
 * A state with the signature of its provider's node key; or of one that was replaced since the allocation was opened, which only the
 * allocation's client can bring (ERR_REVERTED StorageMarket_NotForCaller).
 */
export interface ProviderSignedState {
  readonly state: AllocationState;
  readonly providerSignature: Uint8Array;
}

export interface ClientSignedState {
  readonly state: AllocationState;
  readonly clientSignature: Uint8Array;
}

/** What can be changed on chain is the market's business; the rest is fixed. */
export interface MarketSettings {
  readonly beacon: Address;
  readonly roundBlocks: number;
  readonly challenges: number;
  readonly minStake: bigint;
  /** Stake that each unit live from the next round on needs, when another one is taken on. */
  readonly unitStake: bigint;
  readonly slashBasisPoints: number;
  readonly unbondingRounds: number;
  readonly noticeRounds: number;
  readonly answerRounds: number;
  readonly disputeSlashBasisPoints: number;
  readonly disputeBond: bigint;
}

/** What a lost dispute took from the stake; zeros if another one of the same time had. */
export interface Fine {
  /** The challenger's. */
  readonly bounty: bigint;
  /** Of the clients harmed. */
  readonly compensation: bigint;
  readonly burned: bigint;
}

export interface Penalty {
  /** Steps of stake taken. */
  readonly steps: number;
  /** The caller's fifth. */
  readonly bounty: bigint;
  /** Kept for the clients. */
  readonly compensation: bigint;
  readonly burned: bigint;
}

/**
 * Every method may throw ERR_RPC_DOWN, ERR_NOT_DEPLOYED, ERR_ABORTED and, reading or writing, ERR_REVERTED with
 * `facts: { reason, args }` (the contract's error by name). Those that give a Receipt send a transaction of `account`, wait until it is
 * in a block and the state shows it, and may throw ERR_WALLET_INVALID (no key), ERR_NOT_ENOUGH_GAS, ERR_TX_TIMEOUT, ERR_TX_LOST and
 * ERR_TX_DOUBTED, each with `{ hash }`. Whatever they throw, the call was carried out at most once; what the chain says then is to be read
 * from it. Transactions of one ledger are sent one at a time; the next one takes the place of one that was given up.
 */
export interface Ledger {
  readonly account: Address | undefined;
  readonly deployment: Deployment;
  readonly domain: Domain;

  clock(wait?: Wait): Promise<Clock>;
  settings(wait?: Wait): Promise<MarketSettings>;
  /** The beacon's seed of a round, 32 bytes. ERR_REVERTED RandomBeacon_NotAvailable before the round's second block and when long past. */
  seed(round: number, wait?: Wait): Promise<Uint8Array>;

  /** Makes the account a provider. ERR_NOT_ENOUGH_TOKENS `{ need, have }` for the stake. */
  registerProvider(provider: ProviderRegistration, wait?: Wait): Promise<Receipt>;
  addStake(amount: bigint, wait?: Wait): Promise<Receipt>;
  /** Replaces node key and peer id. States that the old key signed stay good in their clients' disputes, its offers do not. */
  updateNode(node: NodeIdentity, wait?: Wait): Promise<Receipt>;
  /** Where earnings go from now on, those not collected yet included. */
  setPayout(payout: Address, wait?: Wait): Promise<Receipt>;
  /** Moves what a provider has earned to the vault balance of its payout address; anyone may. */
  collect(provider: Address, wait?: Wait): Promise<Receipt & { readonly amount: bigint }>;
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
  /** True if nobody could miss a round that is over, because its seed did not come by its middle. */
  isVoid(round: number, wait?: Wait): Promise<boolean>;
  /** Who proved a round, and what it earned them, in the order of their proofs; from the events of its blocks. */
  proofs(round: number, wait?: Wait): Promise<ProvedRound[]>;
  penalize(provider: Address, wait?: Wait): Promise<Receipt & Penalty>;
  /** Walks up to `rounds` of the rounds a provider skipped, 64 per transaction. */
  catchUp(provider: Address, rounds: number, wait?: Wait): Promise<Receipt>;
  /** Announces the exit, or ends it once nothing binds the stake: then `released` is what went to the balance. */
  exit(wait?: Wait): Promise<Receipt & { readonly released: bigint }>;

  /**
   * Buys `units` from each offer for `rounds` rounds from the next one on. Before anything is sent: ERR_NOT_ENOUGH_TOKENS `{ need, have }`,
   * and ERR_OFFER_INVALID for a nonce or a price that no market takes; so for `extend` and `grow`.
   */
  openAllocations(order: Order, wait?: Wait): Promise<Receipt & { readonly ids: number[] }>;
  /** Undefined if there is none. */
  allocation(id: number, wait?: Wait): Promise<AllocationRecord | undefined>;
  /** Undefined if there is none. */
  statement(id: number, wait?: Wait): Promise<Statement | undefined>;
  /** Newest first, older than `before` if given, up to min(max, MAX_RECORDS). */
  allocationsOfClient(client: Address, page: Page, wait?: Wait): Promise<AllocationRecord[]>;
  allocationsOfProvider(provider: Address, page: Page, wait?: Wait): Promise<AllocationRecord[]>;
  /** Ends allocations of anybody, 1 … MAX_SETTLED; settlements of those that were settled before are undefined. */
  settle(ids: readonly number[], wait?: Wait): Promise<Receipt & { readonly settlements: (Settlement | undefined)[] }>;
  /** Moves the end of the account's allocation away, prepaid. The offer is its provider's, at its price; it may be bound to the allocation. */
  extend(id: number, more: Extension, wait?: Wait): Promise<Receipt>;
  /** Adds units to the account's allocation from the next round to its end. The offer is its provider's, at its price. */
  grow(id: number, more: Growth, wait?: Wait): Promise<Receipt>;
  /** Ends the account's allocation with this round; the provider has signed its consent. */
  closeAllocation(id: number, consent: CloseConsent, wait?: Wait): Promise<Receipt & { readonly refund: bigint }>;
  /** Ends the account's allocation some rounds from now (`settings().noticeRounds`). */
  giveNotice(id: number, wait?: Wait): Promise<Receipt & { readonly refund: bigint; readonly endRound: number }>;

  /** Whether states of the allocation that `key` has signed bind its provider: the node key, or one replaced since. False if there is no such allocation. */
  isStateKey(allocation: number, key: Address, wait?: Wait): Promise<boolean>;
  /** Each challenge locks the bond of `settings()` from the account's wallet. ERR_NOT_ENOUGH_TOKENS `{ need, have }`. */
  challengeInclusion(signed: ProviderSignedState, wait?: Wait): Promise<Receipt & { readonly dispute: number }>;
  challengeStateLeaf(
    signed: ProviderSignedState,
    position: number,
    wait?: Wait,
  ): Promise<Receipt & { readonly dispute: number }>;
  /** Position under `root`, default the one that the provider has committed last; with another one committed since, ERR_REVERTED OtherRoot. */
  challengeLeaf(
    provider: Address,
    position: number,
    under?: Wait & { readonly root?: Uint8Array },
  ): Promise<Receipt & { readonly dispute: number }>;
  /** docs/spec/data.md: "Inclusion" for an inclusion, else the proof of the one position. */
  answer(dispute: number, proof: Uint8Array, wait?: Wait): Promise<Receipt>;
  /** With a later state of the allocation; `proof` is its inclusion, or empty if the dispute is about a leaf. */
  answerWithState(
    dispute: number,
    later: ClientSignedState & { readonly proof: Uint8Array },
    wait?: Wait,
  ): Promise<Receipt>;
  /** Decides a dispute whose deadline is over. */
  decide(dispute: number, wait?: Wait): Promise<Receipt & Fine>;
  disputeCount(wait?: Wait): Promise<number>;
  /** Undefined if it is over or never was. */
  dispute(id: number, wait?: Wait): Promise<DisputeRecord | undefined>;
  /** Those still open among the ids `from` … `from + count − 1`, up to MAX_RECORDS; ids start at 1. */
  disputes(from: number, count: number, wait?: Wait): Promise<DisputeRecord[]>;

  /** Default: of this account. `wallet` tokens, `vault` withdrawable tokens, `gas` wei. */
  balance(
    account?: Address,
    wait?: Wait,
  ): Promise<{ readonly wallet: bigint; readonly vault: bigint; readonly gas: bigint }>;
  /** What a transaction would pay for its gas now, wei per gas. */
  gasPrice(wait?: Wait): Promise<bigint>;
  /** `escrow`: locked for allocations, not earned yet. `earned`: not collected yet, and the whole vault balance of the payout address. */
  earnings(provider: Address, wait?: Wait): Promise<{ readonly escrow: bigint; readonly earned: bigint }>;
  /** The account's whole vault balance to `to`, default itself; what it earned as a provider is collected first. */
  withdraw(destination?: { readonly to?: Address }, wait?: Wait): Promise<Receipt & { readonly amount: bigint }>;
  transfer(to: Address, amount: bigint, wait?: Wait): Promise<Receipt>;
  /** Devnets only: makes tokens; the account must be the token's owner. */
  mint(to: Address, amount: bigint, wait?: Wait): Promise<Receipt>;

  /** Ends every wait with ERR_ABORTED. */
  close(): void;
}

export interface NodeIdentity {
  /** Signs offers and states; may be the owner itself. */
  readonly nodeKey: Address;
  /** libp2p peer id, 1 … 64 bytes. */
  readonly peerId: Uint8Array;
}

export interface ProviderRegistration extends NodeIdentity {
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

/** By rounds that are added to its end, or to an end (exclusive), which repeated does not pay twice. */
export type Extension = ({ readonly rounds: number } | { readonly endRound: number }) & {
  readonly offer: SignedOffer;
  /** Where the vault may not take as much yet it is allowed this much, for further calls: default what this one costs. */
  readonly allow?: bigint;
};

export interface Growth {
  readonly offer: SignedOffer;
  readonly units: number;
}

/** A provider's signature that a client may end an allocation at once (EIP-712 `Close`). */
export interface CloseConsent {
  /** Unix seconds, inclusive. */
  readonly validUntil: number;
  readonly signature: Uint8Array;
}

export interface Page {
  readonly max: number;
  /** An allocation's id. */
  readonly before?: number;
}
