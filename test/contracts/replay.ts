// Everything that market and vault have stored, rebuilt from their events alone.

import { type AbiEvent, createPublicClient, http, parseEventLogs } from "viem";
import { storageMarketAbi } from "../../contracts/abi/StorageMarket.ts";
import { tokenVaultAbi } from "../../contracts/abi/TokenVault.ts";
import type { Deployment } from "../../contracts/index.ts";
import { type Address, ZERO_ADDRESS } from "../../protocol/index.ts";

/** Events of one page: endpoints bound what they give at once. */
const PAGE_BLOCKS = 2_000n;
const EVENTS = [...storageMarketAbi, ...tokenVaultAbi].filter(
  (item): item is Extract<typeof item, AbiEvent> => item.type === "event",
);
const SHARE_BITS = 64n;
/** The contract's enum DisputeKind. */
const ROOT_LEAF = 2;

type Log = ReturnType<typeof parseEventLogs<typeof EVENTS, true>>[number];
type Name = Log["eventName"];
type Args<N extends Name> = Extract<Log, { eventName: N }>["args"];
export type Dispute = Args<"DisputeOpened">["dispute"];

/** Units from a round on. */
export interface Growth {
  readonly from: number;
  readonly units: number;
}

export interface ReplayedAllocation {
  readonly id: number;
  readonly client: Address;
  readonly provider: Address;
  readonly price: bigint;
  readonly start: number;
  /** In order; the first one from `start`. */
  readonly growths: Growth[];
  end: number;
  settled: boolean;
}

export interface ReplayedProvider {
  readonly owner: Address;
  nodeKey: Address;
  payout: Address;
  peerId: string;
  root: string;
  leaves: number;
  lastProved: number;
  readonly proved: Set<number>;
  stepsTaken: number;
  stage: "active" | "exiting" | "ejected" | "left";
  stageRound: number;
  minOfferNonce: bigint;
  finedUntil: number;
  earned: bigint;
  /** Last round that a call has walked to; last end of all its allocations, or later. */
  reached: number;
  horizon: number;
  readonly unitsTaken: Map<bigint, number>;
  /** Slashed stake shared so far, per unit of rate and × 2^64, by the round of the sharing. */
  readonly shares: { readonly round: number; readonly perRate: bigint }[];
}

export class Replay {
  readonly #genesisBlock: bigint;
  readonly #roundBlocks: bigint;
  settings: Args<"ParametersSet">["parameters"] | undefined;
  paused = false;
  /** In the order of registration. */
  readonly providers = new Map<Address, ReplayedProvider>();
  readonly allocations = new Map<number, ReplayedAllocation>();
  /** The open ones. */
  readonly disputes = new Map<number, Dispute>();
  disputeCount = 0;
  readonly balances = new Map<Address, bigint>();
  readonly locks = new Map<string, bigint>();
  /** What came in from wallets, and went out to them. */
  deposited = 0n;
  withdrawn = 0n;

  constructor({ genesisBlock, roundBlocks }: Pick<Deployment, "genesisBlock" | "roundBlocks">) {
    this.#genesisBlock = BigInt(genesisBlock);
    this.#roundBlocks = BigInt(roundBlocks);
  }

