// What a provider says about itself.

import { UNIT_LEAVES } from "../../protocol/index.ts";
import { signedLeaves } from "./allocation-book.ts";
import type { ProviderRecord } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { DisputeFailure } from "./dispute-report.ts";
import type { ProviderParts } from "./provider-parts.ts";
import type { RoundFailure } from "./round-report.ts";

/** Of a unit of capacity. */
const UNIT_BYTES = UNIT_LEAVES * 256;

export interface ProviderStatus {
  readonly owner: Address;
  readonly peer: string;
  readonly addresses: readonly string[];
  /** The round last seen; undefined before the chain answered. */
  readonly round: number | undefined;
  /** The chain does not answer. */
  readonly chainDown: boolean;
  /** The head of the chain as seen last; undefined before it answered. */
  readonly head: { readonly block: number; /** Milliseconds since 1970. */ readonly at: number } | undefined;
  /** Undefined if it is not registered, or the chain has not answered yet. */
  readonly stage: ProviderRecord["stage"] | undefined;
  readonly rounds: {
    /** Since the start. */
    readonly passed: number;
    readonly missed: number;
    readonly lastProved: number | undefined;
    /** Consecutive misses by the chain. */
    readonly misses: number;
  };
  /** What the last proof took to build; undefined before the first. */
  readonly proofSeconds: number | undefined;
  /** The last thing that went wrong with proving, if any did. */
  readonly failure: RoundFailure | undefined;
  readonly disputes: {
    /** Open by the chain, when it was asked last. */
    readonly open: number;
    /** Since the start. */
    readonly answered: number;
    /** Since the start: not answered in time. */
    readonly lost: number;
    /** Token base units that answers have earned since the start. */
    readonly bonds: bigint;
    /** The last one that could not be answered, until it is. */
    readonly failure: DisputeFailure | undefined;
  };
  readonly committed: { readonly root: Uint8Array; readonly leaves: number } | undefined;
  readonly allocations: number;
  /** Leaves of 256 bytes in co-signed states. */
  readonly leaves: number;
  readonly staged: number;
  /** Held as they were stored, as far as is known. */
  readonly fragments: number;
  /** What they take in the logs, and those that are corrupt. */
  readonly liveBytes: number;
  /** In logs, of removed fragments and framing, until it is reclaimed. */
  readonly deadBytes: number;
  /** Paid for in this round or the next, as the chain told last. */
  readonly paidBytes: number;
  readonly freeBytes: number;
  readonly capacityBytes: number;
  /** Lost by the disk and not stored again: not among `fragments`. */
  readonly corruptFragments: number;
  /** What is stored is read again, slowly, over and over. */
  readonly scrub: {
    /** Of the pass under way, 0 to 1. */
    readonly progress: number;
    /** When a pass ended last, milliseconds since 1970; undefined before the first. */
    readonly lastPassAt: number | undefined;
    readonly corrupt: number;
  };
  readonly money: {
    /** Token base units earned since the start. */
    readonly earned: bigint;
    /** What the next proof pays. */
    readonly liveRate: bigint;
    readonly stake: bigint;
    /** Locked for rounds to come. */
    readonly escrow: bigint;
    /** Can be withdrawn by the owner; undefined while the chain does not answer. */
    readonly withdrawable: bigint | undefined;
    readonly lastGas: number | undefined;
    /** Of the node key, in base units of the chain's own currency, as of the last round; undefined before the first look. */
    readonly gas: bigint | undefined;
    /** Proofs that this pays for at the price of gas of then. */
    readonly roundsOfGasLeft: number | undefined;
  };
}

export async function providerStatus(parts: ProviderParts): Promise<ProviderStatus> {
  const { components, options, clock, report, book, staging, reader, lost } = parts;
  const { record } = report;
  const { fragments, payloadBytes, deadBytes, freeBytes } = components.store.usage();
  const allocations = [...book.written()];
  return {
    owner: components.owner,
    peer: components.network.peer,
    addresses: components.network.addresses,
    round: clock.last?.round,
    chainDown: report.chainDown,
    head: headOf(parts),
    stage: record?.stage,
    rounds: {
      passed: report.passed,
      missed: report.missed,
      lastProved: report.lastProvedRound,
      misses: record?.misses ?? 0,
    },
    proofSeconds: report.proofSeconds,
    failure: report.failure,
    disputes: disputesOf(parts),
    committed: report.committed,
    allocations: allocations.length,
    leaves: allocations.reduce((sum, { record }) => sum + signedLeaves(record), 0),
    staged: staging.count,
    fragments: fragments - (await lost.countIn(components.store)),
    liveBytes: payloadBytes,
    deadBytes,
    paidBytes: Math.max(record?.liveUnits ?? 0, record?.nextUnits ?? 0) * UNIT_BYTES,
    freeBytes,
    capacityBytes: options.capacityBytes,
    corruptFragments: reader.corruptFragments,
    scrub: { ...parts.scrub.status, corrupt: reader.corruptFragments },
    money: {
      earned: report.earned,
      liveRate: record?.liveRate ?? 0n,
      stake: record?.stake ?? 0n,
      escrow: record?.escrow ?? 0n,
      withdrawable: await parts.withdrawable.read(),
      lastGas: report.lastGas,
      gas: report.gas,
      roundsOfGasLeft: report.roundsOfGasLeft,
    },
  };
}

function disputesOf({ disputes }: ProviderParts): ProviderStatus["disputes"] {
  const { open, answered, lost, bonds, failure } = disputes;
  return { open, answered, lost, bonds, failure };
}

function headOf({ clock }: ProviderParts): ProviderStatus["head"] {
  const { last } = clock;
  return last === undefined ? undefined : { block: last.block, at: last.timestamp * 1000 };
}
