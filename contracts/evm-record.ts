// Records of the contracts as records of the ledger. What a chain answers is checked: an endpoint can say anything.

import { type ContractFunctionReturnType, hexToBytes } from "viem";
import { ZERO_ADDRESS, cairnError } from "../protocol/index.ts";
import type { marketAbi } from "./abi-set.ts";
import type { AllocationRecord, Clock, ProviderRecord, ProviderStage } from "./ledger.ts";

/** The market takes peer ids of 1 … 64 bytes. */
const MAX_PEER_ID_BYTES = 64;
/** The contract's enum Stage by its numbers; 0 is none. */
const STAGES: Readonly<Record<number, ProviderStage>> = { 1: "active", 2: "exiting", 3: "ejected", 4: "left" };

type Market<Name extends "clock" | "provider" | "allocation"> = ContractFunctionReturnType<
  typeof marketAbi,
  "view",
  Name
>;

export function clockOf(clock: Market<"clock">): Clock {
  const block = count(clock.blockNumber, "block");
  return {
    round: count(clock.round, "round"),
    block,
    provable: block > count(clock.seedBlock, "seed block"),
    blocksLeft: Math.max(0, count(clock.nextRoundBlock, "block of the next round") - 1 - block),
    timestamp: count(clock.timestamp, "timestamp"),
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
    behind: count(record.behind, "rounds behind"),
    minOfferNonce: record.minOfferNonce,
    escrow: record.escrow,
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