  roundOf(block: bigint): number {
    return Number((block - this.#genesisBlock) / this.#roundBlocks);
  }

  apply(log: Log): void {
    const round = this.roundOf(log.blockNumber);
    switch (log.eventName) {
      case "ParametersSet":
        this.settings = log.args.parameters;
        break;
      case "Paused":
      case "Unpaused":
        this.paused = log.eventName === "Paused";
        break;
      case "ProviderRegistered":
        this.#register(log.args, round);
        break;
      case "NodeUpdated": {
        const provider = this.#provider(log.args.provider);
        [provider.nodeKey, provider.peerId] = [log.args.nodeKey, log.args.peerId];
        break;
      }
      case "PayoutSet":
        this.#provider(log.args.provider).payout = log.args.payout;
        break;
      case "OffersCancelled":
        this.#provider(log.args.provider).minOfferNonce = log.args.minNonce;
        break;
      case "AllocationOpened":
        this.#open(log.args, round);
        break;
      case "AllocationExtended": {
        const allocation = this.#allocation(log.args.id);
        this.#takeUnits(allocation, log.args.nonce, allocation.growths.at(-1)!.units);
        this.#moveEnd(allocation, log.args.endRound, round);
        break;
      }
      case "AllocationGrown": {
        const allocation = this.#allocation(log.args.id);
        this.#takeUnits(allocation, log.args.nonce, log.args.units);
        allocation.growths.push({
          from: log.args.fromRound,
          units: allocation.growths.at(-1)!.units + log.args.units,
        });
        this.#provider(allocation.provider).reached = round;
        break;
      }
      case "AllocationClosed":
        this.#moveEnd(this.#allocation(log.args.id), log.args.endRound, round);
        break;
      case "AllocationSettled":
        this.#settle(this.#allocation(log.args.id), round);
        break;
      case "Proved":
        this.#prove(log.args, round);
        break;
      case "Collected":
        this.#provider(log.args.provider).earned -= log.args.amount;
        break;
      case "CaughtUp":
        this.#provider(log.args.provider).reached = log.args.round;
        break;
      case "Penalized":
        this.#provider(log.args.provider).stepsTaken += log.args.steps;
        this.#provider(log.args.provider).reached = round;
        this.#share(log.args.provider, round, log.args.compensation);
        break;
      case "Ejected":
        Object.assign(this.#provider(log.args.provider), {
          stage: "ejected",
          stageRound: round,
          horizon: round,
          reached: round,
        });
        break;
      case "ExitAnnounced":
        Object.assign(this.#provider(log.args.provider), { stage: "exiting", stageRound: round });
        break;
      case "Exited":
        Object.assign(this.#provider(log.args.provider), { stage: "left", stageRound: round });
        break;
      case "DisputeOpened":
        this.disputeCount = log.args.id;
        this.disputes.set(log.args.id, log.args.dispute);
        break;
      case "DisputeAnswered":
        this.disputes.delete(log.args.id);
        break;
      case "DisputeLost":
        this.#decide(log.args, round);
        break;
      case "Deposited":
        this.deposited += log.args.amount;
        this.#lock(log.args.lock, log.args.amount);
        break;
      case "Moved":
        this.#lock(log.args.from, -log.args.amount);
        this.#lock(log.args.to, log.args.amount);
        break;
      case "Released":
        this.#lock(log.args.lock, -log.args.amount);
        this.#credit(log.args.holder, log.args.amount);
        break;
      case "Withdrawn":
        this.withdrawn += log.args.amount;
        this.#credit(log.args.holder, -log.args.amount);
        break;
      // Their money is told by the vault, the rest by nothing that is stored.
      case "StakeAdded":
      case "AuthorityUpdated":
      case "EIP712DomainChanged":
        break;
      default:
        throw new Error(`The replay does not know the event ${(log as { eventName: string }).eventName}.`);
    }
  }

  /** Units of an allocation in a round. */
  unitsAt({ start, end, growths }: ReplayedAllocation, round: number): number {
    if (round < start || round >= end) return 0;
    return growths.findLast(({ from }) => from <= round)!.units;
  }

  allocationsOf(owner: Address): ReplayedAllocation[] {
    return [...this.allocations.values()].filter(({ provider }) => provider === owner);
  }

  /** What is live at a provider in a round. */
  live(owner: Address, round: number): { units: number; rate: bigint } {
    const { stage, horizon } = this.#provider(owner);
    if (round >= horizon && (stage === "ejected" || stage === "left")) return { units: 0, rate: 0n };
    const parts = this.allocationsOf(owner).map((each) => ({ units: this.unitsAt(each, round), price: each.price }));
    return {
      units: parts.reduce((sum, { units }) => sum + units, 0),
      rate: parts.reduce((sum, { units, price }) => sum + BigInt(units) * price, 0n),
    };
  }

  #provider(owner: Address): ReplayedProvider {
    return this.providers.get(owner)!;
  }

  #allocation(id: number): ReplayedAllocation {
    return this.allocations.get(id)!;
  }

  #register({ provider, nodeKey, peerId }: Args<"ProviderRegistered">, round: number): void {
    this.providers.set(provider, {
      owner: provider,
      nodeKey,
      payout: provider,
      peerId,
      root: `0x${"00".repeat(32)}`,
      leaves: 0,
      lastProved: 0,
      proved: new Set(),
      stepsTaken: 0,
      stage: "active",
      stageRound: round,
      minOfferNonce: 0n,
      finedUntil: 0,
      earned: 0n,
      reached: 0,
      horizon: 0,
      unitsTaken: new Map(),
      shares: [],
    });
  }

