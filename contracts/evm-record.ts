// Records of the contracts as records of the ledger. What a chain answers is checked: an endpoint can say anything.

import { type ContractFunctionReturnType, hexToBytes } from "viem";
import { ZERO_ADDRESS, cairnError } from "../protocol/index.ts";
import type { marketAbi } from "./abi-set.ts";
import type {
  AllocationRecord,
  Clock,
  DisputeKind,
  DisputeRecord,
  MarketSettings,
  ProviderRecord,
  ProviderStage,
} from "./ledger.ts";

/** The market takes peer ids of 1 … 64 bytes. */
const MAX_PEER_ID_BYTES = 64;
/** The contract's enum Stage by its numbers; 0 is none. */
const STAGES: Readonly<Record<number, ProviderStage>> = { 1: "active", 2: "exiting", 3: "ejected", 4: "left" };
/** The contract's enum DisputeKind by its numbers. */
const DISPUTE_KINDS: readonly DisputeKind[] = ["inclusion", "state-leaf", "root-leaf"];

type Market<Name extends "clock" | "provider" | "allocation" | "dispute" | "parameters"> = ContractFunctionReturnType<
  typeof marketAbi,
  "view",
  Name
>;

export function clockOf(clock: Market<"clock">): Clock {
  const block = count(clock.blockNumber, "block");
  const blocksLeft = Math.max(0, count(clock.nextRoundBlock, "block of the next round") - 1 - block);
  return {
    round: count(clock.round, "round"),
    block,
    provable: clock.seedKnown && blocksLeft > 0,
    blocksLeft,
    timestamp: count(clock.timestamp, "timestamp"),
  };
}

export function settingsOf(parameters: Market<"parameters">): MarketSettings {
  const { beacon, minStake, unitStake, disputeBond } = parameters;
  return {
    beacon,
    roundBlocks: count(parameters.roundBlocks, "blocks of a round"),
    challenges: count(parameters.challenges, "challenges"),
    minStake,
    unitStake,
    slashBasisPoints: count(parameters.slashBasisPoints, "part to slash"),
    unbondingRounds: count(parameters.unbondingRounds, "unbonding"),
    noticeRounds: count(parameters.noticeRounds, "notice"),
    answerRounds: count(parameters.answerRounds, "time to answer"),
    disputeSlashBasisPoints: count(parameters.disputeSlashBasisPoints, "part to slash in disputes"),
    disputeBond,
  };
}

/** Undefined where the contract answers with an empty record. */
export function providerOf(record: Market<"provider">): ProviderRecord | undefined {
  if (record.owner === ZERO_ADDRESS) return undefined;
  const stage = STAGES[record.stage];
  if (stage === undefined) throw strange("stage", String(record.stage));
  const peerId = hexToBytes(record.peerId);
  if (peerId.length > MAX_PEER_ID_BYTES) throw strange("peer id", `${peerId.length} bytes`);
  return {
    owner: record.owner,
    nodeKey: record.nodeKey,
    payout: record.payout,
    peerId,
    root: hexToBytes(record.root),
    leaves: count(record.leaves, "leaves"),
    committedRound: count(record.committedRound, "committed round"),
    lastProvedRound: count(record.lastProvedRound, "last proved round"),
    liveRate: record.liveRate,
    liveUnits: count(record.liveUnits, "live units"),
    nextUnits: count(record.nextUnits, "units of the next round"),
    stake: record.stake,
    misses: count(record.misses, "misses"),
    stepsTaken: count(record.stepsTaken, "steps taken"),
    stage,
    stageRound: count(record.stageRound, "round of the stage"),
    ejected: stage === "ejected",
    unsettled: count(record.unsettled, "allocations not settled"),
    openDisputes: count(record.openDisputes, "open disputes"),
    finedUntil: count(record.finedUntil, "round of the last fine"),
    behind: count(record.behind, "rounds behind"),
    minOfferNonce: record.minOfferNonce,
    escrow: record.escrow,
    earned: record.earned,
    compensation: record.compensation,
  };
}

/** Undefined where the contract answers with an empty record. */
export function allocationOf(record: Market<"allocation">): AllocationRecord | undefined {
  if (record.client === ZERO_ADDRESS) return undefined;
  return {
    id: count(record.id, "allocation"),
    client: record.client,
    provider: record.provider,
    units: count(record.units, "units"),
    price: record.price,
    startRound: count(record.startRound, "start round"),
    endRound: count(record.endRound, "end round"),
    deposit: record.deposit,
    settled: record.settled,
  };
}

/** Undefined where the contract answers with an empty record: a dispute that is over, or never was. */
export function disputeOf(record: Market<"dispute">): DisputeRecord | undefined {
  if (record.provider === ZERO_ADDRESS) return undefined;
  const kind = DISPUTE_KINDS[record.kind];
  if (kind === undefined) throw strange("kind of dispute", String(record.kind));
  return {
    id: count(record.id, "dispute"),
    kind,
    provider: record.provider,
    challenger: record.challenger,
    deadline: count(record.deadline, "deadline"),
    bond: record.bond,
    root: hexToBytes(record.root),
    leaves: count(record.leaves, "leaves"),
    position: count(record.position, "position"),
    allocation: count(record.allocation, "allocation"),
    seq: count(record.seq, "sequence number"),
    subRoot: hexToBytes(record.subRoot),
    subLeaves: count(record.subLeaves, "leaves of a state"),
  };
}

/** Bits of `provedRounds`: round r is bit `r & 255` of word `(r >> 8) − (from >> 8)`. */
export function roundBits(words: readonly bigint[], from: number, to: number): boolean[] {
  const firstWord = Math.floor(from / 256);
  return Array.from({ length: to - from }, (_, i) => {
    const round = from + i;
    const word = words[Math.floor(round / 256) - firstWord] ?? 0n;
    return ((word >> BigInt(round % 256)) & 1n) === 1n;
  });
}

/** A whole number below 2^53. Throws ERR_NOT_DEPLOYED: no market answers anything else. */
export function count(value: number | bigint, what: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) throw strange(what, String(value));
  return number;
}

export function strange(what: string, found: string): Error {
  return cairnError("ERR_NOT_DEPLOYED", `The contract answered with an impossible ${what}: ${found}.`, {
    facts: { what, found },
  });
}