  #open(args: Args<"AllocationOpened">, round: number): void {
    const allocation: ReplayedAllocation = {
      id: args.id,
      client: args.client,
      provider: args.provider,
      price: args.price,
      start: args.startRound,
      growths: [{ from: args.startRound, units: args.units }],
      end: args.startRound,
      settled: false,
    };
    this.allocations.set(args.id, allocation);
    this.#takeUnits(allocation, args.nonce, args.units);
    this.#moveEnd(allocation, args.endRound, round);
  }

  #moveEnd(allocation: ReplayedAllocation, end: number, round: number): void {
    const provider = this.#provider(allocation.provider);
    allocation.end = end;
    provider.reached = round;
    provider.horizon = Math.max(provider.horizon, end);
  }

  #settle(allocation: ReplayedAllocation, round: number): void {
    allocation.settled = true;
    const provider = this.#provider(allocation.provider);
    const isLast = this.allocationsOf(provider.owner).every(({ settled }) => settled);
    if (isLast) provider.horizon = Math.min(provider.horizon, round);
  }

  #takeUnits({ provider }: ReplayedAllocation, nonce: bigint, units: number): void {
    const taken = this.#provider(provider).unitsTaken;
    taken.set(nonce, (taken.get(nonce) ?? 0) + units);
  }

  #prove({ provider: owner, nextRoot, nextLeaves, earned }: Args<"Proved">, round: number): void {
    const provider = this.#provider(owner);
    provider.proved.add(round);
    Object.assign(provider, { root: nextRoot, leaves: nextLeaves, lastProved: round, reached: round, stepsTaken: 0 });
    provider.earned += earned;
  }

  #decide({ id, provider: owner, compensation }: Args<"DisputeLost">, round: number): void {
    const { kind, deadline } = this.disputes.get(id)!;
    this.disputes.delete(id);
    const provider = this.#provider(owner);
    // Disputes of one time cost one part of the stake.
    if (deadline <= provider.finedUntil) return;
    provider.finedUntil = deadline + this.settings!.answerRounds;
    if (kind !== ROOT_LEAF || !(provider.stage === "active" || provider.stage === "exiting")) return;
    provider.reached = round;
    this.#share(owner, round, compensation);
  }

  #share(owner: Address, round: number, amount: bigint): void {
    if (amount === 0n) return;
    const { shares } = this.#provider(owner);
    const before = shares.at(-1)?.perRate ?? 0n;
    shares.push({ round, perRate: before + (amount << SHARE_BITS) / this.live(owner, round).rate });
  }

  #lock(lock: string, amount: bigint): void {
    this.locks.set(lock, (this.locks.get(lock) ?? 0n) + amount);
  }

  #credit(holder: Address, amount: bigint): void {
    if (holder === ZERO_ADDRESS) throw new Error("The zero address holds nothing.");
    this.balances.set(holder, (this.balances.get(holder) ?? 0n) + amount);
  }
}

/** Replays the chain up to a block. */
export async function replayChain(deployment: Deployment, toBlock: bigint): Promise<Replay> {
  const client = createPublicClient({ transport: http(deployment.rpcUrl), cacheTime: 0 });
  const replay = new Replay(deployment);
  for (let fromBlock = BigInt(deployment.genesisBlock); fromBlock <= toBlock; fromBlock += PAGE_BLOCKS) {
    const last = fromBlock + PAGE_BLOCKS - 1n;
    const logs = await client.getLogs({
      address: [deployment.market, deployment.vault],
      fromBlock,
      toBlock: last < toBlock ? last : toBlock,
    });
    for (const log of parseEventLogs({ abi: EVENTS, logs })) replay.apply(log);
  }
  return replay;
}
